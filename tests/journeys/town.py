"""One installation under test: its folder, its five processes, and what its firms say to it over HTTP."""

from __future__ import annotations

import http.client
import json
import os
import signal
import socket
import sqlite3
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from ports import free_port
from waiting import PATIENCE, awaited

from chain.connection import Connection, connect
from chain.gateways import Contracts, contracts_of
from chain.headers import header_at
from chain.network import load_network, trust_root_of
from cli.settings import Installation, installation_from
from store import Mirror, Record, open_mirror, open_record
from traceability.proof import TrustRoot

ROOT = Path(__file__).resolve().parents[2]
PROCESSES = ("chain", "submission", "indexer", "delivery", "api")
SETTLED = {"final", "failed", "refused"}


class NoAnswer(Exception):
    """The connection broke before an answer came."""


@dataclass(frozen=True, slots=True)
class Fault:
    """Where a process is to end by SIGKILL: before or after a function, at its n-th call."""

    place: str
    """`module:name`, where the name is looked up."""
    moment: str
    times: int = 1
    victims: tuple[str, ...] = ()
    """Pid files of those who end; the process itself if there are none."""


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer of the API."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    def json(self) -> Any:
        """Return the body as JSON."""
        return json.loads(self.body)


class Nursery:
    """The process of `nursery.py`, from which the installation's processes are forked."""

    def __init__(self) -> None:
        script = Path(__file__).with_name("nursery.py")
        self._process = subprocess.Popen(
            [sys.executable, str(script)], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )

    def born(self, arguments: list[str], environment: Mapping[str, str], log: Path, fault: Fault | None) -> int:
        """Return the pid of a new process."""
        harm = None
        if fault is not None:
            harm = {name: getattr(fault, name) for name in Fault.__slots__}
        order = {"arguments": arguments, "environment": dict(environment), "log": str(log), "fault": harm}
        return int(self._ask(order)["pid"])

    def code(self, pid: int) -> int | None:
        """Return how a process ended, None while it runs; it can be asked once after the end."""
        code = self._ask({"poll": pid})["code"]
        return None if code is None else int(code)

    def close(self) -> None:
        """End; whatever still runs is killed with it."""
        assert self._process.stdin is not None
        self._process.stdin.close()
        self._process.wait()
        assert self._process.stdout is not None
        self._process.stdout.close()

    def _ask(self, order: Mapping[str, Any]) -> Any:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps(order) + "\n")
        self._process.stdin.flush()
        return json.loads(self._process.stdout.readline())


