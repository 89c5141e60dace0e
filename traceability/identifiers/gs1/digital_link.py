"""GS1 Digital Links of any domain, compressed or not.

GS1 Digital Link URI Syntax §4: the last primary key of the path counts, what stands before it is the domain's own, key
qualifiers follow it in their order, and the query holds attributes. A compressed part ends the path. GTINs of 8, 12 and
13 digits, `;` between attributes and a slash at the end are tolerated.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import unquote_to_bytes

from traceability.identifiers.gs1.application_identifiers import APPLICATION_IDENTIFIERS
from traceability.identifiers.gs1.compression import decompressed
from traceability.identifiers.gs1.element_string import verified_attribute
from traceability.identifiers.gs1.gtin import SHORT_LENGTHS
from traceability.identifiers.gs1.keys import FORMER_KEYS, KEYS, QUALIFIERS, SHORT_NAMES, key_among, qualifiers_among
from traceability.identifiers.identifier import Identifier
from traceability.identifiers.invalid import IdentifierInvalid

_ADDRESS = re.compile(
    r"(https?://(?:[\w.-]+|\[[0-9A-Fa-f:.]+\])(?::[0-9]{1,5})?)/([^?#\s]*)(?:\?([^#\s]*))?(?:#\S*)?", re.IGNORECASE
)
_BROKEN_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
_Pairs = tuple[tuple[str, str], ...]
_ANY_QUALIFIER = {key: frozenset().union(*sequences) for key, sequences in QUALIFIERS.items()}
_READ_BY_THE_KEY = frozenset({"10", "21", "235", "254", "8020"})
"""Qualifiers of which the reader of the key verifies all that there is to verify."""
_READ_BY_A_TRADE_ITEM = _READ_BY_THE_KEY | {"22"}
"""The same where the key is a GTIN, whose reader verifies the consumer product variant too."""


class Address(NamedTuple):
    """A web address in its parts."""

    origin: str
    path: str
    """Without the slash that it begins with."""
    query: str


@dataclass(frozen=True, slots=True)
class DigitalLink:
    """What a Digital Link says."""

    identifier: Identifier | None
    """What it names; None where reading is lenient and did not look at all of it."""
    stem: str
    """The address up to the slash before the key, such as ``https://example.com/shop``."""
    path: _Pairs
    """The key and its qualifiers, in their order."""
    attributes: _Pairs
    others: _Pairs
    """Pairs of the query that are none of GS1's, such as ``linkType``."""
    is_compressed: bool


def address_of(text: str) -> Address:
    """Return a web address in its parts.

    Raises:
        IdentifierInvalid: (``web-address``) it is none.
    """
    match = _ADDRESS.fullmatch(text)
    if match is None:
        raise IdentifierInvalid(text, "web-address", "This is not a well-formed http or https address.")
    origin, path, query = match.groups()
    return Address(origin, path, query or "")


def plain_identifier_in(address: Address, text: str) -> Identifier | None:
    """Return what a link without query and slash at its end names, by strict reading: plain, or compressed as a whole.

    None where it is another kind of address, which `digital_link_in` may read. This is the way of nearly all links.

    Raises:
        IdentifierInvalid: with the place and the cure.
    """
    if address.query:
        return None
    if "/" not in address.path:
        try:
            return _decompressed(address.path, text, strict=True)[0]
        except IdentifierInvalid:
            return None
    segments = address.path.split("/")
    for index in range(len(segments) - 2, -1, -2):
        if segments[index] in KEYS:
            if not segments[-1]:
                return None
            path = [(segments[place], percent_decoded(segments[place + 1])) for place in range(index, len(segments), 2)]
            return _identifier(path, text, strict=True)
    return None


def digital_link(text: str, *, strict: bool = True) -> DigitalLink:
    """Return what a Digital Link says.

    Not strict, the names and keys of older editions are read, and only the form of attributes is looked at.

    Raises:
        IdentifierInvalid: with the place and the cure; ``key-missing`` where the address is of another kind.
    """
    found = digital_link_in(address_of(text), text, strict=strict)
    if found is None:
        raise IdentifierInvalid(text, "key-missing", "The path holds no GS1 key, such as /01/….")
    return found


