"""The root of a trie made from all that is in it."""

from traceability.proof.trie import EMPTY_TRIE
from traceability.proof.trie_root import list_root, trie_root


def test_the_root_of_one_value_is_the_published_one() -> None:
    # ethereum/tests, TrieTests/trieanyorder.json, singleItem.
    root = trie_root({b"A": b"a" * 50})

    assert root.hex() == "d23786fb4a010da3ce639d66d5e904a11dbc02746d1ce25029e53290cabf28ab"


def test_where_nothing_is_the_root_is_that_of_the_empty_trie() -> None:
    assert EMPTY_TRIE == list_root([]) == trie_root({})


def test_every_value_and_its_place_count() -> None:
    values = [bytes([number]) * 40 for number in range(200)]
    changed = [*values[:130], b"other", *values[131:]]
    swapped = [*values[:3], values[4], values[3], *values[5:]]

    roots = {list_root(each) for each in (values, changed, swapped, values[:-1], [*values, b"more"])}

    assert 5 == len(roots)
