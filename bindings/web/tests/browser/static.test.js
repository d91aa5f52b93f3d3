// Precomputed answers: the element under the strictest policy, and the pages
// without scripts.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { DAY, tree } from "../tree.js";
import { LOOKS, violations } from "./axe.js";
import { launch, screenshot } from "./browser.js";
import { payloads } from "./payloads.js";
import { serve } from "./server.js";
import { synthetic } from "./synthetic.js";

const below = (folder, files) => Object.fromEntries(Object.entries(files).map(([path, bytes]) => [`${folder}/${path}`, bytes]));
const PRECOMPUTED = 'static="/tree/index.json"';

let server;
let browser;
let page;
let asked;
before(async () => {
  const files = tree(["kahoot", "zulip"], { more: ["--base-url", "https://portal.example/mag-dit"] });
  server = await serve({ files: below("/tree", files) });
  browser = await launch();
});
after(async () => {
  await browser.close();
  await server.close();
});

/** Opens a page with the element on a day. */
async function enter(attributes, policy, shows, day = DAY) {
  await page?.close();
  page = await browser.newPage();
  asked = [];
  page.on("request", (request) => asked.push(new URL(request.url())));
  await page.addInitScript(() => document.addEventListener("magdit-error", ({ detail }) => (globalThis.failed = detail.code)));
  await page.clock.setFixedTime(new Date(`${day}T12:00:00`));
  await page.goto(server.add({ attributes }, policy));
  const element = page.locator("magdit-check");
  await element.locator(shows).first().waitFor();
  return element;
}

const answer = (element) => element.evaluate((node) => JSON.stringify(node.answer));
const fetched = (ending) => asked.some(({ pathname }) => pathname.endsWith(ending));

test("without a policy, with WebAssembly and under the strictest one the answers are the same", async () => {
  const attributes = `tool="kahoot" context="sector=vo&amp;age=14" ${PRECOMPUTED}`;
  const answers = [];
  for (const policy of ["none", "wasm", "full"]) {
    const element = await enter(attributes, policy, ".card .actions");
    answers.push(await answer(element));
    assert.equal(fetched(".wasm"), policy !== "full", policy);
    assert.equal(fetched("/tree/index.json"), policy === "full", policy);
    assert.notEqual(await element.locator(".card").evaluate((card) => getComputedStyle(card).borderTopStyle), "none");
    await screenshot(page, `static-${policy}`);
  }
  assert.equal(answers[1], answers[0]);
  assert.equal(answers[2], answers[0]);
  assert.equal(new Set(asked.map(({ origin }) => origin)).size, 1);
  const paths = asked.map(({ pathname }) => pathname).filter((path) => !path.startsWith("/page"));
  const own = ["/magdit-check.js", "/tree/index.json", "/tree/nl/texts.json", "/tree/nl/answers/kahoot.json"];
  assert.deepEqual(paths.filter((path) => !own.includes(path) && !/^\/tree\/nl\/common-[0-9a-f]{16}\.json$/.test(path)), []);
  console.log(`3 policies, one answer; ${paths.length} own files under the strictest`);
});

test("every chip that is offered has an answer: the one of the library", async () => {
  const element = await enter(`tool="kahoot" src="/tree/index.json"`, "full", ".card .actions");
  await element.locator(".context summary").click();
  const chips = await element.locator(".context select").evaluateAll((all) => all.map(({ name, options }) => [name, [...options].map(({ value }) => value)]));
  assert.deepEqual(chips.map(([name]) => name), ["sector", "age", "account", "role", "data"]);
  const shown = [];
  const choose = async (name, value) => {
    await element.locator(`select[name=${name}]`).selectOption(value);
    await page.waitForFunction(([name, value]) => String(document.querySelector("magdit-check").question[name] ?? "") === value, [name, value]);
    await page.waitForTimeout(60);
    assert.equal(await element.locator(".message").count(), 0, `${name}=${value}`);
    shown.push([await element.evaluate((node) => node.question), await answer(element)]);
  };
  for (const [name, values] of chips) for (const value of [...values.slice(1), values[name === "role" ? 1 : 0]]) await choose(name, value);
  for (const [name, value] of [["sector", "mbo"], ["age", "16"], ["account", "private"], ["role", "parent"], ["data", "images"]]) await choose(name, value);
  const live = await browser.newPage();
  await live.goto(server.add({ script: false }));
  const different = await live.evaluate(
    async ([shown, day]) => {
      const { open } = await import("/index.js");
      const library = await open();
      const said = (question) => JSON.stringify(library.check("kahoot", { role: "teacher", ...question, as_of: day, today: day }, "nl"));
      return shown.filter(([question, answer]) => said(question) !== answer).map(([question]) => question);
    },
    [shown, DAY],
  );
  assert.deepEqual(different, []);
  assert.ok(shown.length > 35, `only ${shown.length} chips`);
  await live.close();
  console.log(`${shown.length} states of the chips`);
});

