"""Extension elements of XML go through JSON-LD and come back as they were: attributes, mixed content, order, spaces."""

import json
from decimal import Decimal
from html import escape
from typing import Any, TypeAlias

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from traceability.epcis import (
    Document,
    DocumentInvalid,
    DocumentKind,
    Event,
    event_hash,
    read_json,
    read_xml,
    write_json_document,
    write_json_event,
    write_xml_document,
)
from traceability.epcis.xml_form import ATTRIBUTES, CONTENT
from traceability.querying.facts import facts_of

X, Y = "https://x.example/", "urn:example:y"
XSI = "http://www.w3.org/2001/XMLSchema-instance"
TYPE = f"{{{XSI}}}type"
PARSER = etree.XMLParser(remove_comments=True, remove_pis=True)
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
FRAME = (
    f'<epcis:EPCISDocument xmlns:epcis="urn:epcglobal:epcis:xsd:2" xmlns:x="{X}" xmlns:y="{Y}" '
    f'xmlns:xsi="{XSI}" xmlns:xsd="http://www.w3.org/2001/XMLSchema" schemaVersion="2.0" '
    'creationDate="2026-03-04T03:20:00Z"><EPCISBody><EventList><ObjectEvent{}><eventTime>2026-03-04T03:10:00Z</eventTime>'
    "<eventTimeZoneOffset>+08:00</eventTimeZoneOffset><epcList><epc>urn:uuid:2</epc></epcList><action>ADD</action>"
    "<readPoint><id>urn:uuid:3</id>{}</readPoint><ilmd>{}</ilmd>{}"
    "</ObjectEvent></EventList></EPCISBody></epcis:EPCISDocument>"
)
Node: TypeAlias = Any
"""A text, or a tuple of name, attributes and nodes."""


def document(extension: str, *, on_event: str = "", in_place: str = "", in_ilmd: str = "") -> bytes:
    return FRAME.format(on_event, in_place, in_ilmd or "<x:lot/>", extension).encode()


def event(extension: str) -> Event:
    return read_xml(document(extension)).events[0]


def by_json(data: bytes) -> bytes:
    return write_xml_document(read_json(write_json_document(read_xml(data))))


def infoset(element: Any, *, keeps: bool = False) -> Node:
    """Return what an element says: name, attributes, and texts and children in order.

    Spaces that only set out elements, and those about a text, are no part of it unless ``xml:space`` says so (XML 1.0
    §2.10); that attribute itself stands where it is needed.
    """
    keeps = {"preserve": True, "default": False}.get(element.get(SPACE), keeps)
    nodes: list[Node] = [element.text or ""]
    for child in element:
        nodes += [infoset(child, keeps=keeps), child.tail or ""]
    texts = [node for node in nodes if isinstance(node, str)]
    if len(element) == 0 and not keeps:
        nodes = [texts[0].strip()]
    elif not keeps and not any(text.strip() for text in texts):
        nodes = [node for node in nodes if not isinstance(node, str)]
    attributes = {name: text for name, text in element.attrib.items() if name != SPACE}
    if (kind := attributes.get(TYPE)) is not None:
        prefix, _, local = kind.rpartition(":")
        attributes[TYPE] = f"{{{element.nsmap.get(prefix or None)}}}{local}"
    return (element.tag, attributes, [node for node in nodes if node != ""])


def extensions_of(data: bytes) -> list[Node]:
    """Return the extensions of the event by place; those of one name are in order, names of one place are not."""
    found = etree.fromstring(data, PARSER).find(".//ObjectEvent")
    places = [found, found.find("readPoint"), found.find("ilmd")]
    return [
        (
            sorted(place.attrib.items()),
            sorted((infoset(one) for one in place if one.tag[0] == "{"), key=lambda one: one[0]),
        )
        for place in places
    ]


def written(node: Node) -> str:
    if isinstance(node, str):
        return node
    name, attributes, nodes = node
    worn = "".join(f" {key}={value}" for key, value in attributes.items())
    return f"<{name}{worn}>{''.join(map(written, nodes))}</{name}>"


characters = st.sampled_from("ab 冰<&>\"'\n\t0")
plain_texts = st.text(characters, max_size=6)
markup = (
    plain_texts.map(escape)
    | plain_texts.map(lambda text: f"<![CDATA[{text}]]>")
    | st.sampled_from(("", " ", "\n  ", "&#13;", "10", "true", "a<!-- note -->b", "<?pi x?>", "&#x51b0;"))
)
quoted = plain_texts.map(lambda text: f'"{escape(text)}"') | st.sampled_from(("' a '", '"&#10;"', '"&#9;x"'))
element_names = st.sampled_from(("x:a", "x:b", "y:a", "y:温度", "bare", "attribute"))
worn = st.dictionaries(
    st.sampled_from(("id", "type", "value", "x:a", "y:b", "xml:lang", "xsi:nil")), quoted, max_size=3
) | st.sampled_from(({}, {"xml:space": '"preserve"'}, {"xml:space": '"default"', "b": '"1"'}, {"xsi:type": '"x:Own"'}))


