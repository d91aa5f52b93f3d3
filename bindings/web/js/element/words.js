const SECTIONS = [
  "ui",
  "account",
  "age",
  "basis",
  "compulsory",
  "data",
  "device",
  "freshness",
  "match",
  "outcome-short",
  "procured",
  "purpose",
  "questionnaire",
  "role",
  "route-short",
  "sector",
  "standing",
  "static",
  "strength",
  "unknown",
  "value",
];

/** The words of the knowledge base in one language and register. */
export class Words {
  #texts;

  constructor(texts, language) {
    this.#texts = texts;
    this.language = language;
  }

  /** Reads them from a source. */
  static async of(source, language, register) {
    const sections = await Promise.all(SECTIONS.map((section) => source.texts(section, language, register)));
    const texts = new Map();
    SECTIONS.forEach((section, index) => {
      for (const [key, text] of Object.entries(sections[index] ?? {})) texts.set(`${section}.${key}`, text);
    });
    return new Words(texts, language);
  }

  /** The sentence under a key, its blanks filled; nothing where there is none. */
  say(key, blanks = {}) {
    const text = this.#texts.get(key) ?? "";
    return text.replace(/\{(\w+)\}/g, (blank, name) => String(blanks[name] ?? blank));
  }

  /** A day as people write it. */
  day(date) {
    const form = new Intl.DateTimeFormat(this.language, { dateStyle: "long", timeZone: "UTC" });
    return form.format(new Date(`${date}T00:00:00Z`));
  }

  /** A sentence about a day. */
  on(key, date) {
    return this.say(key, { date: this.day(date) });
  }

  /** A value of a fact. */
  value(value) {
    if (Array.isArray(value)) return value.map((word) => this.value(word)).join(", ") || this.say("value.none");
    if (value === true) return this.say("value.yes");
    if (value === false) return this.say("value.no");
    if (typeof value === "number") return String(value);
    return this.say(`value.${value}`) || String(value);
  }
}
