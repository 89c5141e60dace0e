"""The values that occur in the events a reader may see (EPCIS 2.0, clause 12.7.3: the six top-level resources)."""

from enum import StrEnum

from sqlalchemy import ColumnElement, Connection, exists, func, literal, select

from store.columns import table_of
from store.database import Mirror
from store.mirror.event_tables import FieldRow, NameRow, ShapeRow
from store.mirror.projecting import event_names, event_values, events
from store.mirror.seeing import sees_row
from store.mirror.sources import STATEMENTS
from store.reader import Reader
from traceability.querying.keys import text_key, text_of

names = table_of(NameRow)
shapes = table_of(ShapeRow)
fields = table_of(FieldRow)


class Resource(StrEnum):
    """What is listed, in the words of the REST binding."""

    EPCS = "epcs"
    BIZ_STEPS = "bizSteps"
    BIZ_LOCATIONS = "bizLocations"
    READ_POINTS = "readPoints"
    DISPOSITIONS = "dispositions"
    EVENT_TYPES = "eventTypes"


COLUMNS = {
    Resource.BIZ_STEPS: "biz_step",
    Resource.BIZ_LOCATIONS: "biz_location",
    Resource.READ_POINTS: "read_point",
    Resource.DISPOSITIONS: "disposition",
    Resource.EVENT_TYPES: "event_type",
}
FIELDS = {
    Resource.BIZ_STEPS: "bizStep",
    Resource.BIZ_LOCATIONS: "bizLocation",
    Resource.READ_POINTS: "readPoint",
    Resource.DISPOSITIONS: "disposition",
    Resource.EVENT_TYPES: "type",
}
OF_SHAPE = frozenset({Resource.BIZ_STEPS, Resource.DISPOSITIONS, Resource.EVENT_TYPES})


def vocabulary(
    mirror: Mirror, resource: Resource, reader: Reader, limit: int = 100, after: str = ""
) -> tuple[str, ...]:
    """Return values in the order of their bytes, from the one after `after`."""
    if resource is Resource.EPCS:
        return _names(mirror, reader, limit, after)
    with mirror.reading() as connection:
        return _Values(connection, resource, reader).after(after, limit)


def _names(mirror: Mirror, reader: Reader, limit: int, after: str) -> tuple[str, ...]:
    named = exists().where(event_names.c.name == names.c.id, sees_row(event_names, reader))
    query = select(names.c.text).where(names.c.text > after, named).order_by(names.c.text).limit(limit)
    with mirror.reading() as connection:
        return tuple(connection.execute(query).scalars())


class _Values:
    """The values of one field: those of columns, and those that lie apart because not everyone may know them."""

    def __init__(self, connection: Connection, resource: Resource, reader: Reader) -> None:
        self._connection = connection
        self._column = COLUMNS[resource]
        self._of_shape = resource in OF_SHAPE
        self._sees = [sees_row(events, reader), events.c.kind.not_in(STATEMENTS)]
        self._sees_apart = sees_row(event_values, reader)
        self._field = connection.execute(
            select(fields.c.id).where(fields.c.name == FIELDS[resource])
        ).scalar_one_or_none()

    def after(self, last: str, limit: int) -> tuple[str, ...]:
        """Step from value to value along the indexes: the cost follows the values, not the events."""
        found: list[str] = []
        while len(found) < limit:
            following = [value for value in (self._in_column(last), self._apart(last)) if value is not None]
            if not following:
                break
            last = min(following, key=str.encode)
            found.append(last)
        return tuple(found)

    def _in_column(self, last: str) -> str | None:
        if not self._of_shape:
            column = events.c[self._column]
            return self._connection.execute(
                select(func.min(column)).where(column > last, *self._sees)
            ).scalar_one_or_none()
        column = shapes.c[self._column]
        while True:
            # A shape whose events this reader may not see tells him nothing: go on to the next value.
            value: str | None = self._connection.execute(select(func.min(column)).where(column > last)).scalar_one()
            if value is None or self._occurs(column == value):
                return value
            last = value

    def _occurs(self, of_shape: ColumnElement[bool]) -> bool:
        for number in self._connection.execute(select(shapes.c.id).where(of_shape)).scalars().all():
            seen = select(literal(1)).where(events.c.shape == number, *self._sees).limit(1)
            if self._connection.execute(seen).one_or_none() is not None:
                return True
        return False

    def _apart(self, last: str) -> str | None:
        if self._field is None:
            return None
        value = event_values.c.value
        here = event_values.c.field == self._field
        key = self._connection.execute(
            select(value)
            .where(here, value > text_key(last), self._sees_apart)
            .order_by(value, event_values.c.event_time, event_values.c.position)
            .limit(1)
        ).scalar_one_or_none()
        return None if key is None else text_of(bytes(key))
