#!/usr/bin/env python3
"""The size of the packaged library for Kotlin, Swift and Python against its history.

    size.py STRIPPED_LIBRARY FOLDER_OF_BUILD_SCRIPTS

The knowledge base inside does not count. It fails when the library is more
than 3 % larger than the last line of size.tsv: make it smaller, or add a line
with the reason. The aim is 850 kB.
"""

import pathlib
import sys

AIM = 850_000
SLACK = 1.03

library, builds = map(pathlib.Path, sys.argv[1:3])
inside = max(builds.glob("magdit-data-*/out/magdit.kb"), key=lambda file: file.stat().st_mtime)
code = library.stat().st_size - inside.stat().st_size
history = pathlib.Path(__file__).with_name("size.tsv").read_text(encoding="utf-8").splitlines()[1:]
date, recorded, _ = history[-1].split("\t")
share = 100 * code / AIM
print(f"size uniffi: {code} bytes without the knowledge base; {recorded} on {date}; {share:.0f} % of the aim of {AIM}")
if code > int(recorded) * SLACK:
    sys.exit(f"!! the uniffi library grew from {recorded} to {code} bytes; see bindings/uniffi/abi/size.py")
