"""Dossier links: what a borrower shows a bank, for how long; only the hash of the link's token is kept."""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, insert, select, update

from store.columns import table_of
from store.database import Record
from store.reader import Reader
from store.record.tables import DossierRow

dossiers = table_of(DossierRow)


@dataclass(frozen=True, slots=True)
class Dossier:
    """A dossier link without its token."""

    id: str
    organisation: int
    """The borrower."""
    content: str
    """JSON: assets, fields, pledgee."""
    created_at: datetime
    expires_at: datetime
    revoked_at: datetime | None
    opened: int


def make_dossier(
    record: Record, organisation: int, content: str, expires_at: datetime, now: datetime
) -> tuple[Dossier, str]:
    """Keep a new dossier and return it with the token of its link, which cannot be had again."""
    token = secrets.token_urlsafe(32)
    dossier = Dossier(secrets.token_hex(8), organisation, content, now, expires_at, None, 0)
    row = {name: getattr(dossier, name) for name in Dossier.__slots__} | {"digest": _digest(token)}
    with record.writing() as connection:
        connection.execute(insert(dossiers), row)
    return dossier, token


def open_dossier(record: Record, token: str, now: datetime) -> Dossier | None:
    """Return the dossier whose token this is and count the opening, unless it is unknown, expired or revoked."""
    valid = (dossiers.c.digest == _digest(token)) & (dossiers.c.expires_at > now) & dossiers.c.revoked_at.is_(None)
    with record.writing() as connection:
        connection.execute(update(dossiers).where(valid).values(opened=dossiers.c.opened + 1))
        row = connection.execute(select(dossiers).where(valid)).one_or_none()
    return None if row is None else _dossier(row)


def dossiers_of(record: Record, reader: Reader) -> tuple[Dossier, ...]:
    """Return the reader's own dossiers, newest first."""
    if reader.organisation is None:
        return ()
    query = (
        select(dossiers)
        .where(dossiers.c.organisation == reader.organisation)
        .order_by(dossiers.c.created_at.desc(), dossiers.c.id)
    )
    with record.reading() as connection:
        return tuple(_dossier(row) for row in connection.execute(query))


def revoke_dossier(record: Record, dossier_id: str, reader: Reader, now: datetime) -> bool:
    """End one of the reader's own dossiers and say whether there was one to end."""
    mine = (
        (dossiers.c.id == dossier_id)
        & (dossiers.c.organisation == reader.organisation)
        & dossiers.c.revoked_at.is_(None)
    )
    with record.writing() as connection:
        return connection.execute(update(dossiers).where(mine).values(revoked_at=now)).rowcount == 1


def _digest(token: str) -> bytes:
    return hashlib.sha256(token.encode()).digest()


def _dossier(row: Row[Any]) -> Dossier:
    return Dossier(**{name: getattr(row, name) for name in Dossier.__slots__})
