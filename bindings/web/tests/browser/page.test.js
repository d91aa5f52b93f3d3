// The installable page: a teacher's check, what it keeps, without a
// connection, and a newer knowledge base.
import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { launch, screenshot } from "./browser.js";
import { tabTo } from "./look.js";
import { ASKED, FILES, INFORMED, openPage } from "./page-states.js";
import { publisher } from "./publisher.js";
import { site } from "./site.js";
import { synthetic } from "./synthetic.js";
import { tree } from "../tree.js";

let server;
let browser;
before(async () => {
  server = await site({ files: FILES });
});
after(async () => {
  await server.close();
});

/** Each test has a profile of its own: what one keeps, another never sees. */
async function fresh(run) {
  browser = await launch();
  const page = await browser.newPage();
  page.setDefaultTimeout(15000);
  try {
    await run(page);
  } finally {
    await browser.close();
  }
}

const shown = (page) => page.locator("magdit-check").evaluate((node) => node.answer && [node.answer.tool, node.answer.knowledge_base.edition]);
const EMPTY = { query: "", shows: "magdit-check .search" };

test("a teacher checks, keeps and erases, by keyboard alone", () =>
  fresh(async (page) => {
    await openPage(page, server, EMPTY);
    await tabTo(page, "#query");
    await page.keyboard.type("voorbeeldq");
    await page.locator(".option").first().waitFor();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.locator("magdit-check .card .headline").waitFor();
    assert.equal(new URL(page.url()).searchParams.get("tool"), "voorbeeld-quiz");
    await tabTo(page, "select[name=sector]");
    await page.keyboard.press("End");
    await page.waitForFunction(() => new URL(document.URL).searchParams.get("sector") === "mbo");
    await tabTo(page, ".more a");
    const parents = await page.evaluate(() => document.activeElement.href);
    assert.match(parents, /tool=voorbeeld-quiz.*for=parent.*sector=mbo/);
    const stored = await page.evaluate(() => ({ ...localStorage }));
    assert.deepEqual(Object.keys(stored), ["magdit-recent"]);
    assert.deepEqual(JSON.parse(stored["magdit-recent"]), [{ tool: "voorbeeld-quiz", name: "Voorbeeldquiz", context: "sector=mbo" }]);
    await page.goto(server.page());
    await page.locator(".recent a").waitFor();
    await screenshot(page, "page-recent");
    await tabTo(page, ".recent button");
    await page.keyboard.press("Enter");
    assert.equal(await page.locator(".recent a").count(), 0);
    assert.equal(await page.evaluate(() => localStorage.length), 0);
    assert.deepEqual(await page.context().cookies(), []);
  }));

test("the way back leads from the answer to the search", () =>
  fresh(async (page) => {
    await openPage(page, server, EMPTY);
    await page.locator("magdit-check").evaluate((node) => node.check("voorbeeld-bord"));
    await page.waitForURL(/tool=voorbeeld-bord/);
    await page.goBack();
    await page.waitForFunction(() => document.querySelector("magdit-check")?.answer === null);
  }));

test("the second visit works without a connection, also with a shared link, and for parents", () =>
  fresh(async (page) => {
    await openPage(page, server, EMPTY);
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await page.context().setOffline(true);
    server.requests.length = 0;
    const times = [];
    for (let visit = 0; visit < 3; visit += 1) {
      const began = performance.now();
      await page.goto(server.page("?title=Les&url=https%3A%2F%2Fvoorbeeld-quiz.example%2Fles"));
      await page.locator("magdit-check .card .headline").waitFor();
      times.push(performance.now() - began);
    }
    assert.deepEqual((await shown(page))[0], "voorbeeld-quiz");
    await openPage(page, server, { query: INFORMED, shows: ".parents" });
    assert.match(await page.locator(".decided").innerText(), /goedgekeurd/, "the school's file is there too");
    await screenshot(page, "page-offline");
    assert.deepEqual(server.requests, [], "nothing came from the server");
    console.log(`first answer without a connection ${Math.round(times.sort((one, next) => one - next)[1])} ms (median of ${times.length} visits to the page)`);
  }));

