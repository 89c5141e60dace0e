"""Queries for EPCIS events: every predicate by an index, three orders, pages that go on where the last one ended.

Source: EPCIS 2.0, clause 8.2.7 (SimpleEventQuery). A predicate on a field that the reader may not see is not met, so that
neither rows nor their number tell what the field holds.

How: the rows of each predicate are counted up to a small limit. Where one has few, its rows are gathered, tested by seeks
and sorted. Where all have many, the one whose rows lie farthest apart is followed in order, and each row tested by seeks, until
the page is full: the cost follows the page, not the table. The chain's order is no index's but that of the events: the chain is
followed itself, or the keys of the rarest predicate are sorted in its index and followed. The order of an extension is followed
value by value: within one, events stand by time.
"""

from collections.abc import Iterator, Sequence
from copy import copy
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import ColumnElement, Connection, FromClause, Row, Select, func, literal, select, true

from store.columns import microseconds_of, table_of
from store.database import Mirror
from store.mirror.event_orders import ExtensionOrder
from store.mirror.joining import OrderedJoin
from store.mirror.place import Place
from store.mirror.positions import first_position
from store.mirror.sources import OF_EVENTS, Source, Sources, Stream
from store.mirror.standing_in_order import beyond, is_farther, keys_of, not_beyond
from store.mirror.tables import BlockRow
from store.reader import Reader
from traceability.querying.query import EVENT_TIME, RECORD_TIME, Order, Query, Window

MOST_EVENTS = 1000
"""Events on one page at most."""

FEW = 1_000
"""Rows that are gathered and sorted without a thought."""

SORTABLE = 20_000
"""Rows that are gathered and sorted by an extension where following its values has not filled the page."""

FEW_KEYS = 10_000
"""Rows whose keys alone are sorted by the chain's order, in the index, without a thought."""

MOST_KEYS = 100_000
"""The same where the chain was followed in vain."""

PATIENCE = 40_000
"""Rows of the chain that are followed before that."""

MANY = 1_000_000
"""Rows up to which predicates are compared by their number."""

SHORT_STRIDE = 500
"""Rows that are looked at in one statement at first where all of them are fetched before they are sorted."""

FIRST_STRIDE = 2_000
LONGEST_STRIDE = 32_000
"""The same where they come in order and the page may be full before: few at first, more where few of them are wanted."""

blocks = table_of(BlockRow)

CHAIN = Stream(OF_EVENTS, true())
"""All events, in the order of the chain."""


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
    key: bytes | None = None
    """Of the extension that gives the order."""

    @property
    def place(self) -> Place:
        """Return where it stands in its order."""
        return Place(self.event_time, self.position, self.key)


@dataclass(frozen=True, slots=True)
class EventPage:
    """One page of a query."""

    events: tuple[FoundEvent, ...]
    next: Place | None
    """After which event the next page begins; None on the last."""


def event_page(
    mirror: Mirror, query: Query, reader: Reader, *, limit: int = 100, after: Place | None = None
) -> EventPage:
    """Return a page of the events that meet a resolved query and that the reader may see."""
    limit = max(1, min(limit, MOST_EVENTS))
    if not query.is_resolved:
        raise ValueError("the query asks for master data: resolve it before")
    with mirror.reading() as connection:
        return _Search(connection, query, reader, limit + 1).page(after)


