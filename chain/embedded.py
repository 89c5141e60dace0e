"""The embedded chain: anvil as a child process, its state in the installation's folder.

anvil is a development engine: it has no consensus and proves its newest state only. Its state is written to the disk at
intervals and when it is stopped cleanly. What it forgets when it is killed, `submission` sends again, unchanged.

anvil's own writing at intervals (`--state-interval`) is not used: it does not wait for the block being mined, so that a
state may hold what its newest block does not, and a kill leaves the file cut off. Here mining pauses for the dump, and
the file is replaced in one step.
"""

from __future__ import annotations

import gzip
import logging
import os
import signal
import subprocess
import threading
import time
from dataclasses import dataclass
from pathlib import Path

from chain.connection import Connection
from chain.embedded_state import leave_one_beginning
from chain.engine import die_with_parent, engine_path, is_listening, runs_on
from chain.errors import AnswerNotReady, EngineStopped, Retryable
from chain.network import Network
from chain.proofs import prove

_log = logging.getLogger("suyuan.chain")

CHAIN_ID = 31337
"""The chain id of embedded chains, anvil's own default."""
GAS_LIMIT = 1_000_000_000
"""The gas limit of a block; each block holds one transaction, and a batch must fit."""
STATE_INTERVAL = 10.0
"""Seconds between two writes of the state to the disk, at least."""
SHARE_OF_SAVING = 0.05
"""The share of time that writing the state may take: a large state is written less often."""
SAVE_TIMEOUT = 120.0
"""Seconds that anvil may take to hand out its state."""
SAVE_ATTEMPTS = 20
"""How often the state is asked for again because a block came meanwhile."""
PAUSE = 0.03
"""Seconds in which a block that is being made may come."""
NEVER = 1_000_000_000
"""The interval of anvil's own writing, in seconds."""
BLOCKS_IN_MEMORY = 64
"""States of how many blocks anvil keeps for calls at older blocks."""
START_TIMEOUT = 30.0
"""Seconds that anvil may take to load its state and listen."""
STOP_TIMEOUT = 30.0
"""Seconds that an engine that was left behind may take to end."""
PORT_TIMEOUT = 2.0
"""Seconds that an ended engine may take to give up its port."""

_PROBE = Network("http://127.0.0.1:0", CHAIN_ID, bytes(20), bytes(32))


