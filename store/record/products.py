"""What owners say about their products, ready for display, and the pictures that go with it."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, exists, insert, select

from store.columns import table_of
from store.database import Record
from store.errors import PictureTooLarge
from store.reader import ANYONE
from store.record.capture import descriptions, events
from store.record.tables import PictureRow

PICTURE_LIMIT = 2_000_000
"""Bytes of the largest picture that is kept."""

pictures = table_of(PictureRow)


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture and its media type."""

    digest: bytes
    organisation: int
    media_type: str
    content: bytes


@dataclass(frozen=True, slots=True)
class ProductDescription:
    """The newest committed description of one class, lot or item by one organisation."""

    identifier: str
    organisation: int
    """Who asserts it."""
    commitment: bytes
    content: str
    """JSON."""
    described_at: datetime


def keep_picture(record: Record, organisation: int, media_type: str, content: bytes, now: datetime) -> bytes:
    """Keep a picture and return its SHA-256; the same picture is kept once. Raises: PictureTooLarge."""
    if len(content) > PICTURE_LIMIT:
        raise PictureTooLarge(len(content), PICTURE_LIMIT)
    digest = hashlib.sha256(content).digest()
    row = {
        "digest": digest,
        "organisation": organisation,
        "media_type": media_type,
        "content": content,
        "created_at": now,
    }
    with record.writing() as connection:
        if connection.execute(select(pictures.c.digest).where(pictures.c.digest == digest)).one_or_none() is None:
            connection.execute(insert(pictures), row)
    return digest


def picture_of(record: Record, digest: bytes) -> Picture | None:
    """Return the picture with this SHA-256; who knows the digest may see the picture."""
    query = select(pictures.c.digest, pictures.c.organisation, pictures.c.media_type, pictures.c.content)
    with record.reading() as connection:
        row = connection.execute(query.where(pictures.c.digest == digest)).one_or_none()
    return None if row is None else Picture(*row)


def descriptions_of(record: Record, identifiers: Sequence[str]) -> tuple[ProductDescription, ...]:
    """Return what is said about these identifiers (canonical forms), in the order of the list, whoever says it.

    A description is made to be shown, and is not if its author took that back; whether its author holds the prefix is for the
    caller to check.
    """
    shown = exists().where(events.c.commitment == descriptions.c.commitment, events.c.visibility == ANYONE)
    query = select(*(descriptions.c[name] for name in ProductDescription.__slots__))
    query = query.where(shown, descriptions.c.identifier.in_(bindparam("wanted", expanding=True)))
    with record.reading() as connection:
        found = [ProductDescription(*row) for row in connection.execute(query, {"wanted": list(identifiers)})]
    return tuple(sorted(found, key=lambda item: (identifiers.index(item.identifier), item.organisation)))
