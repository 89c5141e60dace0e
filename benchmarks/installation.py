"""A throw-away installation for measuring: embedded chain, contracts, one member with one prefix, its processes."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import rfc8785

from chain.connection import Connection, connect
from chain.embedded import Embedded
from chain.network import load_network
from chain.passphrase import create_passphrase_file
from chain.signer import Signer
from cli.embedded import embedded_settings
from cli.founding import found_network, keystores_of
from cli.rooms import promised
from cli.settings import Installation, installation_from
from store import Mirror, Record, open_mirror, open_record
from store.mirror.members import grants_after
from store.record.outbox import AUTHORITY
from store.record.payloads import AdmitOrganisation, GrantPrefix

ORGANISATION = 1
PREFIX = "6976001"


@dataclass(frozen=True)
class Measured:
    """What a measurement works with."""

    installation: Installation
    record: Record
    mirror: Mirror
    connection: Connection
    signer: Signer
    """The key of the organisation."""
    processes: dict[str, int]
    """Process ids of submission and indexer."""

    def processor_seconds(self, name: str) -> float:
        """Return how long a process has kept a processor busy (proc(5), fields 14 and 15)."""
        fields = Path(f"/proc/{self.processes[name]}/stat").read_text().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


@contextmanager
def installation(mirror_url: str | None = None, *, running: bool = True) -> Iterator[Measured]:
    """Set up an installation in a temporary folder, with submission and indexer at work unless `running` is off."""
    folder = Path(tempfile.mkdtemp(prefix="suyuan-bench-"))
    environment = {
        "SUYUAN_HOME": str(folder),
        "SUYUAN_RPC_URL": f"http://127.0.0.1:{free_port()}",
        "SUYUAN_PASSPHRASE_FILE": str(folder / "passphrase"),
    }
    if mirror_url:
        environment["SUYUAN_MIRROR_URL"] = mirror_url
    os.environ.update(environment)
    create_passphrase_file(folder / "passphrase")
    made = installation_from(os.environ)
    chain = Embedded(embedded_settings(made))
    chain.start()
    children: list[subprocess.Popen[bytes]] = []
    try:
        found_network(made, chain, keystores_of(made))
        for name in ("submission", "indexer"):
            children.append(
                subprocess.Popen(
                    [sys.executable, "-m", "cli.main", name],
                    env=os.environ | made.environment(),
                    stderr=subprocess.DEVNULL,
                )
            )
        record, mirror = open_record(made.record_url), open_mirror(made.mirror_url)
        signer = keystores_of(made).create()
        profile = rfc8785.dumps({"name": "bench"}).decode()
        promised(record, AUTHORITY, [AdmitOrganisation(profile, 1, signer.address)], patience=60)
        promised(record, AUTHORITY, [GrantPrefix("gs1", PREFIX, ORGANISATION)], patience=60)
        wait(lambda: bool(grants_after(mirror)), "the grant in the mirror")
        if not running:
            _end(children)
        with connect(load_network(folder).with_rpc_url(made.rpc_url)) as connection:
            processes = dict(zip(("submission", "indexer"), (child.pid for child in children), strict=running))
            yield Measured(made, record, mirror, connection, signer, processes)
        record.close()
        mirror.close()
    finally:
        _end(children)
        chain.stop()
        shutil.rmtree(folder, ignore_errors=True)


def wait(condition: Callable[[], bool], what: str, patience: float = 300.0) -> None:
    """Wait until a condition holds."""
    deadline = time.monotonic() + patience
    pause = threading.Event()
    while not condition():
        if time.monotonic() > deadline:
            raise TimeoutError(what)
        pause.wait(0.02)


def free_port() -> int:
    """Return a port of this machine that nothing listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _end(children: list[subprocess.Popen[bytes]]) -> None:
    for child in children:
        child.terminate()
    for child in children:
        child.wait(60)
    children.clear()
