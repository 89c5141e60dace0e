"""What an event says of itself: its kind, its things in their parts, its identifiers with their pointers."""

import json
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import event_texts as given
import pytest

from traceability.epcis import Event, Quantity, Role, read_json
from traceability.ledger.meta import Kind


def event_of(template: dict[str, Any], **changes: Any) -> Event:
    return read_json(json.dumps({"@context": given.CONTEXT, **template, **changes}).encode()).events[0]


@pytest.mark.parametrize(
    ("template", "changes", "kind"),
    [
        (given.OBJECT, {}, Kind.CREATE),
        (given.OBJECT, {"action": "DELETE"}, Kind.END),
        (given.OBJECT, {"action": "OBSERVE"}, Kind.OBSERVE),
        (given.AGGREGATION, {}, Kind.PACK),
        (given.AGGREGATION, {"action": "DELETE"}, Kind.UNPACK),
        (given.AGGREGATION, {"action": "OBSERVE"}, Kind.OBSERVE),
        (given.ASSOCIATION, {}, Kind.ASSOCIATE),
        (given.ASSOCIATION, {"action": "DELETE"}, Kind.DISSOCIATE),
        (given.TRANSACTION, {}, Kind.TRANSACT),
        (given.TRANSFORMATION, {}, Kind.TRANSFORM),
        (given.OBJECT, {"errorDeclaration": {"declarationTime": "2026-03-05T00:00:00Z"}}, Kind.CORRECT),
    ],
)
def test_the_kind_follows_from_type_and_action(template: dict, changes: dict, kind: Kind) -> None:
    assert kind is event_of(template, **changes).kind


def test_the_normal_form_is_the_published_one() -> None:
    assert {
        "type": "ObjectEvent",
        "eventID": "urn:uuid:374d95fc-9457-4a51-bd6a-0bba133845a8",
        "eventTime": "2026-03-04T03:00:30Z",
        "eventTimeZoneOffset": "+08:00",
        "epcList": ["https://id.gs1.org/01/06901234567892/21/A1", "https://id.gs1.org/01/06901234567892/21/A2"],
        "action": "ADD",
        "bizStep": "commissioning",
        "disposition": "active",
        "readPoint": {"id": "https://id.gs1.org/414/6901234000016", "{https://ns.example.com/epcis/}gate": "3"},
        "bizLocation": {"id": "hdl:88.118.8/hall-2"},
        "bizTransactionList": [{"type": "po", "bizTransaction": "urn:epcglobal:cbv:bt:6901234000016:PO7"}],
        "ilmd": {
            "{urn:epcglobal:cbv:mda:}lotNumber": "L7",
            "{https://ns.example.com/epcis/}colour": {"{https://ns.example.com/epcis/}name": "white"},
        },
        "sensorElementList": [
            {
                "sensorMetadata": {"startTime": "2026-03-04T02:00:00Z", "endTime": "2026-03-04T03:00:00Z"},
                "sensorReport": [{"type": "Temperature", "value": Decimal("26.5"), "uom": "CEL"}],
            }
        ],
    } == event_of(given.OBJECT).body


def test_things_stand_in_their_parts() -> None:
    packed = event_of(
        given.AGGREGATION, childQuantityList=[{"epcClass": "urn:epc:class:lgtin:6901234.012345.L1", "quantity": 3}]
    )
    made = event_of(given.TRANSFORMATION)

    assert [
        (Role.PARENT, "https://id.gs1.org/00/369012340000000079", "/parentID", None),
        (Role.CHILD, "https://id.gs1.org/01/06901234567892/21/A1", "/childEPCs/0", None),
        (Role.CHILD, "hdl:88.118.8/frame-7", "/childEPCs/1", None),
        (
            Role.CHILD,
            "https://id.gs1.org/01/06901234123456/10/L1",
            "/childQuantityList/0/epcClass",
            Quantity(Decimal(3), None),
        ),
    ] == [(thing.role, thing.identifier.canonical, thing.pointer, thing.quantity) for thing in packed.things()]
    assert [(Role.OUTPUT, "/outputEPCList/0"), (Role.INPUT, "/inputQuantityList/0/epcClass")] == [
        (thing.role, thing.pointer) for thing in made.things()
    ]
    assert made.things()[1].quantity == Quantity(Decimal("12.5"), "KGM")


def test_identifiers_include_places_and_parties() -> None:
    traded = event_of(
        given.TRANSACTION, readPoint={"id": "https://example.com/gate"}, bizLocation={"id": "hdl:88.118.8/hall-2"}
    )

    assert [
        ("/epcList/0", "sgtin"),
        ("/bizLocation/id", "idis"),
        ("/sourceList/0/source", "pgln"),
        ("/destinationList/0/destination", "sgln"),
    ] == [(pointer, identifier.kind) for pointer, identifier in traded.identifiers()]


def test_its_fields_are_read_by_name() -> None:
    event = event_of(given.OBJECT)

    assert event.event_time == datetime(2026, 3, 4, 3, 0, 30, tzinfo=UTC)
    assert (event.event_type, event.action, event.time_zone_offset) == ("ObjectEvent", "ADD", "+08:00")
    assert (event.biz_step, event.disposition) == ("commissioning", "active")
    assert (event.read_point, event.biz_location) == ("https://id.gs1.org/414/6901234000016", "hdl:88.118.8/hall-2")
    assert event.event_id == "urn:uuid:374d95fc-9457-4a51-bd6a-0bba133845a8"
    assert event.error_declaration is None


def test_numbers_keep_every_digit_that_was_written() -> None:
    written = given.text(given.TRANSFORMATION).replace(b"12.5", b"12.5000000000000000000000000000000001")

    event = read_json(written).events[0]

    assert event.body["inputQuantityList"][0]["quantity"] == Decimal("12.5000000000000000000000000000000001")
    assert '"quantity":12.5000000000000000000000000000000001' in event.to_json()
    assert event == Event.from_json(event.to_json())