test("another tool that is not in the tree is named, and is no button that leads nowhere", async () => {
  const element = await enter(`tool="zulip" src="/tree/index.json"`, "full", ".card .choices");
  const others = await element.evaluate((node) => node.answer.alternatives.map(({ name }) => name));
  assert.ok(others.length > 0);
  assert.deepEqual(await element.locator(".choices .option-name").allTextContents(), others);
  assert.equal(await element.locator(".choices button").count(), 0);
  await screenshot(page, "static-alternatives");
});

test("a question that was not answered beforehand is said to be none, and can be asked without", async () => {
  const element = await enter(`tool="kahoot" context="age=14&amp;purpose=publish&amp;device=own" src="/tree/index.json"`, "full", ".message");
  assert.equal(await element.evaluate((node) => node.answer), null);
  assert.equal(await page.evaluate(() => globalThis.failed), "not_in_export");
  const text = await element.locator(".message").textContent();
  assert.match(text, /Op deze vraag staat hier geen antwoord/);
  assert.match(text, /Doel, Apparaat/);
  for (const look of LOOKS) {
    await page.emulateMedia(look.media);
    await screenshot(page, `static-not-asked-${look.name}`);
    assert.deepEqual((await violations(page)).list, []);
  }
  await element.locator(".message button").press("Enter");
  await element.locator(".card .actions").waitFor();
  assert.deepEqual(await element.evaluate((node) => node.question), { age: 14 });
});

test("answers of another time are not shown", async () => {
  const late = await enter(`tool="kahoot" src="/tree/index.json"`, "full", ".message", "2027-03-01");
  assert.match(await late.locator(".message").textContent(), /Ons antwoord is oud.*golden tot en met 21 december 2026/s);
  assert.equal(await page.evaluate(() => globalThis.failed), "export_outdated");
  await screenshot(page, "static-too-old");
  assert.deepEqual((await violations(page)).list, []);
  const early = await enter(`tool="kahoot" src="/tree/index.json"`, "full", ".message", "2026-11-01");
  assert.match(await early.locator(".message").textContent(), /gelden vanaf 22 november 2026/);
});

test("a name is found with a slip and offered; what is not found says nothing about the tool", async () => {
  const element = await enter(`src="/tree/index.json"`, "full", ".search");
  assert.match(await element.locator(".hint").textContent(), /Typ de naam van de app/);
  await element.locator("#query").pressSequentially("kaho");
  await element.locator(".option").first().waitFor();
  await screenshot(page, "static-suggestions");
  await element.locator("#query").fill("kahoott");
  await element.locator("#query").press("Enter");
  await element.locator(".choice").first().waitFor();
  assert.equal(await element.evaluate((node) => node.answer), null);
  await element.locator("#query").fill("mag padlet in groep 8");
  await element.locator("#query").press("Enter");
  await element.locator(".headline", { hasText: "Niets gevonden" }).waitFor();
  const text = await element.locator(".message").textContent();
  assert.match(text, /Dit zegt niets over of de app mag.*op naam in 2 tools/s);
  assert.equal(await element.locator(".message button").count(), 0, "no questionnaire without the library");
  await screenshot(page, "static-unknown");
  assert.deepEqual((await violations(page)).list, []);
});

test("a missing file is an outage, and trying again helps", async () => {
  server.killed.push("/tree/nl/answers/kahoot.json");
  const element = await enter(`tool="kahoot" src="/tree/index.json"`, "full", ".message[role=alert]");
  assert.match(await element.locator(".message").textContent(), /We kunnen de gegevens niet laden/);
  assert.equal(await page.evaluate(() => globalThis.failed), "not_loaded");
  server.killed.length = 0;
  await element.locator("button").click();
  await element.locator(".card .actions").waitFor();
});

const PAGES = ["nl/kahoot.html", "en/kahoot.html", "nl/zulip.html", "nl/index.html"];

