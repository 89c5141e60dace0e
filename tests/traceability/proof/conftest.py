"""What the tests of proofs share: the material of real networks, and a state in memory to prove from."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from traceability.ledger import slots
from traceability.ledger.keys import keccak
from traceability.proof.rlp import encode
from traceability.proof.trie import EMPTY_TRIE

# `own_network` stands beside the vectors that it makes.
sys.path.insert(0, str(Path(__file__).parents[2] / "vectors"))


@pytest.fixture(scope="session")
def network_vectors(standards: Path) -> Callable[[str, str], Any]:
    """Return what reads a file of vectors by engine and name."""
    read: dict[tuple[str, str], Any] = {}

    def vectors_of(engine: str, name: str) -> Any:
        if (engine, name) not in read:
            read[engine, name] = json.loads((standards / "qbft" / engine / f"{name}.json").read_text("utf-8"))
        return read[engine, name]

    return vectors_of


def trie_of(values: Mapping[bytes, bytes], nodes: list[bytes]) -> bytes:
    """Return the root of the trie over hashed keys, and add its nodes."""
    items = [
        ([nibble for byte in keccak(key) for nibble in (byte >> 4, byte & 15)], value) for key, value in values.items()
    ]
    if not items:
        return EMPTY_TRIE
    root = encode(_node(items, 0, nodes))
    nodes.append(root)
    return keccak(root)


def _node(items: list[tuple[list[int], bytes]], depth: int, nodes: list[bytes]) -> list[Any]:
    if len(items) == 1:
        return [_hex_prefix(items[0][0][depth:], leaf=True), items[0][1]]
    shared = 0
    while len({path[depth + shared] for path, _ in items}) == 1:
        shared += 1
    children: list[Any] = []
    for nibble in range(16):
        below = [item for item in items if item[0][depth + shared] == nibble]
        children.append(_reference(_node(below, depth + shared + 1, nodes), nodes) if below else b"")
    branch = [*children, b""]
    if not shared:
        return branch
    return [_hex_prefix(items[0][0][depth : depth + shared], leaf=False), _reference(branch, nodes)]


def _reference(node: list[Any], nodes: list[bytes]) -> Any:
    encoded = encode(node)
    if len(encoded) < 32:
        return node
    nodes.append(encoded)
    return keccak(encoded)


def _hex_prefix(nibbles: list[int], *, leaf: bool) -> bytes:
    flag = 2 if leaf else 0
    padded = [flag + 1, *nibbles] if len(nibbles) % 2 else [flag, 0, *nibbles]
    return bytes(high << 4 | low for high, low in zip(padded[::2], padded[1::2], strict=True))


@dataclass
class StateInMemory:
    """Contracts with storage, from which a header and the nodes of all proofs are made."""

    storage: dict[bytes, dict[bytes, bytes]] = field(default_factory=dict)

    def set(self, address: bytes, slot: bytes, word: bytes) -> None:
        self.storage.setdefault(address, {})[slot] = word

    def root_and_nodes(self) -> tuple[bytes, list[bytes]]:
        nodes: list[bytes] = []
        accounts = {}
        for address, words in self.storage.items():
            values = {slot: encode(word.lstrip(b"\x00")) for slot, word in words.items()}
            accounts[address] = encode([b"\x01", b"", trie_of(values, nodes), keccak(b"code")])
        root = trie_of(accounts, nodes)
        return root, list(dict.fromkeys(nodes))


@pytest.fixture
def trie_builder() -> Callable[[Mapping[bytes, bytes], list[bytes]], bytes]:
    """Return what builds a trie."""
    return trie_of


@pytest.fixture
def state() -> StateInMemory:
    """Return a state in which the directory knows all contracts; the address of each is its name's hash."""
    made = StateInMemory()
    for name in slots.DIRECTORY_NAMES:
        made.set(
            keccak(b"directory")[:20], slots.directory_entry(name), keccak(name.encode())[:20] + bytes(11) + b"\x01"
        )
        made.set(keccak(name.encode())[:20], bytes(32), b"\x01")
    return made
