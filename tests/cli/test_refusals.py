"""Whatever stands in the way is said in one line with the cure: no traceback, no secret, the right exit code."""

import os
import shutil
import signal
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from terminals import PASSPHRASE, Terminal, document, event, item
from waiting import PATIENCE

COMMANDS = [
    ("status",), ("serve",), ("audit",), ("rebuild",), ("member", "list"), ("prefix", "list"), ("holdings", "--as", "1"),
    ("key", "list", "--as", "1"), ("dossier", "list", "--as", "1"), ("job", "x", "--as", "1"), ("backup", "/nowhere/x"),
    ("recall", "(01)06976001100015(10)L", "--as", "1", "--reason", "x"), ("describe", "06976001100015", "--as", "1"),
    ("lien", "consent", "06976001100015", "--pledgee", "2", "--as", "1"),
]  # fmt: skip


@pytest.mark.parametrize("arguments", COMMANDS, ids=" ".join)
def test_before_init_every_command_says_what_to_run(fresh: Terminal, arguments: tuple[str, ...]):
    said = fresh.run(*arguments)

    assert (1, 1, True) == (said.code, said.err.count("\n"), "Run `suyuan init`" in said.err)


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"SUYUAN_RPC_URL": "nonsense"}, "SUYUAN_RPC_URL is 'nonsense': write it with its port"),
        ({"SUYUAN_PORT": "x"}, "SUYUAN_PORT is 'x': write a number"),
        ({"SUYUAN_PASSPHRASE_FILE": "/nowhere"}, "/nowhere cannot be read"),
    ],
)
def test_a_wrong_setting_is_named(fresh: Terminal, changes: dict[str, str], told: str):
    said = fresh.with_environment(**changes).run("init")

    assert (1, 1, True) == (said.code, said.err.count("\n"), told in said.err)
    assert not fresh.home.exists()


def test_a_second_init_changes_nothing(terminal: Terminal):
    before = (terminal.home / "network.json").read_bytes()

    said = terminal.run("init")

    assert (1, True) == (said.code, "holds a network already" in said.err)
    assert before == (terminal.home / "network.json").read_bytes()


def test_a_second_serve_names_the_port(terminal: Terminal):
    said = terminal.run("serve")

    assert (1, True) == (said.code, f"port {terminal.environment['SUYUAN_PORT']} on 127.0.0.1 is taken" in said.err)


def test_serve_asks_for_a_passphrase_file(terminal: Terminal):
    free = terminal.with_environment(SUYUAN_PORT="1", SUYUAN_PASSPHRASE_FILE="")

    said = free.run("serve")

    assert (1, 1) == (said.code, said.err.count("\n"))


def test_a_wrong_passphrase_is_told_without_it(terminal: Terminal, tmp_path: Path):
    (tmp_path / "wrong").write_text("a wrong passphrase\n", encoding="utf-8")
    wrong = terminal.with_environment(SUYUAN_PASSPHRASE_FILE=str(tmp_path / "wrong"))

    said = wrong.run("lien", "consent", "(01)06976001100015(21)X", "--pledgee", "2", "--as", "1")

    assert (1, True) == (said.code, "the passphrase is wrong" in said.err)
    assert "a wrong passphrase" not in said.err
    assert PASSPHRASE not in said.err


def test_a_database_that_does_not_answer_is_told_without_its_password(terminal: Terminal):
    away = terminal.with_environment(SUYUAN_RECORD_URL="postgresql+psycopg://user:hunter2@127.0.0.1:1/record")

    said = away.run("status")

    assert (1, True) == (said.code, "SUYUAN_RECORD_URL" in said.err)
    assert "hunter2" not in said.err
    assert "Traceback" not in said.err


def test_a_file_that_is_no_database_is_told(terminal: Terminal, tmp_path: Path):
    (tmp_path / "x.db").write_text("no database " * 100, encoding="utf-8")

    said = terminal.with_environment(SUYUAN_RECORD_URL=f"sqlite:///{tmp_path / 'x.db'}").run("status")

    assert (1, 1) == (said.code, said.err.count("\n"))


def test_a_chain_that_does_not_answer_is_told(terminal: Terminal):
    away = terminal.with_environment(SUYUAN_RPC_URL="http://127.0.0.1:1")

    audited = away.run("audit")

    assert (1, True) == (audited.code, "http://127.0.0.1:1 cannot be reached" in audited.err)
    assert "chain: does not answer" in away.must("status").out


def test_misuse_ends_with_2(terminal: Terminal, tmp_path: Path):
    for arguments in (
        ("nonsense",),
        ("capture", "/nowhere.json", "--as", "1"),
        ("holdings",),
        ("holdings", "--as", "0"),
    ):
        assert 2 == terminal.run(*arguments).code, arguments


def test_what_is_promised_but_not_on_the_chain_ends_with_3(terminal: Terminal, fresh: Terminal, tmp_path: Path):
    # A copy of the installation that nobody serves.
    fresh.home.mkdir()
    shutil.copyfile(terminal.home / "network.json", fresh.home / "network.json")
    for name in ("record.db", "mirror.db"):
        with (
            closing(sqlite3.connect(terminal.home / name)) as source,
            closing(sqlite3.connect(fresh.home / name)) as copy,
        ):
            source.backup(copy)

    waited = fresh.run("capture", document(tmp_path, event(item("P1"))), "--as", "1", "--wait", "0.3")
    not_waited = fresh.must("capture", document(tmp_path, event(item("P2"))), "--as", "1", "--wait", "0")

    assert (3, True) == (waited.code, "Still on its way: is `suyuan serve` running?" in waited.err)
    assert "  1 accepted, waiting" == waited.lines[1]
    assert not_waited.out.startswith("job ")


def test_ctrl_c_ends_a_command_that_waits_with_130_and_no_traceback(fresh: Terminal):
    with fresh.process("api") as process:
        assert process.stderr is not None
        try:
            # It has started when it says what it waits for.
            said = process.stderr.readline()
            os.kill(process.pid, signal.SIGINT)
            out, err = process.communicate(timeout=PATIENCE)
        finally:
            process.kill()

    assert "waiting for" in said
    assert 130 == process.returncode
    assert "Traceback" not in out + err
