"""API keys: 256 random bits shown once, of which only the SHA-256 is kept; they expire, rotate and are revoked."""

import hashlib
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, insert, or_, select, update

from store.columns import table_of
from store.database import Record
from store.reader import Reader
from store.record.tables import AccountKeyRow

MARK = "suyuan_"
"""What every key begins with, so that scanners of leaked secrets can find one."""

keys = table_of(AccountKeyRow)


@dataclass(frozen=True, slots=True)
class AccountKey:
    """An API key without its secret."""

    id: str
    organisation: int
    label: str
    roles: frozenset[str]
    created_at: datetime
    expires_at: datetime | None
    revoked_at: datetime | None
    replaced_by: str | None

    @property
    def reader(self) -> Reader:
        """The reader for whom the key stands."""
        return Reader(self.organisation, self.roles)


def issue_key(
    record: Record,
    organisation: int,
    label: str,
    roles: Iterable[str],
    now: datetime,
    expires_at: datetime | None = None,
) -> tuple[AccountKey, str]:
    """Make a new key and return it with its text, which cannot be had again."""
    key, digest, text = _new_key(organisation, label, roles, now, expires_at)
    with record.writing() as connection:
        connection.execute(insert(keys), _row(key, digest))
    return key, text


def account_of(record: Record, text: str, now: datetime) -> AccountKey | None:
    """Return the key whose text this is, unless it is unknown, expired or revoked."""
    valid = or_(keys.c.expires_at.is_(None), keys.c.expires_at > now) & or_(
        keys.c.revoked_at.is_(None), keys.c.revoked_at > now
    )
    with record.reading() as connection:
        row = connection.execute(select(keys).where(keys.c.digest == _digest(text), valid)).one_or_none()
    return None if row is None else _key(row)


def keys_of(record: Record, reader: Reader) -> tuple[AccountKey, ...]:
    """Return the keys of the reader's own organisation, oldest first."""
    if reader.organisation is None:
        return ()
    query = select(keys).where(keys.c.organisation == reader.organisation).order_by(keys.c.created_at, keys.c.id)
    with record.reading() as connection:
        return tuple(_key(row) for row in connection.execute(query))


def rotate_key(
    record: Record, key_id: str, reader: Reader, now: datetime, old_until: datetime | None = None
) -> tuple[AccountKey, str] | None:
    """Replace a key of the reader's organisation by a new one with the same roles; the old one works until `old_until`."""
    with record.writing() as connection:
        mine = (keys.c.id == key_id) & (keys.c.organisation == reader.organisation) & keys.c.revoked_at.is_(None)
        row = connection.execute(select(keys).where(mine)).one_or_none()
        if row is None:
            return None
        old = _key(row)
        key, digest, text = _new_key(old.organisation, old.label, old.roles, now, old.expires_at)
        connection.execute(insert(keys), _row(key, digest))
        connection.execute(update(keys).where(mine).values(revoked_at=old_until or now, replaced_by=key.id))
    return key, text


def revoke_key(record: Record, key_id: str, reader: Reader, now: datetime) -> bool:
    """End a key of the reader's organisation and say whether there was one to end."""
    mine = (keys.c.id == key_id) & (keys.c.organisation == reader.organisation)
    still = or_(keys.c.revoked_at.is_(None), keys.c.revoked_at > now)
    with record.writing() as connection:
        return connection.execute(update(keys).where(mine, still).values(revoked_at=now)).rowcount == 1


def _digest(text: str) -> bytes:
    # One SHA-256 is enough: the key itself has 256 random bits, there is no word to guess.
    return hashlib.sha256(text.encode()).digest()


def _new_key(
    organisation: int, label: str, roles: Iterable[str], now: datetime, expires_at: datetime | None
) -> tuple[AccountKey, bytes, str]:
    text = MARK + secrets.token_urlsafe(32)
    key = AccountKey(secrets.token_hex(8), organisation, label, frozenset(roles), now, expires_at, None, None)
    return key, _digest(text), text


def _row(key: AccountKey, digest: bytes) -> dict[str, object]:
    return {name: getattr(key, name) for name in AccountKey.__slots__} | {
        "roles": " ".join(sorted(key.roles)),
        "digest": digest,
    }


def _key(row: Row[Any]) -> AccountKey:
    fields = {name: getattr(row, name) for name in AccountKey.__slots__}
    return AccountKey(**fields | {"roles": frozenset(row.roles.split())})
