"""Where a reader belongs at the moment when it asks: its groups, and the grants that run and reach it.

This is asked once for each question. So a change of members, an end and a revocation hold at once, for everything.
"""

from collections.abc import Collection, Sequence
from datetime import datetime

import msgspec
from sqlalchemy import Connection, or_, select

from store.columns import table_of
from store.database import Record
from store.reader import Reader, grant_subject, group_subject
from store.record.access_tables import GrantRow, GrantTargetRow
from store.record.groups import groups, members

grants = table_of(GrantRow)
targets = table_of(GrantTargetRow)


def reader_of(
    record: Record, organisation: int | None, roles: Collection[str] = (), now: datetime | None = None
) -> Reader:
    """Return an organisation, or anyone, as the reader that it is now."""
    with record.reading() as connection:
        return reader_in(connection, organisation, roles, now or datetime.now().astimezone())


def reader_in(connection: Connection, organisation: int | None, roles: Collection[str], now: datetime) -> Reader:
    """Return the reader as `reader_of` does, within a transaction."""
    mine = () if organisation is None else _groups(connection, organisation)
    reached: dict[int, tuple[str, ...]] = {}
    runs = grants.c.revoked_at.is_(None) & or_(grants.c.until.is_(None), grants.c.until > now)
    to_many = select(grants.c.id, grants.c.hidden).where(
        or_(grants.c.to_anyone, grants.c.to_members), grants.c.revoked_at.is_(None), runs
    )
    if organisation is None:
        to_many = to_many.where(grants.c.to_anyone)
    for number, hidden in connection.execute(to_many):
        reached[number] = msgspec.json.decode(hidden, type=tuple[str, ...])
    if organisation is not None:
        named = (
            select(grants.c.id, grants.c.hidden)
            .join(targets, targets.c.grant_id == grants.c.id)
            .where(targets.c.subject.in_((organisation, *mine)), runs)
        )
        for number, hidden in connection.execute(named):
            reached[number] = msgspec.json.decode(hidden, type=tuple[str, ...])
    whole = [grant_subject(number) for number, hidden in sorted(reached.items()) if not hidden]
    partial = [(grant_subject(number), hidden) for number, hidden in sorted(reached.items()) if hidden]
    return Reader(organisation, frozenset(roles), (*mine, *whole), tuple(partial))


def _groups(connection: Connection, organisation: int) -> Sequence[int]:
    query = (
        select(members.c.group_id)
        .join(groups, groups.c.id == members.c.group_id)
        .where(members.c.organisation == organisation, groups.c.deleted_at.is_(None))
        .order_by(members.c.group_id)
    )
    return tuple(group_subject(number) for number in connection.execute(query).scalars())
