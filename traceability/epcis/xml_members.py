"""Reading the two members that stand for the form of XML (xml_form.py), and JSON-LD values with a language or a type."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from traceability.epcis.context import STANDARD_PREFIXES, split_name
from traceability.epcis.names import is_qualified_name
from traceability.epcis.problem import pointer_segment
from traceability.epcis.raw import Raw
from traceability.epcis.xml_form import ATTRIBUTES, CONTENT, OWN_TEXT, TYPE, XML, XSI, arranged
from traceability.epcis.xml_values import MARKS, SPACE, XSD, typed

if TYPE_CHECKING:
    from traceability.epcis.event_fields import Reader
    from traceability.epcis.normal_form import NormalForm

_DECLARATIONS = "http://www.w3.org/2000/xmlns/"
_LANGUAGE = f"{{{XML}}}lang"
_VALUE_MEMBERS = frozenset({"@value", "@type", "@language"})


class XmlMembers:
    """Reads ``attributes`` and ``content`` for one document and collects what is wrong with them."""

    def __init__(self, form: "NormalForm") -> None:
        """Read names and values as the form does."""
        self._form = form
        self._values = form.values
        self.of_standard: Mapping[str, Reader] = {ATTRIBUTES: self._qualified, CONTENT: self.nowhere}
        """The readers of both in an element of the standard, which may have attributes of other namespaces only."""

    def nowhere(self, _: Raw, pointer: str) -> None:
        """Refuse a member where no element has what it stands for."""
        self._values.refuse(pointer, "field-not-allowed", "Give what stands in it as members, beside it.")

    def attributes(self, value: Raw, pointer: str) -> dict[str, str]:
        """Return attributes: names that XML can give one, and texts."""
        found: dict[str, str] = {}
        if not isinstance(value, dict):
            self._values.refuse(pointer, "not-an-object", "Give attributes as an object of texts.")
            return found
        self._values.verify_members(value, pointer)
        for key, text in value.items():
            place = f"{pointer}/{pointer_segment(key)}"
            name = self._form.name_within(key, place)
            if name is None:
                continue
            if name in {"xmlns", SPACE, ATTRIBUTES, CONTENT} or split_name(name)[0] in {MARKS, _DECLARATIONS}:
                self._values.refuse(
                    place, "name-reserved", "An attribute of this name speaks of XML itself; rename it."
                )
            elif name == TYPE and not (isinstance(text, str) and _is_qualified(text)):
                self._values.refuse(place, "name-unwritable", "Name a type as {namespace}name.")
            elif name in found:
                self._values.refuse(place, "repeated", "Another attribute has the same name; give it once.")
            elif (read := self._values.text(text, place)) is not None:
                found[name] = read
        return found

    def content(self, value: Raw, pointer: str, depth: int) -> list[Raw]:
        """Return texts and children, each child an object with one member that is no list."""
        if not isinstance(value, list) or len(value) > self._values.limits.list_members:
            self._values.refuse(pointer, "not-a-list", "Give texts and children in order, as a list.")
            return []
        nodes: list[Raw] = []
        for index, node in enumerate(value):
            place = f"{pointer}/{index}"
            if isinstance(node, str):
                nodes.append(self._values.text(node, place) or "")
                continue
            members = list(node.items()) if isinstance(node, dict) else []
            if len(members) != 1 or members[0][1] is None or isinstance(members[0][1], list):
                self._values.refuse(place, "not-text", "Give a text, or an object with one member that is no list.")
                continue
            key, member = members[0]
            below = f"{place}/{pointer_segment(key)}"
            name = self._form.name_within(key, below)
            if name in {OWN_TEXT, ATTRIBUTES, CONTENT}:
                self.nowhere(member, below)
            elif name is not None:
                # An element with nothing in it is a text of no length, so that nothing is left out here.
                read = self._form.extension(member, below, depth + 2) if member else None
                nodes.append({name: read or _scalar(member)})
        return nodes

    def in_order(self, members: dict[str, Raw], pointer: str) -> dict[str, Raw]:
        """Return the members of an element with one writing of each form, or note that they do not go together."""
        attributes = dict(members.get(ATTRIBUTES, {}))
        others = {name: value for name, value in members.items() if name != ATTRIBUTES}
        if CONTENT in others:
            if len(others) > 1:
                self._values.refuse(pointer, "field-not-allowed", "All that an element holds stands in its content.")
            others = arranged(others[CONTENT])
        kind = attributes.get(TYPE, "")
        if kind.startswith(f"{{{XSD}}}"):
            # A type of XML Schema is how XML says what JSON says by itself.
            del attributes[TYPE]
            if isinstance(text := others.get(OWN_TEXT), str):
                others[OWN_TEXT] = typed(kind, text)
        elif kind and not isinstance(others.get(OWN_TEXT, ""), str):
            self._values.refuse(pointer, "field-not-allowed", "A number or truth has its own type; name no other.")
        return {ATTRIBUTES: attributes} | others if attributes else others

    def of_value_object(self, value: Mapping[str, Raw], pointer: str, depth: int) -> Raw:
        """Return a JSON-LD value object: its language is ``xml:lang``, its type is ``xsi:type``."""
        for key in value.keys() - _VALUE_MEMBERS:
            cure = f"Beside @value stand @type and @language, not {key[:64]!r}."
            self._values.refuse(f"{pointer}/{pointer_segment(key)}", "field-unknown", cure)
        own = self._form.extension(value["@value"], f"{pointer}/@value", depth + 1)
        attributes: dict[str, str] = {}
        if value.get("@language") is not None:
            attributes[_LANGUAGE] = self._values.text(value["@language"], f"{pointer}/@language") or ""
        if value.get("@type") is not None:
            kind = self._values.text(value["@type"], f"{pointer}/@type")
            name = self._form.name_within(kind, f"{pointer}/@type") if kind else None
            if name is not None and name.startswith("{"):
                namespace, local = split_name(name)
                attributes[TYPE] = f"{{{XSD}}}{local}" if namespace == STANDARD_PREFIXES["xsd"] else name
        if isinstance(own, list | dict) or own is None:
            self._values.refuse(f"{pointer}/@value", "not-text", "@value is a text, a number or truth.")
            return None
        if not attributes:
            return own
        found = self.in_order(
            {ATTRIBUTES: attributes, OWN_TEXT: own} if own != "" else {ATTRIBUTES: attributes}, pointer
        )
        return found.get(OWN_TEXT, "") if ATTRIBUTES not in found else found

    def _qualified(self, value: Raw, pointer: str) -> dict[str, str]:
        found = self.attributes(value, pointer)
        for name in found:
            if not name.startswith("{") or split_name(name)[0] == XSI:
                place = f"{pointer}/{pointer_segment(name)}"
                self._values.refuse(place, "field-unknown", "Here stand attributes of other namespaces only.")
        return found


def _is_qualified(text: str) -> bool:
    return text.startswith("{") and is_qualified_name(text) and bool(split_name(text)[0])


def _scalar(value: Raw) -> Raw:
    """Return what an element that is empty in normal form holds: false and 0 are something, no text and no member nothing."""
    return value if not isinstance(value, list | dict) else ""
