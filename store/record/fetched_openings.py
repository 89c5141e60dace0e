"""Openings that other firms' nodes gave: kept for the organisation that they were opened to, until the owner's grant ends.

They are seen by that organisation alone and never given on: what is granted is not the reader's to grant.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, delete, func, insert, or_, select

from store.bulk import CHUNK
from store.columns import table_of
from store.database import Record
from store.reader import Reader
from store.record.exchange_tables import FetchedOpeningRow
from store.record.reader_changes import note_changed
from store.record.tables import BundleRow

fetched = table_of(FetchedOpeningRow)
bundles = table_of(BundleRow)


@dataclass(frozen=True, slots=True)
class FetchedOpening:
    """An opening that was fetched and checked."""

    commitment: bytes
    owner: int
    opening: str
    """JSON."""
    until: datetime | None


def keep_opening(record: Record, organisation: int, given: FetchedOpening, now: datetime) -> None:
    """Keep an opening for an organisation in the place of an older one."""
    with record.writing() as connection:
        _drop(connection, organisation, given.commitment)
        values = {name: getattr(given, name) for name in FetchedOpening.__slots__}
        connection.execute(insert(fetched), values | {"organisation": organisation, "fetched_at": now})


def drop_opening(record: Record, organisation: int, commitment: bytes) -> bool:
    """Delete what was opened of an event, with the bundles that hold it, and say whether there was anything."""
    with record.writing() as connection:
        return _drop(connection, organisation, commitment)


def drop_ended_openings(record: Record, now: datetime) -> int:
    """Delete the openings whose grant has ended, with the bundles that hold them, and say how many there were."""
    over = fetched.c.until <= now
    with record.reading() as connection:
        if connection.execute(select(fetched.c.commitment).where(over).limit(1)).one_or_none() is None:
            return 0
    with record.writing() as connection:
        rows = connection.execute(select(fetched.c.organisation, fetched.c.commitment).where(over)).all()
        for organisation, commitment in rows:
            _drop(connection, organisation, commitment)
    return len(rows)


def fetched_openings(
    record: Record, commitments: Sequence[bytes], reader: Reader, now: datetime
) -> Mapping[bytes, FetchedOpening]:
    """Return what other firms opened to the reader of some events and still do."""
    if reader.organisation is None:
        return {}
    found: dict[bytes, FetchedOpening] = {}
    with record.reading() as connection:
        for start in range(0, len(commitments), CHUNK):
            wanted = fetched.c.commitment.in_(commitments[start : start + CHUNK])
            query = select(fetched).where(_open_to(reader.organisation, now), wanted)
            for row in connection.execute(query):
                fields = {name: getattr(row, name) for name in FetchedOpening.__slots__}
                found[row.commitment] = FetchedOpening(**fields)
    return found


def fetched_count(record: Record, reader: Reader, now: datetime) -> int:
    """Return how many openings of other firms the reader has now."""
    if reader.organisation is None:
        return 0
    query = select(func.count()).select_from(fetched).where(_open_to(reader.organisation, now))
    with record.reading() as connection:
        return connection.execute(query).scalar_one()


def _open_to(organisation: int, now: datetime) -> ColumnElement[bool]:
    return (fetched.c.organisation == organisation) & or_(fetched.c.until.is_(None), fetched.c.until > now)


def _drop(connection: Connection, organisation: int, commitment: bytes) -> bool:
    mine = (fetched.c.organisation == organisation) & (fetched.c.commitment == commitment)
    there = connection.execute(delete(fetched).where(mine)).rowcount == 1
    if there:
        # A bundle that was issued to the same eyes, a dossier's too, holds what it opened.
        same_eyes = bundles.c.audience.endswith(f":{organisation}", autoescape=True)
        connection.execute(delete(bundles).where(same_eyes, bundles.c.text.contains(f"0x{commitment.hex()}")))
    # Whatever is kept ready for these eyes was made before this.
    note_changed(connection, [commitment])
    return there
