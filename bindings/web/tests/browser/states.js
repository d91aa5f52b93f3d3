// The states of the element, each with how to get there. Knowledge base and
// dates are fixed, so that every state stays what it is.
import { synthetic } from "./synthetic.js";

/** Files the states need beside the package. */
export const FILES = {
  "/fixture.kb": synthetic(),
  "/school.json": Buffer.from(
    JSON.stringify({
      name: "Voorbeeldschool De Linde",
      date: "2026-11-22",
      decisions: [
        { tool: "voorbeeld-chat", decision: "in_review", date: "2026-10-01", decided_by: "ict-coördinator" },
      ],
    }),
  ),
  "/broken.json": Buffer.from("{"),
};

/** Types into the search box and sends it. */
async function send(element, text) {
  await element.locator("#query").fill(text);
  await element.locator("#query").press("Enter");
}

const answered = (outcome) => `.verdict[data-outcome="${outcome}"]`;

/** Name, attributes, what is done then, what is there in the end, the day. */
export const STATES = [
  { name: "search", shows: ".search" },
  { name: "suggestions", act: (element) => element.locator("#query").pressSequentially("voorbeeld"), shows: ".option" },
  { name: "choose", act: (element) => send(element, "voorbeeldkwiz"), shows: answered("choose") },
  { name: "unknown", act: (element) => send(element, "zzqqzzqq"), shows: answered("unknown") },
  { name: "not-searchable", act: (element) => send(element, "a\u202eb"), shows: ".message[role=alert]" },
  { name: "conditional", attributes: 'tool="voorbeeld-quiz" edition="open" context="sector=vo&amp;age=14"', shows: answered("conditional") },
  { name: "every-age", attributes: 'tool="voorbeeld-quiz" edition="private"', shows: ".card" },
  { name: "not-allowed", attributes: 'tool="voorbeeld-emotie" context="age=14"', shows: answered("not_allowed") },
  { name: "ask-school", attributes: 'tool="voorbeeld-quiz" edition="unknown" context="age=14"', shows: answered("ask_school") },
  { name: "parent", attributes: 'register="u" tool="voorbeeld-quiz" edition="open" context="age=11"', shows: ".card" },
  { name: "english", attributes: 'lang="en" tool="voorbeeld-quiz" edition="open" context="age=11"', shows: ".card" },
  { name: "stale", attributes: 'tool="voorbeeld-quiz" edition="open" context="age=14"', day: "2028-01-01", shows: answered("stale") },
  { name: "review", attributes: 'tool="voorbeeld-chat" school="/school.json" context="age=14"', shows: answered("review") },
  { name: "school-file-broken", attributes: 'tool="voorbeeld-quiz" school="/broken.json"', shows: ".message[role=alert]" },
  { name: "load-error", attributes: 'tool="voorbeeld-quiz" src="/gone.kb"', shows: ".message[role=alert]" },
  {
    name: "grounds",
    attributes: 'tool="voorbeeld-quiz" edition="open" context="age=14"',
    act: (element) => element.locator(".grounds summary").click(),
    shows: ".grounds[open]",
  },
  {
    name: "question",
    act: async (element) => {
      await send(element, "zzqqzzqq");
      await element.locator(".message button").click();
      await element.locator(".question button[type=submit]").click();
    },
    shows: ".question fieldset",
  },
  {
    name: "provisional",
    act: async (element) => {
      await send(element, "zzqqzzqq");
      await element.locator(".message button").click();
      await element.locator(".question button[type=submit]").click();
      for (let asked = 1; asked <= 10 && !(await element.locator(".request").count()); asked += 1) {
        const before = await element.locator(".progress").textContent();
        await element.locator(".answer input").last().check();
        await element.locator(".question button[type=submit]").click();
        await element.locator(`.request, .progress:not(:text-is("${before}"))`).first().waitFor();
      }
    },
    shows: ".request",
  },
];

/** Opens a state on a page and gives back the element. */
export async function enter(page, server, state, policy = "none") {
  const source = /\bsrc=/.test(state.attributes ?? "") ? "" : ' src="/fixture.kb"';
  await page.clock.setFixedTime(new Date(`${state.day ?? "2026-11-22"}T12:00:00`));
  await page.goto(server.add({ attributes: `${state.attributes ?? ""}${source}` }, policy));
  const element = page.locator("magdit-check");
  await element.locator(".search, .message").first().waitFor();
  await state.act?.(element);
  await element.locator(state.shows).first().waitFor();
  return element;
}
