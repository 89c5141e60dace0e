"""Field types that requests share: addresses, keys, masks, and identifiers in any of their writings."""

from __future__ import annotations

from typing import Annotated, Any

import rfc8785
from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from api.errors import RequestInvalid
from capture.errors import Problem
from traceability.identifiers import Identifier, IdentifierInvalid, parse
from traceability.ledger.meta import Kind, Role

Address = Annotated[str, StringConstraints(pattern=r"^0x[0-9a-fA-F]{40}$")]
"""An account's address, 20 bytes as hexadecimal."""
Hash = Annotated[str, StringConstraints(pattern=r"^0x[0-9a-fA-F]{64}$")]
"""32 bytes as hexadecimal."""
Organisation = Annotated[int, Field(ge=1, lt=2**32)]
"""Number of an organisation."""
Seconds = Annotated[int, Field(ge=0, lt=2**63)]
"""A time in seconds since 1970."""
ShortText = Annotated[str, StringConstraints(min_length=1, max_length=200)]
"""A name or a line."""
IdentifierText = Annotated[str, StringConstraints(min_length=1, max_length=1000)]
"""An identifier in any writing."""
KindName = Annotated[str, StringConstraints(pattern="^[A-Za-z-]{3,20}$")]
"""Name of a kind of event, as docs/formats.md §2 has it."""


class Body(BaseModel):
    """A request body: unknown members are refused, so that a misspelt one is not lost."""

    model_config = ConfigDict(extra="forbid", strict=True)


def octets(text: str) -> bytes:
    """Return the bytes of a checked hexadecimal text."""
    return bytes.fromhex(text[2:])


def hexadecimal(data: bytes | None) -> str | None:
    """Return bytes as `0x…` for display."""
    return None if data is None else "0x" + data.hex()


def identifier_at(pointer: str, text: str) -> Identifier:
    """Return the identifier that stands at a place of a request.

    Raises:
        RequestInvalid: with the place, the reason and the cure.
    """
    try:
        return parse(text)
    except IdentifierInvalid as error:
        raise RequestInvalid([Problem("identifier-invalid", pointer, str(error), error.cure)]) from error


def kinds_mask(pointer: str, names: list[str], first_line: bool = False) -> int:
    """Return the mask of rights that a list of kinds gives (docs/formats.md §2)."""
    mask = int(first_line)
    for place, name in enumerate(names):
        try:
            mask |= 1 << Kind[name.upper()]
        except KeyError as error:
            known = ", ".join(kind.name.lower() for kind in Kind if kind)
            problem = Problem(
                "request-invalid", f"{pointer}/{place}", f"{name!r} is no kind of event", f"use one of: {known}"
            )
            raise RequestInvalid([problem]) from error
    return mask


def kind_names(mask: int) -> list[str]:
    """Return the kinds of a mask of rights."""
    return [kind.name.lower() for kind in Kind if kind and mask >> kind & 1]


def roles_mask(pointer: str, names: list[str]) -> int:
    """Return the mask of an organisation's roles (docs/formats.md §5)."""
    mask = Role.NONE
    for place, name in enumerate(names):
        try:
            mask |= Role[name.upper()]
        except KeyError as error:
            known = ", ".join(role.name.lower() for role in Role if role.name)
            problem = Problem("request-invalid", f"{pointer}/{place}", f"{name!r} is no role", f"use one of: {known}")
            raise RequestInvalid([problem]) from error
    return int(mask)


def role_names(mask: int) -> list[str]:
    """Return the roles of a mask."""
    return [role.name.lower() for role in Role(mask) if role.name]


def canonical_text(pointer: str, content: dict[str, Any]) -> str:
    """Return the RFC 8785 text of an object of a request.

    Raises:
        RequestInvalid: if it holds what has no such text.
    """
    try:
        return rfc8785.dumps(content).decode()
    except (rfc8785.CanonicalizationError, UnicodeError, RecursionError) as error:
        problem = Problem(
            "request-invalid", pointer, "has no RFC 8785 text", "write numbers within 2^53 and texts in Unicode"
        )
        raise RequestInvalid([problem]) from error
