// A tree of precomputed answers, written by the command.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, "../../..");

/** The day the trees are written for. */
export const DAY = "2026-11-22";

/** Writes a tree about tools of a knowledge base; gives back its files by path. */
export function tree(tools, { knowledgeBase = readFileSync(join(here, "../dist/magdit.kb")), more = [] } = {}) {
  const folder = mkdtempSync(join(tmpdir(), "magdit-tree-"));
  try {
    const file = join(folder, "magdit.kb");
    writeFileSync(file, knowledgeBase);
    const base = ["run", "--release", "--quiet", "--locked", "--package", "magdit-cli", "--", "--kb", file, "--allow-unsigned"];
    const command = [...base, "export", "web", join(folder, "tree"), "--tools", tools.join(","), "--as-of", DAY, ...more];
    execFileSync("cargo", command, { cwd: root, stdio: ["ignore", "ignore", "inherit"] });
    const at = join(folder, "tree");
    const paths = readdirSync(at, { recursive: true }).filter((path) => statSync(join(at, path)).isFile());
    return Object.fromEntries(paths.map((path) => [path, readFileSync(join(at, path))]));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Reads the files of a tree as if they stood at this address. */
export const ADDRESS = "https://portal.example/mag-dit/index.json";

export function reader(files, MagditError) {
  return async (address) => {
    const path = new URL(address).pathname.slice("/mag-dit/".length);
    if (!(path in files)) throw new MagditError("not_loaded", "there is no such file");
    return files[path];
  };
}

/** Every question that the axes of a file of answers have, with a year from each range of ages. */
export function questions({ axes }) {
  const values = ({ at, from, to }) => (at ? Object.keys(at).map((word) => word || undefined) : [undefined, ...from, from.at(-1) + 1, to]);
  return axes.reduce(
    (all, axis) => all.flatMap((question) => values(axis).map((value) => (value === undefined ? question : { ...question, [axis.field]: value }))),
    [{}],
  );
}
