"""One database: its engine, its settings by kind, and its two sorts of transaction."""

import contextlib
import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, ExceptionContext, create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, OperationalError

from store.errors import DatabaseAddressUnknown, StoreCannotWrite

WRITING = "suyuan_writing"
"""Execution option that makes SQLite take its write lock at once."""

BUSY_TIMEOUT = 30_000
"""Milliseconds that a SQLite writer waits for another process's write."""

MOST_MAPPED = 64 << 30
"""Bytes of a SQLite file that are read in place where it is mapped; SQLite itself takes no more than it was built for (2 GB)."""


class Database:
    """An opened SQLite file or PostgreSQL database, shared by threads."""

    def __init__(self, url: str, *, synchronous: str, cache_megabytes: int = 32, mapped: bool = False) -> None:
        self.url = url
        self.engine: Engine = _engine(url, synchronous, cache_megabytes, MOST_MAPPED if mapped else 0)

    @property
    def is_sqlite(self) -> bool:
        """Whether the database is a SQLite file."""
        return self.engine.dialect.name == "sqlite"

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Open a transaction that sees one state of the database and changes nothing."""
        with self.engine.connect() as connection, connection.begin() as transaction:
            yield connection
            transaction.rollback()

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Open a transaction that is committed at the end, or rolled back by an exception.

        Raises:
            StoreCannotWrite: the disk is full, or refuses.
        """
        try:
            with self.engine.connect().execution_options(**{WRITING: True}) as connection, connection.begin():
                yield connection
        except OperationalError as error:
            if (reason := _disk_refusal(error)) is not None:
                raise StoreCannotWrite(reason) from error
            raise

    def close(self) -> None:
        """Close every connection."""
        self.engine.dispose()


class Record(Database):
    """The record: bodies, secrets, outbox, jobs, accounts. A commit is on the disk when it returns."""

    def __init__(self, url: str) -> None:
        super().__init__(url, synchronous="FULL")


class Mirror(Database):
    """The mirror: what the chain said, arranged for queries. It can be deleted and rebuilt."""

    def __init__(self, url: str, *, cache_megabytes: int = 32, mapped: bool = False) -> None:
        super().__init__(url, synchronous="NORMAL", cache_megabytes=cache_megabytes, mapped=mapped)


def _engine(url: str, synchronous: str, cache_megabytes: int, mapped_bytes: int) -> Engine:
    # hide_parameters: the text of a database error must never carry a body or a secret into a log.
    try:
        parsed = make_url(url)
    except ArgumentError:
        raise DatabaseAddressUnknown(url) from None
    if parsed.drivername == "sqlite":
        if parsed.database in (None, "", ":memory:"):
            raise DatabaseAddressUnknown(url)
        _make_private(Path(parsed.database))
        sqlite = {"check_same_thread": False, "timeout": BUSY_TIMEOUT / 1000}
        engine = create_engine(parsed, connect_args=sqlite, hide_parameters=True)
        _prepare_sqlite(engine, synchronous, cache_megabytes, mapped_bytes)
        return engine
    if parsed.drivername == "postgresql+psycopg":
        engine = create_engine(parsed, pool_pre_ping=True, hide_parameters=True)
        event.listen(engine, "handle_error", _without_detail)
        return engine
    raise DatabaseAddressUnknown(url)


def _disk_refusal(error: OperationalError) -> str | None:
    """Return what the disk below a database says, or None where something else is wrong (SQLite: result codes; PostgreSQL: class 53)."""
    cause = error.orig
    if isinstance(cause, sqlite3.Error):
        code = getattr(cause, "sqlite_errorcode", 0) & 0xFF
        return str(cause) if code in (sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_READONLY) else None
    return str(cause).strip().splitlines()[0] if getattr(cause, "sqlstate", None) == "53100" else None


def _make_private(file: Path) -> None:
    """Let only the owner read a new database, which holds secrets; SQLite gives its side files the same permissions."""
    with contextlib.suppress(FileExistsError):
        os.close(os.open(file, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))


def _without_detail(context: ExceptionContext) -> None:
    """Cut PostgreSQL's detail off an error: "Failing row contains (…)" repeats bodies and secrets."""
    original: Any = context.original_exception
    diagnosis = getattr(original, "diag", None)
    if diagnosis is None or diagnosis.message_detail is None:
        return
    original.args = (diagnosis.message_primary,)
    if context.sqlalchemy_exception is not None:
        context.sqlalchemy_exception.args = (f"({type(original).__name__}) {diagnosis.message_primary}",)


def _prepare_sqlite(engine: Engine, synchronous: str, cache_megabytes: int, mapped_bytes: int) -> None:
    """Give every connection WAL and leave BEGIN to us: the driver's own begins come too late for reads and for DDL."""

    def connected(connection: Any, _: Any) -> None:
        connection.isolation_level = None
        for pragma in (
            f"busy_timeout={BUSY_TIMEOUT}",
            "journal_mode=WAL",
            f"synchronous={synchronous}",
            "foreign_keys=ON",
            f"cache_size=-{cache_megabytes * 1024}",
            f"mmap_size={mapped_bytes}",
            "wal_autocheckpoint=20000",
            "temp_store=MEMORY",
        ):
            connection.execute(f"PRAGMA {pragma}")

    def begun(connection: Connection) -> None:
        writing = connection.get_execution_options().get(WRITING, False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")

    event.listen(engine, "connect", connected)
    event.listen(engine, "begin", begun)
