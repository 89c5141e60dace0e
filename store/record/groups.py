"""Groups: named sets of organisations, to which an owner shows events as long as they are in them.

Name and members are known to the owner alone. Who is in a group is asked when somebody reads, so that a change holds at once for
everything that the group was ever shown.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, Row, delete, func, insert, select, update

from store.bulk import rows_among
from store.columns import table_of
from store.database import Record
from store.errors import GroupExists, GroupUnknown, TooManyGroups
from store.reader import Reader, group_subject
from store.record.access_tables import GroupMemberRow, GroupRow
from store.record.disclosure_log import Act, Hand, note

groups = table_of(GroupRow)
members = table_of(GroupMemberRow)

MOST_GROUPS = 1_000
"""Groups of one organisation."""

MOST_MEMBERS = 10_000
"""Organisations in one group."""


@dataclass(frozen=True, slots=True)
class Group:
    """A group as its owner sees it."""

    id: int
    organisation: int
    """The owner."""
    name: str
    members: tuple[int, ...]
    created_at: datetime

    @property
    def subject(self) -> int:
        """Return the subject that its members are."""
        return group_subject(self.id)


def make_group(record: Record, hand: Hand, name: str, organisations: Iterable[int] = ()) -> Group:
    """Make a group of some organisations. Raises: GroupExists, TooManyGroups."""
    wanted = tuple(sorted(set(organisations)))
    with record.writing() as connection:
        _verify_free(connection, hand.organisation, name)
        count = select(func.count()).where(groups.c.organisation == hand.organisation, groups.c.deleted_at.is_(None))
        if connection.execute(count).scalar_one() >= MOST_GROUPS:
            raise TooManyGroups(MOST_GROUPS)
        row = {"organisation": hand.organisation, "name": name, "created_at": hand.now}
        made = connection.execute(insert(groups).returning(groups.c.id), row).scalar_one()
        _add(connection, made, wanted, hand.now)
        note(connection, hand, Act.GROUP_MADE, {"group": name, "members": wanted})
    return Group(made, hand.organisation, name, wanted, hand.now)


def group_of(record: Record, name: str, reader: Reader) -> Group:
    """Return one of the reader's own groups. Raises: GroupUnknown."""
    with record.reading() as connection:
        row = _row(connection, reader.organisation, name)
        return _group(row, _members(connection, [row.id]).get(row.id, ()))


def groups_of(record: Record, reader: Reader, limit: int = MOST_GROUPS, after: str = "") -> tuple[Group, ...]:
    """Return the reader's own groups by name, from the one after `after`."""
    if reader.organisation is None:
        return ()
    query = select(groups).where(
        groups.c.organisation == reader.organisation, groups.c.deleted_at.is_(None), groups.c.name > after
    )
    with record.reading() as connection:
        rows = connection.execute(query.order_by(groups.c.name).limit(limit)).all()
        found = _members(connection, [row.id for row in rows])
    return tuple(_group(row, found.get(row.id, ())) for row in rows)


def rename_group(record: Record, hand: Hand, name: str, new_name: str) -> Group:
    """Give a group another name; what it was shown stays. Raises: GroupUnknown, GroupExists."""
    with record.writing() as connection:
        row = _row(connection, hand.organisation, name)
        if new_name != name:
            _verify_free(connection, hand.organisation, new_name)
            connection.execute(update(groups).where(groups.c.id == row.id).values(name=new_name))
            note(connection, hand, Act.GROUP_RENAMED, {"group": name, "name": new_name})
        found = _members(connection, [row.id]).get(row.id, ())
    return Group(row.id, row.organisation, new_name, found, row.created_at)


def set_members(record: Record, hand: Hand, name: str, organisations: Collection[int]) -> Group:
    """Let a group have just these members from now on. Raises: GroupUnknown."""
    with record.writing() as connection:
        row = _row(connection, hand.organisation, name)
        known = set(_members(connection, [row.id]).get(row.id, ()))
        _change(connection, hand, row, set(organisations) - known, known - set(organisations))
    return _group(row, tuple(sorted(set(organisations))))


