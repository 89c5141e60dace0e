"""Tables: CSV with a mapping, tried or captured; what is wrong is named by row and column."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Form, Request, Response
from fastapi import UploadFile as Upload

from api.callers import Capturer
from api.capture_options import capture_request_of
from api.epcis.jobs import job_content
from api.resources.views import typed_job
from api.rooms import rooms_of
from capture.documents import capture_table
from capture.mapping import mapping_of

router = APIRouter(prefix="/api/v1/tables", tags=["Capture"])

_TRIED = {200: {"description": "What would become of the rows; nothing was written"}}
_ANSWERS = typed_job() | {"responses": typed_job()["responses"] | {200: typed_job(200)["responses"][200] | _TRIED[200]}}


@router.post("", status_code=202, **_ANSWERS)
def capture_csv(
    request: Request,
    response: Response,
    caller: Capturer,
    table: Upload,
    mapping: Annotated[str, Form(max_length=100_000)],
    dry_run: Annotated[bool, Form(alias="dryRun")] = False,
) -> dict[str, Any]:
    """Capture a CSV table (multipart: `table`, `mapping`, `dryRun`); the headers are those of `POST /capture`."""
    rooms = rooms_of(request)
    asked = capture_request_of(request, caller, dry_run=dry_run)
    job, rows = capture_table(rooms.record, rooms.mirror, table.file.read(), mapping_of(mapping), asked)
    content = job_content(job)
    for event in content["events"]:
        if event["index"] < len(rows.rows):
            event["rows"] = list(rows.rows[event["index"]])
    if dry_run:
        response.status_code = 200
    else:
        response.headers["Location"] = f"/capture/{job.id}"
    return content
