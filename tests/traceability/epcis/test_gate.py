"""The semantic gate, reason by reason: each case changes one thing of a right event.

Branches: shape (missing, not allowed, ilmd) · identifiers (class, place, party, duplicate) · words · times · eventID.
"""

import copy
import json
from datetime import UTC, datetime
from typing import Any

import event_texts as given
import pytest

from traceability.epcis import DocumentInvalid, Event, errors_of, event_hash, problems_of, read_json, verify_event

NOW = datetime(2026, 3, 5, tzinfo=UTC)
GTIN = "https://id.gs1.org/01/06901234567892"


def event_of(template: dict[str, Any], **changes: Any) -> Event:
    members = copy.deepcopy(template)
    for name, value in changes.items():
        if value is None:
            members.pop(name)
        else:
            members[name] = value
    return read_json(json.dumps({"@context": given.CONTEXT, **members}).encode()).events[0]


@pytest.mark.parametrize("template", given.ALL, ids=lambda template: template["type"])
def test_a_right_event_of_each_type_passes(template: dict[str, Any]) -> None:
    assert problems_of(event_of(template), NOW) == ()


WRONG = [
    (given.OBJECT, {"type": None}, "/type", "field-missing"),
    (given.OBJECT, {"eventTime": None}, "/eventTime", "field-missing"),
    (given.OBJECT, {"eventTimeZoneOffset": None}, "/eventTimeZoneOffset", "field-missing"),
    (given.OBJECT, {"action": None}, "/action", "field-missing"),
    (given.OBJECT, {"parentID": "urn:epc:id:sscc:6901234.3000000007"}, "/parentID", "field-not-allowed"),
    (given.OBJECT, {"epcList": [], "sensorElementList": None}, "/epcList", "things-missing"),
    (given.OBJECT, {"epcList": [], "ilmd": None}, "/epcList", "things-missing"),
    (given.OBJECT, {"epcList": [], "ilmd": None, "action": "DELETE"}, "/epcList", "things-missing"),
    (
        given.OBJECT,
        {"epcList": None, "readPoint": None, "ilmd": None, "action": "OBSERVE"},
        "/readPoint",
        "field-missing",
    ),
    (given.OBJECT, {"action": "OBSERVE"}, "/ilmd", "ilmd-with-action"),
    (given.OBJECT, {"action": "DELETE"}, "/ilmd", "ilmd-with-action"),
    (given.OBJECT, {"readPoint": {"example:gate": "3"}}, "/readPoint/id", "field-missing"),
    (
        given.OBJECT,
        {"errorDeclaration": {"reason": "incorrect_data"}},
        "/errorDeclaration/declarationTime",
        "field-missing",
    ),
    (given.OBJECT, {"bizTransactionList": [{"type": "po"}]}, "/bizTransactionList/0/bizTransaction", "field-missing"),
    (
        given.OBJECT,
        {"sensorElementList": [{"sensorMetadata": {"deviceID": "urn:x:1"}}]},
        "/sensorElementList/0/sensorReport",
        "field-missing",
    ),
    (
        given.OBJECT,
        {"sensorElementList": [{"sensorReport": [{"uom": "CEL"}]}]},
        "/sensorElementList/0/sensorReport/0/type",
        "field-missing",
    ),
    (given.OBJECT, {"epcList": [GTIN]}, "/epcList/0", "class-level"),
    (given.OBJECT, {"epcList": [f"{GTIN}/10/L7"]}, "/epcList/0", "class-level"),
    (given.OBJECT, {"epcList": ["urn:epc:id:sgln:6901234.00001.0"]}, "/epcList/0", "not-a-thing"),
    (given.OBJECT, {"epcList": ["uscc:91350100M000100Y43"]}, "/epcList/0", "not-a-thing"),
    (given.OBJECT, {"readPoint": {"id": GTIN}}, "/readPoint/id", "not-a-place"),
    (given.OBJECT, {"bizLocation": {"id": "urn:epc:id:pgln:6901234.00001"}}, "/bizLocation/id", "not-a-place"),
    (given.OBJECT, {"bizStep": "https://ref.gs1.org/cbv/BizStep-dreaming"}, "/bizStep", "word-unknown"),
    (given.OBJECT, {"disposition": "https://ref.gs1.org/cbv/Disp-asleep"}, "/disposition", "word-unknown"),
    (
        given.OBJECT,
        {"persistentDisposition": {"set": ["cbv:Disp-asleep"]}},
        "/persistentDisposition/set/0",
        "word-unknown",
    ),
    (given.OBJECT, {"eventTime": "2999-01-01T00:00:00Z"}, "/eventTime", "time-in-future"),
    (
        given.OBJECT,
        {"errorDeclaration": {"declarationTime": "2027-01-01T00:00:00Z"}},
        "/errorDeclaration/declarationTime",
        "time-in-future",
    ),
    (given.AGGREGATION, {"parentID": None}, "/parentID", "field-missing"),
    (given.AGGREGATION, {"childEPCs": None}, "/childEPCs", "things-missing"),
    (given.AGGREGATION, {"childEPCs": ["urn:epc:id:sscc:6901234.3000000007"]}, "/childEPCs/0", "parent-of-itself"),
    (given.AGGREGATION, {"parentID": "urn:epc:id:sgln:6901234.00001.0"}, "/parentID", "not-a-thing"),
    (
        given.AGGREGATION,
        {"childQuantityList": [{"epcClass": f"{GTIN}/21/A"}]},
        "/childQuantityList/0/epcClass",
        "not-a-class",
    ),
    (given.AGGREGATION, {"childQuantityList": [{"quantity": 1}]}, "/childQuantityList/0/epcClass", "field-missing"),
    (
        given.AGGREGATION,
        {"childQuantityList": [{"epcClass": GTIN, "quantity": -1}]},
        "/childQuantityList/0/quantity",
        "quantity-negative",
    ),
    (
        given.AGGREGATION,
        {"childQuantityList": [{"epcClass": GTIN, "quantity": 1, "uom": "kg"}]},
        "/childQuantityList/0/uom",
        "unit-unknown",
    ),
    (
        given.AGGREGATION,
        {"childQuantityList": [{"epcClass": GTIN, "uom": "KGM"}]},
        "/childQuantityList/0/quantity",
        "field-missing",
    ),
    (given.ASSOCIATION, {"parentID": None, "action": "OBSERVE"}, "/parentID", "field-missing"),
    (given.TRANSACTION, {"bizTransactionList": None}, "/bizTransactionList", "field-missing"),
    (given.TRANSACTION, {"epcList": None}, "/epcList", "things-missing"),
    (
        given.TRANSACTION,
        {"sourceList": [{"source": "urn:epc:id:pgln:6901234.00001"}]},
        "/sourceList/0/type",
        "field-missing",
    ),
    (
        given.TRANSACTION,
        {"sourceList": [{"type": "owning_party", "source": GTIN}]},
        "/sourceList/0/source",
        "not-a-party",
    ),
    (
        given.TRANSACTION,
        {"destinationList": [{"type": "location", "destination": "urn:epc:id:pgln:6901234.00001"}]},
        "/destinationList/0/destination",
        "not-a-place",
    ),
    (given.TRANSFORMATION, {"action": "ADD"}, "/action", "field-not-allowed"),
    (given.TRANSFORMATION, {"inputQuantityList": None}, "/inputEPCList", "field-missing"),
    (given.TRANSFORMATION, {"outputEPCList": None}, "/outputEPCList", "field-missing"),
    (
        given.TRANSFORMATION,
        {"outputEPCList": None, "inputQuantityList": None, "transformationID": "urn:epc:id:gdti:6901234.00002.R7"},
        "/inputEPCList",
        "field-missing",
    ),
]