def elements(names: st.SearchStrategy[str]) -> st.SearchStrategy[Node]:
    leaves = st.tuples(element_names, worn, st.lists(markup, max_size=2))
    inner = st.recursive(
        leaves, lambda below: st.tuples(element_names, worn, st.lists(markup | below, max_size=4)), max_leaves=8
    )
    return st.tuples(names, worn, st.lists(markup | inner, max_size=4))


foreign = st.lists(elements(st.sampled_from(("x:a", "x:b", "y:a", "y:温度"))).map(written), max_size=3).map("".join)


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(foreign, foreign, foreign, st.sampled_from(("", ' x:on="1"', ' x:on=" a&#10;b " y:on=""')))
def test_extensions_of_xml_go_through_json_and_come_back(
    extension: str, in_place: str, in_ilmd: str, on_event: str
) -> None:
    data = document(extension, on_event=on_event, in_place=in_place, in_ilmd=in_ilmd)

    again = by_json(data)

    assert extensions_of(data) == extensions_of(again)
    assert read_xml(data).events == read_xml(again).events == read_json(write_json_document(read_xml(again))).events
    assert [event_hash(one) for one in read_xml(data).events] == [event_hash(one) for one in read_xml(again).events]


def test_json_names_attributes_and_keeps_mixed_content_in_order() -> None:
    found = event('<x:a b="1" y:c="2" xml:lang="zh">铁 <x:b>1</x:b> and <x:c/></x:a>')

    written = json.loads(write_json_event(found))

    assert {
        "suyuan-xml:attributes": {"b": "1", "ext2:c": "2", "xml:lang": "zh"},
        "suyuan-xml:content": ["铁 ", {"ext1:b": "1"}, " and ", {"ext1:c": ""}],
    } == written["ext1:a"]


def test_members_that_need_no_order_stay_members() -> None:
    assert event("<x:a>own<d>1</d><d>2</d>\n  <x:e/></x:a>").body[f"{{{X}}}a"] == {
        CONTENT: ["own", {"d": "1"}, {"d": "2"}, "\n  ", {f"{{{X}}}e": ""}]
    }
    assert event("<x:a>own<d>1</d><d>2</d><x:e/></x:a>").body[f"{{{X}}}a"] == {
        "#text": "own", "d": ["1", "2"], f"{{{X}}}e": "",
    }  # fmt: skip
    assert event("<x:a>\n <d>1</d>\n <x:e/> </x:a>").body[f"{{{X}}}a"] == {"d": "1", f"{{{X}}}e": ""}


def test_content_that_json_gives_and_that_needs_no_order_becomes_members() -> None:
    content = '{"suyuan-xml:content": ["o", "wn", {"d": 1}, {"d": {}}, ""]}'

    assert {"#text": "own", "d": [Decimal(1), ""]} == json_event(content).body[f"{{{X}}}a"]


def test_the_event_hash_takes_attributes_and_children_for_members() -> None:
    mixed = event('<x:a b="1">own <x:d>2</x:d> and <x:c>3</x:c> more</x:a>')
    plain = json_event('{"b": "1", "x:d": "2", "x:c": "3", "#text": "own"}')

    assert event_hash(plain) == event_hash(mixed)


def test_queries_take_attributes_and_children_for_members() -> None:
    mixed = event('<x:a b="1">own <x:d>2</x:d> and <x:c>3</x:c> more</x:a>')
    plain = json_event('{"b": "1", "x:d": "2", "x:c": "3", "#text": "own"}')

    assert set(facts_of(plain.body)) == set(facts_of(mixed.body))


def test_a_language_and_a_type_of_json_are_those_of_xml() -> None:
    found = json_event(
        '[{"@value": "铁", "@language": "zh"}, {"@value": "7", "@type": "x:Own"}, {"@value": "8", "@type": "xsd:int"}]'
    )

    assert found.body[f"{{{X}}}a"] == [
        {ATTRIBUTES: {"{http://www.w3.org/XML/1998/namespace}lang": "zh"}, "#text": "铁"},
        {ATTRIBUTES: {TYPE: f"{{{X}}}Own"}, "#text": "7"},
        Decimal(8),
    ]
    assert found == read_xml(write_xml_document(Document(DocumentKind.EVENTS, (found,)))).events[0]


def json_event(value: str) -> Event:
    return json_document(value).events[0]


