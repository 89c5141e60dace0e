"""The JSON shape of an event, made of its XML element: lists, members, attributes, extensions (EPCIS 2.0 §9.5)."""

from collections.abc import Iterator

from traceability.epcis.raw import Element, Raw

XSI = "http://www.w3.org/2001/XMLSchema-instance"
"""The namespace of type hints, which say nothing about the event."""

OWN_TEXT = "#text"
"""The member that holds an element's own text where it also has attributes or children."""

_EPCIS_NAMESPACES = ("{urn:epcglobal:epcis:xsd:2}", "{urn:epcglobal:epcis:xsd:1}", "{urn:epcglobal:epcis-query:xsd:2}")
_LISTS_OF_TEXTS = frozenset({"epcList", "childEPCs", "inputEPCList", "outputEPCList"})
_LISTS_OF_QUANTITIES = frozenset({"quantityList", "childQuantityList", "inputQuantityList", "outputQuantityList"})
_LISTS_OF_TYPED = {"bizTransactionList": "bizTransaction", "sourceList": "source", "destinationList": "destination"}
_WRAPPERS = frozenset({"extension", "baseExtension"})


def children_of(element: Element) -> Iterator[Element]:
    """Return the child elements (an entity reference or a comment is none)."""
    return (child for child in element if isinstance(child.tag, str))


def local_name(element: Element) -> str:
    """Return an element's name without its namespace."""
    return str(element.tag).rpartition("}")[2]


def member_name(tag: str) -> str:
    """Return a tag as a member name: EPCIS names bare, others ``{namespace}local``."""
    for namespace in _EPCIS_NAMESPACES:
        if tag.startswith(namespace):
            return tag[len(namespace) :]
    return tag


def child_named(element: Element, name: str) -> Element:
    """Return the first child with that local name, or None."""
    for child in children_of(element):
        if local_name(child) == name:
            return child
    return None


def own_text(element: Element) -> str:
    """Return an element's text before its first child, trimmed."""
    return (element.text or "").strip()


def event_shape(element: Element) -> dict[str, Raw]:
    """Return the JSON shape of an event element; a name that stands twice gives a list that the reader refuses."""
    shape: dict[str, Raw] = {"type": local_name(element)}
    _add_members(shape, element)
    return shape


def extension_shape(element: Element, skip: tuple[str, ...] = ()) -> Raw:
    """Return the JSON shape of an extension element: a text, or an object of attributes, children and own text."""
    attributes = {
        name: value for name, value in element.attrib.items() if name not in skip and not name.startswith(f"{{{XSI}}}")
    }
    children = list(children_of(element))
    text = own_text(element)
    if not attributes and not children:
        return text
    shape: dict[str, Raw] = dict(attributes)
    for child in children:
        _add(shape, member_name(child.tag), extension_shape(child))
    if text:
        shape[OWN_TEXT] = text
    return shape


def _add_members(shape: dict[str, Raw], element: Element) -> None:
    for child in children_of(element):
        name = member_name(child.tag)
        if name in _WRAPPERS:
            _add_members(shape, child)
        elif name.startswith("{"):
            _add(shape, name, extension_shape(child))
        else:
            value = _standard(name, child)
            if name in shape:
                shape[name] = [shape[name], value]
            else:
                shape[name] = value


def _add(shape: dict[str, Raw], name: str, value: Raw) -> None:
    """Add a member; elements of one name are the members of a list."""
    if name not in shape:
        shape[name] = value
    elif isinstance(shape[name], list):
        shape[name].append(value)
    else:
        shape[name] = [shape[name], value]


def _standard(name: str, element: Element) -> Raw:
    if name in _LISTS_OF_TEXTS:
        return [own_text(child) for child in children_of(element)]
    if name in _LISTS_OF_QUANTITIES:
        return [_members(child) for child in children_of(element)]
    if name in _LISTS_OF_TYPED:
        return [_typed(child, _LISTS_OF_TYPED[name]) for child in children_of(element)]
    if name == "sensorElementList":
        return [_sensor_element(child) for child in children_of(element)]
    if name in {"readPoint", "bizLocation", "ilmd", "errorDeclaration"}:
        return _members(element)
    if name == "persistentDisposition":
        shape: dict[str, Raw] = {}
        for child in children_of(element):
            shape.setdefault(member_name(child.tag), []).append(own_text(child))
        return shape
    return _scalar(element)


def _members(element: Element) -> dict[str, Raw]:
    shape: dict[str, Raw] = {}
    for child in children_of(element):
        name = member_name(child.tag)
        if name in _WRAPPERS:
            for inner, value in _members(child).items():
                _add(shape, inner, value)
        elif name == "correctiveEventIDs":
            shape[name] = [own_text(identity) for identity in children_of(child)]
        elif name.startswith("{"):
            _add(shape, name, extension_shape(child))
        else:
            _add(shape, name, _scalar(child))
    return shape


def _typed(element: Element, member: str) -> dict[str, Raw]:
    shape: dict[str, Raw] = {member: own_text(element)}
    if element.get("type") is not None:
        shape["type"] = element.get("type")
    return shape


def _sensor_element(element: Element) -> dict[str, Raw]:
    shape: dict[str, Raw] = {}
    for child in children_of(element):
        name = member_name(child.tag)
        if name == "sensorReport":
            shape.setdefault(name, []).append(_attributes(child))
        elif name == "sensorMetadata":
            _add(shape, name, _attributes(child))
        elif name in _WRAPPERS:
            for inner, value in _sensor_element(child).items():
                _add(shape, inner, value)
        else:
            _add(shape, name, extension_shape(child))
    return shape


def _attributes(element: Element) -> dict[str, Raw]:
    shape = {name: value for name, value in element.attrib.items() if not name.startswith(f"{{{XSI}}}")}
    for child in children_of(element):
        _add(shape, member_name(child.tag), extension_shape(child))
    return shape


def _scalar(element: Element) -> Raw:
    if element.get(f"{{{XSI}}}nil") in {"true", "1"}:
        return None
    if any(True for _ in children_of(element)):
        return extension_shape(element)
    return own_text(element)
