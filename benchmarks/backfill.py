"""Backfill: the logs of a chain into SQL with every index live, beside a plain web3.py loop against the same node."""

from __future__ import annotations

import json
import random
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

from benchmarks.cluster import cluster, programs
from benchmarks.installation import ORGANISATION, PREFIX, Measured, installation
from benchmarks.table import Table, goal, median, thousands
from chain.connection import connect
from chain.contract_interface import ABI_FOLDER
from chain.gateways import RecordedEvent, batch_of, contracts_of
from chain.network import load_network
from indexer.following import Indexer
from store import open_mirror, open_record
from traceability.ledger.keys import prefix_key, rest_hash
from traceability.ledger.meta import Kind

BATCHES = 400
EVENTS = 500
"""Events in a batch, and so in a block."""
THINGS = 20_000
RUNS = 3
LARGEST = 150
"""MB that the indexer may need."""
PEER_BLOCKS = 40
"""Blocks that the web3.py loop is given: all of them would take it minutes."""


def measured() -> Table:
    """Return the figures."""
    logs = BATCHES * (EVENTS + 1)
    server = programs()
    rates: dict[str, list[float]] = {"SQLite": [], "PostgreSQL": [], "web3.py": []}
    memory: dict[str, list[float]] = {name: [] for name in rates}

    def run(name: str, *arguments: str) -> None:
        done = subprocess.run(
            [sys.executable, "-m", "benchmarks.backfill", *arguments], capture_output=True, text=True, check=True
        )
        found = json.loads(done.stdout)
        rates[name].append(found["logs"] / found["seconds"])
        memory[name].append(found["peak MB"])

    with installation(running=False) as place:
        began = time.perf_counter()
        _write(place)
        wrote = time.perf_counter() - began
        home, url = str(place.installation.home), place.installation.rpc_url
        for _ in range(RUNS):
            with tempfile.TemporaryDirectory() as folder:
                run("SQLite", home, url, f"sqlite:///{folder}/mirror.db")
                run("web3.py", home, url, f"{folder}/plain.db")
            if server is not None:
                with cluster(server) as address:
                    run("PostgreSQL", home, url, address)
    values: dict[str, Any] = {"logs": logs, "seconds to write them": wrote}
    rows = []
    for name, text, least in (
        ("SQLite", "indexer into SQLite", 40_000),
        ("PostgreSQL", "indexer into PostgreSQL", 60_000),
        ("web3.py", "web3.py: get_logs, process_log, executemany into SQLite", 0),
    ):
        if not rates[name]:
            continue
        values[name] = {"logs per second": median(rates[name]), "peak MB": median(memory[name]), "runs": rates[name]}
        ratio = median(rates[name]) / median(rates["web3.py"])
        met = median(rates[name]) >= least and median(memory[name]) <= LARGEST
        held = goal(f"{least:,}; {LARGEST} MB", met=met) if least else ""
        rows.append((text, thousands(median(rates[name])), f"{ratio:.1f}", f"{median(memory[name]):.0f} MB", held))
    notes = [
        (
            f"The indexer also fetches and checks every header, keeps the raw logs, interns keys, writes a line per thing and a checkpoint per range, in "
            f"{_indexes()} tables and indexes; the loop writes one table with two indexes and checks nothing. The loop was given the first "
            f"{PEER_BLOCKS * (EVENTS + 1):,} logs only. Node, database and indexer share two cores."
        ),
        "The record is empty: these are logs into SQL; events with bodies are projected too, see *From document to searchable*.",
    ]
    if server is None:
        notes.append("PostgreSQL is not installed here and was left out.")
    return Table(
        title="Backfill",
        how=(
            f"{logs:,} logs in {BATCHES:,} blocks of the embedded chain (batches of {EVENTS} events of one thing, {THINGS:,} things), "
            f"median of {RUNS} runs in turn."
        ),
        columns=("what", "logs per second", "× web3.py", "peak memory", "goal"),
        rows=tuple(rows),
        notes=tuple(notes),
        values=values,
    )


