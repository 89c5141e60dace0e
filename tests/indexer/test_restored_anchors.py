"""Which rows an anchor holds that the restored record does not know: neighbours over which its root stands."""

import hashlib

import pytest

from indexer.restored_anchors import leaves_under
from traceability.commitment.tree import tree_root

HELD = [(number, hashlib.sha256(bytes([number])).digest()) for number in range(1, 13)]


def root(first: int, last: int) -> bytes:
    return tree_root([commitment for number, commitment in HELD if first <= number <= last])


@pytest.mark.parametrize(("first", "last"), [(1, 12), (1, 1), (12, 12), (3, 7), (6, 12)])
def test_the_rows_of_an_anchor_are_found_wherever_they_stand(first, last):
    found = leaves_under(root(first, last), last - first + 1, HELD)

    assert list(range(first, last + 1)) == [number for number, _ in found]


def test_rows_that_are_not_all_here_are_no_rows():
    assert () == leaves_under(root(3, 7), 5, [leaf for leaf in HELD if leaf[0] != 5])


def test_a_root_over_other_leaves_holds_none():
    assert () == leaves_under(bytes(32), 4, HELD)


def test_an_anchor_of_more_events_than_are_held_holds_none():
    assert () == leaves_under(root(1, 12), 13, HELD)


def test_nothing_held_and_nothing_counted_is_nothing():
    assert () == leaves_under(tree_root([]), 0, HELD)
    assert () == leaves_under(root(1, 1), 1, [])
