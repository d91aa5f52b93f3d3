import json
import os
import pathlib

import pytest

import magdit

CASES = pathlib.Path(os.environ["MAGDIT_CONFORMANCE"])


@pytest.fixture(scope="session")
def fixture() -> magdit.KnowledgeBase:
    return magdit.KnowledgeBase.open_unsigned((CASES / "fixture.kb").read_bytes())


@pytest.fixture(scope="session")
def files() -> list[dict]:
    return [json.loads(path.read_text(encoding="utf-8")) for path in sorted(CASES.glob("*.json"))]


@pytest.fixture(scope="session")
def schools() -> pathlib.Path:
    return CASES / "schools"