def _write(place: Measured) -> None:
    """Write the batches straight to the ledger."""
    source = random.Random(1)
    contracts, connection, signer = contracts_of(place.connection), place.connection, place.signer
    key, network = prefix_key("gs1", PREFIX), place.connection.network
    rests = [rest_hash(f"01/0/10001/21/{number:012d}") for number in range(THINGS)]
    first = contracts.ledger.stream_count(ORGANISATION, 0)
    nonce = connection.nonce(signer.address)
    for number in range(BATCHES):
        events = [
            RecordedEvent(
                source.randbytes(32), int(Kind.CREATE), 0, 0, ((key, rests[(number * EVENTS + index) % THINGS]),)
            )
            for index in range(EVENTS)
        ]
        call = contracts.ledger.record(batch_of(events), first + number)
        signed = signer.sign_transaction(
            to=call.to,
            data=call.data,
            nonce=nonce + number,
            gas=50_000_000,
            gas_price=network.gas_price,
            chain_id=network.chain_id,
        )
        sent = connection.send(signed.raw)
        if number % 20 == 19:
            while connection.receipt(sent) is None:
                time.sleep(0.005)
    receipt = connection.receipt(sent)
    if receipt is None or not receipt.succeeded:
        raise RuntimeError("the batches were refused")


def _indexes() -> int:
    from store.mirror.tables import MIRROR  # noqa: PLC0415 - only for this sentence.

    written = ("blocks", "logs", "things", "recorded", "lines", "batches", "checkpoint")
    return sum(1 + len(MIRROR.tables[name].indexes) for name in written) + 1


def _index(home: str, url: str, address: str) -> dict[str, float]:
    with tempfile.TemporaryDirectory() as folder:
        record, mirror = open_record(f"sqlite:///{folder}/record.db"), open_mirror(address)
        with connect(load_network(Path(home)).with_rpc_url(url)) as connection:
            began = time.perf_counter()
            indexer = Indexer(connection, record, mirror)
            indexer.catch_up()
            seconds = time.perf_counter() - began
        with mirror.reading() as reading:
            lines = reading.exec_driver_sql("SELECT count(*) FROM lines").scalar_one()
        mirror.close()
        record.close()
    if lines != BATCHES * EVENTS:
        raise RuntimeError(f"{lines} lines of {BATCHES * EVENTS}")
    return {"logs": indexer.figures.logs, "seconds": seconds}


def _plain(home: str, url: str, file: str) -> dict[str, float]:
    """Do what a first indexer in Python does."""
    import sqlite3  # noqa: PLC0415 - only the peer uses these two.

    from web3 import Web3  # noqa: PLC0415

    network = replace(load_network(Path(home)), rpc_url=url)
    with connect(network) as connection:
        address = "0x" + contracts_of(connection).ledger.address.hex()
        head = connection.block_number()
    web3 = Web3(Web3.HTTPProvider(url))
    ledger = web3.eth.contract(
        address=Web3.to_checksum_address(address), abi=json.loads((ABI_FOLDER / "Ledger.json").read_text())["abi"]
    )
    topic = Web3.keccak(text="EventRecorded(bytes32,bytes32,bytes32[])")
    database = sqlite3.connect(file)
    database.execute("PRAGMA journal_mode=WAL")
    database.execute(
        "CREATE TABLE events (block INTEGER, log INTEGER, commitment BLOB, meta BLOB, key BLOB, PRIMARY KEY (block, log))"
    )
    database.execute("CREATE INDEX by_commitment ON events (commitment)")
    database.execute("CREATE INDEX by_key ON events (key)")
    first = head - BATCHES + 1
    total = 0
    began = time.perf_counter()
    for start in range(first, first + PEER_BLOCKS, 5):
        found = web3.eth.get_logs({"fromBlock": start, "toBlock": start + 4, "address": ledger.address})
        rows = []
        for log in found:
            total += 1
            if log["topics"][0] != topic:
                continue
            event = ledger.events.EventRecorded().process_log(log)
            arguments = event["args"]
            rows.append(
                (
                    event["blockNumber"],
                    event["logIndex"],
                    arguments["commitment"],
                    arguments["meta"],
                    arguments["keys"][0],
                )
            )
        database.executemany("INSERT INTO events VALUES (?, ?, ?, ?, ?)", rows)
        database.commit()
    return {"logs": total, "seconds": time.perf_counter() - began}


def _peak() -> float:
    """Return the most memory that this process had, in MB; `getrusage` would tell the larger parent's before the fork."""
    words = next(
        line for line in Path("/proc/self/status").read_text().splitlines() if line.startswith("VmHWM")
    ).split()
    return int(words[1]) / 1024


def main() -> None:
    """Print the figures; with arguments, those of one run in a process of its own."""
    if len(sys.argv) == 1:
        print(json.dumps(measured().as_json()))
        return
    found = _index(*sys.argv[1:]) if "://" in sys.argv[3] else _plain(*sys.argv[1:])
    found["peak MB"] = _peak()
    print(json.dumps(found))


if __name__ == "__main__":
    main()
