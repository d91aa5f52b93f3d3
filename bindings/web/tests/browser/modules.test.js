// The module that a check needs, and the whole one that a school's file and
// the questionnaire load when they are asked for.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch, screenshot } from "./browser.js";
import { serve } from "./server.js";
import { enter, FILES, STATES } from "./states.js";
import { synthetic } from "./synthetic.js";

/** A publication later than the fixture. */
const LATER = synthetic((text, path) => (path.endsWith("edition.toml") ? text.replace(/^number = \d+$/m, "number = 1000") : text));
const WHOLE = ["/magdit-whole.js", "/magdit_whole_bg.wasm"];

let server;
let browser;
before(async () => {
  server = await serve({ files: { ...FILES, "/later.kb": LATER } });
  browser = await launch();
});
after(async () => {
  await browser.close();
  await server.close();
});

const state = (name) => STATES.find((one) => one.name === name);

/** A page, and which modules it has asked for so far. */
async function watched() {
  const page = await browser.newPage();
  const asked = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  return { page, modules: () => [...new Set(asked.filter((path) => /_bg\.wasm$|whole/.test(path)))].sort() };
}

test("a check loads the small module, questions the whole one too, a school's file the whole one alone", async () => {
  const checked = await watched();
  const element = await enter(checked.page, server, state("conditional"));
  assert.deepEqual(checked.modules(), ["/magdit_bg.wasm"]);
  await element.evaluate((node) => node.reset());
  await state("question").act(element);
  await element.locator(state("question").shows).waitFor();
  assert.deepEqual(checked.modules(), [...WHOLE, "/magdit_bg.wasm"].sort());
  await checked.page.close();
  const school = await watched();
  await enter(school.page, server, state("review"));
  assert.deepEqual(school.modules(), WHOLE);
  await school.page.close();
});

test("a whole module that does not come is said as an outage, and trying again helps", async () => {
  for (const killed of WHOLE) {
    const { page } = await watched();
    server.killed.push(killed);
    const element = await enter(page, server, { ...state("question"), shows: ".problem:not(:empty)" });
    const said = await element.locator(".problem").textContent();
    assert.match(said, /We kunnen de gegevens niet laden\. Controleer je verbinding/, killed);
    assert.equal(await element.locator(".message, .card .verdict").count(), 0);
    if (killed === WHOLE[1]) await screenshot(page, "questions-outage");
    server.killed.length = 0;
    await element.locator(".question button[type=submit]").click();
    await element.locator(state("question").shows).waitFor();
    await page.close();
  }
});

test("knowledge bases of both modules answer alike, compare, and close", async () => {
  const { page } = await watched();
  await page.goto(server.add({ script: false }, "wasm"));
  const found = await page.evaluate(async () => {
    const { openUnsigned } = await import("/index.js");
    const asked = { as_of: "2026-11-21", today: "2026-11-21", age: 12 };
    const small = await openUnsigned("/fixture.kb");
    const whole = await openUnsigned("/fixture.kb", { whole: true });
    const school = await small.withSchool(new Uint8Array(await (await fetch("/school.json")).arrayBuffer()));
    const code = async (call) => {
      try {
        await call();
        return "none";
      } catch (error) {
        return error.code;
      }
    };
    const given = { name: "Zzqq", answers: {} };
    const steps = [await small.questionnaire(given, asked), await whole.questionnaire(given, asked)];
    const answers = [small, whole].map((library) => JSON.stringify(library.check("voorbeeld-quiz", asked)));
    const later = await openUnsigned("/later.kb");
    const supersede = [small.supersedes(whole), whole.supersedes(small), school.supersedes(later), later.supersedes(school)];
    small.close();
    const closed = [await code(() => small.questionnaire(given)), await code(() => small.withSchool("{}")), await code(() => whole.supersedes(small))];
    const after = school.check("voorbeeld-chat", asked).school.decision;
    return { same: [steps, answers].map(([one, other]) => JSON.stringify(one) === JSON.stringify(other)), step: steps[0].step, supersede, closed, after };
  });
  assert.deepEqual(found.same, [true, true]);
  assert.equal(found.step, "ask");
  assert.deepEqual(found.supersede, [false, false, false, true]);
  assert.deepEqual(found.closed, ["closed_handle", "closed_handle", "closed_handle"]);
  assert.equal(found.after, "in_review");
  await page.close();
});
