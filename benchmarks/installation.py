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
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import rfc8785

from chain.connection import Connection, connect
from chain.embedded import Embedded
from chain.network import load_network
from chain.passphrase import create_passphrase_file
from cli.commands.administer import found_network, keystores_of
from cli.commands.run import embedded_settings
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


@contextmanager
def installation(mirror_url: str | None = None) -> Iterator[Measured]:
    """Set up an installation in a temporary folder and run submission and indexer beside it."""
    folder = Path(tempfile.mkdtemp(prefix="suyuan-bench-"))
    environment = {"SUYUAN_HOME": str(folder), "SUYUAN_RPC_URL": f"http://127.0.0.1:{_free_port()}", "SUYUAN_PASSPHRASE_FILE": str(folder / "passphrase")}
    if mirror_url:
        environment["SUYUAN_MIRROR_URL"] = mirror_url
    os.environ.update(environment)
    create_passphrase_file(folder / "passphrase")
    made = installation_from(os.environ)
    chain = Embedded(embedded_settings(made))
    chain.start()
    children: list[subprocess.Popen[bytes]] = []
    try:
        found_network(made)
        for name in ("submission", "indexer"):
            children.append(subprocess.Popen([sys.executable, "-m", "cli.main", name], env=os.environ | made.environment(), stderr=subprocess.DEVNULL))
        record, mirror = open_record(made.record_url), open_mirror(made.mirror_url)
        signer = keystores_of(made).create()
        profile = rfc8785.dumps({"name": "bench"}).decode()
        promised(record, AUTHORITY, [AdmitOrganisation(profile, 1, signer.address)], patience=60)
        promised(record, AUTHORITY, [GrantPrefix("gs1", PREFIX, ORGANISATION)], patience=60)
        wait(lambda: bool(grants_after(mirror)), "the grant in the mirror")
        yield Measured(made, record, mirror, connect(load_network(folder).with_rpc_url(made.rpc_url)))
        record.close()
        mirror.close()
    finally:
        for child in children:
            child.terminate()
        for child in children:
            child.wait(20)
        chain.stop()
        shutil.rmtree(folder, ignore_errors=True)


def wait(condition, what: str, patience: float = 300.0) -> None:
    """Wait until a condition holds."""
    deadline = time.monotonic() + patience
    pause = threading.Event()
    while not condition():
        if time.monotonic() > deadline:
            raise TimeoutError(what)
        pause.wait(0.02)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
