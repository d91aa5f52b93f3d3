// The tree of all tools as the test in Rust wrote it (MAGDIT_STATIC_TREE), read
// by the element's own source: each answer has the digest of the library's.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { MagditError, openStatic } from "../dist/static.js";
import { ADDRESS } from "./tree.js";

const folder = process.env.MAGDIT_STATIC_TREE;

function read(address) {
  try {
    return readFileSync(join(folder, new URL(address).pathname.slice("/mag-dit/".length)));
  } catch (cause) {
    throw new MagditError("not_loaded", "there is no such file", { cause });
  }
}

test("answers about every tool, read in JavaScript, are the library's", { skip: !folder && "MAGDIT_STATIC_TREE is not set" }, async () => {
  const source = await openStatic(ADDRESS, { read: async (address) => read(address) });
  const replay = JSON.parse(readFileSync(join(folder, "replay.json"), "utf8"));
  let counted = 0;
  for (const [of, questions] of Object.entries(replay)) {
    const [language, tool] = of.split("/");
    for (const [question, digest] of questions) {
      const said = JSON.stringify(await source.check(tool, question, language));
      assert.equal(createHash("sha256").update(said).digest("hex"), digest, `${of} ${JSON.stringify(question)}`);
      counted += 1;
    }
  }
  const { tools } = await source.info();
  assert.equal(Object.keys(replay).length, 2 * tools);
  assert.ok(counted > 50 * tools, `only ${counted} answers`);
  console.log(`static tree: ${counted} answers about ${tools} tools in two languages replayed in JavaScript`);
});