test("pages without scripts pass axe in every look, and need nothing but their style sheet", async () => {
  await page.close();
  page = await browser.newPage();
  const problems = [];
  page.on("console", (message) => problems.push(message.text()));
  asked = [];
  page.on("request", (request) => asked.push(new URL(request.url())));
  for (const path of PAGES) {
    await page.goto(`${server.origin}/tree/${path}`);
    await page.evaluate(() => document.querySelectorAll("details").forEach((details) => (details.open = true)));
    for (const look of LOOKS) {
      await page.emulateMedia(look.media);
      await screenshot(page, `page-${path.replace(/\W/g, "-")}-${look.name}`);
      const { list, rules } = await violations(page);
      assert.deepEqual(list, [], `${path} ${look.name}`);
      assert.ok(rules >= 8, `${path}: only ${rules} rules had something to look at`);
    }
    await page.emulateMedia(LOOKS[0].media);
  }
  assert.deepEqual(problems, []);
  const paths = new Set(asked.filter(({ protocol }) => protocol !== "data:").map(({ href }) => href));
  assert.equal(paths.size, PAGES.length + 1, [...paths].join("\n"));
  console.log(`${PAGES.length * LOOKS.length} looks at pages without scripts`);
});

test("pages fit 320 px with text at 200 %, and print unfolded", async () => {
  await page.setViewportSize({ width: 320, height: 900 });
  for (const path of PAGES) {
    await page.goto(`${server.origin}/tree/${path}`);
    await page.evaluate(() => document.documentElement.style.setProperty("font-size", "200%"));
    await page.evaluate(() => document.querySelectorAll("details").forEach((details) => (details.open = true)));
    const [wide, inside] = await page.evaluate(() => [
      document.documentElement.scrollWidth,
      Math.max(...[...document.body.querySelectorAll("*")].map((node) => node.getBoundingClientRect().right)),
    ]);
    await screenshot(page, `page-${path.replace(/\W/g, "-")}-narrow`);
    assert.ok(wide <= 320 && inside <= 321, `${path} is ${wide} px wide, reaches ${inside}`);
  }
  await page.setViewportSize({ width: 820, height: 1100 });
  await page.goto(`${server.origin}/tree/nl/kahoot.html`);
  await page.emulateMedia({ media: "print", colorScheme: "light", forcedColors: "none" });
  const heights = await page.locator("details.grounds .sources").evaluate((list) => list.getBoundingClientRect().height);
  assert.ok(heights > 0, "the sources are printed though they are folded");
  await screenshot(page, "page-print");
  await page.emulateMedia({ media: "screen" });
});

test("no payload in a record runs on a page or in the element", async () => {
  const all = payloads();
  let next = 0;
  const hostile = synthetic((text, path) => {
    if (!/^(tools|sources|suppliers)\//.test(path)) return text;
    return text.replace(/^(name|place|title|publisher|note) = ".*"$/gm, (line, field) => {
      const short = field === "name" ? 58 : 110;
      do next += 1;
      while (all[next % all.length].length > short);
      return `${field} = ${JSON.stringify(`${next} ${all[next % all.length]}`)}`;
    });
  });
  Object.assign(server.files, below("/hostile", tree(["voorbeeld-rekenen", "voorbeeld-emotie"], { knowledgeBase: hostile, more: ["--languages", "nl"] })));
  const executed = [];
  await page.close();
  page = await browser.newPage();
  await page.exposeFunction("__executed", (what) => executed.push(what));
  await page.addInitScript(() => {
    for (const name of ["alert", "confirm", "prompt", "xss"]) globalThis[name] = (what) => globalThis.__executed(`${name} ${what}`);
  });
  page.on("dialog", (dialog) => (executed.push(dialog.message()), dialog.dismiss()));
  const names = new Set("html head title meta link body header main footer nav article section div p h1 h2 h3 bdi a ul ol li dl dt dd table caption tbody tr th td strong span details summary svg path q".split(" "));
  let looked = 0;
  for (const path of ["index", "voorbeeld-rekenen", "voorbeeld-emotie"]) {
    // Without a policy: nothing but the escaping stands in the way.
    await page.setContent(server.files[`/hostile/nl/${path}.html`].toString());
    const odd = await page.evaluate(() => [...document.querySelectorAll("*")].map((node) => [node.localName, [...node.attributes].map(({ name }) => name)]));
    assert.deepEqual(odd.filter(([name, attributes]) => !names.has(name) || attributes.some((one) => /^on|^style$/.test(one))), []);
    assert.match(await page.locator("body").innerText(), /\d+ .*[<>"'{$]/);
    looked += odd.length;
  }
  await page.clock.setFixedTime(new Date(`${DAY}T12:00:00`));
  await page.goto(server.add({ attributes: 'tool="voorbeeld-rekenen" src="/hostile/index.json"' }, "full"));
  await page.locator("magdit-check .card .name").waitFor();
  assert.deepEqual(executed, []);
  console.log(`${next} fields of records in ${looked} elements of pages: none ran`);
});
