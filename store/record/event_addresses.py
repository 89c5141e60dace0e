"""Finding captured events by what they are called: their CBV 2.0 hash, or their hash or eventID within one firm."""

from collections.abc import Sequence

from sqlalchemy import or_, select

from store.columns import table_of
from store.database import Record
from store.reader import Reader
from store.record.bodies import VisibleEvent, visible_events
from store.record.tables import EventRow

events = table_of(EventRow)


def visible_events_by_hash(record: Record, event_hash: str, reader: Reader) -> tuple[VisibleEvent, ...]:
    """Return the events with this hash that the reader sees whole: who sees a part only is not told the hash."""
    query = select(events.c.commitment).where(events.c.event_hash == event_hash).order_by(events.c.id)
    with record.reading() as connection:
        commitments: Sequence[bytes] = connection.execute(query).scalars().all()
    found = visible_events(record, commitments, reader)
    return tuple(found[each] for each in commitments if each in found and found[each].event_hash == event_hash)


def commitment_of_same(record: Record, organisation: int, event_hash: str, event_id: str | None) -> bytes | None:
    """Return the commitment of a firm's earlier event with the same hash, or with the same eventID, or None."""
    same = events.c.event_hash == event_hash
    if event_id is not None:
        same = or_(same, events.c.event_id == event_id)
    query = (
        select(events.c.commitment).where(events.c.organisation == organisation, same).order_by(events.c.id).limit(1)
    )
    with record.reading() as connection:
        found: bytes | None = connection.execute(query).scalars().first()
    return found
