"""Reading bodies: what of an event a reader may see, and what the evidence room needs to open it.

Whoever may not see an event is told that there is none; whoever may not see a field gets the body without it.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, Connection, Row, bindparam, exists, false, or_, select

from store.access import Access, GrantView, access_of
from store.bulk import rows_among
from store.database import Record
from store.disclosure import is_hidden_in_all, without_hidden
from store.reader import ANYONE, MEMBERS, Reader, grant_of, grant_subject, is_grant
from store.record.capture import event_readers, events
from store.record.forgetting import forget_in, forgettings

CHUNK = 5000
"""Commitments asked for in one statement."""


@dataclass(frozen=True, slots=True)
class VisibleEvent:
    """One event as a reader may see it."""

    commitment: bytes
    organisation: int
    event_hash: str | None
    event_id: str | None
    body: str
    """JSON text of the normal form, without the fields that this reader may not see."""
    writings: str | None
    """How its author wrote identifiers and words, as JSON text: for the texts of `body` only, never shown by itself."""
    kind: int
    flags: int
    state: int
    lane: int
    captured_at: datetime
    whole: bool
    """Whether nothing was taken out for this reader."""


@dataclass(frozen=True, slots=True)
class SealedEvent:
    """All that is kept of an event, secret included: for making openings, never for an answer."""

    id: int
    commitment: bytes
    organisation: int
    body: str | None
    """None once forgotten."""
    secret: bytes | None
    event_hash: str | None
    event_id: str | None
    kind: int
    flags: int
    state: int
    lane: int
    visibility: str
    hidden: tuple[str, ...]
    readers: frozenset[int]
    """Organisations and groups that the owner named at capture."""
    captured_at: datetime
    grants: tuple[GrantView, ...] = ()
    """What the owner opened of it later."""

    @property
    def access(self) -> Access:
        """Return who may know what of it."""
        readers = tuple(sorted(self.readers))
        return access_of(self.organisation, self.visibility, self.hidden, readers, self.grants)

    def shows_to(self, reader: Reader) -> bool:
        """Whether the reader may know the body at all."""
        return self.body is not None and bool(self.access.views_for(reader))

    def shows_whole_to(self, reader: Reader) -> bool:
        """Whether the reader may know every field."""
        return any(not view.hidden for view in self.access.views_for(reader))


def visible_events(record: Record, commitments: Sequence[bytes], reader: Reader) -> Mapping[bytes, VisibleEvent]:
    """Return the events that the reader may see among those asked for."""
    found: dict[bytes, VisibleEvent] = {}
    query = select(events, sees_whole(reader).label("whole")).where(
        events.c.commitment.in_(bindparam("wanted", expanding=True)), events.c.body.is_not(None), sees(reader)
    )
    with record.reading() as connection:
        for start in range(0, len(commitments), CHUNK):
            rows = connection.execute(query, {"wanted": list(commitments[start : start + CHUNK])}).all()
            found |= _seen(connection, rows, reader)
    return found


def visible_event_by_id(record: Record, event_id: str, reader: Reader) -> tuple[VisibleEvent, ...]:
    """Return the visible events that carry this event id (an error declaration repeats the id of what it corrects)."""
    query = select(events, sees_whole(reader).label("whole")).where(
        events.c.event_id == event_id, events.c.body.is_not(None), sees(reader)
    )
    with record.reading() as connection:
        found = _seen(connection, connection.execute(query.order_by(events.c.id)).all(), reader).values()
    # Who may not see the event id must not find the event by it either.
    return tuple(event for event in found if event.event_id is not None)


def sealed_events(record: Record, commitments: Sequence[bytes]) -> Mapping[bytes, SealedEvent]:
    """Return whole events with their secrets; who calls this answers for what goes out (`shows_to`)."""
    found: dict[bytes, SealedEvent] = {}
    query = select(events).where(events.c.commitment.in_(bindparam("wanted", expanding=True)))
    of_readers = select(event_readers).where(event_readers.c.commitment.in_(bindparam("wanted", expanding=True)))
    with record.reading() as connection:
        # Of most events on the chain the body is another firm's: which ones are here is asked cheaply first.
        here = rows_among(connection, "SELECT commitment FROM events WHERE commitment {among}", commitments)
        ours = [commitment for (commitment,) in here]
        for start in range(0, len(ours), CHUNK):
            wanted = {"wanted": ours[start : start + CHUNK]}
            readers: dict[bytes, set[int]] = {}
            for commitment, subject in connection.execute(of_readers, wanted):
                readers.setdefault(commitment, set()).add(subject)
            views = _grant_views(connection, readers.values())
            for row in connection.execute(query, wanted):
                found[row.commitment] = _sealed(row, readers.get(row.commitment, ()), views)
    return found


def sealed_after(record: Record, number: int, limit: int) -> tuple[SealedEvent, ...]:
    """Return the events that arrived after one with this number, in order of arrival: the indexer's and the audit's way through."""
    query = select(events).where(events.c.id > number).order_by(events.c.id).limit(limit)
    with record.reading() as connection:
        rows = list(connection.execute(query))
        wanted = {"wanted": [row.commitment for row in rows]}
        readers: dict[bytes, set[int]] = {}
        of_readers = select(event_readers).where(event_readers.c.commitment.in_(bindparam("wanted", expanding=True)))
        for commitment, subject in connection.execute(of_readers, wanted):
            readers.setdefault(commitment, set()).add(subject)
        views = _grant_views(connection, readers.values())
    return tuple(_sealed(row, readers.get(row.commitment, ()), views) for row in rows)


def forget(record: Record, commitment: bytes, reader: Reader, now: datetime) -> bool:
    """Delete body, secret and everything guessable of one of the reader's own events; say whether there was one.

    The signed FORGET event is captured beside it by the caller, best in one transaction by `save_capture`.
    """
    if reader.organisation is None:
        return False
    with record.writing() as connection:
        return forget_in(connection, commitment, reader.organisation, now)


def forgotten_after(record: Record, number: int, limit: int) -> tuple[tuple[int, bytes], ...]:
    """Return number and commitment of the forgettings after one with this number: the indexer's way through."""
    query = select(forgettings.c.id, forgettings.c.commitment).where(forgettings.c.id > number)
    with record.reading() as connection:
        rows = connection.execute(query.order_by(forgettings.c.id).limit(limit))
        return tuple((row_number, commitment) for row_number, commitment in rows)


