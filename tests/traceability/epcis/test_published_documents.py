"""Documents that other people wrote: GS1's own examples and the set of OpenEPCIS, read, checked, written and read back."""

import json
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from traceability.epcis import (
    Document,
    DocumentKind,
    Event,
    errors_of,
    event_hash,
    problems_of,
    read_json,
    read_xml,
    write_json,
    write_json_event,
    write_xml,
)

NOW = datetime(2026, 11, 24, tzinfo=UTC)

WRONG = {
    # A GRAI with a wrong check digit, and one without the zero that AI 8003 begins with.
    ("Combination_of_different_event", "/epcisBody/eventList/0/epcList/0", "check-digit"),
    ("SensorData_with_combined_events", "/epcisBody/eventList/12/epcList/0", "leading-zero"),
}
"""The events of OpenEPCIS that name things which no identifier can name; they are refused, the rest of their documents is read."""

DIFFERING = {
    # Each names the namespace of CBV master data once with and once without its last colon, which the hash set tells apart.
    "ObjectEvent_all_possible_fields",
    "SensorData_with_combined_events",
    "TransformationEvent_with_userExtensions",
    # The JSON says null where the XML has an empty element.
    "TransactionEvent",
}
"""OpenEPCIS pairs whose XML and JSON are not the same events."""


def read(path: Path, *, tolerant: bool = False) -> Document:
    return (read_xml if path.suffix == ".xml" else read_json)(path.read_bytes(), tolerant=tolerant)


def files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.suffix in {".json", ".jsonld", ".xml"})


def hashes(document: Document) -> list[str]:
    return [event_hash(event) for event in document.events]


def as_text(value: Any) -> Any:
    """Return a value as XML keeps it within extensions: numbers and truth are text."""
    if isinstance(value, dict):
        return {name: as_text(member) for name, member in value.items()}
    if isinstance(value, list):
        return [as_text(member) for member in value]
    return str(value).lower() if isinstance(value, bool) else str(value)


def test_all_event_documents_of_the_standard_are_read_and_pass_the_gate(standards: Path) -> None:
    kinds: Counter[tuple[DocumentKind, str]] = Counter()
    for path in files(standards / "epcis" / "examples"):
        document = read(path)
        kinds[document.kind, path.suffix] += 1
        for event in document.events:
            assert not errors_of(problems_of(event, NOW)), path.name

    # One of the 25 XML documents that can hold events holds master data only.
    assert kinds == {
        (DocumentKind.EVENTS, ".jsonld"): 46,
        (DocumentKind.QUERY_RESULT, ".jsonld"): 1,
        (DocumentKind.EVENTS, ".xml"): 24,
        (DocumentKind.MASTER_DATA, ".xml"): 3,
        (DocumentKind.CAPTURE_JOB, ".xml"): 4,
    }


def test_all_documents_of_openepcis_are_read_but_for_two_wrong_identifiers(standards: Path) -> None:
    paths = files(standards / "openepcis")
    wrong = set()
    for path in paths:
        document = read(path, tolerant=True)
        assert document.entries
        wrong |= {
            (path.stem, problem.pointer, problem.reason) for refused in document.refused for problem in refused.problems
        }
        for event in document.events:
            assert not errors_of(problems_of(event, NOW)), path.name

    assert wrong == WRONG
    assert len(paths) == 86


def test_xml_and_json_of_one_openepcis_name_are_the_same_events(standards: Path) -> None:
    folder = standards / "openepcis"
    for path in files(folder / "XML"):
        twin = folder / "JSON" / path.relative_to(folder / "XML").with_suffix(".json")
        if twin.exists():
            same = hashes(read(path, tolerant=True)) == hashes(read(twin, tolerant=True))

            assert same == (
                path.stem not in DIFFERING or (path.stem == "TransactionEvent" and path.parent.name == "Documents")
            )


