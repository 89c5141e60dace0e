"""Turns errors into problem documents, as JSON or XML (RFC 9457, EPCIS 2.0 §12.3)."""

from __future__ import annotations

import json
import logging
import secrets
from collections.abc import Iterable
from typing import Any
from urllib.parse import quote
from xml.sax.saxutils import escape

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException

from api.errors import ApiError, MethodNotAllowed, NotFound, RequestInvalid
from api.negotiation import preferred
from api.pages.app_files import AppFiles, simple_page
from api.pages.markup import element
from api.problems import INTERNAL_FAULT, ProblemType, problem_type_of
from capture.errors import Problem

EPCIS_ROOTS = frozenset(
    (
        "capture",
        "events",
        "eventTypes",
        "epcs",
        "bizSteps",
        "bizLocations",
        "readPoints",
        "dispositions",
        "queries",
        "nextPageToken",
    )
)
"""First parts of the paths that are EPCIS 2.0 resources and answer with its types."""

_LOGGER = logging.getLogger("suyuan.api")
_MOST_PLACES = 200
_QUIET = {
    "internal-fault": "the operator finds the cause in the log",
    "chain-error": "the chain does not answer; what was captured is safe and goes there when it does",
}
"""Problems whose error's own words stay inside: they may hold a body, or the address of a node."""


def install(app: FastAPI) -> None:
    """Let the framework's own errors become problem documents; all others are caught in `api.refusals`."""
    app.add_exception_handler(HTTPException, _answer_http)
    app.add_exception_handler(RequestValidationError, _answer_validation)


def problem_response(request: Request, error: BaseException) -> Response:
    """Return the problem document of an error, in the form that the caller accepts."""
    row = problem_type_of(error)
    content = problem_content(row, request, error)
    headers = dict(getattr(error, "headers", None) or {})
    if row.status == 401:
        headers["WWW-Authenticate"] = 'Bearer realm="suyuan"'
    if row.status == 503:
        headers.setdefault("Retry-After", "5")
    form = _wanted_form(request)
    if form == "xml":
        return Response(problem_xml(content), row.status, headers, "application/problem+xml")
    if form == "html":
        return Response(problem_page(request.app.state.app_files, content), row.status, headers, "text/html")
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    return Response(text, row.status, headers, "application/problem+json")


def problem_content(row: ProblemType, request: Request, error: BaseException) -> dict[str, Any]:
    """Return the members of a problem document; of an internal fault nothing is told but a number to ask for."""
    is_epcis = is_epcis_path(request.url.path)
    content: dict[str, Any] = {"type": row.epcis if is_epcis else row.uri, "title": row.title, "status": row.status}
    if is_epcis:
        content["problem"] = row.uri
    if row.name in _QUIET:
        content["detail"] = _QUIET.get(row.name, row.title)
        content["errors"] = [_place_content(Problem(row.name, "the server", row.title, "try again later"), row.name)]
    else:
        content["detail"] = str(error)
        content["errors"] = [_place_content(problem, row.name) for problem in _places(error)][:_MOST_PLACES]
    content["instance"] = instance_of(request)
    return content


def is_epcis_path(path: str) -> bool:
    """Say whether a path is one of the EPCIS binding's."""
    return path == "/" or path.strip("/").partition("/")[0] in EPCIS_ROOTS


def instance_of(request: Request) -> str:
    """Return the address that was asked for, without its query, as a URI on the installation's public origin."""
    raw = request.scope.get("raw_path") or quote(request.url.path).encode()
    path = quote(bytes(raw).partition(b"?")[0].decode("latin-1"), safe="/%!$&'()*+,;=:@~-._")
    return str(request.app.state.rooms.settings.public_origin) + path


def problem_xml(content: dict[str, Any]) -> str:
    """Return a problem document as XML, under the name the EPCIS 2.0 binding gives it."""
    parts = ['<?xml version="1.0" encoding="UTF-8"?><epcis:EPCISException xmlns:epcis="urn:epcglobal:epcis:xsd:2">']
    for name, value in content.items():
        if name == "errors":
            items = "".join(
                "<error>" + "".join(f"<{key}>{xml_text(text)}</{key}>" for key, text in item.items()) + "</error>"
                for item in value
            )
            parts.append(f"<errors>{items}</errors>")
        else:
            parts.append(f"<{name}>{xml_text(value)}</{name}>")
    parts.append("</epcis:EPCISException>")
    return "".join(parts)


def problem_page(app: AppFiles, content: dict[str, Any]) -> str:
    """Return a problem document as a page."""
    rows = [
        element("li", {}, element("strong", {}, item["pointer"]), ": ", item["cure"])
        for item in content.get("errors", ())
    ]
    problem = content.get("problem", content["type"])
    return simple_page(
        app,
        "en",
        content["title"],
        element("h1", {}, content["title"]),
        element("p", {}, content["detail"]),
        element("ul", {}, *rows),
        element("p", {}, element("a", {"href": problem}, "Why this happens and how to solve it")),
    )


