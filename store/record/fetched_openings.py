"""Openings that other firms' nodes gave: kept for the organisation that they were opened to, until the owner's grant ends.

They are seen by that organisation alone and never given on: what is granted is not the reader's to grant.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, delete, func, insert, or_, select

from store.bulk import CHUNK, rows_among
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


def note_answer(
    record: Record,
    organisation: int,
    opened: Sequence[FetchedOpening],
    closed: Sequence[bytes],
    now: datetime,
) -> None:
    """Keep what was opened to an organisation in the place of what was before, and delete what is not shown to it any more."""
    commitments = [*(each.commitment for each in opened), *closed]
    query = "SELECT commitment FROM fetched_openings WHERE commitment {among} AND organisation = {}"
    with record.reading() as connection:
        there = rows_among(connection, query, commitments, organisation)
    if not opened and not there:
        return
    rows = [{name: getattr(each, name) for name in FetchedOpening.__slots__} for each in opened]
    with record.writing() as connection:
        _drop(connection, organisation, commitments)
        if rows:
            connection.execute(
                insert(fetched), [row | {"organisation": organisation, "fetched_at": now} for row in rows]
            )
            note_changed(connection, [each.commitment for each in opened])


def drop_ended_openings(record: Record, now: datetime) -> int:
    """Delete the openings whose grant has ended, with the bundles that hold them, and say how many there were."""
    over = fetched.c.until <= now
    with record.reading() as connection:
        if connection.execute(select(fetched.c.commitment).where(over).limit(1)).one_or_none() is None:
            return 0
    with record.writing() as connection:
        rows = connection.execute(select(fetched.c.organisation, fetched.c.commitment).where(over)).all()
        for organisation in sorted({row.organisation for row in rows}):
            _drop(connection, organisation, [row.commitment for row in rows if row.organisation == organisation])
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


def _drop(connection: Connection, organisation: int, commitments: Sequence[bytes]) -> None:
    """Delete what is there of some events, with the bundles that hold it."""
    query = "SELECT commitment FROM fetched_openings WHERE commitment {among} AND organisation = {}"
    there = [commitment for (commitment,) in rows_among(connection, query, commitments, organisation)]
    # A bundle that was issued to the same eyes, a dossier's too, holds what it opened.
    same_eyes = bundles.c.audience.endswith(f":{organisation}", autoescape=True)
    for commitment in there:
        mine = (fetched.c.organisation == organisation) & (fetched.c.commitment == commitment)
        connection.execute(delete(fetched).where(mine))
        connection.execute(delete(bundles).where(same_eyes, bundles.c.text.contains(f"0x{commitment.hex()}")))
    # Whatever is kept ready for these eyes was made before this.
    note_changed(connection, there)
