// The tarball in an empty project, as somebody installs it; the README's
// example from there, in Node and in the browser.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { dirname, extname, join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { launch } from "./browser/browser.js";

const web = join(dirname(fileURLToPath(import.meta.url)), "..");
const readme = readFileSync(join(web, "README.md"), "utf8");
const block = (language) => readme.split(`\`\`\`${language}\n`)[1].split("\n```")[0];
const run = (cwd, program, args) => execFileSync(program, args, { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
const SAYS = /Ja, maar met voorwaarden\. Zonder account\.\n- leraar: /;

let project;
let installed;
before(() => {
  project = mkdtempSync(join(tmpdir(), "magdit-project-"));
  run(web, "npm", ["pack", "--silent", "--pack-destination", project]);
  const tarball = readdirSync(project).find((name) => name.endsWith(".tgz"));
  writeFileSync(join(project, "package.json"), '{ "type": "module", "private": true }');
  run(project, "npm", ["install", "--offline", "--no-audit", "--no-fund", `./${tarball}`]);
  installed = join(project, "node_modules/magdit");
});
after(() => rmSync(project, { recursive: true, force: true }));

test("the tarball holds module, scripts, types and knowledge base, and nothing else", () => {
  const names = readdirSync(installed, { recursive: true }).sort();
  assert.deepEqual(names, [
    "README.md",
    "dist",
    "dist/index.d.ts",
    "dist/index.js",
    "dist/magdit-check.d.ts",
    "dist/magdit-check.js",
    "dist/magdit-whole.js",
    "dist/magdit.kb",
    "dist/magdit_bg.wasm",
    "dist/magdit_whole_bg.wasm",
    "dist/node.js",
    "dist/page",
    "dist/page/answer.css",
    "dist/page/icon-192.png",
    "dist/page/icon-512.png",
    "dist/page/icon.svg",
    "dist/page/index.html",
    "dist/page/manifest.webmanifest",
    "dist/page/maskable-512.png",
    "dist/page/page.css",
    "dist/page/page.js",
    "dist/page/settings.json",
    "dist/page/worker.js",
    "dist/static.d.ts",
    "dist/static.js",
    "dist/vocabulary.d.ts",
    "package.json",
  ]);
  const { dependencies, scripts } = JSON.parse(readFileSync(join(installed, "package.json"), "utf8"));
  assert.equal(dependencies, undefined);
  assert.ok(!scripts || !Object.keys(scripts).some((name) => /install/.test(name)), "nothing runs while installing");
});

test("the README's example runs in Node", () => {
  writeFileSync(join(project, "example.js"), block("js"));
  assert.match(run(project, "node", ["example.js"]), SAYS);
});

test("the README's examples run in the browser, without a bundler", async () => {
  cpSync(join(installed, "dist"), join(project, "magdit"), { recursive: true });
  const types = { ".js": "text/javascript", ".wasm": "application/wasm", ".html": "text/html" };
  const policy = readme.split("## Content security policy")[1].match(/```\n([^`]*)\n```/)[1];
  const pages = {
    "/calls.html": `<!doctype html><title>magdit</title><link rel="icon" href="data:,"><script type="module" src="/example.js"></script>`,
    "/element.html": `<!doctype html><html lang="nl"><title>magdit</title><link rel="icon" href="data:,">${block("html").replace("<magdit-check ", '<magdit-check tool="kahoot" ')}`,
    "/example.js": block("js").replace('"magdit"', '"/magdit/index.js"'),
  };
  const server = createServer((request, response) => {
    const path = new URL(request.url, "http://localhost").pathname;
    let body = pages[path];
    try {
      body ??= readFileSync(join(project, path));
    } catch {
      return response.writeHead(404).end();
    }
    return response.writeHead(200, { "content-type": types[extname(path)] ?? "text/plain", "content-security-policy": policy }).end(body);
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  const origin = `http://127.0.0.1:${server.address().port}`;
  const browser = await launch();
  try {
    const page = await browser.newPage();
    const said = [];
    page.on("console", (message) => said.push(message.text()));
    await page.goto(`${origin}/calls.html`);
    await page.waitForFunction(() => true);
    for (let wait = 0; wait < 50 && !said.some((text) => text.startsWith("- ")); wait += 1) await page.waitForTimeout(100);
    assert.match(`${said.join("\n")}`, SAYS);
    await page.goto(`${origin}/element.html`);
    await page.locator("magdit-check .card .name").waitFor();
    assert.deepEqual(await page.evaluate(() => document.querySelector("magdit-check").question), { sector: "vo", age: 14 });
  } finally {
    await browser.close();
    server.close();
  }
});
