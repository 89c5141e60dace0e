"""Capture jobs as EPCIS 2.0 shows them (§12.6.2.2), with what became of each event on its way to the chain."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any
from xml.sax.saxutils import quoteattr

from api.answers import xml_text
from api.problems import BY_NAME, problem_name
from store.record.jobs import CaptureJob, ElementResult, EventResult
from store.record.progress import Progress


def job_content(job: CaptureJob, *, with_events: bool = True) -> dict[str, Any]:
    """Return the CaptureJob document; an event that the chain refused counts as an error too."""
    errors = [_error(problem) for problem in json.loads(job.problems)]
    for result in job.results:
        errors.extend(_errors_of(result))
    errors.extend(error for element in job.elements for error in _errors_of_element(element))
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
        if job.elements:
            content["masterData"] = [_element(element) for element in job.elements]
    return content


def job_xml(job: CaptureJob) -> str:
    """Return the CaptureJob as XML, under the name and with the attributes that the REST binding gives it."""
    content = job_content(job)
    attributes = " ".join(f"{name}={quoteattr(_xml(content[name]))}" for name in ("captureID", "running", "success"))
    parts = ['<?xml version="1.0" encoding="UTF-8"?>']
    parts.append(f'<epcis:EPCISCaptureJob xmlns:epcis="urn:epcglobal:epcis:xsd:2" {attributes}>')
    for name in ("createdAt", "finishedAt", "captureErrorBehaviour"):
        if name in content:
            parts.append(f"<{name}>{_xml(content[name])}</{name}>")
    for name, item in (("errors", "error"), ("events", "event"), ("masterData", "element")):
        if name not in content:
            continue
        items = "".join(f"<{item}>{_members(each)}</{item}>" for each in content[name])
        parts.append(f"<{name}>{items}</{name}>")
    parts.append("</epcis:EPCISCaptureJob>")
    return "".join(parts)


def _members(content: Mapping[str, Any]) -> str:
    return "".join(f"<{name}>{_xml_value(value)}</{name}>" for name, value in content.items())


def _xml_value(value: Any) -> str:
    if isinstance(value, list):
        return "".join(f"<warning>{_members(item)}</warning>" for item in value)
    return _xml(value)


def _error(problem: Mapping[str, Any], event: int | None = None) -> dict[str, Any]:
    """Return a problem of a job with the type and title of the standard; ours stands in `problem`."""
    row = BY_NAME.get(str(problem["type"]).rpartition("/")[2], BY_NAME["events-refused"])
    content = {"type": row.epcis, "title": row.title, "problem": row.uri}
    content |= {name: value for name, value in problem.items() if name != "type"}
    return content if event is None else content | {"event": event}


def _errors_of(result: EventResult) -> list[dict[str, Any]]:
    if result.problem is not None and result.status == "refused":
        return [_error(problem, result.index) for problem in json.loads(result.problem)]
    if result.progress is Progress.FAILED and result.failure is not None:
        failure = {
            "type": f"/problems/{_problem_type(result.failure.name)}",
            "pointer": f"/epcisBody/eventList/{result.index}",
            "detail": result.failure.detail,
            "cure": "see the section of this problem type",
        }
        return [_error(failure, result.index)]
    return []


def _errors_of_element(element: ElementResult) -> list[dict[str, Any]]:
    if element.progress is not Progress.FAILED or element.failure is None:
        return []
    failure = {
        "type": f"/problems/{_problem_type(element.failure.name)}",
        "pointer": f"master data of {element.uri}",
        "detail": element.failure.detail,
        "cure": "see the section of this problem type",
    }
    return [_error(failure)]


def _problem_type(name: str) -> str:
    found = problem_name(name)
    return found if found in BY_NAME else "contract-refusal"


def _element(element: ElementResult) -> dict[str, Any]:
    """Return what became of a statement of master data."""
    return {
        "id": element.uri,
        "vocabulary": element.vocabulary,
        "commitment": "0x" + element.commitment.hex(),
        "progress": str(element.progress),
    }


def _event(result: EventResult) -> dict[str, Any]:
    content: dict[str, Any] = {"index": result.index, "status": result.status}
    if result.commitment is not None:
        content["commitment"] = "0x" + result.commitment.hex()
    if result.event_id is not None:
        content["eventID"] = result.event_id
    if result.progress is not None:
        content["progress"] = str(result.progress)
    if result.problem is not None and result.status != "refused":
        # It was taken all the same; a strict capture would have refused it.
        content["warnings"] = [_error(problem) for problem in json.loads(result.problem)]
    return content


def _time(moment: Any) -> str | None:
    return None if moment is None else moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _xml(value: Any) -> str:
    return xml_text(str(value).lower() if isinstance(value, bool) else value)
