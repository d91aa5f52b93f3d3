#!/usr/bin/env python3
"""Writes `src/mirror/` from the core's source, so that words and fields are
documented in one place; and what fields mean for Python, whose generator
leaves that out.

    mirror.py           compares; fails where a mirror is not what it would be
    mirror.py --write   writes

The compiler holds mirrors to the core anyway: it refuses one that lacks a
field or a variant. This script spares writing them by hand.
"""

import pathlib
import pprint
import re
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
CORE = HERE.parent.parent / "core" / "src"
MIRRORS = HERE / "src" / "mirror"
FIELDS = HERE.parent / "python" / "magdit" / "_fields.py"

# Each file of mirrors, with the core's files and the types that it takes.
ROOMS = {
    "answer": (
        ["answer.rs"],
        "Outcome Effect ConsentKind Consent AgeBand Basis RouteAnswer SourceShown ConditionShown UnknownShown "
        "CaseRoute CaseAnswer EditionAnswer KnowledgeBaseShown Change WouldChange Alternative Answer",
    ),
    "reason": (
        ["answer/reason.rs", "answer/school.rs", "answer/was.rs"],
        "FactUsed AssessmentUsed Reason Decision SchoolAnswer Was",
    ),
    "parents": (["answer/parents.rs"], "PartKind ParentsPart LetterKind LetterRefusal Letter ForParents"),
    "condition": (["condition.rs"], "Who Strength"),
    "fact": (["fact.rs", "fact/value.rs"], "Jurisdiction UnknownReason Citation Correction Known Fact Value"),
    "fact_key": (["fact/key.rs"], "FactKey"),
    "info": (
        ["info.rs", "kb/release.rs", "freshness.rs", "school/problem.rs"],
        "Info SchoolShown Release Freshness SchoolList SchoolProblem",
    ),
    "question": (
        ["question.rs", "text.rs"],
        "Role Sector Purpose Account Data Device Question Language",
    ),
    "questionnaire": (
        ["questionnaire/step.rs", "questionnaire/request.rs", "questionnaire/answers.rs"],
        "Step NextQuestion Choice Provisional AssessmentRequest Answered ToLookUp Given",
    ),
    "error_code": (["json/code.rs"], "ErrorCode"),
    "search": (["search/result.rs"], "QueryKind Confidence MatchKind Match Understood SearchResult"),
    "tool": (
        ["tool.rs", "knowledge_base.rs"],
        "Plan Route Store StoreId NameKind OtherName Usage Status FactEntry AssessmentOutcome OutsideScope Scope "
        "Assessment Edition Tool SourceKind Source ToolShown",
    ),
    "kind": (["tool.rs"], "Kind"),
}

# Where the core's type has no counterpart in other languages; see `custom.rs`.
TYPES = {"&'static str": "Word", "&'static [&'static str]": "Words", "usize": "Count"}
CUSTOM = ["AskKey", "Answers", "Count", "Country", "Date", "Digest", "SourceId", "Word", "Words"]
PUBLIC = {"ErrorCode": "magdit::json::ErrorCode", "Digest": "magdit::kb::digest::Digest"}
DEFAULTS = {("Question", "country"): 'default = "NL"'}


def declarations(source):
    """The name, doc lines and body lines of every enum and struct."""
    lines = source.split("\n#[cfg(test)]\nmod tests", 1)[0].splitlines()
    docs = []
    for at, line in enumerate(lines):
        text = line.strip()
        if text.startswith("///"):
            docs.append(text)
            continue
        if text.startswith("#[") or text == "vocabulary! {":
            continue
        found = re.match(r"^pub (enum|struct) (\w+) \{$|^    (\w+) \{$", line)
        if found and (found[1] or docs):
            indent = len(line) - len(line.lstrip())
            end = next((n for n in range(at, len(lines)) if lines[n] == " " * indent + "}"), at)
            kind = "Record" if found[1] == "struct" else "Enum"
            yield found[2] or found[3], kind, docs, [row[indent:] for row in lines[at + 1 : end]]
        docs = []


def plain(line):
    """Links mean something in Rust only."""
    return re.sub(r"\[(`[^`]+`)\](\([^)]*\))?", r"\1", line)


def without_examples(docs):
    """So do examples."""
    text = re.sub(r"(///\n)?/// ```.*?/// ```\n?", "", "\n".join(docs), flags=re.S)
    return text.splitlines()


