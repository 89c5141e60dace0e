"""Events per second from the document to final on the chain and searchable in SQL, both lanes, everything on this machine."""

from __future__ import annotations

import json
import time
from datetime import UTC, datetime

from benchmarks.documents import document
from benchmarks.installation import ORGANISATION, Measured, installation, wait
from capture.disclosure import EVERYONE
from capture.documents import Request, capture_document
from capture.lane import Lane
from capture.reading import Form
from store.record.outbox import counts
from store.record.payloads import Progress

EVENTS = {Lane.HEADED: 10_000, Lane.ANCHORED: 20_000}
PER_DOCUMENT = 2_000


def measured() -> dict[str, object]:
    """Return the figures."""
    figures: dict[str, object] = {}
    for lane, count in EVENTS.items():
        with installation() as place:
            documents = [document(PER_DOCUMENT, number * PER_DOCUMENT, seed=number) for number in range(count // PER_DOCUMENT)]
            before = _projected(place)
            final_before = counts(place.record)[Progress.FINAL]
            began = time.perf_counter()
            for data in documents:
                request = Request(organisation=ORGANISATION, now=datetime.now(UTC), disclosure=EVERYONE, lane=lane)
                capture_document(place.record, place.mirror, data, Form.JSON, request)
            captured = time.perf_counter() - began
            wait(lambda: counts(place.record)[Progress.FINAL] - final_before >= count, "final")  # noqa: B023 - called at once.
            final = time.perf_counter() - began
            wait(lambda: _projected(place) - before >= count, "searchable")  # noqa: B023 - called at once.
            searchable = time.perf_counter() - began
        figures[lane.value] = {
            "events": count,
            "captured, per second": round(count / captured),
            "captured and final, per second": round(count / final),
            "captured, final and searchable, per second": round(count / searchable),
        }
    return figures


def _projected(place: Measured) -> int:
    with place.mirror.reading() as connection:
        return int(connection.exec_driver_sql("SELECT count(*) FROM events").scalar_one())


if __name__ == "__main__":
    print(json.dumps(measured()))
