"""What readers refuse, with the place and the reason; nothing else ever leaves them."""

import json
from typing import Any

import event_texts as given
import pytest

from traceability.epcis import DocumentInvalid, DocumentKind, Limits, Problem, read_json, read_xml

FRAME = b'{"@context": [], "type": "EPCISDocument", "schemaVersion": "2.0", "creationDate": "2026-03-04T03:20:00Z", '
EVENT = "/epcisBody/eventList/0"


def refusals(data: bytes, **arguments: Any) -> list[tuple[str, str]]:
    with pytest.raises(DocumentInvalid) as refusal:
        read_json(data, **arguments)
    assert all(problem.cure for problem in refusal.value.problems)
    return [(problem.pointer, problem.reason) for problem in refusal.value.problems]


@pytest.mark.parametrize(
    ("data", "pointer", "reason"),
    [
        (b"", "", "empty"),
        (b"  \n", "", "empty"),
        (b"{", "", "json-syntax"),
        (b"{'a': 1}", "", "json-syntax"),
        (b"[]", "", "not-an-object"),
        (b"7", "", "not-an-object"),
        (b"\xff\xfe{}", "", "not-utf-8"),
        (b'{"type": NaN}', "", "not-a-number"),
        (b'{"type": -Infinity}', "", "not-a-number"),
        (b"[" * 100_000, "", "too-deep"),
        (b'{"a":' * 100_000, "", "too-deep"),
        (b"{}", "/type", "type-unknown"),
        (b'{"type": "EPCISDocument"}', "/epcisBody", "field-missing"),
        (FRAME + b'"epcisBody": []}', "/epcisBody", "not-an-object"),
        (FRAME + b'"epcisBody": {}}', "/epcisBody/eventList", "field-missing"),
        (FRAME + b'"epcisBody": {"eventList": {}}}', "/epcisBody/eventList", "not-a-list"),
        (FRAME + b'"epcisBody": {"eventList": [7]}}', EVENT, "not-an-object"),
        (FRAME + b'"epcisBody": {}, "epcisBody": {}}', "/epcisBody", "repeated"),
        (b'{"type": "EPCISQueryDocument", "epcisBody": {}}', "/epcisBody/queryResults", "field-missing"),
        (
            b'{"type": "EPCISQueryDocument", "epcisBody": {"queryResults": {}}}',
            "/epcisBody/queryResults/resultsBody",
            "field-missing",
        ),
    ],
)
def test_a_text_that_is_no_document_is_refused(data: bytes, pointer: str, reason: str) -> None:
    assert (pointer, reason) in refusals(data)


@pytest.mark.parametrize(
    ("members", "pointer", "reason"),
    [
        ({"schemaVersion": "1.2"}, "/schemaVersion", "version-unknown"),
        ({"schemaVersion": 3}, "/schemaVersion", "version-unknown"),
        ({"creationDate": "yesterday"}, "/creationDate", "time-unreadable"),
        ({"creationDate": 5}, "/creationDate", "not-text"),
        ({"sender": ["x"]}, "/sender", "not-text"),
        ({"id": "a\u0000b"}, "/id", "character"),
        (
            {"epcisHeader": {"epcisMasterData": {"vocabularyList": {}}}},
            "/epcisHeader/epcisMasterData/vocabularyList",
            "not-a-list",
        ),
        (
            {"epcisHeader": {"epcisMasterData": {"vocabularyList": [5]}}},
            "/epcisHeader/epcisMasterData/vocabularyList/0",
            "not-an-object",
        ),
    ],
)
def test_a_document_whose_frame_is_wrong_is_refused(members: dict, pointer: str, reason: str) -> None:
    assert [(pointer, reason)] == refusals(given.text(given.OBJECT, **members))


