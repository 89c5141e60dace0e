"""Which rows of the mirror a reader may know: the same condition for events, names, values, edges and custody.

Every row has an audience (`store.access`): anyone, the members, the subjects that the owner named for the event, or a set of
subjects of its own. What the reader is and where it belongs it brings along (`Reader.subjects`).
"""

from sqlalchemy import ColumnElement, FromClause, and_, exists, or_, select

from store.access import TO_ANYONE, TO_MEMBERS, TO_READERS
from store.mirror.audiences import audiences
from store.mirror.projecting import event_readers, events, withdrawals
from store.mirror.projection import Shown
from store.reader import Reader


def sees_row(table: FromClause, reader: Reader) -> ColumnElement[bool]:
    """Return the condition that the reader may know a row, by the row's audience and the event that it comes from."""
    audience = table.c.audience
    if not reader.subjects:
        return audience == TO_ANYONE
    to_many = audience == TO_ANYONE if reader.organisation is None else audience <= TO_MEMBERS
    # Few audiences are of their own: they are found once for the statement, not once for each row.
    own = select(audiences.c.audience).where(audiences.c.subject.in_(reader.subjects))
    return or_(
        to_many,
        and_(audience == TO_READERS, sees_whole(table, reader)),
        and_(audience > TO_READERS, audience.in_(own)),
    )


def sees_whole(table: FromClause, reader: Reader) -> ColumnElement[bool]:
    """Return the condition that the owner named the reader for the event of a row."""
    # An event names few, a reader may be many: the sum keeps SQLite from seeking each of the reader's subjects in the index.
    return exists().where(
        event_readers.c.position == table.c.position, (event_readers.c.organisation + 0).in_(reader.subjects or (0,))
    )


def seen_in(table: str, reader: Reader) -> tuple[str, tuple[int, ...]]:
    """Return the same condition as text, for a table's name or alias, with the values of its marks `{}`."""
    if not reader.subjects:
        return f"{table}.audience = {TO_ANYONE}", ()
    to_many = TO_ANYONE if reader.organisation is None else TO_MEMBERS
    marks = ", ".join(["{}"] * len(reader.subjects))
    named = f"EXISTS (SELECT 1 FROM event_readers r WHERE r.position = {table}.position AND r.organisation + 0 IN ({marks}))"
    own = f"{table}.audience IN (SELECT a.audience FROM audiences a WHERE a.subject IN ({marks}))"
    condition = (
        f"({table}.audience <= {to_many} OR ({table}.audience = {TO_READERS} AND {named})"
        f" OR ({table}.audience > {TO_READERS} AND {own}))"
    )
    return condition, reader.subjects + reader.subjects


def stands(table: FromClause, reader: Reader) -> ColumnElement[bool]:
    """Return the condition that the event of a row was not declared wrong, as far as the reader may know.

    Only the event's own organisation declares it wrong. The declaration counts for who may know of it, and of what ties the two.
    """
    declaration, declared = events.alias("declaration"), events.alias("declared")
    tied = or_(
        _share(declaration.c.event_id, declared.c.event_id, declaration, declared, Shown.EVENT_ID),
        _share(declaration.c.event_hash, declared.c.event_hash, declaration, declared, Shown.EVENT_HASH),
        declaration.c.organisation == (reader.organisation or 0),
    )
    return ~exists().where(
        withdrawals.c.position == table.c.position,
        declaration.c.position == withdrawals.c.correction,
        declared.c.position == withdrawals.c.position,
        sees_row(declaration, reader),
        tied,
    )


def stands_in(table: str, reader: Reader) -> tuple[str, tuple[int, ...]]:
    """Return the same condition as text, for a table's name or alias, with the values of its marks `{}`."""
    seen, values = seen_in("c", reader)
    identity, hash_of = int(Shown.EVENT_ID), int(Shown.EVENT_HASH)
    tied = (
        f"((c.event_id = d.event_id AND c.shown & d.shown & {identity} <> 0)"
        f" OR (c.event_hash = d.event_hash AND c.shown & d.shown & {hash_of} <> 0) OR c.organisation = {{}})"
    )
    condition = (
        "NOT EXISTS (SELECT 1 FROM withdrawals w JOIN events c ON c.position = w.correction"
        f" JOIN events d ON d.position = w.position WHERE w.position = {table}.position AND {seen} AND {tied})"
    )
    return condition, (*values, reader.organisation or 0)


def _share(
    one: ColumnElement[str], other: ColumnElement[str], declaration: FromClause, declared: FromClause, bit: Shown
) -> ColumnElement[bool]:
    shown = declaration.c.shown.op("&")(declared.c.shown).op("&")(int(bit))
    return and_(one == other, shown != 0)