def json_document(value: str) -> Document:
    text = (
        '{"@context": {"x": "https://x.example/", "suyuan-xml": "https://suyuan.example/ns/xml/", '
        '"xsi": "http://www.w3.org/2001/XMLSchema-instance", "at": "https://suyuan.example/ns/json"}, "type": "ObjectEvent", '
        '"eventTime": "2026-03-04T03:10:00Z", "eventTimeZoneOffset": "+08:00", "epcList": ["urn:uuid:2"], "action": "ADD", '
        f'"readPoint": {{"id": "urn:uuid:3"}}, "ilmd": {{"x:lot": ""}}, "x:a": {value}}}'
    )
    return read_json(text.encode())


@pytest.mark.parametrize(
    ("value", "places"),
    [
        ("{}", [""]),
        ("[]", [""]),
        ('{"b": {"c": []}, "d": 1}', ["/b/c"]),
        ('["a", {}, [{}]]', ["/1", "/2/0"]),
        ('{"b": null}', [""]),
        ('{"#text": ""}', [""]),
        ('{"suyuan-xml:attributes": {}}', [""]),
        ('{"suyuan-xml:attributes": {}, "b": 1}', []),
        ('{"suyuan-xml:content": ["a", {"d": {}}, {"e": {"b": {}}}, "c"]}', ["/suyuan-xml:content/2/e/b"]),
        ('{"suyuan-xml:content": ["a", {"d": 0}, {"e": false}, {"f": ""}]}', []),
        ('""', []),
    ],
)
def test_an_extension_with_nothing_in_it_is_left_out_with_a_warning(value: str, places: list[str]) -> None:
    warnings = json_document(value).warnings

    assert [(f"/x:a{place}", "left-out") for place in places] == [(one.pointer, one.reason) for one in warnings]


@pytest.mark.parametrize(
    ("value", "place", "reason"),
    [
        ('{"suyuan-xml:attributes": {"b": 1}}', "/suyuan-xml:attributes/b", "not-text"),
        ('{"suyuan-xml:attributes": ["b"]}', "/suyuan-xml:attributes", "not-an-object"),
        ('{"suyuan-xml:attributes": {"xmlns": "urn:x"}}', "/suyuan-xml:attributes/xmlns", "name-reserved"),
        ('{"suyuan-xml:attributes": {"b c": "1"}}', "/suyuan-xml:attributes/b c", "name-unwritable"),
        ('{"suyuan-xml:attributes": {"z:b": "1"}}', "/suyuan-xml:attributes/z:b", "prefix-undeclared"),
        ('{"suyuan-xml:attributes": {"xsi:type": "own"}}', "/suyuan-xml:attributes/xsi:type", "name-unwritable"),
        ('{"suyuan-xml:attributes": {"x:b": "1", "https://x.example/b": "2"}}', "/suyuan-xml:attributes/https:~1~1x.example~1b", "repeated"),
        ('{"suyuan-xml:attributes": {"xsi:type": "{urn:x}own"}, "#text": 5}', "", "field-not-allowed"),
        ('{"suyuan-xml:content": "a"}', "/suyuan-xml:content", "not-a-list"),
        ('{"suyuan-xml:content": ["a", 5]}', "/suyuan-xml:content/1", "not-text"),
        ('{"suyuan-xml:content": [{"b": 1, "c": 2}]}', "/suyuan-xml:content/0", "not-text"),
        ('{"suyuan-xml:content": [{"b": [1]}]}', "/suyuan-xml:content/0", "not-text"),
        ('{"suyuan-xml:content": [{"#text": "1"}]}', "/suyuan-xml:content/0/#text", "field-not-allowed"),
        ('{"suyuan-xml:content": [{"z:b": "1"}]}', "/suyuan-xml:content/0/z:b", "prefix-undeclared"),
        ('{"suyuan-xml:content": ["a", {"b": 1}, "c"], "d": 1}', "", "field-not-allowed"),
        ('{"@value": "a", "@index": "b"}', "/@index", "field-unknown"),
        ('{"@value": {"b": 1}}', "/@value", "not-text"),
    ],
)  # fmt: skip
def test_what_no_element_has_is_refused_with_its_place(value: str, place: str, reason: str) -> None:
    with pytest.raises(DocumentInvalid) as refusal:
        json_event(value)

    assert (f"/x:a{place}", reason) == (refusal.value.problems[0].pointer, refusal.value.problems[0].reason)


def test_a_sensor_report_has_its_attributes_as_members() -> None:
    report = '{"type": "Temperature", "suyuan-xml:attributes": {"x:b": "1"}}'
    with pytest.raises(DocumentInvalid) as refusal:
        json_event(f'"", "sensorElementList": [{{"sensorReport": [{report}]}}]')

    assert ("/sensorElementList/0/sensorReport/0/suyuan-xml:attributes", "field-not-allowed") == (
        refusal.value.problems[0].pointer,
        refusal.value.problems[0].reason,
    )


