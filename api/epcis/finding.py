"""Runs a query for a reader: positions from the mirror, bodies from the record, filters in between, page by page."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from api.epcis.query_parameters import ParsedQuery
from api.errors import QueryTooLarge
from api.rooms import Rooms
from store.mirror.event_queries import MOST_EVENTS, FoundEvent, find_events
from store.reader import Reader
from store.record.bodies import visible_events
from traceability.epcis import Event

MOST_SCANNED = 20_000
"""Events that one request looks at; beyond it the page ends early and names where to go on."""


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


def found_events(rooms: Rooms, parsed: ParsedQuery, reader: Reader, size: int, place: str | None) -> Found:
    """Return a page of events that meet a query.

    Raises:
        QueryTooLarge: if more than maxEventCount match.
    """
    if parsed.first is not None or parsed.most is not None:
        return _counted(rooms, parsed, reader)
    return _page(rooms, parsed, reader, size, place)


def _counted(rooms: Rooms, parsed: ParsedQuery, reader: Reader) -> Found:
    """Answer a query that names how many events it wants: one page, with no next."""
    limit = parsed.first if parsed.first is not None else parsed.most or 1
    bodies: list[FoundBody] = []
    place: str | None = None
    while True:
        page = _page(rooms, parsed, reader, min(limit + 1 - len(bodies), MOST_EVENTS), place)
        bodies.extend(page.bodies)
        place = page.place
        if len(bodies) > limit or place is None:
            break
    if parsed.most is not None and len(bodies) > parsed.most:
        raise QueryTooLarge(parsed.most)
    return Found(tuple(bodies[:limit]), None)


def _page(rooms: Rooms, parsed: ParsedQuery, reader: Reader, size: int, place: str | None) -> Found:
    bodies: list[FoundBody] = []
    scanned = 0
    token = place
    while True:
        step = size - len(bodies) if not parsed.filters else max(size, 200)
        page = find_events(rooms.mirror, replace(parsed.query, limit=min(step, MOST_EVENTS), token=token), reader)
        visible = visible_events(rooms.record, [event.commitment for event in page.events], reader)
        for number, event in enumerate(page.events):
            shown = visible.get(event.commitment)
            if shown is None:
                continue
            body = Event.from_json(shown.body)
            if all(accepts(body) for accepts in parsed.filters):
                bodies.append(FoundBody(body, _time(event)))
                if len(bodies) == size:
                    last = number == len(page.events) - 1
                    return Found(
                        tuple(bodies), page.token if last else _token_after(rooms, parsed, reader, token, number + 1)
                    )
        scanned += len(page.events)
        token = page.token
        if token is None or scanned >= MOST_SCANNED:
            return Found(tuple(bodies), token)


def _token_after(rooms: Rooms, parsed: ParsedQuery, reader: Reader, token: str | None, count: int) -> str | None:
    """Return the place after the first so many events of a page: the store names only the ends of pages."""
    return find_events(rooms.mirror, replace(parsed.query, limit=count, token=token), reader).token


def _time(event: FoundEvent) -> datetime:
    return datetime(1970, 1, 1, tzinfo=UTC) + timedelta(microseconds=event.record_time)
