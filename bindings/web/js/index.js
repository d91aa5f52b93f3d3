import start, { KnowledgeBase as Module } from "magdit-module";
import { bytes, MagditError, opened, trusted } from "./api.js";

export { KnowledgeBase, MagditError, today } from "./api.js";

/** Where the files of the package stand. */
export const MODULE = new URL("./magdit_bg.wasm", import.meta.url);
export const WHOLE_MODULE = new URL("./magdit_whole_bg.wasm", import.meta.url);
export const KNOWLEDGE_BASE = new URL("./magdit.kb", import.meta.url);

/** Starts a module once, and again after a failure. */
function once(load) {
  let starting;
  return (address) => {
    starting ??= load(address).catch((cause) => {
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
  };
}

const first = once(async (address) => {
  await start({ module_or_path: address });
  return Module;
});

const whole = once(async (address) => (await import("./magdit-whole.js")).started(address));

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
export async function open(input, options) {
  trusted(input, options?.keys);
  return openWith(input, options, options?.keys);
}

/** Opens bytes or an address that anybody may have made. */
export async function openUnsigned(input, options) {
  return openWith(input, options);
}

async function openWith(input = KNOWLEDGE_BASE, { module = MODULE, wholeModule = WHOLE_MODULE, whole: atOnce = false } = {}, keys) {
  const loaded = atOnce ? whole(wholeModule) : first(module);
  const [file, Module] = await Promise.all([bytes(input), loaded]);
  return opened(Module, file, keys, atOnce ? undefined : () => whole(wholeModule));
}
