"""What the indexer asks of the mirror: blocks for forks, events by commitment, what is projected already."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select

from store.bulk import rows_among
from store.columns import table_of
from store.database import Mirror
from store.mirror.tables import AnchorRow, BlockRow, LogRow, RecordedRow

blocks = table_of(BlockRow)
logs = table_of(LogRow)
anchors = table_of(AnchorRow)
recorded = table_of(RecordedRow)


@dataclass(frozen=True, slots=True)
class Anchor:
    """One anchor as the mirror knows it."""

    organisation: int
    stream: int
    number: int
    position: int
    root: bytes
    count: int
    kinds: int
    key_number: int
    filled: bool
    """Whether its leaves are in the mirror."""


def block_hash_at(mirror: Mirror, number: int) -> bytes | None:
    """Return the hash of a block, if the mirror has it."""
    with mirror.reading() as connection:
        return connection.execute(select(blocks.c.hash).where(blocks.c.number == number)).scalar_one_or_none()


def block_hashes_after(mirror: Mirror, number: int) -> tuple[bytes, ...]:
    """Return the hashes of all blocks after a number."""
    with mirror.reading() as connection:
        return tuple(connection.execute(select(blocks.c.hash).where(blocks.c.number > number)).scalars())


def block_times(mirror: Mirror, numbers: Sequence[int]) -> dict[int, int]:
    """Return the times of blocks in seconds since 1970."""
    with mirror.reading() as connection:
        rows = rows_among(connection, "SELECT number, timestamp FROM blocks WHERE number {among}", sorted(set(numbers)))
    return {int(number): int(timestamp) for number, timestamp in rows}


def unprojected(mirror: Mirror, commitments: Sequence[bytes]) -> list[tuple[int, bytes, bytes]]:
    """Return position, commitment and meta of the recorded events that have no projection yet."""
    query = (
        "SELECT r.position, r.commitment, r.meta FROM recorded r WHERE r.commitment {among}"
        " AND NOT EXISTS (SELECT 1 FROM events e WHERE e.position = r.position) ORDER BY r.position"
    )
    with mirror.reading() as connection:
        return [
            (position, commitment, meta) for position, commitment, meta in rows_among(connection, query, commitments)
        ]


def projected(mirror: Mirror, commitments: Sequence[bytes]) -> list[tuple[int, bytes, bytes]]:
    """Return position, commitment and meta of the recorded events that have a projection."""
    query = (
        "SELECT r.position, r.commitment, r.meta FROM recorded r JOIN events e ON e.position = r.position"
        " WHERE r.commitment {among} ORDER BY r.position"
    )
    with mirror.reading() as connection:
        return [
            (position, commitment, meta) for position, commitment, meta in rows_among(connection, query, commitments)
        ]


def anchor_at(mirror: Mirror, organisation: int, stream: int, number: int) -> Anchor | None:
    """Return an anchor, if the mirror has it."""
    this = (anchors.c.organisation == organisation) & (anchors.c.stream == stream) & (anchors.c.number == number)
    with mirror.reading() as connection:
        row = connection.execute(select(anchors).where(this)).one_or_none()
    return None if row is None else Anchor(**{name: getattr(row, name) for name in Anchor.__slots__})


def commitments_at(mirror: Mirror, positions: Sequence[int]) -> dict[int, bytes]:
    """Return the commitment at each position: what a trace names by position is proven by commitment."""
    with mirror.reading() as connection:
        rows = rows_among(
            connection, "SELECT position, commitment FROM recorded WHERE position {among}", sorted(set(positions))
        )
    return {int(position): bytes(commitment) for position, commitment in rows}
