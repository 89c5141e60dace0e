"""The Merkle tree of RFC 9162 §2.1 over SHA-256, and openings of several leaves at once."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence

from traceability.errors import OpeningRefused

EMPTY_ROOT = hashlib.sha256(b"").digest()
"""The root of the tree without leaves (RFC 9162 §2.1.1)."""


def leaf_hash(data: bytes) -> bytes:
    """Return the hash of a leaf, `SHA-256(0x00 ‖ data)`."""
    return hashlib.sha256(b"\x00" + data).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """Return the hash of an inner node, `SHA-256(0x01 ‖ left ‖ right)`."""
    return hashlib.sha256(b"\x01" + left + right).digest()


def root_of(hashes: Sequence[bytes]) -> bytes:
    """Return the root over the hashes of the leaves.

    Pairing neighbours level by level and carrying an odd last one up gives the tree that splits at the largest
    power of two below its size.
    """
    if not hashes:
        return EMPTY_ROOT
    sha256 = hashlib.sha256
    level = list(hashes)
    while len(level) > 1:
        odd = [level.pop()] if len(level) % 2 else []
        pairs = iter(level)
        level = [sha256(b"\x01" + left + right).digest() for left, right in zip(pairs, pairs, strict=True)] + odd
    return level[0]


def tree_root(leaves: Sequence[bytes]) -> bytes:
    """Return the root over the data of the leaves (RFC 9162 §2.1.1)."""
    return root_of([leaf_hash(data) for data in leaves])


def split(size: int) -> int:
    """Return the largest power of two below a size of two or more."""
    return 1 << ((size - 1).bit_length() - 1)


def covering_hashes(hashes: Sequence[bytes], opened: Sequence[int]) -> list[bytes]:
    """Return the hashes of the largest subtrees without an opened leaf, from the left; `opened` ascends."""
    covering: list[bytes] = []

    def walk(start: int, size: int, first: int, last: int) -> None:
        if first == last:
            covering.append(root_of(hashes[start : start + size]))
        elif size > 1:
            left = split(size)
            middle = first
            while middle < last and opened[middle] < start + left:
                middle += 1
            walk(start, left, first, middle)
            walk(start + left, size - left, middle, last)

    walk(0, len(hashes), 0, len(opened))
    return covering


def root_of_opening(size: int, leaves: Mapping[int, bytes], hashes: Sequence[bytes]) -> bytes:
    """Return the root that opened leaves (index → data) and covering hashes give for a tree of `size` leaves.

    Raises:
        OpeningRefused: an index is outside the tree, or there are too few or too many hashes.
    """
    opened = sorted(leaves)
    if not opened or opened[0] < 0 or opened[-1] >= size:
        raise OpeningRefused("no leaf, or a leaf outside the tree")
    rest: Iterator[bytes] = iter(hashes)

    def walk(start: int, size: int, first: int, last: int) -> bytes:
        if first == last:
            taken = next(rest, None)
            if taken is None:
                raise OpeningRefused("too few hashes")
            return taken
        if size == 1:
            return leaf_hash(leaves[start])
        left = split(size)
        middle = first
        while middle < last and opened[middle] < start + left:
            middle += 1
        below = walk(start, left, first, middle)
        return node_hash(below, walk(start + left, size - left, middle, last))

    root = walk(0, size, 0, len(opened))
    if next(rest, None) is not None:
        raise OpeningRefused("too many hashes")
    return root
