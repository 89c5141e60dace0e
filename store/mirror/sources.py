"""What a predicate of a query is in the mirror: streams of rows that meet it, and a test of a single event.

A stream is a range of one index. Where a predicate asks for one value, its stream comes in the order of event times; where for
many or for a span, it has no order and must be gathered.
"""

from collections.abc import Mapping, Sequence
from copy import copy
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, FromClause, and_, exists, false, or_, select, true

from store.columns import table_of
from store.mirror.event_tables import FieldRow, NameRow, ShapeRow
from store.mirror.projecting import event_names, event_readers, event_values, events
from store.mirror.projection import NameRole, Shown
from store.mirror.seeing import sees_row
from store.reader import Reader
from traceability.ledger.meta import Kind
from traceability.querying.keys import text_of
from traceability.querying.query import Predicate, Query, Span

names = table_of(NameRow)
fields = table_of(FieldRow)
shapes = table_of(ShapeRow)

# Made once: an alias of a table costs more than the statement in which it stands.
EVENT = events.alias("e")
"""The event that a statement finds."""
OF_EVENTS, OF_READERS = events.alias("d"), event_readers.alias("d")
OF_NAMES, OF_VALUES = event_names.alias("d"), event_values.alias("d")
"""The rows of a stream."""
OWN_NAMES, OWN_VALUES, OWN_TEXTS = event_names.alias("n"), event_values.alias("v"), names.alias("t")
"""The rows of the event that is tested."""

MOST_STREAMS = 16
"""Streams that are followed side by side; a predicate that would need more is gathered or tested."""

MOST_KNOWN = 500
"""Shapes or names that are put into a statement one by one."""

STATEMENTS = (int(Kind.DESCRIBE), int(Kind.FORGET))
"""Kinds of what is on the chain and is no EPCIS event."""

SHAPES: Mapping[str, str] = {
    "type": "event_type",
    "action": "action",
    "bizStep": "biz_step",
    "disposition": "disposition",
}
PLACES: Mapping[str, str] = {"readPoint": "read_point", "bizLocation": "biz_location"}
ROLES: Mapping[str, NameRole] = {
    "epcList": NameRole.SUBJECT,
    "parentID": NameRole.PARENT,
    "childEPCs": NameRole.CHILD,
    "inputEPCList": NameRole.INPUT,
    "outputEPCList": NameRole.OUTPUT,
    "quantityList": NameRole.SUBJECT_CLASS,
    "childQuantityList": NameRole.CHILD_CLASS,
    "inputQuantityList": NameRole.INPUT_CLASS,
    "outputQuantityList": NameRole.OUTPUT_CLASS,
}


@dataclass(frozen=True, slots=True)
class Stream:
    """A range of an index: `table` has `event_time` and `position`."""

    table: FromClause
    condition: ColumnElement[bool]


@dataclass(frozen=True, slots=True)
class Source:
    """One way to find all events that meet a predicate (or more)."""

    gathered: tuple[Stream, ...]
    """As few streams as can be, in no order."""
    in_order: tuple[Stream, ...] | None = None
    """Streams whose rows come by event time and position, each event once; where there are few enough."""


