"""Reading EPCIS 2.0 XML (and the 1.2 namespace, whose events have the same shape): documents, answers, jobs.

The XML is first given the shape of the JSON that it stands for, then brought into normal form by the same code.
Entities are refused, the network is never asked, depth and size are bounded.
"""

import re
from collections.abc import Callable
from dataclasses import replace

from lxml import etree

from traceability.epcis.assembly import assembled_events, verify_size
from traceability.epcis.context import STANDARD
from traceability.epcis.document import Document, DocumentKind
from traceability.epcis.limits import DEFAULT_LIMITS, Limits
from traceability.epcis.master_data import vocabularies_of
from traceability.epcis.normal_form import EVENT_TYPES, NormalForm
from traceability.epcis.problem import DocumentInvalid, Problem
from traceability.epcis.raw import Element, Raw
from traceability.epcis.values import Values
from traceability.epcis.xml_shape import (
    child_named,
    children_of,
    event_shape,
    extension_shape,
    local_name,
    own_text,
)
from traceability.epcis.xml_values import XSI

_ENCODINGS = frozenset({"utf-8", "utf8", "us-ascii", "ascii", "iso-8859-1"})
_DECLARED_ENCODING = re.compile(rb"\A\s*<\?xml[^>]*?encoding\s*=\s*[\"']([A-Za-z0-9._-]+)[\"']")
_SBDH_TEXTS = {
    "sender": ("Sender", "Identifier"),
    "receiver": ("Receiver", "Identifier"),
    "instanceIdentifier": ("DocumentIdentification", "InstanceIdentifier"),
}
_VERSIONS = frozenset({"2", "2.0", "2.0.0", "2.0.1", "1", "1.0", "1.1", "1.2"})


def read_xml(data: bytes, limits: Limits = DEFAULT_LIMITS, *, tolerant: bool = False) -> Document:
    """Return what an XML text holds; `tolerant` as in `read_json`.

    Raises:
        DocumentInvalid: the text is no XML, declares entities, is no document of these kinds, or something is wrong.
    """
    verify_size(data, limits)
    root = _root(data)
    problems: list[Problem] = []
    form = NormalForm(STANDARD, limits, problems, as_text=True)
    values = form.values
    name = local_name(root)
    if name in EVENT_TYPES:
        entries = assembled_events(
            [root], lambda event, _: form.event(event_shape(event), ""), problems, "", tolerant=tolerant
        )
        return Document(DocumentKind.EVENT, entries, base="", namespaces=_declared(root), warnings=tuple(problems))
    if name == "EPCISCaptureJob":
        return Document(DocumentKind.CAPTURE_JOB, fields=_job(root))
    if name not in {"EPCISDocument", "EPCISQueryDocument", "EPCISMasterDataDocument"}:
        cure = f"<{name[:64]}> is no EPCIS document; give an EPCISDocument, an EPCISQueryDocument or a single event."
        raise DocumentInvalid([Problem("/type", "type-unknown", cure, root.sourceline)])
    if root.get("schemaVersion") not in _VERSIONS | {None}:
        raise DocumentInvalid(
            [Problem("/schemaVersion", "version-unknown", "This service reads EPCIS 2.0 and 1.2.", root.sourceline)]
        )
    creation = values.time(root.get("creationDate"), "/creationDate") if root.get("creationDate") else None
    body = child_named(root, "EPCISBody")
    if body is None:
        problems.append(Problem("/epcisBody", "field-missing", "Give EPCISBody.", root.sourceline))
    header = _header(root, values)
    if problems:
        raise DocumentInvalid(problems)
    version = root.get("schemaVersion")
    head = Document(DocumentKind.EVENTS, schema_version=version, creation_date=creation, header=header)
    return _document(root, body, head, form, limits, tolerant=tolerant)


def _document(
    root: Element, body: Element, head: Document, form: NormalForm, limits: Limits, *, tolerant: bool
) -> Document:
    values = form.values
    results = child_named(body, "QueryResults")
    fields: dict[str, Raw] = {}
    base, holder = "/epcisBody/eventList", body
    if results is not None:
        base = "/epcisBody/queryResults/resultsBody/eventList"
        holder = child_named(results, "resultsBody")
        for name in ("queryName", "subscriptionID"):
            element = child_named(results, name)
            if element is not None:
                fields[name] = own_text(element)
    listed = child_named(holder, "EventList") if holder is not None else None
    vocabularies = _vocabularies(root, body, holder, form)
    events = [] if listed is None else list(children_of(listed))
    if listed is None and not vocabularies and results is None:
        values.problems.append(Problem(base, "field-missing", "Give EventList.", root.sourceline))
    if len(events) > limits.events:
        cure = f"A document has at most {limits.events} events; this has {len(events)}. Send it in parts."
        values.refuse(base, "too-many", cure)
    if values.problems:
        raise DocumentInvalid(values.problems)
    entries = assembled_events(events, _with_lines(form, values.problems), values.problems, base, tolerant=tolerant)
    kind = DocumentKind.EVENTS
    if results is not None or local_name(root) == "EPCISQueryDocument":
        kind = DocumentKind.QUERY_RESULT
    elif not entries and vocabularies:
        kind = DocumentKind.MASTER_DATA
    return replace(
        head,
        kind=kind,
        entries=entries,
        base=base,
        vocabularies=vocabularies,
        namespaces=_declared(root, *events),
        warnings=tuple(values.problems),
        fields=fields,
    )