def xml_text(value: object) -> str:
    """Return a value as text of an element; what XML cannot hold becomes a replacement character."""
    return escape("".join(letter if letter.isprintable() else "\ufffd" for letter in str(value)))


def _places(error: BaseException) -> Iterable[Problem]:
    problems = getattr(error, "problems", ())
    if problems:
        return tuple(problems)
    place = getattr(error, "place", None) or getattr(error, "pointer", None) or "the request"
    if isinstance(place, int):
        place = f"character {place}"
    cure = getattr(error, "cure", None) or "see the section of this problem type"
    return (Problem(problem_type_of(error).name, str(place), str(error), str(cure)),)


def _place_content(problem: Any, default: str) -> dict[str, str]:
    code = getattr(problem, "code", None)
    reason = str(problem.reason) if code else f"{problem.reason}: {problem.cure}"
    return {
        "type": f"/problems/{code or default}",
        "pointer": str(problem.pointer),
        "detail": reason,
        "cure": str(problem.cure),
    }


def _wanted_form(request: Request) -> str:
    """Return `json`, `xml` or `html`: a browser that was sent to an address gets a page that it can read."""
    offered = (
        "application/problem+json",
        "application/json",
        "application/problem+xml",
        "application/xml",
        "text/xml",
        "text/html",
    )
    try:
        kind = preferred(request.headers.get("accept"), offered)
    except ApiError:
        return "json"
    return "html" if kind == "text/html" else "xml" if kind.endswith("xml") else "json"


def told_status(request: Request, error: BaseException) -> int:
    """Return the status of an error, and tell the log of one that is ours."""
    row = problem_type_of(error)
    if row is INTERNAL_FAULT:
        _log_fault(request, error)
    return row.status


def answer_error(request: Request, error: Exception) -> Response:
    """Return the problem of an error, and tell the log of one that is ours."""
    response = problem_response(request, error)
    if problem_type_of(error) is INTERNAL_FAULT:
        response.headers["Suyuan-Fault"] = _log_fault(request, error)
    return response


def _log_fault(request: Request, error: BaseException) -> str:
    """Log the kind and the place of a fault, and return the number under which it is found: its words may hold a body."""
    number = secrets.token_hex(4)
    _LOGGER.error(
        "internal fault %s: %s at %s %s",
        number,
        _fault_place(error),
        request.method,
        request.url.path.partition("/")[2].partition("/")[0],
    )
    return number


def _fault_place(error: BaseException) -> str:
    trace = error.__traceback__
    places = []
    while trace is not None:
        code = trace.tb_frame.f_code
        places.append(f"{code.co_filename.rpartition('/')[2]}:{trace.tb_lineno} {code.co_name}")
        trace = trace.tb_next
    return f"{type(error).__name__} in " + " < ".join(reversed(places[-6:]))


async def _answer_http(request: Request, error: Exception) -> Response:
    if not isinstance(error, HTTPException):
        return answer_error(request, error)
    if isinstance(error, ApiError):
        return problem_response(request, error)
    if error.status_code == 404:
        return problem_response(request, NotFound("resource", request.url.path))
    if error.status_code == 405:
        return problem_response(request, MethodNotAllowed(request.method, (error.headers or {}).get("Allow", "")))
    if error.status_code < 500:
        cause = error.__cause__
        reason = "the body cannot be read" + (f" ({type(cause).__name__})" if cause else "")
        return problem_response(
            request,
            RequestInvalid([Problem("request-invalid", "the body", reason, "send it as the resource describes")]),
        )
    return answer_error(request, error)


async def _answer_validation(request: Request, error: Exception) -> Response:
    if not isinstance(error, RequestValidationError):
        return answer_error(request, error)
    return problem_response(
        request, RequestInvalid([_problem_of_validation(item) for item in error.errors()[:_MOST_PLACES]])
    )


def _problem_of_validation(item: dict[str, Any]) -> Problem:
    where, *path = item["loc"]
    if item["type"] == "json_invalid":
        place = f"the body, character {path[0]}" if path else "the body"
        return Problem(
            "request-invalid", place, f"not JSON: {item.get('ctx', {}).get('error', '')}", "send a JSON text (RFC 8259)"
        )
    pointer = "".join(f"/{part}" for part in path) if where == "body" else f"{where} {'.'.join(map(str, path))}"
    return Problem(
        "request-invalid", pointer or "the body", str(item["msg"]), "see the resource's schema in /openapi.json"
    )
