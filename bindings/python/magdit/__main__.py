"""Asks the knowledge base of this package: python -m magdit check kahoot."""

from __future__ import annotations

import argparse
import datetime
import json
import sys

import magdit

# What the exit code of the command is for each code; any other is 1.
EXITS = {
    "unknown_tool": 3,
    "not_a_knowledge_base": 4,
    "knowledge_base_damaged": 4,
    "knowledge_base_version": 4,
    "knowledge_base_not_trusted": 4,
    "record_unreadable": 4,
    "internal": 1,
}


def arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m magdit",
        description="Whether an app or online tool may be used at a Dutch school. The whole command is `magdit`, in Rust.",
    )
    parser.add_argument("--version", action="version", version=f"magdit {magdit.__version__}")
    shared = argparse.ArgumentParser(add_help=False)
    shared.add_argument("--kb", metavar="FILE", help="another knowledge base than the one in this package")
    trust = shared.add_mutually_exclusive_group()
    trust.add_argument("--keys", metavar="FILE", help="the publisher's public keys, with which FILE has to be signed")
    trust.add_argument("--allow-unsigned", action="store_true", help="take a FILE that anybody may have made")
    shared.add_argument("--school", metavar="FILE", help="the school's own decisions, as JSON")
    shared.add_argument("--json", action="store_true", help="one line of JSON, the same bytes as every binding gives")
    calls = parser.add_subparsers(dest="call", required=True, metavar="CALL")
    check = calls.add_parser("check", parents=[shared], help="whether a tool may be used")
    check.add_argument("tool", help="the name of a tool, or its id")
    check.add_argument("--lang", default="nl", choices=["nl", "en"], help="language of the sentences (default: nl)")
    check.add_argument("--age", type=int, metavar="YEARS", help="age of the youngest user in completed years")
    for field, kind in [("role", magdit.Role), ("sector", magdit.Sector), ("purpose", magdit.Purpose),
                        ("account", magdit.Account), ("data", magdit.Data), ("device", magdit.Device)]:
        check.add_argument(f"--{field}", choices=[value.name.lower() for value in kind])
    check.add_argument("--as-of", metavar="DATE", help="the day the question is about (default: today)")
    search = calls.add_parser("search", parents=[shared], help="finds tools by name, link or sentence")
    search.add_argument("text")
    search.add_argument("--limit", type=int, default=10, metavar="N")
    tool = calls.add_parser("tool", parents=[shared], help="the record of a tool, as JSON")
    tool.add_argument("id")
    calls.add_parser("info", parents=[shared], help="which knowledge base this is, as JSON")
    return parser


def content(path: str) -> bytes:
    with open(path, "rb") as file:
        return file.read()


def opened(given: argparse.Namespace) -> magdit.KnowledgeBase:
    if given.kb and given.keys:
        library = magdit.KnowledgeBase.open(content(given.kb), content(given.keys).decode("utf-8", "replace"))
    elif given.kb:
        library = magdit.KnowledgeBase.open_unsigned(content(given.kb))
    else:
        library = magdit.KnowledgeBase.open_embedded()
    if given.school:
        library = library.with_school(content(given.school))
        found = library.info().school
        for problem in found.problems if found else []:
            left_out = " (left out)" if problem.skipped else ""
            print(f"school {problem.list.name.lower()} {problem.number}: {problem.what}; {problem.remedy}{left_out}",
                  file=sys.stderr)
    return library


def check(library: magdit.KnowledgeBase, given: argparse.Namespace) -> int:
    found = library.search(given.tool, 5)
    if found.confidence is not magdit.Confidence.EXACT:
        meant = ", ".join(f"{match.name} ({match.id})" for match in found.matches) or "nothing looks like it"
        print(f"no tool has exactly this name; did you mean: {meant}", file=sys.stderr)
        return 3
    names = ["role", "age", "sector", "purpose", "account", "data", "device"]
    question = {name: getattr(given, name) for name in names if getattr(given, name) is not None}
    question["as_of"] = given.as_of or datetime.date.today().isoformat()
    line = library.check_json(found.matches[0].id, json.dumps(question), given.lang)
    if given.json:
        print(line)
        return 0
    answer = json.loads(line)
    print(f"{answer['name']} ({answer['supplier']}): {answer['outcome']}")
    for text in [answer["headline"], answer["route_text"], answer["why"], answer["consent_text"]]:
        print(text)
    for condition in answer["conditions"]:
        print(f"- {condition['who_text']}, {condition['strength']}: {condition['text']}")
    print(answer["standing"])
    return 0


def run(given: argparse.Namespace) -> int:
    library = opened(given)
    match given.call:
        case "check":
            return check(library, given)
        case "search" if given.json:
            print(library.search_json(given.text, given.limit))
        case "search":
            for match in library.search(given.text, given.limit).matches:
                print(f"{match.id}  {match.name}")
        case "tool":
            print(library.tool_json(given.id))
        case "info":
            print(library.info_json(datetime.date.today().isoformat()))
    return 0


def main() -> int:
    parser = arguments()
    given = parser.parse_args()
    if given.kb and not given.keys and not given.allow_unsigned:
        parser.error("--kb needs --keys FILE with the publisher's public keys, or --allow-unsigned")
    if not given.kb and (given.keys or given.allow_unsigned):
        parser.error("--keys and --allow-unsigned say how to take a file; name it with --kb FILE")
    try:
        return run(given)
    except magdit.MagditError as error:
        word = magdit.error_word(error.code)
        print(f"{error.text} ({word})", file=sys.stderr)
        return EXITS.get(word, 2)
    except OSError as error:
        print(f"{error.filename}: {error.strerror}; name a file that can be read", file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main())
