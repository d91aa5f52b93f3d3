import { h, named } from "./dom.js";

const MOST = 6;
const EDITIONS_OF = 2;

/** Rows for a search result: a tool, and its editions where they differ. */
async function rows(source, found) {
  const tools = await Promise.all(found.matches.slice(0, MOST).map((match) => source.tool(match.id)));
  return found.matches.slice(0, MOST).flatMap((match, index) => {
    const tool = tools[index];
    const row = { ...match, supplier: tool.supplier_name };
    if (index >= EDITIONS_OF || match.edition || tool.editions.length < 2) return [row];
    const editions = tool.editions.map(({ id, name }) => ({ ...row, edition: id, edition_name: name }));
    return [row, ...editions];
  });
}

/** A search box with suggestions as one types, after the combobox pattern. */
export class Combobox {
  #source;
  #words;
  #rows = [];
  #active = -1;
  #turn = 0;

  /** `chosen(row)` for a suggestion, `submitted(text)` for the text itself. */
  constructor(source, words, { hint, chosen, submitted, announced }) {
    this.#source = source;
    this.#words = words;
    this.chosen = chosen;
    this.submitted = submitted;
    this.announced = announced;
    this.list = h("ul", { id: "suggestions", role: "listbox", class: "suggestions", part: "suggestions", hidden: true });
    this.list.setAttribute("aria-label", words.say("ui.suggestions"));
    this.input = h("input", {
      id: "query",
      type: "search",
      role: "combobox",
      part: "input",
      autocomplete: "off",
      autocapitalize: "none",
      spellcheck: "false",
      enterkeyhint: "search",
      maxlength: 400,
      "aria-expanded": "false",
      "aria-controls": "suggestions",
      "aria-autocomplete": "list",
      "aria-describedby": "hint",
      oninput: () => this.#typed(),
      onkeydown: (event) => this.#key(event),
      onblur: () => this.#close(),
    });
    this.node = h(
      "form",
      { class: "search", part: "search", role: "search", novalidate: true, onsubmit: (event) => this.#submit(event) },
      h("label", { for: "query" }, words.say("ui.search_label")),
      h("p", { id: "hint", class: "hint" }, words.say(hint)),
      h("div", { class: "field" }, this.input, h("button", { type: "submit", class: "primary" }, words.say("ui.search_button"))),
      this.list,
    );
  }

  set text(text) {
    this.input.value = text;
  }

  async #typed() {
    const turn = ++this.#turn;
    const text = this.input.value.trim();
    if (text.length < 2) return this.#close();
    let found;
    try {
      found = await rows(this.#source, await this.#source.search(text, MOST));
    } catch {
      found = [];
    }
    if (turn !== this.#turn) return;
    this.#show(found);
    const words = this.#words;
    this.announced(found.length ? words.say("ui.found_count", { number: found.length }) : words.say("ui.found_nothing"));
  }

  #show(found) {
    this.#rows = found;
    this.#active = -1;
    this.list.replaceChildren(...found.map((row, index) => this.#option(row, index)));
    this.list.hidden = found.length === 0;
    this.input.setAttribute("aria-expanded", String(found.length > 0));
    this.input.removeAttribute("aria-activedescendant");
  }

  #option(row, index) {
    const words = this.#words;
    const why = row.edition_name ? undefined : reason(words, row);
    return h(
      "li",
      {
        id: `option-${index}`,
        role: "option",
        class: row.edition_name ? "option edition" : "option",
        "aria-selected": "false",
        onpointerdown: (event) => event.preventDefault(),
        onclick: () => this.#pick(index),
      },
      h("span", { class: "option-name" }, named(row.name), row.edition_name && [" – ", named(row.edition_name)]),
      row.edition_name ? undefined : [" ", h("span", { class: "option-more" }, named(row.supplier))],
      why && [" ", h("span", { class: "option-more" }, "· ", why)],
    );
  }

  #mark(index) {
    const options = [...this.list.children];
    options.forEach((option, at) => option.setAttribute("aria-selected", String(at === index)));
    this.#active = index;
    if (index < 0) return this.input.removeAttribute("aria-activedescendant");
    this.input.setAttribute("aria-activedescendant", options[index].id);
    options[index].scrollIntoView({ block: "nearest" });
  }

  #key(event) {
    const last = this.#rows.length - 1;
    const open = !this.list.hidden;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (!open) return void this.#typed();
      const down = event.key === "ArrowDown";
      if (down) return this.#mark(this.#active >= last ? 0 : this.#active + 1);
      return this.#mark(this.#active <= 0 ? last : this.#active - 1);
    }
    if (event.key === "Escape") {
      event.preventDefault();
      if (open) this.#close();
      else this.input.value = "";
    }
    if (event.key === "Enter" && open && this.#active >= 0) {
      event.preventDefault();
      this.#pick(this.#active);
    }
  }

  #pick(index) {
    const row = this.#rows[index];
    this.#close();
    this.input.value = row.name;
    this.chosen(row);
  }

  #submit(event) {
    event.preventDefault();
    const text = this.input.value.trim();
    this.#close();
    if (text) this.submitted(text);
  }

  #close() {
    this.#turn++;
    this.#show([]);
  }
}

/** Why a match was found, in words; nothing where the name itself says it. */
export function reason(words, match) {
  if (match.kind === "name" || match.kind === "prefix") {
    return match.judged === false ? words.say("ui.not_judged") : undefined;
  }
  const kind = words.say(`match.${match.kind}`);
  const why = [kind, match.matched && match.matched !== match.name ? [": ", named(match.matched)] : undefined];
  return match.judged === false ? [why, " · ", words.say("ui.not_judged")] : why;
}

/** Matches as buttons, for who has to choose first. */
export function choices(words, matches, chosen) {
  return h(
    "ul",
    { class: "choices", role: "list" },
    matches.map((match) =>
      h(
        "li",
        {},
        h(
          "button",
          { type: "button", class: "choice", onclick: () => chosen(match) },
          h("span", { class: "option-name" }, named(match.name)),
          reason(words, match) && [" ", h("span", { class: "option-more" }, reason(words, match))],
        ),
      ),
    ),
  );
}
