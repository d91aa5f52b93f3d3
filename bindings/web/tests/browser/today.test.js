// Answers of today's knowledge base as people see them: on a telephone and on
// a desk, light and dark, for teachers and parents, in both languages. What
// the screenshots show is looked at by people; what a program can see of it,
// here: no word is cut off, no blank is unfilled, nobody scrolls sideways.
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { launch, screenshot, SCREENSHOTS } from "./browser.js";
import { serve } from "./server.js";
import { site } from "./site.js";

const DAY = "2026-11-22";
const SIZES = { phone: { width: 390, height: 844 }, desk: { width: 1100, height: 900 } };

const SCHOOL = {
  name: "Basisschool De Linde",
  date: DAY,
  contacts: { privacy_officer: "privacy@delinde.example" },
  decisions: [
    { tool: "geogebra", decision: "approved", date: "2026-09-01", decided_by: "schoolleider" },
    { tool: "blooket", decision: "refused", date: "2026-09-01", decided_by: "schoolleider" },
    { tool: "padlet", decision: "in_review", date: "2026-10-01", decided_by: "ict-coördinator" },
  ],
};

/** Name, attributes, and the outcome in the end. */
const ELEMENTS = [
  ["if-no-account", 'tool="kahoot" context="sector=vo&amp;age=14"', "conditional"],
  ["if-private", 'tool="kahoot" context="sector=vo&amp;age=14&amp;account=private"'],
  ["teacher-only", 'tool="bingel"', "conditional"],
  ["open", 'tool="chatgpt"'],
  ["ask-school", 'tool="adobe-express" context="sector=po&amp;age=11"', "ask_school"],
  ["no", 'tool="ask-fm" context="sector=vo&amp;age=14"', "not_allowed"],
  ["gone", 'tool="classcraft" context="sector=vo&amp;age=14"', "not_allowed"],
  ["name-only", 'tool="zulip"', "ask_school"],
  ["approved", 'tool="geogebra" context="sector=po&amp;age=11&amp;data=none" school="/school.json"'],
  ["refused", 'tool="blooket" context="sector=po&amp;age=11" school="/school.json"', "not_allowed"],
  ["review", 'tool="padlet" context="sector=po&amp;age=11" school="/school.json"', "review"],
  ["stale", 'tool="kahoot" context="sector=vo&amp;age=14"', "stale", "2027-12-01"],
  ["outage", 'tool="kahoot" src="/gone.kb"', "error"],
  ["parent", 'register="u" tool="kahoot" context="role=parent&amp;sector=vo&amp;age=14"', "conditional"],
  ["parent-no", 'register="u" tool="character-ai" context="role=parent&amp;age=14"', "not_allowed"],
  ["english", 'lang="en" tool="kahoot" context="sector=vo&amp;age=14"', "conditional"],
  ["english-no", 'lang="en" tool="ask-fm" context="age=14"', "not_allowed"],
];

const PAGES = [
  ["parents-page", "?tool=kahoot&for=parent&sector=vo&age=14", ".parents"],
  ["parents-page-school", "?tool=geogebra&for=parent&sector=po&age=11", ".parents"],
  ["parents-page-no", "?tool=character-ai&for=parent&age=14", ".parents"],
  ["parents-page-english", "?tool=kahoot&for=parent&sector=vo&age=14&lang=en", ".parents"],
  ["page", "", "magdit-check .search"],
  ["page-kahoot", "?tool=kahoot&sector=vo&age=14", "magdit-check .card"],
];

let browser;
let portal;
let own;
before(async () => {
  const school = JSON.stringify(SCHOOL);
  portal = await serve({ files: { "/school.json": school } });
  own = await site({ files: { "/magdit/page/settings.json": '{ "school": "our-school.json" }', "/magdit/page/our-school.json": school } });
  browser = await launch();
});
after(async () => {
  await browser.close();
  await portal.close();
  await own.close();
});

/** What a program can see of a look. */
async function whole(page, name) {
  const { wide, cut, said } = await page.evaluate(() => {
    const roots = [document, ...[...document.querySelectorAll("*")].map((node) => node.shadowRoot).filter(Boolean)];
    const nodes = roots.flatMap((root) => [...root.querySelectorAll("button, a, p, h1, h2, h3, h4, li, td, th, dd, dt, summary, label")]);
    const seen = nodes.filter((node) => node.checkVisibility() && !node.closest(".unseen"));
    const beyond = (node) => node.scrollWidth > node.clientWidth + 1 && getComputedStyle(node).display !== "inline";
    return {
      wide: document.documentElement.scrollWidth - innerWidth,
      cut: seen.filter(beyond).map((node) => node.textContent),
      said: seen.map((node) => node.innerText).join("\n"),
    };
  });
  assert.ok(wide <= 0, `${name} is ${wide} px too wide`);
  assert.deepEqual(cut, [], name);
  assert.doesNotMatch(said, /\{\w+\}|undefined|\[object|\bnull\b|\bui\.[a-z]/, name);
}

/** Screenshots in both sizes and both schemes; gives how many. */
async function looks(page, name) {
  let made = 0;
  for (const [size, viewport] of Object.entries(SIZES)) {
    await page.setViewportSize(viewport);
    for (const colorScheme of ["light", "dark"]) {
      await page.emulateMedia({ colorScheme });
      await whole(page, `${name} ${size} ${colorScheme}`);
      await screenshot(page, `today-${name}-${size}-${colorScheme}`);
      made += 1;
    }
  }
  return made;
}

test("answers in the element", async () => {
  const page = await browser.newPage();
  let made = 0;
  for (const [name, attributes, outcome, day = DAY] of ELEMENTS) {
    await page.clock.setFixedTime(new Date(`${day}T12:00:00`));
    await page.goto(portal.add({ attributes }));
    await page.locator(`magdit-check .verdict${outcome ? `[data-outcome="${outcome}"]` : ""}`).waitFor();
    made += await looks(page, name);
  }
  await page.close();
  console.log(`${made} looks at ${ELEMENTS.length} answers of today`);
});

test("the page, for teachers and for parents, and on paper", async () => {
  const page = await browser.newPage();
  await page.clock.setFixedTime(new Date(`${DAY}T12:00:00`));
  let made = 0;
  for (const [name, query, shows] of PAGES) {
    await page.goto(own.page(query));
    await page.locator(shows).first().waitFor();
    made += await looks(page, name);
    await page.emulateMedia({ media: null, colorScheme: "light" });
    writeFileSync(join(SCREENSHOTS, `today-${name}.pdf`), await page.pdf({ preferCSSPageSize: true }));
  }
  await page.close();
  console.log(`${made} looks at ${PAGES.length} pages of today`);
});
