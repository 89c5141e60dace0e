"""Values as bytes whose order is the order of the values: numbers exactly, then times, then texts.

One comparison of bytes then does in memory and in every database what a typed comparison would do, without a float.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from hashlib import sha256

from traceability.epcis.raw import Raw
from traceability.epcis.times import TimeUnreadable, moment_of, normal_time
from traceability.epcis.values import RefusedNumber, number_of

NUMBER = b"\x10"
"""A number that was written as one."""
TIME = b"\x20"
"""A moment."""
TEXT = b"\x30"
"""A text, or a truth value."""
NUMBER_IN_TEXT = b"\x40"
"""A number that a text holds, as XML writes it; it counts for comparisons and not for the order."""

LONGEST = 2_000
"""Bytes of the longest text that is kept whole in its key; a longer one is cut and its hash follows."""
KEPT = 1_900
SHORTEST_TIME = 20

_NUMBER = re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?")
_MIDDLE = 0x8000
_COMPLEMENT = bytes(255 - byte for byte in range(256))


def number_key(number: Decimal, kind: bytes = NUMBER) -> bytes:
    """Return the key of a number: sign, power of ten, digits; equal numbers have one key however they were written."""
    sign, digits, exponent = number.as_tuple()
    text = "".join(map(str, digits)).lstrip("0")
    if not text or not isinstance(exponent, int):
        return kind + b"\x80"
    magnitude = len(text) + exponent
    rest = (magnitude + _MIDDLE).to_bytes(2, "big") + text.rstrip("0").encode()
    # Among negative numbers the greater magnitude comes first, and 0xFF ends the shorter digits behind the longer.
    return kind + (b"\x40" + rest.translate(_COMPLEMENT) + b"\xff" if sign else b"\xc0" + rest)


def time_key(normal: str) -> bytes:
    """Return the key of a time of the normal form, to the last of its digits."""
    seconds = Decimal(int(moment_of(f"{normal[:19]}Z").timestamp()))
    fraction = normal[20:-1]
    return number_key(seconds + Decimal(f"0.{fraction}") if fraction else seconds, TIME)


def text_key(text: str) -> bytes:
    """Return the key of a text: its UTF-8, so that the order is that of the bytes."""
    data = text.encode()
    return TEXT + (data if len(data) <= LONGEST else data[:KEPT] + b"\xff" + sha256(data).digest())


def text_of(key: bytes) -> str | None:
    """Return the text of a key, or None where it is no text or was too long to be kept whole."""
    return None if key[:1] != TEXT or len(key) > LONGEST or 0xFF in key else key[1:].decode()


def after(key: bytes) -> bytes:
    """Return the least key that is greater than this one."""
    return key + b"\x00"


def moment_in(text: str) -> str | None:
    """Return the time that a text is, in the one form, or None."""
    if len(text) < SHORTEST_TIME or text[4:5] != "-" or "T" not in text:
        return None
    try:
        return normal_time(text)
    except TimeUnreadable:
        return None


def number_in(text: str) -> Decimal | None:
    """Return the number that a text is, or None."""
    if not _NUMBER.fullmatch(text):
        return None
    number = number_of(text)
    return None if isinstance(number, RefusedNumber) else number


def keys_of(value: Raw) -> Iterator[bytes]:
    """Return the keys of one scalar value of an extension, whose type nobody declared."""
    if isinstance(value, bool):
        yield text_key("true" if value else "false")
    elif isinstance(value, Decimal):
        yield number_key(value)
    elif isinstance(value, str) and value:
        yield text_key(value)
        if (moment := moment_in(value)) is not None:
            yield time_key(moment)
        elif (number := number_in(value)) is not None:
            yield number_key(number, NUMBER_IN_TEXT)
