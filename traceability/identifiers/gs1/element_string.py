"""GS1 element strings: as scanned (FNC1 as group separator, symbology identifier) and as printed, with brackets.

General Specifications §7.8. In a printed one, a bracket that belongs to a value is written with a backslash before it.
"""

import re

from traceability.identifiers.gs1.application_identifiers import (
    APPLICATION_IDENTIFIERS,
    ApplicationIdentifier,
    found_at,
)
from traceability.identifiers.gs1.faults import Fault
from traceability.identifiers.gs1.pairs import repeats
from traceability.identifiers.invalid import IdentifierInvalid

GROUP_SEPARATOR = "\x1d"
"""What a scanner sends for FNC1."""
SYMBOLOGIES = ("]C1", "]e0", "]e1", "]e2", "]d2", "]Q3", "]J1")
"""Symbology identifiers of codes that hold an element string (General Specifications §5.1.2)."""

_BRACKET = re.compile(r"(?<!\\)\(([0-9]{2,4})\)")
_Pairs = tuple[tuple[str, str], ...]


def pairs_of(text: str, *, strict: bool = True, keys: bool = True, begins_with_fnc1: bool = False) -> _Pairs:
    """Return the application identifiers and values of a scanned element string, in their order.

    Not strict, only the form of the values is looked at; with `keys` False, that of keys, which their reader verifies.
    A reader that asks for FNC1 at the beginning refuses what some scanners send without it.

    Raises:
        IdentifierInvalid: with the place and the cure.
    """
    place = len(text)
    marked = text.startswith(SYMBOLOGIES)
    if marked:
        text = text[3:]
    if text.startswith(GROUP_SEPARATOR):
        text, marked = text[1:], True
    place -= len(text)
    if begins_with_fnc1 and not marked:
        raise IdentifierInvalid(text, "fnc1", "An element string begins with FNC1 or a symbology identifier.")
    pairs: list[tuple[str, str]] = []
    start = 0
    while start < len(text):
        known = found_at(text, start)
        if known is None:
            raise _unknown(text[start : start + 4], place + start)
        value_at = start + len(known.number)
        if known.ends_itself:
            end = min(value_at + known.longest, len(text))
        else:
            end = text.find(GROUP_SEPARATOR, value_at)
            end = len(text) if end < 0 else end
        value = text[value_at:end]
        if strict and known.is_key and not keys:
            fault = None if known.pattern.fullmatch(value) else known.form_fault(value)
        else:
            fault = _fault(known, value, strict=strict)
        if fault:
            raise _refusal(value, fault, place + value_at)
        pairs.append((known.number, value))
        start = end + 1 if text[end : end + 1] == GROUP_SEPARATOR else end
    return _without_repeats(pairs, text)


def pairs_of_bracketed(text: str, *, strict: bool = True) -> _Pairs:
    """Return the application identifiers and values of a printed element string, in their order.

    Raises:
        IdentifierInvalid: with the place and the cure.
    """
    pairs = []
    for number, value, place in _split(text):
        known = APPLICATION_IDENTIFIERS.get(number)
        if known is None:
            raise _unknown(number, place)
        pairs.append((number, _verified(known, value, place + len(number) + 1, strict=strict)))
    return _without_repeats(pairs, text)


def unverified_pairs(text: str) -> _Pairs:
    """Return the pairs of a printed element string as they stand, known or not.

    Raises:
        IdentifierInvalid: it does not begin with an application identifier in brackets.
    """
    return tuple((number, value) for number, value, _ in _split(text))


def bracketed_text(pairs: _Pairs) -> str:
    """Return pairs as they are printed for people."""
    return "".join(f"({number}){_BRACKET.sub(_escaped, value)}" for number, value in pairs)


def scanned_text(pairs: _Pairs) -> str:
    """Return pairs as a scanner sends them: FNC1, then each, with FNC1 between where a length is not known before."""
    text = GROUP_SEPARATOR
    for index, (number, value) in enumerate(pairs):
        known = APPLICATION_IDENTIFIERS.get(number)
        follows = index < len(pairs) - 1 and not (known and known.ends_itself)
        text += f"{number}{value}{GROUP_SEPARATOR if follows else ''}"
    return text


def verified_attribute(number: str, value: str, *, strict: bool) -> str:
    """Return the value of an application identifier if it may have it.

    Raises:
        IdentifierInvalid: there is no such application identifier, or the value is not one of its own.
    """
    known = APPLICATION_IDENTIFIERS.get(number)
    if known is None:
        raise _unknown(number, 0)
    return _verified(known, value, 0, strict=strict)


def _split(text: str) -> list[tuple[str, str, int]]:
    marks = list(_BRACKET.finditer(text))
    if not marks or marks[0].start() != 0:
        raise IdentifierInvalid(text, "unknown-form", "Begin with an application identifier in brackets, such as (01).")
    ends = [mark.start() for mark in marks[1:]] + [len(text)]
    return [
        (mark.group(1), text[mark.end() : end].strip(" ").replace("\\(", "("), mark.start(1))
        for mark, end in zip(marks, ends, strict=True)
    ]


def _escaped(match: re.Match[str]) -> str:
    return "\\" + match.group()


def _unknown(text: str, place: int) -> IdentifierInvalid:
    return IdentifierInvalid(text, "application-identifier", "No application identifier begins so.", place=place)


def _verified(known: ApplicationIdentifier, value: str, place: int, *, strict: bool) -> str:
    if fault := _fault(known, value, strict=strict):
        raise _refusal(value, fault, place)
    return value


def _fault(known: ApplicationIdentifier, value: str, *, strict: bool) -> Fault | None:
    return known.fault(value) if strict else known.form_fault(value) or known.check_digit_fault(value)


def _refusal(value: str, fault: Fault, place: int) -> IdentifierInvalid:
    reason, within, cure = fault
    return IdentifierInvalid(value, reason, cure, place=place + within)


def _without_repeats(pairs: list[tuple[str, str]], text: str) -> _Pairs:
    if not pairs:
        raise IdentifierInvalid(text, "empty", "There is nothing in this code.")
    if len({number for number, _ in pairs}) == len(pairs):
        return tuple(pairs)
    for finding in repeats(pairs):
        raise IdentifierInvalid(text, finding.reason, finding.cure)
    return tuple(pairs)
