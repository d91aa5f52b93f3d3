// Measures one engine in Node on what `magdit-peers write` wrote.
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const [engine, folder] = process.argv.slice(2);
const read = (name) => fs.readFileSync(path.join(folder, name));
const names = JSON.parse(read("names.json"));
const queries = JSON.parse(read("queries.json"));
const here = path.dirname(fileURLToPath(import.meta.url));

const LIMIT = 5;
const MOST_MS = 20_000;
const PROBES = 24;
const FEWEST_PROBES = 3;
const MOST_PROBING_MS = 5_000;

function firstTools(ids) {
  const tools = [];
  for (const id of ids) {
    if (!tools.includes(id)) tools.push(id);
    if (tools.length === LIMIT) break;
  }
  return tools;
}

const engines = {
  async magdit() {
    const module = fs.readFileSync(path.join(here, "../target/wasm32-unknown-unknown/release/magdit_peers_wasm.wasm"));
    const { instance } = await WebAssembly.instantiate(module, {});
    const wasm = instance.exports;
    const index = read("index.bin");
    const put = (bytes) => {
      const at = wasm.room(bytes.length);
      new Uint8Array(wasm.memory.buffer, at, bytes.length).set(bytes);
    };
    put(index);
    if (wasm.open() !== 1) throw new Error("the index cannot be opened");
    const encoder = new TextEncoder();
    const decoder = new TextDecoder();
    return {
      label: "magdit, WebAssembly",
      bytes: index.length,
      memory: () => wasm.memory.buffer.byteLength,
      search(text) {
        put(encoder.encode(text));
        const length = wasm.search(LIMIT);
        if (length === 0) return [];
        return decoder.decode(new Uint8Array(wasm.memory.buffer, wasm.place(), length - 1)).split("\n");
      },
    };
  },
  async fuse() {
    const { default: Fuse } = await import("fuse.js");
    const list = names.map(([name]) => name);
    const fuse = new Fuse(list, { threshold: 0.3, ignoreLocation: true, includeScore: true });
    return {
      label: "Fuse.js",
      search: (text) => firstTools(fuse.search(text, { limit: 20 }).map((hit) => names[hit.refIndex][1])),
    };
  },
  async minisearch() {
    const { default: MiniSearch } = await import("minisearch");
    const index = new MiniSearch({ fields: ["name"] });
    index.addAll(names.map(([name], id) => ({ id, name })));
    return {
      label: "MiniSearch",
      stored: () => Buffer.byteLength(JSON.stringify(index)),
      search: (text) => firstTools(index.search(text, { prefix: true, fuzzy: 0.2 }).map((hit) => names[hit.id][1])),
    };
  },
  async ufuzzy() {
    const { default: UFuzzy } = await import("@leeoniya/ufuzzy");
    const ufuzzy = new UFuzzy({ intraMode: 1 });
    const list = names.map(([name]) => name);
    return {
      label: "uFuzzy",
      search(text) {
        const [found, info, order] = ufuzzy.search(list, text, 1);
        if (!found) return [];
        const places = order ? order.map((at) => info.idx[at]) : found;
        return firstTools(places.map((at) => names[at][1]));
      },
    };
  },
};

globalThis.gc();
const before = process.memoryUsage();
const buildStart = performance.now();
const subject = await engines[engine]();
const buildMs = performance.now() - buildStart;
globalThis.gc();
const after = process.memoryUsage();
const memory = subject.memory ? subject.memory() : after.heapUsed - before.heapUsed;

const micros = (run) => {
  const start = process.hrtime.bigint();
  const found = run();
  return [Number(process.hrtime.bigint() - start) / 1e3, found];
};
const sum = (numbers) => numbers.reduce((a, b) => a + b, 0);
const stride = Math.ceil(queries.length / PROBES);
let probes = [];
for (let round = 0; round < 2; round += 1) {
  if (sum(probes) > MOST_PROBING_MS * 1e3) break;
  probes = [];
  for (let at = 0; at < queries.length; at += stride) {
    probes.push(micros(() => subject.search(queries[at][1]))[0]);
    if (probes.length >= FEWEST_PROBES && sum(probes) > MOST_PROBING_MS * 1e3) break;
  }
}
probes.sort((a, b) => a - b);
const each = probes[probes.length >> 1];
const repeats = each > 250_000 ? 1 : each > 10_000 ? 2 : 5;
if (each < 1_000) for (const query of queries) for (let round = 0; round < 10; round += 1) subject.search(query[1]);
const affordable = Math.min(queries.length, Math.max(1, Math.floor((MOST_MS * 1e3) / (each * repeats))));
const step = Math.ceil(queries.length / affordable);

const times = [];
const kinds = {};
let negatives = 0;
let answered = 0;
for (let at = 0; at < queries.length; at += step) {
  const [kind, text, wanted] = queries[at];
  let best = Infinity;
  let found = [];
  for (let round = 0; round < repeats; round += 1) {
    const [time, result] = micros(() => subject.search(text));
    best = Math.min(best, time);
    found = result;
  }
  times.push(best);
  if (wanted.length === 0) {
    negatives += 1;
    answered += found.length > 0 ? 1 : 0;
    continue;
  }
  const place = found.findIndex((id) => wanted.includes(id));
  kinds[kind] ??= [0, 0, 0];
  kinds[kind][0] += 1;
  kinds[kind][1] += place === 0 ? 1 : 0;
  kinds[kind][2] += place >= 0 ? 1 : 0;
}
times.sort((a, b) => a - b);
const share = (part) => times[Math.round((times.length - 1) * part)];
const stored = subject.bytes ?? subject.stored?.() ?? null;
console.log(
  JSON.stringify({
    engine: subject.label,
    size: Number(path.basename(folder)),
    names: names.length,
    queries: times.length,
    p50: share(0.5),
    p99: share(0.99),
    max: share(1),
    build_ms: buildMs,
    memory,
    bytes_per_name: stored === null ? null : stored / names.length,
    kinds,
    negatives,
    answered,
  }),
);