@dataclass
class Town:
    """An installation with running processes."""

    home: Path
    nursery: Nursery
    keys: Mapping[str, str]
    """API key of each firm, by name."""
    chain_port: int = field(default_factory=free_port)
    api_port: int = field(default_factory=free_port)
    running: dict[str, int] = field(default_factory=dict)

    @property
    def installation(self) -> Installation:
        """Return the settings as the command reads them."""
        return installation_from(
            {
                "SUYUAN_RPC_URL": f"http://127.0.0.1:{self.chain_port}",
                "SUYUAN_PASSPHRASE_FILE": str(self.home / "passphrase"),
            },
            home=self.home,
            port=self.api_port,
        )

    @property
    def environment(self) -> dict[str, str]:
        """Return the environment of the processes."""
        return {
            "PATH": os.environ["PATH"],
            "PYTHONPATH": str(ROOT),
            "LANG": "C.UTF-8",
            # Receivers of messages are on this machine too, and tried again at once.
            "SUYUAN_WEBHOOK_SCHEMES": "https,http",
            "SUYUAN_WEBHOOK_NETWORKS": "127.0.0.0/8",
            "SUYUAN_WEBHOOK_FIRST_PAUSE": "0.05",
            "SUYUAN_WEBHOOK_LONGEST_PAUSE": "0.5",
            **self.installation.environment(),
        }

    # --- processes

    def start(self, *names: str, fault: Fault | None = None) -> None:
        """Start processes; return when each answers or, if it answers nobody, lives."""
        for name in names or PROCESSES:
            assert name not in self.running
            self.running[name] = self.nursery.born([name], self.environment, self.log(name), fault)
            (self.home / f"{name}.pid").write_text(str(self.running[name]), encoding="ascii")
            port = {"chain": self.chain_port, "api": self.api_port}.get(name)
            if port is not None and (fault is None or not self._ended(name)):
                awaited(lambda port=port, name=name: self._listens(port) or self._ended(name), f"{name} to listen")

    def kill(self, *names: str) -> None:
        """End processes by SIGKILL."""
        for name in names:
            self._end(name, signal.SIGKILL)

    def stop(self, *names: str) -> None:
        """End processes in order, by SIGTERM."""
        for name in names or tuple(reversed([name for name in PROCESSES if name in self.running])):
            self._end(name, signal.SIGTERM)

    def death(self, name: str) -> int:
        """Wait until a process has ended by itself and return its exit code."""
        pid = self.running[name]
        found: list[int] = []

        def look() -> bool:
            code = self.nursery.code(pid)
            if code is not None:
                found.append(code)
            return bool(found)

        awaited(look, f"{name} to end")
        del self.running[name]
        return found[0]

    def log(self, name: str) -> Path:
        """Return the file that a process's output goes to."""
        return self.home / f"{name}.log"

    def command(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run `suyuan …` as a person would, and return what it said."""
        return subprocess.run(
            [sys.executable, "-m", "cli.main", *arguments],
            cwd=ROOT, env=self.environment, capture_output=True, text=True, check=False, timeout=PATIENCE,
        )  # fmt: skip

    def _end(self, name: str, how: signal.Signals) -> None:
        pid = self.running[name]
        os.kill(pid, how)
        self.death(name)

    def _ended(self, name: str) -> bool:
        return not Path(f"/proc/{self.running[name]}").exists() or _is_zombie(self.running[name])

    @staticmethod
    def _listens(port: int) -> bool:
        with socket.socket() as probe:
            probe.settimeout(1)
            return probe.connect_ex(("127.0.0.1", port)) == 0

    # --- HTTP

    def ask(
        self, method: str, path: str, firm: str | None = None, body: bytes | object | None = None, **headers: str
    ) -> Answer:
        """Return the API's answer, whatever its status; names of headers are written with `_` for `-`.

        Raises:
            NoAnswer: the connection broke.
        """
        sent = {name.replace("_", "-"): value for name, value in headers.items()}
        if firm is not None:
            sent["Authorization"] = f"Bearer {self.keys[firm]}"
        if body is not None and not isinstance(body, bytes):
            body = json.dumps(body).encode()
            sent.setdefault("Content-Type", "application/json")
        connection = http.client.HTTPConnection("127.0.0.1", self.api_port, timeout=PATIENCE)
        try:
            connection.request(method, path, body, sent)
            answer = connection.getresponse()
            return Answer(answer.status, {key.lower(): value for key, value in answer.getheaders()}, answer.read())
        except (OSError, http.client.HTTPException) as error:
            raise NoAnswer(str(error)) from error
        finally:
            connection.close()

    def capture(
        self, firm: str, content: bytes, *, lane: str = "headed", disclosure: str = "public", **headers: str
    ) -> Answer:
        """Send an EPCIS document and return the answer."""
        headers |= {"Content_Type": "application/ld+json", "Suyuan_Lane": lane, "Suyuan_Disclosure": disclosure}
        return self.ask("POST", "/capture", firm, content, **headers)

    def settled(self, firm: str, answer: Answer, patience: float = PATIENCE) -> Any:
        """Wait until a job or a promise has come to its end, and return what is said of it then."""
        assert answer.status in (200, 201, 202), answer.body.decode()
        path = answer.headers["location"]

        def look() -> Any:
            try:
                now = self.ask("GET", path, firm)
            except NoAnswer:
                return None
            content = now.json() if now.status == 200 else None
            return content if content is not None and _progress(content) <= SETTLED else None

        return awaited(look, f"{path} to be settled", patience)

    def told(self, firm: str, content: bytes, **options: str) -> list[bytes]:
        """Capture a document, wait until it is on the chain and in the mirror, and return its commitments."""
        job = self.settled(firm, self.capture(firm, content, **options))
        assert job["success"], job
        commitments = [bytes.fromhex(each["commitment"][2:]) for each in job["events"]]
        self.mirrored(*commitments)
        return commitments

    def mirrored(self, *commitments: bytes) -> None:
        """Wait until the mirror has taken in events."""
        for commitment in commitments:
            awaited(lambda c=commitment: self.mirror_rows("recorded", commitment=c), "an event in the mirror")

    def quiet(self) -> None:
        """Wait until nothing is on its way: the outbox settled, the mirror at the chain's newest block."""
        open_rows = "SELECT count(*) FROM outbox WHERE state NOT IN ('final', 'failed')"
        arrived = "SELECT coalesce(max(id), 0) FROM events"

        def look() -> bool:
            if self.query("record", open_rows)[0][0]:
                return False
            newest = header_at(self.connection, self.connection.block_number())
            # By hash: a chain that lost its last blocks may have come to the same height again with others.
            block, seen = self.query("mirror", "SELECT block_hash, arrived FROM checkpoint")[0]
            return bool(block == newest.hash and seen == self.query("record", arrived)[0][0])

        awaited(look, "the installation to be quiet")

    # --- databases, by plain SQL

    def query(self, database: str, sql: str, *values: object) -> list[tuple[Any, ...]]:
        """Return the rows of a query of `record` or `mirror`."""
        with closing(sqlite3.connect(self.home / f"{database}.db", timeout=30)) as connection:
            return connection.execute(sql, values).fetchall()

    def change(self, database: str, sql: str, *values: object) -> int:
        """Change a database behind the back of the installation, and return how many rows that were."""
        with closing(sqlite3.connect(self.home / f"{database}.db", timeout=30)) as connection:
            count = connection.execute(sql, values).rowcount
            connection.commit()
            return count

    def mirror_rows(self, table: str, **where: object) -> int:
        """Return how many rows of the mirror's table have the given values."""
        condition = " AND ".join(f'"{name}" = ?' for name in where)
        return int(self.query("mirror", f"SELECT count(*) FROM {table} WHERE {condition}", *where.values())[0][0])

    @contextmanager
    def opened(self) -> Iterator[tuple[Record, Mirror]]:
        """Open record and mirror as a room does."""
        record, mirror = open_record(self.installation.record_url), open_mirror(self.installation.mirror_url)
        try:
            yield record, mirror
        finally:
            record.close()
            mirror.close()

    # --- chain

    @cached_property
    def connection(self) -> Connection:
        """A connection to the town's chain."""
        return connect(load_network(self.home).with_rpc_url(self.installation.rpc_url))

    @cached_property
    def contracts(self) -> Contracts:
        """The town's contracts."""
        return contracts_of(self.connection)

    @property
    def trust_root(self) -> TrustRoot:
        """Return what a checker of the town's bundles pins."""
        return trust_root_of(load_network(self.home))

    def close(self) -> None:
        """End all processes."""
        self.kill(*[name for name in reversed(PROCESSES) if name in self.running])
        if "connection" in self.__dict__:
            self.connection.close()


def _progress(content: Any) -> set[str]:
    if "progress" in content:
        return {content["progress"]}
    return {each.get("progress") or each["status"] for each in content["events"]}


def _is_zombie(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()[0] == "Z"
    except OSError:
        return True
