"""The embedded chain: anvil as a child process, its state in the installation's folder.

anvil is a development engine: it has no consensus, proves its newest state only, and writes its state at intervals and
when it is stopped cleanly. What it forgets when it is killed, `submission` sends again, unchanged.
"""

from __future__ import annotations

import ctypes
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from chain.connection import Connection
from chain.errors import EngineMissing, EngineStopped, Retryable
from chain.network import Network

CHAIN_ID = 31337
"""The chain id of embedded chains, anvil's own default."""
GAS_LIMIT = 1_000_000_000
"""The gas limit of a block; each block holds one transaction, and a batch must fit."""
STATE_INTERVAL = 10
"""Seconds between two writes of the state to the disk."""
BLOCKS_IN_MEMORY = 64
"""States of how many blocks anvil keeps for calls at older blocks."""
START_TIMEOUT = 30.0
"""Seconds that anvil may take to load its state and listen."""
STOP_TIMEOUT = 30.0
"""Seconds that anvil may take to write its state and end."""

PORT_TIMEOUT = 2.0
"""Seconds that an ended engine may take to give up its port."""

_PR_SET_PDEATHSIG = 1
"""`prctl` option: the signal that the child gets when its parent dies (prctl(2))."""
_PROBE = Network("http://127.0.0.1:0", CHAIN_ID, bytes(20), bytes(32))


@dataclass(frozen=True, slots=True)
class EmbeddedSettings:
    """How the embedded chain runs."""

    folder: Path
    """Where its state is kept: `chain/` in the installation's folder."""
    port: int = 8545
    host: str = "127.0.0.1"
    chain_id: int = CHAIN_ID
    state_interval: int = STATE_INTERVAL

    @property
    def url(self) -> str:
        """The URL of the chain's JSON-RPC."""
        return f"http://{self.host}:{self.port}"


