"""Writing: frames of documents, record times, master data, and what each syntax makes of unusual events."""

import json
from datetime import UTC, datetime, timedelta, timezone

import event_texts as given
import pytest

from traceability.epcis import (
    DocumentInvalid,
    DocumentKind,
    Event,
    MasterVocabulary,
    VocabularyElement,
    event_hash,
    read_json,
    read_xml,
    write_json,
    write_xml,
)

MADE = datetime(2026, 3, 4, 11, 0, tzinfo=timezone(timedelta(hours=8)))
HEADER = {"sender": "urn:epc:id:pgln:6901234.00001", "instanceIdentifier": "7"}


def events() -> tuple[Event, ...]:
    return read_json(given.text(*given.ALL)).events


def test_a_json_document_has_the_frame_of_the_standard() -> None:
    written = json.loads(
        write_json(
            events(), creation_date=MADE, document_id="urn:uuid:1", header=HEADER, record_times=["2026-03-04T04:00:00Z"]
        )
    )

    assert written["@context"][0] == given.CONTEXT[0]
    assert {name: written[name] for name in ("type", "schemaVersion", "creationDate", "id", *HEADER)} == {
        "type": "EPCISDocument",
        "schemaVersion": "2.0",
        "creationDate": "2026-03-04T03:00:00.000Z",
        "id": "urn:uuid:1",
        **HEADER,
    }
    recorded = [event.get("recordTime") for event in written["epcisBody"]["eventList"]]
    assert recorded == ["2026-03-04T04:00:00Z", None, None, None, None]


def test_an_xml_document_has_the_frame_of_the_standard() -> None:
    written = write_xml(events(), creation_date=MADE, header=HEADER, record_times=["2026-03-04T04:00:00Z"])
    document = read_xml(written)

    assert b"<recordTime>2026-03-04T04:00:00Z</recordTime>" in written
    assert b'creationDate="2026-03-04T03:00:00.000Z"' in written
    assert (document.header, document.creation_date) == (HEADER, "2026-03-04T03:00:00Z")
    assert [event_hash(event) for event in document.events] == [event_hash(event) for event in events()]


def test_certificates_are_written_one_or_many() -> None:
    one, two = (
        read_json(given.text(given.AGGREGATION | {"certificationInfo": value})).events
        for value in ("https://example.com/c/1", ["https://example.com/c/1", "https://example.com/c/2"])
    )

    assert json.loads(write_json(one))["epcisBody"]["eventList"][0]["certificationInfo"] == "https://example.com/c/1"
    assert read_json(write_json(two)).events == two
    assert read_xml(write_xml(one)).events == one


def test_master_data_is_written_and_read_back() -> None:
    element = VocabularyElement(
        "https://id.gs1.org/414/6901234000016",
        (
            ("urn:epcglobal:cbv:mda:site", "6901234000016"),
            ("https://ns.example.com/a", {"{https://ns.example.com/}b": ["1", "2"]}),
        ),
        ("https://id.gs1.org/414/6901234000016/254/7",),
    )
    vocabularies = (MasterVocabulary("urn:epcglobal:epcis:vtype:BusinessLocation", (element,)),)

    document = read_json(write_json([], vocabularies=vocabularies))
    answer = read_json(write_json([], vocabularies=vocabularies, query_name="SimpleMasterDataQuery"))

    assert (document.kind, document.vocabularies) == (DocumentKind.MASTER_DATA, vocabularies)
    assert (answer.kind, answer.vocabularies) == (DocumentKind.QUERY_RESULT, vocabularies)


def test_master_data_in_the_body_is_read_too() -> None:
    vocabulary = {"type": "urn:x:type", "vocabularyElementList": [{"id": "urn:x:1"}]}
    document = read_json(
        json.dumps({"type": "EPCISMasterDataDocument", "epcisBody": {"vocabularyList": [vocabulary]}}).encode()
    )

    assert document.vocabularies[0].elements == (VocabularyElement("urn:x:1", ()),)