def mirror(name, kind, docs, body):
    rows = [plain(doc) for doc in without_examples(docs)]
    rows += [f"#[uniffi::remote({kind})]", f"pub {'struct' if kind == 'Record' else 'enum'} {name} {{"]
    skipping = False
    for line in body:
        text = line.strip()
        if text.startswith("#["):
            skipping = not text.endswith("]")
            continue
        if skipping:
            skipping = not text.endswith("]")
            continue
        line = re.sub(r' = "[^"]*",$', ",", plain(line))
        found = re.match(r"^(\s+)(?:pub )?(\w+): (.+),$", line)
        if found and not text.startswith("///"):
            line = f"{found[1]}{'pub ' if kind == 'Record' else ''}{found[2]}: {TYPES.get(found[3], found[3])},"
            if name == "Question":
                optional = "default" if found[3].startswith("Option<") else None
                given = DEFAULTS.get((name, found[2]), optional)
                if given:
                    rows.append(f"{found[1]}#[uniffi({given})]")
        rows.append(line)
    return [*rows, "}"]


def written(room):
    files, names = ROOMS[room]
    names = names.split()
    found = {}
    for file in files:
        source = (CORE / file).read_text(encoding="utf-8")
        for name, kind, docs, body in declarations(source):
            if name in names:
                found[name] = mirror(name, kind, docs, body)
    missing = [name for name in names if name not in found]
    if missing:
        sys.exit(f"!! {files} have no {missing}; correct ROOMS in bindings/uniffi/mirror.py")
    text = "\n\n".join("\n".join(found[name]) for name in names)
    code = "\n".join(line for line in text.splitlines() if not line.strip().startswith("///"))
    used = set(re.findall(r"(?:: |<|\(|, |struct |enum )([A-Z]\w+)", code))
    everything = {name for _, listed in ROOMS.values() for name in listed.split()} | set(CUSTOM)
    own = sorted(name for name in TYPES.values() if f": {name}," in code)
    core = sorted(PUBLIC.get(name, f"magdit::{name}") for name in (used & everything) - set(TYPES.values()))
    uses = [f"use {path};" for path in core if path.count("::") > 1]
    plain_names = ", ".join(path.removeprefix("magdit::") for path in core if path.count("::") == 1)
    uses += [f"use magdit::{{{plain_names}}};"] if plain_names else []
    if own:
        uses += ["", f"use crate::custom::{{{', '.join(own)}}};"]
    head = f"//! Mirrors of `core/src/{files[0]}`" + (" and what belongs to it." if len(files) > 1 else ".")
    return "\n".join([head, "", *uses, "", text, ""])


def fields():
    """What the fields of every record mean: {record: {field: text}}."""
    found = {}
    sources = [(CORE / file, names.split()) for files, names in ROOMS.values() for file in files]
    for path, names in [*sources, (HERE / "src" / "custom.rs", ["GivenAnswer", "GivenAnswers"])]:
        for name, kind, _, body in declarations(path.read_text(encoding="utf-8")):
            if name not in names or kind != "Record":
                continue
            docs, meant = [], {}
            for line in map(str.strip, body):
                field = re.match(r"pub (\w+): ", line)
                if line.startswith("///"):
                    docs.append(plain(line[3:].strip()))
                elif field:
                    meant[field[1]], docs = " ".join(docs), []
            found[name] = meant
    text = pprint.pformat(found, width=118, sort_dicts=False)
    return f'"""What the fields of records mean. Written by bindings/uniffi/mirror.py."""\n\nFIELDS = {text}\n'


def formatted(text):
    config = HERE.parent.parent
    done = subprocess.run(
        ["rustfmt", "--edition", "2024", "--config-path", str(config)], input=text, capture_output=True, text=True
    )
    if done.returncode:
        sys.exit(done.stderr)
    return done.stdout


different = []
files = {MIRRORS / f"{room}.rs": formatted(written(room)) for room in ROOMS}
for path, text in {**files, FIELDS: fields()}.items():
    if "--write" in sys.argv:
        path.write_text(text, encoding="utf-8")
    elif not path.exists() or path.read_text(encoding="utf-8") != text:
        different.append(path.name)
if different:
    sys.exit(f"!! {different} are not what the core's source makes: run bindings/uniffi/mirror.py --write")
types = sum(len(names.split()) for _, names in ROOMS.values())
print(f"mirrors: {types} types in {len(ROOMS)} files, as in the core")
