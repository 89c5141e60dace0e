"""Our reader and gate are the schema gate: what the standard's JSON or XML schema refuses, they refuse too.

The standard's example documents are broken at random places. Where the schema refuses and we do not, the break belongs to
one of the classes that are named here with their reasons.
"""

import copy
import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import jsonschema_rs
import made_events as made
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from traceability.epcis import (
    Document,
    DocumentInvalid,
    DocumentKind,
    Event,
    errors_of,
    problems_of,
    read_json,
    read_xml,
    write_json_document,
    write_xml_document,
)

NOW = datetime(2026, 3, 5, tzinfo=UTC)
EVENTS = {DocumentKind.EVENTS, DocumentKind.EVENT, DocumentKind.QUERY_RESULT, DocumentKind.MASTER_DATA}
CBV_URN = "urn:epcglobal:cbv:bizstep:shipping"
VALUES: list[Any] = [
    None, True, 0, -1, 1.5, "", " ", "x", "urn:x:1", "http://a.b/ c", "2026-02-30T00:00:00Z", "2026-01-01T00:00:00", "yesterday",
    "+25:00", [], {}, [[]], [None], ["x", "x"], ["urn:x:1", "urn:x:1"], [{}], {"a": 1}, {"id": 5}, "shipping", "active", CBV_URN,
    "urn:epcglobal:cbv:bizstep:dreaming", "https://ref.gs1.org/cbv/BizStep-shipping", "https://gs1.org/voc/Temperature", "gs1:Mass",
]  # fmt: skip
MEMBERS: list[tuple[str, Any]] = [
    ("foo", 1), ("example:foo", {"a": 1}), ("nobody:foo", 1), ("recordTime", "x"), ("action", "ADD"), ("epcList", ["urn:x:1"]),
    ("persistentDisposition", {"set": ["active"]}), ("ilmd", {}), ("@context", "https://example.com/c"), ("id", "urn:x:1"),
]  # fmt: skip


def read(data: bytes, reader: Callable[[bytes], Document]) -> Document | None:
    """Return a document that passes our reader and gate, or None."""
    try:
        document = reader(data)
    except DocumentInvalid:
        return None
    wrong = any(errors_of(problems_of(event, NOW)) for event in document.events)
    return None if wrong or document.kind not in EVENTS else document


def exception_of(path: tuple[Any, ...], error: Any, document: Any) -> str | None:
    """Return the name of the class for which we read what the JSON schema refuses, or None.

    - ``exception``: XML may have a sensor report with an exception and no type (the standard's XML examples do); it must be
      possible to answer with it in JSON.
    - ``measurement``: sensor types that GS1 has added since the schema was made are taken with a warning.
    - ``writing``: a word of the vocabulary as its URN or GS1 web address means the same word.
    - ``disposition``: the JSON schema forgot persistentDisposition in three types of events; the XML schema has it.
    """
    place = error.instance_path
    if "sensorReport" in path and (path[-1] == "type" or place[-2:-1] == ["sensorReport"]):
        return "exception or measurement"
    value = document
    for step in path:
        value = value[step] if isinstance(value, list) or step in value else None
        if value is None:
            break
    if isinstance(value, str) and value.startswith(("urn:epcglobal:cbv:", "https://gs1.org/voc/")):
        return "writing"
    if path[-1] == "persistentDisposition":
        return "disposition"
    return None


