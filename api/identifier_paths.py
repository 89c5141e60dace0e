"""Identifiers in the path of a request: GS1 Digital Links, compressed ones too, and the paths of the other schemes.

The path is taken as it was sent: an escaped slash in a serial number is no separator. A slash at its end is tolerated
(GS1-Conformant Resolver 1.2.0 §2.13), and so are the names that stood for application identifiers until version 1.2 of the
Digital Link standard (`/gtin/…/lot/…/ser/…`).
"""

from __future__ import annotations

import re
from typing import Final

from fastapi import Request

from traceability.identifiers import (
    Identifier,
    IdentifierInvalid,
    begins_an_identifier,
    gs1_message,
    parse,
    text_of_path,
)
from traceability.identifiers.gs1.keys import KEYS, SHORT_NAMES

GS1_KEYS: Final = tuple(sorted(KEYS))
"""Application identifiers that begin a GS1 Digital Link."""

_NAMES: Final = {name.lower(): number for name, number in SHORT_NAMES.items()}
_COMPRESSED: Final = re.compile(r"[A-Za-z0-9_-]{8,200}")
_ATTRIBUTE: Final = re.compile(r"[0-9]{2,4}=[^&;]*")


def path_of(request: Request) -> str:
    """Return the path of a request as it was sent."""
    raw = request.scope.get("raw_path") or request.url.path.encode()
    return bytes(raw).partition(b"?")[0].decode("latin-1")


def query_of(request: Request) -> str:
    """Return the query of a request as it was sent."""
    return bytes(request.scope.get("query_string", b"")).decode("latin-1")


def is_of_an_identifier(path: str) -> bool:
    """Say whether a path is that of an identifier, right or wrong, or a single part that is a compressed link."""
    first, slash, _ = path.strip("/").partition("/")
    if not slash:
        return _COMPRESSED.fullmatch(first) is not None and _is_compressed(first)
    return begins_an_identifier(first) or _NAMES.get(first.lower()) in KEYS


def text_in(path: str, query: str = "") -> str:
    """Return the text that a path stands for, as `parse` reads it, with the attributes of the query beside a GS1 key.

    Raises:
        IdentifierInvalid: a percent sign in it is not followed by two hexadecimal digits.
    """
    segments = path.strip("/").split("/")
    if _NAMES.get(segments[0].lower()) in KEYS:
        segments[0::2] = [_NAMES.get(name.lower(), name) for name in segments[0::2]]
    text = text_of_path("/".join(segments))
    attributes = "&".join(_ATTRIBUTE.findall(query)) if segments[0] in KEYS or len(segments) == 1 else ""
    return f"{text}?{attributes}" if attributes else text


def identifier_in_path(request: Request) -> Identifier:
    """Return the identifier that the path of a request is.

    Raises:
        IdentifierInvalid: with the place and the cure.
    """
    return parse(text_in(path_of(request)))


def _is_compressed(segment: str) -> bool:
    try:
        return gs1_message(text_of_path(segment)).is_compressed
    except IdentifierInvalid:
        return False
