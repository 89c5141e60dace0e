"""Grants after capture: an owner shows chosen events to others, until when, and takes that back.

A grant is kept as a row for each event that it opens, like a reader named at capture; whether it still runs is asked when
somebody reads. A change of profile replaces what the capture said.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

import msgspec
from sqlalchemy import Connection, Row, delete, func, insert, or_, select, update

from store.bulk import CHUNK, insert_rows, rows_among
from store.columns import moment_of, table_of
from store.database import Record
from store.errors import GrantUnknown, TooManyGrants
from store.reader import Disclosure, Reader, grant_subject
from store.record.access_tables import GrantRow, GrantTargetRow
from store.record.capture import await_captures, event_readers, events
from store.record.disclosure_log import Act, Hand, note
from store.record.groups import group_subjects
from store.record.reader_changes import changes, note_changed
from store.record.selecting import newest_number, selected
from store.selection import Selection

grants = table_of(GrantRow)
targets = table_of(GrantTargetRow)

MOST_GRANTS = 10_000
"""Grants of one organisation that run."""


@dataclass(frozen=True, slots=True)
class GrantOrder:
    """What an owner wants to show, to whom."""

    selection: Selection
    organisations: tuple[int, ...] = ()
    groups: tuple[str, ...] = ()
    """By name."""
    to_anyone: bool = False
    to_members: bool = False
    hidden: tuple[str, ...] = ()
    """Pointers that stay closed."""
    until: datetime | None = None
    standing: bool = False
    """Whether events that are captured later are shown too."""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Grant:
    """A grant as its owner sees it."""

    id: int
    selection: Selection
    standing: bool
    to_anyone: bool
    to_members: bool
    subjects: tuple[int, ...]
    """Organisations and groups that are named."""
    hidden: tuple[str, ...]
    note: str
    created_at: datetime
    until: datetime | None
    revoked_at: datetime | None
    events: int
    """How many events it opens now."""

    def runs(self, now: datetime) -> bool:
        """Whether it opens anything at a time."""
        return self.revoked_at is None and (self.until is None or self.until > now)


def make_grant(record: Record, hand: Hand, order: GrantOrder) -> Grant:
    """Make a grant and open the events that it selects. Raises: GroupUnknown, TooManyGrants."""
    looked, found = _looked_through(record, hand, order.selection)
    with record.writing() as connection:
        await_captures(connection)
        _verify_few(connection, hand)
        named = group_subjects(connection, hand.organisation, order.groups)
        row = {
            "organisation": hand.organisation,
            "selection": order.selection.to_json(),
            "standing": order.standing,
            "to_anyone": order.to_anyone,
            "to_members": order.to_members,
            "hidden": msgspec.json.encode(order.hidden).decode(),
            "note": order.note,
            "created_at": hand.now,
            "until": order.until,
        }
        number = connection.execute(insert(grants).returning(grants.c.id), row).scalar_one()
        subjects = tuple(sorted({*order.organisations, *named.values()}))
        if subjects:
            connection.execute(insert(targets), [{"grant_id": number, "subject": subject} for subject in subjects])
        found += selected(connection, hand.organisation, order.selection, looked)
        _open(connection, number, [commitment for _, commitment in found])
        note(connection, hand, Act.GRANTED, _told(number, order) | {"events": len(found)})
        made = connection.execute(select(grants).where(grants.c.id == number)).one()
        return _grant(made, subjects, len(found))


def revoke_grant(record: Record, hand: Hand, number: int) -> Grant:
    """Take a grant back; whoever read by it reads no more. Raises: GrantUnknown."""
    with record.writing() as connection:
        await_captures(connection)
        mine = (grants.c.id == number) & (grants.c.organisation == hand.organisation)
        row = connection.execute(select(grants).where(mine)).one_or_none()
        if row is None:
            raise GrantUnknown(number)
        if row.revoked_at is None:
            connection.execute(update(grants).where(mine).values(revoked_at=hand.now))
            opened = event_readers.c.organisation == grant_subject(number)
            connection.execute(
                insert(changes).from_select(["commitment"], select(event_readers.c.commitment).where(opened))
            )
            connection.execute(delete(event_readers).where(opened))
            note(connection, hand, Act.REVOKED, {"grant": number})
        found = connection.execute(select(grants).where(mine)).one()
        return _grant(found, _subjects(connection, [number]).get(number, ()), _count(connection, number))


def ends_of_grants(record: Record, numbers: Sequence[int]) -> Mapping[int, datetime | None]:
    """Return when each of some grants ends, None where it has no end: for whoever answers their readers."""
    query = "SELECT id, until FROM disclosure_grants WHERE id {among}"
    with record.reading() as connection:
        return {
            number: None if until is None else moment_of(until)
            for number, until in rows_among(connection, query, numbers)
        }


def grant_numbered(record: Record, number: int, reader: Reader) -> Grant:
    """Return one of the reader's own grants. Raises: GrantUnknown."""
    query = select(grants).where(grants.c.id == number, grants.c.organisation == reader.organisation)
    with record.reading() as connection:
        row = connection.execute(query).one_or_none()
        if row is None:
            raise GrantUnknown(number)
        return _grant(row, _subjects(connection, [number]).get(number, ()), _count(connection, number))


