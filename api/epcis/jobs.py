"""Capture jobs as EPCIS 2.0 shows them (§12.6.2.2), with what became of each event on its way to the chain."""

from __future__ import annotations

import json
from typing import Any
from xml.sax.saxutils import quoteattr

from api.problems import BY_NAME, problem_name
from store.record.jobs import CaptureJob, EventResult
from store.record.payloads import Progress


def job_content(job: CaptureJob, *, with_events: bool = True) -> dict[str, Any]:
    """Return the CaptureJob document; an event that the chain refused counts as an error too."""
    errors = list(json.loads(job.problems))
    for result in job.results:
        errors.extend(_errors_of(result))
    content: dict[str, Any] = {
        "captureID": job.id,
        "createdAt": _time(job.created_at),
        "finishedAt": _time(job.finished_at),
        "running": job.finished_at is None,
        "success": bool(job.success) and not errors,
        "captureErrorBehaviour": job.behaviour,
        "errors": errors,
    }
    if job.finished_at is None:
        del content["finishedAt"]
    if with_events:
        content["events"] = [_event(result) for result in job.results]
    return content


def job_xml(job: CaptureJob) -> str:
    """Return the CaptureJob as XML, its scalar members as attributes (EPCIS 2.0 REST binding)."""
    content = job_content(job)
    names = ("captureID", "createdAt", "finishedAt", "running", "success", "captureErrorBehaviour")
    attributes = " ".join(f"{name}={quoteattr(_xml(content[name]))}" for name in names if name in content)
    errors = "".join(
        f"<error type={quoteattr(str(error.get('type', '')))} pointer={quoteattr(str(error.get('pointer', '')))} "
        f"detail={quoteattr(str(error.get('detail', '')))} cure={quoteattr(str(error.get('cure', '')))}/>"
        for error in content["errors"]
    )
    head = '<?xml version="1.0" encoding="UTF-8"?>'
    return f'{head}<epcis:CaptureJob xmlns:epcis="urn:epcglobal:epcis:xsd:2" {attributes}><errors>{errors}</errors></epcis:CaptureJob>'


def _errors_of(result: EventResult) -> list[dict[str, Any]]:
    place = {"event": result.index}
    if result.problem is not None:
        return [problem | place for problem in json.loads(result.problem)]
    if result.progress is Progress.FAILED and result.failure is not None:
        failure = {
            "type": f"/problems/{_problem_type(result.failure.name)}",
            "pointer": f"/epcisBody/eventList/{result.index}",
        }
        return [failure | {"detail": result.failure.detail, "cure": "see the section of this problem type"} | place]
    return []


def _problem_type(name: str) -> str:
    found = problem_name(name)
    return found if found in BY_NAME else "contract-refusal"


def _event(result: EventResult) -> dict[str, Any]:
    content: dict[str, Any] = {"index": result.index, "status": result.status}
    if result.commitment is not None:
        content["commitment"] = "0x" + result.commitment.hex()
    if result.event_id is not None:
        content["eventID"] = result.event_id
    if result.progress is not None:
        content["progress"] = str(result.progress)
    return content


def _time(moment: Any) -> str | None:
    return None if moment is None else moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _xml(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)
