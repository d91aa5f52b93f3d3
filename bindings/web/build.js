// Builds the npm package into `dist`: `node build.js`, after `npm ci`.
//
// The standard library is compiled along, without texts of panics, when the
// toolchain has rust-src: about a tenth smaller. `MAGDIT_WEB_STD=prebuilt`
// takes the one that comes with the toolchain instead.
import { execFileSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { buildPage } from "./page/build.js";

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, "../..");
const [dist, work] = [join(here, "dist"), join(here, "build")];
const TARGET = "wasm32-unknown-unknown";

// Small once it is compressed: what is called from one place stays a function
// of its own, and functions with like names stand together, so that Brotli
// finds more that is alike.
const SMALL = ["-Oz", "--converge", "--one-caller-inline-max-function-size", "0", "--reorder-functions-by-name"];

function run(program, args, environment = {}) {
  process.stdout.write(`   ${program} ${args.join(" ").replaceAll(root, ".")}\n`);
  execFileSync(program, args, { cwd: root, stdio: ["ignore", "ignore", "inherit"], env: { ...process.env, ...environment } });
}

function output(program, args) {
  return execFileSync(program, args, { cwd: root, encoding: "utf8" }).trim();
}

/** How the standard library gets in: `built` or `prebuilt`. */
function recipe() {
  const source = join(output("rustc", ["--print", "sysroot"]), "lib/rustlib/src/rust/library/std/src/lib.rs");
  const wanted = process.env.MAGDIT_WEB_STD;
  if (wanted === "prebuilt") return "prebuilt";
  if (existsSync(source)) return "built";
  if (wanted === "built") throw new Error("rust-src is missing: rustup component add rust-src");
  process.stdout.write("   rust-src is missing: the module becomes about a tenth larger\n");
  return "prebuilt";
}

/** Where cargo builds: CARGO_TARGET_DIR, a configuration, or `target`. */
function built() {
  return JSON.parse(output("cargo", ["metadata", "--no-deps", "--format-version", "1", "--locked"])).target_directory;
}

function compile(std, features) {
  const base = ["build", "--package", "magdit-web", "--profile", "web", "--target", TARGET, "--locked", "--quiet", ...features];
  // The checksums of sha2 as loops, which are slower and half as large.
  const compact = '--cfg sha2_backend_soft="compact"';
  if (std === "prebuilt") return run("cargo", base, { RUSTFLAGS: compact });
  const unstable = ["-Zbuild-std=std,panic_abort", "-Zbuild-std-features=optimize_for_size"];
  run("cargo", [...base, "--target-dir", join(built(), "web-std"), ...unstable], {
    RUSTC_BOOTSTRAP: "1",
    RUSTFLAGS: `-Zunstable-options -Cpanic=immediate-abort -Zlocation-detail=none -Zfmt-debug=none ${compact}`,
  });
}

/** A module with the JavaScript that loads it. */
function compiled(std, into, name, features) {
  compile(std, features);
  const folder = std === "built" ? join(built(), "web-std") : built();
  const made = join(folder, TARGET, "web/magdit_web.wasm");
  run("cargo", ["run", "--package", "magdit-web-bindgen", "--locked", "--quiet", "--", made, into, name]);
}

/** The module that is loaded first, or the one with every call. */
function module(std, name, features) {
  compiled(std, work, name, features);
  run(join(here, "node_modules/.bin/wasm-opt"), [...SMALL, join(work, `${name}_bg.wasm`), "-o", join(dist, `${name}_bg.wasm`)]);
}

function knowledgeBase() {
  const [whole, packed] = [join(work, "magdit.kb"), join(dist, "magdit.kb")];
  const magdit = (...args) => run("cargo", ["run", "--package", "magdit-cli", "--locked", "--quiet", "--", ...args]);
  magdit("build", "data", "--output", whole);
  magdit("pack", whole, "--output", packed);
}

/** What is said when nothing could be loaded has to be in the script. */
async function outage() {
  const { openUnsigned } = await import(join(dist, "node.js"));
  const library = await openUnsigned(readFileSync(join(dist, "magdit.kb")));
  const said = ["ui.load_failed", "ui.load_failed_meaning", "ui.load_failed_next", "ui.load_refused", "ui.retry"];
  const texts = (language, register) => {
    const all = library.texts("ui", language, register);
    return Object.fromEntries(said.map((key) => key.slice("ui.".length)).map((key) => [key, all[key]]));
  };
  const both = (language) => ({ teacher: texts(language, "teacher"), parent: texts(language, "parent") });
  writeFileSync(join(work, "outage.json"), JSON.stringify({ nl: both("nl"), en: both("en") }));
}

async function bundle(entry, name, platform) {
  await build({
    entryPoints: [join(here, "js", entry)],
    outfile: join(dist, name),
    alias: { "magdit-module": join(work, "magdit.js"), "magdit-whole-module": join(work, "magdit_whole.js"), "magdit-outage": join(work, "outage.json") },
    loader: { ".css": "text" },
    plugins: [styles, later],
    bundle: true,
    charset: "utf8",
    format: "esm",
    legalComments: "none",
    minify: true,
    platform,
    target: "es2022",
  });
}

/** What loads the whole module stays a file of its own, until it is asked for. */
const later = {
  name: "later",
  setup(building) {
    building.onResolve({ filter: /^\.\/magdit-whole\.js$/ }, ({ path }) => ({ path, external: true }));
  },
};

/** Style sheets as text, without the blanks between rules. */
const styles = {
  name: "styles",
  setup(building) {
    building.onLoad({ filter: /\.css$/ }, async ({ path }) => {
      const { transform } = await import("esbuild");
      const { code } = await transform(readFileSync(path, "utf8"), { loader: "css", minify: true });
      return { contents: code, loader: "text" };
    });
  },
};

// `node build.js panics` makes what the tests of panics load, and nothing else.
if (process.argv[2] === "panics") {
  compiled(recipe(), join(work, "panics"), "magdit", ["--features", "test-panic"]);
  process.exit();
}

// `node build.js scripts` keeps the module and the knowledge base as they are.
const onlyScripts = process.argv[2] === "scripts";
if (!onlyScripts) {
  rmSync(dist, { recursive: true, force: true });
  mkdirSync(dist, { recursive: true });
  mkdirSync(work, { recursive: true });
  const std = recipe();
  module(std, "magdit", ["--no-default-features"]);
  module(std, "magdit_whole", []);
  writeFileSync(join(work, "recipe"), std);
  knowledgeBase();
}
await bundle("node.js", "node.js", "node");
await outage();
await bundle("index.js", "index.js", "browser");
await bundle("magdit-whole.js", "magdit-whole.js", "browser");
await bundle("element/element.js", "magdit-check.js", "browser");
await bundle("static.js", "static.js", "neutral");
for (const types of ["index.d.ts", "vocabulary.d.ts", "magdit-check.d.ts", "static.d.ts"]) copyFileSync(join(here, "js", types), join(dist, types));
await buildPage({ here, dist, work });