test("an outage is said as one, to teachers and parents, and trying again helps", async () => {
  for (const killed of ["/magdit/magdit.kb", "/magdit/magdit_whole_bg.wasm", "/magdit/magdit-whole.js", "/magdit/page/settings.json"]) {
    await fresh(async (page) => {
      const broken = await site({ files: FILES, killed: [killed] });
      for (const query of ["?tool=voorbeeld-quiz", INFORMED, "?url=https%3A%2F%2Fvoorbeeld-quiz.example"]) {
        await openPage(page, broken, { query, shows: "magdit-check .message[role=alert]" });
        const text = await page.locator("magdit-check .message").innerText();
        assert.match(text, /We kunnen de gegevens niet laden/, killed);
        assert.doesNotMatch(text, /weten we nog n|kennen deze tool niet|geen tool die we kennen/, killed);
      }
      await openPage(page, broken, { query: INFORMED, shows: "magdit-check .message[role=alert]" });
      broken.killed.length = 0;
      await page.locator("magdit-check button").click();
      await page.locator(".parents").waitFor();
      await broken.close();
    });
  }
});

test("a school's file that cannot be read gives no answer", () =>
  fresh(async (page) => {
    const broken = await site({ files: { ...FILES, "/magdit/page/our-school.json": "{" } });
    await openPage(page, broken, { query: INFORMED, shows: ".message[role=alert]" });
    assert.match(await page.locator("main").innerText(), /besluiten van de school niet lezen/);
    assert.equal(await page.locator(".parents").count(), 0);
    await openPage(page, broken, { query: "?tool=voorbeeld-quiz", shows: "magdit-check .message[role=alert]" });
    assert.equal(await shown(page), null);
    await broken.close();
  }));

test("a newer knowledge base comes in when holders of the keys signed it, and a bad one never does", () =>
  fresh(async (page) => {
    const { keys, first, second, foreign, damaged } = publisher();
    const files = { ...FILES, "/magdit/magdit.kb": first, "/magdit/page/settings.json": JSON.stringify({ keys }) };
    const place = await site({ files });
    const visit = async () => {
      await openPage(page, place, { query: "?tool=voorbeeld-quiz&age=14", shows: "magdit-check .card" });
      await page.waitForTimeout(700);
      await page.locator("magdit-check .card").first().waitFor();
      return [(await shown(page))[1], await page.locator(".status").textContent()];
    };
    const settled = () => page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    assert.deepEqual(await visit(), [1, ""]);
    await settled();
    for (const [name, bad] of Object.entries({ foreign, damaged })) {
      place.files["/magdit/magdit.kb"] = bad;
      const [edition, said] = await visit();
      assert.equal(edition, 1, name);
      assert.match(said, /De nieuwe kennisbank klopt niet/, name);
    }
    place.files["/magdit/magdit.kb"] = second;
    const [edition, said] = await visit();
    assert.equal(edition, 2);
    assert.match(said, /nummer 2/);
    place.files["/magdit/magdit.kb"] = first;
    assert.deepEqual(await visit(), [2, ""], "an older one does not come back");
    await page.context().setOffline(true);
    assert.deepEqual((await visit())[0], 2, "it is kept");
    await page.evaluate(async (bytes) => {
      const cache = await caches.open("magdit-knowledge-base");
      for (const request of await cache.keys()) await cache.put(request, new Response(new Uint8Array(bytes)));
    }, [...damaged.subarray(0, 5000)]);
    assert.deepEqual((await visit())[0], 1, "what was kept is verified again");
    await place.close();
    await page.context().setOffline(false);
    const strangers = await site({ files: { ...files, "/magdit/magdit.kb": foreign } });
    await openPage(page, strangers, { query: "?tool=voorbeeld-quiz", shows: "magdit-check .message[role=alert]" });
    assert.equal(await shown(page), null, "where there are keys, the first one has to be signed too");
    await strangers.close();
  }));

/** WebAssembly is not allowed, as where a browser is locked down. */
const STRICT = "script-src 'self'";

test("where WebAssembly is not allowed the page says so", () =>
  fresh(async (page) => {
    const strict = await site({ files: FILES, policy: STRICT });
    for (const query of ["?tool=voorbeeld-quiz", INFORMED]) {
      await openPage(page, strict, { query, shows: "magdit-check .message[role=alert]" });
      const said = await page.locator("magdit-check .message").innerText();
      assert.match(said, /We kunnen de gegevens niet laden/);
      assert.match(said, /Deze browser staat dit programma niet toe/);
      assert.doesNotMatch(said, /Controleer (je|uw) verbinding/, "the connection is not what is wrong");
    }
    await screenshot(page, "page-refused");
    await strict.close();
  }));

