"""Structured fields that headers of signatures are: read in every allowed writing, refused in all others."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from traceability.signed_requests.errors import RequestSignatureInvalid
from traceability.signed_requests.structured_fields import (
    LONGEST,
    Bare,
    InnerList,
    Item,
    Token,
    dictionary,
    serialized,
)

_WORDS = st.text(st.characters(min_codepoint=32, max_codepoint=126), max_size=20)
_NAMES = st.from_regex(r"[a-z*][a-z0-9_.*-]{0,8}", fullmatch=True)
_TOKENS = st.from_regex(r"[A-Za-z*][A-Za-z0-9!#$%&'*+.^_`|~:/-]{0,8}", fullmatch=True).map(Token)
_BARE: st.SearchStrategy[Bare] = st.one_of(
    st.booleans(), st.integers(-(10**15) + 1, 10**15 - 1), _WORDS, st.binary(max_size=20), _TOKENS
)
_PARAMETERS = st.dictionaries(_NAMES, _BARE, max_size=3)
_LISTS = st.builds(
    InnerList, st.lists(st.builds(Item, _BARE, _PARAMETERS), max_size=4).map(tuple), _PARAMETERS
)  # fmt: skip

UNTIMED = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
"""A busy machine may take its time."""


@UNTIMED
@given(st.dictionaries(_NAMES, _LISTS, max_size=3))
def test_what_is_written_is_read_as_it_was_meant(members: dict[str, InnerList]) -> None:
    text = ", ".join(f"{name}={serialized(member)}" for name, member in members.items())

    assert members == dictionary("Signature-Input", text)


def test_spaces_are_where_they_may_be() -> None:
    found = dictionary("Signature-Input", ' a=( "x"  "y" ); b ,\t c=1')

    assert {"a": InnerList((Item("x", {}), Item("y", {})), {"b": True}), "c": Item(1, {})} == found


@pytest.mark.parametrize(
    "text",
    [
        "a=(", "a=(1", 'a=("x"', 'a=("x""y")', "a=1,", "a=1;", "a=1 b=2", "a=1, a=2", "a=1;b=1;b=2", "A=1", "a=1.5",
        "a=:x:", "a=:eA==", "a=?2", 'a="\\x"', 'a="', "a=\u00e9", "a=9999999999999999", "=1", "a=", "a=@1",
        "a=1" + " " * LONGEST,
    ],
)  # fmt: skip
def test_other_writings_are_refused(text: str) -> None:
    with pytest.raises(RequestSignatureInvalid):
        dictionary("Signature-Input", text)


@UNTIMED
@given(st.text(max_size=60))
def test_a_text_is_read_or_refused_and_nothing_else(text: str) -> None:
    with suppress(RequestSignatureInvalid):
        found = dictionary("Signature", text)
        again = ", ".join(f"{name}={_written(member)}" for name, member in found.items())

        assert found == dictionary("Signature", again)


def _written(member: Item | InnerList) -> str:
    if isinstance(member, InnerList):
        return serialized(member)
    return serialized(InnerList((member,), {}))[1:-1]
