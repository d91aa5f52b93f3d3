"""Replays the conformance file: the bytes, and the records beside them."""

import json

import magdit
from magdit import GivenAnswer, GivenAnswers, KnowledgeBase, Language, MagditError, Question


def replay(library, case, schools):
    if case["call"] == "open":
        return KnowledgeBase.open_unsigned(bytes.fromhex(case["bytes"])).info_json()
    if "school" in case:
        library = library.with_school((schools / f"{case['school']}.json").read_bytes())
    match case["call"]:
        case "info" | "with_school":
            return library.info_json(case.get("today"))
        case "search":
            return library.search_json(case["text"], case["limit"])
        case "tool":
            return library.tool_json(case["tool"])
        case "check":
            return library.check_json(case["tool"], case["question"], case["language"])
        case "questionnaire":
            return library.questionnaire_json(case["answers"], case["question"], case["language"])
    raise AssertionError(case["call"])


def error_json(error):
    code = magdit.error_word(error.code)
    return json.dumps({"code": code, "error": error.text}, ensure_ascii=False, separators=(",", ":"))


def opened(name, fixture):
    return KnowledgeBase.open_embedded() if name == "embedded" else fixture


def test_every_case_gives_the_same_bytes(files, fixture, schools, capsys):
    total = 0
    for file in files:
        library = opened(file["knowledge_base"], fixture)
        replayed = 0
        for case in file["cases"]:
            try:
                status, code, answer = 0, "ok", replay(library, case, schools)
            except MagditError as error:
                status, code = magdit.error_number(error.code), magdit.error_word(error.code)
                answer = error_json(error)
            assert (status, code) == (case["status"], case["code"]), case["name"]
            if "fields" in case:
                assert list(json.loads(answer)) == case["fields"], case["name"]
            else:
                assert answer == case["answer"], case["name"]
            replayed += 1
        assert replayed == file["count"]
        total += replayed
    with capsys.disabled():
        print(f"\nconformance python: {total} cases")


def member(kind, text):
    return None if text is None else next(value for value in kind if value.name.lower() == text)


WORDS = {"role": magdit.Role, "sector": magdit.Sector, "purpose": magdit.Purpose, "account": magdit.Account,
         "data": magdit.Data, "device": magdit.Device}


def question(fields):
    return Question(**{name: member(WORDS[name], value) if name in WORDS else value for name, value in fields.items()})


def given(value):
    if value == "do_not_know":
        return magdit.Given.DO_NOT_KNOW()
    match value:
        case bool():
            inner = magdit.Value.YES_NO(value)
        case int():
            inner = magdit.Value.NUMBER(value)
        case str():
            inner = magdit.Value.WORD(value)
        case _:
            inner = magdit.Value.WORDS(value)
    return magdit.Given.VALUE(inner)


def answers(fields):
    every = [GivenAnswer(key=key, given=given(value)) for key, value in fields.get("answers", {}).items()]
    return GivenAnswers(name=fields["name"], supplier=fields.get("supplier"), answers=every)


def bare(value):
    """Without what JSON may leave out, and apart from the order of keys."""
    if isinstance(value, dict):
        inner = {key: bare(item) for key, item in value.items()}
        return {key: item for key, item in inner.items() if item not in (None, [], {}, False)}
    return [bare(item) for item in value] if isinstance(value, list) else value


def test_the_records_say_what_the_json_says(files, fixture, schools, capsys):
    compared = 0
    for case in [case for file in files for case in file["cases"] if case["status"] == 0 and "answer" in case]:
        library = fixture
        if "school" in case:
            library = library.with_school((schools / f"{case['school']}.json").read_bytes())
        language = member(Language, case.get("language"))
        asked = question(json.loads(case["question"])) if "question" in case else None
        match case["call"]:
            case "info" | "with_school":
                record = library.info(case.get("today"))
            case "search":
                record = library.search(case["text"], case["limit"])
            case "tool":
                record = library.tool(case["tool"])
            case "check":
                record = library.check(case["tool"], asked, language)
            case "questionnaire":
                record = library.questionnaire(answers(json.loads(case["answers"])), asked, language)
            case _:
                continue
        assert bare(magdit.to_dict(record)) == bare(json.loads(case["answer"])), case["name"]
        compared += 1
    assert compared > 300
    with capsys.disabled():
        print(f"\nrecords python: {compared} answers as records and as JSON")
