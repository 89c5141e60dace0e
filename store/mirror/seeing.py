"""Which rows of the mirror a reader may know: the same condition for events, names, edges and custody."""

from sqlalchemy import ColumnElement, FromClause, exists, or_

from store.mirror.projecting import event_readers, withdrawals
from store.mirror.projection import Audience
from store.reader import Reader


def sees_row(table: FromClause, reader: Reader) -> ColumnElement[bool]:
    """Return the condition that the reader may know a row, by the row's audience and the event that it comes from."""
    if reader.organisation is None:
        return table.c.audience == Audience.ANYONE
    return or_(table.c.audience <= Audience.MEMBERS, sees_whole(table, reader))


def sees_whole(table: FromClause, reader: Reader) -> ColumnElement[bool]:
    """Return the condition that the reader sees the whole event of a row."""
    return exists().where(
        event_readers.c.position == table.c.position, event_readers.c.organisation == (reader.organisation or 0)
    )


def stands(table: FromClause) -> ColumnElement[bool]:
    """Return the condition that the event of a row was not declared wrong by its own organisation."""
    return ~exists().where(withdrawals.c.position == table.c.position)