@pytest.mark.parametrize("value", ['"", "suyuan-xml:attributes": {"b": "1"}', '"", "suyuan-xml:content": ["a"]'])
def test_an_event_has_attributes_of_other_namespaces_only_and_no_text(value: str) -> None:
    with pytest.raises(DocumentInvalid) as refusal:
        json_event(value)

    assert refusal.value.problems[0].pointer.startswith("/suyuan-xml:")


@pytest.mark.parametrize(
    ("extension", "on_event", "in_place"),
    [
        ("between", "", ""),
        ("<x:a/>behind", "", ""),
        ("", ' plain="1"', ""),
        ("", "", "between"),
        ('<extension plain="1"/>', "", ""),
        ("<epcList><epc>urn:uuid:4</epc>between</epcList>", "", ""),
        ("<sourceList><extension><x:a/></extension></sourceList>", "", ""),
        ('<x:a><s:content xmlns:s="https://suyuan.example/ns/xml/"/></x:a>', "", ""),
        ("<sensorElementList><sensorElement><sensorReport type='gs1:Mass'>text</sensorReport></sensorElement></sensorElementList>", "", ""),
    ],
)  # fmt: skip
def test_what_json_cannot_carry_of_an_event_is_refused(extension: str, on_event: str, in_place: str) -> None:
    with pytest.raises(DocumentInvalid) as refusal:
        read_xml(document(extension, on_event=on_event, in_place=in_place))

    assert all(problem.pointer.startswith("/epcisBody/eventList/0/") for problem in refusal.value.problems)


def test_an_entity_that_is_declared_elsewhere_is_refused() -> None:
    data = b'<!DOCTYPE x SYSTEM "http://example.org/x.dtd">' + document("<x:a>1&two;3</x:a>")
    with pytest.raises(DocumentInvalid) as refusal:
        read_xml(data)

    assert "entities" == refusal.value.problems[0].reason


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ("<EPCISBody>", '<EPCISBody plain="1">', "/epcisBody"),
        ("</EPCISBody>", "<extension><plain/></extension></EPCISBody>", "/epcisBody"),
        ("</EPCISBody>", "<extension>text</extension></EPCISBody>", "/epcisBody"),
        ("<EventList>", '<EventList x:a="1">', "/epcisBody"),
        ("<EPCISBody>", "<EPCISHeader x:a='1'/><EPCISBody>", "/epcisHeader"),
        ("<EPCISBody>", "<EPCISHeader><extension><extension><plain/></extension></extension></EPCISHeader><EPCISBody>", "/epcisHeader"),
    ],
)  # fmt: skip
def test_what_json_cannot_carry_of_the_frame_is_left_out_with_a_warning(old: str, new: str, place: str) -> None:
    found = read_xml(document("").replace(old.encode(), new.encode()))

    assert [(place, "left-out", 1)] == [(one.pointer, one.reason, one.line) for one in found.warnings]


def test_extensions_in_a_wrapper_of_the_frame_are_read() -> None:
    data = document("").replace(
        b"</EPCISBody>", b"<extension><extension><x:a b='1'/></extension></extension></EPCISBody>"
    )

    assert {f"{{{X}}}a": {ATTRIBUTES: {"b": "1"}}} == read_xml(data).extensions.body


def test_what_an_answer_or_master_data_have_beside_in_json_is_left_out_with_a_warning() -> None:
    element = '{"id": "urn:x:1", "x:b": 1, "attributes": []}'
    vocabulary = f'{{"type": "urn:x:t", "vocabularyElementList": [{element}]}}'
    text = (
        '{"@context": {"x": "https://x.example/"}, "type": "EPCISQueryDocument", "schemaVersion": "2.0", '
        '"creationDate": "2026-03-04T03:20:00Z", "epcisBody": {"queryResults": {"queryName": "q", "x:a": 1, '
        f'"resultsBody": {{"vocabularyList": [{vocabulary}]}}}}}}}}'
    )

    warnings = read_json(text.encode()).warnings

    base = "/epcisBody/queryResults"
    assert [(base, "left-out"), (f"{base}/resultsBody/vocabularyList/0/vocabularyElementList/0/x:b", "left-out")] == [
        (one.pointer, one.reason) for one in warnings
    ]


@pytest.mark.parametrize("prefix", ["1x", "xml", "xmlns", "xsi", "suyuan-xml", "epcisq"])
def test_a_prefix_that_xml_cannot_have_or_has_for_itself_is_written_as_another(prefix: str) -> None:
    text = (
        f'{{"@context": {{"{prefix}": "https://other.example/"}}, "type": "ObjectEvent", "epcList": ["urn:uuid:2"], "action": "ADD", '
        f'"eventTime": "2026-03-04T03:10:00Z", "eventTimeZoneOffset": "+08:00", "{prefix}:a": {{"b": 1}}}}'
    )
    found = read_json(text.encode())

    assert found.events == read_xml(write_xml_document(found)).events
