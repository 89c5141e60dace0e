"""`suyuan status`, `audit`, `rebuild`, `backup`, `restore`: care of an installation."""

import shutil
import stat
from pathlib import Path

from terminals import Terminal

from chain.errors import AnswerDisproved
from indexer.alarm import alarm_of, write_alarm
from indexer.status import Status, write_status


def test_the_status_names_outbox_mirror_chain_and_api(terminal: Terminal):
    said = terminal.must("status")

    assert [line.partition(":")[0] for line in said.lines[-4:]] == ["mirror", "chain", "finality", "api"]
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


def test_an_alarm_is_shown_until_an_operator_lets_the_indexer_go_on(terminal: Terminal):
    home = Path(terminal.environment["SUYUAN_HOME"])
    refused = terminal.run("resume")

    write_alarm(home, alarm_of(AnswerDisproved("the root of the receipts", 7, b"\x01" * 32, b"\x02" * 32), 0.0))
    shown = terminal.must("status")
    said = terminal.must("resume")

    assert (1, True) == (refused.code, "there is no alarm" in refused.err)
    [line] = [line for line in shown.lines if line.startswith("ALARM")]
    assert f"block 7: the root of the receipts must be 0x{'01' * 32}, what it answered gives 0x{'02' * 32}" in line
    assert "run `suyuan resume`" in line
    assert "the indexer goes on" in said.out
    assert "ALARM" not in terminal.must("status").out


def test_what_troubles_the_indexer_is_shown(terminal: Terminal, fresh: Terminal):
    home = Path(fresh.environment["SUYUAN_HOME"])
    home.mkdir(exist_ok=True)
    shutil.copyfile(Path(terminal.environment["SUYUAN_HOME"]) / "network.json", home / "network.json")
    write_status(home, Status(0.0, 3, 5, 0, 0, ("the node has an old head",)))

    assert "trouble: the node has an old head" in fresh.must("status").lines


def test_what_is_no_backup_is_refused(fresh: Terminal, tmp_path: Path):
    (tmp_path / "x.db").write_text("no database", encoding="utf-8")

    said = fresh.run("restore", str(tmp_path / "x.db"))

    assert (1, True) == (said.code, "cannot be restored" in said.err)
