"""The shapes that XML may take: wrappers, qualified names, attributes beside text, nothing where JSON would say null."""

import pytest

from traceability.epcis import DocumentInvalid, DocumentKind, Event, Limits, read_xml
from traceability.epcis.xml_form import ATTRIBUTES

FRAME = (
    '<epcis:EPCISDocument xmlns:epcis="urn:epcglobal:epcis:xsd:2" xmlns:x="https://x.example/" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" schemaVersion="2.0" '
    'creationDate="2026-03-04T03:20:00Z">'
    "<EPCISBody><EventList>{}</EventList></EPCISBody></epcis:EPCISDocument>"
)
EVENT = (
    "<AggregationEvent><eventTime>2026-03-04T03:10:00Z</eventTime><eventTimeZoneOffset>+08:00</eventTimeZoneOffset>"
    "<parentID>urn:uuid:1</parentID><childEPCs><epc>urn:uuid:2</epc></childEPCs><action>ADD</action>{}</AggregationEvent>"
)


def event(members: str) -> Event:
    return read_xml(FRAME.format(EVENT.format(members)).encode()).events[0]


@pytest.mark.parametrize(
    "members",
    [
        "<bizStep>urn:epcglobal:cbv:bizstep:packing</bizStep><x:a>1</x:a>",
        "<extension><x:a>1</x:a></extension><bizStep>cbv:BizStep-packing</bizStep>",
        "<extension><extension><x:a>1</x:a></extension></extension><bizStep>packing</bizStep>",
        "<!-- note --><epcis:bizStep> packing </epcis:bizStep><x:a xsi:type='string'>\n1\n</x:a><?pi?>",
        "<x:a>1</x:a><bizStep>https://ref.gs1.org/cbv/BizStep-packing</bizStep><baseExtension/>",
    ],
)
def test_one_event_in_many_shapes(members: str) -> None:
    assert event("<bizStep>packing</bizStep><x:a>1</x:a>") == event(members)


def test_extensions_keep_attributes_text_and_children() -> None:
    found = event('<x:a b="1" x:c="2">own<d>3</d><d>4</d><d>5</d><x:e/></x:a>').body["{https://x.example/}a"]

    assert found == {
        ATTRIBUTES: {"b": "1", "{https://x.example/}c": "2"},
        "d": ["3", "4", "5"],
        "{https://x.example/}e": "",
        "#text": "own",
    }


def test_extensions_stand_within_standard_elements() -> None:
    found = event(
        "<readPoint><id>urn:uuid:3</id><extension><x:a>1</x:a></extension></readPoint>"
        "<sensorElementList><sensorElement><sensorMetadata x:b='2'/><sensorReport type='gs1:Temperature'><x:c>3</x:c></sensorReport>"
        "<extension><x:d>4</x:d></extension></sensorElement></sensorElementList>"
    ).body

    assert found["readPoint"] == {"id": "urn:uuid:3", "{https://x.example/}a": "1"}
    assert found["sensorElementList"] == [
        {
            "sensorMetadata": {"{https://x.example/}b": "2"},
            "sensorReport": [{"type": "Temperature", "{https://x.example/}c": "3"}],
            "{https://x.example/}d": "4",
        }
    ]


@pytest.mark.parametrize(
    ("members", "place", "reason"),
    [
        ("<bizStep><x:a>1</x:a></bizStep>", "/bizStep", "not-text"),
        ("<bizTransactionList><bizTransaction/></bizTransactionList>", "/bizTransactionList/0/bizTransaction", "empty"),
        ("<ilmd><colour>white</colour></ilmd>", "/ilmd/colour", "field-unknown"),
        (
            "<sensorElementList><sensorElement><sensorMetadata/><sensorMetadata/></sensorElement></sensorElementList>",
            "/sensorElementList/0/sensorMetadata", "not-an-object",
        ),
    ],
)  # fmt: skip
def test_a_shape_that_no_event_has_is_refused(members: str, place: str, reason: str) -> None:
    with pytest.raises(DocumentInvalid) as refusal:
        event(members)

    assert [(f"/epcisBody/eventList/0{place}", reason)] == [(one.pointer, one.reason) for one in refusal.value.problems]


def test_nil_is_nothing() -> None:
    quantity = "<childQuantityList><quantityElement><epcClass>urn:x:1</epcClass><quantity xsi:nil='true'/></quantityElement></childQuantityList>"

    assert event(quantity).body["childQuantityList"] == [{"epcClass": "urn:x:1"}]


def test_a_single_event_element_is_a_document() -> None:
    document = read_xml(EVENT.format("").encode())

    assert (document.kind, document.events[0].action) == (DocumentKind.EVENT, "ADD")


def test_too_many_events_are_refused() -> None:
    data = FRAME.format(EVENT.format("") * 3).encode()
    with pytest.raises(DocumentInvalid) as refusal:
        read_xml(data, Limits(events=2))

    assert refusal.value.problems[0].reason == "too-many"


def test_a_business_document_header_may_lack_its_parts() -> None:
    header = (
        '<EPCISHeader><s:StandardBusinessDocumentHeader xmlns:s="http://www.unece.org/cefact/namespaces/StandardBusinessDocumentHeader">'
        "<s:Sender/><s:Receiver><s:Identifier>urn:x:1</s:Identifier></s:Receiver></s:StandardBusinessDocumentHeader></EPCISHeader>"
    )
    document = read_xml(FRAME.format("").replace("<EPCISBody>", f"{header}<EPCISBody>").encode())

    assert document.header == {"receiver": "urn:x:1"}


def test_an_encoding_that_lies_is_refused() -> None:
    data = ('<?xml version="1.0" encoding="ascii"?>' + FRAME.format(EVENT.format("<x:a>冰</x:a>"))).encode()
    with pytest.raises(DocumentInvalid) as refusal:
        read_xml(data)

    assert refusal.value.problems[0].reason == "xml-syntax"


def test_what_others_put_into_master_data_and_jobs_is_passed_over() -> None:
    place = '<VocabularyElement id="urn:x:1"><x:note xmlns:x="urn:x"/><attribute id="urn:y">1</attribute></VocabularyElement>'
    listed = f"<VocabularyList><Vocabulary type='urn:t'><VocabularyElementList>{place}</VocabularyElementList></Vocabulary></VocabularyList>"
    frame = 'schemaVersion="2.0" creationDate="2026-03-04T03:20:00Z"'
    data = f"<EPCISMasterDataDocument {frame}><EPCISBody>{listed}</EPCISBody></EPCISMasterDataDocument>".encode()

    assert read_xml(data).vocabularies[0].elements[0].attributes == (("urn:y", "1"),)
    assert read_xml(b'<EPCISCaptureJob captureID="7"/>').fields == {"captureID": "7"}
