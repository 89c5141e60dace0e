"""Page tokens that were given back before their end (EPCIS 2.0 §12.4: `DELETE /nextPageToken/{token}`).

A token opens nothing that its query does not, so forgetting the oldest release under a flood of them gives nothing away.
"""

from typing import Final

from sqlalchemy import delete, func, insert, select

from store.columns import table_of
from store.database import Record
from store.record.tables import ReleasedTokenRow

released = table_of(ReleasedTokenRow)

MOST_RELEASES: Final = 100_000
"""Releases that are remembered at once."""


def release(record: Record, name: bytes, ends: int, now: int) -> None:
    """Remember that a token was released until the time, in seconds since 1970, at which it would have ended anyway."""
    with record.writing() as connection:
        connection.execute(delete(released).where(released.c.ends < now))
        count = connection.execute(select(func.count()).select_from(released)).scalar_one()
        if count >= MOST_RELEASES:
            oldest = select(released.c.name).order_by(released.c.ends).limit(count - MOST_RELEASES + 1)
            connection.execute(delete(released).where(released.c.name.in_(oldest)))
        known = connection.execute(select(released.c.name).where(released.c.name == name)).one_or_none()
        if known is None:
            connection.execute(insert(released), {"name": name, "ends": ends})


def is_released(record: Record, name: bytes) -> bool:
    """Whether a token was released."""
    with record.reading() as connection:
        query = select(released.c.name).where(released.c.name == name)
        return connection.execute(query).one_or_none() is not None
