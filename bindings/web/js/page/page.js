import { runs, today } from "../index.js";
import { openStatic } from "../static/source.js";
import { read, write } from "../element/context.js";
import { h, named } from "../element/dom.js";
import { Words } from "../element/words.js";
import { address, asked } from "./address.js";
import { newer, opened } from "./knowledge.js";
import { letterPage, parentsPage } from "./parents.js";
import { erase, recent, remember } from "./recent.js";

const main = document.querySelector("main");
const status = h("p", { class: "status", role: "status" });

/** What a language calls itself. */
const OWN_NAME = "ui.page_language";

/** The library in use; a newer one takes its place. */
let library;
let settings = {};

let loading;

async function fetched(address) {
  const response = await fetch(address);
  if (!response.ok) throw new TypeError(`the server answered ${response.status}`);
  return response;
}

/** How to open a knowledge base here: a school's file takes the whole module. */
const opening = () => ({ keys: settings.keys, whole: Boolean(settings.school) });

/** Without the settings of this place there is no answer: they name the school's file. */
function load() {
  loading ??= (async () => {
    settings = await (await fetched("settings.json")).json();
    const precomputed = settings.static && !(await runs());
    library = precomputed ? await openStatic(settings.static) : await opened(opening());
  })().finally(() => (loading = undefined));
  return loading;
}

/** Whether answers are looked up, because this browser may not run WebAssembly. */
const isPrecomputed = () => library?.namesOnly !== undefined;

let again;

/** What the element asks when nothing could be loaded: it says so, and trying again starts anew. */
const nothing = {
  texts() {
    again ??= load()
      .then(render)
      .finally(() => (again = undefined));
    return again.then(() => Promise.reject(new TypeError("the page starts anew")));
  },
};

function title(text) {
  document.title = text;
}

function link(to, text, attributes = {}) {
  return h("a", { href: to, ...attributes }, text);
}

/** The same page in the other language, named in that language; nothing where it is not there. */
async function otherLanguage(wanted) {
  const language = wanted.language === "nl" ? "en" : "nl";
  const texts = await Promise.resolve(library.texts("ui", language, "teacher")).catch(() => undefined);
  if (!texts) return "";
  const name = texts[OWN_NAME.slice("ui.".length)];
  return link(address({ ...wanted, base: wanted.letterFrom, language }), name, { lang: language, hreflang: language });
}

function show(...nodes) {
  main.replaceChildren(status, ...nodes);
}

/* For teachers: the element, and what was looked at last. */

async function check(wanted) {
  await import("../magdit-check.js");
  if (isPrecomputed() && !(await atSchool().catch(() => undefined))) return noSchool(wanted, "teacher");
  const words = library && (await Words.of(library, wanted.language, "teacher"));
  const usual = wanted.hasContext ? wanted.context : read(recent()[0]?.context);
  const element = h("magdit-check", {
    lang: wanted.language,
    level: 1,
    tool: wanted.tool,
    edition: wanted.edition,
    context: write(usual),
    school: isPrecomputed() ? undefined : settings.school,
  });
  element.source = library ?? nothing;
  const more = h("nav", { class: "more" });
  const list = h("section", { class: "recent" });
  if (words) {
    element.addEventListener("magdit-answer", ({ detail: { answer, question } }) => {
      const { edition } = question;
      const here = { tool: answer.tool, edition, context: element.question, language: wanted.language };
      if (asked().tool !== answer.tool) history.pushState(null, "", address(here));
      else history.replaceState(null, "", address(here));
      title(`${answer.name} – magdit`);
      remember({ tool: answer.tool, name: answer.name, context: write(element.question) });
      more.replaceChildren(link(address({ ...here, parent: true }), words.say("ui.page_for_parents")));
      recentChecks(list, words, wanted.language);
    });
    recentChecks(list, words, wanted.language);
  }
  show(words ? h("p", { class: "languages" }, await otherLanguage(wanted)) : "", element, more, list);
  if (wanted.shared && !wanted.tool) await element.search(wanted.shared);
}

function recentChecks(list, words, language) {
  const checks = recent();
  if (checks.length === 0) return list.replaceChildren();
  const items = checks.map(({ tool, name, context }) =>
    h("li", {}, link(address({ tool, context: read(context), language }), named(name))),
  );
  const wipe = () => {
    erase();
    list.replaceChildren();
    status.textContent = words.say("ui.page_erased");
  };
  return list.replaceChildren(
    h("h2", {}, words.say("ui.page_recent")),
    h("ul", { role: "list" }, items),
    h("p", { class: "hint" }, words.say("ui.page_recent_where")),
    h("button", { type: "button", class: "secondary", onclick: wipe }, words.say("ui.page_erase")),
  );
}

