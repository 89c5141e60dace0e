"""Queries for events by three predicates in a million events, and in a tenth of them: the cost follows the page, not the table."""

from __future__ import annotations

import http.client
import json
import random
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import uvicorn

from api.app import create_app
from api.epcis.finding import found_events
from api.epcis.query_parameters import parsed_query
from api.rooms import Rooms
from api.settings import Settings
from benchmarks.cluster import cluster, programs
from benchmarks.event_stock import Stock, filled
from benchmarks.table import Table, goal, percentile
from capture.collection import collect_rarely
from chain.connection import Connection
from chain.network import Consensus, Network
from store import Reader, open_mirror, open_record
from store.record.accounts import issue_key
from traceability.epcis import write_json

SIZES = (100_000, 1_000_000)
"""Events in the mirror and the record."""
QUERIES = 400
WARMING = 100
"""Queries before those that count: a process makes each sort of statement once."""
GOALS = {"SQLite": 20}
"""Milliseconds at the 95th percentile, by HTTP."""
FIGURES = ("p50 ms by HTTP", "p95 ms by HTTP", "p99 ms by HTTP", "p50 ms", "p95 ms", "p95 ms of the processor")
PAGE = 30
"""Events on a page, the standard's default."""


def measured(sizes: tuple[int, ...] = SIZES) -> Table:
    """Return the figures."""
    server = programs()
    rows: list[tuple[str, ...]] = []
    values: dict[str, Any] = {}
    for size in sizes:
        with ExitStack() as stack:
            folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
            addresses = {"SQLite": f"sqlite:///{folder}/mirror.db"}
            if server is not None:
                addresses["PostgreSQL"] = stack.enter_context(cluster(server))
            began = time.perf_counter()
            stock = _filled(f"sqlite:///{folder}/record.db", list(addresses.values()), size)
            print(f"{size:,} events: {time.perf_counter() - began:.0f} s", file=sys.stderr, flush=True)
            for name, address in addresses.items():
                found = _figures(folder, address, stock)
                values[f"{name}, {size}"] = found
                most = GOALS.get(name)
                held = (
                    "" if most is None or size != SIZES[-1] else goal(f"{most} ms", met=found["p95 ms by HTTP"] <= most)
                )
                shown = (f"{found[key]:.1f} ms" for key in FIGURES)
                rows.append((name, f"{size:,}", *shown, held))
                print(rows[-1], file=sys.stderr, flush=True)
    notes = [
        (
            "Each of the queries has three predicates and is of one of eleven sorts, evenly: type, step and time; thing, step and action; a "
            "product whatever its serial numbers, step and time; place, disposition and action; read point, step and time; business "
            "transaction, source and step; lot (ILMD), step and type; an extension, a quantity in a unit and step; a sensor's value, type "
            "and device; sensors at all, place and step; disposition, read point and action. Three of seven name no order, two ask for that "
            "of event times, one for that of the record, one for that of an extension of twelve values, upwards as often as downwards."
        ),
        (
            "Values are drawn from the events themselves, as often as they occur: some queries find nothing or a few, others a fifth of all. "
            "The caller is a firm with a key, to whom a tenth of the events is private or closed. By HTTP: one client, one connection, from "
            "the request to the last byte. Without: master data resolved, positions found in the mirror, bodies read, JSON written."
        ),
        (
            "What stays slow: an order by the very extension that the query fixes to one value (one query in eighty), 0.2 s of a million "
            "events: the field might have further values, each of which is looked for."
        ),
        *(
            f"Ten times the events cost {values[f'{name}, {sizes[-1]}']['p95 ms by HTTP'] / values[f'{name}, {sizes[0]}']['p95 ms by HTTP']:.2f} "
            f"times as much at the 95th percentile in {name}."
            for name in ("SQLite", "PostgreSQL")
            if f"{name}, {sizes[0]}" in values and len(sizes) > 1
        ),
    ]
    return Table(
        title="Queries",
        how=f"`GET /events` with three predicates, {QUERIES} different queries after {WARMING} others, {PAGE} events to a page.",
        columns=(
            "database",
            "events",
            "p50",
            "p95",
            "p99",
            "p50 without HTTP",
            "p95 without HTTP",
            "… in time of our process",
            "goal for p95",
        ),
        rows=tuple(rows),
        notes=tuple(notes),
        values=values,
    )


def _filled(record_url: str, mirror_urls: list[str], size: int) -> Stock:
    record = open_record(record_url)
    mirrors = [open_mirror(url, cache_megabytes=1024) for url in mirror_urls]
    try:
        return filled(record, mirrors, size)
    finally:
        for database in (record, *mirrors):
            database.close()


