"""Paths of inclusion agree with the published ones; one that leads elsewhere is refused."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from traceability.errors import InclusionRefused
from traceability.proof.inclusion import inclusion_path, leaf_hash, root_of_path, tree_root, verify_inclusion

VECTORS: dict[str, Any] = json.loads((Path(__file__).parents[2] / "vectors" / "inclusion.json").read_text("utf-8"))
PUBLISHED = VECTORS["published"]


def octets(text: str) -> bytes:
    return bytes.fromhex(text[2:])


def arguments(case: dict[str, Any]) -> tuple[bytes, bytes, int, int, list[bytes]]:
    return (
        octets(case["root"]),
        octets(case["data"]),
        case["index"],
        case["size"],
        [octets(hash_) for hash_ in case["path"]],
    )


@pytest.mark.parametrize("case", PUBLISHED["paths"], ids=lambda case: f"{case['index']} of {case['size']}")
def test_the_path_is_the_published_one(case: dict[str, Any]) -> None:
    leaves = [octets(leaf) for leaf in PUBLISHED["leaves"][: case["size"]]]

    assert case["path"] == ["0x" + hash_.hex() for hash_ in inclusion_path(leaves, case["index"])]


@pytest.mark.parametrize("case", VECTORS["cases"], ids=lambda case: f"{case['index']} of {case['size']}")
def test_a_path_leads_from_the_leaf_to_the_root(case: dict[str, Any]) -> None:
    verify_inclusion(*arguments(case))


@pytest.mark.parametrize("case", VECTORS["refused"], ids=lambda case: case["name"])
def test_a_path_that_leads_elsewhere_is_refused(case: dict[str, Any]) -> None:
    with pytest.raises(InclusionRefused):
        verify_inclusion(*arguments(case))


@given(st.lists(st.binary(max_size=8), min_size=1, max_size=40), st.data())
def test_every_leaf_has_a_path(leaves: list[bytes], data: st.DataObject) -> None:
    index = data.draw(st.integers(0, len(leaves) - 1))

    verify_inclusion(tree_root(leaves), leaves[index], index, len(leaves), inclusion_path(leaves, index))


@given(st.lists(st.binary(max_size=8), min_size=2, max_size=40, unique=True), st.data())
def test_no_leaf_has_the_path_of_another(leaves: list[bytes], data: st.DataObject) -> None:
    index, other = data.draw(st.lists(st.integers(0, len(leaves) - 1), min_size=2, max_size=2, unique=True))
    path = inclusion_path(leaves, index)

    with pytest.raises(InclusionRefused):
        verify_inclusion(tree_root(leaves), leaves[other], index, len(leaves), path)
    with pytest.raises(InclusionRefused):
        verify_inclusion(tree_root(leaves), leaves[index], other, len(leaves), path)


@pytest.mark.parametrize(("index", "size"), [(-1, 3), (3, 3), (0, 0)])
def test_there_is_no_path_outside_the_tree(index: int, size: int) -> None:
    with pytest.raises(InclusionRefused):
        inclusion_path([b""] * size, index)
    with pytest.raises(InclusionRefused):
        root_of_path(leaf_hash(b""), index, size, [])
