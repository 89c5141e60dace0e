"""`/capture`: whole documents in, a job with a result per event out (EPCIS 2.0 §12.6)."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from fastapi import APIRouter, Request, Response
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import JSONResponse

from api.callers import Capturer, Querier
from api.capture_options import capture_request_of, form_of
from api.epcis.discovery import announce_versions, verify_versions
from api.epcis.jobs import job_content, job_xml
from api.errors import NotFound, PageTokenInvalid
from api.negotiation import JSON_TYPES, XML_TYPES, preferred
from api.paging import announce_next, page_size_of, place_of
from api.rooms import rooms_of
from capture.documents import capture_document
from store.record.jobs import job_of, jobs_of

router = APIRouter(tags=["Capture"])

_DOCUMENT = {
    "requestBody": {
        "required": True,
        "content": {
            kind: {"schema": {"description": "An EPCISDocument or EPCISQueryDocument (EPCIS 2.0)"}}
            for kind in (*JSON_TYPES, *XML_TYPES)
        },
    }
}


@router.post("/capture", status_code=202, openapi_extra=_DOCUMENT)
async def capture(request: Request, caller: Capturer) -> Response:
    """Capture the events of an EPCIS document.

    `GS1-Capture-Error-Behaviour` is `rollback` (default) or `proceed`; `Suyuan-Disclosure` says who may read the events
    (`private` where nothing is said); `Suyuan-Lane` is `headed` (default) or `anchored`. Every event is checked, committed and
    stored when the answer comes; `Location` is the job, which also tells each event's way to the chain.
    """
    verify_versions(request)
    form = form_of(request)
    asked = capture_request_of(request, caller)
    data = await request.body()
    rooms = rooms_of(request)
    job = await run_in_threadpool(capture_document, rooms.record, rooms.mirror, data, form, asked)
    response = JSONResponse(job_content(job), 202, {"Location": f"/capture/{job.id}"})
    response.headers["GS1-Capture-Error-Behaviour"] = job.behaviour
    announce_versions(response)
    return response


@router.get("/capture")
def list_jobs(request: Request, response: Response, caller: Querier) -> list[dict[str, Any]]:
    """List the capture jobs of the caller's organisation, newest first."""
    size = page_size_of(request)
    place = place_of(request, "capture jobs")
    found = jobs_of(rooms_of(request).record, caller.reader, size + 1, _moment(place))
    more = len(found) > size
    announce_next(request, response, "capture jobs", found[size - 1].created_at.isoformat() if more else None, size)
    announce_versions(response)
    return [job_content(job, with_events=False) for job in found[:size]]


@router.get("/capture/{capture_id}")
def get_job(request: Request, capture_id: str, caller: Querier) -> Response:
    """Tell what became of a capture, event by event."""
    kind = preferred(request.headers.get("accept"), ("application/json", *XML_TYPES))
    job = job_of(rooms_of(request).record, capture_id, caller.reader)
    if job is None:
        raise NotFound("capture job", capture_id)
    response = Response(job_xml(job), media_type=kind) if kind in XML_TYPES else JSONResponse(job_content(job))
    announce_versions(response)
    return response


def _moment(place: str | None) -> datetime | None:
    try:
        return None if place is None else datetime.fromisoformat(place)
    except ValueError as error:
        raise PageTokenInvalid("nextPageToken", place or "", "start again without nextPageToken") from error
