"""Queries for EPCIS events: predicates, two orders, pages that go on where the last one ended.

Source: EPCIS 2.0, clause 8.2.7 (SimpleEventQuery). A predicate on a field that the reader may not see is not met, so that
neither rows nor their number tell what the field holds.
"""

import base64
import struct
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, false, func, or_, select

from store.columns import microseconds_of, table_of
from store.database import Mirror
from store.errors import PageTokenInvalid
from store.mirror.event_tables import NameRow
from store.mirror.positions import first_position
from store.mirror.projecting import event_names, events
from store.mirror.projection import Hidden, NameRole
from store.mirror.seeing import sees_row, sees_whole
from store.mirror.tables import BlockRow
from store.reader import Reader

MOST_EVENTS = 1000
"""Events on one page at most."""

names = table_of(NameRow)
blocks = table_of(BlockRow)

HIDEABLE = {
    "action": Hidden.ACTION,
    "event_id": Hidden.EVENT_ID,
    "biz_step": Hidden.BIZ_STEP,
    "disposition": Hidden.DISPOSITION,
    "read_point": Hidden.READ_POINT,
    "biz_location": Hidden.BIZ_LOCATION,
}


class Order(StrEnum):
    """By what events are ordered."""

    EVENT_TIME = "eventTime"
    RECORD_TIME = "recordTime"
    """When the chain took them: the order of the chain."""


@dataclass(frozen=True, slots=True)
class NameMatch:
    """The event names one of these identifiers, or one that begins so, in one of these roles."""

    roles: tuple[NameRole, ...]
    exact: tuple[str, ...] = ()
    beginnings: tuple[str, ...] = ()
    """Beginnings of canonical forms, for patterns."""


@dataclass(frozen=True, slots=True)
class EventQuery:
    """What is asked: values within one field are alternatives, fields must all be met; an empty field asks nothing."""

    event_types: tuple[str, ...] = ()
    actions: tuple[str, ...] = ()
    biz_steps: tuple[str, ...] = ()
    dispositions: tuple[str, ...] = ()
    read_points: tuple[str, ...] = ()
    read_points_below: tuple[str, ...] = ()
    """Beginnings of canonical forms."""
    biz_locations: tuple[str, ...] = ()
    biz_locations_below: tuple[str, ...] = ()
    """Beginnings of canonical forms."""
    event_ids: tuple[str, ...] = ()
    names: tuple[NameMatch, ...] = ()
    organisations: tuple[int, ...] = ()
    corrections: bool | None = None
    """Only (True) or no (False) events with an error declaration."""
    statements: bool = False
    """Whether descriptions and the like, which are no EPCIS events, are wanted too."""
    event_time_from: datetime | None = None
    event_time_before: datetime | None = None
    record_time_from: datetime | None = None
    record_time_before: datetime | None = None
    order: Order = Order.RECORD_TIME
    descending: bool = True
    limit: int = 100
    token: str | None = None
    """`EventPage.token` of the page before."""


@dataclass(frozen=True, slots=True)
class FoundEvent:
    """One event that meets a query: its body is fetched from the record for the same reader."""

    commitment: bytes
    position: int
    organisation: int
    event_time: int
    """Microseconds since 1970."""
    record_time: int
    """When the chain took it: microseconds since 1970."""


@dataclass(frozen=True, slots=True)
class EventPage:
    """One page of a query."""

    events: tuple[FoundEvent, ...]
    token: str | None
    """Where the next page begins; None on the last."""


def find_events(mirror: Mirror, query: EventQuery, reader: Reader) -> EventPage:
    """Return the page of events that meet a query and that the reader may see. Raises: PageTokenInvalid."""
    limit = max(1, min(query.limit, MOST_EVENTS))
    with mirror.reading() as connection:
        statement = event_selection(query, reader)
        for condition in _record_time(connection, query):
            statement = statement.where(condition)
        rows = connection.execute(statement.limit(limit + 1)).all()
    found = tuple(
        FoundEvent(row.commitment, row.position, row.organisation, row.event_time, row.record_time) for row in rows
    )
    page = found[:limit]
    return EventPage(page, _token(query, page[-1]) if len(found) > limit else None)


