"""What an identifier must be to match a value of a ``MATCH_`` parameter (EPCIS 2.0, clause 8.2.7.1.1; Tag Data Standard, clause 8).

A value is an identifier in any of its writings, a pure identity pattern (``urn:epc:idpat:sgtin:6901234.000001.*``), or the
beginning of a canonical form followed by ``*``. Events keep canonical forms, and so a pattern is a few spans of texts. A
canonical form does not tell how long its company prefix is: a pattern's prefix is compared digit by digit.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Final

from traceability.identifiers import IdentifierInvalid, parse
from traceability.querying.keys import text_key
from traceability.querying.query import Span

PATTERN = "urn:epc:idpat:"

_ORIGIN = "https://id.gs1.org/"
_END = b"\xff"
"""Stands in no UTF-8, and so ends the span of all texts that begin alike."""
_DIGITS = "0123456789"


class PatternInvalid(ValueError):
    """A text is no pattern; the argument says what would be one."""


def canonical_or_same(text: str) -> str:
    """Return an identifier in its canonical form, any other text as it is."""
    try:
        return parse(text).canonical
    except IdentifierInvalid:
        return text


def is_pattern(text: str) -> bool:
    """Return whether a value stands for many identifiers."""
    return text.startswith(PATTERN) or text.endswith("*")


def class_of(pattern: str) -> str | None:
    """Return the product class whose items and lots a pattern stands for (``…sgtin:6901234.000001.*``), or None.

    Raises:
        PatternInvalid: the pattern names no product that there can be.
    """
    prefix, _, rest = pattern.rpartition(":")
    parts = rest.split(".")
    if prefix != f"{PATTERN}sgtin" or len(parts) != 3 or parts[2] != "*" or "*" in parts[:2]:
        return None
    return _canonical("sgtin", [*parts[:2], "1"]).removesuffix("/21/1")


def spans_of(pattern: str) -> tuple[Span, ...]:
    """Return the spans of keys of the canonical forms that a pattern stands for.

    Raises:
        PatternInvalid: the text is no pattern.
    """
    if not pattern.startswith(PATTERN):
        return (_beginning(pattern.removesuffix("*")),)
    scheme, _, rest = pattern.removeprefix(PATTERN).partition(":")
    form = _FORMS.get(scheme)
    if form is None:
        raise PatternInvalid(f"there are patterns of {', '.join(sorted(_FORMS))}")
    parts = rest.split(".")
    count = _PARTS.get(scheme, 3)
    given = [part for part in parts if part != "*"]
    if len(parts) != count or parts[: len(given)] != given or not parts[0]:
        raise PatternInvalid(
            f"a pattern of {scheme} has {count} parts, and behind a * only *: {PATTERN}{scheme}:6901234{'.*' * (count - 1)}"
        )
    if len(given) == count:
        return (_exactly(_canonical(scheme, parts)),)
    if given and not (given[0].isascii() and given[0].isdigit() and 4 <= len(given[0]) <= 12):
        raise PatternInvalid("a company prefix has 4 to 12 digits")
    return tuple(form(scheme, given))


def _gtin(_: str, given: list[str]) -> Iterator[Span]:
    """Return items, and lots or classes where those stand in the field, under a prefix; a single product is a class (`class_of`)."""
    return _prefixed("01/", given, _DIGITS)


def _upui(scheme: str, given: list[str]) -> Iterator[Span]:
    if len(given) < 2:
        raise PatternInvalid("a pattern of upui names its item: urn:epc:idpat:upui:6901234.000001.*")
    yield _beginning(_canonical(scheme, [*given, "1"]).removesuffix("1"))


def _itip(scheme: str, given: list[str]) -> Iterator[Span]:
    if len(given) < 2:
        yield from _prefixed("8006/", given, _DIGITS)
        return
    found = _canonical(scheme, [*given, *("01", "01", "1")[len(given) - 2 :]]).removesuffix("/21/1")
    # Behind the fourteen digits of the item come two digits each for the piece and for how many there are.
    yield _beginning(found[: len(found) - 2 * (4 - len(given))] if len(given) < 4 else f"{found}/21/")


def _sscc(_: str, given: list[str]) -> Iterator[Span]:
    return _prefixed("00/", given, _DIGITS)


def _place(key: str) -> Callable[[str, list[str]], Iterator[Span]]:
    def spans(scheme: str, given: list[str]) -> Iterator[Span]:
        if len(given) < 2:
            yield from _prefixed(f"{key}/", given)
            return
        found = _canonical(scheme, [*given, "0"] if scheme == "sgln" else given)
        yield _exactly(found)
        yield _beginning(f"{found}/")

    return spans


def _numbered(key: str, before: str = "") -> Callable[[str, list[str]], Iterator[Span]]:
    """Return the form of keys whose serial number follows their thirteen digits."""

    def spans(scheme: str, given: list[str]) -> Iterator[Span]:
        if len(given) < 2:
            yield from _prefixed(f"{key}/{before}", given)
            return
        yield _beginning(_canonical(scheme, [*given, "1"]).removesuffix("1"))

    return spans


def _plain(key: str) -> Callable[[str, list[str]], Iterator[Span]]:
    return lambda _, given: _prefixed(f"{key}/", given)


def _cpid(scheme: str, given: list[str]) -> Iterator[Span]:
    if len(given) < 2:
        yield from _prefixed("8010/", given)
        return
    found = _canonical(scheme, [*given, "1"]).removesuffix("/8011/1")
    yield _exactly(found)
    yield _beginning(f"{found}/")


def _prefixed(key: str, given: list[str], before: str = "") -> Iterator[Span]:
    """Return the spans of all keys under a company prefix, which may have one digit before it."""
    if not given:
        yield _beginning(_ORIGIN + key)
        return
    for digit in before or ("",):
        yield _beginning(f"{_ORIGIN}{key}{digit}{given[0]}")


def _canonical(scheme: str, parts: list[str]) -> str:
    try:
        return parse(f"urn:epc:id:{scheme}:{'.'.join(parts)}").canonical
    except IdentifierInvalid as refusal:
        raise PatternInvalid(refusal.cure) from None


def _beginning(text: str) -> Span:
    key = text_key(text)
    return key, key + _END


def _exactly(text: str) -> Span:
    key = text_key(text)
    return key, key + b"\x00"


_PARTS: Final[Mapping[str, int]] = {
    "sscc": 2,
    "giai": 2,
    "gsrn": 2,
    "gsrnp": 2,
    "pgln": 2,
    "ginc": 2,
    "gsin": 2,
    "itip": 5,
}
"""Parts of a pattern, where they are not three."""

_FORMS: Final[Mapping[str, Callable[[str, list[str]], Iterator[Span]]]] = {
    "sgtin": _gtin,
    "upui": _upui,
    "itip": _itip,
    "sscc": _sscc,
    "sgln": _place("414"),
    "pgln": _place("417"),
    "grai": _numbered("8003", "0"),
    "gdti": _numbered("253"),
    "sgcn": _numbered("255"),
    "giai": _plain("8004"),
    "gsrn": _plain("8018"),
    "gsrnp": _plain("8017"),
    "ginc": _plain("401"),
    "gsin": _plain("402"),
    "cpi": _cpid,
}
