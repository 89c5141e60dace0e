"""The JSON shape of an event, made of its XML element: lists, members, attributes, extensions (EPCIS 2.0 §9.5)."""

from collections.abc import Callable, Collection, Mapping
from typing import TypeAlias

from traceability.epcis.raw import Element, Misplaced, Raw
from traceability.epcis.xml_form import ATTRIBUTES, CONTENT, NAMESPACE, OWN_TEXT, names_tell_order, nodes_of
from traceability.epcis.xml_values import NIL, SPACE, attributes_of, gathered, is_mark, keeps_space, placed, value_of

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
    extensions: Gathered = {}
    _add_members(shape, element, extensions)
    _close(shape, extensions)
    return _object_event(shape) if name == QUANTITY_EVENT else shape


def extension_shape(element: Element, skip: tuple[str, ...] = (), *, keep: bool = False) -> Raw:
    """Return the JSON shape of an extension element: its text, or an object of attributes, own text and children.

    Spaces about the text count where ``xml:space`` keeps them (`keep`: from above) and where text and children mix.
    """
    if not len(element) and not element.attrib:
        text = element.text or ""
        return text if keep else text.strip()
    keep = keeps_space(element, above=keep)
    children = children_of(element)
    texts = [element.text or "", *(child.tail or "" for child in children)]
    if not keep and not any(text.strip() for text in texts):
        texts = ["" for _ in texts]
    names = [member_name(child.tag) for child in children]
    own = value_of(element, texts[0].strip())
    if isinstance(own, str):
        own = texts[0] if keep or children else own
    elif not any(text.strip() for text in texts[1:]) and names_tell_order([""], names):
        # A number or truth is no text in which spaces count.
        texts[1:] = ["" for _ in children]
    shape: dict[str, Raw] = {ATTRIBUTES: found} if (found := attributes_of(element, skip)) else {}
    if not shape and not children:
        return own
    if (children and element.get(SPACE) != "preserve" and own != _trimmed(own)) or not names_tell_order(texts, names):
        inner = [(name, _value(child, keep=keep)) for name, child in zip(names, children, strict=True)]
        return shape | {CONTENT: nodes_of(texts, inner)}
    if own != "":
        shape[OWN_TEXT] = own
    members: Gathered = {}
    for name, child in zip(names, children, strict=True):
        _collect(members, name, child, keep=keep)
    _close(shape, members)
    return shape


def extensions_below(element: Element, known: Collection[str]) -> dict[str, Raw]:
    """Return the extensions among attributes and children of an element of the document's frame, wrappers included.

    What the standard puts there (`known`) is passed over, and so is what has no namespace (see xml_frame.py).
    """
    shape: dict[str, Raw] = {}
    members: Gathered = {}
    _add_foreign(shape, members, element, known)
    _close(shape, members)
    return shape


def _object_event(shape: dict[str, Raw]) -> dict[str, Raw]:
    """Return a QuantityEvent of EPCIS 1.0 as the ObjectEvent that takes its place since 1.1 (EPCIS 1.1 §7.4.5)."""
    amount = {
        name: shape.pop(old) for old, name in (("epcClass", "epcClass"), ("quantity", "quantity")) if old in shape
    }
    return {**shape, "type": "ObjectEvent", "action": "OBSERVE", "quantityList": [amount]}


def _add_foreign(shape: dict[str, Raw], members: Gathered, element: Element, known: Collection[str]) -> None:
    _add_attributes(shape, element, bare=False)
    for child in children_of(element):
        name = member_name(child.tag)
        if name == "extension":
            _add_foreign(shape, members, child, known)
        elif name.startswith("{") and name not in known:
            _collect(members, name, child)


def _add_attributes(shape: dict[str, Raw], element: Element, *, bare: bool = True) -> None:
    """Add the attributes of an element of the standard, or of a wrapper in it.

    One without a namespace of its own, and text about the children, is added under a name that the reader refuses
    (`bare`: unless others look after it).
    """
    for name, value in element.attrib.items():
        if is_mark(name):
            continue
        if name.startswith("{") and not name.startswith(_EPCIS_NAMESPACES):
            shape.setdefault(ATTRIBUTES, {})[name] = value
        elif bare:
            shape[f"@{member_name(name)}"] = value
    if bare and (text := stray_text(element)):
        shape[OWN_TEXT] = text


def stray_text(element: Element) -> str:
    """Return the text that stands before, between and behind the children of an element that should have none."""
    text = element.text or ""
    for child in element:
        if child.tail:
            text += child.tail
    return text.strip()


def _trimmed(value: Raw) -> Raw:
    return value.strip() if isinstance(value, str) else value


def _value(element: Element, *, keep: bool = False) -> Raw:
    if element.tag.startswith(f"{{{NAMESPACE}}}"):
        return Misplaced("a name that JSON has for the form of XML")
    return extension_shape(element, keep=keep)


def _collect(members: Gathered, name: str, element: Element, *, keep: bool = False) -> None:
    members.setdefault(name, []).append(placed(element, _value(element, keep=keep)))


def _close(shape: dict[str, Raw], members: Gathered) -> None:
    """Add the collected members; elements of one name are the members of a list."""
    for name, values in members.items():
        shape[name] = gathered(values)


def _add_members(shape: dict[str, Raw], element: Element, extensions: Gathered) -> None:
    _add_attributes(shape, element)
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
        if stray_text(element) or _own_attributes(element):
            return Misplaced("text or an attribute where only elements stand")
        shape: dict[str, Raw] = {}
        for child in children_of(element):
            shape.setdefault(member_name(child.tag), []).append(leaf(child))
        return shape
    return _scalar(element)


def _list(name: str, element: Element) -> Raw:
    """Return a list of the standard; an element that does not belong in it stands there as misplaced."""
    member = _LISTS[name]
    if stray_text(element) or _own_attributes(element):
        return Misplaced("text or an attribute where only elements stand")
    items = [
        _ITEMS[member](child, member) if member_name(child.tag) == member else Misplaced(f"<{local_name(child)[:64]}>")
        for child in children_of(element)
        # A wrapper of 1.x with nothing in it is nothing.
        if local_name(child) not in _WRAPPERS or len(child) or child.attrib or own_text(child)
    ]
    return Misplaced("nothing") if not items and member in _NEVER_EMPTY else items


def _members(element: Element, _: str = "") -> Raw:
    if stray_text(element):
        return Misplaced("text where only elements stand")
    shape: dict[str, Raw] = {}
    extensions: Gathered = {}
    _add_inner(shape, element, extensions)
    _close(shape, extensions)
    return shape


def _add_inner(shape: dict[str, Raw], element: Element, extensions: Gathered) -> None:
    _add_attributes(shape, element)
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
    if stray_text(element):
        return Misplaced("text where only elements stand")
    shape: dict[str, Raw] = {}
    extensions: Gathered = {}
    _add_sensor(shape, element, extensions)
    _close(shape, extensions)
    return shape


def _add_sensor(shape: dict[str, Raw], element: Element, extensions: Gathered) -> None:
    _add_attributes(shape, element)
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


def _attributes(element: Element) -> Raw:
    """Return what a sensor's report or metadata says in attributes; extensions that are no text stand in elements."""
    if stray_text(element):
        return Misplaced("text where only attributes stand")
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