test("without WebAssembly the page answers from precomputed answers, offline too", () =>
  fresh(async (page) => {
    const folder = mkdtempSync(join(tmpdir(), "magdit-school-"));
    writeFileSync(join(folder, "our-school.json"), FILES["/magdit/page/our-school.json"]);
    const made = tree(["voorbeeld-quiz"], { knowledgeBase: synthetic(), more: ["--school", join(folder, "our-school.json"), "--languages", "nl"] });
    rmSync(folder, { recursive: true, force: true });
    const files = Object.fromEntries(Object.entries(made).map(([path, bytes]) => [`/magdit/page/static/${path}`, bytes]));
    const settings = { school: "our-school.json", static: "static/index.json" };
    const strict = await site({ files: { ...FILES, ...files, "/magdit/page/settings.json": JSON.stringify(settings) }, policy: STRICT });
    await openPage(page, strict, { query: "?tool=voorbeeld-quiz&edition=private&sector=vo&age=14&account=private", shows: "magdit-check .card" });
    const answer = await page.locator("magdit-check").evaluate((node) => node.answer);
    assert.equal(answer.school.decision, "approved", "with the school's decision");
    assert.equal(await page.locator("magdit-check").evaluate((node) => node.source.namesOnly), 1, "looked up, not worked out");
    await openPage(page, strict, { query: ASKED, shows: ".parents" });
    assert.match(await page.locator("main").innerText(), /U mag nee zeggen/);
    await screenshot(page, "page-static");
    await openPage(page, strict, { query: `${ASKED}&letter=consent`, shows: ".letter .boxes" });
    await openPage(page, strict, { query: "?tool=voorbeeld-chat&for=parent", shows: ".message[role=alert]" });
    await openPage(page, strict, { query: `${ASKED}&purpose=publish`, shows: ".message[role=alert]" });
    assert.match(await page.locator("main").innerText(), /Op deze vraag staat hier geen antwoord/);
    const later = { ...JSON.parse(FILES["/magdit/page/our-school.json"]), date: "2026-11-22" };
    strict.files["/magdit/page/our-school.json"] = JSON.stringify(later);
    for (const query of ["?tool=voorbeeld-quiz", ASKED]) {
      await openPage(page, strict, { query, shows: "main > .message[role=alert]" });
      assert.match(await page.locator("main").innerText(), /besluiten van (de|je) school niet lezen/, "a later file of the school is not in the answers");
    }
    await strict.close();
  }));

test("the page asks for its own files and nothing else", () =>
  fresh(async (page) => {
    const requests = [];
    page.on("request", (request) => requests.push(request.url()));
    const complaints = [];
    page.on("console", (message) => ["error", "warning"].includes(message.type()) && complaints.push(message.text()));
    await openPage(page, server, { query: "?tool=voorbeeld-quiz&age=14", shows: "magdit-check .card" });
    await openPage(page, server, { query: INFORMED, shows: ".parents" });
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    const own = ["", "page.js", "answer.css", "page.css", "icon.svg", "icon-192.png", "icon-512.png", "maskable-512.png", "settings.json", "our-school.json", "worker.js", "manifest.webmanifest", "index.html"];
    const known = new Set([...own.map((name) => `/magdit/page/${name}`), "/magdit/index.js", "/magdit/magdit-check.js", "/magdit/magdit-whole.js", "/magdit/magdit_bg.wasm", "/magdit/magdit_whole_bg.wasm", "/magdit/magdit.kb"]);
    const other = requests.filter((address) => !known.has(address.startsWith(server.origin) ? new URL(address).pathname : address));
    assert.deepEqual(other, []);
    assert.deepEqual(complaints, []);
    console.log(`${requests.length} requests of the page, all its own`);
  }));

test("what a phone needs to install the page and to share to it is there", async () => {
  const manifest = await (await fetch(server.page("manifest.webmanifest"))).json();
  assert.deepEqual(manifest.share_target, { action: "./", method: "GET", enctype: "application/x-www-form-urlencoded", params: { title: "title", text: "text", url: "url" } });
  assert.equal(manifest.display, "standalone");
  for (const { src, sizes, type } of manifest.icons) {
    const response = await fetch(server.page(src));
    assert.equal(response.headers.get("content-type"), type, src);
    const bytes = Buffer.from(await response.arrayBuffer());
    if (type === "image/png") assert.deepEqual([`${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`, bytes.toString("latin1", 1, 4)], [sizes, "PNG"], src);
  }
  const of = (sizes, purpose) => manifest.icons.some((icon) => icon.sizes === sizes && icon.purpose === purpose);
  assert.ok(of("192x192", "any") && of("512x512", "any") && of("512x512", "maskable"), "what Android asks of an icon");
  assert.doesNotMatch(JSON.stringify(manifest) + (await (await fetch(server.page())).text()), /\{ui\./);
});
