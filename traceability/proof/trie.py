"""Merkle-Patricia tries, walked from a root over one pool of nodes (Ethereum Yellow Paper, appendix D; EIP-1186)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from traceability.errors import ProofNodeMissing, RlpInvalid, TrieRefused
from traceability.ledger.keys import keccak
from traceability.proof.rlp import Rlp, decode, encode, integer

EMPTY_TRIE = keccak(b"\x80")
"""The root of a trie in which nothing is."""


@dataclass(frozen=True, slots=True)
class Account:
    """What the state says of an address."""

    nonce: int
    balance: int
    storage_root: bytes
    code_hash: bytes


class TrieNodes:
    """A pool of trie nodes, each found by its hash; a node may serve many walks."""

    def __init__(self, nodes: Iterable[bytes]) -> None:
        self._nodes = {keccak(node): node for node in nodes}

    def account(self, state_root: bytes, address: bytes) -> Account | None:
        """Return the account of an address of 20 bytes, or None where it is proven that there is none.

        Raises:
            ProofNodeMissing: a node of the walk is not in the pool.
            TrieRefused: a node has a form that no trie has.
        """
        value = self.value(state_root, keccak(address))
        if value is None:
            return None
        try:
            fields = decode(value)
            if isinstance(fields, bytes) or len(fields) != 4:
                raise TrieRefused(value, "an account has four fields")
            nonce, balance, storage_root, code_hash = fields
            account = Account(integer(nonce, 8), integer(balance, 32), _word(storage_root), _word(code_hash))
        except RlpInvalid as error:
            raise TrieRefused(value, str(error)) from None
        return account

    def slot(self, storage_root: bytes, slot: bytes) -> bytes:
        """Return the 32 bytes of a storage slot; zero where it is proven that nothing is there.

        Raises:
            ProofNodeMissing: a node of the walk is not in the pool.
            TrieRefused: a node has a form that no trie has.
        """
        value = self.value(storage_root, keccak(slot))
        if value is None:
            return bytes(32)
        try:
            number = integer(decode(value), 32)
        except RlpInvalid as error:
            raise TrieRefused(value, str(error)) from None
        if number == 0:
            raise TrieRefused(value, "a zero is not stored")
        return number.to_bytes(32, "big")

    def value(self, root: bytes, key: bytes) -> bytes | None:
        """Return the value at a key (already hashed), or None where it is proven that there is none."""
        if root == EMPTY_TRIE:
            return None
        path = [nibble for byte in key for nibble in (byte >> 4, byte & 15)]
        at = 0
        node = self._node(root)
        while True:
            if len(node) == 17:
                # All keys have the same length, so a branch never ends one.
                if at == len(path) or node[16] != b"":
                    raise TrieRefused(encode(node), "a branch at the end of a key")
                following = node[path[at]]
                at += 1
                if following == b"":
                    return None
            elif len(node) == 2:
                ends, partial = _partial(node)
                if path[at : at + len(partial)] != partial:
                    return None
                at += len(partial)
                following = node[1]
                if ends:
                    if at != len(path) or not isinstance(following, bytes) or not following:
                        raise TrieRefused(encode(node), "a leaf that does not end a key")
                    return following
            else:
                raise TrieRefused(encode(node), "neither branch, extension nor leaf")
            node = self._child(following)

    def _child(self, reference: Rlp) -> list[Rlp]:
        """Return the node that a branch or extension refers to: by hash, or in itself if shorter than one."""
        if isinstance(reference, bytes):
            if len(reference) != 32:
                raise TrieRefused(reference, "a reference that is not a hash")
            return self._node(reference)
        encoded = encode(reference)
        if len(encoded) >= 32:
            raise TrieRefused(encoded, "a long node in place of its hash")
        return reference

    def _node(self, hash_: bytes) -> list[Rlp]:
        encoded = self._nodes.get(hash_)
        if encoded is None:
            raise ProofNodeMissing(hash_)
        try:
            node = decode(encoded)
        except RlpInvalid as error:
            raise TrieRefused(encoded, str(error)) from None
        if isinstance(node, bytes):
            raise TrieRefused(encoded, "a node that is no list")
        return node


def _partial(node: list[Rlp]) -> tuple[bool, list[int]]:
    """Return whether a node of two is a leaf, and its part of the path (hex-prefix encoding, appendix C)."""
    prefix = node[0]
    if not isinstance(prefix, bytes) or not prefix or prefix[0] > 0x3F:
        raise TrieRefused(encode(node), "no hex prefix")
    flag = prefix[0] >> 4
    nibbles = [nibble for byte in prefix[1:] for nibble in (byte >> 4, byte & 15)]
    if flag & 1:
        nibbles.insert(0, prefix[0] & 15)
    elif prefix[0] & 15:
        raise TrieRefused(encode(node), "padding of a hex prefix that is not zero")
    ends = flag >= 2
    if not ends and not nibbles:
        raise TrieRefused(encode(node), "an extension that extends nothing")
    return ends, nibbles


def _word(item: Rlp) -> bytes:
    if not isinstance(item, bytes) or len(item) != 32:
        raise RlpInvalid("not 32 bytes", 0)
    return item
