"""`/queries`: queries under a name, those that firms keep and those that the standard has (EPCIS 2.0 §8.2.7, §12.7.4)."""

from __future__ import annotations

import json
import re
from typing import Any

from fastapi import APIRouter, Request, Response
from fastapi.responses import JSONResponse

from api.callers import AnyCaller, Caller, Querier
from api.epcis.answer_schemas import EVENTS, location
from api.epcis.events import events_answer
from api.epcis.query_parameters import parsed_query
from api.epcis.schemas import PAGE_HEADERS
from api.epcis.sockets import CONTROLS
from api.epcis.standing import (
    MASTER_DATA_QUERY,
    PREDEFINED,
    QueryName,
    StandingQuery,
    asked_query,
    standing_query,
)
from api.errors import AlreadyExists, QueryPredefined, QueryUnknown, RequestInvalid
from api.negotiation import preferred
from api.paging import announce_next, page_size_of, place_of
from api.resources.fields import Body
from api.resources.master_data import master_data_answer
from api.rooms import rooms_of
from capture.errors import Problem
from delivery.errors import SubscriptionControlsInvalid
from store.record.queries import delete_query, queries_of, save_query

router = APIRouter(tags=["Queries"])

_NAME = re.compile(r"[A-Za-z0-9._~-]{1,100}")
_SOCKET = {
    "description": "With `Upgrade: websocket`: the events as they come, by schedule or as a stream",
    "headers": {
        "GS1-Query-Min-Record-Time": {
            "description": "Least record time of the events that will come",
            "schema": {"type": "string", "format": "date-time"},
        }
    },
}
_FORMS = ("application/json", "application/ld+json")


class QueryDefinition(Body):
    """A query and the name under which it is kept."""

    name: str
    query: dict[str, Any]


@router.post(
    "/queries",
    status_code=201,
    responses={201: {"description": "Kept"} | location("Address of the query")},
    response_class=Response,
)
def create_query(request: Request, body: QueryDefinition, caller: Querier) -> Response:
    """Keep a query under a name of the caller's organisation."""
    if not _NAME.fullmatch(body.name) or body.name in (".", ".."):
        problem = Problem("request-invalid", "/name", "is no name", "use letters, digits and . _ ~ -, at most 100")
        raise RequestInvalid([problem])
    asked_query(body.query)
    rooms = rooms_of(request)
    is_taken = body.name in PREDEFINED
    if is_taken or not save_query(rooms.record, caller.organisation, body.name, json.dumps(body.query), rooms.clock()):
        raise AlreadyExists("/name", body.name, "choose another name, or delete the query of this name first")
    return Response(status_code=201, headers={"Location": f"/queries/{body.name}"})


@router.get(
    "/queries", responses={200: {"model": list[QueryDefinition], "headers": PAGE_HEADERS}}, response_class=Response
)
def list_queries(request: Request, caller: Querier) -> Response:
    """List the standard's queries and the named queries of the caller's organisation."""
    preferred(request.headers.get("accept"), _FORMS)
    size = page_size_of(request)
    bound = f"queries of {caller.organisation}"
    place = place_of(request, bound)
    found = queries_of(rooms_of(request).record, caller.reader, size + 1, place or "")
    listed = [{"name": item.name, "query": json.loads(item.definition)} for item in found[:size]]
    if place is None:
        listed = [*({"name": name, "query": {}} for name in PREDEFINED), *listed]
    response = JSONResponse(listed)
    announce_next(request, response, bound, found[size - 1].name if len(found) > size else None, size)
    return response


@router.get("/queries/{queryName}", responses={200: {"model": QueryDefinition}}, response_class=Response)
def get_query(request: Request, name: QueryName, caller: Querier) -> Response:
    """Tell what a named query asks."""
    preferred(request.headers.get("accept"), _FORMS)
    found = standing_query(rooms_of(request), name, caller.reader)
    return JSONResponse({"name": found.name, "query": dict(found.definition)})


@router.delete("/queries/{queryName}", status_code=204)
def remove_query(request: Request, name: QueryName, caller: Querier) -> None:
    """Delete a named query and end everything that is subscribed to it."""
    if name in PREDEFINED:
        raise QueryPredefined("the query", name, "leave it: the standard says that it is there")
    if not delete_query(rooms_of(request).record, name, caller.reader):
        raise QueryUnknown("named query", name)


@router.get("/queries/{queryName}/events", responses={101: _SOCKET, 200: EVENTS}, response_class=Response)
def query_events(request: Request, name: QueryName, caller: AnyCaller) -> Response:
    """Give the events of a query, as they are now; a WebSocket at the same address gives them as they come."""
    found = _standing(request, name, caller)
    for control in CONTROLS & set(request.query_params):
        cure = "open a WebSocket at this address, or leave the parameter out to have the events as they are now"
        raise SubscriptionControlsInvalid(control, request.query_params[control], cure)
    if name == MASTER_DATA_QUERY:
        return master_data_answer(request, caller, {})
    return events_answer(request, caller, parsed_query(dict(found.definition)), name)


def _standing(request: Request, name: str, caller: Caller) -> StandingQuery:
    """Return a query that the caller may ask: the standard's own may be asked by anyone, as `/events` may."""
    if name not in PREDEFINED:
        # Named queries are a firm's own: who they are is asked first.
        caller.organisation  # noqa: B018 - it raises KeyMissing
    return standing_query(rooms_of(request), name, caller.reader)
