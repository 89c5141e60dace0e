"""What a firm holds: the things that it made, received or took out of a package last, and has not given away.

What is packed or built in is held through its package or asset and not listed beside it.
"""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import exists, or_, select

from store.columns import moment_of, table_of
from store.database import Mirror
from store.mirror.event_tables import NameRow
from store.mirror.projecting import custody
from store.mirror.seeing import sees_row, stands
from store.reader import Reader

names = table_of(NameRow)


@dataclass(frozen=True, slots=True)
class Holding:
    """One thing that a firm holds."""

    number: int
    """Place in the list, to go on from."""
    identifier: str
    """Canonical form."""
    since: datetime
    """Aware UTC time of the event after which the firm holds it."""
    position: int
    """Position of that event."""


def holdings(
    mirror: Mirror, organisation: int, reader: Reader, limit: int = 100, after: int = 0
) -> tuple[Holding, ...]:
    """Return what an organisation holds by the word of the events that the reader may see, from the one after `after`."""
    later = custody.alias("later")
    newer = or_(
        later.c.event_time > custody.c.event_time,
        (later.c.event_time == custody.c.event_time) & (later.c.position > custody.c.position),
    )
    superseded = exists().where(later.c.name == custody.c.name, newer, sees_row(later, reader), stands(later))
    query = (
        select(custody.c.name, names.c.text, custody.c.event_time, custody.c.position)
        .join(names, names.c.id == custody.c.name)
        .where(
            custody.c.organisation == organisation, custody.c.name > after, sees_row(custody, reader), stands(custody)
        )
        .where(~superseded)
        .order_by(custody.c.name)
        .limit(limit)
    )
    with mirror.reading() as connection:
        return tuple(
            Holding(row.name, row.text, moment_of(row.event_time), row.position) for row in connection.execute(query)
        )
