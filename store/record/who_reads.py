"""Who may read one event now, and why: for its owner alone."""

from dataclasses import dataclass
from datetime import datetime

import msgspec
from sqlalchemy import Connection, select

from store.bulk import rows_among
from store.columns import table_of
from store.database import Record
from store.reader import ANYONE, MEMBERS, Reader, grant_of, group_subject, is_grant
from store.record.access_tables import GrantRow, GroupRow
from store.record.capture import event_readers, events
from store.record.groups import members

grants = table_of(GrantRow)
groups = table_of(GroupRow)


@dataclass(frozen=True, slots=True)
class Who:
    """Whom an owner named."""

    anyone: bool = False
    members: bool = False
    organisation: int | None = None
    group: str | None = None
    in_group: tuple[int, ...] = ()
    """Who is in the group now."""


@dataclass(frozen=True, slots=True)
class WayToRead:
    """One reason for which somebody may read an event."""

    who: Who
    why: str
    """`owner`, `profile` (said at capture, or changed since) or `grant`."""
    hidden: tuple[str, ...] = ()
    """What stays closed on this way."""
    grant: int | None = None
    until: datetime | None = None


def ways_to_read(record: Record, commitment: bytes, reader: Reader, now: datetime) -> tuple[WayToRead, ...] | None:
    """Return every way in which one of the reader's own events may be read now, None where the reader has no such event."""
    query = select(events.c.organisation, events.c.visibility, events.c.hidden).where(
        events.c.commitment == commitment,
        events.c.organisation == (reader.organisation or 0),
        events.c.body.is_not(None),
    )
    named = select(event_readers.c.organisation).where(event_readers.c.commitment == commitment)
    with record.reading() as connection:
        row = connection.execute(query).one_or_none()
        if row is None:
            return None
        found = [WayToRead(Who(organisation=row.organisation), "owner")]
        hidden = msgspec.json.decode(row.hidden, type=tuple[str, ...])
        if row.visibility in (ANYONE, MEMBERS):
            who = Who(anyone=True) if row.visibility == ANYONE else Who(members=True)
            found.append(WayToRead(who, "profile", hidden))
        subjects = sorted(connection.execute(named).scalars())
        for who in _named(connection, [subject for subject in subjects if not is_grant(subject)]):
            found.append(WayToRead(who, "profile"))
        numbers = [grant_of(subject) for subject in subjects if is_grant(subject)]
        found += _granted(connection, numbers, now)
    return tuple(found)


def _granted(connection: Connection, numbers: list[int], now: datetime) -> list[WayToRead]:
    found: list[WayToRead] = []
    if not numbers:
        return found
    rows = connection.execute(select(grants).where(grants.c.id.in_(numbers)).order_by(grants.c.id)).all()
    for row in rows:
        if row.revoked_at is not None or (row.until is not None and row.until <= now):
            continue
        targets = rows_among(
            connection, "SELECT subject FROM disclosure_grant_targets WHERE grant_id {among}", [row.id]
        )
        named = _named(connection, sorted(subject for (subject,) in targets))
        named += [Who(anyone=True)] * bool(row.to_anyone) + [Who(members=True)] * bool(row.to_members)
        hidden = msgspec.json.decode(row.hidden, type=tuple[str, ...])
        found += [WayToRead(who, "grant", hidden, row.id, row.until) for who in named]
    return found


def _named(connection: Connection, subjects: list[int]) -> list[Who]:
    """Return organisations and groups by their subjects; a group that was deleted lets nobody read."""
    found = [Who(organisation=subject) for subject in subjects if subject > 0]
    wanted = {subject // -2 for subject in subjects if subject < 0}
    if wanted:
        query = select(groups.c.id, groups.c.name).where(groups.c.id.in_(sorted(wanted)), groups.c.deleted_at.is_(None))
        for number, name in connection.execute(query.order_by(groups.c.name)).all():
            inside = select(members.c.organisation).where(members.c.group_id == number).order_by(members.c.organisation)
            found.append(Who(group=name, in_group=tuple(connection.execute(inside).scalars())))
    return found


def group_names(record: Record, subjects: list[int], reader: Reader) -> dict[int, str]:
    """Return the names of the reader's own groups by their subjects; those that were deleted are left out."""
    wanted = [subject // -2 for subject in subjects if subject < 0]
    query = select(groups.c.id, groups.c.name).where(
        groups.c.id.in_(wanted), groups.c.organisation == reader.organisation, groups.c.deleted_at.is_(None)
    )
    with record.reading() as connection:
        return {group_subject(number): name for number, name in connection.execute(query)}
