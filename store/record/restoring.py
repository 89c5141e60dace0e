"""After a restore: promises are held until the chain was asked whether it has them, and the mirror is filled again.

A backup is older than the chain. What waited when it was made may have been sent since, in a transaction that the backup does not
know: sent again it would stand on the chain twice. So the indexer first takes in the whole chain, settles what is there, and only
then lets the rest wait again.
"""

from datetime import datetime

from sqlalchemy import Connection, exists, func, insert, select, update

from store.columns import table_of
from store.database import Record
from store.record.outbox import outbox
from store.record.payloads import Progress
from store.record.tables import RestorationRow

restorations = table_of(RestorationRow)


def note_restoration(connection: Connection, now: datetime) -> None:
    """Note a restore within its transaction, and hold what waits."""
    connection.execute(insert(restorations), {"restored_at": now})
    held = update(outbox).where(outbox.c.state == Progress.WAITING, outbox.c.commitment.is_not(None))
    connection.execute(held.values(state=Progress.HELD))


def newest_restoration(record: Record) -> int:
    """Return the number of the newest restore, 0 if there was none."""
    with record.reading() as connection:
        return int(connection.execute(select(func.coalesce(func.max(restorations.c.id), 0))).scalar_one())


def holds_promises(record: Record) -> bool:
    """Whether promises are held."""
    with record.reading() as connection:
        return bool(connection.execute(select(exists().where(outbox.c.state == Progress.HELD))).scalar_one())


def release_held(record: Record, now: datetime) -> int:
    """Let what is still held wait again and return how many rows that were: the chain does not have them."""
    with record.writing() as connection:
        held = update(outbox).where(outbox.c.state == Progress.HELD)
        return connection.execute(held.values(state=Progress.WAITING, changed_at=now)).rowcount
