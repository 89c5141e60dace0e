"""The checkpoint: how far the mirror has come, and how far the chain was when it was last asked."""

from dataclasses import dataclass

from sqlalchemy import Connection, select

from store.columns import table_of
from store.database import Mirror
from store.mirror.tables import CheckpointRow

checkpoints = table_of(CheckpointRow)


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """How far the mirror has come, on which network."""

    chain_id: int
    genesis: bytes
    directory: bytes
    block_number: int
    block_hash: bytes
    range_size: int
    arrived: int
    """Number of the newest event of the record that was looked at."""
    forgotten: int
    """Number of the newest forgetting of the record that was looked at."""
    disclosed: int
    """Number of the record's newest change of readers that was looked at."""
    projection: int
    """Version of the code that made the projections."""
    restoration: int
    """Number of the record's newest restore when the mirror was begun."""
    head: int
    """Newest block of the chain when it was last asked."""
    looked_at: int
    """When that was: microseconds since 1970."""


def checkpoint_in(connection: Connection) -> Checkpoint | None:
    """Return the checkpoint that a transaction sees, or None in an empty mirror."""
    row = connection.execute(select(checkpoints)).one_or_none()
    return None if row is None else Checkpoint(**{name: getattr(row, name) for name in Checkpoint.__slots__})


def checkpoint_of(mirror: Mirror) -> Checkpoint | None:
    """Return how far the mirror has come, or None if it is empty."""
    with mirror.reading() as connection:
        return checkpoint_in(connection)
