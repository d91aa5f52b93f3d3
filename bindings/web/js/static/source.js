import { fetched, MagditError, today } from "../api.js";
import { answer, file } from "./answers.js";
import { Names } from "./search.js";

const own = (sections, name) => (Object.hasOwn(sections, name) ? sections[name] : {});

/**
 * Precomputed answers with the calls of a knowledge base, each of which
 * answers later. It looks up what `magdit export web` wrote, and decides
 * nothing.
 */
export class StaticSource {
  #base;
  #read;
  #index;
  #tools;
  #names;
  #files = new Map();

  /** For `openStatic` only. */
  constructor(address, index, read) {
    this.#base = address;
    this.#index = index;
    this.#read = read;
    this.#tools = new Map(index.tools.map((tool) => [tool.id, tool]));
    this.#names = new Names(index.tools);
    /** Values that each field of a question may have; other fields none. */
    this.asks = Object.fromEntries(index.asks.map(({ field, at }) => [field, Object.keys(at).filter(Boolean)]));
    this.asks.age = true;
    /** How many tools are found here, and only by name. */
    this.namesOnly = index.tools.length;
  }

  /** A file of the tree, fetched once; again after a failure. */
  #file(path) {
    if (!this.#files.has(path)) {
      const loading = file(new URL(path, this.#base), this.#read);
      this.#files.set(path, loading);
      loading.catch(() => this.#files.delete(path));
    }
    return this.#files.get(path);
  }

  #spoken(language) {
    if (this.#index.languages.includes(language)) return language;
    throw new MagditError("unknown_language", "the tree was not written in this language");
  }

  async search(text, limit = 8) {
    return this.#names.search(text, limit);
  }

  /** Whether the tree has answers about a tool. */
  has(id) {
    return this.#tools.has(id);
  }

  /** Name, supplier and editions; the whole record is not part of the tree. */
  async tool(id) {
    const tool = this.#tools.get(id);
    if (!tool) throw new MagditError("unknown_tool", "no tool of the tree has this id");
    const { names, judged, ...shown } = tool;
    return shown;
  }

  async check(id, asked = {}, language = "nl") {
    await this.tool(id);
    const spoken = this.#spoken(language);
    const day = today();
    const question = { ...asked, as_of: asked.as_of ?? day, today: asked.today ?? asked.as_of ?? day };
    const answers = await this.#file(`${spoken}/answers/${encodeURIComponent(id)}.json`);
    const common = await this.#file(`${spoken}/${answers.common}`);
    return answer(answers, common, question);
  }

  async texts(section, language = "nl", register = "teacher") {
    const { teacher, parent } = await this.#file(`${this.#spoken(language)}/texts.json`);
    const plain = own(teacher, section);
    return register === "parent" ? { ...plain, ...own(parent, section) } : { ...plain };
  }

  async info() {
    return structuredClone(this.#index.info);
  }

  async withSchool() {
    throw new MagditError("not_in_export", "a school's file has to be there when the tree is written: magdit export web --school");
  }
}

/** Opens a tree by the address of its `index.json`. `read` gives the bytes behind an address. */
export async function openStatic(address, { read = fetched } = {}) {
  const base = new URL(address, globalThis.document?.baseURI);
  return new StaticSource(base, await file(base, read), read);
}
