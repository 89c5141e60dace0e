"""`/events`: one event in, events out (EPCIS 2.0 §12.7)."""

from __future__ import annotations

from urllib.parse import quote

from fastapi import APIRouter, Request, Response
from fastapi.concurrency import run_in_threadpool

from api.callers import AnyCaller, Caller, Capturer
from api.capture_options import capture_request_of, form_of
from api.epcis.answer_schemas import EVENT, EVENTS, answer, body, location
from api.epcis.event_documents import formats_applied, query_document, wanted_form
from api.epcis.finding import FoundBody, found_events
from api.epcis.formats import EPC_HEADER, wanted_formats
from api.epcis.query_parameters import ParsedQuery, extension_namespaces, parsed_query
from api.errors import AlreadyExists, NotFound, RequestInvalid
from api.negotiation import JSON_TYPES, preferred
from api.paging import announce_next, page_size_of, place_of
from api.rooms import Rooms, rooms_of
from capture.documents import Request as CaptureRequest
from capture.documents import capture_document
from capture.errors import Problem
from capture.reading import Form, events_of
from delivery.showing import shown_event
from store.record.bodies import VisibleEvent, visible_event_by_id, visible_events
from store.record.event_addresses import commitment_of_same, visible_events_by_hash
from traceability.epcis import event_hash, write_json_event
from traceability.ledger.meta import Kind

router = APIRouter(tags=["Events"])

_STATEMENTS = (int(Kind.DESCRIBE), int(Kind.FORGET))
_CURE = "it was captured before; to correct it, capture it with an errorDeclaration"


@router.post(
    "/events",
    status_code=201,
    responses={
        201: answer("The event as it is kept", "EPCISEvent", xml=False)
        | location("Address of the event", Suyuan_Job="Address of the capture job")
    },
    openapi_extra=body("One event", "EPCISEvent", xml=False),
)
async def create_event(request: Request, caller: Capturer) -> Response:
    """Capture a single event; `Location` is its address.

    409 tells that the same content, or another event of the same eventID, was captured before: a declaration that it was wrong
    (`errorDeclaration`) is taken beside it.
    """
    form = form_of(request, json_only=True)
    kind = preferred(request.headers.get("accept"), JSON_TYPES[::-1])
    formats = wanted_formats(request)
    asked = capture_request_of(request, caller)
    data = await request.body()
    rooms = rooms_of(request)
    visible, job_id = await run_in_threadpool(_captured, rooms, data, form, asked, caller)
    event = shown_event(visible)
    content = write_json_event(formats_applied(rooms, [event], formats)[0])
    headers = {
        "Location": f"/events/{quote(event.event_id or '0x' + visible.commitment.hex(), safe='')}",
        "Suyuan-Job": f"/capture/{job_id}",
        EPC_HEADER: formats.epc.value,
    }
    return Response(content, 201, headers, kind)


@router.get("/events", responses={200: EVENTS})
def get_events(request: Request, caller: AnyCaller) -> Response:
    """Find events by the parameters of the EPCIS query language; anyone sees the public ones, a firm also what it may read."""
    return events_answer(request, caller, None, "SimpleEventQuery")


@router.get("/events/{eventID:path}", responses={200: EVENT})
def get_event(request: Request, eventID: str, caller: AnyCaller) -> Response:
    """Give the event of an eventID, and the declarations that it was wrong; also by commitment (`0x…`) or hash (`ni:…`)."""
    wanted_form(request)
    found = _addressed(rooms_of(request), _whole_address(request, eventID), caller)
    if not found:
        raise NotFound("event", eventID)
    return query_document(request, [FoundBody(shown_event(event), event.captured_at) for event in found])


def events_answer(request: Request, caller: Caller, fixed: ParsedQuery | None, name: str) -> Response:
    """Answer a query: what the request's parameters say, and what is fixed by the path or kept under the name.

    Raises:
        QueryParameterInvalid: naming the first parameter that cannot be read.
        QueryTooComplex, QueryTooLarge: if it asks for too much.
    """
    wanted_form(request)
    given: dict[str, list[str]] = {}
    for key, value in request.query_params.multi_items():
        # The values of one parameter are alternatives, apart by `|` or as repeated parameters (EPCIS 2.0 §12.7.2).
        given.setdefault(key.removesuffix("[]"), []).extend(value.split("|") if key != "nextPageToken" else [value])
    asked = parsed_query(given, extension_namespaces(request.headers.get("GS1-Extensions")))
    query = asked.query if fixed is None else fixed.query & asked.query
    texts = [*([] if fixed is None else sorted(fixed.texts.items())), *sorted(asked.texts.items())]
    bound = f"events {name} {texts} for {caller.reader.organisation}"
    size = page_size_of(request)
    found = found_events(rooms_of(request), query, caller.reader, size, place_of(request, bound))
    response = query_document(request, found.bodies, name)
    announce_next(request, response, bound, found.place, size)
    return response


def _captured(rooms: Rooms, data: bytes, form: Form, asked: CaptureRequest, caller: Caller) -> tuple[VisibleEvent, str]:
    """Capture one event and return it as it is kept, with its job.

    Raises:
        RequestInvalid: if the body is a document.
        AlreadyExists: if the firm captured the same before and this is no declaration that it was wrong.
    """
    read = events_of(data, form, asked.limits, asked.now)
    if len(read) != 1 or read[0].pointer:
        raise RequestInvalid([Problem("request-invalid", "/type", "is a document", "send documents to POST /capture")])
    first = read[0].event
    if first is not None and first.error_declaration is None:
        earlier = commitment_of_same(rooms.record, caller.organisation, event_hash(first), first.event_id)
        if earlier is not None:
            raise AlreadyExists("the event", "0x" + earlier.hex(), _CURE)
    job = capture_document(rooms.record, rooms.mirror, data, form, asked)
    result = job.results[0]
    commitment = result.commitment or b""
    if result.status == "duplicate":
        raise AlreadyExists("the event", "0x" + commitment.hex(), _CURE)
    return visible_events(rooms.record, [commitment], caller.reader)[commitment], job.id


def _addressed(rooms: Rooms, address: str, caller: Caller) -> list[VisibleEvent]:
    found = list(visible_event_by_id(rooms.record, address, caller.reader))
    if address.startswith("ni:"):
        known = {event.commitment for event in found}
        same = visible_events_by_hash(rooms.record, address, caller.reader)
        found.extend(event for event in same if event.commitment not in known)
    elif not found and address.startswith("0x") and len(address) == 66 and _is_hexadecimal(address[2:]):
        return list(visible_events(rooms.record, [bytes.fromhex(address[2:])], caller.reader).values())
    return [event for event in found if event.kind not in _STATEMENTS]


def _whole_address(request: Request, given: str) -> str:
    """Return the eventID of a path; a hash whose `?ver=` was not escaped lies in the address' query."""
    version = request.query_params.get("ver")
    return f"{given}?ver={version}" if given.startswith("ni:") and version is not None and "?" not in given else given


def _is_hexadecimal(text: str) -> bool:
    return all(letter in "0123456789abcdef" for letter in text)
