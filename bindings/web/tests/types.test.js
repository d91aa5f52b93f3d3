// Type-checks every answer of the conformance file as an object literal, so
// that a field the types leave out, or one they invent, is an error.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const web = join(dirname(fileURLToPath(import.meta.url)), "..");
const folder = join(web, "../../tests/conformance");
const TYPES = { search: "SearchResult", tool: "Tool", check: "Answer", questionnaire: "Step", info: "Info", with_school: "Info", open: "Info" };

function literals() {
  const lines = [];
  for (const name of readdirSync(folder).filter((file) => file.endsWith(".json"))) {
    const { cases } = JSON.parse(readFileSync(join(folder, name), "utf8"));
    for (const { call, code, answer } of cases) {
      if (code === "ok" && answer) lines.push([TYPES[call], answer]);
      else if (answer) lines.push(["{ code: ErrorCode; error: string }", answer]);
    }
  }
  return lines;
}

/** What the compiler says of a program. */
function compile(program) {
  const scratch = mkdtempSync(join(web, "build/types-"));
  try {
    writeFileSync(join(scratch, "answers.ts"), program);
    const options = ["--strict", "--noEmit", "--exactOptionalPropertyTypes", "--target", "es2022", "--module", "nodenext", "--skipLibCheck", "false"];
    const { stdout, status } = spawnSync(join(web, "node_modules/.bin/tsc"), ["--ignoreConfig", ...options, join(scratch, "answers.ts")], { encoding: "utf8" });
    return { stdout, status };
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

const HEAD = 'import type { Answer, ErrorCode, Info, KnowledgeBase, SearchResult, Source, Step, Tool } from "../../dist/index.js";\nimport "../../dist/magdit-check.js";\n';
const USE = `
declare const library: KnowledgeBase;
export const source: Source = library;
export const answer: Answer = library.check("kahoot", { role: "teacher", age: 11 }, "nl");
document.querySelector("magdit-check")!.addEventListener("magdit-answer", ({ detail }) => detail.answer.outcome satisfies string);
`;

test("every answer of the conformance file fits the types", () => {
  const found = literals();
  const program = found.map(([type, answer], at) => `export const a${at}: ${type} = ${answer};`).join("\n");
  const { stdout, status } = compile(HEAD + program + USE);
  assert.equal(status, 0, stdout.slice(0, 3000));
  assert.ok(found.length > 400, `only ${found.length} answers`);
  console.log(`${found.length} answers fit the types`);
});

test("a missing field, an undeclared one and a wrong word do not fit", () => {
  const [, answer] = literals().find(([type]) => type === "Answer");
  const { outcome, ...missing } = JSON.parse(answer);
  const wrong = [missing, { ...JSON.parse(answer), invented: 1 }, { ...JSON.parse(answer), outcome: `${outcome}x` }];
  for (const value of wrong) {
    const { status } = compile(`${HEAD}export const a: Answer = ${JSON.stringify(value)};`);
    assert.notEqual(status, 0);
  }
});
