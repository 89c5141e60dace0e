"""Paths of inclusion in a Merkle tree (RFC 9162 §2.1.3)."""

from __future__ import annotations

from collections.abc import Sequence

from traceability.commitment.tree import leaf_hash, node_hash, root_of, split, tree_root
from traceability.errors import InclusionRefused

__all__ = ["inclusion_path", "leaf_hash", "root_of_path", "tree_root", "verify_inclusion"]


def inclusion_path(leaves: Sequence[bytes], index: int) -> tuple[bytes, ...]:
    """Return the path of a leaf (RFC 9162 §2.1.3.1), from the leaf up.

    Raises:
        InclusionRefused: there is no such leaf.
    """
    if not 0 <= index < len(leaves):
        raise InclusionRefused(f"no leaf {index} of {len(leaves)}")
    return tuple(_path([leaf_hash(data) for data in leaves], index))


def root_of_path(leaf: bytes, index: int, size: int, path: Sequence[bytes]) -> bytes:
    """Return the root that a leaf hash and its path give (RFC 9162 §2.1.3.2).

    Raises:
        InclusionRefused: the index is outside the tree, or the path is longer or shorter than it must be.
    """
    if not 0 <= index < size:
        raise InclusionRefused(f"no leaf {index} of {size}")
    node, last = index, size - 1
    root = leaf
    for hash_ in path:
        if len(hash_) != 32:
            raise InclusionRefused("a hash that is not 32 bytes")
        if last == 0:
            raise InclusionRefused("too many hashes")
        if node & 1 or node == last:
            root = node_hash(hash_, root)
            while node & 1 == 0 and node:
                node >>= 1
                last >>= 1
        else:
            root = node_hash(root, hash_)
        node >>= 1
        last >>= 1
    if last:
        raise InclusionRefused("too few hashes")
    return root


def verify_inclusion(root: bytes, data: bytes, index: int, size: int, path: Sequence[bytes]) -> None:
    """Raise where a path does not show that `data` is the leaf at `index` of the tree of `size` leaves under `root`.

    Raises:
        InclusionRefused: with the reason.
    """
    if root_of_path(leaf_hash(data), index, size, path) != root:
        raise InclusionRefused("it leads to another root")


def _path(hashes: Sequence[bytes], index: int) -> list[bytes]:
    if len(hashes) == 1:
        return []
    left = split(len(hashes))
    if index < left:
        return [*_path(hashes[:left], index), root_of(hashes[left:])]
    return [*_path(hashes[left:], index - left), root_of(hashes[:left])]
