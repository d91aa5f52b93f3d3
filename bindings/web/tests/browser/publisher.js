// A publisher with keys, and files that it signed or did not.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { synthetic } from "./synthetic.js";

const root = join(dirname(fileURLToPath(import.meta.url)), "../../../..");

function magdit(...args) {
  return execFileSync("cargo", ["run", "--quiet", "--locked", "--package", "magdit-cli", "--", ...args], { cwd: root, stdio: "pipe" });
}

/** The keys as text; two editions by their holder, one by somebody else, one damaged. */
export function publisher() {
  const folder = mkdtempSync(join(tmpdir(), "magdit-publisher-"));
  const at = (name) => join(folder, name);
  try {
    for (const name of ["ours", "theirs"]) magdit("keygen", at(name), "--purpose", "release");
    const edition = (number) => synthetic((text, path) => (path === "edition.toml" ? text.replace(/^number = .*/m, `number = ${number}`) : text));
    const signed = (bytes, name) => {
      writeFileSync(at("file.kb"), bytes);
      magdit("sign", at("file.kb"), "--key", at(`${name}.secret`));
      return readFileSync(at("file.kb"));
    };
    const [one, two] = [edition(1), edition(2)];
    const second = signed(two, "ours");
    const damaged = Buffer.from(second);
    damaged[damaged.length >> 1] ^= 1;
    return { keys: readFileSync(at("ours.keys"), "utf8"), first: signed(one, "ours"), second, foreign: signed(two, "theirs"), damaged };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
