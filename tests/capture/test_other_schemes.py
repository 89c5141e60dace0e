"""Events about vehicles, containers, decentralised identifiers and other things that are no GS1 keys: captured as things."""

from collections.abc import Callable
from typing import Any

import pytest

from capture.documents import capture_document
from capture.errors import EventsRefused
from capture.reading import Form
from store import Mirror, Record
from store.columns import table_of
from store.mirror.member_tables import GrantRow
from store.record.outbox import waiting
from store.record.payloads import AnchorEvent, RecordEvent
from traceability.identifiers import parse
from traceability.ledger.keys import prefix_key, rest_hash, thing_key
from traceability.ledger.meta import EVERYONE_DEFAULT

Build = Callable[..., Any]
MAKER, STRANGER = 1, 3

GRANTED = [
    ("vin:1M8GDM9AXKP042788", "vin", "1M8"),
    ("urn:epc:id:bic:CSQU3054383", "iso6346", "CSQ"),
    ("did:bid:efdPP4ympm36RxTYQJPber1PRKmLWZE", "didbid", "efdPP4ympm36RxTYQJPber1PRKmLWZE"),
    ("did:web:example.com:things:7", "didweb", "example.com"),
    ("urn:oid:1.2.156.10197.1.401", "oid", "1.2.156.10197"),
    ("hdl:10.1000/182", "handle", "10.1000"),
    ("ecode:100011234567890", "ecode", "1000112"),
    ("vaa:VAA1234ABCD0001", "vaa", "VAA1234"),
    ("url:https://things.example/7", "url", "https://things.example"),
]


@pytest.fixture
def granted(mirror: Mirror) -> Mirror:
    """The mirror with a grant of each scheme to the maker."""
    with mirror.writing() as connection:
        for number, (_, scheme, prefix) in enumerate(GRANTED):
            row = {"prefix_key": prefix_key(scheme, prefix), "position": 10**9 + number, "scheme": scheme}
            rights = {"holder": MAKER, "everyone": EVERYONE_DEFAULT, "anchors_forbidden": 0, "granted_at": 1}
            connection.execute(table_of(GrantRow).insert(), row | rights | {"prefix": prefix, "status": 1})
    return mirror


def test_each_thing_has_a_line_under_its_granted_prefix(
    record: Record, granted: Mirror, asked: Build, document: Build, item_event: Build
) -> None:
    event = item_event() | {"epcList": [text for text, _, _ in GRANTED]}

    job = capture_document(record, granted, document(event), Form.JSON, asked())

    assert ["accepted"] == [result.status for result in job.results]
    (promise,) = waiting(record, 1, 0, 10)
    assert isinstance(promise.payload, RecordEvent)
    expected = set()
    for text, _, prefix in GRANTED:
        half, rest = parse(text).halves(len(prefix))
        expected.add(thing_key(prefix_key(half.scheme, half.text), rest_hash(rest)))
    assert expected == {thing_key(line.prefix_key, line.rest_hash) for line in promise.payload.lines}


def test_nobody_else_begins_the_history_of_such_a_thing(
    record: Record, granted: Mirror, asked: Build, document: Build, item_event: Build
) -> None:
    event = item_event() | {"epcList": ["vin:1M8GDM9AXKP042788"]}

    with pytest.raises(EventsRefused):
        capture_document(record, granted, document(event), Form.JSON, asked(STRANGER))


def test_without_a_grant_the_event_is_anchored(
    record: Record, mirror: Mirror, asked: Build, document: Build, item_event: Build
) -> None:
    event = item_event() | {"epcList": ["vin:1M8GDM9AXKP042788"]}

    capture_document(record, mirror, document(event), Form.JSON, asked())

    (promise,) = waiting(record, 1, 1, 10)
    assert isinstance(promise.payload, AnchorEvent)


@pytest.mark.parametrize(
    "text", ["vin:1M8GDM9A1KP042788", "urn:epc:id:bic:CSQU3054384", "did:bid:efXXXX", "urn:oid:1.40.1"]
)
def test_a_wrong_code_of_such_a_scheme_is_refused(
    record: Record, granted: Mirror, asked: Build, document: Build, item_event: Build, text: str
) -> None:
    with pytest.raises(EventsRefused):
        capture_document(record, granted, document(item_event() | {"epcList": [text]}), Form.JSON, asked())
