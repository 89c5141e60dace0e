"""Writing one event as an element of EPCIS 2.0 XML (EPCIS 2.0 §9.5), and extensions and master data beside it.

What XML cannot say is written so that the same event is read back (see xml_values.py): the types of numbers and truth,
lists of one member and lists in lists, an object within an extension as child elements.
"""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from lxml import etree

from traceability.epcis import vocabulary
from traceability.epcis.context import split_name
from traceability.epcis.epc_format import CbvXmlFormat
from traceability.epcis.event import Event
from traceability.epcis.raw import Element, Raw
from traceability.epcis.xml_form import ATTRIBUTES, CONTENT, OWN_TEXT
from traceability.epcis.xml_values import PLACE, SPACE, leaves_of, plain_text, write_attributes, write_value

_FIELD_ORDER = """
    eventTime recordTime eventTimeZoneOffset eventID errorDeclaration certificationInfo inputEPCList inputQuantityList
    outputEPCList outputQuantityList transformationID bizTransactionList@TransactionEvent parentID epcList childEPCs
    childQuantityList@AssociationEvent action bizStep disposition readPoint bizLocation bizTransactionList quantityList
    childQuantityList sourceList destinationList sensorElementList persistentDisposition ilmd
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
_REPORT_WORDS = {
    "type": vocabulary.MEASUREMENTS,
    "exception": vocabulary.ALERTS,
    "component": vocabulary.COMPONENTS,
}
_ERROR_ORDER = ("declarationTime", "reason", "correctiveEventIDs")


class EventWriter:
    """Writes events into a document with one way of writing words."""

    def __init__(self, cbv_format: CbvXmlFormat) -> None:
        """Write words of the vocabulary in the wanted way."""
        self._cbv_format = cbv_format
        self._writings: Mapping[str, str] = {}

    def write(self, parent: Element, event: Event, record_time: str | None = None) -> None:
        """Write one event below an ``EventList``."""
        self._writings = event.writings
        body = dict(event.body)
        if record_time is not None:
            body["recordTime"] = record_time
        element = etree.SubElement(parent, event.event_type)
        for entry in _ORDER:
            name, _, only = entry.partition("@")
            if name in body and (not only or only == event.event_type):
                self._write_member(element, name, body.pop(name))
        write_extensions(element, {name: value for name, value in body.items() if name != "type"})

    def _write_member(self, parent: Element, name: str, value: Raw) -> None:
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
                _write_quantity(element, quantity)
        elif name in _TYPED:
            member, words = _TYPED[name]
            for item in value:
                inner = etree.SubElement(element, member)
                if "type" in item:
                    inner.set("type", self._word(item["type"], words))
                inner.text = item.get(member)
        elif name == "persistentDisposition":
            for kind in ("unset", "set"):
                for word in value.get(kind, ()):
                    etree.SubElement(element, kind).text = self._word(word, vocabulary.DISPOSITIONS)
        elif name == "sensorElementList":
            for sensor in value:
                self._write_sensor_element(element, sensor)
        elif name == "errorDeclaration":
            self._write_error_declaration(element, value)
        elif name in {"readPoint", "bizLocation"}:
            if "id" in value:
                etree.SubElement(element, "id").text = value["id"]
            write_extensions(element, {inner: member for inner, member in value.items() if inner != "id"})
        elif name == "ilmd":
            write_extensions(element, value)
        else:
            element.text = self._word(value, _WORDS[name]) if name in _WORDS else plain_text(value)

    def _write_error_declaration(self, element: Element, value: Mapping[str, Raw]) -> None:
        for name in (name for name in _ERROR_ORDER if name in value):
            member = value[name]
            if name == "correctiveEventIDs":
                inner = etree.SubElement(element, name)
                for identity in member:
                    etree.SubElement(inner, "correctiveEventID").text = identity
            elif name == "reason":
                etree.SubElement(element, name).text = self._word(member, vocabulary.ERROR_REASONS)
            else:
                etree.SubElement(element, name).text = member
        write_extensions(element, {name: member for name, member in value.items() if name.startswith("{")})

    def _write_sensor_element(self, parent: Element, sensor: Mapping[str, Raw]) -> None:
        element = etree.SubElement(parent, "sensorElement")
        if "sensorMetadata" in sensor:
            self._write_attributes(etree.SubElement(element, "sensorMetadata"), sensor["sensorMetadata"])
        for report in sensor.get("sensorReport", ()):
            self._write_attributes(etree.SubElement(element, "sensorReport"), report)
        write_extensions(element, {name: value for name, value in sensor.items() if name.startswith("{")})

    def _write_attributes(self, element: Element, values: Mapping[str, Raw]) -> None:
        for name, value in values.items():
            if name in _REPORT_WORDS:
                element.set(name, self._word(value, _REPORT_WORDS[name]))
            elif isinstance(value, str) or not name.startswith("{"):
                element.set(_tag(name), plain_text(value))
            else:
                # An attribute has no type and no members: what is no text stands below.
                write_extension(element, name, value)

    def _word(self, text: str, words: vocabulary.Vocabulary) -> str:
        """Return a word in the wanted writing, an address as it is."""
        if text not in words.words:
            return text
        match self._cbv_format:
            case CbvXmlFormat.NEVER_TRANSLATES:
                return self._writings.get(words.address(text), words.in_xml(text))
            case CbvXmlFormat.ALWAYS_WEB_URI:
                return words.address(text)
            case CbvXmlFormat.ALWAYS_URN | CbvXmlFormat.NO_PREFERENCE:
                return words.in_xml(text)


def write_extensions(parent: Element, values: Mapping[str, Raw]) -> None:
    """Write extensions as child elements, and the attributes that stand beside them."""
    for name, value in values.items():
        if name == ATTRIBUTES:
            write_attributes(parent, value)
        else:
            write_extension(parent, name, value)


def write_extension(parent: Element, name: str, value: Raw) -> None:
    """Write one extension: a list as elements of one name, an object as an element with children."""
    for place, member in leaves_of(value):
        element = etree.SubElement(parent, _tag(name))
        write_content(element, member)
        if place is not None:
            element.set(PLACE, " ".join(map(str, place)))


def write_content(element: Element, value: Raw) -> None:
    """Write what an element holds: a scalar, or the members of an object."""
    if not isinstance(value, dict):
        write_value(element, value)
        return
    if OWN_TEXT in value:
        write_value(element, value[OWN_TEXT])
    if CONTENT in value:
        _write_nodes(element, value[CONTENT])
    others = {name: member for name, member in value.items() if name not in {OWN_TEXT, CONTENT}}
    write_extensions(element, others)


def _write_nodes(element: Element, nodes: Sequence[Raw]) -> None:
    """Write texts and children in order; ``xml:space`` keeps spaces that no other text marks as content."""
    texts = [node for node in nodes if isinstance(node, str)]
    if texts and not any(text.strip() for text in texts):
        element.set(SPACE, "preserve")
    last = None
    for node in nodes:
        if not isinstance(node, str):
            ((name, value),) = node.items()
            last = etree.SubElement(element, _tag(name))
            write_content(last, value)
        elif last is None:
            element.text = node
        else:
            last.tail = node


def _write_quantity(parent: Element, quantity: Mapping[str, Raw]) -> None:
    element = etree.SubElement(parent, "quantityElement")
    for member in ("epcClass", "quantity", "uom"):
        if member in quantity:
            value = quantity[member]
            # XML Schema has decimals without a power of ten.
            text = format(value, "f") if isinstance(value, Decimal) else value
            etree.SubElement(element, member).text = text


def _tag(name: str) -> str:
    namespace, local = split_name(name)
    return f"{{{namespace}}}{local}" if namespace else local
