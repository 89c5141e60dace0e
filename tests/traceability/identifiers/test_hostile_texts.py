"""Texts that are nearly codes: nothing but the one declared refusal is raised, whichever way they are read.

A million of them are read by `scripts/bench identifiers`; here a few thousand, always the same.
"""

import pytest

from benchmarks.codes import Mutations, right_codes
from benchmarks.identifiers import fuzzed
from traceability.identifiers import parse

TEXTS = 8_000


def test_no_text_raises_anything_but_the_refusal() -> None:
    read, others = fuzzed(TEXTS, seed=1)

    assert [] == others
    assert TEXTS / 20 < read < TEXTS / 2


def test_the_texts_are_the_same_every_time_and_different_from_each_other() -> None:
    one, other = Mutations(7), Mutations(7)
    texts = [one.text() for _ in range(500)]

    assert texts == [other.text() for _ in range(500)]
    assert len(set(texts)) > 400


@pytest.mark.parametrize("name", list(right_codes(0)))
def test_every_maker_of_right_codes_makes_right_codes(name: str) -> None:
    make = right_codes(11)[name]

    assert all(parse(make()).canonical for _ in range(50))