@pytest.mark.parametrize(
    ("members", "place", "reason"),
    [
        ({"type": "BirthEvent"}, "/type", "type-unknown"),
        ({"type": 5}, "/type", "not-text"),
        ({"eventTime": "2026-03-04"}, "/eventTime", "time-unreadable"),
        ({"eventTime": "2026-03-04T11:00:30"}, "/eventTime", "time-unreadable"),
        ({"eventTime": "2026-02-30T11:00:30Z"}, "/eventTime", "time-unreadable"),
        ({"eventTime": "2026-03-04T24:00:30Z"}, "/eventTime", "time-unreadable"),
        ({"eventTime": "2026-03-04T11:00:30+14:59"}, "/eventTime", "offset-impossible"),
        ({"eventTime": "0001-01-01T00:00:00+08:00"}, "/eventTime", "time-unreadable"),
        ({"eventTime": "2026-03-04T11:00:30.1234567891Z"}, "/eventTime", "time-unreadable"),
        ({"eventTime": 1772593230}, "/eventTime", "not-text"),
        ({"eventTimeZoneOffset": "+99:99"}, "/eventTimeZoneOffset", "offset-impossible"),
        ({"eventTimeZoneOffset": "8"}, "/eventTimeZoneOffset", "offset-unreadable"),
        ({"eventID": "one"}, "/eventID", "not-a-uri"),
        ({"eventID": ""}, "/eventID", "empty"),
        ({"action": "add"}, "/action", "action-unknown"),
        ({"epcList": "urn:epc:id:sgtin:6901234.056789.A1"}, "/epcList", "not-a-list"),
        ({"epcList": ["hello"]}, "/epcList/0", "not-a-uri"),
        ({"epcList": ["urn:uuid:1", "urn:uuid:1"]}, "/epcList/1", "duplicate"),
        ({"epcList": [5]}, "/epcList/0", "not-text"),
        ({"epcList": ["https://id.gs1.org/01/06901234567893/21/A"]}, "/epcList/0", "check-digit"),
        ({"epcList": ["https://x.cn/00/369012340000000070"]}, "/epcList/0", "check-digit"),
        ({"epcList": ["urn:epc:id:sgtin:6901234.05678.A"]}, "/epcList/0", "length"),
        ({"epcList": ["88.11.8/x"]}, "/epcList/0", "industry"),
        ({"readPoint": "urn:epc:id:sgln:6901234.00001.0"}, "/readPoint", "not-an-object"),
        ({"readPoint": {"id": "urn:epc:id:sgln:6901234.00001"}}, "/readPoint/id", "serial-missing"),
        ({"readPoint": {"id": "urn:uuid:1", "gate": "3"}}, "/readPoint/gate", "field-unknown"),
        ({"bizStep": "dreaming"}, "/bizStep", "word-unknown"),
        ({"bizStep": ["shipping"]}, "/bizStep", "not-text"),
        ({"disposition": "In Transit"}, "/disposition", "word-unknown"),
        (
            {"quantityList": [{"epcClass": "urn:epc:idpat:sgtin:6901234.056789.*", "quantity": "12"}]},
            "/quantityList/0/quantity",
            "not-a-number",
        ),
        ({"quantityList": [{"epcClass": "urn:uuid:1", "quantity": True}]}, "/quantityList/0/quantity", "not-a-number"),
        ({"quantityList": [{"epcClass": "urn:uuid:1", "weight": 5}]}, "/quantityList/0/weight", "field-unknown"),
        (
            {"bizTransactionList": [{"type": "gift", "bizTransaction": "urn:x:1"}]},
            "/bizTransactionList/0/type",
            "word-unknown",
        ),
        (
            {"sensorElementList": [{"sensorReport": [{"type": "Warm th"}]}]},
            "/sensorElementList/0/sensorReport/0/type",
            "word-unknown",
        ),
        (
            {"sensorElementList": [{"sensorReport": [{"booleanValue": "yes"}]}]},
            "/sensorElementList/0/sensorReport/0/booleanValue",
            "not-a-boolean",
        ),
        (
            {"sensorElementList": [{"sensorReport": [{"hexBinaryValue": "xyz"}]}]},
            "/sensorElementList/0/sensorReport/0/hexBinaryValue",
            "not-hexadecimal",
        ),
        ({"example:a": "\ud800"}, "/example:a", "character"),
        ({"example:a": "x" * 70_000}, "/example:a", "too-long"),
        ({"example:a": {"b/c~d": "1"}}, "/example:a/b~1c~0d", "name-unwritable"),
        ({"example:a": {"": "1"}}, "/example:a/", "name-unwritable"),
        ({"example:a": {"b": "\u0001"}}, "/example:a/b", "character"),
        ({f"example:{'a' * 1100}": "1"}, f"/example:{'a' * 1100}", "name-unwritable"),
        ({"example:a b": "1"}, "/example:a b", "name-unwritable"),
        ({"readPoint": {"example:a": {}}}, "/readPoint", "empty"),
        ({"https://ns.example.com/<a": "1"}, "/https:~1~1ns.example.com~1<a", "prefix-undeclared"),
    ],
)
def test_a_wrong_field_is_named_with_its_place(members: dict, place: str, reason: str) -> None:
    data = json.dumps(given.document(given.OBJECT | members)).encode()

    assert [(f"{EVENT}{place}", reason)] == refusals(data)