@pytest.mark.parametrize(
    ("element", "place", "reason"),
    [
        (5, "", "not-an-object"),
        ({}, "/id", "not-text"),
        ({"id": "urn:x:1", "attributes": [5]}, "/attributes/0", "not-an-object"),
        ({"id": "urn:x:1", "attributes": [{"id": ""}]}, "/attributes/0/id", "empty"),
        ({"id": "urn:x:1", "attributes": {}}, "/attributes", "not-a-list"),
        ({"id": "urn:x:1", "children": [""]}, "/children/0", "empty"),
        ({"id": "urn:x:1", "attributes": [{"id": "urn:y", "attribute": {"nobody:z": "1"}}]}, "/attributes/0/attribute/nobody:z", "prefix-undeclared"),
        ({"id": "urn:x:1", "attributes": [{"id": "urn:y", "attribute": 10**80}]}, "/attributes/0/attribute", "number-too-large"),
    ],
)  # fmt: skip
def test_wrong_master_data_is_refused_with_its_place(element: object, place: str, reason: str) -> None:
    vocabulary = {"type": "urn:x:type", "vocabularyElementList": [element]}
    data = json.dumps({"type": "EPCISMasterDataDocument", "epcisBody": {"vocabularyList": [vocabulary]}}).encode()
    with pytest.raises(DocumentInvalid) as refusal:
        read_json(data)

    base = "/epcisBody/vocabularyList/0/vocabularyElementList/0"
    assert [(f"{base}{place}", reason)] == [(one.pointer, one.reason) for one in refusal.value.problems]


def test_unusual_extensions_survive_both_syntaxes() -> None:
    members = {
        "example:empty": "",
        "example:lines": "a\nb\tc",
        "example:list": ["1", {"example:a": "2"}, {"b": {"#text": "own", "example:c": "3"}}],
        "example:value": {"@value": "plain", "@type": "xsd:string"},
        "example:object": {"@context": "ignored", "@id": "urn:x:1", "example:none": None, "example:nothing": {}},
        "sensorElementList": [
            {
                "sensorMetadata": {"example:a": {"example:b": ["1", "2"]}},
                "sensorReport": [{"type": "Temperature", "booleanValue": True, "example:c": {"example:d": "e"}}],
                "example:f": "g",
            }
        ],
    }
    read = read_json(given.text(given.AGGREGATION | members)).events

    body = read[0].body
    namespace = "{https://ns.example.com/epcis/}"
    assert body[f"{namespace}value"] == "plain"
    assert body[f"{namespace}object"] == {"id": "urn:x:1"}
    assert read == read_json(write_json(read)).events
    assert read == read_xml(write_xml(read)).events


def test_quantities_without_amounts_and_sources_of_any_form_are_written() -> None:
    members = {
        "childQuantityList": [{"epcClass": "urn:epc:idpat:sgtin:6901234.056789.*"}],
        "bizTransactionList": [{"bizTransaction": "urn:x:1"}],
        "errorDeclaration": {
            "declarationTime": "2026-03-05T00:00:00Z",
            "reason": "incorrect_data",
            "correctiveEventIDs": ["urn:uuid:1"],
            "example:who": "7",
        },
        "persistentDisposition": {"set": ["active"], "unset": ["reserved", "https://example.com/asleep"]},
    }
    read = read_json(given.text(given.AGGREGATION | members)).events

    assert read == read_json(write_json(read)).events
    assert read == read_xml(write_xml(read)).events
    assert read[0].things()[-1].quantity is None


def test_things_of_others_are_passed_over() -> None:
    members = {"childQuantityList": [{"epcClass": "urn:x:class"}], "sourceList": [{"type": "location"}]}
    event = read_json(given.text(given.AGGREGATION | members)).events[0]

    assert [thing.pointer for thing in event.things()] == ["/parentID", "/childEPCs/0", "/childEPCs/1"]
    assert len(event.identifiers()) == 3
    assert event_hash(event) != event_hash(read_json(given.text(given.AGGREGATION)).events[0])


def test_no_creation_date_means_now() -> None:
    written = json.loads(write_json(events()))

    assert abs(datetime.fromisoformat(written["creationDate"]) - datetime.now(UTC)) < timedelta(minutes=1)
