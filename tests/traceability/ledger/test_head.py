"""Heads count their lines and give away any change of them."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from traceability.errors import HeadOverflow, WordInvalid
from traceability.ledger.head import EMPTY_HEAD, lines_of, next_head, replay

VECTORS: dict[str, Any] = json.loads((Path(__file__).parents[2] / "vectors" / "head.json").read_text("utf-8"))
LINES = st.lists(st.tuples(st.binary(min_size=32, max_size=32), st.binary(min_size=32, max_size=32)), max_size=6)


def octets(text: str) -> bytes:
    return bytes.fromhex(text[2:])


@pytest.mark.parametrize("step", VECTORS["steps"], ids=lambda step: str(step["lines"]))
def test_a_line_gives_the_next_head(step: dict[str, Any]) -> None:
    head = next_head(octets(step["before"]), octets(step["commitment"]), octets(step["meta"]))

    assert step["after"] == "0x" + head.hex()
    assert step["lines"] == lines_of(head)


def test_replaying_all_lines_gives_the_last_head() -> None:
    steps = VECTORS["steps"]
    lines = [(octets(step["commitment"]), octets(step["meta"])) for step in steps]

    assert octets(steps[-1]["after"]) == replay(lines)
    assert octets(steps[-1]["after"]) == replay(lines[2:], octets(steps[2]["before"]))


def test_a_full_head_takes_no_more() -> None:
    with pytest.raises(HeadOverflow):
        next_head(octets(VECTORS["full"]["head"]), bytes(32), bytes(32))


@pytest.mark.parametrize("lengths", [(31, 32, 32), (32, 33, 32), (32, 32, 0)])
def test_words_of_another_length_are_refused(lengths: tuple[int, int, int]) -> None:
    with pytest.raises(WordInvalid):
        next_head(*(bytes(length) for length in lengths))


@given(LINES, LINES)
def test_other_lines_give_another_head(lines: list[tuple[bytes, bytes]], others: list[tuple[bytes, bytes]]) -> None:
    assert (lines == others) == (replay(lines) == replay(others))
    assert len(lines) == lines_of(replay(lines))


def test_a_thing_without_lines_has_the_empty_head() -> None:
    assert EMPTY_HEAD == replay([])
