"""The six top-level resources and the events below them (EPCIS 2.0 §12.7.3)."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request, Response
from fastapi.responses import JSONResponse

from api.callers import AnyCaller, Caller
from api.epcis.discovery import announce_versions
from api.epcis.events import events_answer
from api.epcis.query_parameters import canonical_or_same
from api.errors import NotFound
from api.negotiation import JSON_TYPES, preferred
from api.paging import announce_next, page_size_of, place_of
from api.rooms import rooms_of
from store.mirror.vocabulary import Resource, vocabulary
from traceability.epcis import vocabulary as words
from traceability.epcis.context import STANDARD_CONTEXT

router = APIRouter(tags=["Vocabularies"])

EVENT_TYPES = ("ObjectEvent", "AggregationEvent", "TransactionEvent", "TransformationEvent", "AssociationEvent")

_PARAMETERS = {
    Resource.EVENT_TYPES: "eventType",
    Resource.EPCS: "MATCH_anyEPC",
    Resource.BIZ_STEPS: "EQ_bizStep",
    Resource.BIZ_LOCATIONS: "EQ_bizLocation",
    Resource.READ_POINTS: "EQ_readPoint",
    Resource.DISPOSITIONS: "EQ_disposition",
}


def _values(request: Request, resource: Resource, caller: Caller) -> Response:
    kind = preferred(request.headers.get("accept"), JSON_TYPES[::-1])
    size = page_size_of(request)
    bound = f"{resource} for {caller.reader.organisation}"
    if resource is Resource.EVENT_TYPES:
        members: tuple[str, ...] = EVENT_TYPES
        more = None
    else:
        found = vocabulary(rooms_of(request).mirror, resource, caller.reader, size + 1, place_of(request, bound) or "")
        members, more = found[:size], found[size - 1] if len(found) > size else None
    content = {"@context": STANDARD_CONTEXT, "type": "Collection", "member": list(members)}
    response = JSONResponse(content, media_type=kind)
    announce_next(request, response, bound, more, size)
    announce_versions(response)
    return response


def _normal(resource: Resource, value: str) -> str:
    if resource is Resource.BIZ_STEPS:
        return words.BUSINESS_STEPS.normal(value)
    if resource is Resource.DISPOSITIONS:
        return words.DISPOSITIONS.normal(value)
    return value if resource is Resource.EVENT_TYPES else canonical_or_same(value)


def _sub_resources(request: Request, resource: Resource, value: str, caller: Caller) -> Response:
    normal = _normal(resource, value)
    if resource is Resource.EVENT_TYPES:
        known = normal in EVENT_TYPES
    else:
        # The value itself is the first at or after everything before it.
        before = normal[:-1] + chr(max(ord(normal[-1]) - 1, 1)) if normal else ""
        known = normal in vocabulary(rooms_of(request).mirror, resource, caller.reader, 1000, before)
    if not known:
        raise NotFound(resource.value, value)
    response = JSONResponse({"@context": STANDARD_CONTEXT, "type": "Collection", "member": ["events"]})
    announce_versions(response)
    return response


def _add(resource: Resource) -> None:
    def list_values(request: Request, caller: AnyCaller) -> Response:
        return _values(request, resource, caller)

    def below(request: Request, value: str, caller: AnyCaller) -> Response:
        # `{value}/events` and `{value}` share a route: a value may hold slashes of its own.
        if value.endswith("/events"):
            own = value.removesuffix("/events")
            return events_answer(request, caller, {_PARAMETERS[resource]: [own]}, "SimpleEventQuery")
        return _sub_resources(request, resource, value, caller)

    list_values.__doc__ = f"List the {resource.value} that occur in the events which the caller may read."
    below.__doc__ = f"Tell what is below one of the {resource.value}; with `/events` at the end, its events."
    router.add_api_route(f"/{resource.value}", list_values, methods=["GET"], name=f"list {resource.value}")
    router.add_api_route(f"/{resource.value}/{{value:path}}", below, methods=["GET"], name=f"below {resource.value}")


for _resource in Resource:
    _add(_resource)


def top_level() -> dict[str, Any]:
    """Return the collection of top-level resources."""
    members = [resource.value for resource in Resource]
    return {"@context": STANDARD_CONTEXT, "type": "Collection", "member": ["capture", "events", *members, "queries"]}
