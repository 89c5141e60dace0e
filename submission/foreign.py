"""Which transaction wrote a batch: asked when a nonce is used and the receipt is missing, before rows are written again."""

from __future__ import annotations

from chain.connection import Connection
from chain.events import Anchored, BatchRecorded, event_of
from chain.gateways import Contracts
from chain.logs import logs_between

STRIDE = 2_000
"""Blocks looked through together."""


def writer_of_batch(
    connection: Connection, contracts: Contracts, organisation: int, stream: int, number: int
) -> bytes | None:
    """Return the hash of the transaction that wrote a batch of a stream, or None if no block holds it."""
    ledger = contracts.ledger.address
    topics = (BatchRecorded.topic(), Anchored.topic())
    last = connection.block_number()
    while last >= connection.network.from_block:
        first = max(last - STRIDE + 1, connection.network.from_block)
        for log in reversed(logs_between(connection, first, last, [ledger], topics).logs):
            event = event_of(log)
            if not isinstance(event, BatchRecorded | Anchored):
                continue
            if (event.organisation, event.stream, event.number) == (organisation, stream, number):
                return log.transaction_hash
        last = first - 1
    return None
