"""Puts the public door together: one FastAPI application over the opened rooms."""

from __future__ import annotations

import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

from fastapi import FastAPI
from starlette.middleware.gzip import GZipMiddleware

from api import answers, operations
from api.answer_headers import AnswerHeaders
from api.body_limit import BodyLimit
from api.describing import DescribedApplication
from api.epcis import capture, discovery, events, page_tokens, queries, sockets, subscriptions, vocabularies
from api.epcis.binding import EpcisBinding
from api.head_requests import HeadRequests
from api.page_token_key import page_token_key
from api.pages import links, site
from api.pages.app_files import load_app
from api.refusals import Refusals
from api.resources import (
    aliases,
    attestations,
    codes,
    disclosure,
    dossiers,
    grants,
    groups,
    keys,
    labels,
    liens,
    master_data,
    members,
    network,
    openings,
    prefixes,
    products,
    promises,
    reports,
    states,
    tables,
    things,
)
from api.rooms import Rooms
from api.settings import Settings
from api.signed_requests import SignedRequests
from chain.connection import Connection
from chain.network import load_network
from store import open_mirror, open_record

_ROUTERS = (
    site.router,
    capture.router,
    events.router,
    vocabularies.router,
    queries.router,
    subscriptions.router,
    sockets.router,
    page_tokens.router,
    things.router,
    states.router,
    products.router,
    tables.router,
    members.router,
    prefixes.router,
    codes.router,
    attestations.router,
    aliases.router,
    master_data.router,
    liens.router,
    dossiers.router,
    labels.router,
    reports.router,
    keys.router,
    groups.router,
    grants.router,
    disclosure.router,
    openings.router,
    promises.router,
    network.router,
    operations.router,
    links.router,
    discovery.router,
    links.last_router,
)
"""In the order in which paths are tried; what catches every path comes last."""

TITLE = "Suyuan"
VERSION = "0.1.0"
SUMMARY = "Supply-chain traceability: EPCIS 2.0, Digital Link and proofs."

RECURSION_LIMIT = 1000
"""Python's own limit of nested calls."""


def create_app(settings: Settings, rooms: Rooms | None = None) -> FastAPI:
    """Return the application; rooms that are handed in stay open when it ends."""
    # py_ecc, which comes with the chain's libraries, raises the limit to 100,000 on import: with that, nesting in a JSON
    # body overflows the C stack ("Segmentation fault" in json.decoder) before Python notices.
    sys.setrecursionlimit(RECURSION_LIMIT)
    opened = rooms if rooms is not None else open_rooms(settings)

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        yield
        if rooms is None:
            close_rooms(opened)

    app = DescribedApplication(
        title=TITLE,
        version=VERSION,
        summary=SUMMARY,
        docs_url=None,
        redoc_url=None,
        lifespan=lifespan,
        # One spelling for each address: a redirect would carry a key to wherever a proxy's Host header points.
        redirect_slashes=False,
    )
    app.state.rooms = opened
    app.state.app_files = load_app(settings.scanner_app)
    answers.install(app)
    app.include_all(_ROUTERS)
    app.add_middleware(SignedRequests)
    app.add_middleware(Refusals)
    app.add_middleware(EpcisBinding)
    app.add_middleware(BodyLimit, limit_of=body_limits(settings))
    app.add_middleware(GZipMiddleware, minimum_size=1024, compresslevel=6)
    app.add_middleware(HeadRequests)
    app.add_middleware(AnswerHeaders)
    return app


def body_limits(settings: Settings) -> Callable[[str], int]:
    """Return what answers the most octets that the body of a request to a path may have."""
    limits = {
        "/capture": settings.limits.bytes,
        "/events": settings.limits.bytes,
        "/api/v1/tables": settings.limits.bytes,
        "/api/v1/pictures": settings.picture_bytes,
    }
    return lambda path: limits.get(path, settings.request_bytes)


def open_rooms(settings: Settings) -> Rooms:
    """Open record, mirror and connection of an installation.

    Raises:
        NetworkFileInvalid: if it is not set up yet.
    """
    network = load_network(settings.home)
    if settings.rpc_url is not None:
        network = network.with_rpc_url(settings.rpc_url)
    return Rooms(
        settings=settings,
        record=open_record(settings.record_url),
        mirror=open_mirror(settings.mirror_url, mapped=True),
        network=network,
        connection=Connection(network, timeout=10.0, attempts=2),
        token_secret=page_token_key(settings.home),
    )


def close_rooms(rooms: Rooms) -> None:
    """Close what `open_rooms` opened."""
    rooms.connection.close()
    rooms.record.close()
    rooms.mirror.close()


def description() -> dict[str, Any]:
    """Return the OpenAPI description of all routes, which docs/openapi.json repeats; no room is opened for it."""
    app = DescribedApplication(title=TITLE, version=VERSION, summary=SUMMARY)
    app.include_all(_ROUTERS)
    return app.openapi()
