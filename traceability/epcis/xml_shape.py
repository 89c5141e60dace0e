"""The JSON shape of an event, made of its XML element: lists, members, attributes, extensions (EPCIS 2.0 §9.5)."""

from collections.abc import Callable, Collection, Mapping
from typing import TypeAlias

from traceability.epcis.raw import Element, Misplaced, Raw
from traceability.epcis.xml_values import NIL, gathered, is_mark, placed, text_of, value_of

OWN_TEXT = "#text"
"""The member that holds an element's own text where it also has attributes or children."""

_EPCIS_NAMESPACES = (
    "{urn:epcglobal:epcis:xsd:2}",
    "{urn:epcglobal:epcis:xsd:1}",
    "{urn:epcglobal:epcis-query:xsd:2}",
    "{urn:epcglobal:epcis-query:xsd:1}",
)
_LISTS: Mapping[str, str] = {
    **dict.fromkeys(("epcList", "childEPCs", "inputEPCList", "outputEPCList"), "epc"),
    **dict.fromkeys(
        ("quantityList", "childQuantityList", "inputQuantityList", "outputQuantityList"), "quantityElement"
    ),
    "bizTransactionList": "bizTransaction",
    "sourceList": "source",
    "destinationList": "destination",
    "sensorElementList": "sensorElement",
    "correctiveEventIDs": "correctiveEventID",
}
"""The lists of the standard and the elements in them."""
_NEVER_EMPTY = frozenset({"bizTransaction", "source", "destination", "sensorElement"})
_WRAPPERS = frozenset({"extension", "baseExtension"})

QUANTITY_EVENT = "QuantityEvent"
"""The event type of EPCIS 1.0 that later versions say with an ObjectEvent."""

Gathered: TypeAlias = dict[str, list[Raw]]
"""The values of elements by their name, in order."""


def children_of(element: Element) -> list[Element]:
    """Return the child elements (an entity reference or a comment is none)."""
    return [child for child in element if type(child.tag) is str]


def local_name(element: Element) -> str:
    """Return an element's name without its namespace."""
    return str(element.tag).rpartition("}")[2]


def member_name(tag: str) -> str:
    """Return a tag as a member name: EPCIS names bare, others ``{namespace}local``."""
    if tag[0] != "{":
        return tag
    for namespace in _EPCIS_NAMESPACES:
        if tag.startswith(namespace):
            return tag[len(namespace) :]
    return tag


def child_named(element: Element, name: str) -> Element:
    """Return the first child with that name, of the standard's namespaces or of none, or None."""
    for child in children_of(element):
        if member_name(child.tag) == name:
            return child
    return None


def own_text(element: Element) -> str:
    """Return an element's text before its first child, trimmed."""
    text = element.text
    return text.strip() if text else ""


def event_shape(element: Element) -> dict[str, Raw]:
    """Return the JSON shape of an event element; a name that stands twice gives a list that the reader refuses."""
    name = local_name(element)
    shape: dict[str, Raw] = {"type": name}
    if text := own_text(element):
        # Between its fields an event has no text; this name is refused with its place.
        shape[OWN_TEXT] = text
    extensions = _foreign_attributes(element)
    _add_members(shape, element, extensions)
    _close(shape, extensions)
    return _object_event(shape) if name == QUANTITY_EVENT else shape


def extension_shape(element: Element, skip: tuple[str, ...] = ()) -> Raw:
    """Return the JSON shape of an extension element: a text, or an object of attributes, children and own text."""
    text = text_of(element)
    if not len(element) and not element.attrib:
        return text
    shape: dict[str, Raw] = {
        name: value for name, value in element.attrib.items() if name not in skip and not is_mark(name)
    }
    members: Gathered = {}
    for child in children_of(element):
        _collect(members, member_name(child.tag), child)
    if not shape and not members:
        return value_of(element, text)
    _close(shape, members)
    if text:
        shape[OWN_TEXT] = value_of(element, text)
    return shape


def extensions_below(element: Element, known: Collection[str]) -> dict[str, Raw]:
    """Return the extensions among attributes and children of an element of the document's frame.

    What the standard puts there (`known`, and its wrappers) is passed over, and so is what has no namespace.
    """
    members = _foreign_attributes(element)
    for child in children_of(element):
        name = member_name(child.tag)
        if name.startswith("{") and name not in known:
            _collect(members, name, child)
    shape: dict[str, Raw] = {}
    _close(shape, members)
    return shape


def _object_event(shape: dict[str, Raw]) -> dict[str, Raw]:
    """Return a QuantityEvent of EPCIS 1.0 as the ObjectEvent that takes its place since 1.1 (EPCIS 1.1 §7.4.5)."""
    amount = {
        name: shape.pop(old) for old, name in (("epcClass", "epcClass"), ("quantity", "quantity")) if old in shape
    }
    return {**shape, "type": "ObjectEvent", "action": "OBSERVE", "quantityList": [amount]}


def _foreign_attributes(element: Element) -> Gathered:
    return {
        name: [value]
        for name, value in element.attrib.items()
        if name.startswith("{") and not is_mark(name) and not name.startswith(_EPCIS_NAMESPACES)
    }


def _collect(members: Gathered, name: str, element: Element) -> None:
    members.setdefault(name, []).append(placed(element, extension_shape(element)))