@pytest.mark.parametrize("folder", ["epcis/examples", "openepcis", "event-hash"])
def test_every_event_is_written_in_both_syntaxes_and_read_back(standards: Path, folder: str) -> None:
    for path in files(standards / folder):
        if path.name == "epc-urn-to-digital-link.json" or "AllGS1Keys" in path.name:
            continue
        document = read(path, tolerant=True)
        by_json = read_json(
            write_json(
                document.events,
                namespaces=document.namespaces,
                header=document.header,
                vocabularies=document.vocabularies,
            )
        )
        by_xml = read_xml(write_xml(document.events, namespaces=document.namespaces, header=document.header))

        assert document.events == by_json.events
        assert (document.header, document.vocabularies) == (by_json.header, by_json.vocabularies)
        assert hashes(document) == hashes(by_xml)
        assert document.header == by_xml.header
        assert [as_text(event.body) for event in document.events] == [as_text(event.body) for event in by_xml.events]


def test_a_stored_event_is_the_event(standards: Path) -> None:
    for path in files(standards / "epcis" / "examples" / "json"):
        for event in read(path).events:
            assert event == Event.from_json(event.to_json())
            assert event == read_json(write_json_event(event)).events[0]


def test_a_query_document_is_read_and_written_as_one(standards: Path) -> None:
    document = read(standards / "epcis" / "examples" / "json" / "EPCISQueryDocument.jsonld")

    assert document.kind is DocumentKind.QUERY_RESULT
    assert document.fields == {
        "queryName": "SimpleEventQuery",
        "subscriptionID": "32d2aec1-a6d2-46d9-900a-24124288cce1",
    }
    assert document.pointer_of(1) == "/epcisBody/queryResults/resultsBody/eventList/1"
    again = read_json(write_json(document.events, query_name="SimpleEventQuery", subscription_id="1"))
    assert (again.kind, again.events, again.fields["subscriptionID"]) == (
        DocumentKind.QUERY_RESULT,
        document.events,
        "1",
    )
    by_xml = read_xml(write_xml(document.events, query_name="SimpleEventQuery"))
    assert (by_xml.kind, hashes(by_xml)) == (DocumentKind.QUERY_RESULT, hashes(document))


def test_a_capture_job_is_read_as_one(standards: Path) -> None:
    job = read(standards / "epcis" / "examples" / "xml" / "CaptureJob" / "Example-CaptureJobWithErrors.xml")

    assert job.kind is DocumentKind.CAPTURE_JOB
    assert (job.fields["running"], job.fields["success"], job.fields["captureErrorBehaviour"]) == (
        False,
        False,
        "rollback",
    )
    assert job.fields["errors"][0]["title"] == "EPCIS Event Validation Failure"
    assert read_json(json.dumps({"captureID": "1", "running": True}).encode()).kind is DocumentKind.CAPTURE_JOB


def test_master_data_is_read_with_its_attributes_and_children(standards: Path) -> None:
    folder = standards / "epcis" / "examples" / "xml"
    document = read(folder / "Mimasu" / "Example-masterData.xml")

    place = document.vocabularies[0].elements[0]
    assert document.kind is DocumentKind.MASTER_DATA
    assert document.vocabularies[0].type == "urn:epcglobal:epcis:vtype:BusinessLocation"
    assert place.id == "https://id.gs1.org/414/0037000007296"
    assert place.attributes[0] == ("http://epcis.example.com/mda/latitude", "+18.0000")
    assert place.attributes[2][1] == {
        "{http://epcis.example.com/ns}Address": {
            "Street": "100 Nowhere Street",
            "City": "Fancy",
            "State": "DC",
            "Zip": "99999",
        }
    }
    assert place.children[0] == "https://id.gs1.org/414/0037000007296/254/8201"
    assert (
        read(folder / "WithFullCombinationOfFields" / "masterdata_all_possible_fields.xml").kind
        is DocumentKind.MASTER_DATA
    )


def test_the_header_of_a_document_names_sender_and_receiver(standards: Path) -> None:
    document = read(
        standards / "epcis" / "examples" / "json" / "Example_9.6.1-ObjectEvent-with-pseudo-SBDH-headers.jsonld"
    )

    assert document.header == {
        "sender": "urn:epc:id:sgln:0353579.00001.0",
        "receiver": "urn:epc:id:sgln:5012345.00001.0",
        "instanceIdentifier": "1234567890",
    }
