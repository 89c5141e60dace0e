"""Writing events as EPCIS 2.0 XML (EPCIS 2.0 §9.5, §10): a document, or the answer of a query.

What XML cannot say is written so that the same event is read back: numbers and truth as text, words of the vocabulary
as their URNs or web addresses, an object within an extension as child elements.
"""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from decimal import Decimal

from lxml import etree

from traceability.epcis import vocabulary
from traceability.epcis.context import split_name
from traceability.epcis.event import Event
from traceability.epcis.prefixes import prefixes_of
from traceability.epcis.raw import Element, Raw
from traceability.epcis.xml_shape import OWN_TEXT

_EPCIS = "urn:epcglobal:epcis:xsd:2"
_QUERY = "urn:epcglobal:epcis-query:xsd:2"
_SBDH = "http://www.unece.org/cefact/namespaces/StandardBusinessDocumentHeader"

_FIELD_ORDER = """
    eventTime recordTime eventTimeZoneOffset eventID errorDeclaration certificationInfo inputEPCList inputQuantityList
    outputEPCList outputQuantityList transformationID bizTransactionList@TransactionEvent parentID epcList childEPCs
    action bizStep disposition readPoint bizLocation bizTransactionList quantityList childQuantityList sourceList
    destinationList sensorElementList persistentDisposition ilmd
"""
_ORDER = tuple(_FIELD_ORDER.split())
_THINGS = frozenset({"epcList", "childEPCs", "inputEPCList", "outputEPCList"})
_QUANTITIES = frozenset({"quantityList", "childQuantityList", "inputQuantityList", "outputQuantityList"})
_TYPED = {
    "bizTransactionList": ("bizTransaction", vocabulary.TRANSACTION_TYPES),
    "sourceList": ("source", vocabulary.SOURCE_TYPES),
    "destinationList": ("destination", vocabulary.SOURCE_TYPES),
}
_WORDS = {"bizStep": vocabulary.BUSINESS_STEPS, "disposition": vocabulary.DISPOSITIONS}
_REPORT_WORDS = {"type": "gs1:", "exception": "gs1:", "component": "cbv:Comp-"}


def write_xml(
    events: Sequence[Event],
    *,
    creation_date: datetime | None = None,
    header: Mapping[str, str] | None = None,
    namespaces: Mapping[str, str] | None = None,
    query_name: str | None = None,
    record_times: Sequence[str | None] = (),
) -> bytes:
    """Return the events as an EPCISDocument, or with `query_name` as an EPCISQueryDocument."""
    prefixes = prefixes_of(events, namespaces)
    space, name = (_EPCIS, "EPCISDocument") if query_name is None else (_QUERY, "EPCISQueryDocument")
    declared: dict[str | None, str] = {prefix: namespace for namespace, prefix in prefixes.items()}
    declared |= {"epcis": _EPCIS, "gs1": "https://gs1.org/voc/", "cbv": "https://ref.gs1.org/cbv/"}
    if query_name is not None:
        declared["epcisq"] = _QUERY
    root = etree.Element(f"{{{space}}}{name}", nsmap=declared)
    root.set("schemaVersion", "2.0")
    created = (creation_date or datetime.now(UTC)).astimezone(UTC)
    root.set("creationDate", created.isoformat(timespec="milliseconds").replace("+00:00", "Z"))
    if header:
        _write_header(root, header, created)
    body = etree.SubElement(root, "EPCISBody")
    if query_name is not None:
        results = etree.SubElement(body, f"{{{_QUERY}}}QueryResults")
        etree.SubElement(results, "queryName").text = query_name
        body = etree.SubElement(results, "resultsBody")
    listed = etree.SubElement(body, "EventList")
    for index, event in enumerate(events):
        _write_event(listed, event, record_times[index] if index < len(record_times) else None)
    text: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8")
    return text


def _write_event(parent: Element, event: Event, record_time: str | None) -> None:
    body = dict(event.body)
    if record_time is not None:
        body["recordTime"] = record_time
    element = etree.SubElement(parent, event.event_type)
    for entry in _ORDER:
        name, _, only = entry.partition("@")
        if name in body and (not only or only == event.event_type):
            _write_member(element, name, body.pop(name))
    for name, value in body.items():
        if name != "type":
            _write_extension(element, name, value)


