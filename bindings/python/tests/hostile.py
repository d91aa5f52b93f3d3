"""Calls that no host should make: hostile.py FIXTURE CALLS"""

import collections
import pathlib
import random
import sys
import threading

import magdit
from magdit import KnowledgeBase, Language, MagditError, Question, Role

fixture, calls = pathlib.Path(sys.argv[1]), int(sys.argv[2])
THREADS = 8
good = KnowledgeBase.open_unsigned(fixture.read_bytes())
TEXTS = [
    "", "kahoot", "\ud800", "a\0b", "voorbeeld-quiz", "{", "{}", "null", "[" * 4096, '{"as_of":"2026-11-21"}',
    '{"as_of":"2026-11-21","age":999}', '{"name":"x"}', "nl", "en", "NL", "🙂", "x" * 70_000, "2026-02-30",
    "https://kahoot.it", "\u202e", '{"name":"x","answers":{"kind":"quiz"}}',
]
ODD = [None, 3, -1, 2**70, 1.5, b"\xff", [], object(), Role.PUPIL, True]


def call(draw):
    text = lambda: draw.choice(TEXTS)
    odd = lambda: draw.choice(ODD + TEXTS)
    match draw.randrange(14):
        case 0:
            KnowledgeBase.open_unsigned(text().encode(errors="replace"))
        case 1:
            good.with_school(text().encode(errors="replace"))
        case 2:
            good.info(odd())
        case 3:
            good.search(text(), draw.choice([0, 5, 2**32 - 1, 2**32, -1]))
        case 4:
            good.tool(odd())
        case 5:
            good.check_json(text(), text(), text())
        case 6:
            good.questionnaire_json(text(), text(), text())
        case 7:
            good.check("voorbeeld-quiz", Question(as_of=odd(), age=draw.choice([0, 120, 121, 255, 256, -1])), Language.NL)
        case 8:
            good.check("voorbeeld-quiz", Question(as_of="2026-11-21", country=odd(), role=odd()), odd())
        case 9:
            key, value = text(), magdit.Value.WORDS([text()] * 9)
            given = [magdit.GivenAnswer(key=key, given=magdit.Given.VALUE(value))]
            good.questionnaire(magdit.GivenAnswers(name=text(), answers=given), Question(as_of="2026-11-21"), Language.EN)
        case 10:
            KnowledgeBase.open(odd(), odd())
        case 11:
            KnowledgeBase.open_embedded().search_json("kahoot", 1)
        case 12:
            KnowledgeBase.open(text().encode(errors="replace"), text())
        case 13:
            assert good.search("voorbeeldquiz", 1).confidence is magdit.Confidence.EXACT


# What Python itself, or the glue, raises where a type or number is not right.
TYPED = (TypeError, ValueError, OverflowError, AttributeError)


def run(seed, times, results):
    draw = random.Random(seed)
    for _ in range(times):
        try:
            call(draw)
            results["ok"] += 1
        except MagditError as error:
            assert error.text
            results[magdit.error_word(error.code)] += 1
        except TYPED as error:
            results[type(error).__name__] += 1


found = [collections.Counter() for _ in range(THREADS)]
threading.stack_size(64 * 1024)
threads = [threading.Thread(target=run, args=(n, calls // THREADS, found[n])) for n in range(THREADS)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
results = sum(found, collections.Counter())
if results.total() != calls // THREADS * THREADS or len(results) < 12:
    sys.exit(f"!! {results}")
print(f"hostile python: {results.total()} calls in {THREADS} threads, {len(results)} different results, alive")
