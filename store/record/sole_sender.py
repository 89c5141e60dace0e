"""One process at a time that sends to subscribers, also where several machines share one record on PostgreSQL."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import text

from store.database import Record

LOCK = 0x5365_6E64_6572
"""Advisory lock of PostgreSQL, which its server frees when the process ends, however it ends."""


@contextmanager
def sole_sender(record: Record) -> Iterator[bool]:
    """Hold the record's lock until the block ends, and say whether it was free; a file is locked by its machine's processes otherwise."""
    if record.is_sqlite:
        yield True
        return
    with record.engine.connect() as connection:
        is_free = bool(connection.execute(text("SELECT pg_try_advisory_lock(:lock)"), {"lock": LOCK}).scalar_one())
        # The lock belongs to the session, not to the transaction that took it.
        connection.commit()
        try:
            yield is_free
        finally:
            if is_free:
                connection.execute(text("SELECT pg_advisory_unlock(:lock)"), {"lock": LOCK})
                connection.commit()
