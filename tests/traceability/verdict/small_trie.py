"""A Merkle-Patricia trie that is built whole, for chains small enough to hold in memory (Yellow Paper, appendix D)."""

from __future__ import annotations

from collections.abc import Mapping

from traceability.ledger.keys import keccak
from traceability.proof.rlp import encode

EMPTY_ROOT = keccak(b"\x80")


def secure_trie(values: Mapping[bytes, bytes], nodes: dict[bytes, bytes]) -> bytes:
    """Return the root of a trie whose keys are hashed, and add its nodes to `nodes` (by hash)."""
    if not values:
        return EMPTY_ROOT
    paths = {_nibbles(keccak(key)): value for key, value in values.items()}
    node = encode(_node(paths, 0, nodes))
    nodes[keccak(node)] = node
    return keccak(node)


def _node(paths: Mapping[tuple[int, ...], bytes], depth: int, nodes: dict[bytes, bytes]) -> list[object]:
    if len(paths) == 1:
        path, value = next(iter(paths.items()))
        return [_compact(path[depth:], leaf=True), value]
    some = next(iter(paths))
    shared = depth
    while len({path[shared] for path in paths}) == 1:
        shared += 1
    if shared > depth:
        return [_compact(some[depth:shared], leaf=False), _reference(_branch(paths, shared, nodes), nodes)]
    return _branch(paths, depth, nodes)


def _branch(paths: Mapping[tuple[int, ...], bytes], depth: int, nodes: dict[bytes, bytes]) -> list[object]:
    children: list[object] = []
    for nibble in range(16):
        below = {path: value for path, value in paths.items() if path[depth] == nibble}
        children.append(_reference(_node(below, depth + 1, nodes), nodes) if below else b"")
    return [*children, b""]


def _reference(node: list[object], nodes: dict[bytes, bytes]) -> object:
    encoded = encode(node)
    if len(encoded) < 32:
        return node
    nodes[keccak(encoded)] = encoded
    return keccak(encoded)


def _nibbles(data: bytes) -> tuple[int, ...]:
    return tuple(nibble for byte in data for nibble in (byte >> 4, byte & 15))


def _compact(nibbles: tuple[int, ...], *, leaf: bool) -> bytes:
    flag = 2 * leaf + len(nibbles) % 2
    padded = (flag, *nibbles) if len(nibbles) % 2 else (flag, 0, *nibbles)
    return bytes(padded[at] << 4 | padded[at + 1] for at in range(0, len(padded), 2))
