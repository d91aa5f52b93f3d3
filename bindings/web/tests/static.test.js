// Precomputed answers read in Node: the library's, or none.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { before, test } from "node:test";
import { fileURLToPath } from "node:url";
import Ajv from "ajv/dist/2020.js";
import { open } from "../dist/node.js";
import { MagditError, openStatic } from "../dist/static.js";
import { exact, folded, Names, oneSlip } from "../js/static/search.js";
import { ADDRESS, DAY, questions, reader, tree } from "./tree.js";

const here = dirname(fileURLToPath(import.meta.url));
const TOOLS = ["kahoot", "zulip"];

let files;
let library;
let source;
before(async () => {
  files = tree(TOOLS, { more: ["--base-url", "https://portal.example/mag-dit"] });
  library = await open();
  source = await openStatic(ADDRESS, { read: reader(files, MagditError) });
});

const json = (path) => JSON.parse(files[path]);
const asked = (question) => ({ ...question, as_of: DAY, today: DAY });

test("every answer of the tree is the library's, byte for byte", async () => {
  let counted = 0;
  for (const language of ["nl", "en"]) {
    for (const tool of TOOLS) {
      for (const question of questions(json(`${language}/answers/${tool}.json`))) {
        const said = await source.check(tool, asked(question), language);
        assert.equal(JSON.stringify(said), JSON.stringify(library.check(tool, asked(question), language)));
        counted += 1;
      }
    }
  }
  assert.ok(counted > 10_000, `only ${counted} answers`);
  console.log(`${counted} static answers in Node`);
});

test("a question that was not answered beforehand is refused with what is too much", async () => {
  const refused = async (question, fields) => {
    await assert.rejects(source.check("kahoot", { role: "teacher", ...asked(question) }), (error) => {
      assert.deepEqual([error.code, error.fields.sort()], ["not_in_export", fields]);
      return true;
    });
  };
  await refused({ purpose: "show" }, ["purpose"]);
  await refused({ purpose: "show", device: "own", procured: false, compulsory: false }, ["compulsory", "device", "procured", "purpose"]);
  await refused({ role: "inspector" }, ["role"]);
  await refused({ role: undefined }, ["role"]);
  await refused({ country: "BE" }, ["country"]);
  for (const age of [3, 121, 11.5, "11"]) await refused({ age }, ["age"]);
  for (const word of ["constructor", "__proto__", "toString"]) await refused({ sector: word }, ["sector"]);
  await refused({ nonsense: 1 }, ["nonsense"]);
  await assert.doesNotReject(source.check("kahoot", { role: "teacher", country: "NL", age: 120, as_of: DAY }));
});

test("on a day on which answers do not hold there are none", async () => {
  const { from, until } = json("nl/answers/kahoot.json");
  const on = (as_of, today = as_of) => source.check("kahoot", { role: "teacher", as_of, today });
  assert.equal((await on(from)).as_of, from);
  assert.equal((await on(until)).as_of, until);
  assert.deepEqual(await on(until), library.check("kahoot", { role: "teacher", as_of: until, today: until }));
  const late = { code: "export_outdated", day: until, early: false };
  await assert.rejects(on(`${until.slice(0, 8)}${Number(until.slice(8)) + 1}`), late);
  await assert.rejects(on("2026-11-21"), { code: "export_outdated", day: from, early: true });
  await assert.rejects(on(from, until), { code: "not_in_export" });
  await assert.rejects(on("yesterday"), { code: "not_in_export" });
});

