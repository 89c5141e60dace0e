"""Four firms on one machine, each with a folder, an installation and a node of its own, all by the commands that people use."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from ports import free_port, free_run

from network.engines.process import connection_to

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 300.0
"""Seconds. Only what fails waits so long: a machine may be much slower, and busy."""


def awaited(look: Callable[[], object], what: str, patience: float = PATIENCE) -> None:
    """Wait until something is so."""
    deadline = time.monotonic() + patience
    while not look():
        assert time.monotonic() < deadline, f"it did not come: {what}"
        time.sleep(0.2)


@dataclass
class Firm:
    """One firm: its node's folder and its installation."""

    name: str
    node: Path
    home: Path
    port: int
    api_port: int
    running: dict[str, subprocess.Popen[bytes]] = field(default_factory=dict)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port + 1}"

    @property
    def environment(self) -> dict[str, str]:
        kept = {name: value for name, value in os.environ.items() if not name.startswith("SUYUAN_")}
        return kept | {
            "SUYUAN_HOME": str(self.home), "SUYUAN_PASSPHRASE_FILE": str(self.home / "passphrase"),
            "SUYUAN_PORT": str(self.api_port), "PYTHONPATH": str(ROOT), "NO_COLOR": "1", "COLUMNS": "200",
        }  # fmt: skip

    def run(self, *arguments: str, code: int = 0) -> str:
        """Run a command to its end, and return what it said."""
        done = subprocess.run(
            [sys.executable, "-m", "cli.main", *arguments], cwd=ROOT, env=self.environment, capture_output=True, text=True,
            timeout=300, check=False,
        )  # fmt: skip
        assert code == done.returncode, (arguments, done.stdout, done.stderr)
        return done.stdout + done.stderr

    def start(self, what: str, *arguments: str) -> None:
        """Start a command that runs on."""
        with (self.home / f"{what}.log").open("ab") as log:
            self.running[what] = subprocess.Popen(
                [sys.executable, "-m", "cli.main", *arguments], cwd=ROOT, env=self.environment,
                stdin=subprocess.DEVNULL, stdout=log, stderr=log, start_new_session=True,
            )  # fmt: skip

    def start_node(self) -> None:
        self.start("node", "network", "start", str(self.node))

    def kill_node(self) -> None:
        """End node and starter by SIGKILL, as a power cut does."""
        process = self.running.pop("node")
        children = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()
        for child in (*map(int, children), process.pid):
            os.kill(child, signal.SIGKILL)
        process.wait()

    def height(self) -> int:
        """Return the node's newest block, -1 while it does not answer."""
        try:
            with connection_to(self.url) as connection:
                return int(connection.request("eth_blockNumber", (), str), 16)
        except Exception:
            return -1

    @property
    def enode(self) -> str:
        """Return the address by which other nodes reach this one."""
        node = json.loads((self.node / "request.json").read_text())["node"]
        return f"enode://{node[2:]}@127.0.0.1:{self.port}"

    def ask_node(self, method: str, *params: object) -> object:
        """Return what the firm's node answers."""
        with connection_to(self.url) as connection:
            return connection.request(method, params)

    def peers(self) -> int:
        return int(str(self.ask_node("net_peerCount")), 16)

    def end(self) -> None:
        for process in self.running.values():
            process.send_signal(signal.SIGTERM)
        for process in self.running.values():
            try:
                process.wait(30)
            except subprocess.TimeoutExpired:
                process.kill()
        self.running.clear()


def cut(one: Firm, others: list[Firm]) -> None:
    """Cut a node off from others: both sides hang up, and neither calls the other again.

    A call that was under way when a side was told so may still come through: it is cut too.
    """
    alone = 0

    def is_alone() -> bool:
        nonlocal alone
        alone = alone + 1 if one.peers() == 0 else 0
        if alone == 0:
            for other in others:
                for here, there in ((one, other), (other, one)):
                    here.ask_node("admin_removePeer", there.enode)
        return alone == 20

    awaited(is_alone, f"{one.name} to be alone")


def heal(one: Firm, others: list[Firm]) -> None:
    """Let a node and others call each other again."""
    for other in others:
        for here, there in ((one, other), (other, one)):
            here.ask_node("admin_addPeer", there.enode)


def firms_in(folder: Path, count: int) -> list[Firm]:
    """Return firms that have joined, before there is a network."""
    firms = []
    for number in range(1, count + 1):
        name = f"firm-{number}"
        home = folder / f"home-{number}"
        home.mkdir(parents=True)
        (home / "passphrase").write_text(f"passphrase of {name}\n", encoding="utf-8")
        port = free_run(3)
        firm = Firm(name, folder / name, home, port, free_port())
        firm.run(
            "network", "join", str(firm.node), "--title", f"Firm {number}", "--host", "127.0.0.1", "--port", str(port)
        )
        firms.append(firm)
    return firms


def organisation_key(firm: Firm) -> str:
    """Return the address of a firm's signing key."""
    return str(json.loads((firm.node / "request.json").read_text())["organisation"])
