"""Traces: what a thing came from and is made of, and where it went, as of any time."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query, Request

from api.callers import AnyCaller
from api.errors import QueryParameterInvalid
from api.resources.fields import identifier_at
from api.rooms import rooms_of
from store.mirror.tracing import MOST_DEPTH, MOST_THINGS, Direction, trace

router = APIRouter(prefix="/api/v1", tags=["Things"])

_DIRECTIONS = {"up": Direction.ORIGINS, "down": Direction.USES}


@router.get("/trace")
def get_trace(
    request: Request,
    id: str,
    caller: AnyCaller,
    direction: Literal["up", "down"] = "up",
    asOf: Annotated[str | None, Query(description="ISO 8601 with offset; now, if left out.")] = None,
    depth: Annotated[int, Query(ge=1, le=MOST_DEPTH)] = MOST_DEPTH,
    limit: Annotated[int, Query(ge=1, le=MOST_THINGS)] = 2_000,
) -> dict[str, Any]:
    """Follow a thing `up` to its origins or `down` to its uses, through packing, transformation and assembly."""
    identifier = identifier_at("query id", id)
    rooms = rooms_of(request)
    moment = rooms.clock() if asOf is None else _moment(asOf)
    found = trace(
        rooms.mirror,
        identifier.canonical,
        _DIRECTIONS[direction],
        caller.reader,
        as_of=moment,
        depth=depth,
        limit=limit,
    )
    return {
        "id": identifier.canonical,
        "direction": direction,
        "asOf": moment.isoformat(),
        "things": [{"id": item.identifier, "depth": item.depth} for item in found.things],
        "links": [
            {
                "part": item.part,
                "whole": item.whole,
                "relation": item.relation.name.lower(),
                "from": item.opened.isoformat(),
                "until": None if item.closed is None else item.closed.isoformat(),
            }
            for item in found.links
        ],
        "truncated": found.truncated,
    }


def _moment(text: str) -> datetime:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        moment = None
    if moment is None or moment.tzinfo is None:
        raise QueryParameterInvalid("query asOf", text, "write it like 2026-11-24T12:00:00+08:00")
    return moment
