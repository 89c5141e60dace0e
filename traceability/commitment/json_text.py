"""Values of unknown extensions as RFC 8785 text, the numbers of which a double must carry without loss."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from decimal import Decimal

import rfc8785

from traceability.errors import NumberNotCommittable, ValueNotCommittable

MAXIMUM_DEPTH = 32
"""How many levels of lists and objects an event has at most, extensions included."""

_LARGEST_INTEGER = 2**53 - 1
_STRING_OR_BRACKET = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"?|[\[\]{}]', re.DOTALL)

_Plain = None | bool | int | str | float | list["_Plain"] | dict[str, "_Plain"]


def canonical_json(value: object, pointer: str = "", depth: int = 0) -> bytes:
    """Return the RFC 8785 text of a value whose numbers are `int` or `Decimal`.

    Raises:
        NumberNotCommittable: a number is a float, or its text as a double (RFC 8785 §3.2.2.3) is another number.
        ValueNotCommittable: a value has no JSON form, or the nesting is too deep.
    """
    plain = _plain(value, pointer, depth)
    try:
        return rfc8785.dumps(plain)
    except (rfc8785.CanonicalizationError, UnicodeError):
        raise ValueNotCommittable(pointer, value, "a text that is not Unicode") from None


def nests_within(text: str, levels: int) -> bool:
    """Say whether lists and objects of a JSON text nest at most so deep, without parsing it.

    Python's parser counts on the recursion limit, which other code in the process may raise beyond what the stack
    holds; then a text of brackets ends the process.
    """
    depth = 0
    for match in _STRING_OR_BRACKET.finditer(text):
        found = match[0]
        if found in "[{":
            depth += 1
            if depth > levels:
                return False
        elif found in "]}":
            depth -= 1
    return True


def is_canonical_json(text: str) -> bool:
    """Say whether a text is the RFC 8785 text of the value that it stands for."""
    if not nests_within(text, MAXIMUM_DEPTH + 1):
        return False
    try:
        value = json.loads(text, parse_float=Decimal)
        return canonical_json(value) == text.encode()
    except (ValueError, ArithmeticError, NumberNotCommittable, ValueNotCommittable):
        return False


def _plain(value: object, pointer: str, depth: int) -> _Plain:
    """Return the value with numbers as the `rfc8785` library takes them."""
    if depth > MAXIMUM_DEPTH:
        raise ValueNotCommittable(pointer, value, f"more than {MAXIMUM_DEPTH} levels")
    if value is None or isinstance(value, str | bool):
        return value
    if isinstance(value, int | Decimal):
        return _number(value, pointer)
    if isinstance(value, float):
        raise NumberNotCommittable(pointer, value, "a float; numbers are Decimal")
    if isinstance(value, Mapping):
        return {name: _plain(item, pointer, depth + 1) for name, item in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(item, pointer, depth + 1) for item in value]
    raise ValueNotCommittable(pointer, value, "no JSON value")


def _number(value: int | Decimal, pointer: str) -> int | float:
    if isinstance(value, Decimal):
        if not value.is_finite():
            raise NumberNotCommittable(pointer, value, "not finite")
        if value.adjusted() > 400:
            raise NumberNotCommittable(pointer, value, "beyond a double")
        if value == value.to_integral_value() and abs(value) <= _LARGEST_INTEGER:
            return int(value)
    elif abs(value) <= _LARGEST_INTEGER:
        return value
    elif abs(value) >> 1024:
        raise NumberNotCommittable(pointer, "(large integer)", "beyond a double")
    double = float(value)
    if double in (float("inf"), float("-inf")) or Decimal(repr(double)) != value:
        raise NumberNotCommittable(pointer, value, "a double does not carry it; write it as a string")
    return double
