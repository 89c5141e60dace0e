"""A shape gives every leaf its pointer, and no two shapes give the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from traceability.commitment.shape import Branch, length_at, pointer_of, pointers, shape_from_bytes
from traceability.errors import OpeningRefused

# An object: a scalar a, a list l of two scalars, an object o with one name, and a list s of an object and a scalar.
MIXED = bytes.fromhex(
    "01 0004 0001 61 00 0001 6c 03 00000002 0001 6f 01 0001 0002 7e2f 00 0001 73 02 00000002 01 0001 0001 78 00 00"
)
POINTERS = ["/a", "/l/0", "/l/1", "/o/~0~1", "/s/0/x", "/s/1"]


def test_leaves_are_numbered_depth_first() -> None:
    shape = shape_from_bytes(MIXED)

    assert POINTERS == list(pointers(shape))
    assert POINTERS == [pointer_of(shape, leaf) for leaf in range(shape.leaves)]


@pytest.mark.parametrize("leaf", [-1, 6])
def test_a_leaf_outside_the_shape_is_refused(leaf: int) -> None:
    with pytest.raises(OpeningRefused):
        pointer_of(shape_from_bytes(MIXED), leaf)


@pytest.mark.parametrize(
    ("pointer", "length"),
    [
        ("", 4),
        ("/a", 0),
        ("/a/b", None),
        ("/l", 2),
        ("/l/1", 0),
        ("/l/2", None),
        ("/l/01", None),
        ("/l/x", None),
        ("/l/0/x", None),
        ("/l/99999999999999999999", None),
        ("/o/~0~1", 0),
        ("/o", 1),
        ("/s", 2),
        ("/s/0", 1),
        ("/s/2", None),
        ("/s/2/x", None),
        ("/missing", None),
    ],
)
def test_the_shape_tells_what_is_present_and_how_long(pointer: str, length: int | None) -> None:
    assert length == length_at(shape_from_bytes(MIXED), pointer)


@pytest.mark.parametrize("end", range(len(MIXED)))
def test_a_shape_that_ends_too_early_is_refused(end: int) -> None:
    with pytest.raises(OpeningRefused):
        shape_from_bytes(MIXED[:end])


@given(st.binary(max_size=40))
def test_any_bytes_are_a_shape_or_refused(data: bytes) -> None:
    try:
        shape = shape_from_bytes(b"\x01" + data)
    except OpeningRefused:
        return

    assert isinstance(shape, Branch)
    if shape.leaves < 1000:
        assert len(set(pointers(shape))) == shape.leaves


def test_a_shape_of_too_many_leaves_is_refused() -> None:
    half = b"\x03" + (2**19 + 1).to_bytes(4, "big")

    with pytest.raises(OpeningRefused):
        shape_from_bytes(b"\x01\x00\x02\x00\x01a" + half + b"\x00\x01b" + half)
