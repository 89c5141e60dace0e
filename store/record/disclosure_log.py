"""The log of who changed who may read: only ever added to, read by the owner alone."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

import msgspec
from sqlalchemy import Connection, insert, select

from store.columns import table_of
from store.database import Record
from store.reader import Reader
from store.record.access_tables import DisclosureLogRow

log = table_of(DisclosureLogRow)


class Act(StrEnum):
    """What was done."""

    GROUP_MADE = "group made"
    GROUP_RENAMED = "group renamed"
    GROUP_DELETED = "group deleted"
    MEMBER_ADDED = "member added"
    MEMBER_REMOVED = "member removed"
    GRANTED = "granted"
    REVOKED = "revoked"
    PROFILE_CHANGED = "profile of events changed"
    STANDING_PROFILE_SET = "standing profile set"
    STANDING_PROFILE_ENDED = "standing profile ended"


@dataclass(frozen=True, slots=True)
class Hand:
    """By whom something is done, for whom, and when."""

    organisation: int
    """The owner."""
    by: str
    """Public name of the API key, or `terminal`."""
    now: datetime


@dataclass(frozen=True, slots=True)
class LogEntry:
    """One change of who may read."""

    id: int
    at: datetime
    by: str
    act: Act
    content: dict[str, Any]


def note(connection: Connection, hand: Hand, act: Act, content: dict[str, Any]) -> None:
    """Add an entry within the transaction of the change itself."""
    row = {"organisation": hand.organisation, "at": hand.now, "by": hand.by, "act": str(act)}
    connection.execute(insert(log), row | {"content": msgspec.json.encode(content).decode()})


def disclosure_log(record: Record, reader: Reader, limit: int = 100, before: int | None = None) -> tuple[LogEntry, ...]:
    """Return the entries of the reader's own organisation, newest first, older than the one numbered `before`."""
    if reader.organisation is None:
        return ()
    query = select(log).where(log.c.organisation == reader.organisation)
    if before is not None:
        query = query.where(log.c.id < before)
    with record.reading() as connection:
        rows = connection.execute(query.order_by(log.c.id.desc()).limit(limit))
        return tuple(LogEntry(row.id, row.at, row.by, Act(row.act), msgspec.json.decode(row.content)) for row in rows)