class Sources:
    """The predicates of one query for one reader, in one transaction."""

    def __init__(self, connection: Connection, query: Query, reader: Reader) -> None:
        self._connection = connection
        self._reader = reader
        self._fields = self._numbers(
            {field for predicate in query.predicates for field in (*predicate.fields, *predicate.class_fields)}
        )
        self.event = EVENT
        self._cheap: list[ColumnElement[bool]] = [self.event.c.kind.not_in(STATEMENTS)]
        self._dear: list[ColumnElement[bool]] = []
        self._sees = sees_row(self.event, reader)
        self.all: list[Source] = [self._visible()]
        """Each is a superset of the answer; the first is everything that the reader may know of."""
        of_shape: list[tuple[str, Predicate]] = []
        for predicate in query.predicates:
            first = predicate.fields[0]
            if len(predicate.fields) == 1 and first in SHAPES:
                of_shape.append((first, predicate))
            elif len(predicate.fields) == 1 and first in PLACES:
                self._of_place(first, predicate)
            elif first == "eventID":
                self._of_id(predicate)
            elif first in ROLES and all(field in ROLES for field in predicate.fields):
                self._of_names(predicate)
            else:
                self._of_values(predicate)
        if of_shape:
            self._of_shapes(of_shape)

    @property
    def tests(self) -> tuple[ColumnElement[bool], ...]:
        """Return what every event found must meet: columns first, then what takes a seek in another table."""
        return (*self._cheap, self._sees, *self._dear)

    def demand(self, condition: ColumnElement[bool]) -> None:
        """Add something that every event found must meet."""
        self._dear.append(condition)

    def narrowed(self, source: Source, condition: ColumnElement[bool]) -> "Sources":
        """Return the same with one more way to find the events, and what it is about."""
        narrowed = copy(self)
        narrowed.all = [*self.all, source]
        narrowed._dear = [condition, *self._dear]
        return narrowed

    def field(self, name: str) -> int | None:
        """Return the number of a field, or None where no event has it."""
        return self._numbers({name}).get(name)

    def _numbers(self, wanted: set[str]) -> dict[str, int]:
        found = self._connection.execute(select(fields.c.name, fields.c.id).where(fields.c.name.in_(sorted(wanted))))
        return dict(found.all())

    def _visible(self) -> Source:
        event = OF_EVENTS
        levels = (0,) if self._reader.organisation is None else (0, 1)
        streams = [Stream(event, event.c.audience == level) for level in levels]
        if self._reader.subjects:
            named = OF_READERS
            streams += [Stream(named, named.c.organisation == subject) for subject in self._reader.subjects if subject]
        # However many they are: this way to follow the events there must always be.
        return Source(tuple(streams), tuple(streams))

    def _of_shapes(self, wanted: Sequence[tuple[str, Predicate]]) -> None:
        """Add type, action, step and disposition: together they are a few shapes, and no event meets two that exclude each other."""
        joint = self._shapes([(SHAPES[field], predicate) for field, predicate in wanted])
        streams: list[Stream] | None = None
        event = OF_EVENTS
        if joint is not None:
            streams = [Stream(event, event.c.shape == number) for number in joint]
        together = [] if not joint else [Stream(event, event.c.shape.in_(joint))]
        for field, predicate in wanted:
            own = self._shapes([(SHAPES[field], predicate)])
            here = (
                self.event.c.shape.in_(own)
                if own is not None
                else exists().where(shapes.c.id == self.event.c.shape, shapes.c[SHAPES[field]].in_(_texts(predicate)))
            )
            apart, test = self._apart(predicate)
            self._cheap.append(or_(here, test))
            together += apart
            streams = None if streams is None else [*streams, *apart]
        if joint is None:
            return
        in_order = tuple(streams) if streams is not None and len(streams) <= MOST_STREAMS else None
        self.all.append(Source(tuple(together), in_order))

    def _shapes(self, wanted: Sequence[tuple[str, Predicate]]) -> list[int] | None:
        """Return the shapes that meet all of some predicates, or None where they are too many to name."""
        conditions = [shapes.c[column].in_(_texts(predicate)) for column, predicate in wanted]
        found = self._connection.execute(select(shapes.c.id).where(*conditions).limit(MOST_KNOWN + 1)).scalars().all()
        return None if len(found) > MOST_KNOWN else sorted(found)

    def _of_place(self, field: str, predicate: Predicate) -> None:
        event, texts = OF_EVENTS, _texts(predicate)
        column = PLACES[field]
        apart, test = self._apart(predicate)
        self._cheap.append(or_(self.event.c[column].in_(texts), test))
        streams = [Stream(event, event.c[column] == text) for text in texts]
        together = Stream(event, event.c[column].in_(texts))
        in_order = (*streams, *apart) if len(streams) + len(apart) <= MOST_STREAMS else None
        self.all.append(Source((together, *apart), in_order))

    def _apart(self, predicate: Predicate) -> tuple[list[Stream], ColumnElement[bool]]:
        """Return streams and test of the values of a column that lie in `event_values`, since not everyone may know them."""
        number = self._fields.get(predicate.fields[0])
        if number is None:
            return [], false()
        rows, own = OF_VALUES, OWN_VALUES
        return [Stream(rows, and_(rows.c.field == number, rows.c.value.in_(predicate.values)))], exists().where(
            own.c.field == number,
            own.c.value.in_(predicate.values),
            own.c.event_time == self.event.c.event_time,
            own.c.position == self.event.c.position,
            sees_row(own, self._reader),
        )

    def _of_id(self, predicate: Predicate) -> None:
        texts, event = _texts(predicate), OF_EVENTS
        apart, test = self._apart(predicate)
        streams: list[Stream] = [*apart]
        tests = [test]
        for column, bit in (("event_id", Shown.EVENT_ID), ("event_hash", Shown.EVENT_HASH)):
            streams.append(Stream(event, event.c[column].in_(texts)))
            tests.append(and_(self.event.c[column].in_(texts), self.event.c.shown.op("&")(int(bit)) != 0))
        self._dear.append(or_(*tests))
        self.all.append(Source(tuple(streams)))

    def _of_names(self, predicate: Predicate) -> None:
        """Add things and classes, by name, by the beginnings of names, or by product class."""
        roles = [int(ROLES[field]) for field in predicate.fields]
        known = self._named(predicate) if predicate.values or predicate.spans else []
        gathered, in_order, test = self._of_classes(predicate)
        tests: list[ColumnElement[bool]] = [] if test is None else [test]
        if known is None:
            gathered.append(self._by_beginnings(predicate, roles, tests))
            in_order = None
        elif known:
            gathered.append(self._by_names(known, roles, tests))
            if in_order is not None:
                # Apart by role too, so that no stream has two rows of one event.
                rows = OF_NAMES
                in_order += [
                    Stream(rows, and_(rows.c.name == number, rows.c.role == one)) for number in known for one in roles
                ]
        self._dear.append(or_(false(), *tests))
        few = in_order is not None and len(in_order) <= MOST_STREAMS
        self.all.append(Source(tuple(gathered), tuple(in_order or ()) if few else None))

    def _of_classes(self, predicate: Predicate) -> tuple[list[Stream], list[Stream] | None, ColumnElement[bool] | None]:
        numbers = [self._fields[field] for field in predicate.class_fields if field in self._fields]
        if not numbers:
            return [], [], None
        rows, own = OF_VALUES, OWN_VALUES
        test = exists().where(
            own.c.field.in_(numbers),
            own.c.value.in_(predicate.classes),
            own.c.event_time == self.event.c.event_time,
            own.c.position == self.event.c.position,
            sees_row(own, self._reader),
        )
        together = Stream(rows, and_(rows.c.field.in_(numbers), rows.c.value.in_(predicate.classes)))
        in_order = [
            Stream(rows, and_(rows.c.field == number, rows.c.value == key))
            for number in numbers
            for key in predicate.classes
        ]
        return [together], in_order, test

    def _by_beginnings(self, predicate: Predicate, roles: list[int], tests: list[ColumnElement[bool]]) -> Stream:
        rows, own, named, mine = OF_NAMES, OWN_NAMES, names, OWN_TEXTS
        tests.append(
            exists().where(
                own.c.position == self.event.c.position,
                own.c.role.in_(roles),
                sees_row(own, self._reader),
                mine.c.id == own.c.name,
                _among(mine.c.text, predicate),
            )
        )
        within = rows.c.name.in_(select(named.c.id).where(_among(named.c.text, predicate)))
        return Stream(rows, and_(within, rows.c.role.in_(roles)))

    def _by_names(self, known: list[int], roles: list[int], tests: list[ColumnElement[bool]]) -> Stream:
        rows, own = OF_NAMES, OWN_NAMES
        tests.append(
            exists().where(
                own.c.name.in_(known),
                own.c.event_time == self.event.c.event_time,
                own.c.position == self.event.c.position,
                own.c.role.in_(roles),
                sees_row(own, self._reader),
            )
        )
        return Stream(rows, and_(rows.c.name.in_(known), rows.c.role.in_(roles)))

    def _named(self, predicate: Predicate) -> list[int] | None:
        """Return the numbers of the names that are asked for, or None where they are too many to name."""
        query = select(names.c.id).where(_among(names.c.text, predicate)).limit(MOST_KNOWN + 1)
        found = self._connection.execute(query).scalars().all()
        return None if len(found) > MOST_KNOWN else sorted(found)

    def _of_values(self, predicate: Predicate) -> None:
        rows, own = OF_VALUES, OWN_VALUES
        numbers = [self._fields[field] for field in predicate.fields if field in self._fields]
        is_exact = not predicate.spans and not predicate.exists
        # Exact values are sought by the primary key; for others the few rows of the event are looked at.
        place = (
            (own.c.field.in_(numbers), own.c.event_time == self.event.c.event_time)
            if is_exact
            else (by_position(own).in_(numbers),)
        )
        here = (own.c.position == self.event.c.position, *place, self._value(own, predicate))
        self._dear.append(exists().where(*here, sees_row(own, self._reader)))
        together = Stream(rows, and_(rows.c.field.in_(numbers), self._value(rows, predicate)))
        in_order = None
        if is_exact and len(numbers) * len(predicate.values) <= MOST_STREAMS:
            in_order = tuple(
                Stream(rows, and_(rows.c.field == number, rows.c.value == value))
                for number in numbers
                for value in predicate.values
            )
        self.all.append(Source((together,), in_order))

    def _value(self, rows: FromClause, predicate: Predicate) -> ColumnElement[bool]:
        if predicate.exists:
            return true()
        alternatives: list[ColumnElement[bool]] = [rows.c.value.in_(predicate.values)] if predicate.values else []
        alternatives += [and_(rows.c.value >= low, rows.c.value < high) for low, high in predicate.spans]
        return or_(false(), *alternatives)


def by_position(rows: FromClause) -> ColumnElement[int]:
    """Return the field of rows of `event_values` so that no index offers itself for it: the few rows of the event are looked at.

    Without figures of its own SQLite would rather look through all events that have the field.
    """
    return rows.c.field.op("+")(0)


def _texts(predicate: Predicate) -> list[str]:
    return [text for key in predicate.values if (text := text_of(key)) is not None]


def _among(column: ColumnElement[str], predicate: Predicate) -> ColumnElement[bool]:
    texts = _texts(predicate)
    alternatives: list[ColumnElement[bool]] = [column.in_(texts)] if texts else []
    alternatives += [_within(column, span) for span in predicate.spans]
    return or_(false(), *alternatives)


def _within(column: ColumnElement[str], span: Span) -> ColumnElement[bool]:
    """Return the condition on a text that a span of keys is: keys of texts are their UTF-8, and so is the order of the column."""
    low, high = span[0][1:].decode(), span[1][1:]
    if high.endswith(b"\xff"):
        return and_(column >= low, column < high[:-1].decode() + "\U0010ffff")
    return column == low
