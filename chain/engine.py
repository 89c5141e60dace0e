"""The embedded engine as a program of the system: where it is, whether it runs, and how it ends with us."""

from __future__ import annotations

import ctypes
import os
import shutil
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

from chain.errors import EngineMissing

_PR_SET_PDEATHSIG = 1
"""`prctl` option: the signal that the child gets when its parent dies (prctl(2))."""


def die_with_parent() -> Callable[[], None] | None:
    """Return what makes the engine end when this process is killed, where the system can (Linux).

    The kernel ties it to the thread that starts the child: only the main thread lives as long as the process.
    """
    if sys.platform != "linux" or threading.current_thread() is not threading.main_thread():
        return None
    control = ctypes.CDLL(None).prctl

    def ask() -> None:
        control(_PR_SET_PDEATHSIG, signal.SIGKILL)

    return ask


def engine_path() -> Path:
    """Return the path of anvil's native program: in `node_modules` above the working folder or this file, or on PATH.

    The npm wrapper script is passed over: signals would end it and not the engine.

    Raises:
        EngineMissing: it is nowhere.
    """
    looked_in: list[Path] = []
    for folder in _project_folders():
        modules = folder / "node_modules" / "@foundry-rs"
        looked_in.append(modules)
        for candidate in sorted(modules.glob("anvil-*/bin/anvil*")):
            if os.access(candidate, os.X_OK):
                return candidate
    if found := shutil.which("anvil"):
        return Path(found)
    raise EngineMissing(tuple(looked_in))


def _project_folders() -> Iterator[Path]:
    seen: set[Path] = set()
    for start in (Path.cwd(), Path(__file__).resolve().parent):
        for folder in (start, *start.parents):
            if folder not in seen and (folder / "node_modules").is_dir():
                seen.add(folder)
                yield folder


def is_listening(host: str, port: int) -> bool:
    """Return whether something accepts connections on a port."""
    with socket.socket() as probe:
        probe.settimeout(1.0)
        return probe.connect_ex((host, port)) == 0


def runs_on(pid: int, state: Path) -> bool:
    """Return whether a process is an anvil on this state file; process numbers are used again."""
    try:
        command = Path(f"/proc/{pid}/cmdline").read_bytes().decode(errors="replace")
    except OSError:
        if Path("/proc/self").exists():
            return False
        shown = subprocess.run(["ps", "-o", "command=", "-p", str(pid)], capture_output=True, text=True, check=False)
        command = shown.stdout
    return "anvil" in command and str(state) in command
