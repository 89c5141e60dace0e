"""Schemas and their versions: the record is migrated step by step, the mirror is made anew.

The record cannot be had again, so each change of its tables is a revision under `store/migrations`, run by Alembic in one
transaction. The mirror can: a change of its tables raises `MIRROR_VERSION`, the tables are dropped, and the indexer fills them.
"""

import hashlib
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, Dialect, inspect, text
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.schema import CreateIndex, CreateTable

from store.database import Mirror, Record
from store.errors import SchemaTooNew
from store.mirror import audiences, event_tables, member_tables
from store.mirror.tables import MIRROR
from store.record import access_tables, exchange_tables, link_tables, saying_tables, subscription_tables

RECORD_VERSION = "0010"
"""Newest revision under `store/migrations/versions`."""

MIRROR_VERSION = 6
"""Raised with every change of the mirror's tables."""

RECORD_TABLES = (access_tables, exchange_tables, link_tables, saying_tables, subscription_tables)
"""Modules whose tables belong to the record's metadata once they are imported."""

MIRROR_TABLES = (audiences, event_tables, member_tables)
"""Modules whose tables belong to the mirror's metadata once they are imported."""

LOCK = 0x5363_6865_6D61
"""Advisory lock that lets processes which start together change a PostgreSQL schema one after the other."""

MIGRATIONS = Path(__file__).parent / "migrations"


def migrate_record(record: Record) -> None:
    """Bring the record's schema up to date. Raises: SchemaTooNew."""
    with record.reading() as connection:
        if _record_version(connection) == RECORD_VERSION:
            return
    with record.writing() as connection:
        _lock(connection)
        found = _record_version(connection)
        if found is not None and found > RECORD_VERSION:
            raise SchemaTooNew("record", found, RECORD_VERSION)
        if found != RECORD_VERSION:
            command.upgrade(migration_settings(connection), "head")


def renew_mirror(mirror: Mirror) -> None:
    """Make the mirror's tables, dropping those of an older version first. Raises: SchemaTooNew."""
    with mirror.reading() as connection:
        if _mirror_version(connection) == MIRROR_VERSION:
            return
    with mirror.writing() as connection:
        _lock(connection)
        found = _mirror_version(connection)
        if found is not None and found > MIRROR_VERSION:
            raise SchemaTooNew("mirror", str(found), str(MIRROR_VERSION))
        if found == MIRROR_VERSION:
            return
        if found is not None:
            MIRROR.drop_all(connection)
        MIRROR.create_all(connection)
        connection.execute(text("CREATE TABLE IF NOT EXISTS mirror_version (version INTEGER NOT NULL)"))
        connection.execute(text("DELETE FROM mirror_version"))
        connection.execute(text("INSERT INTO mirror_version VALUES (:version)"), {"version": MIRROR_VERSION})


def migration_settings(connection: Connection) -> Config:
    """Return what Alembic needs to migrate the record over an open connection."""
    settings = Config()
    settings.set_main_option("script_location", str(MIGRATIONS))
    settings.set_main_option("path_separator", "os")
    settings.attributes["connection"] = connection
    return settings


def mirror_digest() -> str:
    """Return a digest of the mirror's tables as both databases make them: it changes with them, and a test holds it."""
    statements: list[str] = []
    dialects: tuple[Dialect, ...] = (sqlite.dialect(), postgresql.dialect())  # type: ignore[no-untyped-call]  # they are classes
    for dialect in dialects:
        for table in MIRROR.sorted_tables:
            statements.append(str(CreateTable(table).compile(dialect=dialect)))
            indexes = sorted(table.indexes, key=lambda index: str(index.name))
            statements += [str(CreateIndex(index).compile(dialect=dialect)) for index in indexes]
    return hashlib.sha256("\n".join(statements).encode()).hexdigest()[:16]


def _record_version(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    found: str | None = connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one_or_none()
    return found


def _mirror_version(connection: Connection) -> int | None:
    if not inspect(connection).has_table("mirror_version"):
        return None
    found: int | None = connection.execute(text("SELECT version FROM mirror_version")).scalar_one_or_none()
    return found


def _lock(connection: Connection) -> None:
    # SQLite holds its write lock already.
    if connection.dialect.name != "sqlite":
        connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": LOCK})
