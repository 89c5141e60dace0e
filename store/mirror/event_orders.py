"""The order of an extension field (`orderBy`, EPCIS 2.0, clause 8.2.7.1): numbers, then times, then texts by their bytes.

A field with several values counts by its least. Events that lack the field come after all others.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, FromClause, Select, and_, exists, or_, select

from store.mirror.joining import OrderedJoin
from store.mirror.place import Place
from store.mirror.projecting import event_values
from store.mirror.seeing import sees_row
from store.mirror.sources import OF_VALUES, Source, Stream, by_position
from store.reader import Reader
from traceability.querying.keys import NUMBER, NUMBER_IN_TEXT

if TYPE_CHECKING:
    from store.mirror.event_queries import FoundEvent


_ORDERING, _LACKED, _LESS = event_values.alias("o"), event_values.alias("lacked"), event_values.alias("less")


class ExtensionOrder:
    """The values of one field as a reader sees them, in order."""

    def __init__(self, event: FromClause, field: int | None, reader: Reader, *, descending: bool) -> None:
        """Order the events of an alias by a field, given by its number."""
        self._event = event
        self._reader = reader
        self._descending = descending
        self.rows = _ORDERING
        """The alias of the values that give the order."""
        mine, less = _LACKED, _LESS

        def typed(rows: FromClause) -> list[ColumnElement[bool]]:
            # Mere existence, and numbers that a text holds, give no order.
            return [rows.c.value >= NUMBER, rows.c.value < NUMBER_IN_TEXT, sees_row(rows, reader)]

        self._field = field
        self._own = [
            *typed(self.rows),
            ~exists().where(
                less.c.position == self.rows.c.position,
                by_position(less) == field,
                less.c.value < self.rows.c.value,
                *typed(less),
            ),
        ]
        self.lacking: ColumnElement[bool] = ~exists().where(
            mine.c.position == event.c.position, by_position(mine) == field, *typed(mine)
        )
        """The condition that an event has no value there that gives an order."""

    def least(self) -> ColumnElement[bytes]:
        """Return the value of an event that counts, NULL where it has none."""
        mine = _LACKED
        typed = (mine.c.value >= NUMBER, mine.c.value < NUMBER_IN_TEXT, sees_row(mine, self._reader))
        least = (
            select(mine.c.value)
            .where(mine.c.position == self._event.c.position, by_position(mine) == self._field, *typed)
            .order_by(mine.c.value)
            .limit(1)
        )
        return least.correlate(self._event).scalar_subquery()

    def place(self, after: Place | None, rows: int) -> Select[Any]:
        """Return the statement for the place so many rows after another, whoever may see them."""
        of = self.rows
        keys = (of.c.value, of.c.event_time, of.c.position)
        statement = select(of.c.event_time, of.c.position, of.c.value).where(
            of.c.field == self._field, of.c.value >= NUMBER, of.c.value < NUMBER_IN_TEXT
        )
        if after is not None:
            statement = statement.where(self._beyond(keys, after))
        return statement.order_by(*self._ordered(keys)).limit(1).offset(rows - 1)

    def with_value(self, value: bytes) -> tuple[Source, ColumnElement[bool]]:
        """Return how to find the events that have a value, and the condition that it is the one that counts."""
        rows, mine = OF_VALUES, self.rows
        stream = Stream(rows, and_(rows.c.field == self._field, rows.c.value == value))
        counts = exists().where(
            mine.c.field == self._field,
            mine.c.value == value,
            mine.c.event_time == self._event.c.event_time,
            mine.c.position == self._event.c.position,
            *self._own,
        )
        return Source((stream,), (stream,)), counts

    def end_of(self, value: bytes) -> Place:
        """Return the place after all events that have a value."""
        least, most = -(1 << 63), (1 << 63) - 1
        last = least if self._descending else most
        return Place(last, last, value)

    def statement(self, base: Select[Any], after: Place | None, limit: int, until: Place | None = None) -> Select[Any]:
        """Return the statement for the first events after a place, and not after another."""
        rows = self.rows
        (source,) = base.get_final_froms()
        keys: tuple[ColumnElement[Any], ...]
        if source is self._event:
            # The order is that of the index.
            joined = OrderedJoin(rows, self._event, rows.c.position == self._event.c.position)
            statement = base.select_from(joined).where(rows.c.field == self._field)
            keys = (rows.c.value, rows.c.event_time, rows.c.position)
        else:
            joined = OrderedJoin(source, rows, rows.c.position == self._event.c.position)
            statement = base.select_from(joined).where(by_position(rows) == self._field)
            keys = (rows.c.value, self._event.c.event_time, self._event.c.position)
        if after is not None:
            statement = statement.where(self._beyond(keys, after))
        if until is not None:
            statement = statement.where(self._until(keys, until))
        statement = statement.add_columns(rows.c.value.label("key")).where(*self._own)
        return statement.order_by(*self._ordered(keys)).limit(limit)

    def is_after(self, place: Place, other: Place) -> bool:
        """Return whether a place comes after another; those without a value come last, the newest first."""
        mine, its = (place.event_time, place.position), (other.event_time, other.position)
        if place.key is None or other.key is None:
            return mine < its if place.key == other.key else place.key is None
        keyed, others = (place.key, *mine), (other.key, *its)
        return keyed < others if self._descending else keyed > others

    def sorted(self, found: Sequence["FoundEvent"]) -> list["FoundEvent"]:
        """Return events of several streams in order, each once."""
        once = {event.position: event for event in found}
        return sorted(
            once.values(),
            key=lambda event: (event.key or b"", event.event_time, event.position),
            reverse=self._descending,
        )

    def _ordered(self, keys: Sequence[ColumnElement[Any]]) -> list[ColumnElement[Any]]:
        return [key.desc() if self._descending else key.asc() for key in keys]

    def _beyond(self, keys: Sequence[ColumnElement[Any]], place: Place) -> ColumnElement[bool]:
        first, second, third = keys
        value, time, position = place.key, place.event_time, place.position
        if self._descending:
            beside = or_(second < time, and_(second == time, third < position))
            return and_(first <= value, or_(first < value, beside))
        beside = or_(second > time, and_(second == time, third > position))
        return and_(first >= value, or_(first > value, beside))

    def _until(self, keys: Sequence[ColumnElement[Any]], place: Place) -> ColumnElement[bool]:
        first, second, third = keys
        value, time, position = place.key, place.event_time, place.position
        if self._descending:
            beside = or_(second > time, and_(second == time, third >= position))
            return and_(first >= value, or_(first > value, beside))
        beside = or_(second < time, and_(second == time, third <= position))
        return and_(first <= value, or_(first < value, beside))
