"""The tree is that of RFC 9162: published roots first, then the recursion of its text."""

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from traceability.commitment.tree import (
    covering_hashes,
    leaf_hash,
    node_hash,
    root_of,
    root_of_opening,
    split,
    tree_root,
)
from traceability.errors import OpeningRefused

PUBLISHED: dict[str, Any] = json.loads((Path(__file__).parents[2] / "vectors" / "inclusion.json").read_text("utf-8"))[
    "published"
]


def recursion(leaves: list[bytes]) -> bytes:
    """Return the root as RFC 9162 §2.1.1 writes it."""
    if not leaves:
        return hashlib.sha256(b"").digest()
    if len(leaves) == 1:
        return hashlib.sha256(b"\x00" + leaves[0]).digest()
    k = 1
    while k * 2 < len(leaves):
        k *= 2
    return hashlib.sha256(b"\x01" + recursion(leaves[:k]) + recursion(leaves[k:])).digest()


@pytest.mark.parametrize("size", range(9))
def test_the_root_is_the_published_one(size: int) -> None:
    leaves = [bytes.fromhex(leaf[2:]) for leaf in PUBLISHED["leaves"][:size]]

    assert PUBLISHED["roots"][size] == "0x" + tree_root(leaves).hex()


@given(st.lists(st.binary(max_size=8), max_size=40))
def test_pairing_level_by_level_is_the_recursion_of_the_standard(leaves: list[bytes]) -> None:
    assert recursion(leaves) == tree_root(leaves)


@pytest.mark.parametrize(("size", "left"), [(2, 1), (3, 2), (4, 2), (5, 4), (8, 4), (9, 8), (1025, 1024)])
def test_a_tree_splits_at_the_largest_power_of_two_below_its_size(size: int, left: int) -> None:
    assert left == split(size)


@given(st.lists(st.binary(max_size=8), min_size=1, max_size=40), st.data())
def test_opened_leaves_and_covering_hashes_give_the_root(leaves: list[bytes], data: st.DataObject) -> None:
    opened = sorted(data.draw(st.sets(st.integers(0, len(leaves) - 1), min_size=1)))
    hashes = covering_hashes([leaf_hash(leaf) for leaf in leaves], opened)

    assert tree_root(leaves) == root_of_opening(len(leaves), {index: leaves[index] for index in opened}, hashes)


@given(st.lists(st.binary(max_size=8), min_size=3, max_size=40), st.data())
def test_a_changed_leaf_gives_another_root(leaves: list[bytes], data: st.DataObject) -> None:
    index = data.draw(st.integers(0, len(leaves) - 1))
    hashes = covering_hashes([leaf_hash(leaf) for leaf in leaves], [index])

    assert tree_root(leaves) != root_of_opening(len(leaves), {index: leaves[index] + b"x"}, hashes)


@pytest.mark.parametrize("leaves", [{}, {-1: b""}, {4: b""}])
def test_leaves_outside_the_tree_are_refused(leaves: dict[int, bytes]) -> None:
    with pytest.raises(OpeningRefused):
        root_of_opening(4, leaves, [bytes(32)] * 2)


def test_a_leaf_cannot_pass_for_a_node() -> None:
    left, right = leaf_hash(b"a"), leaf_hash(b"b")

    assert node_hash(left, right) != leaf_hash(left + right)
    assert node_hash(left, right) == root_of([left, right])
