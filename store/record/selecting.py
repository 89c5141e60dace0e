"""Finding a firm's own events by a selection, in the record itself: events that are on no chain yet are found too."""

from collections.abc import Iterator

import msgspec
from sqlalchemy import Connection, or_, select

from store.bulk import CHUNK
from store.record.capture import events
from store.selection import Selection

PORTION = 2_000
"""Events looked at in one statement."""

PLAIN = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:/?#[]@!$&'()*+,;=%{} ")
"""Letters that JSON writes as they are, so that a body can be searched for a text without reading it."""


def selected(
    connection: Connection, organisation: int, selection: Selection, after: int = 0
) -> Iterator[tuple[int, bytes]]:
    """Yield number and commitment of an organisation's events that a selection takes, from the one after a number."""
    for number, commitment, body in _candidates(connection, organisation, selection, after):
        if selection.takes(commitment, msgspec.json.decode(body)):
            yield number, commitment


def newest_number(connection: Connection) -> int:
    """Return the number of the newest event of the record."""
    found = connection.execute(select(events.c.id).order_by(events.c.id.desc()).limit(1)).scalar_one_or_none()
    return found or 0


def _candidates(
    connection: Connection, organisation: int, selection: Selection, after: int
) -> Iterator[tuple[int, bytes, str]]:
    query = select(events.c.id, events.c.commitment, events.c.body).where(
        events.c.organisation == organisation, events.c.body.is_not(None)
    )
    if selection.events:
        for start in range(0, len(selection.events), CHUNK):
            wanted = events.c.commitment.in_(selection.events[start : start + CHUNK])
            yield from connection.execute(query.where(wanted, events.c.id > after).order_by(events.c.id))
        return
    for texts in (selection.things, selection.biz_steps, selection.event_types):
        if texts and len(texts) <= 20 and all(PLAIN.issuperset(text) for text in texts):
            # Most bodies hold none of the texts: those are not read.
            query = query.where(or_(*(events.c.body.contains(text, autoescape=True) for text in texts)))
    last = after
    while True:
        rows = connection.execute(query.where(events.c.id > last).order_by(events.c.id).limit(PORTION)).all()
        yield from rows
        if len(rows) < PORTION:
            return
        last = rows[-1][0]
