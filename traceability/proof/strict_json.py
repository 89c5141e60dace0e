"""Reading JSON strictly: no unknown, missing or doubled names, no floats, no second spelling of a value."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import NoReturn

from traceability.commitment.json_text import nests_within
from traceability.errors import BundleRefused

_HEXADECIMAL = frozenset("0123456789abcdef")
_MAXIMUM_DIGITS = 20
_MAXIMUM_LEVELS = 16


class Fields:
    """The members of one JSON object; each is asked for by name and kind."""

    def __init__(self, value: object, place: str, names: Iterable[str], optional: Iterable[str] = ()) -> None:
        if not isinstance(value, dict):
            raise BundleRefused("not an object", place)
        required = frozenset(names)
        missing = required - value.keys()
        if missing:
            raise BundleRefused(f"without {min(missing)}", place)
        unknown = value.keys() - required - frozenset(optional)
        if unknown:
            raise BundleRefused(f"unknown name {min(unknown)[:40]!r}", place)
        self._value = value
        self._place = place

    def place(self, name: str) -> str:
        """Return the JSON pointer of a member."""
        return f"{self._place}/{name}"

    def raw(self, name: str) -> object:
        """Return a member as it is, None where it is not there."""
        return self._value.get(name)

    def integer(self, name: str, maximum: int) -> int:
        """Return a number from 0 to `maximum`."""
        return integer(self._value[name], self.place(name), maximum)

    def text(self, name: str, maximum: int) -> str:
        """Return a text of at most `maximum` characters."""
        return text(self._value[name], self.place(name), maximum)

    def octets(self, name: str, size: int) -> bytes:
        """Return exactly `size` bytes."""
        return octets(self._value[name], self.place(name), size, size)

    def items(self, name: str, maximum: int) -> list[tuple[object, str]]:
        """Return the items of a list of at most `maximum`, each with its place; none where it is absent."""
        return items(self._value.get(name, []), self.place(name), maximum)


def parsed(data: str | bytes, maximum: int) -> object:
    """Return the value of a JSON text of at most `maximum` bytes.

    Raises:
        BundleRefused: the text is too long, is no JSON, nests too deep, doubles a name or has a number with a fraction.
    """
    if len(data) > maximum:
        raise BundleRefused(f"longer than {maximum} bytes")
    try:
        written = data.decode() if isinstance(data, bytes) else data
        if not nests_within(written, _MAXIMUM_LEVELS):
            raise BundleRefused(f"more than {_MAXIMUM_LEVELS} levels")
        return json.loads(
            written, object_pairs_hook=_members, parse_float=_fraction, parse_constant=_fraction, parse_int=_integer
        )
    except ValueError as error:
        raise BundleRefused(f"no JSON: {str(error)[:80]}") from None


def integer(value: object, place: str, maximum: int) -> int:
    """Return a number from 0 to `maximum`."""
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= maximum:
        raise BundleRefused(f"not a number from 0 to {maximum}", place)
    return value


def text(value: object, place: str, maximum: int) -> str:
    """Return a text of at most `maximum` characters."""
    if not isinstance(value, str) or len(value) > maximum:
        raise BundleRefused(f"not a text of at most {maximum} characters", place)
    try:
        value.encode()
    except UnicodeEncodeError:
        raise BundleRefused("a text that is not Unicode", place) from None
    return value


def octets(value: object, place: str, minimum: int, maximum: int) -> bytes:
    """Return the bytes of lower-case hexadecimal with `0x`."""
    if (
        not isinstance(value, str)
        or not value.startswith("0x")
        or len(value) % 2
        or not _HEXADECIMAL.issuperset(value[2:])
    ):
        raise BundleRefused("not lower-case hexadecimal with 0x", place)
    data = bytes.fromhex(value[2:])
    if not minimum <= len(data) <= maximum:
        raise BundleRefused(f"{len(data)} bytes, not {minimum} to {maximum}", place)
    return data


def items(value: object, place: str, maximum: int) -> list[tuple[object, str]]:
    """Return the items of a list of at most `maximum`, each with its place."""
    if not isinstance(value, list):
        raise BundleRefused("not a list", place)
    if len(value) > maximum:
        raise BundleRefused(f"more than {maximum} items", place)
    return [(item, f"{place}/{number}") for number, item in enumerate(value)]


def distinct(values: Iterable[object], place: str) -> None:
    """Raise where a value is given twice."""
    seen: set[object] = set()
    for value in values:
        if value in seen:
            raise BundleRefused("given twice", place)
        seen.add(value)


def _members(pairs: list[tuple[str, object]]) -> dict[str, object]:
    members = dict(pairs)
    if len(members) != len(pairs):
        raise BundleRefused("an object that names a member twice")
    return members


def _fraction(written: str) -> NoReturn:
    raise BundleRefused(f"number {written[:40]} is not whole")


def _integer(written: str) -> int:
    if len(written) > _MAXIMUM_DIGITS:
        raise BundleRefused("a number of too many digits")
    return int(written)
