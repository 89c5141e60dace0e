"""The record is migrated step by step, the mirror is made anew; both know their version."""

import traceback
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import text

from store import Mirror, Record, open_mirror, open_record
from store.errors import DatabaseAddressUnknown, SchemaTooNew
from store.record.tables import RECORD
from store.schema import MIRROR_VERSION, RECORD_VERSION, migration_settings, mirror_digest

DIGESTS = {
    1: "f76a7d92a255a161",
    2: "d4733079e1d9dbb2",
    3: "2d3f9939b762d487",
    4: "d475efa863df7382",
    5: "fc2d24541698e297",
    6: "63ee6be26a63a5b9",
}
"""Digest of the mirror's tables at each version: whoever changes the tables raises the version and adds a line."""


def test_the_migrations_lead_to_the_tables_of_the_models(record: Record) -> None:
    with record.reading() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": False})

        assert compare_metadata(context, RECORD) == []


def test_the_newest_revision_is_the_version(record: Record) -> None:
    with record.reading() as connection:
        script = ScriptDirectory.from_config(migration_settings(connection))

        assert script.get_current_head() == RECORD_VERSION


def test_opening_again_changes_nothing(record: Record, mirror: Mirror) -> None:
    with record.writing() as connection:
        connection.execute(text("INSERT INTO forgettings (commitment, forgotten_at) VALUES (:word, 0)"), {"word": b"x"})

    again = open_record(record.engine.url.render_as_string(hide_password=False))

    with again.reading() as connection:
        assert connection.execute(text("SELECT count(*) FROM forgettings")).scalar_one() == 1
    again.close()


def test_a_record_of_a_newer_program_is_left_alone(record: Record) -> None:
    with record.writing() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))

    with pytest.raises(SchemaTooNew, match="9999"):
        open_record(record.engine.url.render_as_string(hide_password=False))


def test_the_mirrors_version_rises_with_its_tables() -> None:
    assert mirror_digest() == DIGESTS[MIRROR_VERSION]


def test_a_mirror_of_an_older_program_is_made_anew(mirror: Mirror) -> None:
    with mirror.writing() as connection:
        connection.execute(text("INSERT INTO blocks VALUES (1, :word, :word, 1)"), {"word": b"x"})
        connection.execute(text("UPDATE mirror_version SET version = 0"))

    again = open_mirror(mirror.engine.url.render_as_string(hide_password=False))

    with again.reading() as connection:
        assert connection.execute(text("SELECT count(*) FROM blocks")).scalar_one() == 0
        assert connection.execute(text("SELECT version FROM mirror_version")).scalar_one() == MIRROR_VERSION
    again.close()


def test_a_mirror_of_a_newer_program_is_left_alone(mirror: Mirror) -> None:
    with mirror.writing() as connection:
        connection.execute(text("UPDATE mirror_version SET version = 99"))

    with pytest.raises(SchemaTooNew, match="99"):
        open_mirror(mirror.engine.url.render_as_string(hide_password=False))


@pytest.mark.parametrize("url", ["mysql://firm:word@host/name", "sqlite://", "sqlite:///:memory:", "nothing"])
def test_another_database_is_refused_without_repeating_its_password(url: str) -> None:
    with pytest.raises(DatabaseAddressUnknown) as refusal:
        open_record(url)

    assert "word" not in str(refusal.value)


def test_an_error_of_the_database_repeats_no_value(record: Record) -> None:
    values = {"secret": bytes(range(32)), "body": "keep-this"}
    with pytest.raises(Exception) as refusal, record.writing() as connection:
        connection.execute(text("INSERT INTO events (body, secret) VALUES (:body, :secret)"), values)

    told = "".join(traceback.format_exception(refusal.value))
    assert "keep-this" not in told
    assert "0a0b0c" not in told


def test_only_its_owner_may_read_a_new_database(tmp_path: Path) -> None:
    record = open_record(f"sqlite:///{tmp_path / 'record.db'}")
    with record.writing() as connection:
        connection.execute(text("DELETE FROM events"))

    assert [path.name for path in tmp_path.iterdir() if path.stat().st_mode & 0o077] == []
    record.close()
