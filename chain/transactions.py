"""Transactions that are in a block, with their signed bytes made again from the fields that a node shows (EIP-155)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from chain.connection import Connection, hexed
from chain.errors import AnswerNotReady, ReplyInvalid
from traceability.ledger.keys import keccak
from traceability.proof.rlp import encode

_NUMBERS_BEFORE = ("nonce", "gasPrice", "gas")
_NUMBERS_AFTER = ("v", "r", "s")


@dataclass(frozen=True, slots=True)
class MinedTransaction:
    """A transaction as it stands in a block."""

    sender: bytes
    """20 bytes."""
    nonce: int
    hash: bytes
    signed: bytes
    """The bytes that were sent."""
    block_number: int
    block_hash: bytes
    gas_used: int
    to: bytes
    """Address of the contract that was called, 20 bytes."""
    data: bytes
    """The call."""


def mined_transaction(connection: Connection, transaction_hash: bytes) -> MinedTransaction:
    """Return a transaction of the kind that we sign.

    Raises:
        AnswerNotReady: it is in no block.
        ReplyInvalid: its fields do not hash to its hash: it is of another kind.
    """
    fields = connection.request("eth_getTransactionByHash", (hexed(transaction_hash),))
    receipt = connection.receipt(transaction_hash)
    if not isinstance(fields, dict) or receipt is None:
        raise AnswerNotReady(f"transaction {hexed(transaction_hash)}")
    signed = encode(
        [_number(fields, name) for name in _NUMBERS_BEFORE]
        + [_octets(fields, "to"), _number(fields, "value"), _octets(fields, "input")]
        + [_number(fields, name) for name in _NUMBERS_AFTER]
    )
    if keccak(signed) != transaction_hash:
        raise ReplyInvalid("eth_getTransactionByHash", f"the fields do not hash to {hexed(transaction_hash)}")
    sender, nonce = _octets(fields, "from"), int(fields["nonce"], 16)
    return MinedTransaction(
        sender,
        nonce,
        transaction_hash,
        signed,
        receipt.block_number,
        receipt.block_hash,
        receipt.gas_used,
        _octets(fields, "to"),
        _octets(fields, "input"),
    )


def _number(fields: dict[str, Any], name: str) -> bytes:
    number = int(fields[name], 16)
    return number.to_bytes((number.bit_length() + 7) // 8, "big")


def _octets(fields: dict[str, Any], name: str) -> bytes:
    return bytes.fromhex((fields[name] or "0x")[2:])
