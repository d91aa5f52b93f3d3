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
  #handle;
  #openWhole;
  #opening;

  /**
   * For `opened` and `withSchool` only. `openWhole` opens the same file in the
   * whole module; without it, this one is whole.
   */
  constructor(handle, openWhole) {
    this.#handle = handle;
    this.#openWhole = openWhole;
  }

  #call(call, handle = this.#handle) {
    if (!this.#handle) throw new MagditError("closed_handle", "this knowledge base is closed; open it again");
    return guarded(() => call(handle));
  }

  #json(call, handle) {
    return JSON.parse(this.#call(call, handle));
  }

  /** The handle that has every call; after a failure the next call tries again. */
  async #whole() {
    if (!this.#openWhole || !this.#handle) return this.#handle;
    this.#opening ??= this.#openWhole().catch((error) => {
      this.#opening = undefined;
      throw error;
    });
    return this.#opening;
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

  async questionnaire(answers, asked = {}, language = "nl") {
    return this.#json((module) => module.questionnaire(text(answers), question(asked), language), await this.#whole());
  }

  async withSchool(file) {
    const bytes = typeof file === "string" ? new TextEncoder().encode(file) : new Uint8Array(file);
    return new KnowledgeBase(this.#call((module) => module.withSchool(bytes), await this.#whole()));
  }

  info(day = today()) {
    return this.#json((module) => module.info(day ?? undefined));
  }

  supersedes(other) {
    const [keys, number] = other.#call((module) => [module.keyEpoch, module.number]);
    return this.#call((module) => module.supersedes(keys, number));
  }

  texts(section, language = "nl", register = "teacher") {
    return this.#json((module) => module.texts(section, language, register));
  }

  close() {
    this.#handle?.free();
    this.#handle = undefined;
    this.#opening?.then((handle) => handle.free(), () => {});
    this.#opening = undefined;
  }
}

/**
 * Opens bytes with the module: by these keys, or without looking at them.
 * `whole` gives the module that has every call, where this one has not.
 */
export function opened(Module, bytes, keys, whole) {
  const open = (Calls, file) => guarded(() => (keys === undefined ? Calls.openUnsigned(file) : Calls.open(file, keys)));
  const handle = open(Module, bytes);
  if (!whole) return new KnowledgeBase(handle);
  // The caller may change its bytes until the whole module is wanted.
  const kept = new Uint8Array(bytes);
  return new KnowledgeBase(handle, async () => open(await whole(), kept));
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
