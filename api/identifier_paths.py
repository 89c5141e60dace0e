"""Identifiers in the path of a request: GS1 Digital Links and the paths of the other schemes."""

from __future__ import annotations

from fastapi import Request

from traceability.identifiers import Identifier, parse

GS1_KEYS = ("00", "01", "253", "255", "401", "402", "414", "417", "8003", "8004", "8006", "8010", "8017", "8018")
"""Application identifiers that begin a GS1 Digital Link (GS1 Digital Link URI Syntax, primary keys)."""
OTHER_SCHEMES = ("uscc", "lei")
"""First parts of the paths of codes without a domain of their own."""


def begins_an_identifier(first: str) -> bool:
    """Say whether a first part of a path is that of an identifier."""
    return first in GS1_KEYS or first in OTHER_SCHEMES or first.startswith(("88.", "86."))


def identifier_in_path(request: Request) -> Identifier:
    """Return the identifier that the path of a request is.

    The path is taken as it was sent: an escaped slash in a serial number is no separator.

    Raises:
        IdentifierInvalid: with the place and the cure.
    """
    raw = request.scope.get("raw_path") or request.url.path.encode()
    text = bytes(raw).partition(b"?")[0].decode("latin-1")
    first, _, rest = text.strip("/").partition("/")
    if first in OTHER_SCHEMES:
        return parse(f"{first}:{rest}")
    return parse(f"https://id.gs1.org/{first}/{rest}")