@dataclass(frozen=True, slots=True)
class EmbeddedSettings:
    """How the embedded chain runs."""

    folder: Path
    """Where its state is kept: `chain/` in the installation's folder."""
    port: int = 8545
    host: str = "127.0.0.1"
    chain_id: int = CHAIN_ID
    state_interval: float = STATE_INTERVAL
    """Seconds between two writes of the state, at least."""

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
        self._last = settings.folder / "state.exit.json"
        self._log = settings.folder / "anvil.log"
        self._pid = settings.folder / "anvil.pid"
        self._process: subprocess.Popen[bytes] | None = None
        self._saved_block = -1

    def start(self) -> None:
        """Start anvil with the state on the disk, and return when it answers.

        An anvil that an earlier process left behind on the same state is ended first.

        Raises:
            EngineMissing: anvil is not installed.
            EngineStopped: it did not start; the last words of its log say why.
        """
        engine = engine_path()
        self.settings.folder.mkdir(parents=True, exist_ok=True)
        self._end_stray()
        if is_listening(self.settings.host, self.settings.port):
            raise EngineStopped(None, f"port {self.settings.port} is in use by another program")
        self._last.unlink(missing_ok=True)
        command = [
            str(engine), "--host", self.settings.host, "--port", str(self.settings.port),
            "--chain-id", str(self.settings.chain_id), "--hardfork", "london", "--gas-price", "0", "--base-fee", "0",
            "--gas-limit", str(GAS_LIMIT), "--accounts", "0", "--disable-default-create2-deployer",
            "--prune-history", str(BLOCKS_IN_MEMORY), "--order", "fifo",
            # Written by an anvil that somebody else ends in order, and never read: the path tells whose process this is.
            "--dump-state", str(self._last), "--state-interval", str(NEVER), "--quiet",
        ]  # fmt: skip
        if self._state.exists():
            leave_one_beginning(self._state)
            command += ["--load-state", str(self._state)]
        with self._log.open("wb") as log:
            # Its own session: Ctrl-C at the terminal must reach only us, who then stop anvil in order.
            self._process = subprocess.Popen(
                command,
                stdout=log,
                stderr=subprocess.STDOUT,
                stdin=subprocess.DEVNULL,
                start_new_session=True,
                preexec_fn=die_with_parent(),  # noqa: PLW1509  one call into the C library, from the main thread
            )
        self._pid.write_text(f"{self._process.pid}\n", encoding="ascii")
        self._await_answer()
        self._saved_block = -1

    def save(self) -> None:
        """Write the state to the disk, in one step, with all that is mined now.

        Raises:
            Retryable: anvil is away, or blocks came too fast; the state on the disk stays as it was.
            OSError: the disk does not take it; the state that was there stays.
        """
        with self._connected() as connection:
            if connection.block_number() == self._saved_block:
                return
            try:
                content, newest = _state_at_rest(connection)
            finally:
                # What came meanwhile waits in the pool and is mined at once.
                connection.request("evm_setAutomine", (True,))
        self._keep(content, newest)

    def stop(self) -> None:
        """Write the state to the disk and end anvil.

        Where it cannot be written, because anvil is away or too busy or the disk is full, the state that was written last
        counts, as after a crash.
        """
        if self._process is None:
            return
        try:
            with self._connected() as connection:
                self._keep(*_state_at_rest(connection))
        except (Retryable, OSError) as error:
            _log.warning("the state was not written: %s", error)
        finally:
            self.kill()

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
        """Start the chain, write its state at intervals until `stop` is set, and stop it: the body of its process.

        Raises:
            EngineStopped: anvil ended by itself.
        """
        self.start()
        due = time.monotonic() + self.settings.state_interval
        try:
            while not stop.wait(0.25):
                self.verify_running()
                if time.monotonic() < due:
                    continue
                began = time.monotonic()
                try:
                    self.save()
                except (Retryable, OSError) as error:
                    _log.warning("the state was not written: %s", error)
                took = time.monotonic() - began
                due = time.monotonic() + max(self.settings.state_interval, took / SHARE_OF_SAVING)
        finally:
            self.stop()

    def _keep(self, content: bytes, newest: int) -> None:
        draft = self._state.with_suffix(".draft")
        with draft.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(self._state)
        self._saved_block = newest

    def _connected(self) -> Connection:
        return Connection(_PROBE.with_rpc_url(self.url), timeout=SAVE_TIMEOUT, attempts=1)

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
                    return
        finally:
            probe.close()

    def _end_stray(self) -> None:
        try:
            pid = int(self._pid.read_text(encoding="ascii"))
        except (OSError, ValueError):
            return
        if runs_on(pid, self._last):
            # The process that wrote its state is gone, and nobody pauses its miner: only what was written counts.
            os.kill(pid, signal.SIGKILL)
        give_up = time.monotonic() + STOP_TIMEOUT
        while runs_on(pid, self._last) and time.monotonic() < give_up:
            time.sleep(0.05)
        # A process that ends gives up its memory, by which it was found, a moment before its sockets.
        give_up = time.monotonic() + PORT_TIMEOUT
        while is_listening(self.settings.host, self.settings.port) and time.monotonic() < give_up:
            time.sleep(0.05)

    def _forget(self) -> None:
        self._process = None
        self._pid.unlink(missing_ok=True)

    def _last_words(self) -> str:
        try:
            return self._log.read_text(encoding="utf-8", errors="replace").strip()[-500:]
        except OSError:
            return ""


def _state_at_rest(connection: Connection) -> tuple[bytes, int]:
    """Switch mining off, and return the state and the number of its newest block.

    A block whose making began before changes the state first and is the newest only later; on a busy machine that moment is
    longer than any pause. So the state counts if afterwards its root is still the newest block's.

    Raises:
        AnswerNotReady: blocks kept coming.
    """
    connection.request("evm_setAutomine", (False,))
    for _ in range(SAVE_ATTEMPTS):
        newest = connection.block_number()
        packed: str = connection.request("anvil_dumpState", (), str)
        if _is_whole(connection, newest):
            return gzip.decompress(bytes.fromhex(packed[2:])), newest
        time.sleep(PAUSE)
    raise AnswerNotReady("moment without a new block")


def _is_whole(connection: Connection, newest: int) -> bool:
    try:
        return prove(connection, {bytes(20): []}).header.number == newest
    except AnswerNotReady:
        return False
