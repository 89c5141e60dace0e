"""`/events`: one event in, events out (EPCIS 2.0 §12.7)."""

from __future__ import annotations

from urllib.parse import quote

from fastapi import APIRouter, Request, Response
from fastapi.concurrency import run_in_threadpool

from api.callers import AnyCaller, Caller, Capturer
from api.capture_options import capture_request_of, form_of
from api.epcis.discovery import announce_versions, verify_versions
from api.epcis.event_documents import query_document, wanted_form
from api.epcis.finding import FoundBody, found_events
from api.epcis.query_parameters import parsed_query
from api.errors import AlreadyExists, NotFound, UriTooLong
from api.negotiation import JSON_TYPES
from api.paging import announce_next, page_size_of, place_of
from api.rooms import rooms_of
from capture.documents import capture_document
from store.record.bodies import visible_event_by_id, visible_events
from traceability.epcis import Event
from traceability.ledger.meta import Kind

LONGEST_QUERY = 8_000
"""Octets of a query in an address."""

router = APIRouter(tags=["Events"])

_STATEMENTS = (int(Kind.DESCRIBE), int(Kind.FORGET))


@router.post(
    "/events",
    status_code=201,
    openapi_extra={
        "requestBody": {
            "required": True,
            "content": {kind: {"schema": {"description": "One EPCIS event"}} for kind in JSON_TYPES},
        }
    },
)
async def create_event(request: Request, caller: Capturer) -> Response:
    """Capture a single event; `Location` is its address, 409 tells that the same content was captured before."""
    verify_versions(request)
    form = form_of(request, json_only=True)
    asked = capture_request_of(request, caller)
    data = await request.body()
    rooms = rooms_of(request)
    job = await run_in_threadpool(capture_document, rooms.record, rooms.mirror, data, form, asked)
    if len(job.results) == 1 and job.results[0].status == "duplicate":
        commitment = "0x" + (job.results[0].commitment or b"").hex()
        raise AlreadyExists(
            "the event", commitment, "it was captured before; to correct it, capture it with an errorDeclaration"
        )
    first = job.results[0]
    address = first.event_id or "0x" + (first.commitment or b"").hex()
    response = Response(data, 201, {"Location": f"/events/{quote(address, safe='')}"}, "application/json")
    response.headers["Suyuan-Job"] = f"/capture/{job.id}"
    announce_versions(response)
    return response


@router.get("/events")
def get_events(request: Request, caller: AnyCaller) -> Response:
    """Find events by the parameters of the EPCIS query language; anyone sees the public ones, a firm also what it may read."""
    return events_answer(request, caller, {}, "SimpleEventQuery")


@router.get("/events/{event_id:path}")
def get_event(request: Request, event_id: str, caller: AnyCaller) -> Response:
    """Give the event of an eventID, and the declarations that it was wrong; also by commitment (`0x…`) or hash (`ni:…`)."""
    wanted_form(request)
    rooms = rooms_of(request)
    found = [
        event for event in visible_event_by_id(rooms.record, event_id, caller.reader) if event.kind not in _STATEMENTS
    ]
    if not found and event_id.startswith("0x") and len(event_id) == 66 and _is_hexadecimal(event_id[2:]):
        found = list(visible_events(rooms.record, [bytes.fromhex(event_id[2:])], caller.reader).values())
    if not found:
        raise NotFound("event", event_id)
    return query_document(request, [FoundBody(Event.from_json(event.body), event.captured_at) for event in found])


def events_answer(request: Request, caller: Caller, fixed: dict[str, list[str]], name: str) -> Response:
    """Answer a query: the request's parameters with fixed ones beside them."""
    query = request.scope.get("query_string", b"")
    if len(query) > LONGEST_QUERY:
        raise UriTooLong(len(query), LONGEST_QUERY)
    wanted_form(request)
    given: dict[str, list[str]] = {}
    for key, value in request.query_params.multi_items():
        # The values of one parameter are alternatives, apart by `|` or as repeated parameters (EPCIS 2.0 §12.7.2).
        given.setdefault(key.removesuffix("[]"), []).extend(value.split("|") if key != "nextPageToken" else [value])
    for key, values in fixed.items():
        shared = [value for value in given.get(key, values) if value in values]
        given[key] = shared or values
    parsed = parsed_query(given)
    bound = f"events {sorted(parsed.texts.items())} for {caller.reader.organisation}"
    size = page_size_of(request)
    found = found_events(rooms_of(request), parsed, caller.reader, size, place_of(request, bound))
    response = query_document(request, found.bodies, name)
    announce_next(request, response, bound, found.place, size)
    return response


def _is_hexadecimal(text: str) -> bool:
    return all(letter in "0123456789abcdef" for letter in text)
