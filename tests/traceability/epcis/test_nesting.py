"""Deep nesting is refused whatever recursion the interpreter allows: elsewhere it would end the process."""

import json
import subprocess
import sys

import pytest

from traceability.epcis import DocumentInvalid, read_json
from traceability.epcis.nesting import DEEPEST, nests_too_deeply

RAISED = 100_000


@pytest.fixture
def raised_limit():
    before = sys.getrecursionlimit()
    sys.setrecursionlimit(RAISED)
    yield
    sys.setrecursionlimit(before)


@pytest.mark.parametrize(
    "text",
    [
        "[" * 50_000,
        '{"a":' * 50_000,
        '["]",' * 50_000,
        '["\\"]",' * 50_000,
        "[1,{},[],[[]]," * 50_000,
        "[" * 50_000 + "]" * 50_000,
    ],
)
def test_deep_texts_are_told(raised_limit: None, text: str) -> None:
    assert nests_too_deeply(text)


@pytest.mark.parametrize(
    "text",
    [
        json.dumps([[{"a": ["[[[[", "]]", '"', "\\"]}] * 1000] * 3),
        "[" * DEEPEST + "]" * DEEPEST,
        '"' + '\\"[' * 100_000,
        '["' + "[" * 100_000,
        '"\\',
        "",
        "[}" * 50,
    ],
)
def test_shallow_texts_are_passed_on(raised_limit: None, text: str) -> None:
    assert not nests_too_deeply(text)


def test_measuring_takes_one_pass(raised_limit: None) -> None:
    assert not nests_too_deeply('"' + '\\"' * 4_000_000 + "[" * 300)


def test_a_process_whose_limit_was_raised_survives_a_bomb() -> None:
    program = (
        "import sys; sys.setrecursionlimit(100_000)\n"
        "from traceability.epcis import DocumentInvalid, read_json\n"
        "for bomb in (b'[' * 200_000, b'{\"a\":' * 200_000, b'[\"]\",' * 200_000):\n"
        "    try: read_json(bomb)\n"
        "    except DocumentInvalid as refusal: print(refusal.problems[0].reason)\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)

    assert (done.returncode, done.stdout.split()) == (0, ["too-deep"] * 3)


def test_the_reader_says_so(raised_limit: None) -> None:
    with pytest.raises(DocumentInvalid) as refusal:
        read_json(b'{"epcisBody":' * 50_000)

    assert refusal.value.problems[0].reason == "too-deep"
