import { stateOf } from "../element/card.js";
import { chips } from "../element/context.js";
import { h, mark, named, sentence } from "../element/dom.js";
import { qr } from "./qr.js";

/** Names that a sentence keeps apart from the text around them. */
const names = (answer) => [answer.name, answer.supplier, answer.school?.name];

function section(answer, { kind, title, sentences, options }) {
  const lines = sentences.map((text) => [h("p", {}, sentence(text, names(answer))), " "]);
  const boxes = (options ?? []).map((text) => h("li", {}, h("span", { class: "box", "aria-hidden": "true" }), text));
  return h("section", { class: `part ${kind}` }, h("h2", {}, sentence(title, names(answer))), lines, boxes.length > 0 && h("ul", { class: "boxes", role: "list" }, boxes));
}

function dates(words, answer) {
  const version = { number: answer.knowledge_base.edition, date: words.day(answer.knowledge_base.issued) };
  return [
    answer.checked_on && words.on("ui.checked", answer.checked_on),
    answer.review_by && words.on("ui.review", answer.review_by),
    words.say("ui.knowledge_base", version),
  ].filter(Boolean);
}

function verdict(words, answer, notices) {
  const state = stateOf(answer);
  const headlines = { stale: words.say("ui.stale_headline"), review: words.say("ui.review_headline") };
  return h(
    "div",
    { class: "verdict", "data-outcome": state === "fresh" ? answer.outcome : state },
    mark(state === "fresh" ? answer.outcome : "error"),
    h(
      "div",
      {},
      h("p", { class: "headline" }, sentence(headlines[state] ?? answer.headline, names(answer))),
      notices.map((text) => h("p", {}, sentence(text, names(answer)))),
    ),
  );
}

/** What the answer holds for, in a line; the choices unfold. */
function holdsFor(words, answer, context, changed, asks) {
  const age = context.age >= 18 ? words.say("ui.adult") : words.say("ui.years", { age: context.age });
  const given = [
    context.sector && words.say(`sector.${context.sector}`),
    context.age !== undefined && age,
    context.account && words.say(`account.${context.account}`),
  ].filter(Boolean);
  const open = answer.parents.letters.some(({ refused }) => refused === "age_open");
  const line = `${words.say("ui.for_this")}: ${given.join(", ") || words.say("ui.any_choice")}`;
  return h("details", { class: "for", open }, h("summary", {}, line), chips(words, context, changed, asks));
}

/** The parents' page of an answer. `links` are the addresses it leads to. */
export function parentsPage(words, answer, { context, links, newer, changed, asks }) {
  const notices = [
    newer && words.say("ui.page_newer"),
    answer.freshness !== "fresh" && words.say(`freshness.${answer.freshness}`),
    answer.was?.text,
  ].filter(Boolean);
  const letters = answer.parents.letters.map(({ kind, title, refused_text }) =>
    h(
      "li",
      {},
      h("h3", {}, sentence(title, names(answer))),
      refused_text ? h("p", {}, refused_text) : h("p", {}, h("a", { href: links[kind] }, words.say("ui.page_show_letter"))),
    ),
  );
  return h(
    "article",
    { class: "sheet parents" },
    h("h1", { tabindex: -1 }, named(answer.name)),
    verdict(words, answer, notices),
    holdsFor(words, answer, context, changed, asks),
    answer.parents.parts.map((part) => section(answer, part)),
    h("footer", { class: "foot" }, dates(words, answer).map((text) => h("p", {}, text)), h("p", { class: "standing" }, answer.standing)),
    h("p", { class: "screen-only" }, h("button", { type: "button", class: "secondary", onclick: () => globalThis.print() }, words.say("ui.print"))),
    h(
      "details",
      { class: "letters" },
      h("summary", {}, words.say("ui.page_letters")),
      h("p", {}, words.say("ui.page_letters_for")),
      h("ul", { role: "list" }, letters),
    ),
  );
}

const line = (label) => h("p", { class: "blank" }, h("span", {}, label), h("span", { class: "rule", "aria-hidden": "true" }));

/** A letter on one sheet, or why there is none. */
export function letterPage(words, answer, { kind, links, shown }) {
  const letter = answer.parents.letters.find((one) => one.kind === kind);
  const back = h("p", { class: "screen-only" }, h("a", { href: links.page }, words.say("ui.page_back")));
  if (letter.refused_text) {
    return h(
      "article",
      { class: "sheet letter" },
      back,
      h("h1", { tabindex: -1 }, sentence(letter.title, names(answer))),
      h("p", { class: "refusal", role: "alert" }, letter.refused_text),
    );
  }
  const asks = kind === "consent";
  return h(
    "article",
    { class: "sheet letter" },
    back,
    answer.school && h("p", { class: "sender" }, named(answer.school.name)),
    h("p", { class: "day" }, words.day(answer.as_of)),
    h("h1", { tabindex: -1 }, sentence(letter.title, names(answer))),
    h("p", {}, words.say("ui.page_greeting")),
    line(words.say("ui.page_from")),
    letter.parts.map((part) => section(answer, part)),
    asks && h("div", { class: "signed" }, h("p", {}, words.say("ui.page_return")), line(words.say("ui.page_signed")), line(words.say("ui.page_signed_on"))),
    h(
      "footer",
      { class: "foot with-code" },
      qr(shown, words.say("ui.page_scan")),
      h("div", {}, h("p", {}, words.say("ui.page_scan")), dates(words, answer).map((text) => h("p", {}, text)), h("p", { class: "standing" }, answer.standing)),
    ),
    h("p", { class: "screen-only" }, h("button", { type: "button", class: "primary", onclick: () => globalThis.print() }, words.say("ui.print"))),
  );
}
