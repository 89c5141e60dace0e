"""Meta words agree with the vectors; what is not version 1 is refused."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from traceability.errors import MetaInvalid, WordInvalid
from traceability.ledger.meta import EVERYONE_DEFAULT, Flag, Kind, Meta, State, flags_of, right_of

VECTORS: dict[str, Any] = json.loads((Path(__file__).parents[2] / "vectors" / "meta.json").read_text("utf-8"))


def meta_of(case: dict[str, Any]) -> Meta:
    return Meta(
        kind=Kind(case["kind"]),
        flags=Flag(case["flags"]),
        state=State(case["state"]),
        organisation=case["organisation"],
        key_number=case["keyNumber"],
        time=int(case["time"]),
    )


@pytest.mark.parametrize("case", VECTORS["cases"], ids=lambda case: case["word"])
def test_a_meta_word_has_each_number_at_its_place(case: dict[str, Any]) -> None:
    assert case["word"] == "0x" + meta_of(case).pack().hex()
    assert meta_of(case) == Meta.unpack(bytes.fromhex(case["word"][2:]))


@pytest.mark.parametrize("case", VECTORS["refused"], ids=lambda case: case["reason"])
def test_a_word_that_is_not_version_1_is_refused(case: dict[str, str]) -> None:
    with pytest.raises(MetaInvalid):
        Meta.unpack(bytes.fromhex(case["word"][2:]))


@pytest.mark.parametrize("case", VECTORS["rights"]["cases"], ids=lambda case: str(case["kind"]))
def test_a_right_is_the_bit_of_its_kind(case: dict[str, int]) -> None:
    assert case["right"] == right_of(Kind(case["kind"]))


def test_everyone_may_do_what_the_formats_list() -> None:
    kinds = {kind for kind in Kind if EVERYONE_DEFAULT & right_of(kind)}

    assert {
        Kind.OBSERVE, Kind.PACK, Kind.UNPACK, Kind.TRANSFORM, Kind.ASSOCIATE, Kind.DISSOCIATE,
        Kind.TRANSACT, Kind.CORRECT, Kind.FORGET,
    } == kinds  # fmt: skip
    assert VECTORS["rights"]["everyone"] == EVERYONE_DEFAULT


def test_flags_follow_from_kind_and_profile() -> None:
    assert Flag.LINK | Flag.PRIVATE == flags_of(Kind.PACK, private=True)
    assert Flag.STATE == flags_of(Kind.STATE, private=False)
    assert Flag.NONE == flags_of(Kind.OBSERVE, private=False)


@pytest.mark.parametrize(
    ("organisation", "key_number", "time"), [(2**32, 1, 1), (1, 2**16, 1), (1, 1, 2**64), (-1, 1, 1)]
)
def test_numbers_beyond_their_place_are_refused(organisation: int, key_number: int, time: int) -> None:
    with pytest.raises(WordInvalid):
        Meta(Kind.OBSERVE, Flag.NONE, State.UNCHANGED, organisation, key_number, time).pack()


def test_a_version_beyond_a_byte_is_refused() -> None:
    with pytest.raises(WordInvalid):
        Meta(Kind.OBSERVE, Flag.NONE, State.UNCHANGED, 1, 1, 1, version=256).pack()


@given(
    st.sampled_from(Kind),
    st.integers(0, 7),
    st.sampled_from(State),
    st.integers(0, 2**32 - 1),
    st.integers(0, 2**16 - 1),
    st.integers(0, 2**64 - 1),
)
def test_unpacking_returns_what_was_packed(
    kind: Kind, flags: int, state: State, organisation: int, key_number: int, time: int
) -> None:
    meta = Meta(kind, Flag(flags), state, organisation, key_number, time)

    assert meta == Meta.unpack(meta.pack())
