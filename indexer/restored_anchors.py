"""Anchors that a restored record does not know: a root does not tell its leaves, so the rows that are held are tried.

A backup in which events of the anchored lane wait may be older than the anchor that holds them. The writer takes what waits in its
order, so the leaves of an anchor are rows that were promised one after the other; the root tells which.
"""

from collections.abc import Sequence
from datetime import datetime

from chain.connection import Connection
from chain.finality import final_through
from chain.transactions import mined_transaction
from store.database import Mirror, Record
from store.mirror.lookups import Anchor, unfilled_anchors
from store.record.restoring import adopt, held_leaves
from store.record.transactions import SignedTransaction
from traceability.commitment.tree import tree_root

Leaf = tuple[int, bytes]
"""Row of the outbox and commitment."""


def adopt_anchors(connection: Connection, record: Record, mirror: Mirror, now: datetime) -> int:
    """Bind held rows to the anchors that hold them already, and return to how many anchors."""
    adopted = 0
    for anchor, transaction_hash in unfilled_anchors(mirror):
        rows = leaves_under(anchor.root, anchor.count, held_leaves(record, anchor.organisation, anchor.stream))
        if rows:
            _adopt(connection, record, anchor, transaction_hash, rows, now)
            adopted += 1
    return adopted


def leaves_under(root: bytes, count: int, held: Sequence[Leaf]) -> Sequence[Leaf]:
    """Return the `count` neighbours among the held leaves over which a root stands, nothing if there are none."""
    for start in range(len(held) - count + 1):
        run = held[start : start + count]
        if run and tree_root([commitment for _, commitment in run]) == root:
            return run
    return ()


def _adopt(
    connection: Connection, record: Record, anchor: Anchor, transaction_hash: bytes, rows: Sequence[Leaf], now: datetime
) -> None:
    mined = mined_transaction(connection, transaction_hash)
    content = SignedTransaction(
        organisation=anchor.organisation,
        sender=mined.sender,
        nonce=mined.nonce,
        hash=mined.hash,
        signed=mined.signed,
        stream=anchor.stream,
        number=anchor.number,
        root=anchor.root,
    )
    final = mined.block_number <= final_through(connection.network, connection.block_number())
    block = mined.block_number, mined.block_hash
    adopt(record, [row for row, _ in rows], content, block, mined.gas_used, now, final=final)
