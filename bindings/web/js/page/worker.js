// Keeps the files of the page, so that it answers without a connection.
// `MAGDIT_FILES` and `MAGDIT_VERSION` are filled in by `build.js`.
const VERSION = `magdit-page-${MAGDIT_VERSION}`;
const FILES = new Set(MAGDIT_FILES.map((file) => new URL(file, location.href).href));
const PAGE = new URL("index.html", location.href).href;

const SETTINGS = new URL("settings.json", location.href).href;

async function install() {
  const cache = await caches.open(VERSION);
  await cache.addAll([...FILES, SETTINGS].map((file) => new Request(file, { cache: "reload" })));
  const { school } = await (await cache.match(SETTINGS)).json();
  if (school) await cache.add(new URL(school, location.href));
}

addEventListener("install", (event) => event.waitUntil(install()));

addEventListener("activate", (event) => {
  const old = (name) => name.startsWith("magdit-page-") && name !== VERSION;
  const tidy = async () => Promise.all((await caches.keys()).filter(old).map((name) => caches.delete(name)));
  event.waitUntil(tidy());
});

async function own(request, file) {
  const cache = await caches.open(VERSION);
  return (await cache.match(file)) ?? fetch(request);
}

/** What a school may change beside the page: from the server, or as last seen. */
async function latest(request) {
  const cache = await caches.open(VERSION);
  try {
    const response = await fetch(request);
    if (response.ok) await cache.put(request, response.clone());
    return response;
  } catch (error) {
    const kept = await cache.match(request);
    if (kept) return kept;
    throw error;
  }
}

addEventListener("fetch", (event) => {
  const { request } = event;
  const address = new URL(request.url);
  if (request.method !== "GET" || address.origin !== location.origin || request.cache === "no-store") return;
  if (request.mode === "navigate") return event.respondWith(own(request, PAGE));
  const plain = address.origin + address.pathname;
  if (FILES.has(plain)) return event.respondWith(own(request, plain));
  if (address.pathname.endsWith(".json")) event.respondWith(latest(request));
});
