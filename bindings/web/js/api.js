/** What went wrong: `code` for a program, the message for its author. */
export class MagditError extends Error {
  constructor(code, message, options) {
    super(message, options);
    this.name = "MagditError";
    this.code = code;
  }
}

/** Today where this device is, such as `2026-11-21`. */
export function today(now = new Date()) {
  const two = (number) => String(number).padStart(2, "0");
  return `${String(now.getFullYear()).padStart(4, "0")}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** A question as the library reads it. A text is passed as it is. */
function question(asked) {
  if (typeof asked === "string") return asked;
  const day = today();
  return JSON.stringify({ ...asked, as_of: asked?.as_of ?? day, today: asked?.today ?? day });
}

const text = (value) => (typeof value === "string" ? value : JSON.stringify(value));

/** Turns what a call of the module throws into a `MagditError`. */
function guarded(call) {
  try {
    return call();
  } catch (thrown) {
    if (typeof thrown === "string") {
      const { code, error } = JSON.parse(thrown);
      throw new MagditError(code, error);
    }
    if (thrown instanceof WebAssembly.RuntimeError) {
      throw new MagditError("internal", "a mistake in magdit stopped this call; open the knowledge base again", {
        cause: thrown,
      });
    }
    throw thrown;
  }
}

/** A verified knowledge base; `index.d.ts` describes every call. */
export class KnowledgeBase {
  #module;

  /** For `opened` and `withSchool` only. */
  constructor(module) {
    this.#module = module;
  }

  #call(call) {
    if (!this.#module) throw new MagditError("closed_handle", "this knowledge base is closed; open it again");
    return guarded(() => call(this.#module));
  }

  #json(call) {
    return JSON.parse(this.#call(call));
  }

  search(query, limit = 8) {
    return this.#json((module) => module.search(query, limit));
  }

  tool(id) {
    return this.#json((module) => module.tool(id));
  }

  check(id, asked = {}, language = "nl") {
    return this.#json((module) => module.check(id, question(asked), language));
  }

  questionnaire(answers, asked = {}, language = "nl") {
    return this.#json((module) => module.questionnaire(text(answers), question(asked), language));
  }

  withSchool(file) {
    const bytes = typeof file === "string" ? new TextEncoder().encode(file) : file;
    return new KnowledgeBase(this.#call((module) => module.withSchool(bytes)));
  }

  info(day = today()) {
    return this.#json((module) => module.info(day ?? undefined));
  }

  supersedes(other) {
    return this.#call((module) => module.supersedes(other.#module));
  }

  texts(section, language = "nl", register = "teacher") {
    return this.#json((module) => module.texts(section, language, register));
  }

  close() {
    this.#module?.free();
    this.#module = undefined;
  }
}

/** Opens bytes with the module: by these keys, or without looking at them. */
export function opened(Module, bytes, keys) {
  return new KnowledgeBase(guarded(() => (keys === undefined ? Module.openUnsigned(bytes) : Module.open(bytes, keys))));
}

/** Refuses a file from outside that nobody said whom it has to come from. */
export function trusted(input, keys) {
  if (input !== undefined && typeof keys !== "string") {
    throw new MagditError(
      "knowledge_base_not_trusted",
      "it is not said who has to have signed the file; give the text of the publisher's key file as keys, or call openUnsigned",
    );
  }
}

/** Bytes of a file: given, or behind an address. */
export async function bytes(input, read = fetched) {
  if (input instanceof Uint8Array) return input;
  if (input instanceof ArrayBuffer) return new Uint8Array(input);
  return read(input instanceof URL ? input : String(input));
}

/** Fetches a file; anything but the whole file is `not_loaded`. */
export async function fetched(address) {
  let response;
  try {
    response = await fetch(address);
    if (response.ok) return new Uint8Array(await response.arrayBuffer());
  } catch (cause) {
    throw new MagditError("not_loaded", "the file could not be fetched; check the address and the connection", {
      cause,
    });
  }
  throw new MagditError("not_loaded", `the server answered ${response.status}; check the address of the file`);
}
