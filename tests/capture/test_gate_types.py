"""The semantic gate at the door: each rule refuses under its own problem type and at its place, and nothing is stored."""

import json
import re
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from capture.documents import capture_document
from capture.errors import EventsRefused
from capture.problem_types import _TYPES, OTHER
from capture.reading import Form
from capture.saving import Behaviour
from store import Mirror, Record
from store.columns import table_of
from store.reader import Reader
from store.record.bodies import sealed_events
from store.record.forgetting import forget_in
from store.record.jobs import job_of
from store.record.tables import CaptureJobRow, CaptureResultRow, EventRow, OutboxRow
from traceability.epcis import Event, event_hash, read_json, write_xml

Build = Callable[..., Any]
ROOT = Path(__file__).parents[2]
GTIN = "https://id.gs1.org/01/06901234000016"
FALSE_HASH = f"ni:///sha-256;{'0' * 64}?ver=CBV2.0"
BASE = "/epcisBody/eventList/0"
WRONG = {
    "check-digit-wrong": ({"epcList": ["https://id.gs1.org/01/06901234000017/21/A"]}, "/epcList/0"),
    "class-level-identifier": ({"epcList": [GTIN]}, "/epcList/0"),
    "place-expected": ({"readPoint": {"id": GTIN}}, "/readPoint/id"),
    "prefix-undeclared": ({"nobody:colour": "white"}, "/nobody:colour"),
    "action-with-ilmd": ({"action": "OBSERVE", "ilmd": {"cbvmda:lotNumber": "7"}}, "/ilmd"),
    "action-without-things": ({"epcList": []}, "/epcList"),
    "offset-impossible": ({"eventTimeZoneOffset": "+99:99"}, "/eventTimeZoneOffset"),
    "identifier-misplaced": ({"epcList": ["https://id.gs1.org/414/6901234000016"]}, "/epcList/0"),
    "word-unknown": ({"bizStep": "dreaming"}, "/bizStep"),
    "identifier-invalid": ({"epcList": ["https://id.gs1.org/00/06901234"]}, "/epcList/0"),
    "document-invalid": ({"action": "BUILD"}, "/action"),
}
STRICTLY = {
    "event-id-mismatch": ({"eventID": FALSE_HASH}, "/eventID"),
    "thing-repeated": ({"epcList": [f"{GTIN}/21/A", "urn:epc:id:sgtin:6901234.000001.A"]}, "/epcList/1"),
}


def rows(record: Record) -> list[int]:
    """Return how many rows each table has that a capture writes."""
    tables = (EventRow, CaptureJobRow, CaptureResultRow, OutboxRow)
    with record.reading() as connection:
        return [len(connection.execute(table_of(table).select()).all()) for table in tables]


def refusal_of(record: Record, mirror: Mirror, data: bytes, form: Form, request: Any) -> set[tuple[str, str]]:
    with pytest.raises(EventsRefused) as refusal:
        capture_document(record, mirror, data, form, request)
    assert [0, 0, 0, 0] == rows(record)
    return {(problem.code, problem.pointer) for problem in refusal.value.problems}


@pytest.mark.parametrize("kind", WRONG)
def test_each_rule_has_its_own_type_and_place(
    record: Record, mirror: Mirror, asked: Build, document: Build, item_event: Build, kind: str
) -> None:
    changes, place = WRONG[kind]

    found = refusal_of(record, mirror, document(item_event(**changes)), Form.JSON, asked())

    assert {(kind, BASE + place)} == found


@pytest.mark.parametrize("kind", STRICTLY)
def test_what_is_only_warned_of_is_refused_strictly(
    record: Record, mirror: Mirror, asked: Build, document: Build, item_event: Build, kind: str
) -> None:
    changes, place = STRICTLY[kind]
    data = document(item_event(**changes))

    assert {(kind, BASE + place)} == refusal_of(record, mirror, data, Form.JSON, asked(strict=True))
    job = capture_document(record, mirror, data, Form.JSON, asked())

    assert job.success
    (kept,) = job_of(record, job.id, Reader(1)).results
    (warning,) = json.loads(kept.problem)
    assert ("accepted", f"/problems/{kind}", BASE + place) == (kept.status, warning["type"], warning["pointer"])


def test_a_time_is_of_the_future_beyond_a_day(
    record: Record, mirror: Mirror, asked: Build, document: Build, item_event: Build, now: datetime
) -> None:
    near, far = ((now + timedelta(hours=hours)).isoformat() for hours in (23, 25))

    found = refusal_of(record, mirror, document(item_event(eventTime=far)), Form.JSON, asked())

    assert {("time-in-future", f"{BASE}/eventTime")} == found
    assert capture_document(record, mirror, document(item_event(eventTime=near)), Form.JSON, asked()).success


def test_the_right_hash_is_no_cause_for_a_warning(
    record: Record, mirror: Mirror, asked: Build, document: Build, item_event: Build
) -> None:
    right = event_hash(read_json(document(item_event())).events[0])

    job = capture_document(record, mirror, document(item_event(eventID=right)), Form.JSON, asked(strict=True))

    assert (True, None) == (job.success, job.results[0].problem)


def test_a_repeated_capture_warns_again(
    record: Record, mirror: Mirror, asked: Build, document: Build, item_event: Build
) -> None:
    data = document(item_event(eventID=FALSE_HASH))
    capture_document(record, mirror, data, Form.JSON, asked(behaviour=Behaviour.PROCEED))

    again = capture_document(record, mirror, data, Form.JSON, asked(dry_run=True))

    assert "event-id-mismatch" in str(again.results[0].problem)
    assert "duplicate" == again.results[0].status


def test_xml_is_refused_under_the_same_types(
    record: Record, mirror: Mirror, asked: Build, document: Build, item_event: Build
) -> None:
    body = read_json(document(item_event())).events[0].body
    data = write_xml([Event({**body, "readPoint": {"id": GTIN}})])

    assert {("place-expected", f"{BASE}/readPoint/id")} == refusal_of(record, mirror, data, Form.XML, asked())


def test_how_the_author_wrote_is_kept_until_the_event_is_forgotten(
    record: Record, mirror: Mirror, asked: Build, document: Build, item_event: Build, now: datetime
) -> None:
    urn = "urn:epc:id:sgtin:6901234.000001.A"
    data = document(item_event(epcList=[urn], eventID=FALSE_HASH))
    commitment = capture_document(record, mirror, data, Form.JSON, asked()).results[0].commitment
    assert commitment is not None

    with record.reading() as connection:
        kept = connection.execute(table_of(EventRow).select()).one()
    event = Event.from_json(kept.body, kept.writings)
    assert {f"{GTIN}/21/A": urn} == event.writings
    with record.writing() as connection:
        assert forget_in(connection, commitment, 1, now)

    with record.reading() as connection:
        assert connection.execute(table_of(EventRow).select()).one().writings is None
        assert connection.execute(table_of(CaptureResultRow).select()).one().problem is None
    assert sealed_events(record, [commitment])[commitment].body is None


def test_every_type_of_the_gate_is_documented() -> None:
    sections = re.findall(r"^## (\S+)$", (ROOT / "docs" / "problems.md").read_text(), re.MULTILINE)

    assert {*_TYPES, OTHER} <= set(sections)
    assert {*_TYPES, OTHER} - {"time-in-future"} == {*WRONG, *STRICTLY}
