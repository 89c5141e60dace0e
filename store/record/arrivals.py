"""Arrivals: events of the record in the order in which they came, for who must not miss a body that came after its log."""

from collections.abc import Sequence

from sqlalchemy import select

from store.bulk import rows_among
from store.database import Record
from store.record.capture import events


def arrivals_between(record: Record, after: int, through: int, limit: int) -> tuple[tuple[int, bytes], ...]:
    """Return number and commitment of the events that came after one number and up to another, in order."""
    query = (
        select(events.c.id, events.c.commitment)
        .where(events.c.id > after, events.c.id <= through)
        .order_by(events.c.id)
        .limit(limit)
    )
    with record.reading() as connection:
        return tuple((number, bytes(commitment)) for number, commitment in connection.execute(query))


def kept_among(record: Record, commitments: Sequence[bytes]) -> frozenset[bytes]:
    """Return those of some events whose bodies are kept: the others were forgotten, or are another installation's."""
    with record.reading() as connection:
        query = "SELECT commitment FROM events WHERE commitment {among} AND body IS NOT NULL"
        return frozenset(bytes(row[0]) for row in rows_among(connection, query, commitments))
