// What every new page is looked at with: axe in three looks, no sideways
// scroll in 320 px with text of 200 %, and no other files than its own.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { screenshot } from "./browser.js";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "EN-301-549"];
const LOOKS = {
  light: { colorScheme: "light", forcedColors: "none" },
  dark: { colorScheme: "dark", forcedColors: "none" },
  forced: { colorScheme: "dark", forcedColors: "active" },
};

/** Looks with axe, light, dark and with forced colours; gives the number of looks. */
export async function lookWithAxe(page, name) {
  await page.evaluate(AXE);
  for (const [look, media] of Object.entries(LOOKS)) {
    await page.emulateMedia(media);
    await screenshot(page, `${name}-${look}`);
    const found = await page.evaluate((tags) => globalThis.axe.run(document, { runOnly: { type: "tag", values: tags } }), TAGS);
    const list = found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.flat().join(" ")).join("; ")}`);
    assert.deepEqual(list, [], `${name} ${look}`);
    assert.ok(found.passes.length >= 10, `${name}: only ${found.passes.length} rules had something to look at`);
  }
  await page.emulateMedia(LOOKS.light);
  return Object.keys(LOOKS).length;
}

/** Narrow and large: nothing reaches beyond the page. */
export async function lookNarrow(page, name) {
  const before = page.viewportSize();
  await page.setViewportSize({ width: 320, height: 900 });
  await page.evaluate(() => document.documentElement.style.setProperty("font-size", "200%"));
  await screenshot(page, `${name}-narrow`);
  const [wide, cut] = await page.evaluate(() => {
    const buttons = [...document.querySelectorAll("button, a")].filter((node) => node.checkVisibility());
    const cutOff = buttons.filter((node) => node.scrollWidth > node.clientWidth + 1 && getComputedStyle(node).display !== "inline");
    return [document.documentElement.scrollWidth, cutOff.map((node) => node.textContent)];
  });
  assert.ok(wide <= 320, `${name} is ${wide} px wide`);
  assert.deepEqual(cut, [], name);
  await page.evaluate(() => document.documentElement.style.removeProperty("font-size"));
  await page.setViewportSize(before);
}

/** Tab until something matches, in the page or inside the element. */
export async function tabTo(page, selector) {
  const here = (what) => {
    const active = document.activeElement?.shadowRoot?.activeElement ?? document.activeElement;
    return active?.matches(what) ?? false;
  };
  for (let presses = 0; presses < 80; presses += 1) {
    await page.keyboard.press("Tab");
    if (await page.evaluate(here, selector)) return;
  }
  assert.fail(`Tab never reached ${selector}`);
}
