"""RLP has one encoding of each item; the `rlp` library is the judge."""

from typing import Any

import pytest
import rlp
from hypothesis import given
from hypothesis import strategies as st

from traceability.errors import RlpInvalid
from traceability.proof.rlp import decode, decode_list, encode, integer

ITEMS = st.recursive(st.binary(max_size=80), lambda inner: st.lists(inner, max_size=5), max_leaves=12)


@pytest.mark.parametrize(
    ("item", "encoded"),
    [
        (b"dog", "83646f67"),
        ([b"cat", b"dog"], "c88363617483646f67"),
        (b"", "80"),
        ([], "c0"),
        (b"\x00", "00"),
        (b"\x0f", "0f"),
        (b"\x04\x00", "820400"),
        ([[], [[]], [[], [[]]]], "c7c0c1c0c3c0c1c0"),
        (
            b"Lorem ipsum dolor sit amet, consectetur adipisicing elit",
            "b8384c6f72656d20697073756d20646f6c6f722073697420616d65742c20636f6e7365637465747572206164697069736963696e6720656c6974",
        ),
    ],
)
def test_the_published_examples_hold(item: Any, encoded: str) -> None:
    assert encoded == encode(item).hex()
    assert item == decode(bytes.fromhex(encoded))


@given(ITEMS)
def test_encoding_agrees_with_the_library_and_comes_back(item: Any) -> None:
    assert rlp.encode(item) == encode(item)
    assert item == decode(encode(item))


def verdict_of_library(data: bytes) -> Any:
    try:
        return rlp.decode(data, strict=True)
    except rlp.DecodingError:
        return None


@given(st.binary(max_size=12) | st.builds(lambda item, end: encode(item)[:end], ITEMS, st.integers(0, 60)))
def test_what_the_library_refuses_is_refused(data: bytes) -> None:
    try:
        item = decode(data)
    except RlpInvalid:
        assert verdict_of_library(data) is None
        return

    assert verdict_of_library(data) == item
    assert encode(item) == data


@pytest.mark.parametrize(
    "encoded",
    [
        "",
        "8100",
        "817f",
        "b800",
        "b90038" + "00" * 56,
        "b837" + "00" * 55,
        "83646f",
        "c883636174",
        "b9",
        "8080",
        "f800",
        "c181",
    ],
)
def test_another_spelling_is_refused(encoded: str) -> None:
    with pytest.raises(RlpInvalid):
        decode(bytes.fromhex(encoded))


def test_lists_that_nest_too_deep_are_refused() -> None:
    item: Any = b""
    for _ in range(17):
        item = [item]

    with pytest.raises(RlpInvalid):
        decode(encode(item))


def test_a_string_is_no_list() -> None:
    with pytest.raises(RlpInvalid):
        decode_list(b"\x80")


@pytest.mark.parametrize("item", [[], b"\x00", b"\x00\x01", b"\x01" * 9])
def test_a_number_has_no_leading_zero_and_fits(item: Any) -> None:
    with pytest.raises(RlpInvalid):
        integer(item, 8)


def test_no_bytes_are_zero() -> None:
    assert integer(b"", 8) == 0
    assert integer(b"\x04\x00", 8) == 1024