def digital_link_in(address: Address, text: str, *, strict: bool) -> DigitalLink | None:
    """Return what a web address says as a Digital Link, or None where it is of another kind."""
    path = address.path
    # A trailing slash is tolerated; where it ends a qualifier without a value, that is what is refused.
    for ending in (path[:-1], path) if path.endswith("/") else (path,):
        segments = ending.split("/")
        if not strict:
            segments = [SHORT_NAMES.get(segment, segment) for segment in segments]
        for index in range(len(segments) - 2, -1, -2):
            if segments[index] in KEYS or (not strict and segments[index] in FORMER_KEYS):
                return _plain(address, segments, index, text, strict=strict)
    return _compressed(address, path.removesuffix("/").split("/"), text, strict=strict)


def percent_decoded(value: str) -> str:
    """Return a percent-encoded value in plain.

    Raises:
        IdentifierInvalid: a percent sign is not followed by two hexadecimal digits, or the bytes are no UTF-8.
    """
    if "%" not in value:
        return value
    if broken := _BROKEN_PERCENT.search(value):
        cure = "A percent sign is followed by two hexadecimal digits; the sign itself is written %25."
        raise IdentifierInvalid(value, "percent-encoding", cure, place=broken.start())
    try:
        return unquote_to_bytes(value).decode()
    except UnicodeError:
        raise IdentifierInvalid(value, "percent-encoding", "The percent-encoded bytes are not UTF-8.") from None


def _plain(address: Address, segments: Sequence[str], index: int, text: str, *, strict: bool) -> DigitalLink:
    path = [(segments[place], percent_decoded(segments[place + 1])) for place in range(index, len(segments), 2)]
    identifier = _identifier(path, text, strict=strict)
    attributes, others = _query(address.query, path, text, strict=strict) if address.query else ((), ())
    stem = "/".join((address.origin, *segments[:index]))
    return DigitalLink(identifier, stem, _padded(path), attributes, others, is_compressed=False)


def _identifier(
    path: Sequence[tuple[str, str]], text: str, *, strict: bool, is_sorted: bool = False
) -> Identifier | None:
    """Return what the key of a path and its qualifiers name; not strict, only look at forms and check digits."""
    key, value = path[0]
    qualifiers: dict[str, str] = {}
    if len(path) > 1:
        allowed = _ANY_QUALIFIER.get(key, frozenset())
        verified = _READ_BY_A_TRADE_ITEM if key == "01" else _READ_BY_THE_KEY
        for number, qualifier in path[1:]:
            if not is_sorted and (number in qualifiers or number not in allowed):
                cure = f"{number!r} does not qualify key {key}, or stands twice: correct the path behind the key."
                raise IdentifierInvalid(text, "qualifier", cure, place=max(text.rfind(f"/{number}/"), 0))
            if not (strict and number in verified):
                verified_attribute(number, qualifier, strict=strict)
            qualifiers[number] = qualifier
    if not strict:
        verified_attribute(key, value.zfill(14) if key == "01" and len(value) in SHORT_LENGTHS else value, strict=False)
        return None
    identifier = KEYS[key](value, qualifiers)
    if not is_sorted and len(qualifiers) > 1 and (order := tuple(qualifiers)) != qualifiers_among(key, qualifiers):
        wanted = " or ".join(", ".join(sequence) for sequence in QUALIFIERS[key])
        cure = f"The qualifiers of key {key} stand in this order: {wanted}."
        raise IdentifierInvalid(text, "qualifier-order", cure, place=max(text.rfind(f"/{order[0]}/"), 0))
    return identifier


def _compressed(address: Address, segments: list[str], text: str, *, strict: bool) -> DigitalLink | None:
    """Return what a link says whose last part is compressed, with or without a plain key before it."""
    for index in range(len(segments) - 3, -1, -2):
        if segments[index] in KEYS:
            return _half_compressed(address, segments, index, text, strict=strict)
    try:
        identifier, path, attributes, others = _decompressed(segments[-1], text, strict=strict)
    except IdentifierInvalid:
        # An address of another kind whose last part looks like one.
        return None
    more, other_more = _query(address.query, path, text, strict=strict) if address.query else ((), ())
    stem = "/".join((address.origin, *segments[:-1]))
    return DigitalLink(identifier, stem, path, attributes + more, others + other_more, is_compressed=True)