test("what is not in the tree is said by its code", async () => {
  await assert.rejects(source.check("zoom", asked({ role: "teacher" })), { code: "unknown_tool" });
  await assert.rejects(source.check("kahoot", asked({ role: "teacher", edition: "gold" })), { code: "unknown_edition" });
  await assert.rejects(source.check("kahoot", asked({ role: "teacher" }), "de"), { code: "unknown_language" });
  await assert.rejects(source.withSchool(), { code: "not_in_export" });
  await assert.rejects(openStatic("https://portal.example/mag-dit/gone.json", { read: reader(files, MagditError) }), { code: "not_loaded" });
  const damaged = { ...files, "index.json": Buffer.from("{") };
  await assert.rejects(openStatic(ADDRESS, { read: reader(damaged, MagditError) }), { code: "not_loaded" });
  const later = { ...files, "index.json": Buffer.from(JSON.stringify({ ...json("index.json"), schema: "magdit-static/2" })) };
  await assert.rejects(openStatic(ADDRESS, { read: reader(later, MagditError) }), { code: "not_loaded" });
  const half = Object.fromEntries(Object.entries(files).filter(([path]) => !path.includes("/common-")));
  const without = await openStatic(ADDRESS, { read: reader(half, MagditError) });
  await assert.rejects(without.check("kahoot", asked({ role: "teacher" })), { code: "not_loaded" });
});

test("an answer that somebody changes leaves the next one alone", async () => {
  const one = await source.check("kahoot", asked({ role: "teacher" }));
  one.sources.length = 0;
  one.conditions[0].text = "";
  assert.deepEqual(await source.check("kahoot", asked({ role: "teacher" })), library.check("kahoot", asked({ role: "teacher" })));
});

test("words, tools and the knowledge base are those of the library", async () => {
  let counted = 0;
  for (const language of ["nl", "en"]) {
    for (const register of ["teacher", "parent"]) {
      for (const section of Object.keys(json(`${language}/texts.json`).teacher)) {
        assert.deepEqual(await source.texts(section, language, register), library.texts(section, language, register));
        counted += 1;
      }
    }
  }
  const { freshness, origin, ...info } = library.info(DAY);
  assert.equal((await source.info()).sha256, info.sha256);
  for (const id of TOOLS) {
    const { name, supplier_name, editions } = library.tool(id);
    const shown = await source.tool(id);
    assert.deepEqual([shown.name, shown.supplier_name], [name, supplier_name]);
    assert.deepEqual(shown.editions, editions.map(({ id, name, plan }) => ({ id, name, plan })));
  }
  console.log(`${counted} sections of words`);
});

test("the sections of words are those that the element reads", () => {
  const words = readFileSync(join(here, "../js/element/words.js"), "utf8");
  const sections = JSON.parse(`[${words.match(/const SECTIONS = \[([^\]]+?),\s*\]/)[1]}]`);
  assert.deepEqual(Object.keys(json("nl/texts.json").teacher).sort(), sections.sort());
});

