"""`/queries/{name}/events` by WebSocket: a standing query for as long as a connection stands (EPCIS 2.0 §12.7.4; RFC 6455).

A browser cannot put headers on a WebSocket. It names its API key as a subprotocol, `suyuan.key.<key>`, beside `suyuan.epcis`, which is
the one that is chosen: subprotocols are a header, and so are not kept in histories and logs as an address would be. No cookie opens
anything here. A password that the browser keeps for this origin (Basic) opens a socket only for pages of this origin.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final, cast
from urllib.parse import urlsplit

from fastapi import APIRouter, Request, WebSocket
from fastapi.concurrency import run_in_threadpool
from starlette.websockets import WebSocketDisconnect, WebSocketState

from api.answers import answer_error
from api.callers import AccountRole, Caller, caller_of
from api.epcis.binding import ANNOUNCED, LONGEST_ADDRESS
from api.epcis.event_documents import wanted_form
from api.epcis.formats import wanted_formats
from api.epcis.query_parameters import extension_namespaces
from api.epcis.socket_streams import Closing, SocketStream, Tides
from api.epcis.standing import MASTER_DATA_QUERY, asked_query, standing_query
from api.errors import ApiError, OriginRefused, QueryParameterInvalid, QueryUnknown, UriTooLong
from api.rooms import Rooms, rooms_of
from delivery.errors import SubscriptionControlsInvalid, SubscriptionLimitExceeded
from delivery.schedule import BOUNDS
from delivery.subscribing import Controls, controls_of

router = APIRouter()

PROTOCOL: Final = "suyuan.epcis"
KEY_PROTOCOL: Final = "suyuan.key."

CONTROLS: Final = frozenset((*BOUNDS, "stream", "reportIfEmpty", "initialRecordTime"))
"""Parameters of an address that control a subscription and are no part of the query."""

CHECKING: Final = 5.0
"""Seconds after which is looked at the latest whether key and query still stand."""
PAUSE: Final = 0.25
"""Seconds between two looks at the mirror."""
SENDING: Final = 30.0
"""Seconds that a client has to take one document."""

POLICY: Final = 1008
GOING: Final = 1001


@dataclass(frozen=True, slots=True)
class Opened:
    """A connection that may be taken up."""

    request: Request
    caller: Caller
    stream: SocketStream
    began: datetime
    created_at: datetime | None
    """When the named query was made; None for one of the standard's own."""


@router.websocket("/queries/{name}/events")
async def subscribe(socket: WebSocket, name: str) -> None:
    """Send the events of a query for as long as the connection stands."""
    request = _request(socket)
    counted: int | None = None
    open_sockets = _open_sockets(socket)
    try:
        opened = await run_in_threadpool(_opened, request, name)
        counted = opened.caller.organisation
        limit = rooms_of(request).settings.subscriptions.sockets
        if open_sockets.get(counted, 0) >= limit:
            refused, counted = counted, None
            raise SubscriptionLimitExceeded(f"open WebSockets of organisation {refused}", limit)
        open_sockets[counted] = open_sockets.get(counted, 0) + 1
    except Exception as error:  # noqa: BLE001 - every refusal is a problem of the table, as over HTTP
        await socket.send_denial_response(answer_error(request, error))
        return
    try:
        headers = {**ANNOUNCED, "GS1-Query-Min-Record-Time": opened.began.isoformat().replace("+00:00", "Z")}
        await socket.accept(
            PROTOCOL if PROTOCOL in socket.scope.get("subprotocols", ()) else None,
            [(key.lower().encode(), value.encode()) for key, value in headers.items()],
        )
        await _serve(socket, name, opened)
    finally:
        open_sockets[counted] -= 1


async def _serve(socket: WebSocket, name: str, opened: Opened) -> None:
    listening = asyncio.create_task(_listen(socket))
    sending = asyncio.create_task(_send(socket, name, opened))
    done, pending = await asyncio.wait((listening, sending), return_when=asyncio.FIRST_COMPLETED)
    for task in pending:
        task.cancel()
    await asyncio.gather(*pending, return_exceptions=True)
    for task in done:
        error = task.exception()
        if isinstance(error, Closing) and socket.application_state is WebSocketState.CONNECTED:
            with contextlib.suppress(RuntimeError, WebSocketDisconnect):
                await socket.close(error.code, error.reason)
        elif error is not None and not isinstance(error, (WebSocketDisconnect, TimeoutError, Closing)):
            # Its problem is told to the log as that of a request is.
            answer_error(opened.request, error if isinstance(error, Exception) else RuntimeError())
            with contextlib.suppress(RuntimeError, WebSocketDisconnect):
                await socket.close(1011, "something failed on our side; connect again with initialRecordTime")


async def _listen(socket: WebSocket) -> None:
    """Wait for the end; what the client says meanwhile (some say "ping") means nothing here."""
    while True:
        message = await socket.receive()
        if message["type"] == "websocket.disconnect":
            raise WebSocketDisconnect(message.get("code", 1005))


async def _send(socket: WebSocket, name: str, opened: Opened) -> None:
    """Send documents as they come; end when the key or the query does."""
    loop = asyncio.get_running_loop()
    checked = loop.time()
    while True:
        if loop.time() - checked >= CHECKING:
            await run_in_threadpool(_verify_standing, opened, name)
            checked = loop.time()
        if not await run_in_threadpool(opened.stream.has_news):
            await asyncio.sleep(PAUSE)
            continue
        caller = await run_in_threadpool(_verify_standing, opened, name)
        checked = loop.time()
        before = opened.stream.place
        for document in await run_in_threadpool(opened.stream.documents, caller.reader):
            async with asyncio.timeout(SENDING):
                await socket.send_text(document.decode())
        if opened.stream.place == before:
            # The mirror is being filled again: there is news only when it has come as far as this connection.
            await asyncio.sleep(PAUSE)


