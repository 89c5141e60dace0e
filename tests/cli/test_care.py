"""`suyuan status`, `audit`, `rebuild`, `backup`, `restore`: care of an installation."""

import stat
from pathlib import Path

from terminals import Terminal


def test_the_status_names_outbox_mirror_chain_and_api(terminal: Terminal):
    said = terminal.must("status")

    assert [line.partition(":")[0] for line in said.lines[-3:]] == ["mirror", "chain", "api"]
    assert "api: answers" == said.lines[-1]
    assert "outbox waiting: 0" in said.lines


def test_an_audit_of_an_untouched_installation_finds_nothing(terminal: Terminal):
    assert "mirror, record and chain agree\n" == terminal.must("audit").out


def test_a_rebuild_beside_a_running_indexer_is_refused_with_the_cure(terminal: Terminal):
    said = terminal.run("rebuild")

    assert (1, True) == (said.code, "stop the running indexer" in said.err)


def test_a_backup_is_for_its_owner_only_and_restores_into_an_empty_installation(
    terminal: Terminal, fresh: Terminal, tmp_path: Path
):
    file = tmp_path / "backup.db"

    terminal.must("backup", str(file))
    again = terminal.run("backup", str(file))
    restored = fresh.must("restore", str(file))
    over = fresh.run("restore", str(file))

    assert 0o600 == stat.S_IMODE(file.stat().st_mode)
    assert (1, True) == (again.code, "exists; name another file" in again.err)
    assert "put network.json and keystores/" in restored.err
    assert (1, True) == (over.code, "the record is not empty" in over.err)


def test_what_is_no_backup_is_refused(fresh: Terminal, tmp_path: Path):
    (tmp_path / "x.db").write_text("no database", encoding="utf-8")

    said = fresh.run("restore", str(tmp_path / "x.db"))

    assert (1, True) == (said.code, "cannot be restored" in said.err)
