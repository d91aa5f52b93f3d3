"""What users meet first: the embedded knowledge base, records, the command."""

import importlib.resources
import subprocess
import sys
import threading

import pytest

import magdit
from magdit import KnowledgeBase, Language, MagditError, Outcome, Question, Role


@pytest.fixture(scope="module")
def library():
    return KnowledgeBase.open_embedded()


def test_a_question_is_answered(library):
    asked = Question(role=Role.TEACHER, age=11, as_of="2026-11-21")
    answer = library.check("kahoot", asked, Language.NL)
    assert answer.outcome is Outcome.CONDITIONAL
    assert answer.name == "Kahoot!"
    assert library.info("2026-11-21").tools > 100


def test_records_show_themselves_and_compare_with_anything(library):
    one, same = (Question(role=Role.PARENT, as_of="2026-11-21") for _ in range(2))
    other = Question(role=Role.PUPIL, as_of="2026-11-21")
    assert one == same and one != other and one != 3 and one is not None
    assert "role=<Role.PARENT" in repr(one) and "as_of='2026-11-21'" in repr(one)
    first, second = (library.check("kahoot", one, Language.EN) for _ in range(2))
    assert first == second and first != library.check("kahoot", other, Language.EN)
    assert magdit.to_dict(one)["role"] == "parent"
    assert magdit.Value.YES_NO(True) == magdit.Value.YES_NO(True) != magdit.Value.YES_NO(False)
    assert magdit.to_dict(magdit.Value.YES_NO(True)) is True


@pytest.mark.parametrize(
    ("call", "word", "number"),
    [
        (lambda library: library.check("geen-tool", Question(as_of="2026-11-21"), Language.NL), "unknown_tool", 10),
        (lambda library: library.check("kahoot", Question(as_of="2026-02-30"), Language.NL), "invalid_date", 8),
        (lambda library: library.check("kahoot", Question(as_of="2026-11-21", age=121), Language.NL), "invalid_age", 9),
        (lambda library: library.search("x" * 5001), "query_too_long", 12),
        (lambda library: library.info("today"), "invalid_date", 8),
        (lambda library: KnowledgeBase.open_unsigned(b"PK"), "not_a_knowledge_base", 14),
        (lambda library: library.with_school(b"{"), "school_file", 19),
    ],
)
def test_an_error_has_a_code_and_a_text(library, call, word, number):
    with pytest.raises(MagditError) as caught:
        call(library)
    assert magdit.error_word(caught.value.code) == word
    assert magdit.error_number(caught.value.code) == number
    assert caught.value.text in str(caught.value) and word in str(caught.value)


def test_a_file_from_outside_opens_with_the_keys_of_its_signers_alone(schools):
    signed, keys = (schools.parent / "signed.kb").read_bytes(), (schools.parent / "signed.keys").read_text()
    assert KnowledgeBase.open(signed, keys).info().release.number == 7
    assert KnowledgeBase.open_unsigned(signed).info().release.number == 7
    fixture = (schools.parent / "fixture.kb").read_bytes()
    for bytes, given, code in [
        (fixture, keys, magdit.ErrorCode.KNOWLEDGE_BASE_NOT_TRUSTED),
        (signed, keys.replace("purpose release", "purpose development"), magdit.ErrorCode.KNOWLEDGE_BASE_NOT_TRUSTED),
        (signed, "", magdit.ErrorCode.INVALID_REQUEST),
        (signed, "x" * 16385, magdit.ErrorCode.TOO_LARGE),
        (signed[:-1], keys, magdit.ErrorCode.KNOWLEDGE_BASE_DAMAGED),
    ]:
        with pytest.raises(MagditError) as caught:
            KnowledgeBase.open(bytes, given)
        assert caught.value.code is code, caught.value
    with pytest.raises(TypeError):
        KnowledgeBase.open(signed)


def test_a_library_of_another_build_is_refused():
    generated = magdit._generated
    class Other:
        def __getattr__(self, name):
            return lambda: -1
    with pytest.raises(generated.InternalError):
        generated._uniffi_check_api_checksums(Other())
    assert "uniffi_magdit_uniffi_checksum_method_knowledgebase_check" in str(vars(type(generated._UniffiLib))) or hasattr(
        generated._UniffiLib, "uniffi_magdit_uniffi_checksum_method_knowledgebase_check"
    )


def test_threads_share_one_knowledge_base(library):
    asked = Question(role=Role.TEACHER, age=11, as_of="2026-11-21")
    expected, found = library.check("kahoot", asked, Language.NL), []
    def ask():
        found.extend(library.check("kahoot", asked, Language.NL) == expected for _ in range(20))
    threads = [threading.Thread(target=ask) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [True] * 160


def command(*words):
    return subprocess.run([sys.executable, "-m", "magdit", *words], capture_output=True, text=True, timeout=60)


def test_the_command_answers():
    done = command("check", "kahoot", "--role", "teacher", "--age", "11", "--as-of", "2026-11-21")
    assert done.returncode == 0 and "Kahoot!" in done.stdout and "conditional" in done.stdout
    line = command("check", "kahoot", "--json", "--as-of", "2026-11-21").stdout
    assert line.startswith('{"tool":"kahoot"')
    assert "kahoot" in command("search", "kahooot").stdout
    assert command("info").stdout.startswith('{"version"')


def test_the_command_refuses_what_is_not_right():
    guess = command("check", "kahooot")
    assert guess.returncode == 3 and "Kahoot!" in guess.stderr and guess.stdout == ""
    assert command("check", "kahoot", "--as-of", "yesterday").returncode == 2
    assert command("tool", "geen-tool").returncode == 3
    missing = command("info", "--kb", "geen-bestand.kb", "--allow-unsigned")
    assert missing.returncode == 1 and "geen-bestand.kb" in missing.stderr
    assert command("info", "--kb", __file__, "--allow-unsigned").returncode == 4


def test_the_command_takes_a_file_with_keys_or_by_name_without(schools):
    fixture, signed, keys = (str(schools.parent / name) for name in ["fixture.kb", "signed.kb", "signed.keys"])
    for words, code in [
        (["--kb", fixture], 2),
        (["--keys", keys], 2),
        (["--allow-unsigned"], 2),
        (["--kb", fixture, "--keys", keys, "--allow-unsigned"], 2),
        (["--kb", fixture, "--keys", keys], 4),
        (["--kb", fixture, "--allow-unsigned"], 0),
        (["--kb", signed, "--keys", keys], 0),
    ]:
        assert command("info", *words).returncode == code, words


def test_every_record_says_what_its_fields_mean(library):
    described = 0
    records = [
        library.info(),
        library.tool("kahoot"),
        library.search("kahoot").matches[0],
        library.check("kahoot", Question(as_of="2026-11-21"), Language.NL),
        Question(as_of="2026-11-21"),
    ]
    for record in records:
        for field in vars(record):
            assert f"\n{field}: " in type(record).__doc__, field
            described += 1
    assert described > 60


def test_the_package_is_typed():
    assert importlib.resources.files("magdit").joinpath("py.typed").is_file()
