"""What holds for every path of the EPCIS REST binding: versions are agreed on, addresses bounded, answers announce themselves.

Source: EPCIS 2.0, clause 12.3 (headers), 12.7.2 (addresses).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from fastapi import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.answers import answer_error, is_epcis_path
from api.epcis.paths import methods_of
from api.epcis.versions import CBV_VERSION, EPCIS_VERSION, verify_versions
from api.errors import ApiError, MethodNotAllowed, UriTooLong

LONGEST_ADDRESS: Final = 8_000
"""Octets of path and query together."""

EXTENSIONS: Final = "suyuan=https://suyuan.example/ns/"
"""GS1-Extensions: the namespace of what we add to the standard's documents."""

ANNOUNCED: Final[Mapping[str, str]] = {
    "GS1-EPCIS-Version": EPCIS_VERSION,
    "GS1-CBV-Version": CBV_VERSION,
    "GS1-Extensions": EXTENSIONS,
}
"""Headers that every answer of an EPCIS resource carries, refusals too."""


class EpcisBinding:
    """ASGI middleware around the EPCIS resources; other paths pass through it untouched."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuse what no EPCIS resource takes, and complete the headers of what they answer."""
        if scope["type"] != "http" or not is_epcis_path(scope["path"]):
            await self.app(scope, receive, send)
            return

        async def completed(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = message["headers"] = list(message["headers"])
                given = {name.lower() for name, _ in headers}
                for name, value in ANNOUNCED.items():
                    if name.lower().encode() not in given:
                        headers.append((name.lower().encode(), value.encode()))
            await send(message)

        request = Request(scope)
        try:
            _verify_request(request)
        except ApiError as error:
            await answer_error(request, error)(scope, receive, completed)
            return
        await self.app(scope, receive, completed)


def _verify_request(request: Request) -> None:
    scope = request.scope
    methods = methods_of(scope["path"])
    if methods is not None and scope["method"] not in methods.split(", "):
        raise MethodNotAllowed(scope["method"], methods)
    length = len(scope.get("raw_path") or scope["path"].encode()) + len(scope.get("query_string", b""))
    if length > LONGEST_ADDRESS:
        raise UriTooLong(length, LONGEST_ADDRESS)
    # Who asks what is spoken here is told, whatever he speaks himself.
    if scope["method"] != "OPTIONS":
        verify_versions(request.headers, scope["path"], scope["method"])