def sees_whole(reader: Reader) -> ColumnElement[bool]:
    """Return the condition that the reader owns the event, or that its owner shows it everything."""
    named = _named(reader.whole_subjects)
    return named if reader.organisation is None else or_(events.c.organisation == reader.organisation, named)


def sees(reader: Reader) -> ColumnElement[bool]:
    """Return the condition that the reader may know the body at all."""
    partly = _named([subject for subject, _ in reader.partial])
    if reader.organisation is None:
        return or_(events.c.visibility == ANYONE, sees_whole(reader), partly)
    return or_(events.c.visibility.in_((ANYONE, MEMBERS)), sees_whole(reader), partly)


def _named(subjects: Sequence[int]) -> ColumnElement[bool]:
    """Return the condition that the owner of an event named one of some subjects."""
    if not subjects:
        return false()
    # An event names few, a reader may be many: the sum keeps SQLite from seeking each of the reader's subjects in the index.
    return exists().where(
        event_readers.c.commitment == events.c.commitment, (event_readers.c.organisation + 0).in_(subjects)
    )


def _seen(connection: Connection, rows: Sequence[Row[Any]], reader: Reader) -> dict[bytes, VisibleEvent]:
    """Return rows that the reader may know as it may see them: hidden is what all its views hide."""
    partial = dict(reader.partial)
    granted: dict[bytes, list[tuple[str, ...]]] = {}
    if partial:
        query = "SELECT commitment, organisation FROM event_readers WHERE commitment {among}"
        for commitment, subject in rows_among(connection, query, [row.commitment for row in rows if not row.whole]):
            if subject in partial:
                granted.setdefault(commitment, []).append(partial[subject])
    found: dict[bytes, VisibleEvent] = {}
    for row in rows:
        views = list(granted.get(row.commitment, ()))
        if row.visibility == ANYONE or (row.visibility == MEMBERS and not reader.is_anonymous):
            views.append(msgspec.json.decode(row.hidden, type=tuple[str, ...]))
        found[row.commitment] = _visible(row, [()] if row.whole else views)
    return found


def _visible(row: Row[Any], views: Sequence[tuple[str, ...]]) -> VisibleEvent:
    whole = any(not hidden for hidden in views)
    names = [name for name in VisibleEvent.__slots__ if name not in ("body", "whole")]
    body = row.body if whole else without_hidden(row.body, *views)
    # The hash is over every field: shown beside a shortened body it would let the reader try guesses for the rest.
    fields = {name: getattr(row, name) for name in names} | ({} if whole else {"event_hash": None})
    if not whole and is_hidden_in_all("/eventID", views):
        fields["event_id"] = None
    return VisibleEvent(**fields, body=body, whole=whole)


def _grant_views(connection: Connection, subjects: Iterable[Collection[int]]) -> dict[int, GrantView]:
    """Return what each grant among some subjects opens, by its subject."""
    wanted = {grant_of(subject) for each in subjects for subject in each if is_grant(subject)}
    query = "SELECT id, hidden, to_anyone FROM disclosure_grants WHERE id {among}"
    return {
        grant_subject(number): GrantView(
            grant_subject(number), msgspec.json.decode(hidden, type=tuple[str, ...]), bool(to_anyone)
        )
        for number, hidden, to_anyone in rows_among(connection, query, sorted(wanted))
    }


def _sealed(row: Row[Any], subjects: Collection[int], views: Mapping[int, GrantView]) -> SealedEvent:
    names = [name for name in SealedEvent.__slots__ if name not in ("hidden", "readers", "grants")]
    fields = {name: getattr(row, name) for name in names}
    return SealedEvent(
        **fields,
        hidden=msgspec.json.decode(row.hidden, type=tuple[str, ...]),
        readers=frozenset(subject for subject in subjects if not is_grant(subject)),
        grants=tuple(views[subject] for subject in sorted(subjects) if subject in views),
    )
