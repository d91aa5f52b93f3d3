"""Writes what the long tests counted into a table.

    python3 tests/long.py LOG TABLE

A line of the log that begins with `long:` holds a name and a result with a bar
between them. Rows of tests that did not run this time stay as they are.
"""

import datetime
import os
import platform
import re
import sys

HEAD = """# Long tests

What takes too long for every change, as it came out the last time. `bash tests/run --long` runs all of it and writes
this table anew; the tests say more about what they do.

| what | result | date | machine |
|---|---|---|---|
"""


def machine() -> str:
    """The processor, how many of them, and the system."""
    name = platform.machine()
    try:
        with open("/proc/cpuinfo", encoding="utf-8") as info:
            found = re.search(r"^model name\s*: (.+)$", info.read(), re.M)
            name = found.group(1) if found else name
    except OSError:
        pass
    return f"{os.cpu_count()} × {name}, {platform.system()}"


def rows(text: str) -> dict[str, str]:
    """The rows of a table, by their first cell."""
    found = re.findall(r"^\| (.+?) \|.*$", text, re.M)
    lines = [line for line in text.splitlines() if line.startswith("| ")]
    return {name: line for name, line in zip(found, lines) if name != "what"}


def main() -> None:
    log, table = sys.argv[1:]
    with open(log, encoding="utf-8") as file:
        counted = re.findall(r"\blong: (.+?) \| (.+)$", file.read(), re.M)
    if not counted:
        sys.exit("!! no long test said what it counted")
    text = ""
    if os.path.exists(table):
        with open(table, encoding="utf-8") as file:
            text = file.read()
    kept = rows(text)
    today = datetime.date.today().isoformat()
    for name, result in counted:
        kept[name] = f"| {name} | {result} | {today} | {machine()} |"
    with open(table, "w", encoding="utf-8") as file:
        file.write(HEAD + "".join(f"{kept[name]}\n" for name in sorted(kept)))
    print(f"{len(counted)} results written to {table}")


main()
