import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch } from "./browser.js";
import { payloads } from "./payloads.js";
import { serve } from "./server.js";
import { synthetic } from "./synthetic.js";

const PAYLOADS = payloads();
let server;
let browser;
let page;
let executed;
before(async () => {
  browser = await launch();
  page = await browser.newPage();
  executed = [];
  await page.exposeFunction("__executed", (what) => executed.push(what));
  await page.addInitScript(() => {
    for (const name of ["alert", "confirm", "prompt", "xss"]) globalThis[name] = (what) => globalThis.__executed(`${name} ${what}`);
  });
  page.on("dialog", (dialog) => (executed.push(`dialog ${dialog.message()}`), dialog.dismiss()));
  page.on("framenavigated", (frame) => frame === page.mainFrame() && !frame.url().startsWith("http://127.0.0.1") && frame.url() !== "about:blank" && executed.push(`went to ${frame.url()}`));
});
after(async () => {
  await browser.close();
  await server?.close();
});

/** Everything an attack could have left behind in the page. */
async function foreign() {
  return page.evaluate(() => {
    const root = document.querySelector("magdit-check").shadowRoot;
    const names = new Set("div p h2 h3 h4 bdi form label input button ul ol li span section article header footer fieldset legend select option details summary dl dt dd table tbody tr th td strong a q svg path textarea pre".split(" "));
    const odd = [...root.querySelectorAll("*")].filter((node) => !names.has(node.localName)).map((node) => node.localName);
    const handlers = [...root.querySelectorAll("*")].flatMap((node) => [...node.attributes]).filter(({ name }) => /^on/i.test(name));
    const links = [...root.querySelectorAll("[href], [src]")].map((node) => node.getAttribute("href") ?? node.getAttribute("src"));
    return { odd, handlers: handlers.length, links: links.filter((link) => !/^https?:\/\//i.test(link)) };
  });
}

const literal = (text) => JSON.stringify(text);

test("no payload in a text field of a record executes", async () => {
  let next = 0;
  let fields = 0;
  const used = new Set();
  const rewritten = synthetic((text, path) => {
    if (!/^(tools|sources|suppliers)\//.test(path)) return text;
    return text.replace(/^(name|place|title|publisher|note) = ".*"$/gm, (line, field) => {
      const short = field === "name" ? 58 : 110;
      do next += 1;
      while (PAYLOADS[next % PAYLOADS.length].length > short);
      fields += 1;
      used.add(next % PAYLOADS.length);
      return `${field} = ${literal(`${next} ${PAYLOADS[next % PAYLOADS.length]}`)}`;
    });
  });
  assert.ok(fields > 200, `only ${fields} fields`);
  assert.ok(used.size === PAYLOADS.length && used.size >= 200, `${used.size} payloads of ${PAYLOADS.length} stand in a field`);
  server = await serve({ files: { "/hostile.kb": rewritten } });
  let cards = 0;
  await page.goto(server.add({ attributes: 'src="/hostile.kb"' }, "trusted"));
  const element = page.locator("magdit-check");
  await element.locator(".search").waitFor();
  const ids = ["quiz", "bellen", "berichten", "bord", "chat", "emotie", "oud", "ouders", "rekenen", "sociaal", "tunnel", "volgen", "weg"];
  for (const id of ids) {
    await element.evaluate((node, tool) => node.check(tool), `voorbeeld-${id}`);
    const editions = await element.evaluate((node) => node.answer.editions.map((edition) => edition.id));
    for (const edition of editions) {
      await element.evaluate((node, [tool, which]) => node.check(tool, which), [`voorbeeld-${id}`, edition]);
      await element.evaluate((node) => node.shadowRoot.querySelectorAll("details").forEach((details) => (details.open = true)));
      assert.deepEqual(await foreign(), { odd: [], handlers: 0, links: [] });
      cards += 1;
    }
  }
  assert.deepEqual(executed, []);
  console.log(`${fields} fields of records with ${PAYLOADS.length} payloads on ${cards} cards: none executed`);
});

test("no payload in a school's file executes", async () => {
  const element = page.locator("magdit-check");
  let shown = 0;
  for (let at = 0; at < PAYLOADS.length; at += 10) {
    const some = PAYLOADS.slice(at, at + 10);
    const file = {
      name: some[0],
      date: "2026-11-21",
      contacts: { privacy_officer: some[1] },
      decisions: [
        {
          tool: "voorbeeld-rekenen",
          decision: "approved_with_conditions",
          date: "2026-09-01",
          decided_by: some[2],
          conditions: some.slice(3, 7),
          settings: some.slice(7),
        },
      ],
    };
    server.files["/hostile.json"] = Buffer.from(JSON.stringify(file));
    await page.goto(server.add({ attributes: 'src="/hostile.kb" school="/hostile.json" tool="voorbeeld-rekenen"' }, "trusted"));
    await element.locator(".card").waitFor();
    shown += await element.locator(".card .name").count();
    const left = await foreign();
    assert.deepEqual(left, { odd: [], handlers: 0, links: [] });
  }
  assert.ok(shown >= PAYLOADS.length / 20, `only ${shown} of the files were taken`);
  assert.deepEqual(executed, []);
  console.log(`${PAYLOADS.length} payloads in schools' files, ${shown} answers: none executed`);
});

test("no payload in the query or an attribute executes", async () => {
  const element = page.locator("magdit-check");
  await page.goto(server.add({ attributes: 'src="/hostile.kb"' }, "trusted"));
  await element.locator(".search").waitFor();
  for (const payload of PAYLOADS) {
    await element.evaluate((node, text) => {
      node.search(text);
      const input = node.shadowRoot.querySelector("#query");
      input.value = text;
      input.dispatchEvent(new InputEvent("input"));
    }, payload);
    await element.evaluate((node, text) => node.check(text, text), payload);
    assert.deepEqual(await foreign(), { odd: [], handlers: 0, links: [] });
  }
  for (const payload of PAYLOADS.filter((_, at) => at % 20 === 0)) {
    await element.evaluate((node, text) => ["tool", "edition", "context", "register", "lang", "level"].forEach((name) => node.setAttribute(name, text)), payload);
    await page.waitForTimeout(20);
    assert.deepEqual(await foreign(), { odd: [], handlers: 0, links: [] });
  }
  assert.deepEqual(executed, []);
  console.log(`${PAYLOADS.length} payloads as queries and ids: none executed`);
});

test("the net does catch a payload that executes", async () => {
  await page.goto(server.add({ attributes: 'src="/hostile.kb"' }));
  await page.locator("magdit-check .search").waitFor();
  await page.evaluate(() => {
    document.querySelector("magdit-check").shadowRoot.querySelector(".root").insertAdjacentHTML("beforeend", "<img src=x onerror=alert(1)>");
  });
  await page.waitForFunction(() => true);
  await page.waitForTimeout(200);
  assert.ok(executed.length > 0);
  assert.deepEqual((await foreign()).odd, ["img"]);
});
