"""Who is calling: API keys by `Authorization: Bearer …` or `X-API-Key`, or a request that an organisation's key signed.

An API key has 256 random bits and is looked up by its SHA-256, so that no comparison of secrets takes a time that tells anything.
"""

from __future__ import annotations

import base64
import binascii
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

from fastapi import Depends, Request

from api.errors import KeyMissing, KeyRefused, RoleMissing
from api.rooms import rooms_of
from api.signed_requests import signing_organisation
from store.reader import Reader
from store.record.accounts import account_of
from store.record.standing import reader_of


class AccountRole(StrEnum):
    """What an account may do for its organisation; none opens another firm's events."""

    CAPTURE = "capture"
    """Capture events, describe products, make dossiers and labels."""
    QUERY = "query"
    """Read what the organisation may read."""
    ADMINISTER = "administer"
    """Manage the organisation's API keys, signing key, profile, and the policy of its prefixes."""
    OPERATE = "operate"
    """Act as the network's authority: members, prefixes, nodes."""


@dataclass(frozen=True, slots=True)
class Caller:
    """An account that showed a valid key, an organisation that signed the request, or anyone."""

    reader: Reader
    """As whom the store answers."""
    key_id: str | None = None
    """Public name of the API key."""

    @property
    def organisation(self) -> int:
        """Return the caller's organisation.

        Raises:
            KeyMissing: if nobody in particular is calling.
        """
        if self.reader.organisation is None:
            raise KeyMissing
        return self.reader.organisation

    def needs(self, role: AccountRole) -> None:
        """Refuse a caller without a role.

        Raises:
            KeyMissing: if nobody in particular is calling.
            RoleMissing: if the account does not have the role.
        """
        if self.reader.organisation is None:
            raise KeyMissing
        if role.value not in self.reader.roles:
            raise RoleMissing(role.value)


def caller_of(request: Request) -> Caller:
    """Return who is calling; without a key and a signature that is anyone.

    Raises:
        KeyRefused: if a key was sent that opens nothing.
        What `api.signed_requests.signing_organisation` raises.
    """
    text = _key_text(request)
    rooms = rooms_of(request)
    signer = signing_organisation(request, rooms)
    if signer is not None:
        # Another firm reads here; capturing and administering are for those whose node this is.
        return Caller(reader_of(rooms.record, signer, (AccountRole.QUERY,), rooms.clock()))
    if text is None:
        return Caller(reader_of(rooms.record, None, now=rooms.clock()))
    account = account_of(rooms.record, text, rooms.clock()) if 0 < len(text) <= 200 and text.isascii() else None
    if account is None:
        raise KeyRefused
    # Groups and running grants are asked for each request: what was taken back is not seen by the next one.
    return Caller(reader_of(rooms.record, account.organisation, account.roles, rooms.clock()), account.id)


class Needs:
    """A dependency that admits callers with one role."""

    def __init__(self, role: AccountRole) -> None:
        self.role = role

    def __call__(self, request: Request) -> Caller:
        """Return the caller, who has the role."""
        caller = caller_of(request)
        caller.needs(self.role)
        return caller


def _key_text(request: Request) -> str | None:
    plain = request.headers.get("x-api-key")
    if plain is not None:
        return plain.strip()
    header = request.headers.get("authorization")
    if header is None:
        return None
    scheme, _, value = header.partition(" ")
    if scheme.lower() == "bearer":
        return value.strip()
    if scheme.lower() == "basic":
        # EPCIS clients often know only user and password: the key is the password, the user is not looked at.
        try:
            return base64.b64decode(value.strip(), validate=True).decode("ascii").partition(":")[2]
        except (binascii.Error, UnicodeDecodeError):
            return ""
    return ""


AnyCaller = Annotated[Caller, Depends(caller_of)]
"""A parameter of a handler that anyone may call."""
Capturer = Annotated[Caller, Depends(Needs(AccountRole.CAPTURE))]
"""A parameter of a handler for accounts that capture."""
Querier = Annotated[Caller, Depends(Needs(AccountRole.QUERY))]
"""A parameter of a handler for accounts that query."""
Administrator = Annotated[Caller, Depends(Needs(AccountRole.ADMINISTER))]
"""A parameter of a handler for administrators of a firm."""
FOR_OPERATORS = Depends(Needs(AccountRole.OPERATE))
"""A dependency of a handler for operators of the network, who act for its authority and not for a firm."""
FOR_QUERIERS = Depends(Needs(AccountRole.QUERY))
"""A dependency of a handler for accounts that query, where the handler does not ask which."""
