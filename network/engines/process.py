"""A node as a child process: its words go into a file, it ends with us, and it counts as started when it serves the right network."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from chain.connection import Connection
from chain.engine import die_with_parent
from chain.errors import ChainError
from chain.network import Network
from network.errors import EngineFailed, FolderInvalid

START_TIMEOUT = 120.0
"""Seconds that a node may take to load its chain and answer."""
STOP_TIMEOUT = 60.0
"""Seconds that a node may take to write what it holds and end."""
LOG_FILE = "node.log"


class NodeProcess:
    """One node's process."""

    def __init__(self, engine: str, folder: Path, command: Sequence[str], url: str) -> None:
        self.engine = engine
        self.folder = folder
        self.url = url
        self._command = list(command)
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def log(self) -> Path:
        """Return the file with the node's own words."""
        return self.folder / LOG_FILE

    @property
    def pid(self) -> int | None:
        """Return the process' number while it runs."""
        return None if self._process is None or self._process.poll() is not None else self._process.pid

    def start(self, genesis: bytes) -> None:
        """Start the node, and return when it answers for the network with this first block.

        Raises:
            EngineFailed: it ended, or does not answer.
            FolderInvalid: its chain is another network's.
        """
        self.folder.mkdir(parents=True, exist_ok=True)
        environment: Mapping[str, str] = os.environ | {"NO_COLOR": "1"}
        with self.log.open("ab") as log:
            self._process = subprocess.Popen(
                self._command, cwd=self.folder, env=environment, stdin=subprocess.DEVNULL, stdout=log, stderr=log,
                start_new_session=True, preexec_fn=die_with_parent(),  # noqa: PLW1509 - it only calls prctl(2).
            )  # fmt: skip
        deadline = time.monotonic() + START_TIMEOUT
        while (found := first_block(self.url)) is None:
            if self._process.poll() is not None:
                raise EngineFailed(self.engine, f"ended with {self._process.returncode}", self.log)
            if time.monotonic() > deadline:
                self.kill()
                raise EngineFailed(self.engine, f"does not answer at {self.url}", self.log)
            time.sleep(0.2)
        if found != genesis:
            self.stop()
            raise FolderInvalid(self.folder, f"holds the chain of another network: its first block is 0x{found.hex()}")

    def wait(self, seconds: float) -> bool:
        """Wait at most so long, and return whether the node still runs."""
        if self._process is None:
            return False
        try:
            self._process.wait(seconds)
        except subprocess.TimeoutExpired:
            return True
        return False

    def stop(self) -> None:
        """Ask the node to end, and kill it if it does not."""
        if self._process is None or self._process.poll() is not None:
            return
        self._process.send_signal(signal.SIGTERM)
        try:
            self._process.wait(STOP_TIMEOUT)
        except subprocess.TimeoutExpired:
            self.kill()

    def kill(self) -> None:
        """End the node at once, as a power cut would."""
        if self._process is None:
            return
        with contextlib.suppress(ProcessLookupError):
            self._process.kill()
        self._process.wait()


def connection_to(url: str) -> Connection:
    """Return a connection to a node of which nothing is known yet."""
    return Connection(Network(url, 0, bytes(20), bytes(32)))


def first_block(url: str) -> bytes | None:
    """Return the hash of the first block that a node serves, None while it does not answer."""
    try:
        with connection_to(url) as connection:
            block = connection.request("eth_getBlockByNumber", ("0x0", False))
    except ChainError:
        return None
    return bytes.fromhex(block["hash"][2:]) if isinstance(block, dict) else None
