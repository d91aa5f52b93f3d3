import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch, ready, screenshot } from "./browser.js";
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

/** Presses Tab until something inside the element matches. */
async function tabTo(page, element, selector) {
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press("Tab");
    if (await element.evaluate((node, what) => node.shadowRoot.activeElement?.matches(what) ?? false, selector)) return;
  }
  assert.fail(`Tab never reached ${selector}`);
}

const focused = (element) => element.evaluate((node) => node.shadowRoot.activeElement?.className ?? "");
const status = (element) => element.locator(".unseen[role=status]").textContent();

test("a teacher finds a tool and changes the question, by keyboard alone", async () => {
  const page = await browser.newPage();
  const element = await enter(page, server, { attributes: 'context="sector=vo&amp;age=14"', shows: ".search" });
  await tabTo(page, element, "#query");
  await page.keyboard.type("voorbeeldq");
  await element.locator(".option").first().waitFor();
  assert.equal(await element.locator("#query").getAttribute("aria-expanded"), "true");
  assert.match(await status(element), /^Gevonden: \d+/);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  const active = await element.locator("#query").getAttribute("aria-activedescendant");
  assert.equal(await element.locator(`#${active}`).getAttribute("aria-selected"), "true");
  assert.equal(await element.locator("[aria-selected=true]").count(), 1);
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Enter");
  await element.locator(".card .headline").waitFor();
  assert.equal(await focused(element), "name");
  const first = await element.evaluate((node) => node.answer);
  assert.equal(first.tool, "voorbeeld-quiz");
  assert.equal(await status(element), `${first.name}: ${first.headline}`);
  await tabTo(page, element, "select[name=account]");
  await page.keyboard.press("End");
  await element.locator(".card").waitFor();
  await page.waitForFunction(() => document.querySelector("magdit-check").question.account === "private");
  await page.waitForFunction((before) => document.querySelector("magdit-check").answer.route !== before, first.route);
  const second = await element.evaluate((node) => node.answer);
  assert.notDeepEqual([second.outcome, second.route], [first.outcome, first.route]);
  assert.ok(await element.evaluate((node) => node.shadowRoot.activeElement?.matches("select[name=account]")), "focus stays on the chip");
  assert.match(await status(element), new RegExp(second.headline.slice(0, 10)));
  await tabTo(page, element, ".grounds summary");
  await page.keyboard.press("Enter");
  assert.ok(await element.locator(".grounds[open] .sources a").count());
  await screenshot(page, "journey-teacher");
  await page.close();
});

test("escape closes the suggestions, then empties the box", async () => {
  const page = await browser.newPage();
  const element = await enter(page, server, state("suggestions"));
  await page.keyboard.press("Escape");
  assert.ok(await element.locator(".suggestions").isHidden());
  assert.equal(await element.locator("#query").inputValue(), "voorbeeld");
  await page.keyboard.press("Escape");
  assert.equal(await element.locator("#query").inputValue(), "");
  await page.close();
});

test("editions are rows of their own, and choosing one answers for it", async () => {
  const page = await browser.newPage();
  const element = await enter(page, server, { shows: ".search" });
  await element.locator("#query").pressSequentially("voorbeeldquiz");
  const row = element.locator(".option.edition").nth(1);
  const name = (await row.locator("bdi").nth(1).textContent()) ?? "";
  await row.click();
  await element.locator(".card .headline").waitFor();
  assert.equal(await element.evaluate((node) => node.answer.edition_name), name);
  await page.close();
});

test("a name that is not exact gets choices, never an answer", async () => {
  const page = await browser.newPage();
  const element = await enter(page, server, state("choose"));
  assert.equal(await element.evaluate((node) => node.answer), null);
  assert.ok((await element.locator(".choice").count()) >= 1);
  await element.locator(".choice").first().press("Enter");
  await element.locator(".card .name").waitFor();
  assert.equal(await element.evaluate((node) => node.answer.tool), "voorbeeld-quiz");
  await page.close();
});

test("a tool that nobody knows leads to a provisional answer, by keyboard alone", async () => {
  const page = await browser.newPage();
  const element = await enter(page, server, state("unknown"));
  assert.equal(await element.evaluate((node) => node.answer), null);
  await tabTo(page, element, ".message button");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  for (let asked = 1; asked <= 10; asked += 1) {
    await element.locator(".question fieldset, .request").first().waitFor();
    if (await element.locator(".request").count()) break;
    const before = await element.locator(".progress").textContent();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Space");
    await tabTo(page, element, ".question button[type=submit]");
    await page.keyboard.press("Enter");
    await element.locator(`.request, .progress:not(:text-is("${before}"))`).first().waitFor();
  }
  assert.match(await element.locator(".headline").textContent(), /^Voorlopig antwoord\./);
  assert.notEqual(await element.evaluate((node) => node.answer.outcome), "allowed");
  await page.close();
});

