import start, { KnowledgeBase } from "magdit-whole-module";

/** The module with every call. */
export async function started(address) {
  await start({ module_or_path: address });
  return KnowledgeBase;
}