def event_selection(query: EventQuery, reader: Reader) -> Select[Any]:
    """Return the statement for a query without its times of record and its limit. Raises: PageTokenInvalid."""
    conditions = [sees_row(events, reader)]
    for column, wanted in (("event_type", query.event_types), ("organisation", query.organisations)):
        if wanted:
            conditions.append(events.c[column].in_(wanted))
    for column, texts, beginnings in (
        ("action", query.actions, ()),
        ("event_id", query.event_ids, ()),
        ("biz_step", query.biz_steps, ()),
        ("disposition", query.dispositions, ()),
        ("read_point", query.read_points, query.read_points_below),
        ("biz_location", query.biz_locations, query.biz_locations_below),
    ):
        if texts or beginnings:
            alternatives: list[ColumnElement[bool]] = [events.c[column].in_(texts)] if texts else []
            alternatives += [_begins(events.c[column], beginning) for beginning in beginnings]
            conditions += [or_(*alternatives), _open_to(HIDEABLE[column], reader)]
    if not query.statements:
        conditions.append(events.c.event_type != "")
    if query.corrections is not None:
        conditions.append(events.c.is_correction == query.corrections)
    if query.event_time_from is not None:
        conditions.append(events.c.event_time >= microseconds_of(query.event_time_from))
    if query.event_time_before is not None:
        conditions.append(events.c.event_time < microseconds_of(query.event_time_before))
    conditions += [_names(match, reader) for match in query.names]
    columns = (events.c.commitment, events.c.position, events.c.organisation, events.c.event_time, events.c.record_time)
    statement = select(*columns).where(*conditions)
    keys = [events.c.event_time, events.c.position] if query.order is Order.EVENT_TIME else [events.c.position]
    if query.token is not None:
        statement = statement.where(_beyond(keys, _place(query), query.descending))
    return statement.order_by(*(key.desc() if query.descending else key.asc() for key in keys))


def _open_to(column: Hidden, reader: Reader) -> ColumnElement[bool]:
    shown = events.c.hidden.op("&")(int(column)) == 0
    return shown if reader.organisation is None else or_(shown, sees_whole(events, reader))


def _names(match: NameMatch, reader: Reader) -> ColumnElement[bool]:
    alternatives: list[ColumnElement[bool]] = [names.c.text.in_(match.exact)] if match.exact else []
    alternatives += [_begins(names.c.text, beginning) for beginning in match.beginnings]
    wanted = select(names.c.id).where(or_(false(), *alternatives))
    found = select(event_names.c.position).where(
        event_names.c.name.in_(wanted),
        event_names.c.role.in_([int(role) for role in match.roles]),
        sees_row(event_names, reader),
    )
    return events.c.position.in_(found)


def _begins(column: ColumnElement[str], beginning: str) -> ColumnElement[bool]:
    """Return the condition as a range, which an index answers; no canonical form holds the last character of Unicode."""
    return and_(column >= beginning, column < beginning + "\U0010ffff")


def _record_time(connection: Any, query: EventQuery) -> list[ColumnElement[bool]]:
    """Return a time of record as a range of positions: the chain's order is the order of its blocks' times."""
    conditions: list[ColumnElement[bool]] = []
    for bound, is_start in ((query.record_time_from, True), (query.record_time_before, False)):
        if bound is None:
            continue
        # A block of this very second is not before a bound within the second.
        seconds = -(-microseconds_of(bound) // 1_000_000)
        first = connection.execute(select(func.min(blocks.c.number)).where(blocks.c.timestamp >= seconds)).scalar_one()
        if first is None:
            conditions += [false()] if is_start else []
            continue
        edge = first_position(first)
        conditions.append(events.c.position >= edge if is_start else events.c.position < edge)
    return conditions


def _beyond(keys: list[Any], place: tuple[int, ...], descending: bool) -> ColumnElement[bool]:
    first: ColumnElement[bool] = keys[0] < place[0] if descending else keys[0] > place[0]
    if len(keys) == 1:
        return first
    second = keys[1] < place[1] if descending else keys[1] > place[1]
    # The outer comparison lets the index start at the place instead of weighing alternatives.
    outer = keys[0] <= place[0] if descending else keys[0] >= place[0]
    return and_(outer, or_(first, and_(keys[0] == place[0], second)))


def _token(query: EventQuery, last: FoundEvent) -> str:
    data = struct.pack(">cqq", b"t" if query.order is Order.EVENT_TIME else b"r", last.event_time, last.position)
    return base64.urlsafe_b64encode(data).decode().rstrip("=")


def _place(query: EventQuery) -> tuple[int, ...]:
    text = query.token or ""
    try:
        order, time, position = struct.unpack(">cqq", base64.urlsafe_b64decode(text + "=" * (-len(text) % 4)))
    except (ValueError, struct.error):
        raise PageTokenInvalid(text) from None
    if order != (b"t" if query.order is Order.EVENT_TIME else b"r"):
        raise PageTokenInvalid(text)
    return (time, position) if query.order is Order.EVENT_TIME else (position,)
