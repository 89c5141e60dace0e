"""Problems that people report about a thing, from its page or its app; read by the holder of its prefix."""

from __future__ import annotations

import secrets
from datetime import datetime
from typing import Annotated, Any

from fastapi import APIRouter, Form, Request, Response
from fastapi.responses import JSONResponse, RedirectResponse

from api.callers import Querier
from api.errors import NotFound, QueryParameterInvalid, RateLimitExceeded
from api.negotiation import preferred
from api.pages.verdicts import verdict_path
from api.paging import page_size_of
from api.resources.fields import identifier_at
from api.resources.views import KeptReportView, ReportList, typed
from api.rooms import rooms_of
from store.mirror.members import grants_by_key
from store.record.reports import Report, close_report, keep_report, reports_of
from traceability.identifiers import Identifier
from traceability.ledger.keys import prefix_key

router = APIRouter(prefix="/api/v1/reports", tags=["Reports"])

REASONS = ("copy", "recall", "damaged", "wrong", "other")


@router.post(
    "",
    status_code=303,
    response_class=RedirectResponse,
    responses={201: {"model": KeptReportView, "description": "Kept, for `Accept: application/json`"}},
)
def report(
    request: Request,
    id: Annotated[str, Form(max_length=1000)],
    kind: Annotated[str, Form(pattern="^(copy|recall|damaged|wrong|other)$")],
    text: Annotated[str, Form(max_length=2000)] = "",
    contact: Annotated[str, Form(max_length=200)] = "",
    lang: Annotated[str, Form(pattern="^(zh|en)$")] = "zh",
) -> Response:
    """Report a problem about a thing; anyone may, without an account.

    So often in an hour as `/api/v1/network` says; answers with the thing's page, or 201 for a program.
    """
    rooms = rooms_of(request)
    form = preferred(request.headers.get("accept"), ("text/html", "application/json"))
    identifier = identifier_at("form id", id)
    holder = _holder(request, identifier)
    if holder is None:
        raise NotFound("holder of the identifier", identifier.display())
    limits, rate, now = rooms.settings.reports, rooms.report_rate, rooms.clock()
    if wait := rate.wait("" if request.client is None else request.client.host, now.timestamp()):
        raise RateLimitExceeded("reports from one address", rate.most, rate.seconds, wait)
    number = secrets.token_hex(8)
    kept = Report(number, identifier.canonical, holder, kind, text.strip(), contact.strip() or None, now)
    refused = keep_report(rooms.record, kept, limits)
    if refused is not None:
        raise RateLimitExceeded("reports about one thing", limits.thing, limits.seconds, refused)
    if form == "application/json":
        return JSONResponse({"id": number}, 201)
    return RedirectResponse(f"{verdict_path(identifier)}?reported=1&lang={lang}", 303)


@router.get("", **typed(ReportList))
def list_reports(request: Request, caller: Querier, before: str | None = None) -> dict[str, Any]:
    """List the reports about things of the caller's organisation, newest first."""
    moment = None
    if before is not None:
        try:
            moment = datetime.fromisoformat(before)
        except ValueError as error:
            raise QueryParameterInvalid("before", before, "give the createdAt of the last report you have") from error
        if moment.tzinfo is None:
            raise QueryParameterInvalid("before", before, "give the time with its offset")
    found = reports_of(rooms_of(request).record, caller.reader, page_size_of(request), moment)
    return {"reports": [_content(item) for item in found]}


@router.post("/{report_id}/close", status_code=204)
def close(request: Request, report_id: str, caller: Querier) -> None:
    """Close a report."""
    rooms = rooms_of(request)
    if not close_report(rooms.record, report_id, caller.reader, rooms.clock()):
        raise NotFound("report", report_id)


def _holder(request: Request, identifier: Identifier) -> int | None:
    keys = [prefix_key(prefix.scheme, prefix.text) for prefix in identifier.prefix_candidates()]
    found = grants_by_key(rooms_of(request).mirror, keys)
    return next((found[key].holder for key in keys if key in found), None)


def _content(item: Report) -> dict[str, Any]:
    return {
        "id": item.id,
        "about": item.identifier,
        "kind": item.reason,
        "text": item.text,
        "contact": item.contact,
        "createdAt": item.created_at.isoformat(),
        "closedAt": None if item.closed_at is None else item.closed_at.isoformat(),
    }
