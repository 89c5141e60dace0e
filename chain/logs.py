"""Logs by range of blocks, decoded straight from the reply's bytes: no web3, no dictionaries."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import msgspec

from chain.connection import Connection, RpcError, error_of, hexed
from chain.errors import NodeOverloaded, NodeRefused, NodeTimedOut, RangeTooLarge, ReplyInvalid

LARGEST_REPLY = 64 * 1024 * 1024
"""Bytes of one reply above which the reader asks for fewer blocks."""

TOO_MUCH = ("more than", "too many", "limit", "too large", "exceed", "range")
"""Words in the errors of engines and providers that refuse a range for its size."""


class Log(NamedTuple):
    """A log as the chain holds it; a tuple, because millions of them are built."""

    block_number: int
    block_hash: bytes
    transaction_hash: bytes
    transaction_index: int
    log_index: int
    address: bytes
    """The 20-byte address of the contract that emitted it."""
    topics: tuple[bytes, ...]
    data: bytes


class _RawLog(msgspec.Struct, gc=False, rename="camel"):
    address: str
    topics: list[str]
    data: str
    block_number: str
    block_hash: str
    transaction_hash: str
    transaction_index: str
    log_index: str


class _LogsReply(msgspec.Struct, gc=False):
    result: list[_RawLog] | None = None
    error: RpcError | None = None


_DECODER = msgspec.json.Decoder(_LogsReply)


class LogBatch(NamedTuple):
    """The logs of a range, in the chain's order, and how large the reply was (for range control)."""

    logs: list[Log]
    size: int
    """Bytes of the reply."""


def logs_between(
    connection: Connection,
    first: int,
    last: int,
    addresses: Sequence[bytes],
    topics: Sequence[bytes] = (),
) -> LogBatch:
    """Return the logs of some contracts in the blocks from `first` to `last`, both included.

    `topics` limits them to logs whose first topic is one of these.

    Raises:
        RangeTooLarge: the node or this reader finds the reply too large: ask for fewer blocks.
    """
    question: dict[str, object] = {
        "fromBlock": hex(first),
        "toBlock": hex(last),
        "address": [hexed(address) for address in addresses],
    }
    if topics:
        question["topics"] = [[hexed(topic) for topic in topics]]

    def attempt() -> LogBatch:
        try:
            content = connection.raw("eth_getLogs", (question,))
        except (NodeTimedOut, NodeOverloaded) as error:
            if last > first:
                raise RangeTooLarge(first, last, str(error)) from error
            raise
        return _batch(content, first, last)

    try:
        return connection.retried(attempt) if first == last else attempt()
    except NodeRefused as error:
        if last > first and any(word in error.reason.lower() for word in TOO_MUCH):
            raise RangeTooLarge(first, last, error.reason) from error
        raise


def logs_in_block(connection: Connection, block_hash: bytes, addresses: Sequence[bytes]) -> list[Log]:
    """Return the logs of some contracts in one block, known by its hash: for the head, where blocks may change."""
    question = {"blockHash": hexed(block_hash), "address": [hexed(address) for address in addresses]}
    return connection.retried(lambda: _batch(connection.raw("eth_getLogs", (question,)), 0, 0)).logs


def _batch(content: bytes, first: int, last: int) -> LogBatch:
    if len(content) > LARGEST_REPLY and last > first:
        raise RangeTooLarge(first, last, f"{len(content)} bytes")
    try:
        reply = _DECODER.decode(content)
    except msgspec.MsgspecError as error:
        raise ReplyInvalid("eth_getLogs", str(error)) from error
    if reply.error is not None:
        raise error_of("eth_getLogs", reply.error)
    return LogBatch(_logs(reply.result or []), len(content))


def _logs(raw: list[_RawLog]) -> list[Log]:
    # Many logs share block, transaction and contract; each distinct text is turned into bytes once.
    known: dict[str, bytes] = {}
    unhex = bytes.fromhex
    logs: list[Log] = []
    for item in raw:
        shared = []
        for text in (item.block_hash, item.transaction_hash, item.address):
            value = known.get(text)
            if value is None:
                value = known[text] = unhex(text[2:])
            shared.append(value)
        topics = item.topics
        first = known.get(topics[0]) if topics else None
        if topics and first is None:
            first = known[topics[0]] = unhex(topics[0][2:])
        rest = tuple([unhex(topic[2:]) for topic in topics[1:]])
        logs.append(
            Log(
                int(item.block_number, 16),
                shared[0],
                shared[1],
                int(item.transaction_index, 16),
                int(item.log_index, 16),
                shared[2],
                rest if first is None else (first, *rest),
                unhex(item.data[2:]),
            )
        )
    return logs
