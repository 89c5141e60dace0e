"""Writing the mirror: one transaction per range of blocks, with the checkpoint in it, and the way back.

There is one writer, the indexer; what it has written once it cannot write again, because the checkpoint moves in the same
transaction and a range must start where the last one ended.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, Table, insert, select, update

from store.bulk import insert_rows, rows_among, run_among
from store.columns import table_of
from store.database import Mirror
from store.errors import MirrorOfAnotherNetwork, RangeOutOfOrder
from store.mirror.checkpoints import Checkpoint, checkpoint_in, checkpoints
from store.mirror.interning import Interner, packed, unpacked
from store.mirror.positions import first_position
from store.mirror.projecting import ProjectionWriter
from store.mirror.projection import Projection
from store.mirror.tables import (
    MIRROR,
    AnchorRow,
    BlockRow,
    LineRow,
    LogRow,
    MirrorModel,
    RecordedRow,
    ThingRow,
)

blocks = table_of(BlockRow)
logs = table_of(LogRow)
recorded = table_of(RecordedRow)
lines = table_of(LineRow)
anchors = table_of(AnchorRow)

BY_THING = {"lines"}
"""Tables whose rows are found by the things of the vanished events."""


@dataclass(slots=True)
class Range:
    """What a range of blocks says, as rows; the lists are in the order of the tables' columns."""

    first: int
    last: int
    blocks: list[tuple[int, bytes, bytes, int]] = field(default_factory=list)
    """Number, hash, parent hash, timestamp."""
    logs: list[tuple[int, bytes, int, bytes, bytes, bytes]] = field(default_factory=list)
    """Position, transaction hash, transaction index, address, topics, data."""
    recorded: list[tuple[int, bytes, bytes, Sequence[bytes]]] = field(default_factory=list)
    """Position, commitment, meta, keys of the things with a line."""
    versions: dict[type[MirrorModel], list[tuple[Any, ...]]] = field(default_factory=dict)
    """Rows of the other tables."""
    projections: list[Projection] = field(default_factory=list)
    range_size: int = 16


