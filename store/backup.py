"""Backup and restore of the record: one SQLite file, whichever database holds the record, while everything runs.

The file holds bodies, secrets and hashed keys: it is as secret as the record, and only its owner may read it. What waited for the chain
is held after a restore (`store.record.restoring`), so that promises which the chain already has are not kept a second time.
"""

import os
import shutil
import sqlite3
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Connection, Table, func, insert, select, text

from store.database import Record
from store.errors import BackupInvalid, RecordNotEmpty
from store.opening import open_record
from store.record.restoring import note_restoration
from store.record.tables import RECORD

PORTION = 1_000
"""Rows copied at a time."""


def backup_record(record: Record, file: Path) -> None:
    """Write a backup, as of one moment; the file appears only once it is whole.

    Raises: FileExistsError.
    """
    if file.exists():
        raise FileExistsError(file)
    draft = file.with_name(f".{file.name}.draft")
    draft.unlink(missing_ok=True)
    os.close(os.open(draft, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    try:
        if record.is_sqlite:
            _copy_file(Path(str(record.engine.url.database)), draft)
        else:
            _copy_tables_into(record, draft)
        draft.rename(file)
    finally:
        for left in (draft, draft.with_name(f"{draft.name}-wal"), draft.with_name(f"{draft.name}-shm")):
            left.unlink(missing_ok=True)


def restore_record(file: Path, url: str, now: datetime | None = None) -> None:
    """Fill an empty record from a backup, also of an older version or of the other kind of database.

    Raises: BackupInvalid, RecordNotEmpty.
    """
    restored_at = datetime.now(UTC) if now is None else now
    verify_backup(file)
    with tempfile.TemporaryDirectory(prefix="suyuan-restore-") as folder:
        copy = Path(folder) / "record.db"
        shutil.copyfile(file, copy)
        # Opening brings the copy's schema up to date; the backup stays as it is.
        source = open_record(f"sqlite:///{copy}")
        target = open_record(url)
        try:
            with source.reading() as reading, target.writing() as writing:
                _verify_empty(writing)
                for table in RECORD.sorted_tables:
                    _copy_rows(reading, writing, table)
                if not target.is_sqlite:
                    _raise_sequences(writing)
                note_restoration(writing, restored_at)
        finally:
            source.close()
            target.close()


def verify_backup(file: Path) -> None:
    """Check that a file is a whole backup. Raises: BackupInvalid."""
    try:
        connection = sqlite3.connect(f"file:{file}?mode=ro", uri=True)
    except sqlite3.Error as error:
        raise BackupInvalid(str(file), str(error)) from None
    try:
        if (found := connection.execute("PRAGMA integrity_check").fetchone()[0]) != "ok":
            raise BackupInvalid(str(file), str(found))
        names = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        if not {"events", "outbox", "account_keys"} <= names:
            raise BackupInvalid(str(file), "it holds no record")
    except sqlite3.Error as error:
        raise BackupInvalid(str(file), str(error)) from None
    finally:
        connection.close()


def _copy_file(origin: Path, draft: Path) -> None:
    """Copy by SQLite's own backup, which waits for no writer and holds none up."""
    source, target = sqlite3.connect(origin), sqlite3.connect(draft)
    try:
        source.backup(target)
    finally:
        target.close()
        source.close()


def _copy_tables_into(record: Record, draft: Path) -> None:
    target = open_record(f"sqlite:///{draft}")
    try:
        # REPEATABLE READ: all tables as of one moment, while others write.
        engine = record.engine.execution_options(isolation_level="REPEATABLE READ")
        with engine.connect() as reading, reading.begin(), target.writing() as writing:
            for table in RECORD.sorted_tables:
                _copy_rows(reading, writing, table)
    finally:
        target.close()


def _copy_rows(reading: Connection, writing: Connection, table: Table) -> None:
    rows = reading.execution_options(stream_results=True).execute(select(table))
    for portion in rows.mappings().partitions(PORTION):
        writing.execute(insert(table), [dict(row) for row in portion])


def _verify_empty(connection: Connection) -> None:
    for table in RECORD.sorted_tables:
        rows = connection.execute(select(func.count()).select_from(table)).scalar_one()
        if rows:
            raise RecordNotEmpty(table.name, rows)


def _raise_sequences(connection: Connection) -> None:
    """Let PostgreSQL give numbers after those that were copied."""
    for table in RECORD.sorted_tables:
        if table.autoincrement_column is not None and table.autoincrement_column.name == "id":
            sequence = f"pg_get_serial_sequence('{table.name}', 'id')"
            connection.execute(
                text(f"SELECT setval({sequence}, (SELECT coalesce(max(id), 0) + 1 FROM {table.name}), false)")
            )