class Embedded:
    """A running embedded chain."""

    def __init__(self, settings: EmbeddedSettings) -> None:
        self.settings = settings
        self.url = settings.url
        self._state = settings.folder / "state.json"
        self._previous = settings.folder / "state.previous.json"
        self._log = settings.folder / "anvil.log"
        self._pid = settings.folder / "anvil.pid"
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start anvil with the state on the disk, and return when it answers.

        An anvil that an earlier process left behind on the same state is stopped first. A state that a kill left half
        written is put aside, and the one from before it is taken.

        Raises:
            EngineMissing: anvil is not installed.
            EngineStopped: it did not start; the last words of its log say why.
        """
        engine = engine_path()
        self.settings.folder.mkdir(parents=True, exist_ok=True)
        self._end_stray()
        self._choose_state()
        command = [
            str(engine), "--host", self.settings.host, "--port", str(self.settings.port),
            "--chain-id", str(self.settings.chain_id), "--hardfork", "london", "--gas-price", "0", "--base-fee", "0",
            "--gas-limit", str(GAS_LIMIT), "--accounts", "0", "--disable-default-create2-deployer",
            "--prune-history", str(BLOCKS_IN_MEMORY), "--order", "fifo",
            "--state", str(self._state), "--state-interval", str(self.settings.state_interval), "--quiet",
        ]  # fmt: skip
        with self._log.open("wb") as log:
            # Its own session: Ctrl-C at the terminal must reach only us, who then stop anvil in order.
            self._process = subprocess.Popen(
                command,
                stdout=log,
                stderr=subprocess.STDOUT,
                stdin=subprocess.DEVNULL,
                start_new_session=True,
                preexec_fn=_die_with_parent(),  # noqa: PLW1509  one call into the C library, from the main thread
            )
        self._pid.write_text(f"{self._process.pid}\n", encoding="ascii")
        self._await_answer()

    def stop(self) -> None:
        """Stop anvil so that it writes its state, and return when it has ended."""
        if self._process is None:
            return
        self._process.send_signal(signal.SIGTERM)
        try:
            self._process.wait(STOP_TIMEOUT)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._forget()

    def kill(self) -> None:
        """Kill anvil, as a crash would: what it has not written to the disk is lost."""
        if self._process is None:
            return
        self._process.kill()
        self._process.wait()
        self._forget()

    def is_running(self) -> bool:
        """Return whether the process is there."""
        return self._process is not None and self._process.poll() is None

    def verify_running(self) -> None:
        """Check that the process is there.

        Raises:
            EngineStopped: it has ended.
        """
        if self._process is None or self._process.poll() is not None:
            raise EngineStopped(None if self._process is None else self._process.returncode, self._last_words())

    def run(self, stop: threading.Event) -> None:
        """Start the chain, keep it until `stop` is set, and stop it cleanly: the body of the chain's process.

        Raises:
            EngineStopped: anvil ended by itself.
        """
        self.start()
        try:
            while not stop.wait(0.5):
                self.verify_running()
        finally:
            self.stop()

    def _await_answer(self) -> None:
        probe = Connection(_PROBE.with_rpc_url(self.url), timeout=2.0, attempts=1)
        give_up = time.monotonic() + START_TIMEOUT
        try:
            while True:
                self.verify_running()
                try:
                    probe.chain_id()
                except Retryable:
                    if time.monotonic() > give_up:
                        self.kill()
                        raise EngineStopped(
                            None, f"no answer within {START_TIMEOUT:g} s; {self._last_words()}"
                        ) from None
                    time.sleep(0.02)
                else:
                    # Something else on this port may have answered while anvil found it taken.
                    time.sleep(0.05)
                    self.verify_running()
                    return
        finally:
            probe.close()

    def _choose_state(self) -> None:
        if _is_state(self._state):
            shutil.copyfile(self._state, draft := self._previous.with_suffix(".draft"))
            draft.replace(self._previous)
        elif _is_state(self._previous):
            if self._state.exists():
                self._state.replace(self._state.with_suffix(".broken"))
            shutil.copyfile(self._previous, self._state)

    def _end_stray(self) -> None:
        try:
            pid = int(self._pid.read_text(encoding="ascii"))
        except (OSError, ValueError):
            return
        give_up = time.monotonic() + STOP_TIMEOUT
        if _runs_on(pid, self._state):
            os.kill(pid, signal.SIGTERM)
        while _runs_on(pid, self._state):
            if time.monotonic() > give_up:
                os.kill(pid, signal.SIGKILL)
            time.sleep(0.05)
        # A process that ends gives up its memory, by which it was found, a moment before its sockets.
        give_up = time.monotonic() + PORT_TIMEOUT
        while _is_listening(self.settings.host, self.settings.port) and time.monotonic() < give_up:
            time.sleep(0.05)

    def _forget(self) -> None:
        self._process = None
        self._pid.unlink(missing_ok=True)

    def _last_words(self) -> str:
        try:
            return self._log.read_text(encoding="utf-8", errors="replace").strip()[-500:]
        except OSError:
            return ""


def _die_with_parent() -> Callable[[], None] | None:
    """Return what makes the engine end in order when this process is killed, where the system can (Linux).

    The kernel ties it to the thread that starts the child: only the main thread lives as long as the process.
    """
    if sys.platform != "linux" or threading.current_thread() is not threading.main_thread():
        return None
    control = ctypes.CDLL(None).prctl

    def ask() -> None:
        control(_PR_SET_PDEATHSIG, signal.SIGTERM)

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


def _is_state(path: Path) -> bool:
    """Return whether the file holds a whole state: a kill during the write leaves it cut off."""
    try:
        with path.open("rb") as file:
            content = json.load(file)
    except (OSError, ValueError):
        return False
    return isinstance(content, dict) and "accounts" in content


def _is_listening(host: str, port: int) -> bool:
    with socket.socket() as probe:
        probe.settimeout(1.0)
        return probe.connect_ex((host, port)) == 0


def _runs_on(pid: int, state: Path) -> bool:
    """Return whether a process is an anvil on this state file; process numbers are used again."""
    try:
        command = Path(f"/proc/{pid}/cmdline").read_bytes().decode(errors="replace")
    except OSError:
        if Path("/proc/self").exists():
            return False
        shown = subprocess.run(["ps", "-o", "command=", "-p", str(pid)], capture_output=True, text=True, check=False)
        command = shown.stdout
    return "anvil" in command and str(state) in command
