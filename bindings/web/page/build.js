// The installable page, from `page/` and `js/page/` into `dist/page`.
import { createHash } from "node:crypto";
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";

/** What the page keeps for use without a connection. Beside these: `settings.json` and the school's file. */
const KEPT = ["index.html", "page.js", "answer.css", "page.css", "icon.svg", "icon-192.png", "icon-512.png", "maskable-512.png", "manifest.webmanifest"];
const LIBRARY = ["index.js", "magdit-check.js", "magdit-whole.js", "magdit_bg.wasm", "magdit_whole_bg.wasm", "magdit.kb"];

/** The sentences that stand in the files themselves, as `{ui.page_description}`. */
const SENTENCES = ["ui.page_description", "ui.page_no_script"];

/** The scripts of the package stay files of their own: one module, one knowledge base. */
const library = {
  name: "library",
  setup(building) {
    const beside = ({ path }) => ({ path, external: true });
    building.onResolve({ filter: /^\.\.\/(index|magdit-check)\.js$/ }, beside);
  },
};

function script(here, to, name, define) {
  return build({
    entryPoints: [join(here, "js/page", name)],
    outfile: join(to, name),
    plugins: [library],
    define,
    bundle: true,
    charset: "utf8",
    format: "esm",
    legalComments: "none",
    minify: true,
    target: "es2022",
  });
}

export async function buildPage({ here, dist }) {
  const to = join(dist, "page");
  mkdirSync(to, { recursive: true });
  const { open } = await import(join(dist, "node.js"));
  const texts = (await open()).texts("ui", "nl", "teacher");
  const filled = (text) => SENTENCES.reduce((so, key) => so.replaceAll(`{${key}}`, texts[key.slice("ui.".length)]), text);
  for (const name of ["index.html", "manifest.webmanifest"]) {
    writeFileSync(join(to, name), filled(readFileSync(join(here, "page", name), "utf8")));
  }
  for (const name of KEPT.filter((name) => name.endsWith(".png"))) copyFileSync(join(here, "page/icons", name), join(to, name));
  copyFileSync(join(here, "style/answer.css"), join(to, "answer.css"));
  for (const name of ["page.css", "icon.svg", "settings.json"]) copyFileSync(join(here, "page", name), join(to, name));
  await script(here, to, "page.js");
  const version = createHash("sha256");
  for (const name of KEPT) version.update(readFileSync(join(to, name)));
  for (const name of LIBRARY) version.update(readFileSync(join(dist, name)));
  await script(here, to, "worker.js", {
    MAGDIT_VERSION: JSON.stringify(version.digest("hex").slice(0, 16)),
    MAGDIT_FILES: JSON.stringify([...KEPT, ...LIBRARY.map((name) => `../${name}`)]),
  });
}