def _verify_standing(opened: Opened, name: str) -> Caller:
    """Return the caller as it may read now.

    Raises:
        Closing: its key was revoked, or the query was deleted.
    """
    try:
        caller = caller_of(opened.request)
        caller.needs(AccountRole.QUERY)
    except ApiError as refusal:
        raise Closing(POLICY, str(refusal)) from None
    try:
        query = standing_query(rooms_of(opened.request), name, caller.reader)
    except QueryUnknown:
        query = None
    if query is None or query.created_at != opened.created_at:
        raise Closing(GOING, "the query was deleted")
    return caller


def _opened(request: Request, name: str) -> Opened:
    """Return what a connection is to send. Raises: ApiError, DeliveryError."""
    scope = request.scope
    length = len(scope.get("raw_path") or b"") + len(scope.get("query_string", b""))
    if length > LONGEST_ADDRESS:
        raise UriTooLong(length, LONGEST_ADDRESS)
    caller = caller_of(request)
    caller.needs(AccountRole.QUERY)
    _verify_origin(request)
    rooms = rooms_of(request)
    query = standing_query(rooms, name, caller.reader)
    if name == MASTER_DATA_QUERY:
        raise SubscriptionControlsInvalid(
            "the query", name, "ask for master data with GET: the standard has no subscription"
        )
    controls = socket_controls(request.query_params.multi_items())
    narrower: dict[str, list[str]] = {}
    for key, value in request.query_params.multi_items():
        if key not in CONTROLS:
            narrower.setdefault(key, []).extend(value.split("|"))
    asked = (
        query.asked & asked_query(narrower, extension_namespaces(request.headers.get("GS1-Extensions")))
        if narrower
        else query.asked
    )
    stream = SocketStream.begin(
        _tides(request, rooms), name, asked, controls, wanted_form(request), wanted_formats(request)
    )
    return Opened(request, caller, stream, controls.initial_record_time or rooms.clock(), query.created_at)


def socket_controls(parameters: list[tuple[str, str]]) -> Controls:
    """Return the controls that an address names.

    Raises:
        SubscriptionControlsInvalid: they are none, or exclude each other.
        QueryParameterInvalid: a value has another form.
    """
    given: dict[str, str] = {}
    for name, value in parameters:
        if name in CONTROLS:
            if name in given:
                raise QueryParameterInvalid(name, value, "name it once")
            given[name] = value
    schedule = {name: given[name] for name in BOUNDS if name in given}
    return controls_of(schedule or None, _truth(given, "stream"), bool(_truth(given, "reportIfEmpty")), _moment(given))


def _truth(given: Mapping[str, str], name: str) -> bool | None:
    text = given.get(name)
    if text is not None and text not in ("true", "false"):
        raise QueryParameterInvalid(name, text, "write true or false")
    return None if text is None else text == "true"


def _moment(given: Mapping[str, str]) -> datetime | None:
    text = given.get("initialRecordTime")
    if text is None:
        return None
    try:
        # A plus sign that was not escaped arrives as a space.
        moment = datetime.fromisoformat(text.replace(" ", "+"))
    except ValueError:
        moment = None
    if moment is None or moment.tzinfo is None or not 1970 <= moment.year < 9999:
        raise QueryParameterInvalid("initialRecordTime", text, "write a time with its offset: 2026-11-25T04:00:00Z")
    return moment


def _request(socket: WebSocket) -> Request:
    """Return the handshake as the request that it is, with the key that came as a subprotocol."""
    headers = list(socket.scope["headers"])
    for protocol in socket.scope.get("subprotocols", ()):
        if protocol.startswith(KEY_PROTOCOL):
            headers.append((b"x-api-key", protocol.removeprefix(KEY_PROTOCOL).encode("latin-1", "replace")))
    scope = {**socket.scope, "type": "http", "method": "GET", "headers": headers}
    scope["scheme"] = {"wss": "https"}.get(socket.scope.get("scheme", "ws"), "http")
    return Request(scope)


def _verify_origin(request: Request) -> None:
    """Refuse a page of another origin that comes with a password which the browser keeps for ours. Raises: OriginRefused."""
    origin = request.headers.get("origin")
    if origin is None or not request.headers.get("authorization", "").lower().startswith("basic"):
        return
    own = (request.headers.get("host"), urlsplit(rooms_of(request).settings.public_origin).netloc)
    if urlsplit(origin).netloc not in own:
        raise OriginRefused("Origin", origin, f"name the key as a subprotocol: {KEY_PROTOCOL}<key>")


def _tides(request: Request, rooms: Rooms) -> Tides:
    """Return what all connections of this process ask how far the mirror stands."""
    state = request.app.state
    if not hasattr(state, "tides"):
        state.tides = Tides(rooms)
    return cast(Tides, state.tides)


def _open_sockets(socket: WebSocket) -> dict[int, int]:
    """Return how many sockets of each organisation are open at this process."""
    state = socket.app.state
    if not hasattr(state, "open_sockets"):
        state.open_sockets = {}
    found: dict[int, int] = state.open_sockets
    return found
