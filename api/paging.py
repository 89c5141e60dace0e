"""Page tokens: where to go on, signed, bound to one query, with an end (EPCIS 2.0 §12.4 pagination)."""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
from datetime import datetime, timedelta
from urllib.parse import urlencode

from fastapi import Request, Response

from api.errors import PageTokenInvalid, QueryParameterInvalid
from api.rooms import Rooms, rooms_of

_TAG = 16
_CURE = "start again without nextPageToken"


def page_size_of(request: Request, name: str = "perPage") -> int:
    """Return how many items the caller wants on a page.

    Raises:
        QueryParameterInvalid: if it is no number, or beyond the limit.
    """
    settings = rooms_of(request).settings
    given = request.query_params.get(name)
    if given is None:
        return settings.page_size
    if not (given.isascii() and given.isdigit() and len(given) < 10 and 0 < int(given) <= settings.page_size_limit):
        raise QueryParameterInvalid(name, given, f"give a number from 1 to {settings.page_size_limit}")
    return int(given)


def place_of(request: Request, query: str) -> str | None:
    """Return the place that the caller's token names, or None at the start.

    Raises:
        PageTokenInvalid: if the token is not one of ours for this query, or too old.
    """
    token = request.query_params.get("nextPageToken")
    if token is None:
        return None
    rooms = rooms_of(request)
    try:
        raw = base64.b64decode(token.encode() + b"=" * (-len(token) % 4), altchars=b"-_", validate=True)
    except (binascii.Error, UnicodeEncodeError, ValueError) as error:
        raise PageTokenInvalid("nextPageToken", token, _CURE) from error
    tag, content = raw[:_TAG], raw[_TAG:]
    if len(content) < 8 or not hmac.compare_digest(tag, _tag(rooms, query, content)):
        raise PageTokenInvalid("nextPageToken", token, _CURE)
    if int.from_bytes(content[:8], "big") < rooms.clock().timestamp():
        raise PageTokenInvalid("nextPageToken", token, _CURE)
    return content[8:].decode()


def announce_next(request: Request, response: Response, query: str, place: str | None, page_size: int) -> None:
    """Put the address of the next page and the token's end into the answer's headers; on the last page nothing."""
    if place is None:
        return
    rooms = rooms_of(request)
    ends: datetime = rooms.clock() + timedelta(seconds=rooms.settings.token_seconds)
    content = int(ends.timestamp()).to_bytes(8, "big") + place.encode()
    token = base64.urlsafe_b64encode(_tag(rooms, query, content) + content).rstrip(b"=").decode()
    kept = [
        (name, value) for name, value in request.query_params.multi_items() if name not in ("nextPageToken", "perPage")
    ]
    address = request.url.path + "?" + urlencode([*kept, ("perPage", page_size), ("nextPageToken", token)])
    response.headers["Link"] = f'<{address}>; rel="next"'
    response.headers["GS1-Next-Page-Token-Expires"] = ends.isoformat(timespec="seconds")


def _tag(rooms: Rooms, query: str, content: bytes) -> bytes:
    return hmac.new(rooms.token_secret, hashlib.sha256(query.encode()).digest() + content, "sha256").digest()[:_TAG]
