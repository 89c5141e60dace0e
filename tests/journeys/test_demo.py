"""The demonstration as a stranger runs it: cut off by Ctrl-C it goes on from there, passes its own walk, and changes nothing twice."""

from __future__ import annotations

import os
import queue
import signal
import socket
import sqlite3
import subprocess
import sys
import threading
import time
from contextlib import closing
from pathlib import Path

import pytest
from ports import free_port_with
from town import ROOT
from waiting import PATIENCE

from chain.engine import engine_path
from chain.errors import EngineMissing

LONG = 6 * PATIENCE
"""Seconds for all that a demonstration does."""
BESIDE = 75
"""How far beside the API the embedded chain listens."""
OPENINGS = {"dossiers": ("opened",)}
"""Columns that looking at a page changes."""


class Demonstration:
    """One run of `suyuan demo`."""

    def __init__(self, home: Path, port: int, *options: str) -> None:
        environment = {name: value for name, value in os.environ.items() if not name.startswith("SUYUAN_")}
        self.home = home
        self.process = subprocess.Popen(
            [sys.executable, "-m", "cli.main", "demo", "--host", "127.0.0.1", "--port", str(port), "--home", str(home), *options],
            cwd=ROOT, env=environment, text=True, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        )  # fmt: skip
        self.said: list[str] = []
        self._lines: queue.Queue[str | None] = queue.Queue()
        self._reader = threading.Thread(target=self._read)
        self._reader.start()

    def until(self, words: str) -> None:
        """Wait until it says something."""
        deadline = time.monotonic() + LONG
        while (line := self._lines.get(timeout=max(0.0, deadline - time.monotonic()))) is not None:
            self.said.append(line)
            if words in line:
                return
        self._lines.put(None)  # Its end was read here; `end` waits for it too.
        self.end()
        raise AssertionError(f"it ended without saying {words!r}:\n" + "".join(self.said))

    def interrupt(self) -> None:
        """Press Ctrl-C and wait until it has ended."""
        self.process.send_signal(signal.SIGINT)
        self.end(PATIENCE)

    def end(self, patience: float = LONG) -> int:
        """Wait until it ends and return its exit code."""
        try:
            code = self.process.wait(patience)
        finally:
            self.process.kill()
            self._reader.join()
        while (line := self._lines.get()) is not None:
            self.said.append(line)
        return code

    @property
    def text(self) -> str:
        """Return all that it said."""
        return "".join(self.said)

    def _read(self) -> None:
        assert self.process.stdout is not None
        with self.process.stdout as output:
            for line in output:
                self._lines.put(line)
        self._lines.put(None)


def processes_of(home: Path) -> list[str]:
    """Return the processes that belong to an installation, by what their environment says."""
    mark = f"SUYUAN_HOME={home}".encode()
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            if mark in (folder / "environ").read_bytes().split(b"\0"):
                found.append((folder / "cmdline").read_bytes().replace(b"\0", b" ").decode())
        except OSError:
            continue  # It has ended, or is somebody else's.
    return found


def rows(database: Path, sql: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(database, timeout=30)) as connection:
        return connection.execute(sql).fetchall()


def record_of(home: Path) -> dict[str, list[tuple[object, ...]]]:
    """Return all that the record holds, but for what counts how often a page was looked at."""
    database = home / "record.db"
    tables = [str(name) for (name,) in rows(database, "SELECT name FROM sqlite_master WHERE type = 'table'")]
    content = {}
    for table in tables:
        columns = [str(column[1]) for column in rows(database, f"PRAGMA table_info({table})")]
        kept = ", ".join(f'"{name}"' for name in columns if name not in OPENINGS.get(table, ()))
        content[table] = sorted(rows(database, f"SELECT {kept} FROM {table}"), key=repr)
    return content


def told(home: Path) -> object:
    """Return what was captured and what is on the chain: events, what the chain took, and the height of the chain."""
    record = home / "record.db"
    return (
        rows(record, "SELECT id, commitment, body FROM events ORDER BY id"),
        rows(record, "SELECT id, operation, payload FROM outbox WHERE state = 'final' ORDER BY id"),
    )


def height(home: Path) -> int:
    return int(str(rows(home / "mirror.db", "SELECT block_number FROM checkpoint")[0][0]))


@pytest.fixture(scope="module")
def stage(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, int]:
    """Return the folder and the port of a demonstration whose first run was cut off by Ctrl-C and whose next one passed."""
    try:
        engine_path()
    except EngineMissing as missing:
        pytest.skip(str(missing))
    home, port = tmp_path_factory.mktemp("demo") / "home", free_port_with(BESIDE)

    first = Demonstration(home, port, "--check")
    first.until("· hailan: capture")
    first.interrupt()
    left = processes_of(home)
    following = Demonstration(home, port, "--check")
    code = following.end()

    assert (130, []) == (first.process.returncode, left), first.text
    assert "the next run goes on from there" in first.text
    assert "Traceback" not in first.text
    assert code == 0, following.text
    return home, port


def test_a_run_that_was_cut_off_is_completed_by_the_next_one_and_passes_its_walk(stage: tuple[Path, int]) -> None:
    home, _ = stage

    assert [] == processes_of(home)
    # Every firm is admitted once, every document captured once.
    profiles = [str(profile) for (profile,) in rows(home / "mirror.db", "SELECT profile FROM organisations")]
    assert len(profiles) == len(set(profiles)) == 9
    assert len(rows(home / "record.db", "SELECT id FROM events")) >= 300
    assert "Traceback" not in "".join(log.read_text(errors="replace") for log in (home / "logs").glob("*.log"))


def test_a_second_run_tells_no_step_and_changes_nothing(stage: tuple[Path, int]) -> None:
    home, port = stage
    before, block = record_of(home), height(home)

    again = Demonstration(home, port)
    again.until("Ctrl-C ends it")
    again.interrupt()

    assert (0, True) == (again.process.returncode, "no steps told" in again.text), again.text
    assert before == record_of(home)
    assert block == height(home)
    assert [] == processes_of(home)


def test_a_second_run_passes_its_walk_and_captures_nothing(stage: tuple[Path, int]) -> None:
    home, port = stage
    before, block = told(home), height(home)

    again = Demonstration(home, port, "--check")

    assert 0 == again.end(), again.text
    assert "every page and answer was as it should be" in again.text
    assert before == told(home)
    assert block == height(home)


def test_a_taken_port_is_named_with_the_cure(stage: tuple[Path, int], tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        refused = Demonstration(tmp_path / "home", port, "--check")
        code = refused.end()

    assert 1 == code
    assert f"port {port} on 127.0.0.1 is taken by another program" in refused.text
    assert f"--port {port + 1}" in refused.text
    assert not (tmp_path / "home").exists()