def grants_of(record: Record, reader: Reader, limit: int = 100, before: int | None = None) -> tuple[Grant, ...]:
    """Return the reader's own grants, newest first, older than the one numbered `before`."""
    if reader.organisation is None:
        return ()
    query = select(grants).where(grants.c.organisation == reader.organisation)
    if before is not None:
        query = query.where(grants.c.id < before)
    with record.reading() as connection:
        rows = connection.execute(query.order_by(grants.c.id.desc()).limit(limit)).all()
        named = _subjects(connection, [row.id for row in rows])
        return tuple(_grant(row, named.get(row.id, ()), _count(connection, row.id)) for row in rows)


def change_profile(record: Record, hand: Hand, selection: Selection, profile: Disclosure) -> int:
    """Give events that were captured another profile, and return how many; grants stay as they are. Raises: GroupUnknown."""
    looked, taken = _looked_through(record, hand, selection)
    with record.writing() as connection:
        await_captures(connection)
        named = group_subjects(connection, hand.organisation, profile.groups)
        readers = sorted({*profile.readers, *named.values()})
        taken += selected(connection, hand.organisation, selection, looked)
        found = [commitment for _, commitment in taken]
        hidden = msgspec.json.encode(profile.hidden).decode()
        # Grants, whose subjects are odd and below -1, stay as they are.
        named_at_capture = or_(event_readers.c.organisation >= 0, event_readers.c.organisation % 2 == 0)
        for start in range(0, len(found), CHUNK):
            part = found[start : start + CHUNK]
            connection.execute(delete(event_readers).where(event_readers.c.commitment.in_(part), named_at_capture))
            profiled = update(events).where(events.c.commitment.in_(part))
            connection.execute(profiled.values(visibility=profile.visibility, hidden=hidden))
        insert_rows(connection, event_readers, [(commitment, subject) for commitment in found for subject in readers])
        note_changed(connection, found)
        told = {"selection": msgspec.json.decode(selection.to_json()), "profile": _profile_told(profile)}
        note(connection, hand, Act.PROFILE_CHANGED, told | {"events": len(found)})
    return len(found)


def _looked_through(record: Record, hand: Hand, selection: Selection) -> tuple[int, list[tuple[int, bytes]]]:
    """Return up to which number events were looked at, and which are selected.

    This is done without the write lock, which stops all captures; what comes meanwhile is looked at within it.
    """
    with record.reading() as connection:
        looked = newest_number(connection)
        found = [item for item in selected(connection, hand.organisation, selection) if item[0] <= looked]
    return looked, found


def _verify_few(connection: Connection, hand: Hand) -> None:
    runs = or_(grants.c.until.is_(None), grants.c.until > hand.now)
    query = select(func.count()).where(grants.c.organisation == hand.organisation, grants.c.revoked_at.is_(None), runs)
    if connection.execute(query).scalar_one() >= MOST_GRANTS:
        raise TooManyGrants(MOST_GRANTS)


def _open(connection: Connection, number: int, commitments: Sequence[bytes]) -> None:
    subject = grant_subject(number)
    insert_rows(connection, event_readers, [(commitment, subject) for commitment in commitments])
    note_changed(connection, commitments)


def _subjects(connection: Connection, numbers: Sequence[int]) -> dict[int, tuple[int, ...]]:
    query = "SELECT grant_id, subject FROM disclosure_grant_targets WHERE grant_id {among}"
    found: dict[int, list[int]] = {}
    for number, subject in rows_among(connection, query, numbers):
        found.setdefault(number, []).append(subject)
    return {number: tuple(sorted(subjects)) for number, subjects in found.items()}


def _count(connection: Connection, number: int) -> int:
    query = select(func.count()).where(event_readers.c.organisation == grant_subject(number))
    return int(connection.execute(query.select_from(event_readers)).scalar_one())


def _grant(row: Row[tuple[object, ...]], subjects: tuple[int, ...], count: int) -> Grant:
    return Grant(
        id=row.id,
        selection=Selection.from_json(row.selection),
        standing=row.standing,
        to_anyone=row.to_anyone,
        to_members=row.to_members,
        subjects=subjects,
        hidden=msgspec.json.decode(row.hidden, type=tuple[str, ...]),
        note=row.note,
        created_at=row.created_at,
        until=row.until,
        revoked_at=row.revoked_at,
        events=count,
    )


def _told(number: int, order: GrantOrder) -> dict[str, object]:
    told: dict[str, object] = {
        "grant": number,
        "selection": msgspec.json.decode(order.selection.to_json()),
        "standing": order.standing,
        "anyone": order.to_anyone,
        "members": order.to_members,
        "organisations": order.organisations,
        "groups": order.groups,
        "hidden": order.hidden,
        "until": None if order.until is None else order.until.isoformat(),
        "note": order.note,
    }
    return {name: value for name, value in told.items() if value not in (None, False, (), "")}


def _profile_told(profile: Disclosure) -> dict[str, object]:
    return {
        "visibility": profile.visibility,
        "readers": profile.readers,
        "groups": profile.groups,
        "hidden": profile.hidden,
    }
