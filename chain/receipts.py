"""The logs of blocks out of their receipts, each block's checked against the root in its header (Yellow Paper §4.4.1).

What a node says of logs is worth nothing by itself: it may leave some out, add some, or change them. The receipts of a block
together give the root that its header holds, so they are all there, unchanged and in order; and a header's bloom that has none
of the addresses listened to shows that the block holds nothing of theirs, without a question.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import cache

import msgspec

from chain.connection import Connection, RpcError, error_of, hexed
from chain.errors import (
    AnswerDisproved,
    AnswerNotReady,
    NodeOverloaded,
    NodeRefused,
    NodeTimedOut,
    RangeTooLarge,
    ReplyInvalid,
)
from chain.headers import Header
from chain.logs import TOO_MUCH, Log, LogBatch
from traceability.ledger.keys import keccak
from traceability.proof.rlp import encode
from traceability.proof.trie_root import list_root

BLOCKS_PER_REQUEST = 20
"""Blocks whose receipts are asked for in one HTTP request."""
ENOUGH = 16 * 1024 * 1024
"""Bytes of all replies together above which the reader asks for fewer blocks."""


class _RawLog(msgspec.Struct, gc=False):
    address: str
    topics: list[str]
    data: str


class _RawReceipt(msgspec.Struct, gc=False, rename="camel"):
    transaction_hash: str
    cumulative_gas_used: str
    logs_bloom: str
    logs: list[_RawLog]
    status: str
    type: str = "0x0"


class _Reply(msgspec.Struct, gc=False):
    id: int
    result: list[_RawReceipt] | None = None
    error: RpcError | None = None


_DECODER = msgspec.json.Decoder(list[_Reply] | _Reply)


def proven_logs(connection: Connection, headers: Sequence[Header], addresses: Collection[bytes]) -> LogBatch:
    """Return the logs of some contracts in blocks whose headers were checked, in the chain's order.

    Raises:
        RangeTooLarge: the node or this reader finds the replies too large: ask for fewer blocks.
        AnswerNotReady: the node has not got one of these blocks (any more).
        AnswerDisproved: the receipts that the node gives are not those of the header.
    """
    wanted = [header for header in headers if any(may_hold(header.logs_bloom, address) for address in addresses)]
    logs: list[Log] = []
    size = 0
    for start in range(0, len(wanted), BLOCKS_PER_REQUEST):
        portion = wanted[start : start + BLOCKS_PER_REQUEST]
        replies, octets = _receipts(connection, portion, single=len(headers) == 1)
        size += octets
        if size > ENOUGH and len(headers) > 1:
            raise RangeTooLarge(headers[0].number, headers[-1].number, f"{size} bytes")
        for header, receipts in zip(portion, replies, strict=True):
            logs.extend(log for log in _logs(header, receipts) if log.address in addresses)
    return LogBatch(logs, size)


def may_hold(bloom: bytes, item: bytes) -> bool:
    """Return whether a bloom filter may hold an address or a topic; False is certain (Yellow Paper §4.4.1, M3:2048)."""
    return all(bloom[255 - bit // 8] >> (bit % 8) & 1 for bit in _bits(item))


@cache
def _bits(item: bytes) -> tuple[int, int, int]:
    digest = keccak(item)
    first, second, third = (int.from_bytes(digest[at : at + 2], "big") & 2047 for at in (0, 2, 4))
    return first, second, third


def _receipts(
    connection: Connection, headers: Sequence[Header], *, single: bool
) -> tuple[list[list[_RawReceipt]], int]:
    """Return the receipts of each block, asked for by its hash: no other block can be meant."""
    first, last = headers[0].number, headers[-1].number
    questions = [(hexed(header.hash),) for header in headers]

    def attempt() -> bytes:
        return connection.raw_many("eth_getBlockReceipts", questions)

    try:
        content = connection.retried(attempt) if single else attempt()
    except (NodeTimedOut, NodeOverloaded) as error:
        if single:
            raise
        raise RangeTooLarge(first, last, str(error)) from error
    if len(content) > ENOUGH and not single:
        # Before it is decoded, which needs several times as much memory.
        raise RangeTooLarge(first, last, f"{len(content)} bytes")
    try:
        found = _DECODER.decode(content)
    except msgspec.MsgspecError as error:
        raise ReplyInvalid("eth_getBlockReceipts", str(error)) from error
    replies = found if isinstance(found, list) else [found]
    for reply in replies:
        if reply.error is not None:
            refusal = error_of("eth_getBlockReceipts", reply.error)
            if (
                not single
                and isinstance(refusal, NodeRefused)
                and any(word in refusal.reason.lower() for word in TOO_MUCH)
            ):
                raise RangeTooLarge(first, last, refusal.reason)
            raise refusal
    by_number = {reply.id: reply.result for reply in replies}
    results: list[list[_RawReceipt]] = []
    for place, header in enumerate(headers):
        result = by_number.get(place)
        if result is None:
            raise AnswerNotReady(f"receipts of block {header.number} ({hexed(header.hash)})")
        results.append(result)
    return results, len(content)


def _logs(header: Header, receipts: Sequence[_RawReceipt]) -> list[Log]:
    """Return the logs of a block. Their places are counted here, not taken from the node. Raises: AnswerDisproved."""
    logs: list[Log] = []
    encoded: list[bytes] = []
    unhex = bytes.fromhex
    known: dict[str, bytes] = {}
    try:
        for index, receipt in enumerate(receipts):
            transaction = unhex(receipt.transaction_hash[2:])
            parts: list[bytes] = []
            for raw in receipt.logs:
                address = known.get(raw.address)
                if address is None:
                    address = known[raw.address] = unhex(raw.address[2:])
                topics = tuple([unhex(topic[2:]) for topic in raw.topics])
                data = unhex(raw.data[2:])
                parts.append(_log_rlp(address, topics, data))
                logs.append(Log(header.number, header.hash, transaction, index, len(logs), address, topics, data))
            encoded.append(_receipt_rlp(receipt, b"".join(parts)))
    except ValueError as error:
        raise ReplyInvalid("eth_getBlockReceipts", str(error)) from error
    root = list_root(encoded)
    if root != header.receipts_root:
        raise AnswerDisproved("the root of the receipts", header.number, header.receipts_root, root)
    return logs


def _log_rlp(address: bytes, topics: tuple[bytes, ...], data: bytes) -> bytes:
    """Return a log as its receipt holds it. Raises: ValueError for an address or a topic of another length."""
    if len(address) != 20 or [len(topic) for topic in topics] != [32] * len(topics):
        raise ValueError("an address has 20 bytes, a topic 32")
    if len(data) == 1:
        return encode([address, list(topics), data])
    begin, middle, end = _heads(len(topics), len(data))
    return b"".join((begin, address, middle, b"\xa0".join((b"", *topics)), end, data))


@cache
def _heads(topics: int, octets: int) -> tuple[bytes, bytes, bytes]:
    """Return what stands before address, topics and data of a log, of which millions have the same form."""
    words, end = _headed(0xC0, 33 * topics), _headed(0x80, octets)
    return _headed(0xC0, 21 + len(words) + 33 * topics + len(end) + octets) + b"\x94", words, end


def _receipt_rlp(receipt: _RawReceipt, logs: bytes) -> bytes:
    """Return a receipt as the trie holds it: a legacy one as it is, others behind the number of their type (EIP-2718)."""
    payload = b"".join(
        (
            _string(_number(receipt.status)),
            _string(_number(receipt.cumulative_gas_used)),
            _string(bytes.fromhex(receipt.logs_bloom[2:])),
            _headed(0xC0, len(logs)),
            logs,
        )
    )
    kind = int(receipt.type, 16)
    return (bytes((kind,)) if kind else b"") + _headed(0xC0, len(payload)) + payload


def _number(text: str) -> bytes:
    number = int(text, 16)
    return number.to_bytes((number.bit_length() + 7) // 8, "big")


def _string(value: bytes) -> bytes:
    return value if len(value) == 1 and value[0] < 0x80 else _headed(0x80, len(value)) + value


def _headed(base: int, length: int) -> bytes:
    """Return what stands before a string (base 0x80) or list (0xC0) of so many bytes (Yellow Paper, appendix B)."""
    if length < 56:
        return bytes((base + length,))
    octets = length.to_bytes((length.bit_length() + 7) // 8, "big")
    return bytes((base + 55 + len(octets),)) + octets
