"""What XML says of a value beside its text: number or truth, outer spaces, its place in a list that repeating cannot tell.

Types are those of XML Schema (``xsi:type``), spaces are kept under ``xml:space``. A list is elements of one name, as the
standard has it; only where that would lose something (a list of one member, lists within lists) do its elements say at
which place they stand, in an attribute of our own that others pass over.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from lxml import etree

from traceability.epcis.raw import Element, Raw
from traceability.epcis.values import BOOLEAN_TEXTS, NUMBER, number_of
from traceability.epcis.xml_form import TYPE, XML, XSI

XSD = "http://www.w3.org/2001/XMLSchema"
"""The namespace of the types."""
MARKS = "https://suyuan.example/ns/json"
"""The namespace of what JSON has and XML has not."""

NIL = f"{{{XSI}}}nil"
SPACE = f"{{{XML}}}space"
PLACE = f"{{{MARKS}}}at"

_NUMBERS = frozenset(
    {
        *("decimal", "integer", "int", "long", "short", "byte", "double", "float"),
        *("nonNegativeInteger", "positiveInteger", "nonPositiveInteger", "negativeInteger"),
        *("unsignedLong", "unsignedInt", "unsignedShort", "unsignedByte"),
    }
)
_DEEPEST = 32
_LONGEST_PLACE = 256


@dataclass(frozen=True, slots=True)
class Placed:
    """A value that says where it stands in a list of lists."""

    place: tuple[int, ...]
    value: Raw


def is_mark(name: str) -> bool:
    """Return whether an attribute speaks of its element's value and is none itself."""
    return name.startswith((f"{{{XSI}}}", f"{{{MARKS}}}")) or name == SPACE


def keeps_space(element: Element, *, above: bool) -> bool:
    """Return whether ``xml:space`` keeps an element's outer spaces; `above`: what holds where it says nothing."""
    return {"preserve": True, "default": False}.get(element.get(SPACE, ""), above)


def value_of(element: Element, text: str) -> Raw:
    """Return the text as the number or truth that its ``xsi:type`` names, else the text itself."""
    kind = named_type(element)
    return text if kind is None else typed(kind, text)


def typed(kind: str, text: str) -> Raw:
    """Return a text as the number or truth that a type ``{namespace}local`` makes it, else the text itself."""
    namespace, _, local = kind[1:].partition("}")
    if namespace == XSD and local == "boolean" and text in BOOLEAN_TEXTS:
        return BOOLEAN_TEXTS[text]
    if namespace == XSD and local in _NUMBERS and NUMBER.fullmatch(text):
        return number_of(text)
    return text


def named_type(element: Element) -> str | None:
    """Return the ``xsi:type`` of an element as ``{namespace}local``, or None where it names none that is declared."""
    kind = element.get(TYPE)
    if kind is None:
        return None
    prefix, _, local = kind.strip().rpartition(":")
    namespace = element.nsmap.get(prefix or None)
    return f"{{{namespace}}}{local}" if namespace else None


def attributes_of(element: Element, skip: tuple[str, ...] = ()) -> dict[str, Raw]:
    """Return the attributes of an extension's element, without those that only speak of its value.

    A type of XML Schema says whether the value is a number, a truth or a text, which JSON says itself; any other stays.
    """
    found: dict[str, Raw] = {}
    for name, text in element.attrib.items():
        if name == TYPE:
            kind = named_type(element)
            if kind is not None and not kind.startswith(f"{{{XSD}}}"):
                found[name] = kind
        elif name.startswith(f"{{{XSI}}}") or not (is_mark(name) or name in skip):
            found[name] = text
    return found


def write_attributes(element: Element, attributes: Mapping[str, str]) -> None:
    """Write attributes; a type is named by a prefix that is declared there."""
    for name, text in attributes.items():
        element.set(name, etree.QName(text) if name == TYPE else text)


def placed(element: Element, value: Raw) -> Raw:
    """Return the value with the place that its element names, or by itself."""
    written = element.get(PLACE)
    if written is None or len(written) > _LONGEST_PLACE:
        return value
    parts = written.split()
    if not 0 < len(parts) <= _DEEPEST or not all(part.isascii() and part.isdecimal() for part in parts):
        return value
    return Placed(tuple(int(part) for part in parts), value)


def gathered(values: list[Raw]) -> Raw:
    """Return the values of all elements of one name: one by itself, several as a list, placed ones where they say."""
    if not any(isinstance(value, Placed) for value in values):
        return values[0] if len(values) == 1 else values
    bare = [value.value if isinstance(value, Placed) else value for value in values]
    if all(isinstance(value, Placed) for value in values):
        nested: list[Raw] = []
        if all(_insert(nested, value.place, value.value) for value in values):
            return nested
    return bare[0] if len(bare) == 1 else bare


def leaves_of(value: Raw) -> list[tuple[tuple[int, ...] | None, Raw]]:
    """Return the members of a list, lists in it taken apart, each with its place where repeating would not tell it."""
    if not isinstance(value, list):
        return [(None, value)]
    flat = list(_flat(value, ()))
    plain = len(value) > 1 and not any(isinstance(member, list) for member in value)
    return [(None if plain else place, member) for place, member in flat]


def write_value(element: Element, value: Raw) -> None:
    """Write a text, number or truth as an element's content."""
    if isinstance(value, bool):
        element.set(TYPE, "xsd:boolean")
    elif isinstance(value, Decimal):
        element.set(TYPE, f"xsd:{_number_type(str(value))}")
    element.text = plain_text(value)
    if element.text != element.text.strip():
        element.set(SPACE, "preserve")


def plain_text(value: Raw) -> str:
    """Return a scalar as text."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return value if isinstance(value, str) else str(value)


def _number_type(text: str) -> str:
    return "double" if "E" in text else "decimal" if "." in text else "integer"


def _flat(values: Sequence[Raw], above: tuple[int, ...]) -> list[tuple[tuple[int, ...], Raw]]:
    found: list[tuple[tuple[int, ...], Raw]] = []
    for index, member in enumerate(values):
        if isinstance(member, list):
            found += _flat(member, (*above, index))
        else:
            found.append(((*above, index), member))
    return found


def _insert(nested: list[Raw], place: tuple[int, ...], value: Raw) -> bool:
    """Put a value at its place, which must be the next one; say whether it was."""
    within = nested
    for index in place[:-1]:
        if index == len(within):
            within.append([])
        if index != len(within) - 1 or not isinstance(within[index], list):
            return False
        within = within[index]
    if place[-1] != len(within):
        return False
    within.append(value)
    return True
