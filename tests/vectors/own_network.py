"""A QBFT network of our own, for what the recorded ones did not do."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import Any

from coincurve import PrivateKey

from traceability.ledger.keys import keccak
from traceability.proof.header import BlockHeader, Consensus
from traceability.proof.rlp import decode_list, encode

ORDER = 0xFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFEBAAEDCE6AF48A03BBFD25E8CD0364141
KEYS = [PrivateKey(hashlib.sha256(b"proof test %d" % number).digest()) for number in range(8)]


def address(key: PrivateKey) -> bytes:
    return keccak(key.public_key.format(compressed=False)[1:])[12:]


def number_of(value: int) -> bytes:
    return value.to_bytes(8, "big").lstrip(b"\x00")


def sealed(
    number: int,
    keys: Sequence[PrivateKey],
    parent: BlockHeader | None = None,
    vote: tuple[int, PrivateKey, bool] | None = None,
    signers: Sequence[PrivateKey] | None = None,
    round_: int = 0,
    state_root: bytes = bytes(32),
    time: int = 0x6A,
) -> BlockHeader:
    """Return a header sealed by all or some of its validators; a vote is (index of the voter, recipient, joins)."""
    miner = address(KEYS[vote[0]]) if vote else address(keys[0])
    written: Any = [address(vote[1]), b"\xff" if vote[2] else b""] if vote else []
    fields: list[Any] = [
        parent.hash(Consensus.QBFT) if parent else bytes(32), bytes(32), miner, state_root, bytes(32), bytes(32),
        bytes(256), b"\x01", number_of(number), b"\x01", b"", number_of(time), b"", bytes(32), bytes(8),
    ]  # fmt: skip
    fields[12] = encode([bytes(32), [address(key) for key in keys], written, number_of(round_), []])
    unsealed = BlockHeader.from_rlp(encode(fields))
    digest = unsealed.qbft_seal_hash()
    seals = [key.sign_recoverable(digest, hasher=None) for key in (keys if signers is None else signers)]
    return with_seals(unsealed, seals)


def with_seals(header: BlockHeader, seals: Sequence[bytes]) -> BlockHeader:
    parts: list[Any] = decode_list(header.extra_data)
    extra = encode([*parts[:4], list(seals)])
    return BlockHeader((*header.fields[:12], extra, *header.fields[13:]))


def high_s(seal: bytes) -> bytes:
    """Return the twin of a signature: same signer, other bytes."""
    twin = ORDER - int.from_bytes(seal[32:64], "big")
    return seal[:32] + twin.to_bytes(32, "big") + bytes((seal[64] ^ 1,))


def chain(*votes: tuple[int, PrivateKey, bool] | None, first: int = 1) -> list[BlockHeader]:
    """Return consecutive headers of the first four keys with these votes."""
    run: list[BlockHeader] = []
    for number, vote in enumerate(votes, first):
        run.append(sealed(number, KEYS[:4], run[-1] if run else None, vote))
    return run
