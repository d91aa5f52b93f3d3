import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { launch } from "./browser.js";
import { serve } from "./server.js";

const here = dirname(fileURLToPath(import.meta.url));
const folder = join(here, "../../../../tests/conformance");

test("every case of the conformance file gives the same bytes in the browser", async () => {
  const paths = readdirSync(folder, { recursive: true }).filter((name) => /\.(json|kb)$/.test(name));
  const files = Object.fromEntries(paths.map((path) => [`/conformance/${path}`, readFileSync(join(folder, path))]));
  files["/replay.js"] = readFileSync(join(here, "../replay.js"));
  const server = await serve({ files });
  const browser = await launch();
  try {
    const page = await browser.newPage();
    await page.goto(server.add({ script: false }, "wasm"));
    const names = paths.filter((path) => /^[a-z]+\.json$/.test(path));
    const { cases, different } = await page.evaluate(async (names) => {
      const { openUnsigned } = await import("/index.js");
      const { replay } = await import("/replay.js");
      const files = {};
      for (const name of names) files[name] = await (await fetch(`/conformance/${name}`)).json();
      const bytes = async (name) => {
        const response = await fetch(name === "embedded" ? "/magdit.kb" : `/conformance/${name}`);
        return new Uint8Array(await response.arrayBuffer());
      };
      return replay(openUnsigned, files, bytes);
    }, names);
    assert.deepEqual(different, []);
    assert.ok(cases > 400, `only ${cases} cases`);
    console.log(`conformance browser: ${cases} cases`);
  } finally {
    await browser.close();
    await server.close();
  }
});
