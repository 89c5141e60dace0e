"""Resolving a code: the default link, a link of a type, the whole link set, a choice; over HTTP, among 100,000 links of a firm."""

from __future__ import annotations

import asyncio
import gc
import http.client
import json
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import uvicorn

from api.app import create_app
from api.rooms import Rooms
from api.settings import Settings
from benchmarks.installation import free_port
from benchmarks.table import Table, goal, percentile
from chain.connection import Connection
from chain.network import Consensus, Network
from store import Mirror, Record, open_mirror, open_record
from store.bulk import insert_rows
from store.columns import microseconds_of, table_of
from store.mirror.member_tables import GrantRow, OrganisationRow
from store.record.link_tables import LinkRow
from store.record.links import KeptLink
from traceability.identifiers.gs1.values import with_check_digit
from traceability.ledger.keys import prefix_key
from traceability.ledger.meta import EVERYONE_DEFAULT
from traceability.linking.link_types import GS1

PREFIXES = 1_000
PRODUCTS = 20_000
TYPES = ("pip", "instructions", "certificationInfo", "certificationInfo", "support")
"""Types of the links of each product: one of them twice, so that there is something to choose."""
REQUESTS = 1_000
MOST = 5.0
"""Milliseconds at the 95th percentile."""
BEGINNING = datetime(2026, 1, 1, tzinfo=UTC)
QUESTIONS = {
    "its default link": ("", 307),
    "a link of a type": ("?linkType=gs1:instructions", 307),
    "a choice of two": ("?linkType=gs1:certificationInfo", 300),
    "its link set": ("?linkType=linkset", 200),
    "a type that is not there": ("?linkType=gs1:nosuchlt", 404),
}

Answer = Callable[[str], int]
"""Asks for a path and returns the status of the answer."""


def measured() -> Table:
    """Return the figures."""
    rows: list[tuple[str, ...]] = []
    values: dict[str, Any] = {}
    with tempfile.TemporaryDirectory(prefix="suyuan-bench-") as folder:
        rooms = _filled(Path(folder))
        inside = _in_process(rooms)
        process, outside = _served(Path(folder))
        try:
            for what, (query, status) in QUESTIONS.items():
                paths = _paths(query)
                for where, answer in (("in process", inside), ("uvicorn, one connection", outside)):
                    times = _times(answer, paths, status)
                    values[f"{what}, {where}"] = {"p50 ms": percentile(times, 0.5), "p95 ms": percentile(times, 0.95)}
                    p95 = percentile(times, 0.95)
                    rows.append(
                        (
                            what,
                            where,
                            f"{percentile(times, 0.5):.2f} ms",
                            f"{p95:.2f} ms",
                            goal(f"{MOST:g} ms", met=p95 <= MOST),
                        )
                    )
        finally:
            process.terminate()
            process.wait(30)
            rooms.connection.close()
            rooms.record.close()
            rooms.mirror.close()
    return Table(
        title="Resolver",
        how=(
            f"{PREFIXES:,} granted prefixes, {PRODUCTS:,} products with {len(TYPES)} links each ({PRODUCTS * len(TYPES):,}); every request asks "
            f"for an item (`/01/…/10/…/21/…`) of another product, {REQUESTS:,} of a kind, one after the other."
        ),
        columns=("what is asked of a code", "how", "p50", "p95", "goal"),
        rows=tuple(rows),
        notes=(
            (
                "In process the application is called as the server calls it (ASGI), without a socket. Nothing is remembered between requests: each "
                "reads grants, states and links from SQLite; the chain is not asked."
            ),
        ),
        values=values,
    )


def _paths(query: str) -> list[str]:
    source = random.Random(9264)
    return [
        f"/01/{_gtin(source.randrange(PRODUCTS))}/10/L{source.randrange(100)}/21/S{source.randrange(10**9)}{query}"
        for _ in range(REQUESTS)
    ]


def _gtin(product: int) -> str:
    return with_check_digit(f"0{6900000 + product % PREFIXES}{product // PREFIXES:05}", "GTIN", 14)


def _times(answer: Answer, paths: list[str], status: int) -> list[float]:
    for path in paths[:50]:
        answer(path)
    times: list[float] = []
    for path in paths:
        began = time.perf_counter()
        found = answer(path)
        times.append((time.perf_counter() - began) * 1000)
        if found != status:
            raise RuntimeError(f"{path} is answered with {found}")
    return times


