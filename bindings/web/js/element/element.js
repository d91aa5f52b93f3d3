import outage from "magdit-outage";
import { KNOWLEDGE_BASE, openUnsigned, runs } from "../index.js";
import { openStatic } from "../static/source.js";
import { today } from "../api.js";
import { Card } from "./card.js";
import { choices, Combobox } from "./combobox.js";
import { label, read, write } from "./context.js";
import { h, mark, sentence } from "./dom.js";
import { Questions } from "./questions.js";
import answerStyle from "../../style/answer.css";
import ownStyle from "./element.css";
import { Words } from "./words.js";

/** What answers look like anywhere, and then what only the element has. */
const sheets = [answerStyle, ownStyle].map((style) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  return sheet;
});

/** Knowledge bases by address, so that elements on one page share them. */
const opened = new Map();

/** `whole` loads the whole module at once: a school's file takes it. */
function opening(address, whole) {
  const key = `${whole} ${address}`;
  if (!opened.has(key)) {
    const library = /\.json$/.test(new URL(address).pathname) ? openStatic(address) : openUnsigned(address, { whole });
    opened.set(key, library);
    library.catch(() => opened.delete(key));
  }
  return opened.get(key);
}

async function schoolFile(address) {
  const response = await fetch(address);
  if (!response.ok) throw new TypeError(`the server answered ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}

/** `<magdit-check>`: the search and the answer on a page of somebody else. */
export class MagditCheck extends HTMLElement {
  static observedAttributes = ["lang", "register", "tool", "edition", "context", "school", "src", "static", "level"];

  #given;
  #source;
  #words;
  #search;
  #card;
  #view = h("div", { class: "view" });
  #status = h("p", { class: "unseen", role: "status" });
  #root;
  #context = {};
  #tool;
  #edition;
  #judged = true;
  #problems = false;
  #turn = 0;
  #shows = 0;
  #answer = null;
  #started;

  constructor() {
    super();
    const shadow = this.attachShadow({ mode: "open" });
    shadow.adoptedStyleSheets = sheets;
    this.#root = h("div", { class: "root", part: "root", dir: "ltr" }, this.#status, this.#view);
    shadow.append(this.#root);
  }

  connectedCallback() {
    addEventListener("beforeprint", this.#unfold);
    this.#started = this.#start();
  }

  disconnectedCallback() {
    removeEventListener("beforeprint", this.#unfold);
    this.#turn += 1;
    this.#shows += 1;
  }

  attributeChangedCallback(_, before, now) {
    if (this.isConnected && before !== now) this.#started = this.#start();
  }

  /** What answers the five calls instead of the module: a `Source`. */
  get source() {
    return this.#given;
  }

  set source(source) {
    this.#given = source;
    if (this.isConnected) this.#started = this.#start();
  }

  /** The answer on show, or null. */
  get answer() {
    return this.#answer;
  }

  /** The question without its days, as it is on show. */
  get question() {
    return { ...this.#context };
  }

  /** Answers for a tool by its id. */
  async check(tool, edition) {
    await this.#started;
    if (!this.#source) return;
    this.#tool = tool;
    this.#edition = edition;
    await this.#show({ focus: false });
  }

  /** Searches as if somebody typed the text and pressed Enter. */
  async search(text) {
    await this.#started;
    if (!this.#source) return;
    this.#search.text = text;
    await this.#submitted(text);
  }

  /** Back to the empty search box. */
  reset() {
    this.#tool = undefined;
    this.#answer = null;
    this.#shows += 1;
    if (!this.#source) return;
    this.#view.replaceChildren();
    this.#search.text = "";
    this.#search.input.focus();
  }

  get #language() {
    const said = this.getAttribute("lang") || this.closest("[lang]")?.lang || document.documentElement.lang;
    return /^en\b/i.test(said) ? "en" : "nl";
  }

  get #register() {
    const said = this.getAttribute("register");
    if (said) return said === "u" ? "parent" : "teacher";
    return this.#context.role === "parent" ? "parent" : "teacher";
  }

  async #start() {
    const turn = ++this.#turn;
    this.#shows += 1;
    this.#context = read(this.getAttribute("context"));
    this.#root.lang = this.#language;
    this.#root.setAttribute("aria-busy", "true");
    this.#source = undefined;
    this.#answer = null;
    let source;
    let words;
    try {
      source = this.#given ?? (await opening(await this.#address(), Boolean(this.getAttribute("school"))));
      words = await Words.of(source, this.#language, this.#register);
    } catch (error) {
      if (turn === this.#turn) this.#failed(error);
      return;
    }
    if (turn !== this.#turn) return;
    this.#words = words;
    try {
      source = await this.#atSchool(source);
    } catch (error) {
      if (turn === this.#turn) this.#refused("ui.school_failed", error);
      return;
    }
    if (turn !== this.#turn) return;
    this.#source = source;
    this.#root.removeAttribute("aria-busy");
    this.#search = new Combobox(source, words, {
      hint: source.namesOnly === undefined ? "ui.search_hint" : "static.search_hint",
      chosen: (row) => this.#chosen(row),
      submitted: (text) => void this.#submitted(text),
      announced: (text) => this.#say(text),
    });
    this.#root.replaceChildren(this.#search.node, this.#status, this.#view);
    this.#view.replaceChildren();
    this.#card = undefined;
    this.#tool = this.getAttribute("tool") || this.#tool;
    this.#edition = this.getAttribute("edition") ?? undefined;
    if (this.#tool) await this.#show({ focus: false });
  }

  /** What to open: precomputed answers where WebAssembly is not allowed. */
  async #address() {
    const precomputed = this.getAttribute("static");
    const instead = precomputed !== null && !(await runs());
    return new URL(instead ? precomputed : (this.getAttribute("src") ?? KNOWLEDGE_BASE), document.baseURI).href;
  }

  async #atSchool(source) {
    const address = this.getAttribute("school");
    this.#problems = false;
    const school = address ? await source.withSchool(await schoolFile(new URL(address, document.baseURI))) : source;
    this.#problems = (await school.info())?.school?.problems.length > 0;
    return school;
  }

  /** The page when nothing could be loaded: never taken for an answer. */
  #failed(error) {
    const texts = outage[this.#language][this.#register];
    const next = error?.code === "module_refused" ? texts.load_refused : texts.load_failed_next;
    this.#root.removeAttribute("aria-busy");
    const again = h("button", { type: "button", class: "primary", onclick: () => void this.#start() }, texts.retry);
    this.#view.replaceChildren(
      screen("error", texts.load_failed, [texts.load_failed_meaning, next], "alert", again),
    );
    this.#root.replaceChildren(this.#status, this.#view);
    this.#tell("magdit-error", { code: error?.code ?? "internal" });
  }

  #refused(key, error) {
    const words = this.#words;
    this.#root.removeAttribute("aria-busy");
    const again = h("button", { type: "button", class: "primary", onclick: () => void this.#start() }, words.say("ui.retry"));
    this.#view.replaceChildren(screen("error", words.say(key), [words.say("ui.load_failed_meaning")], "alert", again));
    this.#root.replaceChildren(this.#status, this.#view);
    this.#tell("magdit-error", { code: error?.code ?? "not_loaded" });
  }

  #say(text) {
    this.#status.textContent = text;
  }

  #tell(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }

  #chosen({ id, edition }) {
    this.#tool = id;
    this.#edition = edition;
    this.#card = undefined;
    void this.#show({ focus: true });
  }

  async #submitted(text) {
    const show = ++this.#shows;
    const words = this.#words;
    let found;
    try {
      found = await this.#source.search(text, 6);
    } catch (error) {
      if (show !== this.#shows) return undefined;
      this.#answer = null;
      this.#view.replaceChildren(screen("error", words.say("ui.not_understood"), [], "alert"));
      return this.#tell("magdit-error", { code: error?.code ?? "internal" });
    }
    if (show !== this.#shows) return undefined;
    this.#context = { ...found.understood, ...this.#context };
    if (found.certain) return this.#chosen(found.matches[0]);
    this.#answer = null;
    this.#card = undefined;
    this.#tool = undefined;
    this.#view.replaceChildren(found.matches.length ? this.#choose(found) : this.#unknown(text));
    this.#view.querySelector("[tabindex='-1']")?.focus();
  }

  #choose(found) {
    const words = this.#words;
    const list = choices(words, found.matches, (match) => this.#chosen(match));
    return screen("choose", words.say("ui.choose_headline"), [words.say("ui.choose_meaning")], undefined, list, this.#ask());
  }

  #unknown(text) {
    const words = this.#words;
    const number = this.#source.namesOnly;
    if (number !== undefined) {
      const lines = [words.say("ui.load_failed_meaning"), words.say("static.names_only", { number }), words.say("ui.not_found_next")];
      return screen("unknown", words.say("ui.found_nothing"), lines, undefined, this.#ask(text));
    }
    const lines = [words.say("ui.unknown_meaning"), words.say("ui.not_found_next")];
    return screen("unknown", words.say("ui.unknown_headline"), lines, undefined, this.#ask(text));
  }

  /** The way to a provisional answer, where the source knows the questions. */
  #ask(text = this.#search.input.value.trim()) {
    if (!this.#source.questionnaire) return undefined;
    const words = this.#words;
    const start = () => {
      const questions = new Questions(
        words,
        this.#level,
        (answers) => this.#source.questionnaire(answers, this.#asked(), this.#language),
        (step) => this.#provisional(step),
      );
      this.#view.replaceChildren(questions.node);
      questions.start(text);
    };
    return h("button", { type: "button", class: "secondary", onclick: start }, words.say("ui.start_questions"));
  }

  get #level() {
    const level = Number(this.getAttribute("level"));
    return level >= 1 && level <= 5 ? level : 2;
  }

  #asked() {
    const day = today();
    const role = this.#context.role ?? (this.#register === "parent" ? "parent" : "teacher");
    return { ...this.#context, role, edition: this.#edition, as_of: day, today: day };
  }

  /** A question that nobody answered beforehand: said, and never guessed. */
  #notAsked(fields) {
    const words = this.#words;
    const said = fields.filter((field) => this.#context[field] !== undefined);
    const value = said.map((field) => words.say(label(field))).join(", ");
    const lines = [words.say("static.not_asked_meaning"), value && words.say("static.not_asked", { value })];
    const without = () => {
      for (const field of said) delete this.#context[field];
      void this.#show({ focus: true });
    };
    const again = value && h("button", { type: "button", class: "primary", onclick: without }, words.say("static.ask_without"));
    return screen("unknown", words.say("static.not_asked_headline"), lines.filter(Boolean), "alert", again);
  }

  /** Answers of another time: not shown. */
  #outdated({ day, early }) {
    const words = this.#words;
    if (early) return screen("unknown", words.say("static.not_asked_headline"), [words.on("static.too_early", day)], "alert");
    return screen("unknown", words.say("ui.stale_headline"), [words.on("static.too_old", day)], "alert");
  }

  #newCard() {
    return new Card(this.#words, this.#level, {
      asks: this.#source.asks,
      asked: (field, value) => {
        this.#context = { ...this.#context, [field]: value };
        void (field === "role" ? this.#spoken() : this.#show({ focus: false, keepChips: true }));
      },
      edition: (id) => {
        this.#edition = id;
        void this.#show({ focus: true, keepChips: true });
      },
      tool: (id) => this.#chosen({ id }),
      has: this.#source.has && ((id) => this.#source.has(id)),
      again: () => this.reset(),
      shared: (answer) => this.#shared(answer),
    });
  }

  async #show({ focus, keepChips = false }) {
    const show = ++this.#shows;
    const [id, asked] = [this.#tool, this.#asked()];
    let answer;
    let tool;
    let instead;
    try {
      [answer, tool] = await Promise.all([this.#source.check(id, asked, this.#language), this.#source.tool(id)]);
      instead = answer.instead && (await this.#nameOf(answer.instead));
    } catch (error) {
      if (show !== this.#shows) return;
      this.#answer = null;
      if (error?.code === "unknown_tool" || error?.code === "too_large") this.#view.replaceChildren(this.#unknown(""));
      else if (error?.code === "unknown_edition" && this.#edition) {
        this.#edition = undefined;
        return this.#show({ focus });
      }
      else if (error?.code === "not_in_export") this.#view.replaceChildren(this.#notAsked(error.fields ?? []));
      else if (error?.code === "export_outdated") this.#view.replaceChildren(this.#outdated(error));
      else return this.#failed(error);
      this.#card = undefined;
      return this.#tell("magdit-error", { code: error.code });
    }
    if (show !== this.#shows) return;
    this.#answer = answer;
    this.#judged = tool.editions.some(({ plan }) => plan !== "not_recorded");
    const kept = keepChips && this.#card;
    this.#card = kept || this.#newCard();
    const headline = this.#card.show(answer, {
      context: this.#context,
      judged: this.#judged,
      problems: this.#problems,
      instead,
      keepChips: Boolean(kept),
    });
    if (!kept) this.#view.replaceChildren(this.#card.node);
    if (focus) this.#card.heading.focus();
    this.#say(`${answer.name}: ${headline}`);
    this.#tell("magdit-answer", { answer, question: asked });
  }

  /** The name of a tool, or its id where this source does not have it. */
  async #nameOf(id) {
    try {
      return (await this.#source.tool(id)).name;
    } catch {
      return id;
    }
  }

  /** Another role may be spoken to in another way. */
  async #spoken() {
    this.#words = await Words.of(this.#source, this.#language, this.#register);
    await this.#show({ focus: false });
    this.#view.querySelector("details.more")?.setAttribute("open", "");
    this.#view.querySelector("select[name=role]")?.focus();
  }

  #provisional(step) {
    this.#answer = step.answer;
    this.#card = this.#newCard();
    const headline = this.#card.show(step.answer, { context: this.#context, provisional: step });
    this.#card.context.replaceChildren();
    this.#view.replaceChildren(this.#card.node);
    this.#card.heading.focus();
    this.#say(`${step.answer.name}: ${headline}`);
  }

  #shared(answer) {
    const address = new URL(document.URL);
    address.search = new URLSearchParams([["tool", answer.tool], ...new URLSearchParams(write(this.#context))]).toString();
    address.hash = "";
    const words = this.#words;
    const base = words.say("ui.knowledge_base", {
      number: answer.knowledge_base.edition,
      date: words.day(answer.knowledge_base.issued),
    });
    return [`${answer.name}: ${answer.headline}`, base, answer.standing, address.href].join("\n");
  }

  #unfold = () => {
    for (const details of this.shadowRoot.querySelectorAll("details")) details.open = true;
  };
}

/** A page with a message instead of an answer. */
function screen(kind, headline, lines, role, ...more) {
  return h(
    "section",
    { class: "card message", part: "card", role },
    h(
      "div",
      { class: "verdict", part: "verdict", "data-outcome": kind },
      mark(kind),
      h(
        "div",
        {},
        h("p", { class: "headline", part: "headline", tabindex: -1 }, sentence(headline)),
        lines.map((line) => h("p", { class: "notice" }, line)),
      ),
    ),
    more.some(Boolean) && h("div", { class: "body buttons" }, ...more),
  );
}

if (!customElements.get("magdit-check")) customElements.define("magdit-check", MagditCheck);
