"""Reading EPCIS XML, 2.0 and 1.x: documents, answers of queries, master data, capture jobs and single events.

The XML is first given the shape of the JSON that it stands for, then brought into normal form by the same code. What 1.x
nests in ``extension`` and ``baseExtension`` stands in 2.0 beside its neighbours, so both come out alike.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace

from traceability.epcis.assembly import assembled_events, verify_size
from traceability.epcis.context import STANDARD
from traceability.epcis.document import Document, DocumentKind, FrameExtensions, MasterVocabulary
from traceability.epcis.event import Event
from traceability.epcis.header import BUSINESS_HEADER, says_more, texts_of
from traceability.epcis.limits import DEFAULT_LIMITS, Limits
from traceability.epcis.master_data import vocabularies_of
from traceability.epcis.normal_form import EVENT_TYPES, NormalForm
from traceability.epcis.problem import DocumentInvalid, Problem, errors_of
from traceability.epcis.raw import Element, Raw
from traceability.epcis.xml_form import ATTRIBUTES
from traceability.epcis.xml_frame import frame_problems
from traceability.epcis.xml_parsing import declared_namespaces, parsed_xml
from traceability.epcis.xml_shape import (
    QUANTITY_EVENT,
    child_named,
    children_of,
    event_shape,
    extension_shape,
    extensions_below,
    leaf,
    local_name,
    member_name,
    own_text,
)
from traceability.epcis.xml_values import Placed, gathered, placed

_FRAME = frozenset({"EPCISHeader", "EPCISBody"})
_BODY = frozenset({"{urn:epcglobal:epcis-query:xsd:2}QueryResults", "{urn:epcglobal:epcis-query:xsd:1}QueryResults"})
_FRAME_OF_EVENT = frozenset({"@schemaVersion", "@creationDate"})
HEADER_EXTENSIONS = "headerExtensions"
"""The element under which extensions of the header stand: the schema has room there for names without a namespace only."""
_VERSIONS = frozenset({"2", "2.0", "2.0.0", "2.0.1", "1", "1.0", "1.1", "1.2"})


def read_xml(data: bytes, limits: Limits = DEFAULT_LIMITS, *, tolerant: bool = False) -> Document:
    """Return what an XML text holds; `tolerant` as in `read_json`.

    Raises:
        DocumentInvalid: the text is no XML, declares entities, is no document of these kinds, or something is wrong.
    """
    verify_size(data, limits)
    root = parsed_xml(data)
    problems: list[Problem] = []
    form = NormalForm(STANDARD, limits, problems, as_text=True)
    values = form.values
    name = local_name(root)
    if name in EVENT_TYPES or name == QUANTITY_EVENT:
        return _single_event(root, form, tolerant=tolerant)
    if name == "EPCISCaptureJob":
        return Document(DocumentKind.CAPTURE_JOB, fields=_job(root))
    if name not in {"EPCISDocument", "EPCISQueryDocument", "EPCISMasterDataDocument"}:
        cure = f"<{name[:64]}> is no EPCIS document; give an EPCISDocument, an EPCISQueryDocument or a single event."
        raise DocumentInvalid([Problem("/type", "type-unknown", cure, root.sourceline)])
    if root.get("schemaVersion") not in _VERSIONS | {None}:
        raise DocumentInvalid(
            [Problem("/schemaVersion", "version-unknown", "This service reads EPCIS 2.0 and 1.2.", root.sourceline)]
        )
    problems += frame_problems(root)
    creation = values.time(root.get("creationDate"), "/creationDate") if root.get("creationDate") else None
    body = child_named(root, "EPCISBody")
    if body is None:
        problems.append(Problem("/epcisBody", "field-missing", "Give EPCISBody.", root.sourceline))
    identity = values.uri(root.get("id"), "/id") if root.get("id") else None
    extensions = _frame_extensions(root, body, form, creation)
    header = child_named(root, "EPCISHeader")
    business = child_named(header, BUSINESS_HEADER) if header is not None else None
    if errors_of(problems):
        raise DocumentInvalid(errors_of(problems))
    head = Document(
        DocumentKind.EVENTS,
        schema_version=root.get("schemaVersion"),
        creation_date=creation,
        id=identity,
        header={} if business is None else texts_of(extension_shape(business)),
        extensions=extensions,
    )
    return _document(root, body, head, form, limits, tolerant=tolerant)


def _single_event(root: Element, form: NormalForm, *, tolerant: bool) -> Document:
    """Return one event by itself; some stand with the version and date of a document."""
    values = form.values
    creation = values.time(root.get("creationDate"), "/creationDate") if root.get("creationDate") else None

    def normal(element: Element, _: str) -> Event:
        shape = event_shape(element)
        return form.event({name: shape[name] for name in shape if name not in _FRAME_OF_EVENT}, "")

    entries = assembled_events([root], normal, values.problems, "", tolerant=tolerant)
    return Document(
        DocumentKind.EVENT,
        entries,
        base="",
        schema_version=root.get("schemaVersion"),
        creation_date=creation,
        namespaces=declared_namespaces(root),
        warnings=tuple(values.problems),
    )


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
    vocabularies, vocabulary_base = _vocabularies(root, body, holder, form)
    events = [] if listed is None else list(_events(listed))
    if listed is None and not vocabularies and results is None:
        values.problems.append(Problem(base, "field-missing", "Give EventList.", root.sourceline))
    if len(events) > limits.events:
        cure = f"A document has at most {limits.events} events; this has {len(events)}. Send it in parts."
        values.refuse(base, "too-many", cure)
    if errors_of(values.problems):
        raise DocumentInvalid(errors_of(values.problems))
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
        vocabulary_base=vocabulary_base,
        namespaces=declared_namespaces(root),
        warnings=tuple(values.problems),
        fields=fields,
    )


def _events(listed: Element) -> Iterator[Element]:
    """Return the event elements; before 2.0 newer types stood in an ``extension`` (EPCIS 1.2 §9.5)."""
    for child in children_of(listed):
        if local_name(child) == "extension":
            yield from _events(child)
        else:
            yield child


def _with_lines(form: NormalForm, problems: list[Problem]) -> Callable[[Raw, str], Event]:
    """Return the reader of one event element, which gives its problems the line where the event begins."""

    def normal(element: Element, pointer: str) -> Event:
        before = len(problems)
        if member_name(element.tag).startswith("{"):
            cure = f"<{local_name(element)[:64]}> is of another namespace and no event of the standard."
            form.values.refuse(f"{pointer}/type", "type-unknown", cure)
        event = form.event(event_shape(element), pointer)
        for index in range(before, len(problems)):
            problems[index] = replace(problems[index], line=element.sourceline)
        return event

    return normal


def _frame_extensions(root: Element, body: Element, form: NormalForm, creation: str | None) -> FrameExtensions:
    header = child_named(root, "EPCISHeader")
    in_header: dict[str, Raw] = {}
    if header is not None:
        business = child_named(header, BUSINESS_HEADER)
        in_header = extensions_below(header, {BUSINESS_HEADER})
        for place in _wrapped(header):
            if (holder := child_named(place, HEADER_EXTENSIONS)) is not None:
                in_header |= extensions_below(holder, ())
        in_header.pop(ATTRIBUTES, None)
        if business is not None and says_more(shape := extension_shape(business), creation):
            in_header[BUSINESS_HEADER] = shape
    return FrameExtensions(
        form.frame_extensions(extensions_below(root, _FRAME), "", frozenset()),
        form.frame_extensions(in_header, "/epcisHeader", frozenset()),
        form.frame_extensions({} if body is None else extensions_below(body, _BODY), "/epcisBody", frozenset()),
    )


def _wrapped(header: Element) -> Iterator[Element]:
    """Return the header and the wrappers in it, one within the other."""
    place = header
    while place is not None:
        yield place
        place = child_named(place, "extension")


def _vocabularies(
    root: Element, body: Element, holder: Element, form: NormalForm
) -> tuple[tuple[MasterVocabulary, ...], str]:
    """Return the master data of body, answer or header, and the pointer of their list."""
    header = child_named(root, "EPCISHeader")
    answer = "/epcisBody/queryResults/resultsBody/vocabularyList"
    places = [(body, "/epcisBody/vocabularyList")]
    if holder is not body and holder is not None:
        places.append((holder, answer))
    in_header = "/epcisHeader/epcisMasterData/vocabularyList"
    for outer in _wrapped(header) if header is not None else ():
        if (data := child_named(outer, "EPCISMasterData")) is not None:
            places.append((data, in_header))
    for place, pointer in places:
        found = child_named(place, "VocabularyList")
        if found is not None:
            return vocabularies_of([_vocabulary(element) for element in children_of(found)], pointer, form), pointer
    return (), in_header


def _vocabulary(element: Element) -> dict[str, Raw]:
    listed = child_named(element, "VocabularyElementList")
    return {
        "type": element.get("type"),
        "vocabularyElementList": [
            _vocabulary_element(item) for item in (children_of(listed) if listed is not None else ())
        ],
    }


def _vocabulary_element(element: Element) -> dict[str, Raw]:
    attributes: list[dict[str, Raw]] = []
    children: list[Raw] = []
    lists: dict[str, list[Raw]] = {}
    for child in children_of(element):
        if local_name(child) == "attribute":
            name, value = child.get("id"), placed(child, extension_shape(child, skip=("id",)))
            if not isinstance(value, Placed):
                attributes.append({"id": name, "attribute": value})
            elif (value.place[0] == 0 and not any(value.place)) or name not in lists:
                # The first member of a list: the others of this name belong to it.
                lists[name] = [value]
                attributes.append({"id": name, "attribute": lists[name]})
            else:
                lists[name].append(value)
        elif local_name(child) == "children":
            children += [leaf(identity) for identity in children_of(child)]
    for attribute in attributes:
        if isinstance(attribute["attribute"], list):
            attribute["attribute"] = gathered(attribute["attribute"])
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