class MirrorWriter:
    """The one writer of the mirror."""

    def __init__(self, mirror: Mirror) -> None:
        self.mirror = mirror
        self._things = Interner(table_of(ThingRow), "key")
        self._projections = ProjectionWriter()

    def begin(
        self, chain_id: int, genesis: bytes, directory: bytes, projection: int, before: int, restoration: int = 0,
        disclosed: int = 0,
    ) -> Checkpoint:  # fmt: skip
        """Return the checkpoint, made new before the first block of a network if the mirror is empty.

        `disclosed` is the newest change of readers: what is projected from now on knows of it.

        Raises: MirrorOfAnotherNetwork.
        """
        with self.mirror.writing() as connection:
            found = checkpoint_in(connection)
            if found is None:
                found = Checkpoint(
                    chain_id=chain_id,
                    genesis=genesis,
                    directory=directory,
                    block_number=before,
                    block_hash=bytes(32),
                    range_size=16,
                    arrived=0,
                    forgotten=0,
                    disclosed=disclosed,
                    projection=projection,
                    restoration=restoration,
                    head=-1,
                    looked_at=0,
                )
                row = {name: getattr(found, name) for name in Checkpoint.__slots__}
                connection.execute(insert(checkpoints), row | {"id": 1})
        if (found.chain_id, found.genesis, found.directory) != (chain_id, genesis, directory):
            raise MirrorOfAnotherNetwork(
                f"chain {found.chain_id}, directory 0x{found.directory.hex()}",
                f"chain {chain_id}, directory 0x{directory.hex()}",
            )
        return found

    def write(self, chapter: Range) -> None:
        """Write a range and move the checkpoint, or do neither. Raises: RangeOutOfOrder."""
        try:
            with self.mirror.writing() as connection:
                self._advance(connection, chapter)
                insert_rows(connection, blocks, chapter.blocks)
                insert_rows(connection, logs, chapter.logs)
                self._write_recorded(connection, chapter.recorded)
                for model, rows in chapter.versions.items():
                    insert_rows(connection, table_of(model), rows)
                self._projections.write(connection, chapter.projections)
        except BaseException:
            self._forget()
            raise

    def write_late(
        self, recorded_rows: Sequence[tuple[int, bytes, bytes, Sequence[bytes]]], filled: Sequence[tuple[int, int, int]],
        projections: Sequence[Projection], arrived: int,
    ) -> None:  # fmt: skip
        """Write what became possible because the record grew: leaves of known anchors, and projections of known logs.

        `filled` names the anchors (organisation, stream, number) whose leaves are here now.
        """
        try:
            with self.mirror.writing() as connection:
                self._write_recorded(connection, recorded_rows)
                for organisation, stream, number in filled:
                    this = (
                        (anchors.c.organisation == organisation)
                        & (anchors.c.stream == stream)
                        & (anchors.c.number == number)
                    )
                    connection.execute(update(anchors).where(this).values(filled=True))
                self._projections.write(connection, projections)
                connection.execute(update(checkpoints).values(arrived=arrived))
        except BaseException:
            self._forget()
            raise

    def rewind(self, to_block: int, block_hash: bytes) -> None:
        """Delete everything after a block and put the checkpoint there, in one transaction."""
        start = first_position(to_block + 1)
        try:
            with self.mirror.writing() as connection:
                self._projections.remove_from(connection, start)
                of_events = connection.execute(select(recorded.c.things).where(recorded.c.position >= start)).scalars()
                things = {number for data in of_events for number in unpacked(data)}
                run_among(connection, "DELETE FROM lines WHERE thing {among} AND position >= {}", sorted(things), start)
                for table in _positioned_tables():
                    connection.execute(table.delete().where(table.c.position >= start))
                connection.execute(blocks.delete().where(blocks.c.number > to_block))
                connection.execute(update(checkpoints).values(block_number=to_block, block_hash=block_hash))
        finally:
            self._forget()

    def unproject(self, commitments: Sequence[bytes], forgotten: int) -> None:
        """Delete the projections of some events, because their bodies were forgotten."""
        try:
            with self.mirror.writing() as connection:
                rows = rows_among(connection, "SELECT position FROM events WHERE commitment {among}", commitments)
                self._projections.remove(connection, [position for (position,) in rows])
                connection.execute(update(checkpoints).values(forgotten=forgotten))
        finally:
            self._forget()

    def reproject(self, projections: Sequence[Projection], positions: Sequence[int], disclosed: int) -> None:
        """Write the rows of some events anew, because others may read them now."""
        try:
            with self.mirror.writing() as connection:
                self._projections.remove(connection, positions)
                self._projections.write(connection, projections)
                connection.execute(update(checkpoints).values(disclosed=disclosed))
        finally:
            self._forget()

    def note_head(self, head: int, looked_at: int) -> None:
        """Note how far the chain has come, so that lag can be told without asking it."""
        with self.mirror.writing() as connection:
            connection.execute(update(checkpoints).values(head=head, looked_at=looked_at))

    def clear(self) -> None:
        """Delete every row: the mirror is built anew from the first block."""
        try:
            with self.mirror.writing() as connection:
                for table in reversed(MIRROR.sorted_tables):
                    connection.execute(table.delete())
        finally:
            self._forget()

    def _advance(self, connection: Connection, chapter: Range) -> None:
        # FOR UPDATE: SQLite has the write lock already, PostgreSQL needs it on the row.
        at = connection.execute(select(checkpoints.c.block_number).with_for_update()).scalar_one()
        if chapter.first != at + 1:
            raise RangeOutOfOrder(at + 1, chapter.first)
        newest = chapter.blocks[-1]
        moved = {"block_number": chapter.last, "block_hash": newest[1], "range_size": chapter.range_size}
        connection.execute(update(checkpoints).values(moved))

    def _write_recorded(
        self, connection: Connection, rows: Sequence[tuple[int, bytes, bytes, Sequence[bytes]]]
    ) -> None:
        if not rows:
            return
        numbers = self._things.numbers(connection, [key for row in rows for key in row[3]])
        of_events: list[tuple[int, bytes, bytes, bytes]] = []
        of_lines: list[tuple[int, int, int]] = []
        for position, commitment, meta, keys in rows:
            things = [numbers[key] for key in keys]
            of_events.append((position, commitment, meta, packed(things)))
            of_lines.extend([(thing, position, ordinal) for ordinal, thing in enumerate(things)])
        insert_rows(connection, recorded, of_events)
        # Sorted rows touch each page of the clustered table once.
        of_lines.sort()
        insert_rows(connection, lines, of_lines)

    def _forget(self) -> None:
        self._things.forget()
        self._projections.forget()


def _positioned_tables() -> list[Table]:
    apart = BY_THING | ProjectionWriter.TABLES
    return [table for name, table in MIRROR.tables.items() if "position" in table.c and name not in apart]
