import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { LOOKS, violations } from "./axe.js";
import { launch, screenshot } from "./browser.js";
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

test("axe finds no violation in any state, light, dark and with forced colours", async () => {
  const page = await browser.newPage();
  let looked = 0;
  for (const state of STATES) {
    await enter(page, server, state);
    for (const look of LOOKS) {
      await page.emulateMedia(look.media);
      await screenshot(page, `${state.name}-${look.name}`);
      const { list, rules } = await violations(page);
      assert.deepEqual(list, [], `${state.name} ${look.name}`);
      assert.ok(rules >= 10, `${state.name}: only ${rules} rules had something to look at`);
      looked += 1;
    }
    await page.emulateMedia(LOOKS[0].media);
  }
  await page.close();
  console.log(`${looked} looks at ${STATES.length} states without a violation`);
});

test("axe does find what is wrong inside the element", async () => {
  const page = await browser.newPage();
  const element = await enter(page, server, STATES.find(({ name }) => name === "conditional"));
  await element.evaluate((node) => {
    node.shadowRoot.querySelector("#query").removeAttribute("aria-controls");
    node.shadowRoot.querySelector("label[for=query]").remove();
    node.shadowRoot.querySelector(".headline").style.color = "#ccc";
  });
  const { list } = await violations(page);
  assert.ok(list.some((line) => line.startsWith("color-contrast")), list.join("\n"));
  assert.ok(list.some((line) => line.startsWith("label")), list.join("\n"));
  await page.close();
});

test("nothing scrolls sideways at 320 px with text at 200 %", async () => {
  const page = await browser.newPage();
  await page.setViewportSize({ width: 320, height: 900 });
  for (const state of STATES) {
    const element = await enter(page, server, state);
    await page.evaluate(() => document.documentElement.style.setProperty("font-size", "200%"));
    if (state.name === "conditional") {
      await element.evaluate((node) => {
        node.shadowRoot.querySelector(".headline").textContent = "Gegevensbeschermingseffectbeoordelingsverplichtingen";
        node.shadowRoot.querySelector(".action-text").textContent = "Verwerkersovereenkomstvoorwaardenwijzigingsformulier";
      });
    }
    const [wide, inside] = await page.evaluate(() => {
      const root = document.querySelector("magdit-check").shadowRoot;
      const most = Math.max(...[...root.querySelectorAll("*")].map((node) => node.getBoundingClientRect().right));
      return [document.documentElement.scrollWidth, most];
    });
    await screenshot(page, `${state.name}-narrow`);
    assert.ok(wide <= 320, `${state.name} is ${wide} px wide`);
    assert.ok(inside <= 321, `${state.name} reaches ${inside} px`);
  }
  await page.close();
  console.log(`${STATES.length} states in 320 px at 200 %`);
});

test("targets are at least 24 px, buttons and fields at least 44", async () => {
  const page = await browser.newPage();
  let looked = 0;
  for (const state of STATES) {
    const element = await enter(page, server, state);
    const small = await element.evaluate((node) => {
      const targets = [...node.shadowRoot.querySelectorAll("button, select, input[type=search], input[type=text], [role=option], .answer, summary")];
      const seen = targets.filter((target) => target.checkVisibility());
      return seen.map((target) => [target.className || target.tagName, target.getBoundingClientRect().height]);
    });
    looked += small.length;
    assert.deepEqual(small.filter(([, height]) => height < 44), [], state.name);
  }
  assert.ok(looked > 50, `only ${looked} targets`);
  await page.close();
});

test("the accessibility tree holds the words of the answer", async () => {
  const page = await browser.newPage();
  const element = await enter(page, server, STATES.find(({ name }) => name === "conditional"));
  const answer = await element.evaluate((node) => node.answer);
  const tree = await element.ariaSnapshot();
  const words = [answer.headline, answer.name, answer.route_text, answer.consent_text, answer.why, answer.standing];
  const flat = tree.replaceAll(/\s+/g, " ").replaceAll(" !", "!");
  for (const text of [...words, ...answer.conditions.slice(0, 4).map((condition) => condition.text)]) {
    const start = text.split(/ |\{/).slice(0, 3).join(" ");
    assert.ok(flat.includes(start), `${start} is not in\n${tree}`);
  }
  assert.match(tree, /combobox/);
  assert.match(tree, /heading/);
  await page.close();
});

test("right to left pages keep names and punctuation in place", async () => {
  const page = await browser.newPage();
  await page.goto(server.add({ attributes: 'lang="nl" tool="voorbeeld-quiz" src="/fixture.kb"', language: "ar", direction: "rtl" }));
  const element = page.locator("magdit-check");
  await element.locator(".card").waitFor();
  const names = await element.evaluate((node) => [...node.shadowRoot.querySelectorAll("bdi")].every((name) => name.translate === false));
  assert.ok(names);
  assert.equal(await element.locator(".root").getAttribute("dir"), "ltr");
  await screenshot(page, "right-to-left");
  await page.close();
});