def paths(node: Any, at: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    yield at
    if isinstance(node, dict):
        for name, member in node.items():
            if name != "@context":
                yield from paths(member, (*at, name))
    elif isinstance(node, list):
        for index, member in enumerate(node):
            yield from paths(member, (*at, index))


def examples(standards: Path) -> list[Any]:
    found = sorted((standards / "epcis" / "examples" / "json").rglob("*.jsonld"))
    return [json.loads(path.read_text()) for path in found]


def broken(document: Any, data: st.DataObject) -> tuple[Any, tuple[Any, ...]]:
    """Return a copy that is changed at one place, and the place."""
    copied = copy.deepcopy(document)
    path = data.draw(st.sampled_from([place for place in paths(copied) if place]))
    node = copied
    for step in path[:-1]:
        node = node[step]
    target = node[path[-1]]
    ways = ["replace", "delete"]
    ways += ["add"] if isinstance(target, dict) else []
    ways += ["double"] if isinstance(target, list) and target else []
    match data.draw(st.sampled_from(ways)):
        case "replace":
            node[path[-1]] = data.draw(st.sampled_from(VALUES))
        case "delete":
            del node[path[-1]]
        case "double":
            target.append(target[0])
        case "add":
            name, value = data.draw(st.sampled_from(MEMBERS))
            target[name] = value
            path = (*path, name)
    return copied, path


def test_nothing_that_the_json_schema_refuses_is_taken(standards: Path) -> None:
    schema = json.loads((standards / "epcis" / "epcis-json-schema.json").read_text())
    validator = jsonschema_rs.validator_for(schema, validate_formats=True)
    documents = examples(standards)
    assert all(validator.is_valid(document) for document in documents)
    refused = []

    @settings(max_examples=800, deadline=None, derandomize=True)
    @given(st.data())
    def verify(data: st.DataObject) -> None:
        document, path = broken(data.draw(st.sampled_from(documents)), data)
        if validator.is_valid(document):
            return
        refused.append(path)
        if read(json.dumps(document).encode(), read_json) is not None:
            error = next(iter(validator.iter_errors(document)))
            assert exception_of(path, error, document), (path, error.message[:300])

    verify()

    assert len(refused) > 250


@pytest.mark.parametrize("name", ["json", "xml"])
def test_every_example_of_the_standard_passes_both(standards: Path, name: str) -> None:
    for path in sorted((standards / "epcis" / "examples" / name).rglob("*.*")):
        document = (read_json if name == "json" else read_xml)(path.read_bytes())

        assert document.kind is DocumentKind.CAPTURE_JOB or not any(
            errors_of(problems_of(event, NOW)) for event in document.events
        )


XSI_TYPE = "{http://www.w3.org/2001/XMLSchema-instance}type"
TEXTS = (
    "",
    " ",
    "x",
    "urn:x:1",
    "2026-02-30T00:00:00Z",
    "yesterday",
    "+25:00",
    "-1",
    "1e5",
    "true",
    "http://a.b/ c",
    "ADD",
    "urn:x:%zz",
)
SCHEMAS = {
    "EPCISDocument": "EPCglobal-epcis-2_0.xsd",
    "EPCISQueryDocument": "EPCglobal-epcis-query-2_0.xsd",
    "EPCISMasterDataDocument": "EPCglobal-epcis-masterdata-2_0.xsd",
}


def xml_exception_of(way: str, element: Any) -> str | None:
    """Return the name of the class for which we read what the XML schema refuses, or None.

    - ``order``: published documents of others have their fields in other orders; it means nothing. An element of another
      namespace is an extension wherever it stands.
    - ``extension``: what 1.x nests in ``extension`` and ``baseExtension`` is read in every version, once or twice.
    - ``type hint``: an extension that does not have the ``xsi:type`` it claims stays a text.
    - ``sensor``: an extension of a sensor's report that is no text has no place in its attributes.
    """
    name = etree.QName(element).localname
    if way in {"move", "foreign"}:
        return "order"
    if name == "extension" or (
        element.getparent() is not None and etree.QName(element.getparent()).localname == "extension"
    ):
        return "extension"
    if any(XSI_TYPE in above.attrib for above in (element, *element.iterancestors())):
        return "type hint"
    return "sensor" if name in {"sensorReport", "sensorMetadata"} and way == "add foreign" else None


def broken_xml(root: Any, data: st.DataObject) -> tuple[Any, str]:
    """Return the element at which a copy was changed (its document is found from it), and how."""
    copied = copy.deepcopy(root)
    element = data.draw(st.sampled_from(list(copied.iter())))
    if element is copied:
        attribute = data.draw(st.sampled_from(sorted(copied.attrib)))
        copied.set(attribute, data.draw(st.sampled_from(TEXTS)))
        return element, "attribute"
    parent = element.getparent()
    ways = ["delete", "double", "move", "empty", "add", "add foreign", "add attribute", "rename", "foreign", "text"]
    way = data.draw(st.sampled_from([*ways, *(["attribute"] if element.attrib else [])]))
    match way:
        case "delete":
            parent.remove(element)
            return parent, way
        case "double":
            element.addnext(copy.deepcopy(element))
        case "move":
            parent.remove(element)
            parent.insert(data.draw(st.integers(0, len(parent))), element)
        case "empty":
            for child in list(element):
                element.remove(child)
        case "add":
            etree.SubElement(element, "foo").text = "1"
        case "add foreign":
            etree.SubElement(element, "{http://e.example/}foo").text = "1"
        case "add attribute":
            element.set("foo", "1")
        case "rename":
            element.tag = "foo"
        case "foreign":
            element.tag = f"{{http://e.example/}}{etree.QName(element).localname}"
        case "text":
            element.text = data.draw(st.sampled_from(TEXTS))
        case "attribute":
            element.set(data.draw(st.sampled_from(sorted(element.attrib))), data.draw(st.sampled_from(TEXTS)))
    return element, way


def test_nothing_that_the_xml_schema_refuses_is_taken(standards: Path) -> None:
    schemas = {name: etree.XMLSchema(etree.parse(standards / "epcis" / "xsd" / file)) for name, file in SCHEMAS.items()}
    parser = etree.XMLParser(remove_comments=True)
    paths = sorted((standards / "epcis" / "examples" / "xml").rglob("*.xml"))
    roots = [
        root for path in paths if etree.QName(root := etree.fromstring(path.read_bytes(), parser)).localname in schemas
    ]
    assert all(schemas[etree.QName(root).localname].validate(root) for root in roots)
    refused = []

    @settings(max_examples=800, deadline=None, derandomize=True)
    @given(st.data())
    def verify(data: st.DataObject) -> None:
        root = data.draw(st.sampled_from(roots))
        element, way = broken_xml(root, data)
        text = etree.tostring(element.getroottree())
        schema = schemas[etree.QName(root).localname]
        if schema.validate(etree.fromstring(text)):
            return
        refused.append(way)
        if read(text, read_xml) is not None:
            assert xml_exception_of(way, element), (way, element.tag, schema.error_log[0].message[:300])

    verify()

    assert len(refused) > 250


def test_what_we_write_as_xml_is_right_by_its_schema(standards: Path) -> None:
    schemas = {name: etree.XMLSchema(etree.parse(standards / "epcis" / "xsd" / file)) for name, file in SCHEMAS.items()}
    folders = (standards / "epcis" / "examples", standards / "openepcis", standards / "event-hash")
    paths = [
        path for folder in folders for path in sorted(folder.rglob("*")) if path.suffix in {".jsonld", ".json", ".xml"}
    ]
    count = 0
    for path in paths:
        if path.name == "epc-urn-to-digital-link.json":
            continue
        document = (read_xml if path.suffix == ".xml" else read_json)(path.read_bytes(), tolerant=True)
        if document.kind is DocumentKind.CAPTURE_JOB:
            continue
        root = etree.fromstring(write_xml_document(document))
        schema = schemas[etree.QName(root).localname]

        assert schema.validate(root), (path.name, schema.error_log[0].message)
        count += 1

    assert count == 180


def test_what_we_write_as_json_is_right_by_its_schema(standards: Path) -> None:
    schema = json.loads((standards / "epcis" / "epcis-json-schema.json").read_text())
    validator = jsonschema_rs.validator_for(schema, validate_formats=True)

    @settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(made.DOCUMENTS)
    def verify(document: Document) -> None:
        # The JSON schema forgot persistentDisposition in three types of events and forbids lists as attributes of master data.
        events = tuple(
            Event({n: v for n, v in event.body.items() if n != "persistentDisposition"}) for event in document.events
        )
        text = write_json_document(replace(document, entries=events, vocabularies=())).decode()
        # It knows no names beyond ASCII either, where JSON-LD has IRIs.
        written = json.loads(text.replace("温度", "own"))
        assert [] == [error.message[:300] for error in validator.iter_errors(written)]

    verify()