def _figures(folder: Path, mirror_url: str, stock: Stock) -> dict[str, float]:
    record_url = f"sqlite:///{folder}/record.db"
    # As `suyuan api` does.
    collect_rarely()
    record, mirror = open_record(record_url), open_mirror(mirror_url, mapped=True)
    settings = Settings(
        home=folder, record_url=record_url, mirror_url=mirror_url, public_origin="http://localhost:8470"
    )
    network = Network("http://127.0.0.1:9", 31337, b"\x01" * 20, b"\x02" * 32, Consensus.NONE)
    rooms = Rooms(settings, record, mirror, network, Connection(network, timeout=0.2, attempts=1))
    try:
        source = random.Random(1)
        queries = [some_query(source, stock) for _ in range(QUERIES + WARMING)]
        _, key = issue_key(record, 1, "benchmark", ["query"], datetime.now(UTC))
        with _served(settings, rooms) as port:
            over = list(_over_http(port, queries, key))[WARMING:]
        asked = [_asked(rooms, query) for query in queries][WARMING:]
        plain, worked = [wall for wall, _ in asked], [processor for _, processor in asked]
    finally:
        rooms.connection.close()
        record.close()
        mirror.close()
    slowest = sorted(range(len(over)), key=over.__getitem__)[-3:]
    for place in slowest:
        print(f"  {over[place]:.1f} ms {queries[place + WARMING]}", file=sys.stderr, flush=True)
    return {
        "p50 ms": percentile(plain, 0.5),
        "p95 ms": percentile(plain, 0.95),
        # PostgreSQL works in a process of its own: what it takes is not counted.
        "p95 ms of the processor": percentile(worked, 0.95),
        "p50 ms by HTTP": percentile(over, 0.5),
        "p95 ms by HTTP": percentile(over, 0.95),
        "p99 ms by HTTP": percentile(over, 0.99),
    }


def some_query(source: random.Random, stock: Stock) -> dict[str, str]:
    """Return a query of three predicates whose values occur."""
    day = datetime(2026, 1, 1, tzinfo=UTC) + timedelta(days=source.randrange(330))
    one = stock.some_event(source)
    kinds: list[dict[str, str]] = [
        {"eventType": "ObjectEvent", "EQ_bizStep": one["bizStep"], "GE_eventTime": day.isoformat()},
        {"MATCH_epc": one["epcList"][0], "EQ_bizStep": one["bizStep"], "EQ_action": one["action"]},
        {
            "MATCH_anyEPC": f"urn:epc:idpat:sgtin:6976001.0{one['epcList'][0][30:35]}.*", "EQ_bizStep": one["bizStep"],
            "LT_eventTime": day.isoformat(),
        },
        {"EQ_bizLocation": one["bizLocation"]["id"], "EQ_disposition": one["disposition"], "EQ_action": one["action"]},
        {"EQ_readPoint": one["readPoint"]["id"], "EQ_bizStep": stock.step(source), "GE_eventTime": day.isoformat()},
        {"EQ_bizTransaction_po": stock.order(source), "EQ_source_owning_party": stock.party(source), "EQ_bizStep": "shipping"},
        {"EQ_ILMD_cbvmda:lotNumber": stock.lot(source), "EQ_bizStep": "commissioning", "eventType": "ObjectEvent"},
        {"EQ_https://ex.org/#line": str(source.randrange(12)), "GE_quantity_KGM": "40", "EQ_bizStep": "commissioning"},
        {"GT_value_CEL": "9", "EQ_type": "Temperature", "EQ_deviceID": stock.device(source)},
        {"EXISTS_sensorElementList": "true", "EQ_bizLocation": one["bizLocation"]["id"], "EQ_bizStep": "storing"},
        {"EQ_disposition": stock.disposition(source), "EQ_readPoint": one["readPoint"]["id"], "EQ_action": "OBSERVE"},
    ]  # fmt: skip
    query = source.choice(kinds)
    order = source.choice(["", "", "", "eventTime", "eventTime", "recordTime", "https://ex.org/#line"])
    return query | ({"orderBy": order, "orderDirection": source.choice(["ASC", "DESC"])} if order else {})


def _asked(rooms: Rooms, query: dict[str, str]) -> tuple[float, float]:
    """Return the milliseconds of one query without HTTP, by the functions that the resource calls, and those of the processor."""
    began, worked = time.perf_counter(), time.thread_time()
    parsed = parsed_query({name: value.split("|") for name, value in query.items()})
    found = found_events(rooms, parsed, Reader(1), PAGE, None)
    write_json([body.event for body in found.bodies], query_name="SimpleEventQuery")
    return (time.perf_counter() - began) * 1000, (time.thread_time() - worked) * 1000


def _over_http(port: int, queries: list[dict[str, str]], key: str) -> Iterator[float]:
    connection = http.client.HTTPConnection("127.0.0.1", port)
    for query in queries:
        began = time.perf_counter()
        connection.request("GET", f"/events?{urlencode(query)}", headers={"Authorization": f"Bearer {key}"})
        answer = connection.getresponse()
        body = answer.read()
        if answer.status != 200:
            raise RuntimeError(f"{query}: {answer.status} {body[:300]!r}")
        yield (time.perf_counter() - began) * 1000
    connection.close()


@contextmanager
def _served(settings: Settings, rooms: Rooms) -> Iterator[int]:
    """Serve the API in a thread of this process and yield its port."""
    # uvicorn listens by itself, as in `suyuan api`: on a socket of another's making asyncio leaves Nagle's algorithm on, and
    # each answer waits 40 ms for the client's acknowledgement.
    config = uvicorn.Config(
        create_app(settings, rooms), "127.0.0.1", 0, log_level="warning", access_log=False, lifespan="off"
    )
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    pause = threading.Event()
    while not server.started:
        pause.wait(0.01)
    yield int(server.servers[0].sockets[0].getsockname()[1])
    server.should_exit = True
    thread.join(10)


if __name__ == "__main__":
    print(json.dumps(measured(tuple(map(int, sys.argv[1:])) or SIZES).as_json()))
