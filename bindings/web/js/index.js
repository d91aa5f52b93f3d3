import start, { KnowledgeBase as Module } from "magdit-module";
import { bytes, MagditError, opened, trusted } from "./api.js";

export { KnowledgeBase, MagditError, today } from "./api.js";

/** Where the files of the package stand. */
export const MODULE = new URL("./magdit_bg.wasm", import.meta.url);
export const KNOWLEDGE_BASE = new URL("./magdit.kb", import.meta.url);

let starting;

function started(module) {
  starting ??= start({ module_or_path: module }).catch((cause) => {
    starting = undefined;
    const refused = typeof WebAssembly === "undefined" || cause instanceof WebAssembly.CompileError || cause instanceof EvalError;
    throw refused
      ? new MagditError("module_refused", "WebAssembly is not allowed here; add 'wasm-unsafe-eval' to script-src", {
          cause,
        })
      : new MagditError("not_loaded", "the module could not be loaded; check that it stands beside this file", {
          cause,
        });
  });
  return starting;
}

/** Whether WebAssembly is there and allowed: the smallest module tells. */
export async function runs() {
  try {
    await WebAssembly.compile(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0));
    return true;
  } catch {
    return false;
  }
}

/** Opens the knowledge base of the package; or bytes or an address that holders of `keys` signed. */
export async function open(input, { keys, module } = {}) {
  trusted(input, keys);
  return openWith(input, module, keys);
}

/** Opens bytes or an address that anybody may have made. */
export async function openUnsigned(input, { module } = {}) {
  return openWith(input, module);
}

async function openWith(input = KNOWLEDGE_BASE, module = MODULE, keys) {
  const [file] = await Promise.all([bytes(input), started(module)]);
  return opened(Module, file, keys);
}
