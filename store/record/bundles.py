"""Proof bundles as they were issued: a chain may serve proofs of its newest state only."""

import secrets
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Connection, Row, delete, func, insert, select

from store.columns import table_of
from store.database import Record
from store.reader import Reader
from store.record.tables import BundleRow

bundles = table_of(BundleRow)

MOST_OF_A_QUESTION: Final = 4
"""Bundles that are kept of one question for the same eyes, the newest."""
MOST_BUNDLES: Final = 100_000
"""Bundles that are kept in all."""
COUNTED_EVERY: Final = 64
"""How often, on average, they are counted: once in so many that are kept."""


@dataclass(frozen=True, slots=True)
class IssuedBundle:
    """A bundle and for whose eyes it was made."""

    id: str
    question: str
    """Canonical identifier of the thing, or the id of a dossier."""
    audience: str
    block_number: int
    text: str
    issued_at: datetime


def audience_of(reader: Reader) -> str:
    """Return the word for the eyes that a reader's bundle is made for."""
    return "anyone" if reader.organisation is None else f"organisation:{reader.organisation}"


def dossier_audience(dossier_id: str) -> str:
    """Return the word for the eyes of whoever holds a dossier link."""
    return f"dossier:{dossier_id}"


def keep_bundle(record: Record, bundle: IssuedBundle) -> None:
    """Keep a bundle that is about to be handed out; older ones beyond the limits leave."""
    with record.writing() as connection:
        connection.execute(insert(bundles), {name: getattr(bundle, name) for name in IssuedBundle.__slots__})
        same = (bundles.c.question == bundle.question) & (bundles.c.audience == bundle.audience)
        newest = bundles.c.block_number.desc(), bundles.c.issued_at.desc()
        kept = select(bundles.c.id).where(same).order_by(*newest).limit(MOST_OF_A_QUESTION)
        connection.execute(delete(bundles).where(same, bundles.c.id.not_in(kept)))
        # To count them all each time would cost more than to keep a few too many.
        if int.from_bytes(secrets.token_bytes(1), "big") < 256 // COUNTED_EVERY:
            leave_oldest(connection, MOST_BUNDLES)


def leave_oldest(connection: Connection, most: int) -> None:
    """Delete the bundles that were issued first, until so many are left."""
    count = connection.execute(select(func.count()).select_from(bundles)).scalar_one()
    if count > most:
        oldest = select(bundles.c.id).order_by(bundles.c.issued_at, bundles.c.id).limit(count - most)
        connection.execute(delete(bundles).where(bundles.c.id.in_(oldest)))


def newest_bundle(record: Record, question: str, audience: str) -> IssuedBundle | None:
    """Return the newest bundle that was made for this question and just these eyes."""
    query = select(bundles).where(bundles.c.question == question, bundles.c.audience == audience)
    with record.reading() as connection:
        row = connection.execute(
            query.order_by(bundles.c.block_number.desc(), bundles.c.issued_at.desc()).limit(1)
        ).one_or_none()
    return None if row is None else _bundle(row)


def _bundle(row: Row[Any]) -> IssuedBundle:
    return IssuedBundle(**{name: getattr(row, name) for name in IssuedBundle.__slots__})
