import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { initSync, KnowledgeBase as Module } from "magdit-whole-module";
import { bytes, fetched, MagditError, opened, trusted } from "./api.js";

export { KnowledgeBase, MagditError, today } from "./api.js";

/** Where the files of the package stand. Here the whole module is the only one that is loaded. */
export const MODULE = new URL("./magdit_bg.wasm", import.meta.url);
export const WHOLE_MODULE = new URL("./magdit_whole_bg.wasm", import.meta.url);
export const KNOWLEDGE_BASE = new URL("./magdit.kb", import.meta.url);

let started = false;

/** Reads a file of this computer; http and https are fetched. */
async function read(address) {
  const url = address instanceof URL ? address : undefined;
  if (/^https?:/.test(url?.protocol ?? String(address))) return fetched(address);
  try {
    return new Uint8Array(await readFile(address));
  } catch (cause) {
    throw new MagditError("not_loaded", "the file could not be read; check its path", { cause });
  }
}

/** Opens the knowledge base of the package; or bytes, a path or an address that holders of `keys` signed. */
export async function open(input, { keys, wholeModule } = {}) {
  trusted(input, keys);
  return openWith(input, wholeModule, keys);
}

/** Opens bytes, a path or an address that anybody may have made. */
export async function openUnsigned(input, { wholeModule } = {}) {
  return openWith(input, wholeModule);
}

async function openWith(input = KNOWLEDGE_BASE, module = WHOLE_MODULE, keys) {
  if (!started) {
    initSync({ module: readFileSync(module) });
    started = true;
  }
  return opened(Module, await bytes(input, read), keys);
}
