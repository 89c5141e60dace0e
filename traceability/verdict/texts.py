"""Values of opened leaves as text, the same in every implementation (traceability/verdict/README.md §1)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from decimal import Decimal

from traceability.commitment import Instant, JsonText, Thing, Value
from traceability.commitment.commit import EVENT_HASH_POINTER, SCHEMA_POINTER


def canonical_text(value: object) -> str:
    """Return the RFC 8785 text of a verdict: its names are ASCII, its values strings, integers, null, lists, objects.

    Numbers beyond 2^53, which only a forged state has, are written as they are instead of being refused.
    """
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def text_of(value: Value) -> str:
    """Return a value as text."""
    match value:
        case bool():
            return "true" if value else "false"
        case str():
            return value
        case Decimal():
            return plain_digits(value)
        case Instant():
            return str(value.seconds)
        case Thing():
            return value.canonical
        case JsonText():
            return value.text


def plain_digits(number: Decimal) -> str:
    """Return a number without exponent and with the zeros that it was written with: `1.50`, `1200`, `-0.5`."""
    sign, digits, exponent = number.as_tuple()
    if not isinstance(exponent, int):
        return str(number)
    text = "".join(map(str, digits))
    if exponent >= 0:
        text = text + "0" * exponent if any(digits) else "0"
    else:
        text = text.rjust(1 - exponent, "0")
        text = f"{text[:exponent]}.{text[exponent:]}"
    # Zero has no sign: the mantissa of a leaf is an integer.
    return f"-{text}" if sign and any(digits) else text


def pairs_of(values: Mapping[str, Value]) -> tuple[tuple[str, str], ...]:
    """Return pointer and text of all opened leaves but leaf 1, in the order of the leaves."""
    return tuple(
        (pointer, text_of(value))
        for pointer, value in values.items()
        if pointer not in (EVENT_HASH_POINTER, SCHEMA_POINTER)
    )
