"""One event as it was read, brought into normal form (docs/formats.md §4), field by field.

Standard names are bare, words of the vocabulary bare, identifiers canonical, times in UTC, numbers exact, extension
names ``{namespace}local``; empty lists and objects, ``@context`` and ``recordTime`` are left out.
"""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from traceability.epcis import vocabulary
from traceability.epcis.context import Context, ContextUnreadable
from traceability.epcis.event import Event
from traceability.epcis.event_fields import Reader, event_fields
from traceability.epcis.gate_shape import ALLOWED
from traceability.epcis.limits import Limits
from traceability.epcis.names import is_local_name
from traceability.epcis.problem import Problem, errors_of, pointer_segment
from traceability.epcis.raw import Misplaced, Raw
from traceability.epcis.values import RefusedNumber, Values
from traceability.epcis.xml_form import ATTRIBUTES, CONTENT, OWN_TEXT
from traceability.epcis.xml_members import XmlMembers

EVENT_TYPES = frozenset(
    {"ObjectEvent", "AggregationEvent", "TransactionEvent", "TransformationEvent", "AssociationEvent"}
)
"""The five types of EPCIS 2.0."""

_NONE_LEFT: Iterator[str] = iter(())
_ACTIONS = frozenset({"ADD", "OBSERVE", "DELETE"})
_EVENT_IRI = "https://ref.gs1.org/epcis/"
_UNWRITABLE = "A name has letters, digits, '_', '-' and '.', and begins with a letter, so that XML can carry it."


