"""Page tokens: where to go on, sealed, bound to one query, with an end, and released on request (EPCIS 2.0 §12.4, pagination).

A token is the base64url text, without padding, of `nonce (12) ‖ ChaCha20-Poly1305(end in seconds (8) ‖ digest of the query (16)
‖ place)`: a place may count what its holder must not know of, so nobody but us reads it.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final
from urllib.parse import urlencode

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from fastapi import Request, Response

from api.answers import is_epcis_path
from api.errors import PageTokenInvalid, QueryParameterInvalid
from api.rooms import Rooms, rooms_of
from store.record.page_tokens import is_released, release

LONGEST_TOKEN: Final = 4_000
"""Characters of a token."""

_NONCE: Final = 12
_DIGEST: Final = 16
_CURE: Final = "start again without nextPageToken"


@dataclass(frozen=True, slots=True)
class _Token:
    name: bytes
    """What it is known by once released."""
    ends: int
    digest: bytes
    place: str


def page_size_of(request: Request, name: str = "perPage") -> int:
    """Return how many items the caller wants on a page.

    Raises:
        QueryParameterInvalid: if it is no number, or beyond the limit.
    """
    settings = rooms_of(request).settings
    given = request.query_params.get(name)
    if given is None:
        return settings.epcis_page_size if is_epcis_path(request.url.path) else settings.page_size
    if not (given.isascii() and given.isdigit() and len(given) < 10 and 0 < int(given) <= settings.page_size_limit):
        raise QueryParameterInvalid(name, given, f"give a number from 1 to {settings.page_size_limit}")
    return int(given)


def place_of(request: Request, query: str) -> str | None:
    """Return the place that the caller's token names, or None at the start.

    Raises:
        PageTokenInvalid: if the token is not one of ours for this query, was released, or is too old.
    """
    text = request.query_params.get("nextPageToken")
    if text is None:
        return None
    rooms = rooms_of(request)
    token = _token_in(rooms, text)
    if (
        token is None
        or not hmac.compare_digest(token.digest, _digest(query))
        or token.ends < rooms.clock().timestamp()
        or is_released(rooms.record, token.name)
    ):
        raise PageTokenInvalid("nextPageToken", text, _CURE)
    return token.place


def release_token(rooms: Rooms, text: str) -> None:
    """Let a token end now; what is not, or no longer, a token of ours holds nothing that could be released."""
    token = _token_in(rooms, text)
    now = int(rooms.clock().timestamp())
    if token is not None and token.ends >= now:
        release(rooms.record, token.name, token.ends, now)


def announce_next(request: Request, response: Response, query: str, place: str | None, page_size: int) -> None:
    """Put the address of the next page and the token's end into the answer's headers; on the last page nothing."""
    if place is None:
        return
    rooms = rooms_of(request)
    ends: datetime = (rooms.clock() + timedelta(seconds=rooms.settings.token_seconds)).replace(microsecond=0)
    token = _sealed(rooms, int(ends.timestamp()), query, place)
    kept = [
        (name, value) for name, value in request.query_params.multi_items() if name not in ("nextPageToken", "perPage")
    ]
    path = (request.scope.get("raw_path") or request.url.path.encode()).partition(b"?")[0].decode("latin-1")
    address = path + "?" + urlencode([*kept, ("perPage", page_size), ("nextPageToken", token)])
    response.headers["Link"] = f'<{address}>; rel="next"'
    response.headers["GS1-Next-Page-Token-Expires"] = ends.isoformat().replace("+00:00", "Z")


def pair_in(place: str | None) -> tuple[int, bytes] | None:
    """Return the time and the id that a place names, of a list in the order of both; None at the start.

    Raises:
        PageTokenInvalid: if the place is of another kind.
    """
    if place is None:
        return None
    time, _, number = place.partition(":")
    try:
        return int(time), bytes.fromhex(number)
    except ValueError as error:
        raise PageTokenInvalid("nextPageToken", place, _CURE) from error


def _sealed(rooms: Rooms, ends: int, query: str, place: str) -> str:
    nonce = secrets.token_bytes(_NONCE)
    content = ends.to_bytes(8, "big") + _digest(query) + place.encode()
    sealed = ChaCha20Poly1305(rooms.token_secret).encrypt(nonce, content, None)
    return base64.urlsafe_b64encode(nonce + sealed).rstrip(b"=").decode()


def _token_in(rooms: Rooms, text: str) -> _Token | None:
    """Return what a token says, or None where it is not one of ours."""
    if len(text) > LONGEST_TOKEN:
        return None
    try:
        raw = base64.b64decode(text.encode() + b"=" * (-len(text) % 4), altchars=b"-_", validate=True)
        content = ChaCha20Poly1305(rooms.token_secret).decrypt(raw[:_NONCE], raw[_NONCE:], None)
    except (binascii.Error, UnicodeEncodeError, ValueError, InvalidTag):
        return None
    place = content[8 + _DIGEST :].decode()
    return _Token(raw[:_NONCE], int.from_bytes(content[:8], "big"), content[8 : 8 + _DIGEST], place)


def _digest(query: str) -> bytes:
    return hashlib.sha256(query.encode()).digest()[:_DIGEST]
