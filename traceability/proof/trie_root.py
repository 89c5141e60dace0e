"""The root of a trie, made from all that is in it (Ethereum Yellow Paper, appendix D: hexary Merkle Patricia trie)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from traceability.ledger.keys import keccak
from traceability.proof.rlp import encode
from traceability.proof.trie import EMPTY_TRIE

_Item = tuple[list[int], bytes]


def trie_root(values: Mapping[bytes, bytes]) -> bytes:
    """Return the root over values by their keys, none of which begins another."""
    items = [(_nibbles(key), value) for key, value in values.items()]
    return keccak(encode(_node(items, 0))) if items else EMPTY_TRIE


def list_root(values: Sequence[bytes]) -> bytes:
    """Return the root over a block's transactions or receipts: each by the RLP of its place (Yellow Paper §4.4.2)."""
    return trie_root({encode(_number(place)): value for place, value in enumerate(values)})


def _number(place: int) -> bytes:
    return place.to_bytes((place.bit_length() + 7) // 8, "big")


def _node(items: list[_Item], depth: int) -> list[Any]:
    if len(items) == 1:
        path, value = items[0]
        return [_hex_prefix(path[depth:], leaf=True), value]
    shared = 0
    while len({path[depth + shared] for path, _ in items}) == 1:
        shared += 1
    branch: list[Any] = []
    for nibble in range(16):
        below = [item for item in items if item[0][depth + shared] == nibble]
        branch.append(_reference(_node(below, depth + shared + 1)) if below else b"")
    branch.append(b"")
    if not shared:
        return branch
    return [_hex_prefix(items[0][0][depth : depth + shared], leaf=False), _reference(branch)]


def _reference(node: list[Any]) -> Any:
    encoded = encode(node)
    return node if len(encoded) < 32 else keccak(encoded)


def _hex_prefix(path: list[int], *, leaf: bool) -> bytes:
    odd = len(path) % 2
    nibbles = [2 * leaf + odd, *([] if odd else [0]), *path]
    return bytes(high << 4 | low for high, low in zip(nibbles[::2], nibbles[1::2], strict=True))


def _nibbles(data: bytes) -> list[int]:
    return [nibble for byte in data for nibble in (byte >> 4, byte & 15)]