class NormalForm:
    """Brings events of one document into normal form and collects their problems."""

    def __init__(self, context: Context, limits: Limits, problems: list[Problem], *, as_text: bool = False) -> None:
        """Read under `context`; `as_text`: numbers and truth come as text and names are qualified, as in XML."""
        self._context = context
        self._limits = limits
        self._values = self.values = Values(limits, problems, as_text=as_text)
        self.as_text = as_text
        """Whether numbers and truth come as text."""
        self.xml = XmlMembers(self)
        self._event_fields: Mapping[str, Reader] = event_fields(self)

    def event(self, raw: Raw, pointer: str) -> Event:
        """Return one event in normal form; what is wrong with it is among the problems."""
        if not isinstance(raw, dict):
            self._values.refuse(pointer, "not-an-object", "Each event is an object.")
            return Event({})
        self._values.writings = {}
        self._values.identified = {}
        outer = self._context
        if raw.get("@context") is not None and not self.as_text:
            try:
                self._context = outer.extended(raw["@context"])
            except ContextUnreadable as refusal:
                self._values.refuse(f"{pointer}/@context", "context-unreadable", f"{str(refusal).capitalize()}.")
        try:
            body = self._members(raw, pointer, self._event_fields, extensible=True)
            if len(body) != len(raw) and not self.as_text:
                self._verify_left_out(raw, body, pointer)
            return Event(body, self._values.writings, self._values.identified)
        finally:
            self._context = outer

    def _verify_left_out(self, raw: Mapping[str, Raw], body: Mapping[str, Raw], pointer: str) -> None:
        """Note fields that the type of event does not have, though nothing is in them."""
        event_type, action = body.get("type"), body.get("action")
        for name in raw.keys() & self._event_fields.keys() - body.keys():
            if event_type is not None and name not in ALLOWED[event_type] and name != "recordTime":
                cure = f"{event_type} has no {name}; take it out."
                self._values.refuse(f"{pointer}/{name}", "field-not-allowed", cure)
            elif name == "ilmd" and event_type == "ObjectEvent" and action in {"OBSERVE", "DELETE"}:
                self._values.refuse(f"{pointer}/ilmd", "ilmd-with-action", "Take ilmd out, or use action ADD.")

    def frame_extensions(self, raw: Mapping[str, Raw], pointer: str, known: frozenset[str]) -> dict[str, Raw]:
        """Return the extensions in a part of a document's frame; `known` are the standard's own members of it."""
        return self._members({key: raw[key] for key in raw if key not in known}, pointer, {}, extensible=True)

    def _members(
        self, raw: dict[str, Raw], pointer: str, fields: Mapping[str, Reader], *, extensible: bool
    ) -> dict[str, Raw]:
        if type(raw) is not dict:
            self._values.verify_members(raw, pointer)
        body: dict[str, Raw] = {}
        for key, value in raw.items():
            read = fields.get(key)
            if read is not None:
                name = key
                place = f"{pointer}/{key}"
                if value is None and not self.as_text:
                    self._values.refuse(place, "null", f"Give {key} a value, or leave it out.")
            elif key == "@context" and fields is self._event_fields:
                continue
            else:
                name = self._name(key) or ""
                place = f"{pointer}/{pointer_segment(key)}"
                read = fields.get(name)
                if read is None:
                    if not extensible or not name.startswith("{"):
                        self._refuse_name(key, place, known=bool(name))
                        continue
                    read = self.xml.of_standard.get(name, self.extension)
            if value is None:
                continue
            result = read(value, place)
            if not result and _is_empty(result):
                continue
            if name in body:
                self._values.refuse(place, "repeated", "Another member has the same name; give it once.")
            body[name] = result
        return body

    def _name(self, key: str) -> str | None:
        if self.as_text:
            return key if key.startswith("{") else None
        if key.startswith("@"):
            return key[1:] if key in {"@type", "@id"} else None
        return self._context.name_of(key)

    def _refuse_name(self, key: str, place: str, *, known: bool) -> None:
        if not known and self._context.declares(key):
            self._values.refuse(place, "name-unwritable", _UNWRITABLE)
        elif ":" in key and not known:
            cure = f"Declare the prefix {key.partition(':')[0][:64]!r} in @context; no other context is fetched."
            self._values.refuse(place, "prefix-undeclared", cure)
        else:
            cure = f"EPCIS 2.0 knows no {key[:64]!r} here: correct it, or declare a prefix where extensions may stand."
            self._values.refuse(place, "field-unknown", cure)

    def object_of(
        self,
        fields: Mapping[str, Reader],
        *,
        extensible: bool = False,
        may_be_empty: bool = False,
    ) -> Reader:
        """Return the reader of an object with these members."""

        def read(value: Raw, pointer: str) -> dict[str, Raw] | None:
            if not isinstance(value, dict):
                self._values.refuse(pointer, "not-an-object", "Give an object here.")
                return None
            if not value and not may_be_empty:
                self._values.refuse(pointer, "empty", "Give its members, or leave it out.")
            before = len(self._values.problems)
            members = self._members(value, pointer, fields, extensible=extensible)
            if value and not members and not may_be_empty and not errors_of(self._values.problems[before:]):
                self._values.refuse(pointer, "empty", "Give its members, or leave it out.")
            return members

        return read

    def list_of(self, read: Reader, *, may_be_empty: bool = True) -> Reader:
        """Return the reader of a list."""

        def read_list(value: Raw, pointer: str) -> list[Raw] | None:
            if not isinstance(value, list):
                self._values.refuse(pointer, "not-a-list", "Give a list here.")
                return None
            if len(value) > self._limits.list_members:
                self._values.refuse(
                    pointer,
                    "too-many",
                    f"A list has at most {self._limits.list_members} members; this has {len(value)}.",
                )
                return None
            if not value and not may_be_empty:
                self._values.refuse(pointer, "empty", "Give at least one, or leave the list out.")
            members = [read(member, f"{pointer}/{index}") for index, member in enumerate(value)]
            return [member for member in members if member or not _is_empty(member)]

        return read_list

    def things(self) -> Reader:
        """Return the reader of a list of things."""
        read_list = self.list_of(self._values.identifier)

        def read(value: Raw, pointer: str) -> list[Raw] | None:
            members: list[Raw] | None = read_list(value, pointer)
            if members is None or len(set(members)) == len(value):
                return members
            return self._without_repetitions(members, value, pointer)

        return read

    def _without_repetitions(self, members: list[Raw], written: list[Raw], pointer: str) -> list[Raw]:
        """Return a list in which no text stands twice: a thing in two writings keeps the second as its author wrote it.

        So nothing is lost, the event hash (of which each mention is a part) stays, and what is written again is valid.
        """
        texts = [text.strip() for text in written if isinstance(text, str)]
        if len(members) != len(texts):
            # A member was refused or empty; the pairs of writings and things are not known.
            return members
        others: dict[str, dict[str, None]] = {}
        for thing, text in zip(members, texts, strict=True):
            if text != thing:
                others.setdefault(thing, {})[text] = None
        left = {thing: iter(writings) for thing, writings in others.items()}
        named: set[str] = set()
        written_before: set[str] = set()
        kept: list[Raw] = []
        for index, (thing, text) in enumerate(zip(members, texts, strict=True)):
            # The JSON schema asks for members that differ; the XML schema does not.
            if text in written_before and not self.as_text:
                cure = "This thing stands in the list already; name it once."
                self._values.refuse(f"{pointer}/{index}", "duplicate", cure)
            elif thing not in named:
                kept.append(thing)
            elif (other := next(left.get(thing, _NONE_LEFT), None)) is not None:
                kept.append(other)
            else:
                cure = "This thing stands in the list already; it is kept once."
                self._values.warn(f"{pointer}/{index}", "duplicate", cure)
            named.add(thing)
            written_before.add(text)
        return kept

    def dispositions(self) -> Reader:
        """Return the reader of words that were set or unset: a set, which XML may write with repetitions."""
        read_list = self.list_of(self.word_of(vocabulary.DISPOSITIONS), may_be_empty=self.as_text)

        def read(value: Raw, pointer: str) -> list[Raw] | None:
            words: list[Raw] | None = read_list(value, pointer)
            if words is None or len(set(words)) == len(value):
                return words
            repeated = len({member for member in value if isinstance(member, str)}) < len(value)
            note = self._values.refuse if repeated and not self.as_text else self._values.warn
            note(pointer, "duplicate", "A disposition stands in the list twice; name it once.")
            return list(dict.fromkeys(words))

        return read

    def record_time(self, value: Raw, pointer: str) -> None:
        """Check when another server recorded the event, which is not ours to say."""
        self._values.time(value, pointer)

    def one_or_list_of(self, read: Reader) -> Reader:
        """Return the reader of a list of which a single member may stand alone."""
        read_list = self.list_of(read)
        return lambda value, pointer: read_list(value if isinstance(value, list) else [value], pointer)

    def word_of(self, words: vocabulary.Vocabulary) -> Reader:
        """Return the reader of a word of a vocabulary."""
        return lambda value, pointer: self._values.word(value, pointer, words)

    def typed(self, name: str, words: vocabulary.Vocabulary, read: Reader) -> Reader:
        """Return the reader of a list of typed members, such as sources."""
        return self.list_of(self.object_of({"type": self.word_of(words), name: read}))

    def event_type(self, value: Raw, pointer: str) -> str | None:
        """Return the type of an event."""
        text = self._values.text(value, pointer)
        if text is None:
            return None
        for prefix in (_EVENT_IRI, "epcis:"):
            text = text.removeprefix(prefix)
        if text not in EVENT_TYPES:
            cure = f"{text[:64]!r} is no event type; EPCIS 2.0 has {', '.join(sorted(EVENT_TYPES))}."
            self._values.refuse(pointer, "type-unknown", cure)
            return None
        return text

    def action(self, value: Raw, pointer: str) -> str | None:
        """Return what an event does to its things."""
        text = self._values.text(value, pointer)
        if text is not None and text.strip() not in _ACTIONS:
            self._values.refuse(pointer, "action-unknown", "An action is ADD, OBSERVE or DELETE.")
            return None
        return None if text is None else text.strip()

    def absolute(self, name: str) -> str:
        """Return the name of a master data attribute with its declared prefix filled in; any other as it is."""
        prefix, colon, local = name.partition(":")
        if colon and local and not local.startswith("//") and prefix in self._context.prefixes:
            return self._context.prefixes[prefix] + local
        return name

    def extension(self, value: Raw, pointer: str, depth: int = 0) -> Raw:
        """Return an extension's value; within it, names without a declared prefix stay as they are."""
        if isinstance(value, str) and not isinstance(value, RefusedNumber):
            return self._values.text(value, pointer)
        if isinstance(value, (bool, Decimal)):
            return value
        if isinstance(value, RefusedNumber):
            return self._values.number(value, pointer)
        if depth >= self._limits.depth:
            self._values.refuse(pointer, "too-deep", f"Extensions nest at most {self._limits.depth} deep.")
            return None
        if isinstance(value, list | dict):
            before = len(self._values.problems)
            read = self._extension_within(value, pointer, depth)
            if _is_empty(read) and len(self._values.problems) == before:
                cure = "Nothing is in it and it is left out; give an empty text if that says something."
                self._values.warn(pointer, "left-out", cure)
            return read
        if isinstance(value, Misplaced):
            self._values.refuse(pointer, "name-reserved", f"Rename it: this is {value.found}.")
        return None

    def _extension_within(self, value: list[Raw] | dict[str, Raw], pointer: str, depth: int) -> Raw:
        if isinstance(value, dict):
            return self._extension_object(value, pointer, depth)
        if len(value) > self._limits.list_members:
            self._values.refuse(pointer, "too-many", f"A list has at most {self._limits.list_members} members.")
            return None
        members = [self.extension(member, f"{pointer}/{index}", depth + 1) for index, member in enumerate(value)]
        return [member for member in members if not _is_empty(member)]

    def name_within(self, key: str, place: str) -> str | None:
        """Return the name of a member within an extension, or None where it was refused."""
        name = self._name(key)
        if name is None and ":" in key and not (self.as_text and key[0] == "{"):
            self._refuse_name(key, place, known=False)
            return None
        name = name or key
        if name[:1] != "{" and name != OWN_TEXT and not is_local_name(name):
            self._values.refuse(place, "name-unwritable", _UNWRITABLE)
            return None
        return name

    def _extension_object(self, value: dict[str, Raw], pointer: str, depth: int) -> Raw:
        if "@value" in value:
            return self.xml.of_value_object(value, pointer, depth)
        if type(value) is not dict:
            self._values.verify_members(value, pointer)
        result: dict[str, Raw] = {}
        for key, member in value.items():
            if key == "@context":
                continue
            place = f"{pointer}/{pointer_segment(key)}"
            name = self.name_within(key, place)
            if name is None:
                continue
            read: Raw
            if name == ATTRIBUTES:
                read = self.xml.attributes(member, place)
            elif name == CONTENT:
                read = self.xml.content(member, place, depth + 1)
            else:
                read = self.extension(member, place, depth + 1)
            if _is_empty(read) or (name == OWN_TEXT and read == ""):
                continue
            if name == OWN_TEXT and isinstance(read, list | dict):
                self._values.refuse(place, "not-text", "The text of an element is a text, a number or truth.")
                continue
            if name in result:
                self._values.refuse(place, "repeated", "Another member has the same name; give it once.")
            result[name] = read
        if ATTRIBUTES in result or CONTENT in result:
            result = self.xml.in_order(result, pointer)
        return result[OWN_TEXT] if result.keys() == {OWN_TEXT} else result


def _is_empty(value: Raw) -> bool:
    return value is None or (isinstance(value, (list, dict)) and not value)
