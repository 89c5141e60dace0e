"""What a firm holds: the things that it made, received or took out of a package last, and has not given away.

What is packed or built in is held through its package or asset and not listed beside it.
"""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, and_, exists, or_, select

from store.columns import microseconds_of, moment_of, table_of
from store.database import Mirror
from store.errors import PageTokenInvalid
from store.mirror.event_tables import NameRow
from store.mirror.projecting import custody
from store.mirror.seeing import sees_row, stands
from store.reader import Reader

names = table_of(NameRow)


@dataclass(frozen=True, slots=True)
class Holding:
    """One thing that a firm holds."""

    identifier: str
    """Canonical form."""
    since: datetime
    """Aware UTC time of the event after which the firm holds it."""
    position: int
    """Position of that event."""

    @property
    def place(self) -> str:
        """Return the place in the list, to go on from."""
        return f"{microseconds_of(self.since)} {self.position} {self.identifier}"


def holdings(
    mirror: Mirror, organisation: int, reader: Reader, limit: int = 100, after: str | None = None
) -> tuple[Holding, ...]:
    """Return what an organisation holds by the word of the events that the reader may see, from the one after a place.

    The order is that of these events: one by the numbers of names would tell what was first named where the reader may not look.

    Raises:
        PageTokenInvalid: if `after` is no place of such a list.
    """
    later = custody.alias("later")
    newer = or_(
        later.c.event_time > custody.c.event_time,
        (later.c.event_time == custody.c.event_time) & (later.c.position > custody.c.position),
    )
    superseded = exists().where(later.c.name == custody.c.name, newer, sees_row(later, reader), stands(later, reader))
    query = (
        select(names.c.text, custody.c.event_time, custody.c.position)
        .join(names, names.c.id == custody.c.name)
        .where(
            custody.c.organisation == organisation,
            sees_row(custody, reader),
            stands(custody, reader),
        )
        .where(~superseded)
        .order_by(custody.c.event_time, custody.c.position, names.c.text)
        .limit(limit)
    )
    if after is not None:
        query = query.where(_beyond(after))
    with mirror.reading() as connection:
        return tuple(Holding(row.text, moment_of(row.event_time), row.position) for row in connection.execute(query))


def _beyond(place: str) -> ColumnElement[bool]:
    try:
        time, position, text = place.split(" ", 2)
        moment, where = int(time), int(position)
    except ValueError:
        raise PageTokenInvalid(place) from None
    within = and_(custody.c.position == where, names.c.text > text)
    # The first comparison lets the index start at the place.
    return and_(custody.c.event_time >= moment, or_(custody.c.event_time > moment, custody.c.position > where, within))
