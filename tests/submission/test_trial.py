"""The first guilty row is found among hundreds with few trials."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chain.refusals import AnchorEmpty
from submission.trial import first_guilty


@given(count=st.integers(1, 2_000), data=st.data())
def test_the_first_guilty_row_is_found(count, data):
    guilty = data.draw(st.none() | st.integers(0, count - 1))
    asked = []

    def trial(beginning):
        asked.append(beginning)
        return AnchorEmpty(organisation=1, number=0) if guilty is not None and beginning > guilty else None

    found = first_guilty(count, trial)

    assert guilty == (None if found is None else found.index)
    assert len(asked) <= 2 * count.bit_length() + 2


@pytest.mark.parametrize("count", [1, 500])
def test_rows_without_guilt_are_tried_once(count):
    asked = []

    assert first_guilty(count, asked.append) is None
    assert [count] == asked