def _with_lines(form: NormalForm, problems: list[Problem]) -> Callable[[Raw, str], dict[str, Raw]]:
    """Return the reader of one event element, which gives its problems the line where the event begins."""

    def normal(element: Element, pointer: str) -> dict[str, Raw]:
        before = len(problems)
        body = form.event(event_shape(element), pointer)
        for index in range(before, len(problems)):
            problems[index] = replace(problems[index], line=element.sourceline)
        return body

    return normal


def _header(root: Element, values: Values) -> dict[str, str]:
    header = child_named(root, "EPCISHeader")
    document_header = child_named(header, "StandardBusinessDocumentHeader") if header is not None else None
    if document_header is None:
        return {}
    texts: dict[str, str] = {}
    for name, (outer, inner) in _SBDH_TEXTS.items():
        element = child_named(document_header, outer)
        element = child_named(element, inner) if element is not None else None
        if element is not None and (text := values.filled_text(own_text(element), f"/{name}")):
            texts[name] = text
    return texts


def _vocabularies(root: Element, body: Element, holder: Element, form: NormalForm) -> tuple[Raw, ...]:
    header = child_named(root, "EPCISHeader")
    places = [body, holder] if holder is not body and holder is not None else [body]
    if header is not None:
        extension = child_named(header, "extension")
        for outer in (extension, header):
            data = child_named(outer, "EPCISMasterData") if outer is not None else None
            if data is not None:
                places.append(data)
    for place in places:
        found = child_named(place, "VocabularyList")
        if found is not None:
            pointer = (
                "/epcisBody/vocabularyList"
                if place in (body, holder)
                else "/epcisHeader/epcisMasterData/vocabularyList"
            )
            return vocabularies_of([_vocabulary(element) for element in children_of(found)], pointer, form)
    return ()


def _vocabulary(element: Element) -> dict[str, Raw]:
    listed = child_named(element, "VocabularyElementList")
    return {
        "type": element.get("type"),
        "vocabularyElementList": [
            _vocabulary_element(item) for item in (children_of(listed) if listed is not None else ())
        ],
    }


def _vocabulary_element(element: Element) -> dict[str, Raw]:
    attributes, children = [], []
    for child in children_of(element):
        if local_name(child) == "attribute":
            attributes.append({"id": child.get("id"), "attribute": extension_shape(child, skip=("id",))})
        elif local_name(child) == "children":
            children += [own_text(identity) for identity in children_of(child)]
    return {"id": element.get("id"), "attributes": attributes, "children": children}


def _job(root: Element) -> dict[str, Raw]:
    fields: dict[str, Raw] = {name: value for name, value in root.attrib.items() if not name.startswith("{")}
    for name in ("running", "success"):
        if name in fields:
            fields[name] = fields[name] in {"true", "1"}
    for child in children_of(root):
        if local_name(child) == "errors":
            fields["errors"] = [
                {local_name(member): own_text(member) for member in children_of(error)} for error in children_of(child)
            ]
        else:
            fields[local_name(child)] = own_text(child)
    return fields


def _declared(*elements: Element) -> dict[str, str]:
    declared: dict[str, str] = {}
    for element in elements:
        for prefix, namespace in element.nsmap.items():
            if prefix and not namespace.startswith(("urn:epcglobal:epcis", XSI)):
                declared.setdefault(prefix, namespace)
    return declared


def _root(data: bytes) -> Element:
    _verify_plain(data)
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        attribute_defaults=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
        recover=False,
    )
    try:
        return etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError, LookupError) as error:
        line = getattr(error, "lineno", None) or None
        raise DocumentInvalid([Problem("", "xml-syntax", f"{error or 'No XML'}: correct the XML.", line)]) from None


def _verify_plain(data: bytes) -> None:
    """Raise for encodings in which a declaration of entities could hide, and for such declarations."""
    # XML begins with a bracket; in other families of encodings (UTF-16, EBCDIC) that is another byte.
    if not data.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"<"):
        raise DocumentInvalid([Problem("", "not-utf-8", "Write XML in UTF-8, beginning with an opening bracket.")])
    declared = _DECLARED_ENCODING.match(data.removeprefix(b"\xef\xbb\xbf")[:512])
    if b"\x00" in data[:64] or (declared and declared.group(1).decode().lower() not in _ENCODINGS):
        raise DocumentInvalid([Problem("", "not-utf-8", "Write XML in UTF-8.")])
    if b"<!ENTITY" in data or b"<!ATTLIST" in data:
        cure = "Write values out: a document type with entities or attribute defaults is not read."
        raise DocumentInvalid([Problem("", "entities", cure)])
