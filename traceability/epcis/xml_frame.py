"""Which elements the frame of an XML document has, and how often: header, body, answers and master data (EPCIS 2.0 §9.5).

Order is not asked for, and elements may be qualified: published documents of others have both otherwise than the schema.
What stands there and has no place in the JSON form is named in a warning.
"""

from collections.abc import Iterator, Mapping

from traceability.epcis.problem import Problem
from traceability.epcis.raw import Element
from traceability.epcis.xml_shape import children_of, local_name, member_name, stray_text
from traceability.epcis.xml_values import is_mark

_ONCE, _MANY = 1, 1 << 62
_DOCUMENT = {"EPCISHeader": _ONCE, "EPCISBody": _ONCE, "extension": _ONCE}
_BODY = {"EventList": _ONCE, "VocabularyList": _ONCE, "QueryResults": _ONCE, "extension": _ONCE}
_KNOWN: Mapping[str, Mapping[str, int]] = {
    "EPCISDocument": _DOCUMENT,
    "EPCISQueryDocument": _DOCUMENT,
    "EPCISMasterDataDocument": _DOCUMENT,
    "EPCISHeader": {"StandardBusinessDocumentHeader": _ONCE, "extension": _ONCE},
    "EPCISBody": _BODY,
    "QueryResults": {"queryName": _ONCE, "subscriptionID": _ONCE, "resultsBody": _ONCE, "extension": _ONCE},
    "resultsBody": {"EventList": _ONCE, "VocabularyList": _ONCE},
    "EPCISMasterData": {"VocabularyList": _ONCE, "extension": _ONCE},
    "VocabularyList": {"Vocabulary": _MANY},
    "Vocabulary": {"VocabularyElementList": _ONCE, "extension": _ONCE},
    "VocabularyElementList": {"VocabularyElement": _MANY},
    "VocabularyElement": {"attribute": _MANY, "children": _ONCE, "extension": _ONCE},
    "children": {"id": _MANY},
    "EPCISHeader/extension": {"EPCISMasterData": _ONCE, "extension": _ONCE},
}
_OPEN = frozenset({"EPCISDocument", "EPCISQueryDocument", "EPCISMasterDataDocument", "EPCISBody", "QueryResults"}) | {
    "Vocabulary",
    "VocabularyElement",
}
"""Where extensions of other namespaces may stand."""
_CLOSED = frozenset({"EPCISMasterData", "VocabularyList", "VocabularyElementList"})
_CARRYING = frozenset({"EPCISDocument", "EPCISQueryDocument", "EPCISMasterDataDocument", "EPCISBody"})
"""Where extensions are read, attributes of other namespaces among them."""
_ATTRIBUTES: Mapping[str, frozenset[str]] = {
    **dict.fromkeys(
        ("EPCISDocument", "EPCISQueryDocument", "EPCISMasterDataDocument"),
        frozenset({"schemaVersion", "creationDate", "id"}),
    ),
    "Vocabulary": frozenset({"type"}),
    "VocabularyElement": frozenset({"id"}),
}
_READ_IN_HEADER = frozenset({"EPCISMasterData", "headerExtensions", "extension"})
_POINTERS = {"EPCISHeader": "/epcisHeader", "EPCISBody": "/epcisBody"}
_REQUIRED = {"EPCISMasterData": "VocabularyList", "VocabularyElementList": "VocabularyElement"}
_NOT_EMPTY_OF_ATTRIBUTES = ("schemaVersion", "creationDate")


def frame_problems(root: Element) -> Iterator[Problem]:
    """Return what is missing from the frame of a document, stands in it twice, or does not belong there."""
    for name in _NOT_EMPTY_OF_ATTRIBUTES:
        if not root.get(name):
            yield Problem(f"/{name}", "field-missing", f"A document has {name}.", root.sourceline)
    yield from _below(root, local_name(root), "")


def _below(element: Element, place: str, pointer: str) -> Iterator[Problem]:
    known = _KNOWN[place]
    found: dict[str, int] = {}
    if place in _CLOSED and element.attrib:
        cure = f"<{local_name(element)}> has no attributes."
        yield Problem(pointer, "field-unknown", cure, element.sourceline)
    else:
        yield from _attributes_left_out(element, place, pointer)
    if stray_text(element):
        yield Problem(
            pointer, "not-an-object", f"<{local_name(element)}> holds elements, not text.", element.sourceline
        )
    for child in children_of(element):
        name = local_name(child)
        below = pointer or _POINTERS.get(name, "")
        if name in known and _is_standard(child):
            found[name] = found.get(name, 0) + 1
            if found[name] > known[name]:
                yield Problem(below, "repeated", f"<{name}> stands twice; give it once.", child.sourceline)
            inner = f"{place}/{name}" if f"{place}/{name}" in _KNOWN else name
            if name == "EventList":
                if stray_text(child):
                    yield Problem(below, "not-a-list", "<EventList> holds events, not text.", child.sourceline)
                yield from _attributes_left_out(child, name, below)
            if inner in _KNOWN:
                yield from _below(child, inner, below)
            elif name == "extension":
                yield from _in_wrapper(child, place, below)
        elif place not in _OPEN or not child.tag.startswith("{"):
            cure = f"<{name[:64]}> does not stand in <{local_name(element)}>; correct it or take it out."
            yield Problem(pointer, "field-unknown", cure, child.sourceline)
        elif place not in _CARRYING:
            yield _left_out(child, pointer)
    if place in _REQUIRED and _REQUIRED[place] not in found:
        yield Problem(pointer, "field-missing", f"Give <{_REQUIRED[place]}>.", element.sourceline)


def _in_wrapper(wrapper: Element, place: str, pointer: str) -> Iterator[Problem]:
    """Return what stands in an ``extension`` and is not read: all, or what has no namespace."""
    yield from _attributes_left_out(wrapper, place, pointer)
    if text := stray_text(wrapper):
        cure = f"The text {text[:32]!r} has no place in an EPCIS document and is left out."
        yield Problem(pointer, "left-out", cure, wrapper.sourceline, is_warning=True)
    of_header = place.startswith("EPCISHeader")
    for child in children_of(wrapper):
        name = member_name(child.tag)
        if name == "extension":
            yield from _in_wrapper(child, place, pointer)
        elif (of_header and name not in _READ_IN_HEADER and not name.startswith("{")) or (
            not of_header and not (place in _CARRYING and name.startswith("{"))
        ):
            yield _left_out(child, pointer)


def _attributes_left_out(element: Element, place: str, pointer: str) -> Iterator[Problem]:
    known = _ATTRIBUTES.get(place, frozenset())
    for name in element.attrib:
        carried = place in _CARRYING and member_name(name).startswith("{")
        if name not in known and not carried and not is_mark(name):
            cure = f"<{local_name(element)}> has no attribute {name[:64]!r} in JSON; it is left out."
            yield Problem(pointer, "left-out", cure, element.sourceline, is_warning=True)


def _left_out(element: Element, pointer: str) -> Problem:
    cure = f"<{local_name(element)[:64]}> has no place in the JSON form of this document and is left out."
    return Problem(pointer, "left-out", cure, element.sourceline, is_warning=True)


def _is_standard(child: Element) -> bool:
    return not member_name(child.tag).startswith("{") or local_name(child) in {
        "StandardBusinessDocumentHeader",
        "QueryResults",
    }
