// The invented tools of `tests/fixtures/synthetic` with the sentences of
// today, compiled by the command; records can be changed before that.
import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "../../../..");

/** Bytes of a knowledge base; `change(text, path)` rewrites a record. */
export function synthetic(change) {
  const folder = mkdtempSync(join(tmpdir(), "magdit-synthetic-"));
  try {
    for (const room of ["conditions", "parameters", "sources", "texts"]) {
      cpSync(join(root, "data", room), join(folder, room), { recursive: true });
    }
    cpSync(join(root, "tests/fixtures/synthetic"), folder, { recursive: true });
    if (change) {
      for (const path of readdirSync(folder, { recursive: true }).filter((path) => path.endsWith(".toml"))) {
        const text = readFileSync(join(folder, path), "utf8");
        writeFileSync(join(folder, path), change(text, path));
      }
    }
    const file = join(folder, "magdit.kb");
    const command = ["run", "--quiet", "--locked", "--package", "magdit-cli", "--", "build", folder, "--output", file];
    try {
      execFileSync("cargo", command, { cwd: root, encoding: "utf8", stdio: "pipe" });
    } catch (error) {
      throw new Error(`${error.stdout}\n${error.stderr}`.split("\n").filter((line) => !/: warning: /.test(line)).slice(0, 20).join("\n"));
    }
    return readFileSync(file);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