@pytest.mark.parametrize("number", ["1e999999999", "1e99999999999999999999", "1e-999999999", "9" * 65, "1e1001"])
def test_a_number_that_cannot_be_kept_is_refused(number: str) -> None:
    data = (
        given.text(given.TRANSFORMATION, given.OBJECT)
        .replace(b"12.5", number.encode())
        .replace(b"26.5", number.encode())
    )

    assert [
        (f"{EVENT}/inputQuantityList/0/quantity", "number-too-large"),
        ("/epcisBody/eventList/1/sensorElementList/0/sensorReport/0/value", "number-too-large"),
    ] == refusals(data)


def test_extensions_nest_only_so_deep() -> None:
    nested: Any = "x"
    for _ in range(40):
        nested = {"example:a": nested}

    assert refusals(given.text(given.OBJECT | {"example:a": nested}))[0][1] == "too-deep"


def test_extensions_are_bounded_and_unambiguous() -> None:
    many = given.text(given.OBJECT | {"example:a": ["x"] * 5})
    twice = given.text(given.OBJECT | {"example:a": {"b": 1}}).replace(b'{"b": 1}', b'{"b": 1, "b": 2}')

    assert (f"{EVENT}/example:a", "too-many") in refusals(many, limits=Limits(list_members=4))
    assert [(f"{EVENT}/example:a/b", "repeated")] == refusals(twice)


def test_limits_are_kept() -> None:
    data = given.text(given.OBJECT, given.AGGREGATION)

    assert refusals(data, limits=Limits(bytes=100)) == [("", "too-large")]
    assert refusals(data, limits=Limits(events=1)) == [("/epcisBody/eventList", "too-many")]
    assert refusals(data, limits=Limits(list_members=1)) == [
        (f"{EVENT}/epcList", "too-many"),
        ("/epcisBody/eventList/1/childEPCs", "too-many"),
    ]


def test_a_member_that_stands_twice_is_refused_but_for_the_event_id() -> None:
    twice = given.text(given.OBJECT).replace(b'"action": "ADD"', b'"action": "ADD", "action": "DELETE"')
    again = given.text(given.OBJECT).replace(b'"action"', b'"eventID": "urn:uuid:7", "action"')

    assert [(f"{EVENT}/action", "repeated")] == refusals(twice)
    document = read_json(again)
    assert document.events[0].event_id == "urn:uuid:7"
    assert [("repeated", True)] == [(warning.reason, warning.is_warning) for warning in document.warnings]


def test_all_that_is_wrong_is_said_at_once_and_no_more_than_a_hundred() -> None:
    few = refusals(given.text(given.OBJECT | {"action": "x", "bizStep": "y"}, given.AGGREGATION | {"parentID": "z"}))
    many = refusals(given.text(*[given.OBJECT | {"action": "x"} for _ in range(300)]))

    assert [place.rpartition("/")[2] for place, _ in few] == ["action", "bizStep", "parentID"]
    assert len(many) == 100


def test_a_problem_is_moved_below_another_place() -> None:
    assert Problem("/a", "reason", "cure", 3).under("/b/0") == Problem("/b/0/a", "reason", "cure", 3)


def test_a_tolerant_reader_reads_past_wrong_events() -> None:
    data = given.text(given.OBJECT, given.OBJECT | {"action": "x"}, given.AGGREGATION)

    document = read_json(data, tolerant=True)

    assert [True, False, True] == [entry in document.events for entry in document.entries]
    assert [("/epcisBody/eventList/1/action", "action-unknown")] == [
        (problem.pointer, problem.reason) for problem in document.refused[0].problems
    ]
    assert document.pointer_of(1) == "/epcisBody/eventList/1"


def test_a_single_event_is_read_by_itself() -> None:
    document = read_json(json.dumps({"@context": given.CONTEXT, **given.OBJECT}).encode())

    assert (document.kind, len(document.events), document.pointer_of(0)) == (DocumentKind.EVENT, 1, "")
    assert refusals(json.dumps({**given.AGGREGATION, "action": "x"}).encode()) == [("/action", "action-unknown")]


