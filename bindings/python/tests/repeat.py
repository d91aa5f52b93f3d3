"""One call a number of times, for its cost: repeat.py none|search|search-json|check|check-json TIMES"""

import sys

import magdit
from magdit import KnowledgeBase, Language, Question, Role, Sector

what, times = sys.argv[1], int(sys.argv[2])
library = KnowledgeBase.open_embedded()
question = Question(role=Role.TEACHER, age=11, sector=Sector.PO, as_of="2026-11-21")
text = '{"role":"teacher","age":11,"sector":"po","as_of":"2026-11-21"}'
call = {
    "none": lambda: len(magdit.version()),
    "search": lambda: len(library.search("kahooot", 10).matches),
    "search-json": lambda: len(library.search_json("kahooot", 10)),
    "check": lambda: len(library.check("kahoot", question, Language.NL).conditions),
    "check-json": lambda: len(library.check_json("kahoot", text, "nl")),
}[what]
print(sum(call() for _ in range(times)))
