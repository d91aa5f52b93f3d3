import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch } from "./browser.js";
import { serve } from "./server.js";
import { enter, FILES, STATES } from "./states.js";

let server;
let browser;
before(async () => {
  server = await serve({ files: FILES });
  browser = await launch();
});
after(async () => {
  await browser.close();
  await server.close();
});

const state = (name) => STATES.find((one) => one.name === name);

test("with and without a policy that allows WebAssembly the answers are the same", async () => {
  const page = await browser.newPage();
  const problems = [];
  page.on("console", (message) => message.type() === "error" && problems.push(message.text()));
  const answers = [];
  for (const policy of ["none", "wasm", "trusted"]) {
    const element = await enter(page, server, state("conditional"), policy);
    answers.push(await element.evaluate((node) => JSON.stringify(node.answer)));
    assert.notEqual(await element.locator(".card").evaluate((card) => getComputedStyle(card).borderTopStyle), "none");
  }
  assert.equal(answers[1], answers[0]);
  assert.equal(answers[2], answers[0]);
  assert.deepEqual(problems, []);
  await page.close();
});

test("where WebAssembly is not allowed, that is said as an outage with a code", async () => {
  const page = await browser.newPage();
  await page.addInitScript(() => document.addEventListener("magdit-error", ({ detail }) => (globalThis.failed = detail.code)));
  const element = await enter(page, server, { ...state("conditional"), shows: ".message[role=alert]" }, "strict");
  assert.match(await element.locator(".headline").textContent(), /niet laden/);
  assert.equal(await page.evaluate(() => globalThis.failed), "module_refused");
  await page.close();
});

test("a source of one's own answers without WebAssembly", async () => {
  const page = await browser.newPage();
  const element = await enter(page, server, state("conditional"));
  const recorded = await element.evaluate(async (node) => ({ answer: node.answer }));
  const texts = await page.evaluate(async () => {
    const { openUnsigned } = await import("/index.js");
    const library = await openUnsigned("/fixture.kb");
    const sections = {};
    const proxy = { texts: (section, language, register) => (sections[section] = library.texts(section, language, register)) };
    for (const name of ["ui", "account", "age", "basis", "compulsory", "data", "device", "freshness", "match", "outcome-short", "procured", "purpose", "questionnaire", "role", "route-short", "sector", "standing", "strength", "unknown", "value"]) proxy.texts(name, "nl", "teacher");
    return { sections, tool: library.tool("voorbeeld-quiz") };
  });
  await page.goto(server.add({ attributes: 'src="/gone.kb"' }, "strict"));
  const strict = page.locator("magdit-check");
  await strict.locator(".message").waitFor();
  await strict.evaluate(
    (node, { answer, sections, tool }) => {
      const later = (value) => new Promise((done) => setTimeout(() => done(value), 5));
      node.source = {
        search: () => later({ certain: true, matches: [{ id: tool.id, name: tool.name }], understood: {} }),
        tool: () => later(tool),
        check: () => later(answer),
        texts: (section) => later(sections[section]),
        info: () => later({}),
      };
      node.setAttribute("tool", tool.id);
    },
    { ...recorded, ...texts },
  );
  await strict.locator(".card .name").waitFor();
  assert.equal(await strict.evaluate((node) => JSON.stringify(node.answer)), JSON.stringify(recorded.answer));
  await page.close();
});

test("nothing is fetched but the package's own files", async () => {
  const page = await browser.newPage();
  const asked = [];
  page.on("request", (request) => asked.push(request.url()));
  for (const one of STATES) await enter(page, server, one);
  const elsewhere = asked.filter((address) => !address.startsWith(server.origin) && !address.startsWith("data:"));
  assert.deepEqual(elsewhere, []);
  const paths = new Set(asked.filter((address) => address.startsWith(server.origin)).map((address) => new URL(address).pathname));
  const known = ["/page.css", "/magdit-check.js", "/magdit-whole.js", "/magdit_bg.wasm", "/magdit_whole_bg.wasm", "/fixture.kb", "/school.json", "/broken.json", "/gone.kb"];
  assert.deepEqual([...paths].filter((path) => !known.includes(path) && !path.startsWith("/page-")), []);
  const cookies = await browser.context.cookies();
  assert.deepEqual(cookies, []);
  assert.equal(await page.evaluate(() => localStorage.length + sessionStorage.length), 0);
  console.log(`${asked.length} requests to ${paths.size} files of the page`);
  await page.close();
});

test("how long it takes, reported and not judged", async () => {
  const clocked = await launch();
  const page = await clocked.newPage();
  await page.addInitScript(() => {
    document.addEventListener("magdit-answer", () => (globalThis.answered ??= performance.now()));
  });
  const middle = (list) => list.toSorted((one, next) => one - next)[Math.floor(list.length / 2)];
  const answers = [];
  for (let round = 0; round < 9; round += 1) {
    await page.goto(server.add({ attributes: 'tool="kahoot"' }));
    await page.waitForFunction(() => globalThis.answered);
    answers.push(await page.evaluate(() => globalThis.answered));
  }
  const { times, tools } = await page.evaluate(async () => {
    const { open } = await import("/index.js");
    const library = await open();
    const times = [];
    for (const text of ["ka", "kah", "kaho", "kahoo", "kahoot", "kahoet", "google classrom", "mag padlet in groep 8"]) {
      for (let round = 0; round < 20; round += 1) {
        const from = performance.now();
        library.search(text, 6).matches.map(({ id }) => library.tool(id));
        times.push(performance.now() - from);
      }
    }
    return { times, tools: library.info().tools };
  });
  await clocked.close();
  const latency = `first answer ${middle(answers).toFixed(0)} ms after navigation (median of ${answers.length})`;
  console.log(`${latency}, keystroke to rows ${middle(times).toFixed(1)} ms (most ${Math.max(...times).toFixed(1)} ms) at ${tools} tools`);
});
