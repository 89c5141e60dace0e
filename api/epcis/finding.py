"""Runs a query for a reader: master data from the record, positions from the mirror, bodies from the record."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from api.epcis.query_parameters import ParsedQuery
from api.errors import QueryTooLarge
from api.rooms import Rooms
from delivery.showing import shown_event
from store.mirror.event_queries import MOST_EVENTS, FoundEvent, event_page
from store.mirror.place import Place
from store.reader import Reader
from store.record.bodies import visible_events
from store.record.master_data import ReaderMasterData
from traceability.epcis import Event
from traceability.querying import Query, resolved


@dataclass(frozen=True, slots=True)
class FoundBody:
    """One event with its body, as far as the reader may see it."""

    event: Event
    record_time: datetime
    """When the chain took it."""


@dataclass(frozen=True, slots=True)
class Found:
    """One page."""

    bodies: tuple[FoundBody, ...]
    place: str | None
    """Where the next page begins, None on the last."""


def found_events(rooms: Rooms, parsed: ParsedQuery | Query, reader: Reader, size: int, place: str | None) -> Found:
    """Return a page of events that meet a query.

    A query that says how many events it wants is answered on one page.

    Raises:
        QueryTooLarge: if more than maxEventCount match.
        PageTokenInvalid: if the place is none.
    """
    asked = parsed if isinstance(parsed, Query) else parsed.query
    query = resolved(asked, ReaderMasterData(rooms.record, reader))
    if query.first is not None or query.most is not None:
        return Found(_counted(rooms, query, reader), None)
    after = None if place is None else Place.from_text(place)
    page = event_page(rooms.mirror, query, reader, limit=size, after=after)
    return Found(_bodies(rooms, page.events, reader), None if page.next is None else page.next.to_text())


def _counted(rooms: Rooms, query: Query, reader: Reader) -> tuple[FoundBody, ...]:
    most = query.most
    limit = min(count for count in (query.first, None if most is None else most + 1) if count is not None)
    found: list[FoundEvent] = []
    after: Place | None = None
    while len(found) < limit:
        page = event_page(rooms.mirror, query, reader, limit=min(limit - len(found), MOST_EVENTS), after=after)
        found.extend(page.events)
        after = page.next
        if after is None:
            break
    if most is not None and len(found) > most:
        raise QueryTooLarge(most)
    return _bodies(rooms, found, reader)


def _bodies(rooms: Rooms, found: Sequence[FoundEvent], reader: Reader) -> tuple[FoundBody, ...]:
    visible = visible_events(rooms.record, [event.commitment for event in found], reader)
    return tuple(
        FoundBody(shown_event(visible[event.commitment]), _time(event.record_time))
        for event in found
        if event.commitment in visible
    )


def _time(microseconds: int) -> datetime:
    return datetime(1970, 1, 1, tzinfo=UTC) + timedelta(microseconds=microseconds)