test("at most four actions are in sight until somebody asks for more", async () => {
  const page = await browser.newPage();
  const element = await enter(page, server, { attributes: 'tool="voorbeeld-volgen"', shows: ".actions" });
  const seen = () => element.locator(".action").evaluateAll((all) => all.filter((one) => one.checkVisibility()).length);
  const all = await element.locator(".action").count();
  assert.ok(all > 4, `${all} actions are too few to hide one`);
  assert.equal(await seen(), 4);
  const more = element.locator(".section > button[aria-expanded]");
  await more.press("Enter");
  assert.equal(await seen(), all);
  assert.equal(await more.getAttribute("aria-expanded"), "true");
  for (const action of await element.locator(".action").all()) assert.ok(await action.locator(".who").textContent());
  await page.close();
});

test("the card keeps the order people need", async () => {
  const page = await browser.newPage();
  const element = await enter(page, server, state("conditional"));
  const order = [".name", ".maker", ".headline", ".context", ".actions", ".lines", ".grounds", ".standing"];
  const sorted = await element.evaluate((node, selectors) => {
    const found = selectors.map((selector) => node.shadowRoot.querySelector(selector));
    return found.every((one, at) => at === 0 || found[at - 1].compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING);
  }, order);
  assert.ok(sorted);
  const answer = await element.evaluate((node) => node.answer);
  assert.equal(await element.locator(".headline").textContent(), answer.headline);
  assert.equal(await element.locator(".standing").textContent(), answer.standing);
  await page.close();
});

test("old, in review, unknown and unreachable are four different pages", async () => {
  const page = await browser.newPage();
  const headlines = new Set();
  for (const name of ["stale", "review", "unknown", "load-error", "school-file-broken", "choose", "conditional"]) {
    const element = await enter(page, server, state(name));
    headlines.add(await element.locator(".headline").textContent());
  }
  assert.equal(headlines.size, 7, [...headlines].join("\n"));
  await page.close();
});

test("an outage is said as one, and trying again helps", async () => {
  const killed = await serve({ files: FILES, killed: ["/fixture.kb"] });
  const page = await browser.newPage();
  await page.goto(killed.add({ attributes: 'src="/fixture.kb" tool="voorbeeld-quiz"' }));
  const element = await ready(page, ".message");
  const text = await element.locator(".message").textContent();
  assert.match(text, /We kunnen de gegevens niet laden/);
  assert.doesNotMatch(text, /weten we nog niet|kennen deze tool niet/);
  assert.equal(await element.locator(".search").count(), 0);
  killed.killed.length = 0;
  await element.locator("button").click();
  await element.locator(".card .name").waitFor();
  await page.close();
  await killed.close();
});

test("a portal hears every answer and can ask for one itself", async () => {
  const page = await browser.newPage();
  const element = await enter(page, server, { shows: ".search" });
  const heard = await element.evaluate(async (node) => {
    const events = [];
    document.addEventListener("magdit-answer", ({ detail }) => events.push([detail.answer.tool, detail.question.as_of]));
    await node.check("voorbeeld-bord");
    await node.search("voorbeeldquiz");
    await new Promise((later) => setTimeout(later, 300));
    return events;
  });
  assert.deepEqual(heard, [["voorbeeld-bord", "2026-11-22"], ["voorbeeld-quiz", "2026-11-22"]]);
  await element.evaluate((node) => node.setAttribute("context", "age=8&sector=po&nonsense=1&role=king"));
  await page.waitForFunction(() => document.querySelector("magdit-check").question.age === 8);
  assert.deepEqual(await element.evaluate((node) => node.question), { age: 8, sector: "po" });
  await page.close();
});

test("parents read u, teachers je, and no key stays without words", async () => {
  const page = await browser.newPage();
  for (const one of STATES) {
    const element = await enter(page, server, one);
    const text = await element.evaluate((node) => node.shadowRoot.querySelector(".root").innerText);
    assert.doesNotMatch(text, /\bui\.|\{\w+\}|undefined|\[object|\bnull\b/, one.name);
    if (one.name === "parent") assert.doesNotMatch(text, /\b(je|jij|jouw)\b/i);
    if (one.name === "english") assert.doesNotMatch(text, /\b(niet|school beslist|voor leerlingen)\b/i);
    const empty = await element.evaluate((node) => [...node.shadowRoot.querySelectorAll("button, label, h2, h3, legend, dt, summary")].filter((one) => !one.textContent.trim()).length);
    assert.equal(empty, 0, one.name);
  }
  await page.close();
});
