"""Turns whatever a handler raises into a problem before the server's own error handling sees it.

A handler registered for `Exception` would run in the outermost middleware, which raises the error again for the server to log
with its words; and the words of a refusal may hold a firm's fields.
"""

from __future__ import annotations

from fastapi import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.answers import answer_error


class Refusals:
    """ASGI middleware, the innermost of ours."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on; answer a raised error with its problem, if nothing was answered yet."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        started = False

        async def noticed(message: Message) -> None:
            nonlocal started
            started = started or message["type"] == "http.response.start"
            await send(message)

        try:
            await self.app(scope, receive, noticed)
        except Exception as error:  # noqa: BLE001 - every error becomes a problem; its row says which
            response = answer_error(Request(scope), error)
            if not started:
                await response(scope, receive, send)