XML = b"""<?xml version="1.0" encoding="UTF-8"?>
<epcis:EPCISDocument xmlns:epcis="urn:epcglobal:epcis:xsd:2" schemaVersion="2.0" creationDate="2026-03-04T03:20:00Z">
<EPCISBody><EventList>
<ObjectEvent>
<eventTime>2026-03-04T11:00:30+08:00</eventTime><eventTimeZoneOffset>+08:00</eventTimeZoneOffset>
<epcList><epc>urn:epc:id:sgtin:6901234.056789.A1</epc></epcList><action>OBSERVE</action>
<quantityList><quantityElement><epcClass>urn:epc:idpat:sgtin:6901234.056789.*</epcClass><quantity>1.50</quantity></quantityElement></quantityList>
</ObjectEvent>
</EventList></EPCISBody></epcis:EPCISDocument>"""


def xml_refusals(data: bytes) -> list[tuple[str, str]]:
    with pytest.raises(DocumentInvalid) as refusal:
        read_xml(data)
    return [(problem.pointer, problem.reason) for problem in refusal.value.problems]


@pytest.mark.parametrize(
    ("old", "new", "pointer", "reason"),
    [
        (b"</EventList>", b"", "", "xml-syntax"),
        (b"UTF-8", b"UTF-7", "", "not-utf-8"),
        (b"UTF-8", b"no-such", "", "not-utf-8"),
        (XML, XML.decode().encode("utf-16"), "", "not-utf-8"),
        (XML, XML.decode().encode("utf-16-le"), "", "not-utf-8"),
        (XML, XML.decode().encode("cp037"), "", "not-utf-8"),
        (XML, b"eventTime: today", "", "not-utf-8"),
        (b"<epcis:EPCISDocument", b"<!DOCTYPE a [<!ENTITY b 'c'>]><epcis:EPCISDocument", "", "entities"),
        (b"<epcis:EPCISDocument", b"<!DOCTYPE a [<!ATTLIST x y CDATA 'z'>]><epcis:EPCISDocument", "", "entities"),
        (b"A1</epc>", b"&unknown;</epc>", "", "xml-syntax"),
        (b"EPCISDocument", b"Letter", "/type", "type-unknown"),
        (b'"2.0"', b'"3.0"', "/schemaVersion", "version-unknown"),
        (b"EPCISBody", b"Body", "/epcisBody", "field-missing"),
        (b"EventList", b"List", "/epcisBody", "field-unknown"),
        (b'creationDate="2026', b'creationDate="26', "/creationDate", "time-unreadable"),
        (b"ObjectEvent", b"BirthEvent", f"{EVENT}/type", "type-unknown"),
        (b"<action>OBSERVE", b"<action>LOOK", f"{EVENT}/action", "action-unknown"),
        (b"<action>", b"<action>ADD</action><action>", f"{EVENT}/action", "not-text"),
        (b"1.50", b"one", f"{EVENT}/quantityList/0/quantity", "not-a-number"),
        (b"1.50", b"1e9999", f"{EVENT}/quantityList/0/quantity", "not-a-number"),
        (b".A1<", b".<", f"{EVENT}/epcList/0", "serial-missing"),
        (b"<action>", b"<colour>white</colour><action>", f"{EVENT}/colour", "field-unknown"),
        (b"2026-03-04T11", b"2026-13-04T11", f"{EVENT}/eventTime", "time-unreadable"),
    ],
)
def test_wrong_xml_is_refused_with_its_place(old: bytes, new: bytes, pointer: str, reason: str) -> None:
    data = XML.replace(old, new)

    assert (pointer, reason) in xml_refusals(data)


def test_xml_numbers_are_exact_and_a_doctype_without_entities_is_harmless() -> None:
    with_doctype = XML.replace(b"<epcis:EPCISDocument", b"<!DOCTYPE project><epcis:EPCISDocument")

    event = read_xml(with_doctype).events[0]

    assert str(event.body["quantityList"][0]["quantity"]) == "1.50"


def test_xml_bombs_are_refused_quickly() -> None:
    laughs = (
        b"<!DOCTYPE a ["
        + b"".join(b"<!ENTITY a%d '&a%d;&a%d;'>" % (n, n - 1, n - 1) for n in range(1, 40))
        + b"]><a>&a39;</a>"
    )
    outside = b"<!DOCTYPE a SYSTEM 'file:///etc/passwd'><EPCISDocument/>"
    deep = b"<a>" * 100_000

    assert xml_refusals(laughs) == [("", "entities")]
    assert ("/epcisBody", "field-missing") in xml_refusals(outside)
    assert xml_refusals(deep)[0][1] in {"xml-syntax", "too-deep"}


def test_a_problem_in_xml_names_the_line_of_its_event() -> None:
    with pytest.raises(DocumentInvalid) as refusal:
        read_xml(XML.replace(b"OBSERVE", b"LOOK"))

    assert refusal.value.problems[0].line == 4