def _decompressed(segment: str, text: str, *, strict: bool) -> tuple[Identifier | None, _Pairs, _Pairs, _Pairs]:
    """Return what a compressed part names by itself, its key and qualifiers, its attributes and other pairs."""
    pairs, others = decompressed(segment)
    path, attributes = _sorted_by_use(_path_numbers(tuple([number for number, _ in pairs])), pairs)
    identifier = _identifier(path, text, strict=strict, is_sorted=True)
    for number, value in attributes:
        verified_attribute(number, value, strict=strict)
    return identifier, path, attributes, others


def _half_compressed(
    address: Address, segments: list[str], index: int, text: str, *, strict: bool
) -> DigitalLink | None:
    plain = [(segments[place], percent_decoded(segments[place + 1])) for place in range(index, len(segments) - 1, 2)]
    try:
        _identifier(plain[:1], text, strict=strict)
    except IdentifierInvalid:
        return None
    try:
        pairs, others = decompressed(segments[-1])
    except IdentifierInvalid:
        cure = "Behind the key stand qualifiers, each with its value; take this part of the path away."
        place = len(text) - len(text.partition(address.path)[2]) - len(segments[-1])
        raise IdentifierInvalid(text, "path", cure, place=max(place, 0)) from None
    pairs = (*plain, *pairs)
    numbers = (plain[0][0], *qualifiers_among(plain[0][0], dict(pairs)))
    path, attributes = _sorted_by_use(numbers, pairs)
    identifier = _identifier(path, text, strict=strict, is_sorted=True)
    for number, value in attributes:
        verified_attribute(number, value, strict=strict)
    more, other_more = _query(address.query, path, text, strict=strict) if address.query else ((), ())
    stem = "/".join((address.origin, *segments[:index]))
    return DigitalLink(identifier, stem, _padded(path), attributes + more, others + other_more, is_compressed=True)


@lru_cache(maxsize=1024)
def _path_numbers(numbers: tuple[str, ...]) -> tuple[str, ...]:
    """Return those of a link's application identifiers that stand in the path: the key and its qualifiers in their order.

    Raises:
        IdentifierInvalid: there is no key among them, or more than one.
    """
    values = dict.fromkeys(numbers, "")
    key = key_among(values)
    return (key, *qualifiers_among(key, values))


def _sorted_by_use(numbers: tuple[str, ...], pairs: _Pairs) -> tuple[_Pairs, _Pairs]:
    """Return the key with its qualifiers in their order, as `numbers` has them, and the attributes."""
    values = dict(pairs)
    return tuple([(number, values[number]) for number in numbers]), tuple(
        [pair for pair in pairs if pair[0] not in numbers]
    )


def belongs_into(numbers: Sequence[str], name: str) -> bool:
    """Return whether an attribute could stand in the path, as a qualifier beside those that are there."""
    return any(name in sequence and set(numbers[1:]) <= set(sequence) for sequence in QUALIFIERS.get(numbers[0], ()))


def _padded(path: Sequence[tuple[str, str]]) -> _Pairs:
    key, value = path[0]
    if key == "01" and len(value) in SHORT_LENGTHS:
        return ((key, value.zfill(14)), *path[1:])
    return tuple(path)


def _query(query: str, path: Sequence[tuple[str, str]], text: str, *, strict: bool) -> tuple[_Pairs, _Pairs]:
    in_path = [number for number, _ in path]
    attributes: dict[str, str] = {}
    others: list[tuple[str, str]] = []
    for part in query.replace(";", "&").split("&"):
        name, _, written = part.partition("=")
        if not strict:
            name = SHORT_NAMES.get(name, name)
        if not (name.isascii() and name.isdecimal()):
            if part:
                others.append((name, written))
            continue
        if name in attributes or name in in_path:
            raise IdentifierInvalid(text, "repeated", f"Application identifier {name} stands twice.")
        # In a query, a plus sign is a space (RFC 1866 §8.2.1).
        value = percent_decoded(written.replace("+", " "))
        attributes[name] = verified_attribute(name, value, strict=strict)
        if strict and (not APPLICATION_IDENTIFIERS[name].is_attribute or belongs_into(in_path, name)):
            cure = f"({name}) belongs to a key and stands behind it in the path."
            raise IdentifierInvalid(text, "attribute", cure, place=max(text.find(part), 0))
    return tuple(attributes.items()), tuple(others)
