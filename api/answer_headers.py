"""Headers that every answer carries: nothing is sniffed, framed or scripted that we did not write."""

from __future__ import annotations

from starlette.types import ASGIApp, Message, Receive, Scope, Send

PAGE_POLICY = (
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data: blob:; media-src 'self' blob:; "
    "connect-src 'self'; worker-src 'self' blob:; form-action 'self'; frame-ancestors 'none'; base-uri 'none'; manifest-src 'self'"
)
"""Content-Security-Policy of pages: no inline script or style, no other host."""
DATA_POLICY = "default-src 'none'; frame-ancestors 'none'"
"""Content-Security-Policy of everything else."""


class AnswerHeaders:
    """ASGI middleware that adds the headers; no CORS header is ever among them, so other origins read nothing."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on and complete its answer."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def completed(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = message["headers"] = list(message["headers"])
                names = {name for name, _ in headers}
                kind = dict(headers).get(b"content-type", b"")
                policy = PAGE_POLICY if kind.startswith(b"text/html") else DATA_POLICY
                for name, value in (
                    (b"x-content-type-options", b"nosniff"),
                    (b"referrer-policy", b"no-referrer"),
                    (b"content-security-policy", policy.encode()),
                    (b"cross-origin-resource-policy", b"same-origin"),
                    (b"cache-control", b"no-store"),
                ):
                    if name not in names:
                        headers.append((name, value))
            await send(message)

        await self.app(scope, receive, completed)
