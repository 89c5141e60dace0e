"""The six top-level resources, what is below each of their values, and the events there (EPCIS 2.0 §12.7.3)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from fastapi import APIRouter, Request, Response
from fastapi.responses import JSONResponse

from api.answers import xml_text
from api.callers import AnyCaller, Caller
from api.epcis.answer_schemas import COLLECTION, EVENTS, SUB_RESOURCES
from api.epcis.events import events_answer
from api.epcis.finding import found_events
from api.epcis.formats import EPC_HEADER, wanted_formats
from api.epcis.paths import route_path
from api.epcis.query_parameters import parsed_query
from api.errors import NotFound
from api.negotiation import JSON_TYPES, XML_TYPES, preferred
from api.paging import announce_next, page_size_of, place_of
from api.rooms import Rooms, rooms_of
from capture.standing import grant_book
from store.mirror.vocabulary import Resource, vocabulary
from traceability.epcis.context import STANDARD_CONTEXT
from traceability.epcis.epc_format import EpcFormat
from traceability.identifiers import IdentifierInvalid, Level, parse

router = APIRouter(tags=["Vocabularies"])

EVENT_TYPES: Final = ("AggregationEvent", "AssociationEvent", "ObjectEvent", "TransactionEvent", "TransformationEvent")

PARAMETERS: Final = {
    Resource.EVENT_TYPES: ("eventType", "eventType"),
    Resource.EPCS: ("epc", "MATCH_anyEPC"),
    Resource.BIZ_STEPS: ("bizStep", "EQ_bizStep"),
    Resource.BIZ_LOCATIONS: ("bizLocation", "EQ_bizLocation"),
    Resource.READ_POINTS: ("readPoint", "EQ_readPoint"),
    Resource.DISPOSITIONS: ("disposition", "EQ_disposition"),
}
"""By resource: the name of a value in its path, and the query parameter that the path stands for."""

FORMS: Final = (*JSON_TYPES[::-1], *XML_TYPES)
"""Forms of a collection; `application/json` where nothing is asked for."""

_CLASSES: Final = "MATCH_anyEPCClass"


def collection(request: Request, members: Sequence[str]) -> Response:
    """Return a collection in the form that the caller likes best."""
    kind = preferred(request.headers.get("accept"), FORMS)
    if kind in XML_TYPES:
        items = "".join(f"<member>{xml_text(member)}</member>" for member in members)
        head = '<?xml version="1.0" encoding="UTF-8"?><epcis:Collection xmlns:epcis="urn:epcglobal:epcis:xsd:2">'
        return Response(f"{head}{items}</epcis:Collection>", media_type=kind)
    return JSONResponse({"@context": STANDARD_CONTEXT, "type": "Collection", "member": list(members)}, media_type=kind)


def top_level() -> tuple[str, ...]:
    """Return the names of the top-level resources."""
    return ("capture", "events", *(resource.value for resource in Resource), "queries")


def _values(request: Request, resource: Resource, caller: Caller) -> Response:
    formats = wanted_formats(request)
    size = page_size_of(request)
    bound = f"{resource.value} for {caller.reader.organisation}"
    rooms = rooms_of(request)
    place = place_of(request, bound)
    if resource is Resource.EVENT_TYPES:
        found: tuple[str, ...] = tuple(name for name in EVENT_TYPES if place is None or name > place)
    else:
        found = vocabulary(rooms.mirror, resource, caller.reader, size + 1, place or "")
    members = found[:size]
    response = collection(request, _written(rooms, members, formats.epc))
    announce_next(request, response, bound, members[-1] if len(found) > size else None, size)
    response.headers["Vary"] = f"Accept, Authorization, {EPC_HEADER}"
    return response


def _sub_resources(request: Request, resource: Resource, value: str, caller: Caller) -> Response:
    if not _is_known(request, resource, value, caller):
        raise NotFound(resource.value, value)
    return collection(request, ("events",))


def _is_known(request: Request, resource: Resource, value: str, caller: Caller) -> bool:
    """Whether the reader may see an event that bears the value, so that nobody learns of values by asking for them."""
    if resource is Resource.EVENT_TYPES:
        return value.rpartition("/")[2].removeprefix("epcis:") in EVENT_TYPES
    if not value:
        return False
    parsed = parsed_query(_fixed(resource, value))
    return bool(found_events(rooms_of(request), parsed, caller.reader, 1, None).bodies)


def _fixed(resource: Resource, value: str) -> dict[str, list[str]]:
    """Return the query that the path of a value stands for."""
    if resource is Resource.EPCS and _is_class(value):
        return {_CLASSES: [value]}
    return {PARAMETERS[resource][1]: [value]}


def _is_class(value: str) -> bool:
    """Whether an identifier names a class or lot, of which events have quantities and no single things."""
    try:
        return parse(value).level in (Level.CLASS, Level.LOT)
    except IdentifierInvalid:
        return False


def _written(rooms: Rooms, members: Sequence[str], form: EpcFormat) -> list[str]:
    """Return the identifiers in the wanted writing; words and what is no identifier stay as they are."""
    if form is not EpcFormat.ALWAYS_EPC_URN:
        return list(members)
    book = grant_book(rooms.mirror)
    written = []
    for member in members:
        try:
            identifier = parse(member)
        except IdentifierInvalid:
            written.append(member)
            continue
        length = book.prefix_length(identifier)
        written.append((None if length is None else identifier.epc_urn(length)) or member)
    return written


def _add(resource: Resource) -> None:
    name, _ = PARAMETERS[resource]
    root = f"/{resource.value}"

    def list_values(request: Request, caller: AnyCaller) -> Response:
        return _values(request, resource, caller)

    def below(request: Request, caller: AnyCaller) -> Response:
        return _sub_resources(request, resource, request.path_params[name], caller)

    def events(request: Request, caller: AnyCaller) -> Response:
        value = request.path_params[name]
        if resource is Resource.EVENT_TYPES and not _is_known(request, resource, value, caller):
            raise NotFound(resource.value, value)
        return events_answer(request, caller, parsed_query(_fixed(resource, value)), "SimpleEventQuery")

    list_values.__doc__ = f"List the {resource.value} that occur in the events which the caller may read."
    below.__doc__ = f"Tell what is below one of the {resource.value}."
    events.__doc__ = f"Find the events of one of the {resource.value}, by further parameters of the query language."
    own = f"{root}/{{{name}}}"
    extra: dict[str, Any] = {
        "parameters": [{"name": name, "in": "path", "required": True, "schema": {"type": "string"}}]
    }
    for path, handler, what, answered, more in (
        (root, list_values, "list", COLLECTION, None),
        # The longer path comes first: the value before it may hold slashes of its own.
        (f"{own}/events", events, "events of", EVENTS, extra),
        (own, below, "below", SUB_RESOURCES, extra),
    ):
        router.add_api_route(
            route_path(path),
            handler,
            methods=["GET"],
            name=f"{what} {resource.value}",
            responses={200: answered},
            openapi_extra=more,
        )


for _resource in Resource:
    _add(_resource)
