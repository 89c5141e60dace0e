"""Single values of an event in normal form: text, numbers, identifiers, words, times; each refusal names its place."""

import re
from collections.abc import Callable
from decimal import Decimal, InvalidOperation

from traceability.epcis.limits import LARGEST_EXPONENT, LONGEST_NUMBER, Limits
from traceability.epcis.problem import Problem, pointer_segment
from traceability.epcis.raw import Misplaced, Raw
from traceability.epcis.times import OffsetImpossible, TimeUnreadable, normal_offset, normal_time
from traceability.epcis.vocabulary import RESERVED, Vocabulary
from traceability.identifiers import Identifier, IdentifierInvalid, parse

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_URI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:(?:[^\s<>\"{}|\\^`%]|%[0-9A-Fa-f]{2})+")
NUMBER = re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?")
"""The form of a written number."""
_HEXADECIMAL = re.compile(r"(?:[0-9A-Fa-f]{2})+")
_NOT_AN_IDENTIFIER = frozenset({"key-missing", "unknown-form", "web-address"})
"""Refusals that say: this address or URN is of another kind; where any address may stand, it stays as written."""

MOST_KNOWN = 2_000
"""How many identifiers of one document are remembered as they were written."""

BOOLEAN_TEXTS = {"true": True, "1": True, "false": False, "0": False}
"""How XML writes truth."""


class RefusedNumber(str):
    """A written number that is too long to keep exactly; the reader reports it at its place."""

    __slots__ = ()


def number_of(text: str) -> Decimal | RefusedNumber:
    """Return a written number exactly, or the text itself marked as refused."""
    if len(text) > LONGEST_NUMBER:
        return RefusedNumber(text)
    try:
        number = Decimal(text)
    except InvalidOperation:
        return RefusedNumber(text)
    exponent = number.as_tuple().exponent
    if not isinstance(exponent, int) or abs(exponent) > LARGEST_EXPONENT or abs(number.adjusted()) > LARGEST_EXPONENT:
        return RefusedNumber(text)
    return number


class RepeatedMembers(dict[str, Raw]):
    """An object of JSON in which a name stands twice; receivers differ in which one they take (RFC 8259 §4)."""

    __slots__ = ("repeated",)

    def __init__(self, members: dict[str, Raw], repeated: tuple[str, ...]) -> None:
        """Keep the last value of each name, and the names that stand twice."""
        super().__init__(members)
        self.repeated = repeated


class Values:
    """Reads values and collects what is wrong with them."""

    __slots__ = ("_known", "as_text", "identified", "limits", "problems", "writings")

    def __init__(self, limits: Limits, problems: list[Problem], *, as_text: bool) -> None:
        """Collect into `problems`; `as_text` says that numbers and truth come as text, as in XML."""
        self.limits = limits
        self.problems = problems
        self.as_text = as_text
        self.writings: dict[str, str] = {}
        """How identifiers (by canonical form) and words (by web address) were written, where otherwise than in normal form."""

        self._known: dict[str, Identifier] = {}
        self.identified: dict[str, Identifier | None] = {}
        """The identifiers that were read, by their text in normal form; None where a text names none."""

    def refuse(self, pointer: str, reason: str, cure: str) -> None:
        """Note a problem."""
        self.problems.append(Problem(pointer, reason, cure))

    def warn(self, pointer: str, reason: str, cure: str) -> None:
        """Note a problem for which nothing is refused."""
        self.problems.append(Problem(pointer, reason, cure, is_warning=True))

    def text(self, value: Raw, pointer: str) -> str | None:
        """Return a text without control characters."""
        if type(value) is str and value.isprintable() and len(value) <= self.limits.text:
            return value
        if not isinstance(value, str) or isinstance(value, RefusedNumber):
            self.refuse(pointer, "not-text", f"Give a text here, not {_kind_of(value)}.")
            return None
        if len(value) > self.limits.text:
            self.refuse(
                pointer, "too-long", f"A text has at most {self.limits.text} characters; this has {len(value)}."
            )
            return None
        if not value.isprintable() and (wrong := _FORBIDDEN.search(value)):
            self.refuse(pointer, "character", f"Take the character U+{ord(wrong.group()):04X} out.")
            return None
        return value

    def filled_text(self, value: Raw, pointer: str) -> str | None:
        """Return a text that is not blank."""
        text = self.text(value, pointer)
        if text is not None and (not text or text.isspace()):
            self.refuse(pointer, "empty", "Give a value here, or leave the field out.")
            return None
        return text

    def uri(self, value: Raw, pointer: str) -> str | None:
        """Return an absolute address or URN as written."""
        text = self.filled_text(value, pointer)
        if text is not None and not _URI.fullmatch(text.strip()):
            self.refuse(pointer, "not-a-uri", "Give an absolute address or URN here, such as https://… or urn:….")
            return None
        return None if text is None else text.strip()

    def identifier(self, value: Raw, pointer: str) -> str | None:
        """Return the canonical form of an identifier; an address or URN of another kind stays as written."""
        if type(value) is str and (known := self._known.get(value)) is not None:
            # Places and parties are the same in event after event.
            return self._canonical(known, value)
        text = self.filled_text(value, pointer)
        if text is None:
            return None
        try:
            if ":" not in text and "/" not in text:
                return self.uri(text, pointer)
            found = parse(text)
            if len(self._known) >= MOST_KNOWN:
                self._known.clear()
            self._known[text] = found
            return self._canonical(found, text)
        except IdentifierInvalid as refusal:
            if refusal.reason in _NOT_AN_IDENTIFIER:
                address = self.uri(text, pointer)
                if address is not None:
                    self.identified[address] = None
                return address
            self.refuse(pointer, refusal.reason, refusal.cure)
            return None

    def reference(self, value: Raw, pointer: str) -> str | None:
        """Return an address or URN; canonical where it is an identifier, as written where it only resembles one."""
        text = self.uri(value, pointer)
        found = identifier_in(text) if text is not None else None
        return self._canonical(found, text) if found and text else text

    def word(self, value: Raw, pointer: str, vocabulary: Vocabulary) -> str | None:
        """Return a word of a vocabulary, bare, or an absolute IRI of somebody else's."""
        text = self.filled_text(value, pointer)
        if text is None:
            return None
        if text in vocabulary.words:
            return text
        word = vocabulary.normal(text.strip())
        if word in vocabulary.words:
            self.writings.setdefault(vocabulary.address(word), text.strip())
            return word
        if text.strip().startswith(RESERVED):
            unknown = text.strip()[:64]
            cure = f"The Core Business Vocabulary 2.0 has no {vocabulary.name} {unknown!r}; use an address of your own."
            self.refuse(pointer, "word-unknown", cure)
            return None
        if _URI.fullmatch(word):
            return word
        if vocabulary.is_open and vocabulary.is_name(word):
            address = vocabulary.address(word)
            cure = f"{word[:64]!r} is no {vocabulary.name} of the standard's context; it is taken as {address}."
            self.warn(pointer, "word-unknown", cure)
            return address
        cure = (
            f"{word[:64]!r} is no {vocabulary.name} of the Core Business Vocabulary 2.0; give one, or your own address."
        )
        self.refuse(pointer, "word-unknown", cure)
        return None

    def time(self, value: Raw, pointer: str) -> str | None:
        """Return a time in the one form (see times.py)."""
        return self._converted(
            value, pointer, normal_time, "time", "Give a date, a time and an offset: 2026-03-04T11:00:30.000+08:00."
        )

    def offset(self, value: Raw, pointer: str) -> str | None:
        """Return a time zone offset."""
        return self._converted(
            value, pointer, normal_offset, "offset", "Give an offset between -14:00 and +14:00, such as +08:00."
        )

    def number(self, value: Raw, pointer: str) -> Decimal | None:
        """Return a number exactly as written."""
        if self.as_text and isinstance(value, str):
            value = number_of(value.strip()) if NUMBER.fullmatch(value.strip()) else value
        if isinstance(value, Decimal):
            return value
        if isinstance(value, RefusedNumber):
            cure = f"A number has at most {LONGEST_NUMBER} characters and a power of ten up to {LARGEST_EXPONENT}."
            self.refuse(pointer, "number-too-large", cure)
        else:
            self.refuse(pointer, "not-a-number", f"Give a number here, not {_kind_of(value)}.")
        return None

    def decimal(self, value: Raw, pointer: str) -> Decimal | None:
        """Return a number; in XML it has no power of ten, by its schema."""
        if self.as_text and isinstance(value, str) and "e" in value.lower():
            self.refuse(pointer, "not-a-number", "Give a decimal number here, without a power of ten.")
            return None
        return self.number(value, pointer)

    def truth(self, value: Raw, pointer: str) -> bool | None:
        """Return true or false."""
        if self.as_text and isinstance(value, str):
            value = BOOLEAN_TEXTS.get(value.strip(), value)
        if isinstance(value, bool):
            return value
        self.refuse(pointer, "not-a-boolean", "Give true or false here.")
        return None

    def hexadecimal(self, value: Raw, pointer: str) -> str | None:
        """Return bytes in hexadecimal, as written."""
        text = self.filled_text(value, pointer)
        if text is not None and not _HEXADECIMAL.fullmatch(text.strip()):
            self.refuse(pointer, "not-hexadecimal", "Give pairs of hexadecimal digits here.")
            return None
        return text

    def verify_members(self, raw: dict[str, Raw], pointer: str) -> None:
        """Note the names that stand twice in an object; of an ``eventID``, which decides nothing, the last is taken."""
        if isinstance(raw, RepeatedMembers):
            for name in raw.repeated:
                cure = f"The member {name[:64]!r} stands twice in one object; give it once."
                note = self.warn if name == "eventID" else self.refuse
                note(f"{pointer}/{pointer_segment(name)}", "repeated", cure)

    def _canonical(self, found: Identifier, text: str) -> str:
        canonical = found.canonical
        self.identified[canonical] = found
        if canonical != text:
            self.writings.setdefault(canonical, text.strip())
        return canonical

    def _converted(self, value: Raw, pointer: str, convert: Callable[[str], str], what: str, cure: str) -> str | None:
        text = self.text(value, pointer)
        if text is None:
            return None
        try:
            return convert(text.strip())
        except OffsetImpossible:
            cure = f"No place has the offset of {text.strip()[:64]!r}: offsets lie between -14:00 and +14:00."
            self.refuse(pointer, "offset-impossible", cure)
            return None
        except TimeUnreadable:
            self.refuse(pointer, f"{what}-unreadable", cure)
            return None


def identifier_in(text: str) -> Identifier | None:
    """Return the identifier that a text names, or None where it names none."""
    try:
        return parse(text)
    except IdentifierInvalid:
        return None


def _kind_of(value: Raw) -> str:
    if value is None:
        return "null"
    if isinstance(value, Misplaced):
        return value.found
    if isinstance(value, bool):
        return "true or false"
    if isinstance(value, str) and not isinstance(value, RefusedNumber):
        return "a text"
    if isinstance(value, dict):
        return "an object"
    return "a list" if isinstance(value, list) else "a number"
