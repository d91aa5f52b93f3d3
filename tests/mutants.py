#!/usr/bin/env python3
"""Tries the changes of cargo-mutants with one build instead of one each.

    python3 tests/mutants.py                     every change
    python3 tests/mutants.py core/src/school     those of which the name begins so
    python3 tests/mutants.py @FILE               those named in a file, such as what
                                                 an earlier run missed

Every changed body of a function goes into a copy of the library beside the one
that is written, behind a number, and the number of the change to try stands in
the environment. Changes that do not compile are taken out until the rest does.
First the quick tests of `.cargo/mutants.toml` look at a change, then, where none
of them failed, the long ones of the same rooms. The two walks through dialogues,
which take minutes, look at what was missed in `questionnaire` alone.

What a program can only try by a build of its own is listed at the end: changes
in `const fn`, and in functions that return `impl Trait`.
"""

import collections
import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
COPY = ROOT / "target" / "mutants"
# A folder of its own: cargo would take what the copy built for the library's.
BUILT = ROOT / "target" / "mutants-built"
VARIABLE = "MAGDIT_MUTANT"
SECONDS = 300
WALKS = ["every_dialogue_ends", "a_dialogue_reaches"]
SWITCH = f"""
/// The number of the change to try.
pub(crate) fn changed() -> u32 {{
    static NUMBER: std::sync::OnceLock<u32> = std::sync::OnceLock::new();
    *NUMBER.get_or_init(|| std::env::var("{VARIABLE}").ok().and_then(|text| text.parse().ok()).unwrap_or(0))
}}
"""


def listed():
    """Every change, with a number from 1."""
    command = ["cargo", "mutants", "-p", "magdit", "--list", "--json"]
    changes = json.loads(subprocess.run(command, cwd=COPY, check=True, capture_output=True, text=True).stdout)
    for number, change in enumerate(changes, 1):
        change["number"] = number
    return changes


class File:
    """A source file as it was, with places as offsets."""

    read = {}

    def __init__(self, path):
        self.path = path
        self.text = self.read.setdefault(path, (COPY / path).read_text())
        self.starts = [0]
        for line in self.text.splitlines(keepends=True):
            self.starts.append(self.starts[-1] + len(line))

    def at(self, place):
        return self.starts[place["line"] - 1] + place["column"] - 1

    def range(self, span):
        return self.at(span["start"]), self.at(span["end"])

    def body(self, function):
        """From behind the opening brace of a function to its closing one."""
        start, end = self.range(function["span"])
        name = function["function_name"].rsplit("::", 1)[-1]
        head = re.compile(r"^[^/\n]*\bfn " + re.escape(name) + r"\b", re.M).search(self.text[start:end])
        depth = 0
        for offset in range(start + head.end(), end):
            depth += {"(": 1, "[": 1, ")": -1, "]": -1}.get(self.text[offset], 0)
            if self.text[offset] == "{" and depth == 0:
                return head, offset + 1, end - 1
        raise SystemExit(f"no body of {name} in {self.path}")


def write(changes, left_out):
    """Writes the copy; the lines of each change, and what needs a build of its own."""
    lines, alone = {}, []
    for path in sorted({change["file"] for change in changes}):
        file = File(path)
        bodies = collections.defaultdict(list)
        for change in (change for change in changes if change["file"] == path):
            if not change["function"]:
                alone.append(change)
                continue
            head, start, end = file.body(change["function"])
            returned = change["function"].get("return_type", "")
            if " const fn" in f" {head.group()}" or "impl " in returned:
                alone.append(change)
            elif change["number"] not in left_out:
                bodies[start, end].append(change)
        outermost = [one for one in bodies if not any(o != one and o[0] <= one[0] and one[1] <= o[1] for o in bodies)]
        pieces, last, line = [], 0, 1
        for start, end in sorted(outermost):
            inside = [c for (s, e), list_ in bodies.items() if start <= s and e <= end for c in list_]
            pieces.append(file.text[last:start] + "\nmatch crate::changed() {\n")
            line += pieces[-1].count("\n")
            for change in inside:
                first, behind = file.range(change["span"])
                body = file.text[start:first] + change["replacement"] + " " + file.text[behind:end]
                pieces.append(f"{change['number']} => {{\n{body}\n}}\n")
                lines[change["number"]] = (path, line, line + pieces[-1].count("\n"))
                line += pieces[-1].count("\n")
            pieces.append(f"_ => {{{file.text[start:end]}}}\n}}\n")
            line += pieces[-1].count("\n")
            last = end
        (COPY / path).write_text("".join(pieces) + file.text[last:])
    return lines, alone


