"""Child processes of an installation: started in order, started again when they die, stopped in reverse order."""

from __future__ import annotations

import logging
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

_log = logging.getLogger("suyuan.serve")

_FIRST_PAUSE = 0.5
_LONGEST_PAUSE = 30.0
_STEADY_AFTER = 60.0
"""Seconds after which a child counts as steady: its next death is answered without the longer pause."""


@dataclass(frozen=True, slots=True)
class Child:
    """One process of the installation: its name, and the `suyuan` command that runs it."""

    name: str
    arguments: tuple[str, ...]
    ready: Callable[[], bool] = field(default=lambda: True)
    """Whether what depends on it may start."""


class Supervisor:
    """Runs the children of an installation until it is told to stop."""

    def __init__(self, children: tuple[Child, ...], environment: Mapping[str, str], log_folder: Path) -> None:
        self._children = children
        self._environment = {**os.environ, **environment}
        self._log_folder = log_folder
        self._running: dict[str, subprocess.Popen[bytes]] = {}
        self._started: dict[str, float] = {}
        self._pause: dict[str, float] = {}
        self._due: dict[str, float] = {}
        self.stop = threading.Event()

    def start(self, patience: float = 60.0, give_up: threading.Event | None = None) -> None:
        """Start every child, each when the one before is ready; leave off when `stop` or `give_up` is set.

        Raises:
            TimeoutError: A child was not ready within `patience` seconds.
        """
        self._log_folder.mkdir(parents=True, exist_ok=True)
        for child in self._children:
            self._spawn(child)
            deadline = time.monotonic() + patience
            while not child.ready():
                if self.stop.is_set() or (give_up is not None and give_up.is_set()):
                    return
                if time.monotonic() > deadline:
                    raise TimeoutError(
                        f"{child.name} was not ready within {patience:.0f} s; see {self.log_of(child.name)}"
                    )
                self._revive()
                self.stop.wait(0.05)

    def log_of(self, name: str) -> Path:
        """Return the file that a child's output goes to."""
        return self._log_folder / f"{name}.log"

    def process_ids(self) -> dict[str, int]:
        """Return the process id of each running child."""
        return {name: process.pid for name, process in self._running.items() if process.poll() is None}

    def watch(self) -> None:
        """Start again what dies, with longer pauses each time, until `stop` is set; then stop all."""
        while not self.stop.wait(0.25):
            self._revive()
        self.terminate()

    def terminate(self, patience: float = 15.0) -> None:
        """Ask the children to end, the last one first, and kill what has not ended within `patience` seconds."""
        for child in reversed(self._children):
            process = self._running.get(child.name)
            if process is None or process.poll() is not None:
                continue
            process.send_signal(signal.SIGTERM)
            try:
                process.wait(patience)
            except subprocess.TimeoutExpired:
                _log.warning("%s did not end within %.0f s and is killed", child.name, patience)
                process.kill()
                process.wait()

    def _spawn(self, child: Child) -> None:
        with self.log_of(child.name).open("ab") as log:
            self._running[child.name] = subprocess.Popen(
                [sys.executable, "-m", "cli.main", *child.arguments],
                env=self._environment,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        self._started[child.name] = time.monotonic()

    def _revive(self) -> None:
        now = time.monotonic()
        for child in self._children:
            process = self._running.get(child.name)
            if process is None or process.poll() is None:
                continue
            if child.name not in self._due:
                steady = now - self._started[child.name] > _STEADY_AFTER
                pause = (
                    _FIRST_PAUSE if steady else min(_LONGEST_PAUSE, self._pause.get(child.name, _FIRST_PAUSE / 2) * 2)
                )
                self._pause[child.name] = pause
                self._due[child.name] = now + pause
                _log.warning(
                    "%s ended with %s; it starts again in %.1f s. Its last words in %s: %s",
                    child.name,
                    process.returncode,
                    pause,
                    self.log_of(child.name),
                    last_line(self.log_of(child.name)),
                )
            elif now >= self._due[child.name]:
                del self._due[child.name]
                self._spawn(child)


def last_line(file: Path) -> str:
    """Return the last words of a process, from the file that its output goes to."""
    with file.open("rb") as log:
        log.seek(max(0, file.stat().st_size - 2_000))
        lines = log.read().decode(errors="replace").strip().splitlines()
    return lines[-1][:300] if lines else "none"
