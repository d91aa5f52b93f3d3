import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { initSync, KnowledgeBase as Module, testPanic } from "../build/panics/magdit.js";
import { KnowledgeBase as Calls } from "../js/api.js";

const read = (path) => readFileSync(new URL(path, import.meta.url));

const stopped = (error) => error.code === "internal" && error.cause instanceof WebAssembly.RuntimeError;

test("a panic is an error, and a knowledge base that is opened afterwards answers", () => {
  initSync({ module: read("../build/panics/magdit_bg.wasm") });
  const fixture = read("../../../tests/conformance/fixture.kb");
  const PANICS = 100;
  for (let made = 0; made < PANICS; made += 1) {
    const library = new Calls({ search: () => testPanic() });
    assert.throws(() => library.search("kahoot"), stopped);
    assert.equal(new Calls(Module.openUnsigned(fixture)).search("voorbeeldquiz").certain, true);
  }
  console.log(`panic node: ${PANICS} panics, each an error`);
});
