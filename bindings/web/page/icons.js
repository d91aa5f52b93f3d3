// Draws the icons of the page to install from `icon.svg`, with the Chromium
// that the tests use: `node page/icons.js`. What it makes is committed, so
// that building the package takes no browser.
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { launch } from "../tests/browser/browser.js";

const here = dirname(fileURLToPath(import.meta.url));
const drawing = readFileSync(join(here, "icon.svg"), "utf8");

/** A system that cuts a shape out of a maskable icon needs colour up to the edge; others show the corners as they are. */
const ICONS = [
  { name: "icon-192.png", size: 192, corners: 0.1875 },
  { name: "icon-512.png", size: 512, corners: 0.1875 },
  { name: "maskable-512.png", size: 512, corners: 0 },
];

const browser = await launch();
const page = await browser.newPage();
for (const { name, size, corners } of ICONS) {
  await page.setViewportSize({ width: size, height: size });
  const rounded = drawing.replace("<rect ", `<rect rx="${512 * corners}" `).replace("<svg ", `<svg width="${size}" height="${size}" `);
  await page.setContent(`<!doctype html><style>body{margin:0}svg{display:block}</style>${rounded}`);
  writeFileSync(join(here, "icons", name), await page.screenshot({ omitBackground: true, clip: { x: 0, y: 0, width: size, height: size } }));
}
await browser.close();