class _Search:
    """One page of one query in one transaction."""

    def __init__(self, connection: Connection, query: Query, reader: Reader, limit: int) -> None:
        self._connection = connection
        self._query = query
        self._limit = limit
        self._order = query.order
        self._sources = Sources(connection, query, reader)
        self._reader = reader
        self._positions = _positions(connection, query.record_time)

    def page(self, after: Place | None) -> EventPage:
        """Return the page that begins after a place; one event more than the page has is looked for."""
        is_plain = self._order.by in (EVENT_TIME, RECORD_TIME)
        found = self._found(self._order, after, self._limit) if is_plain else self._by_extension(after)
        page = found[: self._limit - 1]
        return EventPage(page, page[-1].place if len(found) >= self._limit else None)

    def _by_extension(self, after: Place | None) -> tuple[FoundEvent, ...]:
        """Return those that have the field in its order, then those that lack it, the newest first."""
        number = self._sources.field(self._order.by)
        found: list[FoundEvent] = []
        if number is not None:
            order = ExtensionOrder(self._sources.event, number, self._reader, descending=self._order.descending)
            few = self._fewest(self._order, None, FEW)
            if few is not None:
                return self._among_few(order, few, after)
            if after is None or after.key is not None:
                found = self._by_values(order, after)
                after = None
            self._sources.demand(order.lacking)
        if len(found) >= self._limit:
            return tuple(found)
        rest = self._found(Order(EVENT_TIME, descending=True), after, self._limit - len(found))
        return (*found, *rest)

    def _among_few(self, order: ExtensionOrder, few: Source, after: Place | None) -> tuple[FoundEvent, ...]:
        """Return the same where all that may be found is looked at: once for both."""
        found: dict[int, FoundEvent] = {}
        for stream in few.gathered:
            statement = self._base(stream, None).add_columns(order.least().label("key"))
            found |= {event.position: event for event in self._run(statement)}
        having = order.sorted([event for event in found.values() if event.key is not None])
        lacking = _merged([event for event in found.values() if event.key is None], Order(EVENT_TIME, descending=True))
        return tuple(event for event in (*having, *lacking) if after is None or order.is_after(event.place, after))[
            : self._limit
        ]

    def _by_values(self, order: ExtensionOrder, after: Place | None) -> list[FoundEvent]:
        """Follow an extension's values in strides; where many events have one value, look among these by time."""
        found: list[FoundEvent] = []
        stride, most = FIRST_STRIDE, self._sortable()
        while len(found) < self._limit:
            few = self._fewest(self._order, None, most) if most else None
            if few is not None:
                return found + self._sorted_by(order, few, after, self._limit - len(found))
            wanted = self._limit - len(found)
            begin, until = self._value_place(order, after, 1), self._value_place(order, after, stride)
            if begin is not None and until is not None and begin.key == until.key and until.key is not None:
                found += self._with_value(order, until.key, after, wanted)
                after = order.end_of(until.key)
            else:
                statement = order.statement(self._base(None, None), after, wanted, until)
                found += order.sorted(self._run(statement.where(*self._within(order.rows))))
                after = until
            if after is None:
                break
            stride, most = min(stride * 4, LONGEST_STRIDE), max(most, SORTABLE)
        return found[: self._limit]

    def _sorted_by(self, order: ExtensionOrder, few: Source, after: Place | None, wanted: int) -> list[FoundEvent]:
        found: list[FoundEvent] = []
        for stream in few.gathered:
            statement = order.statement(self._base(stream, None), after, wanted)
            found += self._run(statement.where(*self._within(order.rows)))
        return order.sorted(found)[:wanted]

    def _with_value(
        self, order: ExtensionOrder, value: bytes, after: Place | None, wanted: int
    ) -> Iterator[FoundEvent]:
        among = copy(self)
        among._sources = self._sources.narrowed(*order.with_value(value))
        by_time = Order(EVENT_TIME, descending=self._order.descending)
        begin = after if after is not None and after.key == value else None
        return (replace(event, key=value) for event in among._walked(by_time, begin, wanted))

    def _value_place(self, order: ExtensionOrder, after: Place | None, rows: int) -> Place | None:
        row = self._connection.execute(order.place(after, rows)).one_or_none()
        return None if row is None else Place(row[0], row[1], bytes(row[2]))

    def _found(self, order: Order, after: Place | None, limit: int) -> tuple[FoundEvent, ...]:
        if order.by == RECORD_TIME:
            return self._by_chain(order, after, limit)
        few = self._fewest(order, after, FEW)
        return self._walked(order, after, limit) if few is None else self._gathered(few, order, after, limit)

    def _sortable(self) -> int:
        # Values before those that are asked for would be passed one by one.
        is_asked_for = any(predicate.fields == (self._order.by,) for predicate in self._query.predicates)
        return MANY if is_asked_for else 0

    def _gathered(self, source: Source, order: Order, after: Place | None, limit: int) -> tuple[FoundEvent, ...]:
        found: list[FoundEvent] = []
        for stream in source.gathered:
            statement = self._base(stream, None).where(beyond(stream.table, order, after))
            found += self._run(statement.order_by(*keys_of(self._sources.event, order)).limit(limit))
        return tuple(_merged(found, order)[:limit])

    def _walked(self, order: Order, after: Place | None, limit: int) -> tuple[FoundEvent, ...]:
        """Follow the sparsest streams in order, in strides, until enough is found."""
        found: list[FoundEvent] = []
        stride = FIRST_STRIDE
        while True:
            # Chosen anew for each stride: rows that are rare here may be many elsewhere.
            streams, boundary = self._sparsest(order, after, stride)
            found += self._in_stride(streams, order, after, boundary, limit - len(found))
            if len(found) >= limit or boundary is None:
                return tuple(found[:limit])
            after = boundary
            stride = min(stride * 4, LONGEST_STRIDE)

    def _by_chain(self, order: Order, after: Place | None, limit: int) -> tuple[FoundEvent, ...]:
        """Follow the chain in strides; where a predicate has few rows, or enough were passed, follow these with their keys sorted."""
        found: list[FoundEvent] = []
        few = self._fewest(order, None, FEW_KEYS)
        stride, passed, is_patient = FIRST_STRIDE if few is None else SHORT_STRIDE, 0, few is None
        while True:
            if is_patient and passed >= PATIENCE:
                few, is_patient = self._fewest(order, None, MOST_KEYS), False
                stride = stride if few is None else SHORT_STRIDE
            streams = (CHAIN,) if few is None else few.gathered
            boundary = self._boundary(streams, order, after, stride)
            found += self._in_stride(streams, order, after, boundary, limit - len(found))
            if len(found) >= limit or boundary is None:
                return tuple(found[:limit])
            after, passed = boundary, passed + stride
            stride = min(stride * 4, LONGEST_STRIDE)

    def _in_stride(
        self, streams: Sequence[Stream], order: Order, after: Place | None, until: Place | None, limit: int
    ) -> list[FoundEvent]:
        found: list[FoundEvent] = []
        for stream in streams:
            rows = stream.table
            is_ordered = order.by == EVENT_TIME or stream is CHAIN
            statement = self._base(stream, order if is_ordered else None)
            keys = keys_of(rows if is_ordered else self._sources.event, order)
            statement = statement.where(beyond(rows, order, after), not_beyond(rows, order, until))
            found += self._run(statement.order_by(*keys).limit(limit))
        return _merged(found, order)

    def _sparsest(self, order: Order, after: Place | None, stride: int) -> tuple[Sequence[Stream], Place | None]:
        """Return the streams whose rows lie farthest apart, and how far a stride along them leads."""
        best: tuple[Sequence[Stream], Place | None] | None = None
        for source in self._sources.all:
            if source.in_order is None:
                continue
            boundary = self._boundary(source.in_order, order, after, stride)
            if boundary is None:
                return source.in_order, None
            if best is None or best[1] is None or is_farther(boundary, best[1], order):
                best = (source.in_order, boundary)
        if best is None:
            raise ValueError("no way to follow the events in order")
        return best

    def _boundary(self, streams: Sequence[Stream], order: Order, after: Place | None, stride: int) -> Place | None:
        """Return the place to which all of some streams can be followed by so many rows of the densest; None: to their ends."""
        nearest: Place | None = None
        for stream in streams:
            rows = stream.table
            statement = (
                select(rows.c.event_time if order.by == EVENT_TIME else literal(0), rows.c.position)
                .where(stream.condition, beyond(rows, order, after), *(() if stream is CHAIN else self._within(rows)))
                .order_by(*keys_of(rows, order))
                .limit(1)
                .offset(stride - 1)
            )
            row = self._connection.execute(statement).one_or_none()
            if row is not None:
                place = Place(row[0], row[1])
                if nearest is None or is_farther(nearest, place, order):
                    nearest = place
        return nearest

    def _fewest(self, order: Order, after: Place | None, most: int) -> Source | None:
        """Return the source with the fewest rows, if those are few enough to gather."""
        best: Source | None = None
        for source in reversed(self._sources.all):
            count = 0
            for stream in source.gathered:
                rows = stream.table
                some = select(literal(1)).select_from(rows).where(stream.condition, *self._within(rows)).limit(most + 1)
                if after is not None:
                    some = some.where(beyond(rows, order, after))
                count += self._connection.execute(select(func.count()).select_from(some.subquery())).scalar_one()
                if count > most:
                    break
            if count <= most:
                best, most = source, max(count - 1, 0)
                if count == 0:
                    break
        return best

    def _base(self, stream: Stream | None, order: Order | None) -> Select[Any]:
        """Return the statement for the events of a stream that meet every test."""
        event = self._sources.event
        columns = (event.c.commitment, event.c.position, event.c.organisation, event.c.event_time, event.c.record_time)
        statement = select(*columns).where(*self._sources.tests)
        if stream is None:
            return statement.where(*self._within(event))
        rows = stream.table
        joined = OrderedJoin(rows, event, event.c.position == rows.c.position)
        if order is None:
            # An event may have several rows that meet a predicate.
            statement = statement.distinct()
        return statement.select_from(joined).where(stream.condition, *self._within(rows))

    def _within(self, rows: FromClause) -> Iterator[ColumnElement[bool]]:
        window = self._query.event_time
        if window.beginning is not None:
            yield rows.c.event_time >= microseconds_of(window.beginning)
        if window.end is not None:
            yield rows.c.event_time < microseconds_of(window.end)
        first, beyond = self._positions
        if first is not None:
            yield rows.c.position >= first
        if beyond is not None:
            yield rows.c.position < beyond

    def _run(self, statement: Select[Any]) -> list[FoundEvent]:
        return [_event(row) for row in self._connection.execute(statement)]


