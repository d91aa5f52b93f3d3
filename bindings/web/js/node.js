import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { initSync, KnowledgeBase as Module } from "magdit-module";
import { bytes, fetched, KnowledgeBase, MagditError } from "./api.js";

export { KnowledgeBase, MagditError, today } from "./api.js";

/** Where the files of the package stand. */
export const MODULE = new URL("./magdit_bg.wasm", import.meta.url);
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

/** Opens a knowledge base: the one of the package, bytes, a path or an address. */
export async function open(input = KNOWLEDGE_BASE, { module = MODULE } = {}) {
  if (!started) {
    initSync({ module: readFileSync(module) });
    started = true;
  }
  return KnowledgeBase.from(Module, await bytes(input, read));
}