def add_member(record: Record, hand: Hand, name: str, organisation: int) -> Group:
    """Take an organisation into a group. Raises: GroupUnknown."""
    with record.writing() as connection:
        row = _row(connection, hand.organisation, name)
        known = set(_members(connection, [row.id]).get(row.id, ()))
        _change(connection, hand, row, {organisation} - known, set())
    return _group(row, tuple(sorted(known | {organisation})))


def remove_member(record: Record, hand: Hand, name: str, organisation: int) -> bool:
    """Take an organisation out of a group and say whether it was in it. Raises: GroupUnknown."""
    with record.writing() as connection:
        row = _row(connection, hand.organisation, name)
        known = set(_members(connection, [row.id]).get(row.id, ()))
        _change(connection, hand, row, set(), {organisation} & known)
    return organisation in known


def delete_group(record: Record, hand: Hand, name: str) -> None:
    """Delete a group: whoever read by it reads no more, and its name is free again. Raises: GroupUnknown."""
    with record.writing() as connection:
        row = _row(connection, hand.organisation, name)
        connection.execute(delete(members).where(members.c.group_id == row.id))
        connection.execute(update(groups).where(groups.c.id == row.id).values(deleted_at=hand.now))
        note(connection, hand, Act.GROUP_DELETED, {"group": name})


def group_subjects(connection: Connection, organisation: int, names: Collection[str]) -> dict[str, int]:
    """Return the subjects of an owner's groups by name. Raises: GroupUnknown."""
    if not names:
        return {}
    query = select(groups.c.name, groups.c.id).where(
        groups.c.organisation == organisation, groups.c.deleted_at.is_(None), groups.c.name.in_(sorted(names))
    )
    found = {name: group_subject(number) for name, number in connection.execute(query)}
    for name in names:
        if name not in found:
            raise GroupUnknown(name)
    return found


def verify_groups(record: Record, organisation: int, names: Collection[str]) -> None:
    """Check that an owner has groups of these names. Raises: GroupUnknown."""
    with record.reading() as connection:
        group_subjects(connection, organisation, names)


def _verify_free(connection: Connection, organisation: int, name: str) -> None:
    taken = select(groups.c.id).where(
        groups.c.organisation == organisation, groups.c.name == name, groups.c.deleted_at.is_(None)
    )
    if connection.execute(taken).one_or_none() is not None:
        raise GroupExists(name)


def _row(connection: Connection, organisation: int | None, name: str) -> Row[tuple[object, ...]]:
    query = select(groups).where(
        groups.c.organisation == organisation, groups.c.name == name, groups.c.deleted_at.is_(None)
    )
    row = connection.execute(query).one_or_none()
    if row is None:
        raise GroupUnknown(name)
    return row


def _members(connection: Connection, ids: Sequence[int]) -> dict[int, tuple[int, ...]]:
    query = "SELECT group_id, organisation FROM reader_group_members WHERE group_id {among} ORDER BY organisation"
    found: dict[int, list[int]] = {}
    for group, organisation in rows_among(connection, query, ids):
        found.setdefault(group, []).append(organisation)
    return {group: tuple(sorted(organisations)) for group, organisations in found.items()}


def _change(
    connection: Connection, hand: Hand, row: Row[tuple[object, ...]], added: Collection[int], removed: Collection[int]
) -> None:
    _add(connection, row.id, sorted(added), hand.now)
    if removed:
        gone = delete(members).where(members.c.group_id == row.id, members.c.organisation.in_(sorted(removed)))
        connection.execute(gone)
    for organisation in sorted(added):
        note(connection, hand, Act.MEMBER_ADDED, {"group": row.name, "organisation": organisation})
    for organisation in sorted(removed):
        note(connection, hand, Act.MEMBER_REMOVED, {"group": row.name, "organisation": organisation})


def _add(connection: Connection, group: int, organisations: Sequence[int], now: datetime) -> None:
    if organisations:
        connection.execute(
            insert(members),
            [{"group_id": group, "organisation": organisation, "added_at": now} for organisation in organisations],
        )


def _group(row: Row[tuple[object, ...]], organisations: tuple[int, ...]) -> Group:
    return Group(row.id, row.organisation, row.name, organisations, row.created_at)
