"""`/queries`: queries under a name (EPCIS 2.0 §12.7.4). Subscriptions are not done here yet and say so."""

from __future__ import annotations

import json
import re
from typing import Any

from fastapi import APIRouter, Request, Response
from fastapi.responses import JSONResponse

from api.callers import FOR_QUERIERS, Querier
from api.epcis.discovery import announce_versions
from api.epcis.events import events_answer
from api.epcis.query_parameters import parsed_query
from api.errors import AlreadyExists, NotImplementedHere, QueryInvalid, QueryUnknown, RequestInvalid
from api.paging import announce_next, page_size_of, place_of
from api.resources.fields import Body
from api.rooms import rooms_of
from capture.errors import Problem
from store.record.queries import delete_query, queries_of, query_of, save_query

router = APIRouter(tags=["Queries"])

_NAME = re.compile(r"[A-Za-z0-9._~-]{1,100}")


class QueryDefinition(Body):
    """A query and the name under which it is kept."""

    name: str
    query: dict[str, Any]


@router.post("/queries", status_code=201)
def create_query(request: Request, body: QueryDefinition, caller: Querier) -> Response:
    """Keep a query under a name of the caller's organisation."""
    if not _NAME.fullmatch(body.name):
        problem = Problem("request-invalid", "/name", "is no name", "use letters, digits and . _ ~ -, at most 100")
        raise RequestInvalid([problem])
    parsed_query(_parameters(body.query))
    rooms = rooms_of(request)
    if not save_query(rooms.record, caller.organisation, body.name, json.dumps(body.query), rooms.clock()):
        raise AlreadyExists("/name", body.name, "choose another name, or delete the query of this name first")
    response = Response(status_code=201, headers={"Location": f"/queries/{body.name}"})
    announce_versions(response)
    return response


@router.get("/queries")
def list_queries(request: Request, caller: Querier) -> Response:
    """List the named queries of the caller's organisation."""
    size = page_size_of(request)
    bound = f"queries of {caller.organisation}"
    found = queries_of(rooms_of(request).record, caller.reader, size + 1, place_of(request, bound) or "")
    response = JSONResponse([{"name": item.name, "query": json.loads(item.definition)} for item in found[:size]])
    announce_next(request, response, bound, found[size - 1].name if len(found) > size else None, size)
    announce_versions(response)
    return response


@router.get("/queries/{name}")
def get_query(request: Request, name: str, caller: Querier) -> Response:
    """Tell what a named query asks."""
    found = query_of(rooms_of(request).record, name, caller.reader)
    if found is None:
        raise QueryUnknown("named query", name)
    response = JSONResponse({"name": found.name, "query": json.loads(found.definition)})
    announce_versions(response)
    return response


@router.delete("/queries/{name}", status_code=204)
def remove_query(request: Request, name: str, caller: Querier) -> None:
    """Delete a named query."""
    if not delete_query(rooms_of(request).record, name, caller.reader):
        raise QueryUnknown("named query", name)


@router.get("/queries/{name}/events")
def query_events(request: Request, name: str, caller: Querier) -> Response:
    """Give the events of a named query, as they are now."""
    found = query_of(rooms_of(request).record, name, caller.reader)
    if found is None:
        raise QueryUnknown("named query", name)
    return events_answer(request, caller, _parameters(json.loads(found.definition)), name)


@router.api_route(
    "/queries/{name}/subscriptions", methods=["GET", "POST"], include_in_schema=False, dependencies=[FOR_QUERIERS]
)
@router.api_route(
    "/queries/{name}/subscriptions/{subscription}",
    methods=["GET", "DELETE"],
    include_in_schema=False,
    dependencies=[FOR_QUERIERS],
)
def subscriptions() -> Response:
    """Say that subscriptions are not done yet."""
    raise NotImplementedHere("a subscription", "ask for the query's events again from time to time, with GE_recordTime")


def _parameters(query: dict[str, Any]) -> dict[str, list[str]]:
    """Return the parameters of a query in JSON as texts.

    Raises:
        QueryInvalid: if a value is neither a scalar nor a list of scalars.
    """
    found: dict[str, list[str]] = {}
    for name, value in query.items():
        values = value if isinstance(value, list) else [value]
        if not values or any(not isinstance(item, str | int | float | bool) for item in values):
            raise QueryInvalid(name, str(value), "give a text, a number or a list of them")
        found[name] = [str(item).lower() if isinstance(item, bool) else str(item) for item in values]
    return found
