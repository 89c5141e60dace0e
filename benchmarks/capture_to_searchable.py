"""Events per second from the document to final on the chain and searchable in SQL, both lanes, everything on this machine."""

from __future__ import annotations

import json
import time
from datetime import UTC, datetime
from typing import Any

from benchmarks.documents import document
from benchmarks.installation import ORGANISATION, Measured, installation, wait
from benchmarks.table import Table, thousands
from capture.collection import collect_rarely
from capture.disclosure import EVERYONE
from capture.documents import Request, capture_document
from capture.lane import Lane
from capture.reading import Form
from store.record.outbox import counts
from store.record.progress import Progress

EVENTS = {Lane.HEADED: 10_000, Lane.ANCHORED: 20_000}
PER_DOCUMENT = 2_000
GOALS = {Lane.HEADED: 3_000, Lane.ANCHORED: 10_593}
"""Events per second, searchable."""


def measured() -> Table:
    """Return the figures."""
    # As the api process does it.
    collect_rarely()
    values: dict[str, Any] = {}
    rows: list[tuple[str, ...]] = []
    work: list[str] = []
    for lane, count in EVENTS.items():
        found = values[lane.value] = _run(lane, count)
        rates = [count / found[name] for name in ("captured", "final", "searchable")]
        standing = "" if rates[-1] >= GOALS[lane] else " (missed)"
        rows.append(
            (f"{lane.value}, {count:,} events", *(thousands(rate) for rate in rates), f"{GOALS[lane]:,}{standing}")
        )
        each = {name: 1e6 * found[name] / count for name in ("capture", "submission", "indexer")}
        total = 1e6 / sum(each.values())
        work.append(
            f"{lane.value}: {', '.join(f'{name} {micro:.0f} µs' for name, micro in each.items())}: "
            f"{total:,.0f} events per second and core at most, the chain and SQLite's waiting left out"
        )
    return Table(
        title="From document to searchable",
        how=(
            f"JSON-LD documents of {PER_DOCUMENT:,} ObjectEvents of one new thing each, captured one after the other in one process, while "
            "submission, indexer, anvil and SQLite work on the same two cores. Events per second from the first byte until all are captured "
            "(on the disk), final (on the chain) and searchable (projected into the mirror)."
        ),
        columns=("lane", "captured", "… and final", "… and searchable", "goal"),
        rows=tuple(rows),
        notes=(
            f"Time of a processor that our three processes needed for each event. {'. '.join(work)}.",
            "Capture is one process and bounds both lanes: reading, checking, hashing and committing in Python.",
            "anvil runs without writing its state at intervals, for which `suyuan serve` gives it a twentieth of the time.",
        ),
        values=values,
    )


def _run(lane: Lane, count: int) -> dict[str, float]:
    """Return the seconds from the beginning to each stage, and the processor's seconds of each process."""
    with installation() as place:
        documents = [
            document(PER_DOCUMENT, number * PER_DOCUMENT, seed=number) for number in range(count // PER_DOCUMENT)
        ]
        searchable_before = _projected(place)
        final_before = counts(place.record)[Progress.FINAL]
        busy_before = {name: place.processor_seconds(name) for name in place.processes}
        own, began = time.process_time(), time.perf_counter()
        for data in documents:
            request = Request(organisation=ORGANISATION, now=datetime.now(UTC), disclosure=EVERYONE, lane=lane)
            capture_document(place.record, place.mirror, data, Form.JSON, request)
        captured, capture = time.perf_counter() - began, time.process_time() - own
        wait(lambda: counts(place.record)[Progress.FINAL] - final_before >= count, "final")
        final = time.perf_counter() - began
        wait(lambda: _projected(place) - searchable_before >= count, "searchable")
        searchable = time.perf_counter() - began
        busy = {name: place.processor_seconds(name) - before for name, before in busy_before.items()}
    return {"captured": captured, "final": final, "searchable": searchable, "capture": capture, **busy}


def _projected(place: Measured) -> int:
    with place.mirror.reading() as connection:
        return int(connection.exec_driver_sql("SELECT count(*) FROM events").scalar_one())


if __name__ == "__main__":
    print(json.dumps(measured().as_json()))
