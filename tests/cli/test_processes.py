"""The supervisor: order of start, revival after a death, end in reverse order."""

import os
import signal
import sys
import threading
from pathlib import Path

import pytest
from waiting import PATIENCE, awaited

from cli import processes
from cli.processes import Child, Supervisor

SLEEPER = "import signal, sys, time; signal.signal(signal.SIGTERM, lambda *_: sys.exit(0)); print('up', flush=True); time.sleep(600)"


@pytest.fixture
def fast(monkeypatch):
    """Let children be plain Python, and pauses short."""
    monkeypatch.setattr(processes, "_FIRST_PAUSE", 0.05)
    real = processes.subprocess.Popen

    def popen(command, **options):
        assert command[1:3] == ["-m", "cli.main"]
        return real([sys.executable, "-c", command[3]], **options)

    monkeypatch.setattr(processes.subprocess, "Popen", popen)


def test_a_child_that_dies_is_started_again(fast, tmp_path: Path):
    supervisor = Supervisor((Child("one", (SLEEPER,)),), {}, tmp_path)
    supervisor.start()
    first = supervisor.process_ids()["one"]
    watching = threading.Thread(target=supervisor.watch)
    watching.start()

    os.kill(first, signal.SIGKILL)

    awaited(lambda: supervisor.process_ids().get("one") not in (None, first), "another child")
    supervisor.stop.set()
    watching.join(PATIENCE)
    assert {} == supervisor.process_ids()


def test_a_child_starts_when_the_one_before_is_ready(fast, tmp_path: Path):
    ready = threading.Event()
    supervisor = Supervisor((Child("one", (SLEEPER,), ready.is_set), Child("two", (SLEEPER,))), {}, tmp_path)
    starting = threading.Thread(target=supervisor.start)
    starting.start()
    awaited(lambda: "one" in supervisor.process_ids(), "the first child")

    assert "two" not in supervisor.process_ids()

    ready.set()
    starting.join(PATIENCE)
    assert {"one", "two"} == set(supervisor.process_ids())
    supervisor.terminate()


def test_a_child_that_never_gets_ready_is_named(fast, tmp_path: Path):
    supervisor = Supervisor((Child("one", (SLEEPER,), lambda: False),), {}, tmp_path)

    with pytest.raises(TimeoutError, match=r"one was not ready.*one\.log"):
        supervisor.start(patience=0.3)

    supervisor.terminate()
