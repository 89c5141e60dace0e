"""Block headers from a node, each checked: the RLP of its fields must hash to the block's hash (Yellow Paper §4.3)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from chain.connection import Connection, hexed
from chain.errors import AnswerDisproved, AnswerNotReady, ReplyInvalid
from chain.network import Consensus
from traceability.errors import HeaderInvalid
from traceability.ledger.keys import keccak
from traceability.proof.header import BlockHeader
from traceability.proof.rlp import encode

HEADERS_PER_REQUEST = 100
"""Blocks asked for in one HTTP request."""

_FIELDS = (
    ("parentHash", 32), ("sha3Uncles", 32), ("miner", 20), ("stateRoot", 32), ("transactionsRoot", 32),
    ("receiptsRoot", 32), ("logsBloom", 256), ("difficulty", 0), ("number", 0), ("gasLimit", 0), ("gasUsed", 0),
    ("timestamp", 0), ("extraData", -1), ("mixHash", 32), ("nonce", 8),
)  # fmt: skip
"""The fields of every header in their order; size 0 means an integer, -1 bytes of any length."""
_LATER_FIELDS = (
    ("baseFeePerGas", 0), ("withdrawalsRoot", 32), ("blobGasUsed", 0), ("excessBlobGas", 0),
    ("parentBeaconBlockRoot", 32), ("requestsHash", 32),
)  # fmt: skip
"""The fields that later forks appended; a header has the first so many of them."""


@dataclass(frozen=True, slots=True)
class Header:
    """What the mirror keeps of a block."""

    number: int
    hash: bytes
    parent_hash: bytes
    timestamp: int
    """Seconds since 1970."""
    receipts_root: bytes
    logs_bloom: bytes


def header_at(connection: Connection, block: int | str | bytes) -> Header:
    """Return the header of a block by number, tag or hash.

    Raises:
        AnswerNotReady: the node has no such block.
        AnswerDisproved: the fields do not hash to the block's hash, or it is another block than the one asked for.
    """
    header = _header(_fields_of(connection, block), connection.network.consensus)
    if isinstance(block, int) and header.number != block:
        raise AnswerDisproved("the block's number", block, block, header.number)
    if isinstance(block, bytes) and header.hash != block:
        raise AnswerDisproved("the block's hash", header.number, block, header.hash)
    return header


def headers_of(connection: Connection, first: int, last: int) -> list[Header]:
    """Return the headers of the blocks from `first` to `last`, both included.

    Raises:
        AnswerNotReady: the node has not got all of them.
        AnswerDisproved: the fields of one do not hash to the block's hash, or it is another block than the one asked for.
    """
    headers: list[Header] = []
    for start in range(first, last + 1, HEADERS_PER_REQUEST):
        numbers = range(start, min(start + HEADERS_PER_REQUEST, last + 1))
        found = connection.request_many("eth_getBlockByNumber", [(hex(number), False) for number in numbers])
        for number, fields in zip(numbers, found, strict=True):
            if fields is None:
                raise AnswerNotReady(f"block {number}")
            headers.append(_header(fields, connection.network.consensus))
            if headers[-1].number != number:
                raise AnswerDisproved("the block's number", number, number, headers[-1].number)
    return headers


def header_rlp(connection: Connection, block: int | str | bytes) -> tuple[Header, bytes]:
    """Return a header and its RLP, seals included, after checking that its hash is the block's hash.

    For QBFT the block hash leaves out seals and round (formats §7 names the kind); the RLP returned holds them, and a
    verifier takes them out again.

    Raises:
        AnswerNotReady: the node has no such block.
        AnswerDisproved: the fields do not hash to the block's hash.
    """
    fields = _fields_of(connection, block)
    header = _header(fields, connection.network.consensus)
    encoded = encoded_header(fields, connection.network.consensus, header.hash)
    return header, encoded


def _fields_of(connection: Connection, block: int | str | bytes) -> dict[str, Any]:
    if isinstance(block, bytes):
        fields = connection.request("eth_getBlockByHash", (hexed(block), False))
    else:
        fields = connection.request("eth_getBlockByNumber", (hex(block) if isinstance(block, int) else block, False))
    if fields is None:
        raise AnswerNotReady(f"block {hexed(block) if isinstance(block, bytes) else block}")
    if not isinstance(fields, dict):
        raise ReplyInvalid("eth_getBlockByNumber", "it is not an object")
    return fields


def _header(fields: dict[str, Any], consensus: Consensus) -> Header:
    try:
        block_hash = bytes.fromhex(fields["hash"][2:])
        encoded_header(fields, consensus, block_hash)
        return Header(
            number=int(fields["number"], 16),
            hash=block_hash,
            parent_hash=bytes.fromhex(fields["parentHash"][2:]),
            timestamp=int(fields["timestamp"], 16),
            receipts_root=bytes.fromhex(fields["receiptsRoot"][2:]),
            logs_bloom=bytes.fromhex(fields["logsBloom"][2:]),
        )
    except (KeyError, ValueError, TypeError) as error:
        raise ReplyInvalid("eth_getBlockByNumber", f"{type(error).__name__}: {error}") from error


def encoded_header(fields: dict[str, Any], consensus: Consensus, block_hash: bytes) -> bytes:
    """Return the RLP of a header's fields, as a node gives them in JSON.

    Raises:
        AnswerDisproved: the fields do not hash to the block's hash.
    """
    items = [_item(fields[name], size) for name, size in _FIELDS]
    later = [_item(fields[name], size) for name, size in _LATER_FIELDS if fields.get(name) is not None]
    if consensus is Consensus.QBFT:
        encoded = encode(items + later)
        if (found := _qbft_hash(encoded)) != block_hash:
            raise AnswerDisproved("the header's hash", int(fields["number"], 16), block_hash, found)
        return encoded
    # anvil shows fields of later forks in a genesis header that does not hash them: the hash tells how many belong.
    for count in range(len(later), -1, -1):
        encoded = encode(items + later[:count])
        if keccak(encoded) == block_hash:
            return encoded
    raise AnswerDisproved("the header's hash", int(fields["number"], 16), block_hash, keccak(encode(items + later)))


def _qbft_hash(encoded: bytes) -> bytes:
    try:
        return BlockHeader.from_rlp(encoded).hash(Consensus.QBFT)
    except HeaderInvalid as error:
        raise ReplyInvalid("eth_getBlockByNumber", str(error)) from error


def _item(text: str, size: int) -> bytes:
    digits = text[2:]
    if size == 0:
        number = int(digits, 16)
        return number.to_bytes((number.bit_length() + 7) // 8, "big")
    value = bytes.fromhex(digits)
    if size > 0 and len(value) != size:
        raise ReplyInvalid("eth_getBlockByNumber", f"a field is {len(value)} bytes long, expected {size}")
    return value
