"""Identifiers in the path of a request: GS1 Digital Links, compressed ones too, and the paths of the other schemes.

The path is taken as it was sent: an escaped slash in a serial number is no separator. A slash at its end is tolerated
(GS1-Conformant Resolver 1.2.0 §2.13), and so are the names that stood for application identifiers until version 1.2 of the
Digital Link standard (`/gtin/…/lot/…/ser/…`).
"""

from __future__ import annotations

import re
from typing import Final

from fastapi import Request

from traceability.identifiers import Identifier, IdentifierInvalid, parse
from traceability.identifiers.gs1.keys import KEYS

GS1_KEYS: Final = tuple(sorted(KEYS))
"""Application identifiers that begin a GS1 Digital Link."""

DOMAIN: Final = "https://id.gs1.org"
"""The domain under which a path is read: which one it stands on does not matter."""

OTHER_SCHEMES: Final = ("uscc", "lei")
"""First parts of the paths of codes without a domain of their own."""

_KEY_NAMES: Final = {
    "sscc": "00", "gtin": "01", "gdti": "253", "gcn": "255", "ginc": "401", "gsin": "402", "gln": "414", "payto": "415",
    "party": "417", "grai": "8003", "giai": "8004", "itip": "8006", "cpid": "8010", "gmn": "8013", "gsrnp": "8017",
    "gsrn": "8018",
}  # fmt: skip
_QUALIFIER_NAMES: Final = {
    "lot": "10", "ser": "21", "cpv": "22", "tpx": "235", "glnx": "254", "cpsn": "8011", "srin": "8019", "refno": "8020",
}  # fmt: skip
_COMPRESSED: Final = re.compile(r"[A-Za-z0-9_-]{8,200}")
_ATTRIBUTE: Final = re.compile(r"[0-9]{2,4}=[^&;]*")


def path_of(request: Request) -> str:
    """Return the path of a request as it was sent."""
    raw = request.scope.get("raw_path") or request.url.path.encode()
    return bytes(raw).partition(b"?")[0].decode("latin-1")


def query_of(request: Request) -> str:
    """Return the query of a request as it was sent."""
    return bytes(request.scope.get("query_string", b"")).decode("latin-1")


def begins_an_identifier(first: str) -> bool:
    """Say whether a first part of a path is that of an identifier."""
    return first in GS1_KEYS or first in OTHER_SCHEMES or first.startswith(("88.", "86."))


def is_of_an_identifier(path: str) -> bool:
    """Say whether a path is that of an identifier, right or wrong, or a single part that may be a compressed link."""
    segments = path.strip("/").split("/")
    if len(segments) == 1:
        return _COMPRESSED.fullmatch(segments[0]) is not None and _is_compressed(segments[0])
    return begins_an_identifier(segments[0]) or segments[0].lower() in _KEY_NAMES


def address_in(path: str, query: str = "") -> str:
    """Return the address that a path names, with the attributes of the query beside it, as `parse` reads it."""
    segments = path.strip("/").split("/")
    if segments[0].lower() in _KEY_NAMES:
        segments[0] = _KEY_NAMES[segments[0].lower()]
        segments[2::2] = [_QUALIFIER_NAMES.get(name.lower(), name) for name in segments[2::2]]
    if segments[0] in OTHER_SCHEMES and len(segments) > 1:
        return f"{segments[0]}:{'/'.join(segments[1:])}"
    attributes = "&".join(_ATTRIBUTE.findall(query))
    return f"{DOMAIN}/{'/'.join(segments)}" + (f"?{attributes}" if attributes else "")


def identifier_in_path(request: Request) -> Identifier:
    """Return the identifier that the path of a request is.

    Raises:
        IdentifierInvalid: with the place and the cure.
    """
    return parse(address_in(path_of(request)))


def _is_compressed(segment: str) -> bool:
    try:
        parse(f"{DOMAIN}/{segment}")
    except IdentifierInvalid:
        return False
    return True