def _event(row: Row[Any]) -> FoundEvent:
    key = getattr(row, "key", None)
    own = None if key is None else bytes(key)
    return FoundEvent(bytes(row.commitment), row.position, row.organisation, row.event_time, row.record_time, own)


def _positions(connection: Connection, window: Window) -> tuple[int | None, int | None]:
    """Return a time of record as a span of positions: the chain's order is the order of its blocks' times."""
    found: list[int | None] = []
    for bound, is_start in ((window.beginning, True), (window.end, False)):
        if bound is None:
            found.append(None)
            continue
        # A block of this very second is not before a bound within the second.
        seconds = -(-microseconds_of(bound) // 1_000_000)
        first = connection.execute(select(func.min(blocks.c.number)).where(blocks.c.timestamp >= seconds)).scalar_one()
        beyond_all = (1 << 63) - 1 if is_start else None
        found.append(beyond_all if first is None else first_position(first))
    return found[0], found[1]


def _merged(found: Sequence[FoundEvent], order: Order) -> list[FoundEvent]:
    """Return events of several streams in order, each once."""
    once = {event.position: event for event in found}

    def key(event: FoundEvent) -> tuple[int, ...]:
        return (event.event_time, event.position) if order.by == EVENT_TIME else (event.position,)

    return sorted(once.values(), key=key, reverse=order.descending)
