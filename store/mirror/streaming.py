"""The mirror as a stream: how far it stands, and its events one after the other in the order of the chain, for one reader."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, func, select

from store.bulk import rows_among
from store.columns import microseconds_of
from store.database import Mirror
from store.mirror.checkpoints import checkpoint_in
from store.mirror.lookups import blocks
from store.mirror.positions import first_position
from store.mirror.projecting import events
from store.mirror.seeing import sees_row
from store.reader import Reader
from traceability.ledger.meta import Kind

STATEMENTS = (int(Kind.DESCRIBE), int(Kind.FORGET))
"""Kinds of what is committed like an event and is none."""

BEFORE_ALL = -1
"""The position before the first."""


@dataclass(frozen=True, slots=True)
class Tide:
    """How far the mirror stands: what lies beyond may still change."""

    block: int
    """Newest block of the mirror that stays; -1 before the first."""
    block_hash: bytes
    is_whole: bool
    """Whether the mirror held the whole chain when the chain was last asked."""
    arrived: int
    """Number of the newest event of the record that the mirror has looked at."""

    @property
    def place(self) -> int:
        """Return the last position that stays."""
        return first_position(self.block + 1) - 1 if self.block >= 0 else BEFORE_ALL


@dataclass(frozen=True, slots=True)
class StreamedEvent:
    """One event of the stream: its body is fetched from the record for the same reader."""

    position: int
    commitment: bytes
    record_time: int
    """When the chain took it: microseconds since 1970."""


def tide_of(mirror: Mirror, depth: int = 0) -> Tide:
    """Return how far the mirror stands, where the newest `depth` blocks may still vanish."""
    with mirror.reading() as connection:
        checkpoint = checkpoint_in(connection)
        if checkpoint is None:
            return Tide(-1, b"", False, 0)
        query = select(blocks.c.number, blocks.c.hash).where(blocks.c.number <= checkpoint.block_number - depth)
        row = connection.execute(query.order_by(blocks.c.number.desc()).limit(1)).one_or_none()
    block, block_hash = (-1, b"") if row is None else row
    whole = checkpoint.head >= 0 and checkpoint.block_number >= checkpoint.head
    return Tide(block, block_hash, whole, checkpoint.arrived)


def place_before(mirror: Mirror, moment: datetime) -> int:
    """Return the position after which everything lies that the chain took at a moment or later."""
    # A block's time is in whole seconds: the block of the moment's own second is taken too.
    seconds = microseconds_of(moment) // 1_000_000
    with mirror.reading() as connection:
        query = select(func.min(blocks.c.number)).where(blocks.c.timestamp >= seconds)
        first = connection.execute(query).scalar_one()
        if first is None:
            first = (connection.execute(select(func.max(blocks.c.number))).scalar_one() or -1) + 1
    return first_position(first) - 1 if first > 0 else BEFORE_ALL


def stream_after(mirror: Mirror, place: int, until: int, reader: Reader, limit: int) -> tuple[StreamedEvent, ...]:
    """Return the reader's next EPCIS events behind a position, `until` included, in the order of the chain."""
    query = (
        select(events.c.position, events.c.commitment, events.c.record_time)
        .where(
            events.c.position > place,
            events.c.position <= until,
            events.c.kind.not_in(STATEMENTS),
            sees_row(events, reader),
        )
        .order_by(events.c.position)
        .limit(limit)
    )
    with mirror.reading() as connection:
        return tuple(StreamedEvent(*row) for row in connection.execute(query))


def streamed_among(mirror: Mirror, commitments: Sequence[bytes], until: int) -> tuple[StreamedEvent, ...]:
    """Return the EPCIS events among some that stand in the mirror at or before a position, in the order of the chain."""
    query = (
        "SELECT position, commitment, record_time FROM events"
        " WHERE commitment {among} AND position <= {} AND kind NOT IN ({}, {})"
    )
    with mirror.reading() as connection:
        rows = rows_among(connection, query, commitments, until, *STATEMENTS)
    return tuple(sorted((StreamedEvent(*row) for row in rows), key=lambda event: event.position))


def newest_standing(mirror: Mirror, places: Sequence[tuple[int, bytes]]) -> int | None:
    """Return the highest of some positions at which the mirror still has the event that was there, or None."""
    if not places:
        return None
    with mirror.reading() as connection:
        found = set(_standing(connection, [position for position, _ in places]))
    return max((position for position, commitment in places if (position, commitment) in found), default=None)


def _standing(connection: Connection, positions: Sequence[int]) -> list[tuple[int, bytes]]:
    rows = rows_among(connection, "SELECT position, commitment FROM recorded WHERE position {among}", positions)
    return [(int(position), bytes(commitment)) for position, commitment in rows]
