"""Documents to measure with: many events of one thing each, made by a fixed seed."""

from __future__ import annotations

import json
import random
from datetime import UTC, datetime, timedelta

from benchmarks.installation import PREFIX


def gtin(item: int) -> str:
    """Return a GTIN-14 of the prefix."""
    body = f"0{PREFIX}{item:05d}"
    total = sum(int(digit) * (3 if place % 2 == 0 else 1) for place, digit in enumerate(reversed(body)))
    return body + str(-total % 10)


def document(count: int, first: int = 0, *, seed: int = 1) -> bytes:
    """Return an EPCIS document of `count` commissioning events with eleven fields each."""
    source = random.Random(seed)
    start = datetime(2026, 3, 1, tzinfo=UTC)
    place = f"https://id.gs1.org/414/{PREFIX}{'000104'}"
    place = place[:-1] + _check(place.rsplit("/", 1)[1][:-1])
    events = [
        {
            "type": "ObjectEvent",
            "eventTime": (start + timedelta(seconds=index)).isoformat(),
            "eventTimeZoneOffset": "+08:00",
            "epcList": [f"https://id.gs1.org/01/{gtin(10001)}/21/{source.getrandbits(64):016X}"],
            "action": "ADD",
            "bizStep": "commissioning",
            "disposition": "active",
            "readPoint": {"id": place},
            "bizLocation": {"id": place},
            "ilmd": {"cbvmda:lotNumber": f"L{index // 500}"},
        }
        for index in range(first, first + count)
    ]
    return json.dumps(
        {
            "@context": ["https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld"],
            "type": "EPCISDocument",
            "schemaVersion": "2.0",
            "creationDate": "2026-03-02T00:00:00Z",
            "epcisBody": {"eventList": events},
        }
    ).encode()


def _check(body: str) -> str:
    total = sum(int(digit) * (3 if place % 2 == 0 else 1) for place, digit in enumerate(reversed(body)))
    return str(-total % 10)
