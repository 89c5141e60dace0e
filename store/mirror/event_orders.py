"""The order of an extension field (`orderBy`, EPCIS 2.0, clause 8.2.7.1): numbers, then times, then texts by their bytes.

A field with several values counts by its least. Events that lack the field come after all others.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, FromClause, Select, and_, exists, or_

from store.mirror.joining import OrderedJoin
from store.mirror.place import Place
from store.mirror.projecting import event_values
from store.mirror.seeing import sees_row
from store.mirror.sources import by_position
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

    def statement(self, base: Select[Any], after: Place | None, limit: int) -> Select[Any]:
        """Return the statement for the first events after a place."""
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
            statement = statement.where(self._beyond(keys, (after.key, after.event_time, after.position)))
        ordered = (key.desc() if self._descending else key.asc() for key in keys)
        return statement.add_columns(rows.c.value.label("key")).where(*self._own).order_by(*ordered).limit(limit)

    def sorted(self, found: Sequence["FoundEvent"]) -> list["FoundEvent"]:
        """Return events of several streams in order, each once."""
        once = {event.position: event for event in found}
        return sorted(
            once.values(),
            key=lambda event: (event.key or b"", event.event_time, event.position),
            reverse=self._descending,
        )

    def _beyond(self, keys: Sequence[ColumnElement[Any]], place: Sequence[Any]) -> ColumnElement[bool]:
        (first, second, third), (value, time, position) = keys, place
        if self._descending:
            beside = or_(second < time, and_(second == time, third < position))
            return and_(first <= value, or_(first < value, beside))
        beside = or_(second > time, and_(second == time, third > position))
        return and_(first >= value, or_(first > value, beside))
