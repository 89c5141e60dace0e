"""The submission process: it waits for the chain, says what it does, and ends when it is told to."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from waiting import awaited

from chain.errors import NetworkFileInvalid, PassphraseMissing
from store.record.progress import Progress
from submission.main import run, settings_from
from submission.status import Status, read_status, write_status
from submission.writer_lock import writer_lock

ROOT = Path(__file__).resolve().parents[2]


def environment_of(installation) -> dict[str, str]:
    return {
        "SUYUAN_HOME": str(installation.home),
        "SUYUAN_RECORD_URL": installation.settings.record_url,
        "SUYUAN_PASSPHRASE_FILE": str(installation.home / "passphrase"),
    }


@pytest.fixture
def process(installation):
    """Return a running submission process of the installation, as a thread with its stop."""
    stop = threading.Event()
    thread = threading.Thread(target=run, args=(environment_of(installation), stop))
    thread.start()
    yield stop
    stop.set()
    thread.join()


def test_what_is_promised_while_it_runs_comes_to_the_chain(installation, process, created_events):
    rows = installation.promise(1, *created_events(5))

    awaited(lambda: installation.row(rows[-1]).progress is Progress.FINAL, "the last row to be final")

    assert 5 == len(installation.recorded())


def test_a_chain_that_goes_away_and_comes_back_is_waited_for(installation, process, created_events):
    rows = installation.promise(1, *created_events(3))
    awaited(lambda: installation.row(rows[-1]).progress is Progress.FINAL, "the last row to be final")
    installation.chain.kill()
    rows += installation.promise(1, *created_events(6)[3:])
    awaited(
        lambda: (status := read_status(installation.home)) is not None and status.last_error is not None,
        "a word about the chain",
    )

    installation.chain.start()

    awaited(lambda: installation.row(rows[-1]).progress is Progress.FINAL, "the last row to be final")
    assert [event.commitment for event in created_events(6)] == installation.recorded()


def test_the_status_counts_rows_and_transactions(installation, process, created_events):
    rows = installation.promise(1, *created_events(5))
    awaited(lambda: installation.row(rows[-1]).progress is Progress.FINAL, "the last row to be final")

    awaited(
        lambda: (status := read_status(installation.home)) is not None and status.final == 9,
        "a status that counts nine rows",
    )

    status = read_status(installation.home)
    assert (0, 0, 0, {}) == (status.waiting, status.sent, status.failed, status.stuck)
    assert status.signed == status.mined > 0


def test_a_process_that_starts_before_the_chain_waits_for_it_and_can_be_stopped_meanwhile(installation):
    installation.chain.kill()
    stop = threading.Event()
    thread = threading.Thread(target=run, args=(environment_of(installation), stop))
    thread.start()
    stop.set()
    thread.join()

    # The lock is free again: nothing is left of the process.
    with writer_lock(installation.home):
        pass


def test_the_command_ends_in_order_on_a_signal(installation):
    process = subprocess.Popen(
        [sys.executable, "-m", "submission"], cwd=ROOT, env=os.environ | environment_of(installation)
    )
    awaited(lambda: read_status(installation.home) is not None, "a status")
    process.send_signal(signal.SIGTERM)

    assert 0 == process.wait()


def test_the_command_says_what_is_missing(tmp_path):
    done = subprocess.run(
        [sys.executable, "-m", "submission"],
        cwd=ROOT,
        env=os.environ | {"SUYUAN_HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
        stdin=subprocess.DEVNULL,
    )

    assert 1 == done.returncode
    assert "SUYUAN_PASSPHRASE_FILE" in done.stderr


def test_without_network_or_passphrase_it_does_not_start(tmp_path):
    (tmp_path / "passphrase").write_text("x\n")

    with pytest.raises(NetworkFileInvalid):
        run({"SUYUAN_HOME": str(tmp_path), "SUYUAN_PASSPHRASE_FILE": str(tmp_path / "passphrase")}, threading.Event())
    with pytest.raises(PassphraseMissing):
        run({"SUYUAN_HOME": str(tmp_path), "SUYUAN_PASSPHRASE_FILE": str(tmp_path / "none")}, threading.Event())


def test_settings_come_from_the_environment(tmp_path):
    settings = settings_from({"SUYUAN_HOME": str(tmp_path), "SUYUAN_RPC_URL": "http://node:1"})

    assert (tmp_path, f"sqlite:///{tmp_path / 'record.db'}", tmp_path / "keystores", "http://node:1") == (
        settings.home,
        settings.record_url,
        settings.keystores,
        settings.rpc_url,
    )


def test_a_status_is_read_as_it_was_written_or_not_at_all(tmp_path):
    status = Status(1.0, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, "why", {"a": "b"})
    assert read_status(tmp_path) is None

    write_status(tmp_path, status)
    assert status == read_status(tmp_path)

    (tmp_path / "submission.status.json").write_text("{")
    assert read_status(tmp_path) is None