/* For parents: the page and the letters. */

function message(text, ...more) {
  return h("article", { class: "sheet message", role: "alert" }, h("h1", {}, text), ...more.map((line) => h("p", {}, line)));
}

async function atSchool() {
  if (!settings.school) return library;
  const response = await fetched(settings.school);
  if (!isPrecomputed()) return library.withSchool(new Uint8Array(await response.arrayBuffer()));
  const [{ name, date }, { school }] = [await response.json(), await library.info()];
  if (school?.name === name && school?.date === date) return library;
  throw new TypeError("the precomputed answers were written without this school's file, or with an earlier one");
}

/** Without the school's file there is no answer: a refusal may be in it. */
async function noSchool(wanted, register) {
  const words = await Words.of(library, wanted.language, register);
  show(message(words.say("ui.school_failed"), words.say("ui.load_failed_meaning")));
}

async function forParents(wanted) {
  const words = await Words.of(library, wanted.language, "parent");
  let school;
  try {
    school = await atSchool();
  } catch {
    return noSchool(wanted, "parent");
  }
  const day = today();
  const question = { ...wanted.context, role: "parent", edition: wanted.edition, as_of: day, today: day };
  let answer;
  try {
    answer = await school.check(wanted.tool ?? "", question, wanted.language);
    if (!answer.parents) throw new TypeError("the knowledge base has no sentences for parents");
  } catch (error) {
    const unknown = ["unknown_tool", "unknown_edition", "too_large"].includes(error?.code);
    const notAsked = [words.say("static.not_asked_headline"), words.say("static.not_asked_meaning")];
    const outdated = [words.say("ui.stale_headline"), words.on("static.too_old", error?.day ?? day)];
    const known = { not_in_export: notAsked, export_outdated: outdated }[error?.code];
    const failed = [words.say("ui.load_failed"), words.say("ui.load_failed_meaning")];
    return show(message(...(unknown ? [words.say("ui.page_no_tool")] : (known ?? failed))));
  }
  const { tool, edition, context, language } = wanted;
  const to = (more) => address({ tool, edition, context, language, parent: true, ...more });
  const links = { page: to({}), information: to({ letter: "information" }), consent: to({ letter: "consent" }) };
  if (wanted.letter) {
    const home = document.querySelector("link[rel=canonical]")?.href ?? document.URL;
    const base = answer.knowledge_base.edition;
    const shown = address({ tool, edition, context, language, parent: true, base }, home);
    title(`${answer.parents.letters.find(({ kind }) => kind === wanted.letter).title} – magdit`);
    return show(letterPage(words, answer, { kind: wanted.letter, links, shown }));
  }
  title(`${answer.name} – magdit`);
  const changed = (field, value) => {
    const next = { ...wanted, context: { ...context, [field]: value } };
    history.replaceState(null, "", address({ ...next, base: wanted.letterFrom }));
    void forParents(next).then(() => {
      main.querySelector("details.for").open = true;
      main.querySelector(`select[name=${field}]`)?.focus();
    });
  };
  const newerThanLetter = wanted.letterFrom !== undefined && wanted.letterFrom < answer.knowledge_base.edition;
  const others = h(
    "nav",
    { class: "languages" },
    await otherLanguage(wanted),
    link(address({ tool, edition, context, language }), words.say("ui.page_for_teachers")),
  );
  show(others, parentsPage(words, answer, { context, links, newer: newerThanLetter, changed, asks: school.asks }));
}

/* Starting, and looking for a newer knowledge base. */

async function render() {
  const wanted = asked();
  document.documentElement.lang = wanted.language;
  document.body.classList.toggle("for-letter", Boolean(library && wanted.parent && wanted.letter));
  if (library && wanted.parent) return forParents(wanted);
  return check(wanted);
}

async function update() {
  if (!library || !settings.keys || isPrecomputed()) return;
  const words = await Words.of(library, asked().language, "teacher");
  try {
    const found = await newer(library, opening());
    if (!found) return;
    library = found;
    const text = words.say("ui.page_updated", { number: library.info(null).number });
    const element = main.querySelector("magdit-check");
    if (element) element.source = library;
    else await render();
    status.textContent = text;
  } catch {
    status.textContent = words.say("ui.page_old_kept");
  }
}

function worker() {
  const policy = globalThis.trustedTypes?.createPolicy("magdit-worker", { createScriptURL: () => "worker.js" });
  const script = policy?.createScriptURL("") ?? "worker.js";
  navigator.serviceWorker?.register(script).catch(() => {});
}

async function start() {
  await load().catch(() => {});
  await render();
  addEventListener("popstate", () => void render());
  worker();
  await update();
}

void start();
