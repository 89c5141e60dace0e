"""The root of a state in which accounts have balances and nothing else (Yellow Paper §4.1)."""

from __future__ import annotations

from collections.abc import Mapping

from traceability.ledger.keys import keccak
from traceability.proof.rlp import encode
from traceability.proof.trie import EMPTY_TRIE
from traceability.proof.trie_root import trie_root

EMPTY_CODE = keccak(b"")


def state_root(balances: Mapping[bytes, int]) -> bytes:
    """Return the root over accounts by their 20-byte address, each with a balance in wei, no code and no storage."""
    return trie_root({keccak(address): _account(balance) for address, balance in balances.items()})


def _account(balance: int) -> bytes:
    return encode([b"", balance.to_bytes((balance.bit_length() + 7) // 8, "big"), EMPTY_TRIE, EMPTY_CODE])
