"""State proofs from a node: many slots of many contracts at one block, as one pool of trie nodes (formats §7)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import msgspec

from chain.connection import Connection, hexed
from chain.errors import AnswerNotReady, NodeRefused, ReplyInvalid
from chain.headers import Header, header_rlp
from traceability.ledger.keys import keccak

SLOTS_PER_REQUEST = 500
"""Storage slots asked for in one `eth_getProof`."""
CHASES = 5
"""How often a proof is asked for again where the newest block moved on between two requests."""

EMPTY_TRIE_NODE = b"\x80"
"""The RLP of an empty trie: its root is known, so that it need not travel."""


@dataclass(frozen=True, slots=True)
class StateProof:
    """The state of some slots at one block, with all that proves it."""

    header: Header
    header_rlp: bytes
    nodes: tuple[bytes, ...]
    """Trie nodes, each once."""
    values: Mapping[tuple[bytes, bytes], bytes]
    """(contract address, slot) → the 32 bytes that the node says are there; the nodes prove them."""


class _StorageProof(msgspec.Struct, gc=False):
    key: str
    value: str
    proof: list[str]


class _AccountProof(msgspec.Struct, gc=False, rename="camel"):
    account_proof: list[str]
    storage_proof: list[_StorageProof]
    storage_hash: str = ""


def prove(connection: Connection, slots: Mapping[bytes, Sequence[bytes]], block: int | None = None) -> StateProof:
    """Return the proof of slots, given by contract address, at one block: the newest, or the one asked for.

    anvil proves its newest state only; there the proof is asked for again until the block before and after is the same.

    Raises:
        AnswerNotReady: the node cannot prove the state of that block (any more).
        ReplyInvalid: the header does not hash to the block's hash.
    """
    if block is not None:
        header, encoded = header_rlp(connection, block)
        nodes, values = _proofs(connection, slots, hex(block))
        return StateProof(header, encoded, nodes, values)
    for _ in range(CHASES):
        header, encoded = header_rlp(connection, "latest")
        try:
            nodes, values = _proofs(connection, slots, hex(header.number))
        except NodeRefused:
            # The block is the newest no longer and the engine keeps no older states.
            continue
        # An engine that ignores the block number would prove another state: the root must be the header's.
        if _pool_has_root(nodes, encoded):
            return StateProof(header, encoded, nodes, values)
    raise AnswerNotReady("state proof at a block that stayed the newest long enough")


def _proofs(
    connection: Connection, slots: Mapping[bytes, Sequence[bytes]], block: str
) -> tuple[tuple[bytes, ...], dict[tuple[bytes, bytes], bytes]]:
    questions: list[tuple[bytes, Sequence[bytes]]] = []
    for address, wanted in slots.items():
        distinct = list(dict.fromkeys(wanted))
        starts = range(0, max(len(distinct), 1), SLOTS_PER_REQUEST)
        questions.extend((address, distinct[start : start + SLOTS_PER_REQUEST]) for start in starts)
    found = connection.request_many(
        "eth_getProof",
        [(hexed(address), [hexed(slot) for slot in wanted], block) for address, wanted in questions],
        _AccountProof,
    )
    pool: dict[str, None] = {}
    values: dict[tuple[bytes, bytes], bytes] = {}
    for (address, wanted), proof in zip(questions, found, strict=True):
        if len(proof.storage_proof) != len(wanted):
            raise ReplyInvalid("eth_getProof", f"{len(proof.storage_proof)} slots for {len(wanted)}")
        pool.update(dict.fromkeys(proof.account_proof))
        for slot, item in zip(wanted, proof.storage_proof, strict=True):
            pool.update(dict.fromkeys(item.proof))
            values[address, slot] = bytes.fromhex(item.value[2:].rjust(64, "0"))
    nodes = [bytes.fromhex(text[2:]) for text in pool]
    return tuple(node for node in nodes if node != EMPTY_TRIE_NODE), values


def _pool_has_root(nodes: Sequence[bytes], header: bytes) -> bool:
    # The state root is the fourth field of the header: after the list's length (3 bytes) and 33 + 33 + 21 bytes.
    state_root = header[3 + 33 + 33 + 21 + 1 :][:32]
    if state_root == keccak(EMPTY_TRIE_NODE):
        return not nodes
    return any(keccak(node) == state_root for node in nodes)
