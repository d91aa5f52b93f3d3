"""Memory before and after many calls: leak.py FIXTURE CALLS"""

import pathlib
import re
import sys

from magdit import KnowledgeBase, Language, MagditError, Question

library = KnowledgeBase.open_unsigned(pathlib.Path(sys.argv[1]).read_bytes())
calls = int(sys.argv[2])
asked = Question(as_of="2026-11-21", age=11)


def resident():
    """Memory of the process in KiB: Python's and the library's."""
    status = pathlib.Path("/proc/self/status").read_text(encoding="ascii")
    return int(re.search(r"^VmRSS:\s+(\d+)", status, re.M)[1])


def round(times):
    for n in range(times):
        if n % 4 == 0:
            library.search("voorbeeldquis", 5)
        elif n % 4 == 1:
            library.search_json("https://voorbeeld-quiz.example/", 5)
        elif n % 4 == 2:
            library.tool_json("voorbeeld-weg")
        else:
            try:
                library.check("geen-tool", asked, Language.NL)
            except MagditError:
                pass
        if n % 1000 == 0:
            library.check("voorbeeld-quiz", asked, Language.NL)
            KnowledgeBase.open_embedded()


round(20_000)
before = resident()
round(calls)
after = resident()
print(f"leak python: {calls} calls, {before} KiB before, {after} KiB after")
# One byte per call would be 977 KiB over a million.
if after - before > 768:
    sys.exit("!! memory grew")
