"""Writing documents as EPCIS 2.0 XML (EPCIS 2.0 §9.5, §10): events, the answer of a query, master data; header included."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from lxml import etree

from traceability.epcis.document import Document, DocumentKind, FrameExtensions, MasterVocabulary
from traceability.epcis.epc_format import CbvXmlFormat
from traceability.epcis.event import Event
from traceability.epcis.header import BUSINESS_HEADER, NAMESPACE, PREFIX, business_header
from traceability.epcis.prefixes import prefixes_of
from traceability.epcis.raw import Element, Raw
from traceability.epcis.times import written_moment
from traceability.epcis.xml_event_writing import EventWriter, write_content, write_extensions
from traceability.epcis.xml_form import XML, XSI
from traceability.epcis.xml_reading import HEADER_EXTENSIONS
from traceability.epcis.xml_values import MARKS, PLACE, XSD, leaves_of

_EPCIS = "urn:epcglobal:epcis:xsd:2"
_QUERY = "urn:epcglobal:epcis-query:xsd:2"
_MASTER_DATA = "urn:epcglobal:epcis-masterdata:xsd:2"
_STANDARD = {"epcis": _EPCIS, "gs1": "https://gs1.org/voc/", "cbv": "https://ref.gs1.org/cbv/"}


def write_xml(
    events: Sequence[Event],
    *,
    creation_date: datetime | str | None = None,
    document_id: str | None = None,
    header: Mapping[str, str] | None = None,
    namespaces: Mapping[str, str] | None = None,
    query_name: str | None = None,
    subscription_id: str | None = None,
    vocabularies: Sequence[MasterVocabulary] = (),
    extensions: FrameExtensions | None = None,
    record_times: Sequence[str | None] = (),
    cbv_format: CbvXmlFormat = CbvXmlFormat.NO_PREFERENCE,
) -> bytes:
    """Return the events as an EPCISDocument, or with `query_name` as an EPCISQueryDocument.

    Master data stand in the header of a document; the answer of a query has them in place of events, as its schema says.
    """
    extensions = extensions or FrameExtensions()
    namespace, name = (_EPCIS, "EPCISDocument") if query_name is None else (_QUERY, "EPCISQueryDocument")
    prefixes = _prefixes(events, vocabularies, extensions, namespaces)
    root = _root(namespace, name, prefixes, creation_date, document_id)
    in_header = vocabularies if query_name is None or events else ()
    _write_header(root, header or {}, extensions, in_header)
    outer = body = etree.SubElement(root, "EPCISBody")
    if query_name is not None:
        results = etree.SubElement(body, f"{{{_QUERY}}}QueryResults")
        etree.SubElement(results, "queryName").text = query_name
        if subscription_id is not None:
            etree.SubElement(results, "subscriptionID").text = subscription_id
        body = etree.SubElement(results, "resultsBody")
    if vocabularies and not in_header:
        _write_vocabularies(body, vocabularies)
    else:
        listed = etree.SubElement(body, "EventList")
        writer = EventWriter(cbv_format)
        for index, event in enumerate(events):
            writer.write(listed, event, record_times[index] if index < len(record_times) else None)
    write_extensions(outer, extensions.body)
    write_extensions(root, extensions.document)
    return _text(root)


def write_xml_master_data(
    vocabularies: Sequence[MasterVocabulary],
    *,
    creation_date: datetime | str | None = None,
    document_id: str | None = None,
    header: Mapping[str, str] | None = None,
    namespaces: Mapping[str, str] | None = None,
    extensions: FrameExtensions | None = None,
) -> bytes:
    """Return master data as a document of their own, an EPCISMasterDataDocument."""
    extensions = extensions or FrameExtensions()
    prefixes = _prefixes((), vocabularies, extensions, namespaces)
    root = _root(_MASTER_DATA, "EPCISMasterDataDocument", prefixes, creation_date, document_id)
    _write_header(root, header or {}, extensions, ())
    body = etree.SubElement(root, "EPCISBody")
    _write_vocabularies(body, vocabularies)
    write_extensions(body, extensions.body)
    write_extensions(root, extensions.document)
    return _text(root)


def write_xml_document(document: Document, *, cbv_format: CbvXmlFormat = CbvXmlFormat.NO_PREFERENCE) -> bytes:
    """Return a document that was read as XML; a single event becomes a document with that event."""
    if document.kind is DocumentKind.MASTER_DATA:
        return write_xml_master_data(
            document.vocabularies,
            creation_date=document.creation_date,
            document_id=document.id,
            header=document.header,
            namespaces=document.namespaces,
            extensions=document.extensions,
        )
    is_answer = document.kind is DocumentKind.QUERY_RESULT
    return write_xml(
        document.events,
        creation_date=document.creation_date,
        document_id=document.id,
        header=document.header,
        namespaces=document.namespaces,
        query_name=str(document.fields.get("queryName", "")) if is_answer else None,
        subscription_id=document.fields.get("subscriptionID"),
        vocabularies=document.vocabularies,
        extensions=document.extensions,
        cbv_format=cbv_format,
    )


def _prefixes(
    events: Iterable[Event],
    vocabularies: Iterable[MasterVocabulary],
    extensions: FrameExtensions,
    namespaces: Mapping[str, str] | None,
) -> dict[str, str]:
    others: list[Raw] = [value for item in vocabularies for element in item.elements for _, value in element.attributes]
    others += [extensions.document, extensions.header, extensions.body]
    return prefixes_of(events, {PREFIX: NAMESPACE, **(namespaces or {})}, others)


def _root(
    namespace: str, name: str, prefixes: Mapping[str, str], creation_date: datetime | str | None, identity: str | None
) -> Element:
    declared: dict[str | None, str] = {prefix: own for own, prefix in prefixes.items() if own != XML}
    declared.update(_STANDARD)
    declared.update({"xsd": XSD, "xsi": XSI, "suyuan-json": MARKS})
    if namespace != _EPCIS:
        declared["epcisq" if namespace == _QUERY else "epcismd"] = namespace
    root = etree.Element(f"{{{namespace}}}{name}", nsmap=declared)
    root.set("schemaVersion", "2.0")
    root.set("creationDate", written_moment(creation_date))
    if identity is not None:
        root.set("id", identity)
    return root


def _text(root: Element) -> bytes:
    # What nothing uses need not be declared; the types that values name must be.
    types = {str(kind).rpartition(":")[0] for kind in root.xpath("//@xsi:type", namespaces={"xsi": XSI})}
    etree.cleanup_namespaces(root, keep_ns_prefixes=["epcis", "epcisq", "epcismd", "gs1", "cbv", "xsd", *sorted(types)])
    text: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8")
    return text


def _write_header(
    root: Element, texts: Mapping[str, str], extensions: FrameExtensions, vocabularies: Sequence[MasterVocabulary]
) -> None:
    others = {name: value for name, value in extensions.header.items() if name != BUSINESS_HEADER}
    whole = extensions.header.get(BUSINESS_HEADER)
    if not texts and whole is None and not others and not vocabularies:
        return
    header = etree.SubElement(root, "EPCISHeader")
    if whole is not None or texts:
        shape = whole if whole is not None else business_header(texts, root.get("creationDate"))
        write_content(etree.SubElement(header, BUSINESS_HEADER, nsmap={PREFIX: NAMESPACE}), shape)
    if others or vocabularies:
        place = etree.SubElement(header, "extension")
        if vocabularies:
            _write_vocabularies(etree.SubElement(place, "EPCISMasterData"), vocabularies)
        if others:
            write_extensions(etree.SubElement(etree.SubElement(place, "extension"), HEADER_EXTENSIONS), others)


def _write_vocabularies(parent: Element, vocabularies: Sequence[MasterVocabulary]) -> None:
    listed = etree.SubElement(parent, "VocabularyList")
    for vocabulary in vocabularies:
        outer = etree.SubElement(listed, "Vocabulary")
        outer.set("type", vocabulary.type)
        elements = etree.SubElement(outer, "VocabularyElementList") if vocabulary.elements else None
        for item in vocabulary.elements:
            element = etree.SubElement(elements, "VocabularyElement")
            element.set("id", item.id)
            for name, value in item.attributes:
                _write_attribute(element, name, value)
            if item.children:
                children = etree.SubElement(element, "children")
                for child in item.children:
                    etree.SubElement(children, "id").text = child


def _write_attribute(parent: Element, name: str, value: Raw) -> None:
    """Write an attribute of master data; a list is repeated, each member with its place in it."""
    for index, (place, member) in enumerate(leaves_of(value)):
        element = etree.SubElement(parent, "attribute")
        element.set("id", name)
        write_content(element, member)
        if isinstance(value, list):
            # Attributes of one name may stand apart too; that these are one list, their places say.
            element.set(PLACE, " ".join(map(str, place or (index,))))
