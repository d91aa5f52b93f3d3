// The example of a portal: its own looks and its own policy around the element.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { POLICY, portal } from "../../../../examples/portal/serve.js";
import { launch } from "./browser.js";
import { lookNarrow, lookWithAxe, tabTo } from "./look.js";

let browser;
let origin;
const server = portal();
before(async () => {
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  origin = `http://127.0.0.1:${server.address().port}`;
  browser = await launch();
});
after(async () => {
  await browser.close();
  server.closeAllConnections();
  server.close();
});

test("a portal embeds the element under its own policy, and hears answers that know the school", async () => {
  const page = await browser.newPage();
  const [complaints, requests] = [[], []];
  page.on("console", (message) => ["error", "warning"].includes(message.type()) && complaints.push(message.text()));
  page.on("request", (request) => requests.push(request.url()));
  const response = await page.goto(`${origin}/`);
  assert.equal(response.headers()["content-security-policy"], POLICY);
  const element = page.locator("magdit-check");
  await element.locator("#query").waitFor();
  await tabTo(page, "#query");
  await page.keyboard.type("kahoot");
  await page.keyboard.press("Enter");
  await element.locator(".card .headline").waitFor();
  const answer = await element.evaluate((node) => node.answer);
  assert.equal(answer.school.name, "Voorbeeldschool De Linde");
  assert.equal(await page.locator("#log").textContent(), `${answer.name}: ${answer.headline}`);
  const looks = await lookWithAxe(page, "portal");
  await lookNarrow(page, "portal");
  assert.deepEqual(complaints, []);
  const foreign = requests.filter((address) => !address.startsWith(`${origin}/`) && !address.startsWith("data:"));
  assert.deepEqual(foreign, []);
  assert.deepEqual(await page.context().cookies(), []);
  await page.close();
  console.log(`${looks} looks at the portal, ${requests.length} requests, all its own`);
});

test("the portal serves nothing outside its folders", async () => {
  for (const path of ["/../school.toml", "/..%2fschool.toml", "/magdit/..%2f..%2fbuild.js", "/magdit/..%2f..%2f..%2fREADME.md"]) {
    assert.equal((await fetch(origin + path)).status, 404, path);
  }
});
