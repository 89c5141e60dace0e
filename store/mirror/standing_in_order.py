"""Where rows and events stand in an order by time or by the chain, as conditions for an index and as comparisons."""

from typing import Any

from sqlalchemy import ColumnElement, FromClause, and_, or_, true

from store.mirror.place import Place
from traceability.querying.query import EVENT_TIME, RECORD_TIME, Order


def keys_of(rows: FromClause, order: Order) -> list[ColumnElement[Any]]:
    """Return what rows are ordered by."""
    keys = [rows.c.event_time, rows.c.position] if order.by == EVENT_TIME else [rows.c.position]
    return [key.desc() if order.descending else key.asc() for key in keys]


def beyond(rows: FromClause, order: Order, place: Place | None) -> ColumnElement[bool]:
    """Return the condition that a row comes after a place."""
    return true() if place is None else _compared(rows, order, place, after=True)


def not_beyond(rows: FromClause, order: Order, place: Place | None) -> ColumnElement[bool]:
    """Return the condition that a row does not come after a place."""
    return true() if place is None else _compared(rows, order, place, after=False)


def _compared(rows: FromClause, order: Order, place: Place, *, after: bool) -> ColumnElement[bool]:
    falls = order.descending == after
    position = rows.c.position
    if order.by == RECORD_TIME:
        # One comparison, no alternatives: it bounds the rows that are read.
        if after:
            return position < place.position if falls else position > place.position
        return position <= place.position if falls else position >= place.position
    time = rows.c.event_time
    beside = position < place.position if falls else position > place.position
    if not after:
        beside = or_(beside, position == place.position)
    strictly = time < place.event_time if falls else time > place.event_time
    # The outer comparison lets the index start at the place instead of weighing alternatives.
    outer = time <= place.event_time if falls else time >= place.event_time
    return and_(outer, or_(strictly, and_(time == place.event_time, beside)))


def is_farther(one: Place, other: Place, order: Order) -> bool:
    """Return whether a place comes after another in an order."""
    mine, theirs = (
        ((one.event_time, one.position), (other.event_time, other.position))
        if order.by == EVENT_TIME
        else ((one.position,), (other.position,))
    )
    return mine < theirs if order.descending else mine > theirs