def _in_process(rooms: Rooms) -> Answer:
    app = create_app(rooms.settings, rooms)
    _settle()
    loop = asyncio.new_event_loop()

    async def asked(path: str) -> int:
        found: list[int] = []
        place, _, query = path.partition("?")
        scope = {
            "type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": "GET", "scheme": "http",
            "path": place, "raw_path": place.encode(), "query_string": query.encode(), "root_path": "",
            "headers": [(b"host", b"127.0.0.1"), (b"accept", b"*/*")],
            "client": ("127.0.0.1", 1), "server": ("127.0.0.1", 80),
        }  # fmt: skip

        async def receive() -> dict[str, Any]:
            return {"type": "http.request", "body": b"", "more_body": False}

        async def send(message: Any) -> None:
            if message["type"] == "http.response.start":
                found.append(message["status"])

        await app(scope, receive, send)
        return found[0]

    return lambda path: loop.run_until_complete(asked(path))


def _served(folder: Path) -> tuple[subprocess.Popen[bytes], Answer]:
    """Start a server over the same databases and return how to ask it over one connection."""
    process = subprocess.Popen([sys.executable, "-m", "benchmarks.resolver", str(folder)], stdout=subprocess.PIPE)
    if process.stdout is None:
        raise RuntimeError("the server says nothing")
    port = int(process.stdout.readline())
    connection = http.client.HTTPConnection("127.0.0.1", port)
    deadline = time.monotonic() + 30
    while True:
        try:
            connection.connect()
            break
        except OSError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.05)

    def asked(path: str) -> int:
        connection.request("GET", path, headers={"Accept": "*/*"})
        answer = connection.getresponse()
        answer.read()
        return answer.status

    return process, asked


def _serve(folder: Path) -> None:
    rooms, port = _opened(folder), free_port()
    app = create_app(rooms.settings, rooms)
    _settle()
    print(port, flush=True)
    uvicorn.run(app, port=port, log_level="warning", access_log=False, timeout_keep_alive=600)


def _settle() -> None:
    """Take what stays as long as the process out of the garbage collector's way, as the api process does."""
    gc.collect()
    gc.freeze()


def _filled(folder: Path) -> Rooms:
    rooms = _opened(folder)
    _fill_mirror(rooms.mirror)
    _fill_record(rooms.record)
    return rooms


def _opened(folder: Path) -> Rooms:
    network = Network("http://127.0.0.1:9", 31337, b"\x01" * 20, b"\x02" * 32, Consensus.NONE)
    urls = f"sqlite:///{folder}/record.db", f"sqlite:///{folder}/mirror.db"
    settings = Settings(folder, *urls, public_origin="https://trace.example.com")
    connection = Connection(network, timeout=0.2, attempts=1)
    return Rooms(settings, open_record(urls[0]), open_mirror(urls[1]), network, connection)


def _fill_mirror(mirror: Mirror) -> None:
    firm = {
        "organisation": 1,
        "position": 1,
        "standing": 1,
        "roles": 1,
        "successor": 0,
        "profile": "{}",
        "admitted_at": 1,
    }
    rights = {"status": 1, "holder": 1, "everyone": EVERYONE_DEFAULT, "anchors_forbidden": 0, "granted_at": 1}
    grants = [
        {"prefix_key": prefix_key("gs1", str(6900000 + number)), "position": number + 2, "scheme": "gs1"}
        | {"prefix": str(6900000 + number)}
        | rights
        for number in range(PREFIXES)
    ]
    with mirror.writing() as connection:
        connection.execute(table_of(OrganisationRow).insert(), firm)
        connection.execute(table_of(GrantRow).insert(), grants)


def _fill_record(record: Record) -> None:
    table = table_of(LinkRow)
    at = microseconds_of(BEGINNING)
    rows = []
    for product in range(PRODUCTS):
        anchor = f"https://id.gs1.org/01/{_gtin(product)}"
        for number, name in enumerate(TYPES):
            target = f"https://maker.example/{product}/{number}"
            link = KeptLink(
                f"{product:08}{number:08}", 1, anchor, GS1 + name, target, name, ("en",), "text/html", (), True, "plain",
                "public", (), BEGINNING, BEGINNING,
            )  # fmt: skip
            values = {column: getattr(link, column) for column in KeptLink.__slots__}
            values |= {"languages": '["en"]', "contexts": "[]", "readers": "[]", "digest": link.digest}
            values |= {"created_at": at, "changed_at": at}
            rows.append(tuple(values[column.name] for column in table.columns))
    with record.writing() as connection:
        insert_rows(connection, table, rows)


if __name__ == "__main__":
    if len(sys.argv) > 1:
        _serve(Path(sys.argv[1]))
    else:
        print(json.dumps(measured().as_json()))
