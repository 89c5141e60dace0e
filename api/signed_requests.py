"""Requests that an organisation's key signed (RFC 9421), in place of an API key: whose key it is, the chain says.

A signature is over the body's digest, so the body is read before anybody asks who is calling. It is asked once for each request: a
nonce counts once.
"""

from __future__ import annotations

from urllib.parse import urlsplit

from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.errors import RequestRepeated
from api.rooms import Rooms
from chain.refusals.members import KeyExpired, KeyNotYetValid, KeyUnknown, OrganisationSuspended
from store.mirror.members import organisation_of, signing_key
from store.record.used_nonces import use_nonce
from traceability.ledger.records import OrganisationStatus
from traceability.signed_requests.errors import RequestSignatureInvalid
from traceability.signed_requests.origin import origin_of
from traceability.signed_requests.signature_base import RequestParts
from traceability.signed_requests.signing import CLOCK_SKEW, request_signature

_BODY = "suyuan.signed_body"
_SIGNER = "suyuan.signer"
_HEADER = b"signature-input"


class SignedRequests:
    """ASGI middleware that reads the body of a signed request and hands it on unchanged."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on."""
        if scope["type"] != "http" or all(name != _HEADER for name, _ in scope["headers"]):
            await self.app(scope, receive, send)
            return
        parts: list[bytes] = []
        more = True
        while more:
            message = await receive()
            if message["type"] != "http.request":
                return
            parts.append(message.get("body", b""))
            more = message.get("more_body", False)
        body = b"".join(parts)
        handed = False

        async def again() -> Message:
            nonlocal handed
            if handed:
                return await receive()
            handed = True
            return {"type": "http.request", "body": body, "more_body": False}

        await self.app({**scope, _BODY: body}, again, send)


def signing_organisation(request: Request, rooms: Rooms) -> int | None:
    """Return the organisation whose key signed a request; None where it is not signed for us.

    Raises:
        RequestSignatureInvalid, RequestSignatureLate: the signature shows nothing, or holds at another time.
        KeyUnknown, KeyExpired, KeyNotYetValid, OrganisationSuspended: nobody may sign with that key now.
        RequestRepeated: the same signed request came before.
    """
    scope = request.scope
    if _BODY not in scope:
        return None
    if _SIGNER not in scope:
        scope[_SIGNER] = _signer(request, rooms, scope[_BODY])
    found: int | None = scope[_SIGNER]
    return found


def _signer(request: Request, rooms: Rooms, body: bytes) -> int | None:
    now = int(rooms.clock().timestamp())
    found = request_signature(_parts(request, _origin(rooms.settings.public_origin)), body, now)
    if found is None:
        return None
    if "authorization" in request.headers or "x-api-key" in request.headers:
        raise RequestSignatureInvalid("Authorization", "an API key came with the signature", "send one of the two")
    organisation = organisation_of_key(rooms, found.signer, now)
    if not use_nonce(rooms.record, found.signer, found.nonce, found.expires + CLOCK_SKEW, now):
        raise RequestRepeated(found.nonce)
    return organisation


def organisation_of_key(rooms: Rooms, address: bytes, now: int) -> int:
    """Return for whom a key signs at a time, as the mirror has it.

    Raises:
        KeyUnknown, KeyExpired, KeyNotYetValid, OrganisationSuspended: for nobody.
    """
    key = signing_key(rooms.mirror, address)
    member = None if key is None else organisation_of(rooms.mirror, key.organisation)
    if key is None or member is None:
        raise KeyUnknown(key=address)
    if now < key.valid_from:
        raise KeyNotYetValid(key=address, valid_from=key.valid_from)
    if key.valid_until and key.valid_until < now:
        raise KeyExpired(key=address, until=key.valid_until)
    if member.standing != OrganisationStatus.ACTIVE:
        raise OrganisationSuspended(organisation=key.organisation)
    return key.organisation


def _origin(public: str) -> str:
    # Codes may be under a path of the host; what is signed names the host, and the path apart.
    parts = urlsplit(public)
    return origin_of(f"{parts.scheme}://{parts.netloc}")


def _parts(request: Request, origin: str) -> RequestParts:
    """Return the request as it was sent to the public origin, whatever stands between it and this server."""
    scope = request.scope
    headers: dict[str, str] = {}
    for name, value in scope["headers"]:
        text = value.decode("latin-1").strip(" \t")
        known = name.decode("latin-1").lower()
        headers[known] = f"{headers[known]}, {text}" if known in headers else text
    path = (scope.get("raw_path") or scope["path"].encode()).partition(b"?")[0].decode("latin-1")
    return RequestParts(scope["method"], origin, path, scope["query_string"].decode("latin-1"), headers)
