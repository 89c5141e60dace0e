"""The values that occur in the events a reader may see (EPCIS 2.0, clause 12.7.3: the six top-level resources)."""

from enum import StrEnum

from sqlalchemy import exists, func, or_, select

from store.columns import table_of
from store.database import Mirror
from store.mirror.event_queries import HIDEABLE
from store.mirror.event_tables import NameRow
from store.mirror.projecting import event_names, events
from store.mirror.seeing import sees_row, sees_whole
from store.reader import Reader

names = table_of(NameRow)


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


def vocabulary(
    mirror: Mirror, resource: Resource, reader: Reader, limit: int = 100, after: str = ""
) -> tuple[str, ...]:
    """Return values in the order of their bytes, from the one after `after`."""
    return (
        _names(mirror, reader, limit, after)
        if resource is Resource.EPCS
        else _values(mirror, resource, reader, limit, after)
    )


def _names(mirror: Mirror, reader: Reader, limit: int, after: str) -> tuple[str, ...]:
    named = exists().where(event_names.c.name == names.c.id, sees_row(event_names, reader))
    query = select(names.c.text).where(names.c.text > after, named).order_by(names.c.text).limit(limit)
    with mirror.reading() as connection:
        return tuple(connection.execute(query).scalars())


def _values(mirror: Mirror, resource: Resource, reader: Reader, limit: int, after: str) -> tuple[str, ...]:
    """Step from value to value along the index: the cost follows the values, not the events."""
    column = events.c[COLUMNS[resource]]
    bit = HIDEABLE.get(COLUMNS[resource])
    seen = [sees_row(events, reader)]
    if bit is not None:
        shown = events.c.hidden.op("&")(int(bit)) == 0
        seen.append(shown if reader.organisation is None else or_(shown, sees_whole(events, reader)))
    found: list[str] = []
    with mirror.reading() as connection:
        last = after
        while len(found) < limit:
            value = connection.execute(select(func.min(column)).where(column > last, *seen)).scalar_one()
            if value is None:
                break
            found.append(value)
            last = value
    return tuple(found)
