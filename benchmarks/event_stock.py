"""A year's events of one network, put into record and mirror as capture and indexer would, for queries to be measured on."""

from __future__ import annotations

import hashlib
import json
import multiprocessing
import random
from collections import deque
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from indexer.projection import projection_of
from store import Mirror, Record
from store.bulk import insert_rows
from store.columns import microseconds_of, table_of
from store.mirror.positions import first_position
from store.mirror.projecting import ProjectionWriter
from store.mirror.projection import Projection
from store.mirror.tables import BlockRow
from store.record.bodies import SealedEvent
from store.record.tables import EventRow

PORTION = 10_000
AHEAD = 2
"""Portions that are made before they are written."""
PER_BLOCK = 500
BEGINNING = datetime(2026, 1, 1, tzinfo=UTC)
STEPS = {
    "commissioning": ("ADD", "active"), "packing": ("OBSERVE", "in_progress"), "shipping": ("OBSERVE", "in_transit"),
    "receiving": ("OBSERVE", "in_progress"), "storing": ("OBSERVE", "sellable_not_accessible"),
    "inspecting": ("OBSERVE", "conformant"), "retail_selling": ("OBSERVE", "retail_sold"), "destroying": ("DELETE", "destroyed"),
}  # fmt: skip
WEIGHTS = (20, 15, 20, 20, 12, 8, 4, 1)
PLACES, PRODUCTS, PARTIES, DEVICES = 400, 500, 60, 300

Portion = tuple[list[tuple[Any, ...]], list[Projection], list[tuple[Any, ...]]]
"""Rows of the record, what is projected of them, and rows of blocks."""


@dataclass(frozen=True)
class Stock:
    """What is in the databases, so that queries can ask for values that occur."""

    size: int

    def some_event(self, source: random.Random) -> dict[str, Any]:
        """Return the body of one of the events."""
        return body_of(source.randrange(self.size), self.size)

    def step(self, source: random.Random) -> str:
        """Return a business step as often as it occurs."""
        return source.choices(list(STEPS), WEIGHTS)[0]

    def disposition(self, source: random.Random) -> str:
        """Return a disposition as often as it occurs."""
        return STEPS[self.step(source)][1]

    def order(self, source: random.Random) -> str:
        """Return the number of a purchase order."""
        return f"urn:x:po:{source.randrange(max(self.size // 200, 1))}"

    def party(self, source: random.Random) -> str:
        """Return an owner."""
        return _party(source.randrange(PARTIES))

    def lot(self, source: random.Random) -> str:
        """Return a lot number."""
        return f"L{source.randrange(max(self.size // 1000, 1))}"

    def device(self, source: random.Random) -> str:
        """Return a device."""
        return f"urn:x:device:{source.randrange(DEVICES)}"


def filled(record: Record, mirrors: Sequence[Mirror], size: int) -> Stock:
    """Fill a record and its mirrors with so many events: one in ten is private to its firm."""
    writers = [ProjectionWriter() for _ in mirrors]
    # A second process makes the next portions while this one writes.
    with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as pool:
        ahead = deque(pool.submit(_portion, first, size) for first in range(0, min(size, AHEAD * PORTION), PORTION))
        for first in range(0, size, PORTION):
            if first + AHEAD * PORTION < size:
                ahead.append(pool.submit(_portion, first + AHEAD * PORTION, size))
            _write(ahead.popleft().result(), record, mirrors, writers)
    for mirror in mirrors:
        if not mirror.is_sqlite:
            with mirror.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
                connection.exec_driver_sql("VACUUM ANALYZE")
    return Stock(size)


