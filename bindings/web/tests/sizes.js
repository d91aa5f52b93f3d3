// What the package weighs: `node tests/sizes.js`. With `record`, the weight is
// written to `sizes.json`. More than the gate is a failure.
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants } from "node:zlib";
import { open, openUnsigned } from "../dist/node.js";

const web = join(dirname(fileURLToPath(import.meta.url)), "..");
const HISTORY = join(web, "sizes.json");

function weigh(path) {
  const bytes = readFileSync(join(web, path));
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  return { raw: bytes.length, brotli: brotliCompressSync(bytes, { params }).length };
}

/** Milliseconds of the quickest of five openings. */
async function opening(path) {
  const bytes = readFileSync(join(web, path));
  let best = Infinity;
  for (let made = 0; made < 5; made += 1) {
    const from = performance.now();
    const library = await openUnsigned(bytes);
    best = Math.min(best, performance.now() - from);
    library.close();
  }
  return best.toFixed(0);
}

const recipe = readFileSync(join(web, "build/recipe"), "utf8").trim();
const history = JSON.parse(readFileSync(HISTORY, "utf8"));
const names = ["magdit_bg.wasm", "index.js", "magdit_whole_bg.wasm", "magdit-whole.js", "node.js", "magdit-check.js", "magdit.kb"];
const sizes = Object.fromEntries(names.map((name) => [name, weigh(join("dist", name))]));
for (const [name, { raw, brotli }] of Object.entries(sizes)) console.log(`   ${name}: ${raw} bytes, ${brotli} with Brotli`);

const weight = sizes["magdit_bg.wasm"].brotli + sizes["index.js"].brotli;
const whole = sizes["magdit_whole_bg.wasm"].brotli + sizes["magdit-whole.js"].brotli;
const { budget, gate } = history;
console.log(`sizes: module and glue ${weight} bytes with Brotli (standard library ${recipe}), gate ${gate[recipe]}, budget ${budget.module_and_glue}`);
console.log(`sizes: whole module and its glue, loaded when asked for, ${whole} bytes with Brotli, gate ${gate[`whole_${recipe}`]}`);
const { tools } = (await open()).info();
const of500 = Math.round((sizes["magdit.kb"].brotli / tools) * 500);
console.log(`sizes: knowledge base of ${tools} tools ${sizes["magdit.kb"].brotli} bytes with Brotli, for 500 of them ${of500}, gate ${gate.knowledge_base_of_500_tools}, budget ${budget.knowledge_base_of_500_tools}`);
const unpacked = await opening("build/magdit.kb");
console.log(`sizes: unpacked it has ${weigh("build/magdit.kb").brotli} bytes with Brotli; opening it takes ${unpacked} ms, packed ${await opening("dist/magdit.kb")} ms`);
if (process.argv[2] === "record") {
  const last = history.weighed.at(-1);
  const now = { recipe, module: sizes["magdit_bg.wasm"], glue: sizes["index.js"], whole: sizes["magdit_whole_bg.wasm"], whole_glue: sizes["magdit-whole.js"], element: sizes["magdit-check.js"], knowledge_base: { tools, ...sizes["magdit.kb"] } };
  if (JSON.stringify(last) !== JSON.stringify(now)) history.weighed.push(now);
  writeFileSync(HISTORY, `${JSON.stringify(history, null, 2)}\n`);
}
const over = weight > gate[recipe] || whole > gate[`whole_${recipe}`] || of500 > gate.knowledge_base_of_500_tools;
if (over) {
  console.error("!! over the gate: find out what grew; only then move the gate in sizes.json");
  process.exit(1);
}
