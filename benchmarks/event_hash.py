"""CBV 2.0 event hashes per second on one core, from events in normal form, and commitments per second."""

from __future__ import annotations

import json
import time

from benchmarks.documents import document
from traceability.commitment import commit
from traceability.epcis import Event, event_hash, read_json
from traceability.ledger.meta import Flag, State


def measured() -> dict[str, object]:
    """Return the figures."""
    data = document(5_000)
    began = time.perf_counter()
    events = [entry for entry in read_json(data).entries if isinstance(entry, Event)]
    reading = time.perf_counter() - began
    rates = []
    for _ in range(5):
        began = time.perf_counter()
        hashes = [event_hash(event) for event in events]
        rates.append(len(events) / (time.perf_counter() - began))
    began = time.perf_counter()
    for event, text in zip(events, hashes, strict=True):
        commit(event.body, event_hash=text, organisation=1, kind=event.kind, flags=Flag.NONE, state=State.UNCHANGED, secret=bytes(32), thing_of=lambda text: None)
    committing = time.perf_counter() - began
    return {
        "events": len(events),
        "hashes per second (median of 5)": round(sorted(rates)[2]),
        "documents read, events per second": round(len(events) / reading),
        "commitments per second": round(len(events) / committing),
    }


if __name__ == "__main__":
    print(json.dumps(measured()))
