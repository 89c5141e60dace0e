"""Values of leaves: their types and their bytes (docs/formats.md §4)."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import IntEnum

from traceability.commitment.instant import Instant
from traceability.commitment.json_text import is_canonical_json
from traceability.errors import NumberNotCommittable, OpeningRefused

MINIMUM_EXPONENT, MAXIMUM_EXPONENT = -(2**15), 2**15 - 1
"""The range of the exponent of ten of a number (int16)."""

MINIMUM_MANTISSA, MAXIMUM_MANTISSA = -(2**255), 2**255 - 1
"""The range of the mantissa of a number (int256)."""


class LeafType(IntEnum):
    """What the bytes of a leaf's value are."""

    HEADER = 0
    STRING = 1
    DECIMAL = 2
    TIME = 3
    THING = 4
    JSON = 5
    BOOLEAN = 6


@dataclass(frozen=True, slots=True)
class Thing:
    """An identifier under a granted prefix, with the key that the ledger knows it by."""

    prefix_length: int
    """The length of the granted prefix in characters."""
    key: bytes
    canonical: str


@dataclass(frozen=True, slots=True)
class JsonText:
    """The value of an extension that the standard does not know, as RFC 8785 text."""

    text: str


Value = str | Decimal | Instant | Thing | JsonText | bool
"""What an opened leaf says, by its type."""


def decimal_bytes(value: Decimal | int, pointer: str) -> bytes:
    """Return a number as exponent (2, signed) and mantissa (32, two's complement), as it is written.

    Raises:
        NumberNotCommittable: the number is not finite, or exponent or mantissa are out of range.
    """
    if isinstance(value, int):
        mantissa, exponent = value, 0
    else:
        sign, digits, written_exponent = value.as_tuple()
        if not isinstance(written_exponent, int):
            raise NumberNotCommittable(pointer, value, "not finite")
        if len(digits) > 78:
            raise NumberNotCommittable(pointer, value, "more than 78 digits")
        mantissa = int("".join(map(str, digits)))
        exponent = written_exponent
        if sign:
            mantissa = -mantissa
    if not MINIMUM_EXPONENT <= exponent <= MAXIMUM_EXPONENT:
        raise NumberNotCommittable(pointer, value, "exponent beyond int16")
    if not MINIMUM_MANTISSA <= mantissa <= MAXIMUM_MANTISSA:
        shown = value if isinstance(value, Decimal) else "(large integer)"
        raise NumberNotCommittable(pointer, shown, "mantissa beyond int256")
    return exponent.to_bytes(2, "big", signed=True) + mantissa.to_bytes(32, "big", signed=True)


def instant_bytes(instant: Instant) -> bytes:
    """Return a time as seconds since 1970 (8, signed) and nanoseconds (4)."""
    return instant.seconds.to_bytes(8, "big", signed=True) + instant.nanoseconds.to_bytes(4, "big")


def value_of(leaf_type: LeafType, data: bytes, place: str) -> Value:
    """Return what the bytes of a leaf's value say.

    Raises:
        OpeningRefused: they are not in the one form that their type has.
    """
    match leaf_type:
        case LeafType.STRING:
            return _text(data, place)
        case LeafType.DECIMAL:
            return _decimal(data, place)
        case LeafType.TIME:
            return _instant(data, place)
        case LeafType.THING:
            if len(data) < 34:
                raise OpeningRefused("a thing without canonical form", place)
            return Thing(data[0], data[1:33], _text(data[33:], place))
        case LeafType.JSON:
            text = _text(data, place)
            if not is_canonical_json(text):
                raise OpeningRefused("JSON not in RFC 8785 form", place)
            return JsonText(text)
        case LeafType.BOOLEAN:
            if data not in (b"\x00", b"\x01"):
                raise OpeningRefused("a boolean that is neither 0 nor 1", place)
            return data == b"\x01"
        case LeafType.HEADER:  # pragma: no branch - the last of a closed choice
            raise OpeningRefused("a header that is not leaf 0", place)


def _text(data: bytes, place: str) -> str:
    try:
        return data.decode()
    except UnicodeDecodeError:
        raise OpeningRefused("text that is not UTF-8", place) from None


def _decimal(data: bytes, place: str) -> Decimal:
    if len(data) != 34:
        raise OpeningRefused("a number that is not 34 bytes", place)
    exponent = int.from_bytes(data[:2], "big", signed=True)
    mantissa = int.from_bytes(data[2:], "big", signed=True)
    # The constructor from text is exact; `scaleb` would round to the precision of the context.
    return Decimal(f"{mantissa}E{exponent}")


def _instant(data: bytes, place: str) -> Instant:
    if len(data) != 12:
        raise OpeningRefused("a time that is not 12 bytes", place)
    nanoseconds = int.from_bytes(data[8:], "big")
    if nanoseconds >= 10**9:
        raise OpeningRefused("a time of more nanoseconds than a second has", place)
    return Instant(int.from_bytes(data[:8], "big", signed=True), nanoseconds)
