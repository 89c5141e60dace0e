"""Web addresses that carry an identifier: GS1 Digital Link on any domain, and ``…/88.…/…``.

GS1 Digital Link URI Syntax §4: the last primary key of the path counts, what stands before it is the domain's own, key
qualifiers follow it, and the query holds attributes. Attributes are no identity and are dropped once they are verified.
"""

import re
from urllib.parse import unquote_to_bytes

from traceability.identifiers.gs1.element_string import verify_attribute
from traceability.identifiers.gs1.keys import KEYS, QUALIFIERS
from traceability.identifiers.identifier import Identifier
from traceability.identifiers.schemes.idis import idis, looks_like_idis
from traceability.identifiers.invalid import IdentifierInvalid
from traceability.identifiers.schemes.lei import lei
from traceability.identifiers.schemes.uscc import uscc

_ADDRESS = re.compile(
    r"https?://(?:[\w.-]+|\[[0-9A-Fa-f:.]+\])(?::[0-9]{1,5})?/([^?#\s]*)(?:\?([^#\s]*))?(?:#\S*)?", re.IGNORECASE
)
_BROKEN_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")


def web_address(text: str) -> Identifier:
    """Return the identifier that a web address carries."""
    match = _ADDRESS.fullmatch(text)
    if match is None:
        raise IdentifierInvalid(text, "web-address", "This is not a well-formed http or https address.")
    path, query = match.groups()
    # A trailing slash is tolerated; where it ends a qualifier without a value, that is what is refused.
    for segments in (path.removesuffix("/").split("/"), path.split("/")):
        for index in range(len(segments) - 2, -1, -2):
            if segments[index] in KEYS:
                identifier = _gs1(segments[index:], text)
                if query:
                    _verify_attributes(query, identifier, text)
                return identifier
    return _other_scheme(path, text)


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
    except UnicodeDecodeError:
        raise IdentifierInvalid(value, "percent-encoding", "The percent-encoded bytes are not UTF-8.") from None


def _gs1(segments: list[str], text: str) -> Identifier:
    key = segments[0]
    value = percent_decoded(segments[1])
    if len(segments) == 2:
        return KEYS[key](value, {})
    allowed = QUALIFIERS.get(key, frozenset())
    qualifiers: dict[str, str] = {}
    for ai, encoded_value in zip(segments[2::2], segments[3::2], strict=True):
        if ai not in allowed or ai in qualifiers:
            cure = f"{ai!r} does not qualify key {key}, or stands twice: correct the path behind the key."
            raise IdentifierInvalid(text, "qualifier", cure, place=max(text.rfind(f"/{ai}/"), 0))
        qualifiers[ai] = percent_decoded(encoded_value)
    return KEYS[key](value, qualifiers)


def _verify_attributes(query: str, identifier: Identifier, text: str) -> None:
    seen: set[str] = set()
    for part in query.replace(";", "&").split("&"):
        name, _, value = part.partition("=")
        if not (name.isascii() and name.isdecimal()):
            continue
        if name in seen:
            raise IdentifierInvalid(text, "repeated", f"Attribute {name} stands twice.")
        seen.add(name)
        if name in KEYS:
            raise IdentifierInvalid(
                text, "keys-many", f"{name} is a key of its own and no attribute of {identifier.canonical}."
            )
        verify_attribute(name, percent_decoded(value))


def _other_scheme(path: str, text: str) -> Identifier:
    segments = path.split("/")
    for index, segment in enumerate(segments[:-1]):
        if looks_like_idis(segment):
            return idis(segment, percent_decoded("/".join(segments[index + 1 :])))
        if segment in {"uscc", "lei"}:
            return (uscc if segment == "uscc" else lei)(percent_decoded(segments[index + 1]))
    cure = "The path holds no GS1 key (such as /01/…) and no industrial-internet identifier (such as /88.…/…)."
    raise IdentifierInvalid(text, "key-missing", cure)