@pytest.mark.parametrize(("template", "changes", "pointer", "reason"), WRONG)
def test_one_wrong_thing_is_named_with_its_place(template: dict, changes: dict, pointer: str, reason: str) -> None:
    body = event_of(template, **{name: value for name, value in changes.items() if name != "type"}).body
    event = Event({name: value for name, value in body.items() if name != "type" or "type" not in changes})

    assert [(pointer, reason)] == [(problem.pointer, problem.reason) for problem in errors_of(problems_of(event, NOW))]
    with pytest.raises(DocumentInvalid) as refusal:
        verify_event(event, NOW)
    assert refusal.value.problems[0].cure.endswith((".", "type"))


def test_times_of_sensors_run_forward_and_are_past() -> None:
    metadata = {"time": "2030-01-01T00:00:00Z", "startTime": "2026-03-04T11:00:00Z", "endTime": "2026-03-04T10:00:00Z"}
    event = event_of(
        given.OBJECT, sensorElementList=[{"sensorMetadata": metadata, "sensorReport": [{"type": "Temperature"}]}]
    )

    base = "/sensorElementList/0/sensorMetadata"
    assert {(f"{base}/endTime", "time-order"), (f"{base}/time", "time-in-future")} == {
        (problem.pointer, problem.reason) for problem in problems_of(event, NOW)
    }


def test_an_event_id_that_is_another_hash_is_a_warning_and_strictly_an_error() -> None:
    wrong = f"ni:///sha-256;{'0' * 64}?ver=CBV2.0"
    event = event_of(given.OBJECT, eventID=wrong)
    right = event_of(given.OBJECT, eventID=event_hash(event))

    warned = problems_of(event, NOW)

    assert [("/eventID", "event-id-mismatch", True)] == [(one.pointer, one.reason, one.is_warning) for one in warned]
    assert event_hash(event) in warned[0].cure
    verify_event(event, NOW)
    with pytest.raises(DocumentInvalid):
        verify_event(event, NOW, strict=True)
    assert problems_of(right, NOW, strict=True) == ()


def test_one_thing_in_two_writings_is_a_warning_and_counts_once() -> None:
    event = event_of(given.OBJECT, epcList=["urn:epc:id:sgtin:6901234.056789.A1", f"{GTIN}/21/A1"])

    assert [("/epcList/1", "duplicate", True)] == [
        (one.pointer, one.reason, one.is_warning) for one in problems_of(event, NOW)
    ]
    assert len(event.things()) == 1


def test_what_is_installed_at_a_place_has_the_place_for_parent() -> None:
    assert problems_of(event_of(given.ASSOCIATION, parentID="urn:epc:id:sgln:6901234.00001.0"), NOW) == ()


def test_an_industrial_identifier_may_name_a_place_or_a_party() -> None:
    code = "hdl:88.118.8/hall-2"
    sources = [{"type": "location", "source": code}, {"type": "owning_party", "source": code}]

    assert problems_of(event_of(given.TRANSACTION, sourceList=sources, readPoint={"id": code}), NOW) == ()


def test_identifiers_of_others_may_stand_where_addresses_may() -> None:
    event = event_of(
        given.OBJECT,
        epcList=["urn:uuid:374d95fc-9457-4a51-bd6a-0bba133845a8", "https://example.com/objects/7"],
        readPoint={"id": "https://example.com/gates/7"},
        bizStep="https://example.com/steps/dreaming",
    )

    assert problems_of(event, NOW) == ()
    assert event.things() == ()
