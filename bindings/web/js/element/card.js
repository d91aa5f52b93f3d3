import { chips } from "./context.js";
import { h, mark, named, sentence } from "./dom.js";
import { grounds } from "./grounds.js";

/** Most actions that are in sight before somebody asks for more. */
const ACTIONS = 4;

/**
 * The answer, in the order people need it: what, whether, for whom, what to
 * do, with which account, what parents do, how old, why, on which grounds.
 */
export class Card {
  #words;
  #names = [];

  /** `asked(field, value)` for a chip of `asks`, `edition(id)`, `tool(id)` for what it `has(id)`, `again()`. */
  constructor(words, level, actions) {
    this.#words = words;
    this.actions = actions;
    this.heading = h("h2", { class: "name", part: "name", tabindex: -1, role: "heading", "aria-level": level });
    this.head = h("header", { class: "head" });
    this.verdict = h("div", { class: "verdict", part: "verdict" });
    this.context = h("div");
    this.body = h("div", { class: "body" });
    this.node = h("article", { class: "card", part: "card" }, this.head, this.verdict, this.context, this.body);
  }

  #sentence(text) {
    return sentence(text, this.#names);
  }

  /** Shows an answer; chips stay where they are, so that focus stays too. */
  show(answer, { context, provisional, judged = true, problems = false, keepChips = false, instead }) {
    const words = this.#words;
    this.#names = [answer.name, answer.supplier, ...answer.alternatives.map(({ name }) => name)];
    const state = stateOf(answer);
    this.heading.replaceChildren(named(answer.name));
    this.head.replaceChildren(this.heading, this.#maker(answer, provisional));
    this.verdict.dataset.outcome = state === "fresh" ? answer.outcome : state;
    const looked = judged || answer.outcome === "not_allowed";
    const headline = headlineOf(words, state, answer, looked);
    this.verdict.replaceChildren(
      mark(state === "fresh" ? answer.outcome : "error"),
      h(
        "div",
        {},
        h("p", { class: "headline", part: "headline" }, this.#sentence(headline)),
        saysMore(state, answer, headline) && h("p", { class: "notice" }, this.#sentence(answer.headline)),
        ...this.#notices(answer, provisional, looked, problems).map((text) => h("p", { class: "notice" }, this.#sentence(text))),
      ),
    );
    if (!keepChips) this.context.replaceChildren(chips(words, context, this.actions.asked, this.actions.asks));
    this.body.replaceChildren(
      ...[
        this.#cases(answer),
        this.#todo(answer),
        this.#lines(answer),
        this.#why(answer),
        grounds(words, answer, (text) => this.#sentence(text)),
        this.#alternatives(answer, instead),
        this.#waysOut(answer),
        this.#buttons(answer, provisional),
        h("p", { class: "standing", part: "standing" }, answer.standing),
      ].filter(Boolean),
    );
    return headline;
  }

  #maker(answer, provisional) {
    const words = this.#words;
    const supplier = h("p", { class: "maker" }, named(answer.supplier));
    if (provisional || answer.editions.length < 2) {
      return [supplier, answer.edition_name !== answer.name && answer.edition_name && h("p", { class: "maker" }, named(answer.edition_name))]
        .flat()
        .filter(Boolean)
        .reduce((group, node) => (group.append(node), group), h("div", { class: "makers" }));
    }
    const options = answer.editions.map(({ id, name, outcome }) =>
      h("option", { value: id, selected: id === answer.edition }, `${name} – ${words.say(`outcome-short.${outcome}`)}`),
    );
    const select = h("select", { translate: "no", onchange: () => this.actions.edition(select.value) }, options);
    return h(
      "div",
      { class: "makers" },
      supplier,
      h("label", { class: "chip wide" }, h("span", { class: "chip-label" }, words.say("ui.edition")), select),
    );
  }

  #notices(answer, provisional, judged, problems) {
    const words = this.#words;
    const notices = [];
    if (provisional) notices.push(provisional.notice);
    if (!judged) notices.push(words.say("ui.not_judged_headline"));
    if (answer.freshness !== "fresh") notices.push(words.say(`freshness.${answer.freshness}`));
    if (answer.was) notices.push(answer.was.text);
    if (answer.school?.text) notices.push(answer.school.text);
    if (problems) notices.push(words.say("ui.school_problems"));
    return notices;
  }

  #cases(answer) {
    const kinds = new Set(answer.by_case.map(({ outcome, route }) => `${outcome} ${route}`));
    if (kinds.size < 2) return undefined;
    const words = this.#words;
    const rows = answer.by_case.map(({ age, outcome, route }) =>
      h(
        "tr",
        {},
        h("th", { scope: "row" }, words.say(`age.${age}`)),
        h("td", {}, h("strong", {}, words.say(`outcome-short.${outcome}`))),
        h("td", {}, route ? words.say(`route-short.${route}`) : "–"),
      ),
    );
    return section(words.say("ui.per_ages"), h("table", { class: "cases" }, h("tbody", {}, rows)));
  }

  #todo(answer) {
    const words = this.#words;
    const own = answer.school ? [...answer.school.conditions, ...(answer.school.settings ?? [])] : [];
    if (answer.conditions.length === 0 && own.length === 0) return undefined;
    const items = answer.conditions.map((condition) => this.#action(condition));
    items.slice(ACTIONS).forEach((item) => item.classList.add("later"));
    const list = h("ol", { class: "actions", part: "actions", role: "list" }, items);
    const hidden = items.length - ACTIONS;
    const more = h("button", {
      type: "button",
      class: "secondary",
      "aria-expanded": "false",
      onclick: () => {
        const all = list.classList.toggle("all");
        more.setAttribute("aria-expanded", String(all));
        more.textContent = all ? words.say("ui.fewer_actions") : words.say("ui.more_actions", { number: items.length });
      },
    });
    more.textContent = words.say("ui.more_actions", { number: items.length });
    return section(
      words.say("ui.actions"),
      list,
      hidden > 0 && more,
      own.length > 0 && h("h4", {}, words.say("ui.own_conditions")),
      own.length > 0 && h("ul", {}, own.map((text) => h("li", {}, this.#sentence(text)))),
    );
  }

  #action(condition) {
    const words = this.#words;
    return h(
      "li",
      { class: "action" },
      h("p", { class: "action-text" }, this.#sentence(condition.text)),
      h(
        "p",
        { class: "action-more" },
        h("span", { class: "who" }, condition.who_text),
        " · ",
        words.say(`strength.${condition.strength}`),
        condition.applies_to && [" · ", condition.applies_to],
        condition.met_on && [" · ", words.on("ui.met_on", condition.met_on)],
        condition.contact && [" · ", words.say("ui.turn_to", { name: condition.contact })],
      ),
    );
  }

  #lines(answer) {
    const words = this.#words;
    const dates = [
      answer.checked_on && words.on("ui.checked", answer.checked_on),
      answer.review_by && words.on("ui.review", answer.review_by),
      words.say("ui.knowledge_base", {
        number: answer.knowledge_base.edition,
        date: words.day(answer.knowledge_base.issued),
      }),
    ];
    return h(
      "dl",
      { class: "lines", part: "lines" },
      line(words.say("ui.account"), this.#sentence(answer.route_text)),
      line(words.say("ui.parents"), this.#sentence(answer.consent_text)),
      line(words.say("ui.dates"), dates.filter(Boolean).map((text) => h("p", {}, text))),
    );
  }

  #why(answer) {
    const words = this.#words;
    const basis = words.say("ui.rests_on", { basis: words.say(`basis.${answer.basis}`) });
    return section(words.say("ui.why"), h("p", {}, this.#sentence(answer.why), " ", basis));
  }

  #waysOut(answer) {
    if (answer.would_change.length === 0) return undefined;
    const items = answer.would_change.map(({ text }) => h("li", {}, this.#sentence(text)));
    return section(this.#words.say("ui.ways_out"), h("ul", {}, items));
  }

  /** Other tools: a button where this source knows them, and otherwise their name. */
  #alternatives(answer, instead = answer.instead) {
    const words = this.#words;
    const row = (id, name, more) => {
      const parts = [h("span", { class: "option-name" }, name), more && [" ", h("span", { class: "option-more" }, more)]];
      const known = this.actions.has?.(id) ?? true;
      return h("li", {}, known ? h("button", { type: "button", class: "choice", onclick: () => this.actions.tool(id) }, parts) : h("p", {}, parts));
    };
    const found = answer.alternatives.map(({ id, name, outcome }) => row(id, named(name), words.say(`outcome-short.${outcome}`)));
    if (answer.instead) found.unshift(row(answer.instead, sentence(words.say("ui.instead", { name: instead }), [instead])));
    if (found.length === 0) return undefined;
    return section(words.say("ui.alternatives"), h("ul", { class: "choices", role: "list" }, found));
  }

  #buttons(answer, provisional) {
    const words = this.#words;
    const said = h("p", { class: "said", role: "status" });
    const text = h("textarea", { class: "copy", readonly: true, hidden: true, rows: 4, "aria-label": words.say("ui.share") });
    const copy = async (content) => {
      try {
        await navigator.clipboard.writeText(content);
        said.textContent = words.say("ui.copied");
      } catch {
        text.value = content;
        text.hidden = false;
        text.select();
        said.textContent = words.say("ui.copy_failed");
      }
    };
    return h(
      "footer",
      { class: "footer" },
      provisional &&
        section(
          words.say("ui.request_title"),
          h("p", {}, words.say("ui.request_how")),
          h("pre", { class: "request", tabindex: 0 }, provisional.request.text),
          h("button", { type: "button", class: "secondary", onclick: () => copy(provisional.request.text) }, words.say("ui.copy_text")),
        ),
      h(
        "div",
        { class: "buttons" },
        !provisional &&
          h("button", { type: "button", class: "secondary", onclick: () => copy(this.actions.shared(answer)) }, words.say("ui.share")),
        h("button", { type: "button", class: "secondary", onclick: () => globalThis.print() }, words.say("ui.print")),
        h("button", { type: "button", class: "secondary", onclick: () => this.actions.again() }, words.say("ui.search_again")),
      ),
      text,
      said,
    );
  }
}

/** How an answer is presented: a yes that is too old never looks like one. */
export function stateOf(answer) {
  if (answer.outcome === "not_allowed") return "fresh";
  if (answer.school?.in_force && answer.school.decision === "in_review") return "review";
  const old = answer.freshness === "expired" || answer.freshness === "clock_suspect";
  return old || answer.reasons.some(({ rule, effect }) => rule === "outdated" && effect === "asks") ? "stale" : "fresh";
}

function headlineOf(words, state, answer, judged) {
  if (state === "stale") return words.say("ui.stale_headline");
  if (state === "review") return words.say("ui.review_headline");
  return judged ? answer.headline : words.say("ui.unknown_headline");
}

/** Whether the answer's own headline says what the one on show does not. */
function saysMore(state, answer, headline) {
  return headline !== answer.headline && (state === "stale" || Boolean(answer.parents) || answer.outcome !== "ask_school");
}

function section(title, ...children) {
  return h("section", { class: "section" }, h("h3", {}, title), ...children);
}

function line(label, value) {
  return h("div", { class: "line" }, h("dt", {}, label), h("dd", {}, value));
}
