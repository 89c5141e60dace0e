"""JSON-LD to XML and back, and the other way: the same events, header, master data and extensions, with one hash."""

from pathlib import Path

import made_events as made
import msgspec
import pytest
from hypothesis import HealthCheck, given, settings

from traceability.epcis import (
    Document,
    DocumentKind,
    Event,
    event_hash,
    read_json,
    read_xml,
    write_json,
    write_json_document,
    write_xml,
    write_xml_document,
)

SORTED = msgspec.json.Encoder(decimal_format="number", order="sorted")
"""Tells 1.50 from 1.5, which are one number."""
EVENT_DOCUMENTS = {DocumentKind.EVENTS, DocumentKind.EVENT, DocumentKind.QUERY_RESULT, DocumentKind.MASTER_DATA}


def content(document: Document) -> tuple[object, ...]:
    """Return all that a document says, without how its frame is spelled."""
    return (
        document.events,
        [SORTED.encode(event.body) for event in document.events],
        document.creation_date,
        document.id,
        document.header,
        document.vocabularies,
        document.extensions,
        document.fields,
    )


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(made.EVENTS)
def test_an_event_goes_through_json_and_xml_and_stays_the_same(event: Event) -> None:
    by_json = read_json(write_json([event])).events[0]
    by_xml = read_xml(write_xml([by_json])).events[0]
    again = read_json(write_json([by_xml])).events[0]

    assert event == by_json == by_xml == again
    assert event_hash(event) == event_hash(by_xml) == event_hash(again)


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(made.DOCUMENTS)
def test_a_document_goes_through_json_and_xml_and_stays_the_same(document: Document) -> None:
    by_json = read_json(write_json_document(document))
    by_xml = read_xml(write_xml_document(by_json))
    again = read_json(write_json_document(by_xml))

    assert content(document) == content(by_json)
    assert content(by_json) == content(by_xml) == content(again)
    assert made.NAMESPACES[0] not in by_xml.namespaces.values() or by_xml.namespaces["example"] == made.NAMESPACES[0]


def documents_of(standards: Path) -> list[Path]:
    folders = (standards / "epcis" / "examples", standards / "openepcis", standards / "event-hash")
    found = [
        path for folder in folders for path in sorted(folder.rglob("*")) if path.suffix in {".json", ".jsonld", ".xml"}
    ]
    return [path for path in found if path.name != "epc-urn-to-digital-link.json"]


def read(path: Path) -> Document:
    return (read_xml if path.suffix == ".xml" else read_json)(path.read_bytes(), tolerant=True)


def test_every_published_document_goes_through_the_other_form_and_back(standards: Path) -> None:
    count = 0
    for path in documents_of(standards):
        document = read(path)
        if document.kind not in EVENT_DOCUMENTS:
            continue
        by_json = read_json(write_json_document(document))
        by_xml = read_xml(write_xml_document(document))
        json_xml_json = read_json(write_json_document(read_xml(write_xml_document(by_json))))
        xml_json_xml = read_xml(write_xml_document(read_json(write_json_document(by_xml))))

        for other in (by_json, by_xml, json_xml_json, xml_json_xml):
            if document.creation_date is not None:
                assert content(document) == content(other), path.name
            for prefix, namespace in other.namespaces.items():
                assert document.namespaces.get(prefix, namespace) == namespace, path.name
            hashes = [event_hash(event) for event in other.events]
            assert [event_hash(event) for event in document.events] == hashes, path.name
        count += 1

    assert count == 180


@pytest.mark.parametrize("write", [write_json_document, write_xml_document])
def test_prefixes_that_a_document_declares_are_kept(write: object, standards: Path) -> None:
    path = standards / "epcis" / "examples" / "xml" / "WithExtension" / "ObjectEvent.xml"
    document = read(path)

    written = write(document)  # type: ignore[operator]

    again = (read_json if write is write_json_document else read_xml)(written)
    assert again.namespaces
    assert document.namespaces.items() >= again.namespaces.items()