def _write_member(parent: Element, name: str, value: Raw) -> None:
    if name == "certificationInfo":
        for text in value:
            etree.SubElement(parent, name).text = text
        return
    element = etree.SubElement(parent, name)
    if name in _THINGS:
        for text in value:
            etree.SubElement(element, "epc").text = text
    elif name in _QUANTITIES:
        for quantity in value:
            inner = etree.SubElement(element, "quantityElement")
            for member in ("epcClass", "quantity", "uom"):
                if member in quantity:
                    etree.SubElement(inner, member).text = _text(quantity[member])
    elif name in _TYPED:
        member, words = _TYPED[name]
        for item in value:
            inner = etree.SubElement(element, member)
            if "type" in item:
                inner.set("type", _word(item["type"], words))
            inner.text = item.get(member)
    elif name == "persistentDisposition":
        for kind in ("unset", "set"):
            for word in value.get(kind, ()):
                etree.SubElement(element, kind).text = _word(word, vocabulary.DISPOSITIONS)
    elif name == "sensorElementList":
        for sensor in value:
            _write_sensor_element(element, sensor)
    elif name == "errorDeclaration":
        _write_error_declaration(element, value)
    elif name in {"readPoint", "bizLocation", "ilmd"}:
        for member, inner_value in value.items():
            _write_extension(element, member, inner_value)
    else:
        element.text = _word(value, _WORDS[name]) if name in _WORDS else _text(value)


def _write_error_declaration(element: Element, value: Mapping[str, Raw]) -> None:
    for name, member in value.items():
        if name == "correctiveEventIDs":
            inner = etree.SubElement(element, name)
            for identity in member:
                etree.SubElement(inner, "correctiveEventID").text = identity
        elif name == "reason":
            etree.SubElement(element, name).text = _word(member, vocabulary.ERROR_REASONS)
        else:
            _write_extension(element, name, member)


def _write_sensor_element(parent: Element, sensor: Mapping[str, Raw]) -> None:
    element = etree.SubElement(parent, "sensorElement")
    if "sensorMetadata" in sensor:
        _write_attributes(etree.SubElement(element, "sensorMetadata"), sensor["sensorMetadata"])
    for report in sensor.get("sensorReport", ()):
        _write_attributes(etree.SubElement(element, "sensorReport"), report)
    for name, value in sensor.items():
        if name.startswith("{"):
            _write_extension(element, name, value)


def _write_attributes(element: Element, values: Mapping[str, Raw]) -> None:
    for name, value in values.items():
        if isinstance(value, (dict, list)):
            _write_extension(element, name, value)
        else:
            text = _text(value)
            bare = name in _REPORT_WORDS and ":" not in text
            element.set(_tag(name), _REPORT_WORDS[name] + text if bare else text)


def _write_extension(parent: Element, name: str, value: Raw) -> None:
    if isinstance(value, list):
        for member in value:
            _write_extension(parent, name, member)
        return
    element = etree.SubElement(parent, _tag(name))
    if isinstance(value, dict):
        for inner, member in value.items():
            if inner == OWN_TEXT:
                element.text = _text(member)
            else:
                _write_extension(element, inner, member)
    else:
        element.text = _text(value)


def _write_header(root: Element, header: Mapping[str, str], created: datetime) -> None:
    outer = etree.SubElement(
        etree.SubElement(root, "EPCISHeader"), f"{{{_SBDH}}}StandardBusinessDocumentHeader", nsmap={"sbdh": _SBDH}
    )
    etree.SubElement(outer, f"{{{_SBDH}}}HeaderVersion").text = "1.0"
    for name, tag in (("sender", "Sender"), ("receiver", "Receiver")):
        if name in header:
            etree.SubElement(etree.SubElement(outer, f"{{{_SBDH}}}{tag}"), f"{{{_SBDH}}}Identifier").text = header[name]
    identification = etree.SubElement(outer, f"{{{_SBDH}}}DocumentIdentification")
    for tag, text in (
        ("Standard", "EPCglobal"),
        ("TypeVersion", "2.0"),
        ("InstanceIdentifier", header.get("instanceIdentifier", "")),
        ("Type", "Events"),
        ("CreationDateAndTime", created.isoformat(timespec="seconds").replace("+00:00", "Z")),
    ):
        etree.SubElement(identification, f"{{{_SBDH}}}{tag}").text = text


def _word(text: str, words: vocabulary.Vocabulary) -> str:
    """Return a word as its URN (the form that all versions of XML readers know), an address as it is."""
    return words.others[-1] + text if text in words.words else text


def _text(value: Raw) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value) if isinstance(value, Decimal) else value


def _tag(name: str) -> str:
    namespace, local = split_name(name)
    return f"{{{namespace}}}{local}" if namespace else local
