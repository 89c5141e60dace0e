"""CBV 2.0 event hashes per second on one core, from events in normal form, and what else a capture computes."""

from __future__ import annotations

import json
import time

from benchmarks.documents import document
from benchmarks.table import Table, median, thousands
from traceability.commitment import commit
from traceability.epcis import Event, event_hash, read_json
from traceability.ledger.meta import Flag, State

EVENTS = 5_000
RUNS = 5


def measured() -> Table:
    """Return the figures."""
    reading, hashing, committing = [], [], []
    for run in range(RUNS):
        # New serials each time: what was read before is remembered.
        data = document(EVENTS, run * EVENTS, seed=run)
        began = time.process_time()
        events = [entry for entry in read_json(data).entries if isinstance(entry, Event)]
        reading.append(EVENTS / (time.process_time() - began))
        began = time.process_time()
        hashes = [event_hash(event) for event in events]
        hashing.append(EVENTS / (time.process_time() - began))
        began = time.process_time()
        for event, text in zip(events, hashes, strict=True):
            commit(
                event.body, event_hash=text, organisation=1, kind=event.kind, flags=Flag.NONE, state=State.UNCHANGED, secret=bytes(32),
                thing_of=_no_thing,
            )  # fmt: skip
        committing.append(EVENTS / (time.process_time() - began))
    values = {"event hash": median(hashing), "JSON-LD read": median(reading), "commitment": median(committing)}
    return Table(
        title="Event hash",
        how=f"{EVENTS:,} ObjectEvents of eleven fields in normal form, one core, median of {RUNS}, in time of the processor.",
        columns=("step", "events per second", "goal"),
        rows=(
            ("CBV 2.0 event hash", thousands(values["event hash"]), "25,000"),
            ("JSON-LD read into normal form", thousands(values["JSON-LD read"]), ""),
            ("commitment (12 salted leaves, tree)", thousands(values["commitment"]), ""),
        ),
        values=values,
    )


def _no_thing(_: str) -> None:
    """Find no thing: no prefix is granted."""


if __name__ == "__main__":
    print(json.dumps(measured().as_json()))
