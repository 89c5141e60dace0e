"""Audit: is the mirror what chain and record say, and is the record what its commitments say? Every differing row is named.

A second mirror is built beside the first, from the node and the record alone, and the two are compared row by row. Then each
body in the record is committed anew with its secret, under the grants in force when the chain took it.
"""

import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from chain.connection import Connection
from indexer.following import Indexer
from indexer.recommitting import wrong_commitments, wrong_statements
from store.database import Mirror, Record
from store.mirror.audiences import wrong_audiences
from store.mirror.checkpoints import checkpoint_of
from store.mirror.content import ContentRow, content_of, content_tables
from store.mirror.positions import first_position
from store.opening import open_mirror
from store.record.outbox import broken_promises


@dataclass(frozen=True, slots=True)
class Difference:
    """One row that is not as it should be. It names columns, never what they hold."""

    table: str
    """Database and table, `mirror.lines`."""
    row: str
    """What names the row."""
    problem: str

    def __str__(self) -> str:
        """Return one line for an operator."""
        return f"{self.table} {self.row}: {self.problem}"


def audit(connection: Connection, record: Record, mirror: Mirror) -> Iterator[Difference]:
    """Return all differences up to the mirror's newest block; what it takes in meanwhile is left out."""
    checkpoint = checkpoint_of(mirror)
    if checkpoint is None:
        yield Difference("mirror.checkpoint", "1", "the mirror is empty: run rebuild")
        return
    with tempfile.TemporaryDirectory(prefix="suyuan-audit-") as folder:
        again = open_mirror(f"sqlite:///{Path(folder) / 'mirror.db'}")
        try:
            Indexer(connection, record, again, until=checkpoint.block_number).catch_up()
            if (newest := checkpoint_of(again)) is not None and newest.block_number != checkpoint.block_number:
                problem = (
                    f"the mirror ends at block {checkpoint.block_number}, beyond the chain at {newest.block_number}"
                )
                yield Difference("mirror.checkpoint", "1", problem)
            for name in content_tables():
                found = _until(content_of(mirror, name), name, checkpoint.block_number)
                yield from compared(f"mirror.{name}", found, content_of(again, name))
            for audience in wrong_audiences(mirror):
                yield Difference("mirror.audiences", str(audience), "its subjects are not those that give its number")
            for row, problem in wrong_commitments(record, again, checkpoint.block_number):
                yield Difference("record.events", row, problem)
            for row, problem in wrong_statements(record, again):
                yield Difference("record.statements", row, problem)
        finally:
            again.close()
    for number, problem in broken_promises(record):
        yield Difference("record.outbox", str(number), problem)


def compared(table: str, found: Iterator[ContentRow], wanted: Iterator[ContentRow]) -> Iterator[Difference]:
    """Compare the rows of one table, both in the order of their keys."""
    ours, theirs = next(found, None), next(wanted, None)
    while ours is not None or theirs is not None:
        if ours is not None and (theirs is None or ours.key < theirs.key):
            yield Difference(table, _shown(ours.key), "stands in the mirror and not on the chain or in the record")
            ours = next(found, None)
        elif theirs is not None and (ours is None or theirs.key < ours.key):
            yield Difference(table, _shown(theirs.key), "is missing in the mirror")
            theirs = next(wanted, None)
        elif ours is not None and theirs is not None:
            differing = [name for name, value in ours.columns.items() if theirs.columns[name] != value]
            if differing:
                yield Difference(table, _shown(ours.key), f"differs in {', '.join(differing)}")
            ours, theirs = next(found, None), next(wanted, None)


def _until(rows: Iterator[ContentRow], table: str, block: int) -> Iterator[ContentRow]:
    edge = first_position(block + 1)
    for row in rows:
        if table == "blocks":
            if row.columns["number"] <= block:
                yield row
        elif max(row.columns["position"], row.columns.get("correction", 0)) < edge:
            yield row


def _shown(key: tuple[Any, ...]) -> str:
    return " ".join(f"0x{part.hex()}" if isinstance(part, bytes) else str(part) for part in key)
