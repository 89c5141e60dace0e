"""What the network tells of a thing: trace, bundle, holdings."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request, Response
from typing_extensions import TypedDict

from api.callers import AnyCaller, Querier
from api.epcis.query_parameters import moment_of
from api.paging import announce_next, page_size_of, place_of
from api.resources.fields import identifier_at
from api.resources.views import BundleView, HoldingList, typed
from api.rooms import fresh_bundle, rooms_of
from capture.attesting import key_of_thing
from capture.standing import grant_book
from evidence.naming import names_said
from evidence.tracing import traced
from store.mirror.holdings import holdings
from store.mirror.tracing import Direction
from traceability.identifiers import Identifier

router = APIRouter(prefix="/api/v1", tags=["Things"])

IdentifierParameter = Annotated[str, Query(max_length=1000, description="An identifier in any writing")]


MOST_NAMED = 2_000
"""Things of a trace for which names are looked up."""


class TracedThing(TypedDict):
    """A thing that the trace came to."""

    id: str
    depth: int


TracedLink = TypedDict("TracedLink", {"part": str, "whole": str, "relation": str, "from": str, "until": str | None})
"""A relation that the trace went along."""


class FollowedAlias(TypedDict):
    """Another code, confirmed by both sides, with which the trace went on."""

    code: str
    alias: str
    organisation: int


class ThingName(TypedDict):
    """What one organisation calls a thing or its class: name by language, empty where none is said."""

    id: str
    organisation: int
    texts: dict[str, str]


class TraceContent(TypedDict):
    """What a trace came to."""

    id: str
    direction: str
    things: list[TracedThing]
    links: list[TracedLink]
    aliases: list[FollowedAlias]
    names: list[ThingName]
    truncated: bool


def key_at(request: Request, pointer: str, text: str) -> tuple[Identifier, bytes]:
    """Return an identifier of a request and its key on the ledger.

    Raises:
        RequestInvalid: if it is no identifier.
        EventsRefused: if no organisation holds a prefix of it.
    """
    identifier = identifier_at(pointer, text)
    return identifier, key_of_thing(grant_book(rooms_of(request).mirror), identifier, pointer)


@router.get("/bundle", response_class=Response, responses={200: {"model": BundleView}})
def get_bundle(request: Request, id: IdentifierParameter, caller: AnyCaller, download: bool = False) -> Response:
    """Give the proof bundle about a thing (docs/formats.md §7), with what the caller may see opened."""
    rooms = rooms_of(request)
    identifier = identifier_at("query id", id)
    bundle = fresh_bundle(rooms, identifier, caller.reader)
    headers = {"Content-Disposition": 'attachment; filename="suyuan-bundle.json"'} if download else {}
    return Response(bundle.to_json(), media_type="application/json", headers=headers)


@router.get("/trace")
def get_trace(
    request: Request,
    id: IdentifierParameter,
    caller: AnyCaller,
    direction: Direction = Direction.ORIGINS,
    as_of: Annotated[str | None, Query(alias="asOf")] = None,
    since: str | None = None,
    depth: Annotated[int, Query(ge=1, le=64)] = 64,
    limit: Annotated[int, Query(ge=1, le=200_000)] = 10_000,
    aliases: Annotated[bool, Query(description="Follow other codes that both sides confirm")] = False,
) -> TraceContent:
    """Trace a thing to its origins or its uses, as of a time, by the events that the caller may read."""
    identifier = identifier_at("query id", id)
    rooms = rooms_of(request)
    whole = traced(
        rooms.record,
        rooms.mirror,
        identifier.canonical,
        direction,
        caller.reader,
        as_of=_moment("asOf", as_of),
        since=_moment("since", since),
        depth=depth,
        limit=limit,
        follow_aliases=aliases,
    )
    found = whole.trace
    named = names_said(rooms.record, [thing.identifier for thing in found.things[:MOST_NAMED]], caller.reader)
    return TraceContent(
        id=identifier.canonical,
        direction=direction.value,
        things=[TracedThing(id=thing.identifier, depth=thing.depth) for thing in found.things],
        links=[
            TracedLink(
                {
                    "part": link.part,
                    "whole": link.whole,
                    "relation": link.relation.name.lower(),
                    "from": link.opened.isoformat(),
                    "until": None if link.closed is None else link.closed.isoformat(),
                }
            )
            for link in found.links
        ],
        aliases=[
            FollowedAlias(code=item.code, alias=item.alias, organisation=item.organisation) for item in whole.aliases
        ],
        names=[ThingName(id=item.id, organisation=item.organisation, texts=dict(item.texts)) for item in named],
        truncated=found.truncated,
    )


@router.get("/holdings", **typed(HoldingList, Link="The next page"))
def get_holdings(request: Request, response: Response, caller: Querier) -> dict[str, Any]:
    """List what the caller's organisation holds now, by the word of the events that it may read."""
    size = page_size_of(request)
    bound = f"holdings of {caller.organisation}"
    place = place_of(request, bound)
    found = holdings(rooms_of(request).mirror, caller.organisation, caller.reader, size + 1, place)
    announce_next(request, response, bound, found[size - 1].place if len(found) > size else None, size)
    return {"holdings": [{"id": item.identifier, "since": item.since.isoformat()} for item in found[:size]]}


def _moment(name: str, text: str | None) -> datetime | None:
    return None if text is None else moment_of(name, text)
