"""`/capture`: whole documents in, a job with a result per event out (EPCIS 2.0 §12.6)."""

from __future__ import annotations

from datetime import datetime

from fastapi import APIRouter, Request, Response
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import JSONResponse

from api.callers import Capturer, Querier
from api.capture_options import capture_request_of, form_of
from api.epcis.answer_schemas import JOB, body, location
from api.epcis.jobs import job_content, job_xml
from api.epcis.schemas import PAGE_HEADERS, reference
from api.errors import NotFound, PageTokenInvalid
from api.negotiation import JSON_TYPES, XML_TYPES, preferred
from api.paging import announce_next, page_size_of, place_of
from api.rooms import rooms_of
from capture.documents import capture_document
from store.record.jobs import job_of, jobs_of

router = APIRouter(tags=["Capture"])

_JOB_FORMS = (*JSON_TYPES[::-1], *XML_TYPES)
_LIST = {"type": "array", "items": reference("CaptureJob")}
_JOBS = {
    "description": "Jobs, without their events",
    "content": {kind: {"schema": _LIST} for kind in JSON_TYPES[::-1]},
    "headers": PAGE_HEADERS,
}


@router.post(
    "/capture",
    status_code=202,
    responses={202: JOB | location("Address of the job", GS1_Capture_Error_Behaviour="rollback or proceed")},
    openapi_extra=body("A document of events", "EPCISDocument", "EPCISQueryDocument"),
)
async def capture(request: Request, caller: Capturer) -> Response:
    """Capture the events of an EPCIS document.

    `GS1-Capture-Error-Behaviour` is `rollback` (default) or `proceed`; `Suyuan-Disclosure` says who may read the events
    (`private` where nothing is said); `Suyuan-Lane` is `headed` (default) or `anchored`. Every event is checked, committed and
    stored when the answer comes; `Location` is the job, which also tells each event's way to the chain.
    """
    form = form_of(request)
    kind = preferred(request.headers.get("accept"), _JOB_FORMS)
    asked = capture_request_of(request, caller)
    data = await request.body()
    rooms = rooms_of(request)
    job = await run_in_threadpool(capture_document, rooms.record, rooms.mirror, data, form, asked)
    headers = {"Location": f"/capture/{job.id}", "GS1-Capture-Error-Behaviour": job.behaviour}
    if kind in XML_TYPES:
        return Response(job_xml(job), 202, headers, kind)
    return JSONResponse(job_content(job), 202, headers, kind)


@router.get("/capture", responses={200: _JOBS})
def list_jobs(request: Request, caller: Querier) -> Response:
    """List the capture jobs of the caller's organisation, newest first."""
    kind = preferred(request.headers.get("accept"), JSON_TYPES[::-1])
    size = page_size_of(request)
    bound = f"capture jobs of {caller.organisation}"
    found = jobs_of(rooms_of(request).record, caller.reader, size + 1, _place(place_of(request, bound)))
    response = JSONResponse([job_content(job, with_events=False) for job in found[:size]], media_type=kind)
    last = found[size - 1] if len(found) > size else None
    announce_next(request, response, bound, None if last is None else f"{last.created_at.isoformat()} {last.id}", size)
    return response


@router.get("/capture/{captureID}", responses={200: JOB})
def get_job(request: Request, captureID: str, caller: Querier) -> Response:
    """Tell what became of a capture, event by event."""
    kind = preferred(request.headers.get("accept"), _JOB_FORMS)
    job = job_of(rooms_of(request).record, captureID, caller.reader)
    if job is None:
        raise NotFound("capture job", captureID)
    if kind in XML_TYPES:
        return Response(job_xml(job), media_type=kind)
    return JSONResponse(job_content(job), media_type=kind)


def _place(place: str | None) -> tuple[datetime, str] | None:
    """Return the time and the id of the last job of the page before."""
    if place is None:
        return None
    moment, _, job_id = place.partition(" ")
    try:
        return datetime.fromisoformat(moment), job_id
    except ValueError as error:
        raise PageTokenInvalid("nextPageToken", place, "start again without nextPageToken") from error