def _portion(first: int, size: int) -> Portion:
    bodies, projections, blocks = [], [], []
    for number in range(first, min(first + PORTION, size)):
        body = body_of(number, size)
        text = json.dumps(body, ensure_ascii=False, separators=(",", ":"))
        commitment = hashlib.sha256(b"%d" % number).digest()
        organisation = number % 20 + 1
        visibility = "private" if number % 10 == 3 else "public"
        block, place = divmod(number, PER_BLOCK)
        taken = BEGINNING + timedelta(seconds=(block + 1) * PER_BLOCK * _step(size))
        sealed = SealedEvent(
            number + 1, commitment, organisation, text, bytes(32), f"ni:///sha-256;{commitment.hex()}?ver=CBV2.0", None, 1, 0, 0, 0,
            visibility, (), frozenset(), taken,
        )  # fmt: skip
        projection = projection_of(sealed, first_position(block) + (place << 18), int(taken.timestamp()))
        if projection is not None:
            projections.append(projection)
        if place == 0:
            blocks.append((block, bytes(32), bytes(32), int(taken.timestamp())))
        columns = {
            "id": number + 1, "commitment": commitment, "organisation": organisation, "content_digest": commitment,
            "event_hash": sealed.event_hash, "body": text, "secret": bytes(32), "kind": 1, "flags": 0, "state": 0, "lane": 0,
            "visibility": visibility, "hidden": "[]", "captured_at": microseconds_of(taken),
        }  # fmt: skip
        bodies.append(tuple(columns.get(column.name) for column in table_of(EventRow).columns))
    return bodies, projections, blocks


def _write(portion: Portion, record: Record, mirrors: Sequence[Mirror], writers: Sequence[ProjectionWriter]) -> None:
    bodies, projections, blocks = portion
    with record.writing() as connection:
        insert_rows(connection, table_of(EventRow), bodies)
    for mirror, writer in zip(mirrors, writers, strict=True):
        with mirror.writing() as connection:
            insert_rows(connection, table_of(BlockRow), blocks)
            writer.write(connection, projections)


def body_of(number: int, size: int) -> dict[str, Any]:
    """Return the body of an event: the same for the same number."""
    source = random.Random(number)
    step = source.choices(list(STEPS), WEIGHTS)[0]
    action, disposition = STEPS[step]
    place = int(PLACES * source.random() ** 2)
    product = int(PRODUCTS * source.random() ** 2)
    serials = [source.randrange(size // 3 + 1) for _ in range(source.choice([1, 1, 1, 2, 4]))]
    when = BEGINNING + timedelta(seconds=number * _step(size) - source.randrange(7200))
    body: dict[str, Any] = {
        "type": "ObjectEvent",
        "eventTime": when.strftime("%Y-%m-%dT%H:%M:%SZ"),
        "eventTimeZoneOffset": "+08:00",
        "epcList": [f"{_gtin(product)}/21/{serial:010d}" for serial in dict.fromkeys(serials)],
        "action": action,
        "bizStep": step,
        "disposition": disposition,
        "readPoint": {"id": f"https://id.gs1.org/414/69760010{place:04d}0/254/gate{source.randrange(3)}"},
        "bizLocation": {"id": f"https://id.gs1.org/414/69760010{place:04d}0"},
        "{https://ex.org/}line": str(source.randrange(12)),
    }
    if step == "commissioning":
        body["ilmd"] = {"{urn:epcglobal:cbv:mda:}lotNumber": f"L{number // 1000}"}
        body["quantityList"] = [
            {
                "epcClass": f"{_gtin(product)}/10/L{number // 1000}",
                "quantity": source.randrange(1, 500) / 10,
                "uom": "KGM",
            }
        ]
    if step in ("shipping", "receiving"):
        body["bizTransactionList"] = [{"type": "po", "bizTransaction": f"urn:x:po:{number // 200}"}]
        body["sourceList"] = [{"type": "owning_party", "source": _party(source.randrange(PARTIES))}]
        body["destinationList"] = [{"type": "owning_party", "destination": _party(source.randrange(PARTIES))}]
    if step == "storing":
        device = f"urn:x:device:{source.randrange(DEVICES)}"
        value = round(source.gauss(5, 2), 1)
        report = {"type": "Temperature", "value": value, "uom": "CEL", "deviceID": device}
        body["sensorElementList"] = [{"sensorMetadata": {"time": body["eventTime"]}, "sensorReport": [report]}]
    return body


def _step(size: int) -> float:
    """Return the seconds between two events of a year."""
    return 330 * 86_400 / size


def _gtin(product: int) -> str:
    digits = f"06976001{product:05d}"
    total = sum(int(digit) * (3 if place % 2 == 0 else 1) for place, digit in enumerate(reversed(digits)))
    return f"https://id.gs1.org/01/{digits}{-total % 10}"


def _party(number: int) -> str:
    return f"https://id.gs1.org/417/69760020{number:04d}0"
