#!/usr/bin/env python3
"""The size of a packaged library against its history.

    size.py NAME AIM HISTORY STRIPPED_LIBRARY FOLDER_OF_BUILD_SCRIPTS

The knowledge base inside does not count. It fails when the library is more
than 3 % larger than the last line of HISTORY: make it smaller, or add a line
with the reason. AIM is in bytes.
"""

import pathlib
import sys

SLACK = 1.03

name, aim = sys.argv[1], int(sys.argv[2])
history, library, builds = map(pathlib.Path, sys.argv[3:6])
inside = max(builds.glob("magdit-data-*/out/magdit.kb"), key=lambda file: file.stat().st_mtime)
code = library.stat().st_size - inside.stat().st_size
date, recorded, _ = history.read_text(encoding="utf-8").splitlines()[-1].split("\t")
print(f"size {name}: {code} bytes without the knowledge base; {recorded} on {date}; {100 * code / aim:.0f} % of the aim of {aim}")
if code > int(recorded) * SLACK:
    sys.exit(f"!! the library {name} grew from {recorded} to {code} bytes; see tests/bindings/size.py and {history}")