test("every file fits the published schema, and a changed one does not", () => {
  const schema = JSON.parse(readFileSync(join(here, "../export/schema.json"), "utf8"));
  assert.deepEqual(json("schema.json"), schema);
  const ajv = new Ajv({ validateFormats: false, strictTypes: false, strictTuples: false });
  ajv.addSchema(schema, "schema.json");
  const fits = (kind, value) => ajv.validate(`schema.json#/$defs/${kind}`, value);
  const kinds = [[/^index\.json$/, "index"], [/\/answers\//, "answers"], [/\/common-/, "common"], [/\/texts\.json$/, "texts"], [/\/oembed\//, "oembed"]];
  let counted = 0;
  for (const path of Object.keys(files).filter((path) => path.endsWith(".json"))) {
    const kind = kinds.find(([form]) => form.test(path))?.[1];
    if (!kind) continue;
    assert.ok(fits(kind, json(path)), `${path}: ${ajv.errorsText()}`);
    const { [Object.keys(json(path))[1]]: gone, ...less } = json(path);
    assert.ok(!fits(kind, less), path);
    assert.ok(!fits(kind, { ...json(path), more: 1 }), path);
    counted += 1;
  }
  assert.ok(counted >= 11, `only ${counted} files`);
  console.log(`${counted} files fit the schema`);
});

test("openapi names every file of the tree, and the schema of each", () => {
  const { paths } = json("openapi.json");
  const forms = Object.keys(paths).map((path) => new RegExp(`^${path.slice(1).replace(/[.]/g, "\\.").replace(/\{\w+\}/g, "[^/]+")}$`));
  const others = Object.keys(files).filter((path) => !forms.some((form) => form.test(path)));
  assert.deepEqual(others.sort(), ["openapi.json", "schema.json", "style.css"]);
  const schema = json("schema.json");
  const references = JSON.stringify(paths).match(/schema\.json#\/\$defs\/\w+/g);
  assert.ok(references.length >= 5);
  for (const reference of references) assert.ok(reference.split("/").at(-1) in schema.$defs, reference);
});

/** Tools with their names, as the index has them. */
function everyTool() {
  const ids = readdirSync(join(here, "../../../data/tools")).map((name) => name.replace(/\.toml$/, ""));
  return ids.map((id) => {
    const tool = library.tool(id);
    const names = [{ text: tool.name, kind: "name" }, ...(tool.other_names ?? [])];
    const row = ({ text, kind }) => {
      if (!text.trim()) return [text, kind, false, null];
      const found = library.search(text, 1);
      const certain = found.certain && found.matches[0].id === id;
      return [text, kind, certain, certain ? (found.matches[0].edition ?? null) : null];
    };
    const rows = names.map(row);
    const plain = names.map(({ text, kind }) => row({ text: text.replace(/[^\p{L}\p{N}\s]/gu, ""), kind }));
    return { ...tool, judged: true, names: [...rows, ...plain.filter(([, , certain]) => certain)] };
  });
}

test("search is never more certain than the library, and finds beginnings and slips", () => {
  const tools = everyTool();
  const names = new Names(tools);
  let certain = 0;
  let looked = 0;
  for (const tool of tools) {
    for (const [text] of tool.names) {
      const spoken = [text, text.toUpperCase(), ` ${text.toLowerCase()}  `, text.replace(/ /g, "  "), text.slice(0, -1), `${text}x`, text.replace(/[aeiou]/, "y"), `${text.slice(1)}`, `mag ${text} op school`];
      for (const said of spoken) {
        const here = names.search(said, 6);
        looked += 1;
        if (!here.certain) {
          assert.notEqual(here.confidence, "exact");
          continue;
        }
        certain += 1;
        const there = library.search(said, 6);
        assert.ok(there.certain && there.matches[0].id === here.matches[0].id, said);
        assert.equal(there.matches[0].edition, here.matches[0].edition, said);
      }
      if (folded(text).length >= 4) assert.ok(names.search(text.slice(0, 3), 999).matches.length > 0, text);
    }
  }
  assert.ok(certain > 1_500, `only ${certain}`);
  assert.equal(names.search("kahoot", 6).certain, true);
  assert.equal(new Names(json("index.json").tools).search("KAHOOT", 6).certain, true);
  assert.deepEqual([names.search("kahoott", 6).certain, names.search("kahoott", 6).matches[0].id], [false, "kahoot"]);
  assert.equal(names.search("snap", 6).certain, false);
  assert.deepEqual(names.search("zzqqzzqq", 6), { query_kind: "name", confidence: "none", certain: false, matches: [], understood: {} });
  assert.deepEqual(names.search("", 6).matches, []);
  console.log(`${looked} texts searched, ${certain} certain as in the library`);
});

test("one slip is one letter", () => {
  const yes = [["kahoot", "kahot"], ["kahoot", "kahoott"], ["kahoot", "kaboot"], ["kahoot", "khaoot"], ["a", ""]];
  const no = [["kahoot", "kahoot"], ["kahoot", "kaho"], ["kahoot", "kabott"], ["kahoot", "hakoot1"], ["abcd", "badc"]];
  for (const [one, next] of yes) assert.ok(oneSlip(one, next) && oneSlip(next, one), `${one} ${next}`);
  for (const [one, next] of no) assert.ok(!oneSlip(one, next) && !oneSlip(next, one), `${one} ${next}`);
  assert.equal(exact("  Ka  Hoot "), "ka hoot");
});
