import { KNOWLEDGE_BASE, open } from "../index.js";

/** The cache with the newer knowledge base, apart from the page's own files. */
const KEPT = "magdit-knowledge-base";
const NAME = "kept.kb";

async function kept() {
  const cache = await globalThis.caches?.open(KEPT);
  return (await cache?.match(NAME))?.arrayBuffer();
}

async function keep(bytes) {
  const cache = await globalThis.caches?.open(KEPT);
  await cache?.put(NAME, new Response(bytes, { headers: { "content-type": "application/octet-stream" } }));
}

async function forget() {
  await globalThis.caches?.delete(KEPT);
}

async function signed(bytes, options) {
  try {
    return bytes && (await open(bytes, options));
  } catch {
    return undefined;
  }
}

/**
 * The knowledge base to ask: a newer one that was kept, and otherwise the one
 * the page came with. Where there are keys, their holders signed it, and both
 * are verified each time; what was kept and is not right is thrown away.
 * `options` are those of `open`.
 */
export async function opened(options) {
  if (!options.keys) return open(undefined, options);
  const later = await signed(await kept().catch(() => undefined), options);
  let shipped;
  try {
    shipped = await open(KNOWLEDGE_BASE, options);
  } catch (error) {
    if (!later) throw error;
    return later;
  }
  if (later?.supersedes(shipped)) return later;
  await forget().catch(() => {});
  return shipped;
}

/**
 * Looks for a newer knowledge base beside the page. Gives it when holders of
 * the keys signed it and it is later than the one in use; `undefined` when
 * there is none. Throws what is wrong with one that is not right, and then
 * nothing was replaced.
 */
export async function newer(current, options) {
  if (!options.keys) return undefined;
  let response;
  try {
    response = await fetch(KNOWLEDGE_BASE, { cache: "no-store" });
  } catch {
    return undefined;
  }
  if (!response.ok) return undefined;
  const bytes = await response.arrayBuffer();
  const found = await open(bytes, options);
  if (!found.supersedes(current)) {
    found.close();
    return undefined;
  }
  await keep(bytes).catch(() => {});
  return found;
}
