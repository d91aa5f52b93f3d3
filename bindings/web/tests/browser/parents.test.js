// The parents' page and the letters: who reads what, on one sheet.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import jsQR from "jsqr";
import { launch } from "./browser.js";
import { lookNarrow, lookWithAxe, tabTo } from "./look.js";
import { ASKED, FILES, INFORMED, openPage, PAGES } from "./page-states.js";
import { site } from "./site.js";

let server;
let browser;
before(async () => {
  server = await site({ files: FILES });
  browser = await launch();
});
after(async () => {
  await browser.close();
  await server.close();
});

const titles = (page) => page.locator(".part h2").allTextContents();
const text = async (page) => (await page.locator("main").innerText()).replaceAll(/\s+/g, " ");

test("every page for teachers and parents is accessible, and fits in 320 px at 200 %", async () => {
  const page = await browser.newPage();
  let looks = 0;
  for (const state of PAGES) {
    await openPage(page, server, state);
    looks += await lookWithAxe(page, state.name);
    await lookNarrow(page, state.name);
    const said = await text(page);
    assert.doesNotMatch(said, /\{\w+\}|undefined|\[object|\bnull\b|\b(ui|parents|letter)\.[a-z]/, state.name);
    if (/parent/.test(state.query) && !/lang=en/.test(state.query)) assert.doesNotMatch(said, /\b(je|jij|jouw)\b/i, state.name);
  }
  await page.close();
  console.log(`${looks} looks at ${PAGES.length} pages`);
});

test("a parent reads what it is, what goes in, why, what to do and whom to ask", async () => {
  const page = await browser.newPage();
  await openPage(page, server, { query: INFORMED, shows: ".parents" });
  assert.deepEqual(await titles(page), [
    "Wat is het?",
    "Wat vult uw kind in?",
    "Waarom vertelt de school u dit?",
    "Wat besloot de school?",
    "Waar zorgt de school voor?",
    "Wat kunt u doen?",
    "Van gedachten veranderd?",
    "Aan wie kunt u iets vragen?",
  ]);
  const said = await text(page);
  assert.match(said, /bezwaar maken/);
  assert.match(said, /privacy@delinde\.example/);
  assert.match(said, /geen toestemming/);
  assert.doesNotMatch(said, /U mag nee zeggen/);
  assert.equal(await page.locator("form, input, [type=submit]").count(), 0, "nothing here gives consent");
  await page.close();
});

test("consent is asked where it is the basis, and never mends a no", async () => {
  const page = await browser.newPage();
  await openPage(page, server, { query: ASKED, shows: ".parents" });
  const asked = await text(page);
  assert.match(asked, /Waarom vraagt de school uw toestemming\?/);
  assert.match(asked, /U mag nee zeggen\. Uw kind krijgt dan: een quiz op papier\./);
  await openPage(page, server, PAGES.find(({ name }) => name === "page-not-allowed"));
  const refused = await text(page);
  assert.match(refused, /Uw toestemming verandert dit niet\./);
  assert.doesNotMatch(refused, /U mag nee zeggen|vraagt uw toestemming/);
  await page.close();
});

test("only the letter that fits is there; the other says why not", async () => {
  const page = await browser.newPage();
  const letters = { [INFORMED]: ["information", /Toestemming vragen past hier niet/], [ASKED]: ["consent", /ouders moeten eerst toestemming geven/] };
  for (const [query, [fits, why]] of Object.entries(letters)) {
    for (const kind of ["information", "consent"]) {
      await openPage(page, server, { query: `${query}&letter=${kind}`, shows: ".letter" });
      const [refused, codes] = [await page.locator(".refusal").count(), await page.locator(".qr").count()];
      assert.deepEqual([refused, codes], kind === fits ? [0, 1] : [1, 0], `${query} ${kind}`);
      if (refused) assert.match(await page.locator(".refusal").textContent(), why);
    }
  }
  const boxes = await page.locator(".boxes li");
  assert.deepEqual(await boxes.allTextContents(), ["Ja", "Nee"]);
  const sizes = await boxes.locator(".box").evaluateAll((all) => all.map((box) => [box.offsetWidth, box.offsetHeight, getComputedStyle(box).backgroundColor]));
  assert.deepEqual(sizes[0], sizes[1], "both boxes are equal, and neither is ticked");
  const without = JSON.parse(FILES["/magdit/page/our-school.json"]);
  delete without.decisions[0].alternative;
  const other = await site({ files: { ...FILES, "/magdit/page/our-school.json": JSON.stringify(without) } });
  await openPage(page, other, { query: `${ASKED}&letter=consent`, shows: ".refusal" });
  assert.match(await page.locator(".refusal").textContent(), /wat krijgt een kind als ouders nee zeggen/);
  await page.close();
  await other.close();
});

test("the code on a letter leads to the page, with the version of the letter", async () => {
  const page = await browser.newPage();
  await openPage(page, server, { query: `${ASKED}&letter=consent`, shows: ".qr" });
  const [size, path] = await page.locator(".qr").evaluate((svg) => [svg.viewBox.baseVal.width, svg.querySelector("path").getAttribute("d")]);
  const address = jsQR(...pixels(size, path))?.data;
  const to = new URL(address);
  assert.equal(to.origin + to.pathname, server.page());
  assert.deepEqual(Object.fromEntries(to.searchParams), { tool: "voorbeeld-quiz", edition: "private", for: "parent", base: "7", sector: "vo", age: "14", account: "private" });
  await page.goto(address);
  await page.locator(".parents").waitFor();
  assert.doesNotMatch(await text(page), /nieuwer dan uw brief/);
  await page.goto(address.replace("base=7", "base=6"));
  await page.locator(".parents").waitFor();
  assert.match(await text(page), /Deze informatie is nieuwer dan uw brief\./);
  await page.close();
});

/** The modules of the path as pixels, four to a side. */
function pixels(size, path) {
  const [scale, width] = [4, size * 4];
  const data = new Uint8ClampedArray(width * width * 4).fill(255);
  for (const [, x, y, length] of path.matchAll(/M(\d+) (\d+)h(\d+)v1H\d+z/g)) {
    for (let row = y * scale; row < (+y + 1) * scale; row += 1) {
      for (let at = x * scale; at < (+x + +length) * scale; at += 1) data.fill(0, (row * width + at) * 4, (row * width + at) * 4 + 3);
    }
  }
  return [data, width, width];
}

test("the page and each letter print on one sheet of A4", async () => {
  const page = await browser.newPage();
  let sheets = 0;
  for (const { name, query, shows } of PAGES.filter(({ query }) => query.includes("for=parent"))) {
    await openPage(page, server, { query, shows });
    await page.emulateMedia({ media: null });
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
    assert.equal(pdf.match(/\/Type\s*\/Page\b(?!s)/g)?.length, 1, name);
    assert.match(pdf, /\/MediaBox\s*\[\s*0 0 59[45](\.\d+)? 84[12](\.\d+)?\s*\]/, `${name} is A4`);
    sheets += 1;
  }
  await page.close();
  console.log(`${sheets} sheets of A4`);
});

test("a parent changes the age and the language, and reaches a letter, by keyboard alone", async () => {
  const page = await browser.newPage();
  await openPage(page, server, { query: ASKED, shows: ".parents" });
  await tabTo(page, "details.for > summary");
  await page.keyboard.press("Enter");
  await tabTo(page, "select[name=age]");
  await page.keyboard.press("End");
  await page.waitForFunction(() => new URL(document.URL).searchParams.get("age") === "18");
  await page.waitForFunction(() => document.activeElement?.matches("select[name=age]"));
  await page.goto(server.page(ASKED));
  await page.locator(".parents").waitFor();
  await tabTo(page, "details.letters > summary");
  await page.keyboard.press("Enter");
  await tabTo(page, ".letters a");
  await page.keyboard.press("Enter");
  await page.locator(".letter .boxes").waitFor();
  await page.goto(server.page(ASKED));
  await page.locator(".parents").waitFor();
  await tabTo(page, ".languages a[lang=en]");
  await page.keyboard.press("Enter");
  await page.getByText("You may say no.").waitFor();
  assert.equal(await page.evaluate(() => document.documentElement.lang), "en");
  await page.close();
});
