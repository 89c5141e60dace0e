"""`suyuan serve` starts again what dies: each of its five processes is killed in turn while firms go on capturing."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from founding import town_from
from journey import Journey
from town import PROCESSES, ROOT, NoAnswer, Nursery, Town
from waiting import PATIENCE, awaited


@pytest.fixture(scope="module")
def served(founded: Path, nursery: Nursery, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Town, int]]:
    """Return a town that `suyuan serve` runs, and the pid of that process."""
    town = town_from(founded, tmp_path_factory.mktemp("journeys") / "served", nursery)
    with (town.home / "serve.log").open("wb") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", "cli.main", "serve"],
            cwd=ROOT, env=town.environment, stdin=subprocess.DEVNULL, stdout=log, stderr=log, start_new_session=True,
        )  # fmt: skip
    try:
        answers(town, process)
        yield town, process.pid
        process.send_signal(signal.SIGTERM)
        assert process.wait(PATIENCE) == 0
    finally:
        process.kill()
        process.wait()
        town.close()


def answers(town: Town, process: subprocess.Popen[bytes] | None = None) -> None:
    """Wait until the installation says that it is ready."""

    def look() -> bool:
        if process is not None and process.poll() is not None:
            raise AssertionError((town.home / "serve.log").read_text(encoding="utf-8"))
        try:
            return town.ask("GET", "/readyz").status == 200
        except NoAnswer:
            return False

    awaited(look, "suyuan serve to be ready")


def child(supervisor: int, name: str) -> int | None:
    """Return the pid of a process that the supervisor has started, None while it is not there."""
    for pid in Path(f"/proc/{supervisor}/task/{supervisor}/children").read_text(encoding="ascii").split():
        try:
            words = Path(f"/proc/{pid}/cmdline").read_bytes().split(b"\0")
        except OSError:
            continue  # It has ended since.
        if name.encode() in words:
            return int(pid)
    return None


def test_whatever_of_its_processes_is_killed_comes_back_and_nothing_is_lost(served: tuple[Town, int]) -> None:
    town, supervisor = served
    journey = Journey(town)
    killed = []
    for name in PROCESSES:
        journey.tell_round()
        pid = awaited(lambda name=name: child(supervisor, name), f"{name} to run")
        os.kill(pid, signal.SIGKILL)
        journey.tell_round()
        killed.append(pid)

    answers(town)
    journey.tell_again()

    journey.verify()
    again = [awaited(lambda name=name: child(supervisor, name), f"{name} to run again") for name in PROCESSES]
    assert set(killed).isdisjoint(again)


def test_a_second_one_names_the_port_that_is_taken_and_touches_nothing(served: tuple[Town, int]) -> None:
    town, _ = served

    refused = town.command("serve")

    answers(town)
    assert (1, True) == (refused.returncode, str(town.api_port) in refused.stderr)
