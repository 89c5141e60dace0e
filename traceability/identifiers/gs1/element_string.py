"""GS1 element strings: as scanned (FNC1 as group separator, symbology identifier) and as printed, with brackets.

General Specifications §7.8. Which application identifiers exist, and the form of their values, is known to biip.
"""

import re
from functools import lru_cache

from biip import ParseError
from biip.gs1_application_identifiers import GS1ApplicationIdentifier

from traceability.identifiers.gs1.keys import identifier_of
from traceability.identifiers.identifier import Identifier
from traceability.identifiers.invalid import IdentifierInvalid

GROUP_SEPARATOR = "\x1d"
"""What a scanner sends for FNC1."""

_SYMBOLOGIES = ("]C1", "]e0", "]d2", "]Q3", "]J1")
_BRACKET = re.compile(r"\(([0-9]{2,4})\)")
_FIXED_LENGTH = re.compile(r"N[234]\+N([0-9]+)")


def element_string(text: str) -> Identifier:
    """Return the identifier that a scanned element string names."""
    return identifier_of(dict(pairs_of(text)))


def bracketed(text: str) -> Identifier:
    """Return the identifier that a printed element string, ``(01)…(21)…``, names."""
    return identifier_of(dict(pairs_of_bracketed(text)))


def pairs_of(text: str) -> tuple[tuple[str, str], ...]:
    """Return the application identifiers and values of a scanned element string, in their order."""
    place = len(text)
    if text.startswith(_SYMBOLOGIES):
        text = text[3:]
    place -= len(text)
    if text.startswith(GROUP_SEPARATOR):
        text, place = text[1:], place + 1
    pairs: list[tuple[str, str]] = []
    start = 0
    while start < len(text):
        known, pattern, fixed = _application_identifier(text[start : start + 4], place + start)
        value_at = start + len(known)
        if fixed is None:
            end = text.find(GROUP_SEPARATOR, value_at)
            end = len(text) if end < 0 else end
        else:
            end = min(value_at + fixed, len(text))
        pairs.append((known, _verified_value(known, pattern, text[value_at:end], place + value_at)))
        start = end + 1 if text[end : end + 1] == GROUP_SEPARATOR else end
    return _without_repeats(pairs, text)


def pairs_of_bracketed(text: str) -> tuple[tuple[str, str], ...]:
    """Return the application identifiers and values of a printed element string, in their order."""
    marks = list(_BRACKET.finditer(text))
    if not marks or marks[0].start() != 0:
        raise IdentifierInvalid(text, "unknown-form", "Begin with an application identifier in brackets, such as (01).")
    ends = [mark.start() for mark in marks[1:]] + [len(text)]
    pairs = []
    for mark, end in zip(marks, ends, strict=True):
        known, pattern, _ = _application_identifier(mark.group(1), mark.start(1))
        if known != mark.group(1):
            cure = f"There is no application identifier {mark.group(1)}."
            raise IdentifierInvalid(text, "application-identifier", cure, place=mark.start(1))
        pairs.append((known, _verified_value(known, pattern, text[mark.end() : end].strip(" "), mark.end())))
    return _without_repeats(pairs, text)


def verify_attribute(known: str, value: str) -> None:
    """Raise unless this is an application identifier and a value that it may have."""
    ai, pattern, _ = _application_identifier(known, 0)
    if ai != known:
        raise IdentifierInvalid(known, "application-identifier", f"There is no application identifier {known}.")
    _verified_value(ai, pattern, value, 0)


def _verified_value(known: str, pattern: re.Pattern[str], value: str, place: int) -> str:
    if not pattern.fullmatch(known + value):
        cure = f"The value of ({known}) does not have its form; where another follows, FNC1 stands between."
        raise IdentifierInvalid(value, "value", cure, place=place)
    return value


def _without_repeats(pairs: list[tuple[str, str]], text: str) -> tuple[tuple[str, str], ...]:
    if not pairs:
        raise IdentifierInvalid(text, "empty", "There is nothing in this code.")
    seen: dict[str, str] = {}
    for known, value in pairs:
        if seen.setdefault(known, value) != value:
            raise IdentifierInvalid(text, "repeated", f"Application identifier {known} stands twice with two values.")
    return tuple(pairs)


def _application_identifier(text: str, place: int) -> tuple[str, re.Pattern[str], int | None]:
    try:
        return _known_application_identifier(text)
    except ParseError:
        cure = "No application identifier begins so."
        raise IdentifierInvalid(text, "application-identifier", cure, place=place) from None


@lru_cache(maxsize=4096)
def _known_application_identifier(text: str) -> tuple[str, re.Pattern[str], int | None]:
    found = GS1ApplicationIdentifier.extract(text)
    fixed = None if found.separator_required else _FIXED_LENGTH.fullmatch(found.format)
    return found.ai, re.compile(found.pattern, re.ASCII), int(fixed.group(1)) if fixed else None