def build(lines):
    """The test program, or the changes that do not compile."""
    command = ["cargo", "test", "-p", "magdit", "--lib", "--no-run", "--offline", "--message-format=json"]
    environment = {"CARGO_TARGET_DIR": str(BUILT)} | os.environ
    run = subprocess.run(command, cwd=COPY, env=environment, capture_output=True, text=True)
    messages = [json.loads(line) for line in run.stdout.splitlines() if line.startswith("{")]
    if run.returncode == 0:
        return [m["executable"] for m in messages if m.get("executable")][-1], set()
    wrong = set()
    for message in (m["message"] for m in messages if m.get("reason") == "compiler-message"):
        if message["level"] != "error":
            continue
        places = [span for span in message["spans"] if span["is_primary"]]
        for span in places:
            while span.get("expansion") and not span["file_name"].startswith("core/"):
                span = span["expansion"]["span"]
            wrong |= {
                number
                for number, (path, first, last) in lines.items()
                if path == span["file_name"] and first <= span["line_start"] <= last
            }
    if not wrong:
        raise SystemExit("the copy does not compile:\n" + run.stderr[-4000:] + "".join(
            m["message"]["rendered"] for m in messages if m.get("reason") == "compiler-message"
            and m["message"]["level"] == "error")[:4000])
    return None, wrong


def fails(program, arguments, number):
    """Whether a test notices a change; 'timeout' when none ends."""
    environment = os.environ | {VARIABLE: str(number)}
    try:
        run = subprocess.run([program, *arguments], cwd=COPY / "core", env=environment, timeout=SECONDS,
                             stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    except subprocess.TimeoutExpired:
        return "timeout"
    return "caught" if run.returncode else None


def main():
    named = [line.partition(": ")[2] for word in sys.argv[1:] if word.startswith("@")
             for line in Path(word[1:]).read_text().splitlines()]
    begins = tuple(word for word in sys.argv[1:] if not word.startswith("@"))
    wanted = lambda name: name.startswith(begins) or name in named or len(sys.argv) == 1
    shutil.rmtree(COPY, ignore_errors=True)
    shutil.copytree(ROOT, COPY, symlinks=True, ignore=shutil.ignore_patterns("target", ".git", "node_modules"))
    changes = [change for change in listed() if wanted(change["name"])]
    config = tomllib.loads((COPY / ".cargo" / "mutants.toml").read_text())["additional_cargo_test_args"]
    quick = config[config.index("--") + 1:]
    rooms = quick[: quick.index("--skip")]
    for walk in WALKS:
        rooms += ["--skip", walk]
    library = COPY / "core" / "src" / "lib.rs"
    library.write_text(library.read_text() + SWITCH)
    left_out, program = set(), None
    while program is None:
        lines, alone = write(changes, left_out)
        program, wrong = build(lines)
        left_out |= wrong
        print(f"{len(lines)} changes, {len(wrong)} of them do not compile", file=sys.stderr)
    for arguments in (quick, rooms):
        if fails(program, arguments, 0):
            raise SystemExit(f"the tests fail without a change: {arguments}")
    table = collections.defaultdict(collections.Counter)
    missed = []
    for change in changes:
        number, row = change["number"], table[change["file"]]
        row["changes"] += 1
        if number in left_out:
            row["do not compile"] += 1
        elif number in lines:
            found = fails(program, quick, number)
            if found:
                row[found] += 1
            else:
                missed.append(change)
                print(f"not by a quick test: {change['name']}", file=sys.stderr)
    print(f"{len(missed)} are left for the long tests", file=sys.stderr)
    for change in missed:
        number, row = change["number"], table[change["file"]]
        print(f"looking at: {change['name']}", file=sys.stderr)
        found = fails(program, rooms, number)
        if not found and "/questionnaire" in change["file"]:
            found = fails(program, WALKS, number)
        row[found or "missed"] += 1
        if found != "caught":
            print(f"{found or 'missed'}: {change['name']}", flush=True)
    for change in alone:
        table[change["file"]]["alone"] += 1
        print(f"needs a build of its own: {change['name']}")
    columns = ["changes", "caught", "missed", "timeout", "do not compile", "alone"]
    print("file", *columns, sep=" | ")
    table["all"] = sum(table.values(), collections.Counter())
    for path, row in sorted(table.items()):
        print(path, *(row[column] for column in columns), sep=" | ")


if __name__ == "__main__":
    main()
