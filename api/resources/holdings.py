"""Holdings: what a firm holds now, by the word of the events that it may read."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request, Response

from api.callers import Querier
from api.errors import PageTokenInvalid
from api.paging import announce_next, page_size_of, place_of
from api.rooms import rooms_of
from store.mirror.holdings import holdings
from traceability.identifiers import parse

router = APIRouter(prefix="/api/v1", tags=["Things"])


@router.get("/holdings")
def list_holdings(request: Request, response: Response, caller: Querier) -> dict[str, Any]:
    """List the things of which the caller's organisation is the last to have had custody."""
    size = page_size_of(request)
    place = place_of(request, "holdings")
    if place is not None and not place.isdigit():
        raise PageTokenInvalid("nextPageToken", place, "start again without nextPageToken")
    found = holdings(rooms_of(request).mirror, caller.organisation, caller.reader, size + 1, int(place or 0))
    more = len(found) > size
    announce_next(request, response, "holdings", str(found[size - 1].number) if more else None, size)
    return {
        "organisation": caller.organisation,
        "holdings": [
            {"id": item.identifier, "display": parse(item.identifier).display(), "since": item.since.isoformat()}
            for item in found[:size]
        ],
    }
