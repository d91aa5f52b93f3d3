// The installable page with invented tools and a school, and its states.
import { synthetic } from "./synthetic.js";

const SCHOOL = {
  name: "Voorbeeldschool De Linde",
  date: "2026-11-21",
  contacts: { privacy_officer: "privacy@delinde.example", data_protection_officer: "fg@bestuur.example" },
  decisions: [
    { tool: "voorbeeld-quiz", edition: "private", decision: "approved", date: "2026-01-01", decided_by: "schoolleider", route: "private_account", alternative: "een quiz op papier" },
    { tool: "voorbeeld-quiz", edition: "school", decision: "approved", date: "2026-01-01", decided_by: "schoolleider", agreement_signed: "2025-12-01" },
  ],
};

export const FILES = {
  "/magdit/magdit.kb": synthetic(),
  "/magdit/page/settings.json": '{ "school": "our-school.json" }',
  "/magdit/page/our-school.json": JSON.stringify(SCHOOL),
};

const DAY = "2026-11-22";

const of = (edition, more) => `?tool=voorbeeld-quiz&edition=${edition}&for=parent&sector=vo&age=14&${more}`;
export const INFORMED = of("school", "account=school");
export const ASKED = of("private", "account=private");

/** Name, address and what is there in the end. */
export const PAGES = [
  { name: "page-empty", query: "", shows: "magdit-check .search" },
  { name: "page-answer", query: "?tool=voorbeeld-quiz&edition=open&sector=vo&age=14", shows: ".recent button" },
  { name: "page-informed", query: INFORMED, shows: ".parents" },
  { name: "page-asked", query: ASKED, shows: ".parents" },
  { name: "page-english", query: `${ASKED}&lang=en`, shows: ".parents" },
  { name: "page-not-allowed", query: "?tool=voorbeeld-emotie&for=parent&age=14", shows: ".parents [data-outcome=not_allowed]" },
  { name: "page-no-tool", query: "?tool=none-such&for=parent", shows: ".message[role=alert]" },
  { name: "letter-information", query: `${INFORMED}&letter=information`, shows: ".letter .qr" },
  { name: "letter-consent", query: `${ASKED}&letter=consent`, shows: ".letter .boxes" },
  { name: "letter-refused", query: `${INFORMED}&letter=consent`, shows: ".refusal" },
];

/** Opens a state of the page. */
export async function openPage(page, server, { query, shows }, day = DAY) {
  await page.clock.setFixedTime(new Date(`${day}T12:00:00`));
  await page.goto(server.page(query));
  await page.locator(shows).first().waitFor();
}
