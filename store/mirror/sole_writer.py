"""One writer of the mirror at a time: two would give the same number to different keys."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import text

from store.database import Mirror
from store.errors import MirrorBusy
from store.file_lock import locked_file

LOCK = 0x4D69_7272_6F72
"""Advisory lock of PostgreSQL, which its server frees when the process ends, however it ends."""


@contextmanager
def sole_writer(mirror: Mirror) -> Iterator[None]:
    """Be the mirror's writer until the block ends. Raises: MirrorBusy."""
    if mirror.is_sqlite:
        with locked_file(Path(f"{mirror.engine.url.database}.lock"), MirrorBusy()):
            yield
        return
    with mirror.engine.connect() as connection:
        if not connection.execute(text("SELECT pg_try_advisory_lock(:lock)"), {"lock": LOCK}).scalar_one():
            raise MirrorBusy
        # The lock belongs to the session, not to the transaction that took it.
        connection.commit()
        try:
            yield
        finally:
            connection.execute(text("SELECT pg_advisory_unlock(:lock)"), {"lock": LOCK})
            connection.commit()