def _close(shape: dict[str, Raw], members: Gathered) -> None:
    """Add the collected members; elements of one name are the members of a list."""
    for name, values in members.items():
        # An attribute and an element of one name are one list.
        shape[name] = gathered([shape[name], *values] if name in shape else values)


def _add_members(shape: dict[str, Raw], element: Element, extensions: Gathered) -> None:
    for child in children_of(element):
        name = member_name(child.tag)
        if name in _WRAPPERS:
            _add_members(shape, child, extensions)
        elif name.startswith("{"):
            _collect(extensions, name, child)
        else:
            value = _standard(name, child)
            if name == "certificationInfo":
                shape.setdefault(name, []).append(value)
            elif name in shape:
                shape[name] = [shape[name], value]
            else:
                shape[name] = value


def _add(shape: dict[str, Raw], name: str, value: Raw) -> None:
    """Add a member of the standard; one that stands twice gives a list, which the reader refuses."""
    shape[name] = [shape[name], value] if name in shape else value


def _standard(name: str, element: Element) -> Raw:
    if name in _LISTS:
        return _list(name, element)
    if name in {"readPoint", "bizLocation", "ilmd", "errorDeclaration"}:
        return _members(element)
    if name == "persistentDisposition":
        if own_text(element) or _own_attributes(element):
            return Misplaced("text or an attribute where only elements stand")
        shape: dict[str, Raw] = {}
        for child in children_of(element):
            shape.setdefault(member_name(child.tag), []).append(leaf(child))
        return shape
    return _scalar(element)


def _list(name: str, element: Element) -> Raw:
    """Return a list of the standard; an element that does not belong in it stands there as misplaced."""
    member = _LISTS[name]
    if own_text(element) or _own_attributes(element):
        return Misplaced("text or an attribute where only elements stand")
    items = [
        _ITEMS[member](child, member) if member_name(child.tag) == member else Misplaced(f"<{local_name(child)[:64]}>")
        for child in children_of(element)
        if local_name(child) not in _WRAPPERS
    ]
    return Misplaced("nothing") if not items and member in _NEVER_EMPTY else items


def _members(element: Element, _: str = "") -> Raw:
    if own_text(element):
        return Misplaced("text where only elements stand")
    # An attribute of no namespace is refused as a member that nobody knows.
    shape: dict[str, Raw] = {f"@{name}": element.get(name) for name in element.attrib if not name.startswith("{")}
    extensions = _foreign_attributes(element)
    _add_inner(shape, element, extensions)
    _close(shape, extensions)
    return shape


def _add_inner(shape: dict[str, Raw], element: Element, extensions: Gathered) -> None:
    for child in children_of(element):
        name = member_name(child.tag)
        if name in _WRAPPERS:
            _add_inner(shape, child, extensions)
        elif name == "correctiveEventIDs":
            shape[name] = _list(name, child)
        elif name.startswith("{"):
            _collect(extensions, name, child)
        else:
            _add(shape, name, _scalar(child))


def _typed(element: Element, member: str) -> Raw:
    kind = element.get("type")
    text = own_text(element)
    if len(element) or len(_own_attributes(element)) > (kind is not None):
        return Misplaced("an element or attribute where a text stands")
    return {member: text} if kind is None else {member: text, "type": kind}


def leaf(element: Element, _: str = "") -> Raw:
    """Return the text of an element that has nothing else."""
    if len(element) or (element.attrib and _own_attributes(element)):
        return Misplaced("an element or attribute where a text stands")
    return own_text(element)


def _own_attributes(element: Element) -> list[str]:
    return [name for name in element.attrib if not is_mark(name)]


def _sensor_element(element: Element, _: str = "") -> Raw:
    if own_text(element):
        return Misplaced("text where only elements stand")
    shape: dict[str, Raw] = {f"@{name}": element.get(name) for name in element.attrib if not name.startswith("{")}
    extensions = _foreign_attributes(element)
    _add_sensor(shape, element, extensions)
    _close(shape, extensions)
    return shape


def _add_sensor(shape: dict[str, Raw], element: Element, extensions: Gathered) -> None:
    for child in children_of(element):
        name = member_name(child.tag)
        if name == "sensorReport":
            shape.setdefault(name, []).append(_attributes(child))
        elif name == "sensorMetadata":
            _add(shape, name, _attributes(child))
        elif name in _WRAPPERS:
            _add_sensor(shape, child, extensions)
        else:
            _collect(extensions, name, child)


def _attributes(element: Element) -> dict[str, Raw]:
    """Return what a sensor's report or metadata says in attributes; extensions that are no text stand in elements."""
    shape: dict[str, Raw] = {member_name(name): value for name, value in element.attrib.items() if not is_mark(name)}
    members: Gathered = {}
    for child in children_of(element):
        _collect(members, member_name(child.tag), child)
    _close(shape, members)
    return shape


def _scalar(element: Element) -> Raw:
    if element.get(NIL) in {"true", "1"}:
        if len(element) or element.text or _own_attributes(element):
            return Misplaced("something in an element that says it has nothing")
        return None
    return extension_shape(element) if children_of(element) else leaf(element)


_ITEMS: Mapping[str, Callable[[Element, str], Raw]] = {
    "epc": leaf,
    "quantityElement": _members,
    "bizTransaction": _typed,
    "source": _typed,
    "destination": _typed,
    "sensorElement": _sensor_element,
    "correctiveEventID": leaf,
}
