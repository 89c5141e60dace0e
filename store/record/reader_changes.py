"""Changes of who may read an event, in order: the mirror writes the rows of such an event anew."""

from collections.abc import Sequence

from sqlalchemy import Connection, func, insert, select

from store.columns import table_of
from store.database import Record
from store.record.access_tables import ReaderChangeRow

changes = table_of(ReaderChangeRow)


def note_changed(connection: Connection, commitments: Sequence[bytes]) -> None:
    """Note within the transaction of the change that the readers of some events are others now."""
    if commitments:
        connection.execute(insert(changes), [{"commitment": commitment} for commitment in commitments])


def newest_change(record: Record) -> int:
    """Return the number of the newest change of readers."""
    with record.reading() as connection:
        return connection.execute(select(func.max(changes.c.id))).scalar_one() or 0


def changed_after(record: Record, number: int, limit: int) -> tuple[tuple[int, bytes], ...]:
    """Return number and commitment of the changes of readers after one with this number: the indexer's way through."""
    query = select(changes.c.id, changes.c.commitment).where(changes.c.id > number)
    with record.reading() as connection:
        rows = connection.execute(query.order_by(changes.c.id).limit(limit))
        return tuple((row_number, commitment) for row_number, commitment in rows)
