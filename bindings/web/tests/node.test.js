import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { KnowledgeBase, MagditError, open, openUnsigned, today } from "../dist/node.js";
import { KnowledgeBase as Calls } from "../js/api.js";
import { replay } from "./replay.js";

const here = dirname(fileURLToPath(import.meta.url));
const folder = join(here, "../../../tests/conformance");

test("every case of the conformance file gives the same bytes in Node", async () => {
  const names = readdirSync(folder).filter((name) => name.endsWith(".json"));
  const files = Object.fromEntries(names.map((name) => [name, JSON.parse(readFileSync(join(folder, name), "utf8"))]));
  const bytes = async (name) => new Uint8Array(readFileSync(name === "embedded" ? join(here, "../dist/magdit.kb") : join(folder, name)));
  const { cases, different } = await replay(openUnsigned, files, bytes);
  assert.deepEqual(different, []);
  assert.ok(cases > 400, `only ${cases} cases`);
  console.log(`conformance node: ${cases} cases`);
});

test("open takes the package's own file, a path, an address and bytes", async () => {
  const file = join(here, "../dist/magdit.kb");
  const hashes = [];
  for (const input of [undefined, file, new URL(`file://${file}`), readFileSync(file), new Uint8Array(readFileSync(file)).buffer]) {
    hashes.push((await openUnsigned(input)).info().sha256);
  }
  assert.equal(new Set(hashes).size, 1);
});

test("a file from outside needs keys, or a caller who says that it does not", async () => {
  const read = (name) => readFileSync(join(folder, name));
  const keys = read("signed.keys").toString();
  const signed = await open(read("signed.kb"), { keys });
  assert.equal(signed.info().number, 7);
  await assert.rejects(open(read("signed.kb")), { code: "knowledge_base_not_trusted" });
  await assert.rejects(open(read("fixture.kb"), { keys }), { code: "knowledge_base_not_trusted" });
  await assert.rejects(open(read("signed.kb"), { keys: "" }), { code: "invalid_request" });
  await assert.rejects(open(undefined, { keys }), { code: "knowledge_base_not_trusted" });
  assert.equal((await openUnsigned(read("signed.kb"))).info().number, 7);
});

test("errors have a code and never an answer", async () => {
  const library = await open();
  const code = (call) => {
    try {
      return call();
    } catch (error) {
      assert.ok(error instanceof MagditError && error instanceof Error);
      return error.code;
    }
  };
  assert.equal(code(() => library.check("geen-tool")), "unknown_tool");
  assert.equal(code(() => library.check("kahoot", { age: 121 })), "invalid_age");
  assert.equal(code(() => library.check("kahoot", { agee: 12 })), "invalid_request");
  assert.equal(code(() => library.check("kahoot", {}, "fr")), "unknown_language");
  assert.equal(code(() => library.search("x".repeat(1_000_000))), "too_large");
  await assert.rejects(library.withSchool("{"), { name: "MagditError", code: "school_file" });
  assert.equal(code(() => library.texts("ui", "nl", "je")), "invalid_request");
  assert.equal(code(() => library.info("gisteren")), "invalid_date");
  await assert.rejects(openUnsigned(new Uint8Array(8)), { code: "not_a_knowledge_base" });
  await assert.rejects(openUnsigned("/no/such/file.kb"), { code: "not_loaded" });
  library.close();
  assert.equal(code(() => library.info()), "closed_handle");
  library.close();
});

test("a question without days is asked today, where the device is", () => {
  const program = `
    import { open, today } from ${JSON.stringify(join(here, "../dist/node.js"))};
    const answer = (await open()).check("kahoot", { age: 14 });
    console.log(answer.as_of === today(), answer.as_of);
  `;
  const asked = (zone) => execFileSync("node", ["--input-type=module", "-e", program], { encoding: "utf8", env: { ...process.env, TZ: zone } });
  for (const zone of ["Europe/Amsterdam", "Pacific/Kiritimati", "Pacific/Pago_Pago"]) assert.match(asked(zone), /^true \d{4}-\d{2}-\d{2}/);
  assert.equal(today(new Date(2026, 0, 5, 23, 59)), "2026-01-05");
});

test("a school's file changes answers and leaves the knowledge base as it was", async () => {
  const library = await openUnsigned(new Uint8Array(readFileSync(join(folder, "fixture.kb"))));
  const school = await library.withSchool(readFileSync(join(folder, "schools/linde.json")));
  assert.ok(school instanceof KnowledgeBase);
  const asked = { as_of: "2026-11-21", today: "2026-11-21", age: 12 };
  assert.equal(school.check("voorbeeld-sociaal", asked).outcome, "not_allowed");
  assert.notEqual(library.check("voorbeeld-sociaal", asked).outcome, "not_allowed");
});

test("a module that stops is an error with a code", () => {
  const module = {
    search() {
      throw new WebAssembly.RuntimeError("unreachable");
    },
  };
  assert.throws(() => new Calls(module).search("kahoot"), { code: "internal" });
});

test("calls that no host should make get an error or an answer, and nothing stops", async () => {
  const library = await openUnsigned(new Uint8Array(readFileSync(join(folder, "fixture.kb"))));
  let seed = 7;
  const random = (below) => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return seed % below;
  };
  const letters = ['"', "{", "}", "[", "]", ":", ",", "\\", "\u0000", "\ud800", "é", "💥", "a", "1", "as_of", "voorbeeld-quiz", "nl", " "];
  const junk = () => Array.from({ length: random(12) }, () => letters[random(letters.length)]).join("");
  const codes = new Map();
  const CALLS = 100_000;
  for (let made = 0; made < CALLS; made += 1) {
    const calls = [
      () => library.search(junk(), random(9)),
      () => library.tool(junk()),
      () => library.check(junk(), junk(), "nl"),
      () => library.questionnaire(junk(), junk(), junk()),
      async () => (await library.withSchool(junk())).close(),
      () => library.info(junk()),
      () => library.texts(junk(), "nl", junk()),
    ];
    try {
      await calls[made % calls.length]();
      codes.set("ok", (codes.get("ok") ?? 0) + 1);
    } catch (error) {
      assert.ok(error instanceof MagditError, String(error));
      codes.set(error.code, (codes.get(error.code) ?? 0) + 1);
    }
  }
  assert.equal(codes.get("internal"), undefined);
  assert.ok(codes.size >= 5, [...codes.keys()].join());
  assert.equal(library.check("voorbeeld-quiz", { as_of: "2026-11-21" }).tool, "voorbeeld-quiz");
  console.log(`${CALLS} calls that no host should make: ${[...codes].map(([code, times]) => `${code} ${times}`).join(", ")}`);
});
