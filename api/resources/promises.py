"""Writes to the chain as promises: what was asked, how far it has come, why it was refused."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request, Response

from api.callers import AnyCaller, Caller
from api.errors import NotFound
from api.resources.views import PromiseView, typed
from api.rooms import rooms_of
from store.errors import PromiseUnknown
from store.record.outbox import Promise, promise, promise_of
from store.record.payloads import Payload

router = APIRouter(prefix="/api/v1/promises", tags=["Promises"])


def promised(request: Request, response: Response, organisation: int, payload: Payload) -> dict[str, Any]:
    """Put one write into the outbox and answer 202 with the promise and its address."""
    rooms = rooms_of(request)
    number = promise(rooms.record, organisation, [payload], rooms.clock())[0]
    return announced(request, response, number)


def announced(request: Request, response: Response, number: int) -> dict[str, Any]:
    """Answer 202 with a promise that has just been made."""
    response.status_code = 202
    response.headers["Location"] = f"/api/v1/promises/{number}"
    return content_of(promise_of(rooms_of(request).record, number))


def content_of(made: Promise) -> dict[str, Any]:
    """Return what is told of a promise."""
    content: dict[str, Any] = {
        "id": made.id,
        "organisation": made.organisation,
        "operation": str(made.operation),
        "progress": str(made.progress),
        "createdAt": made.created_at.isoformat(),
        "changedAt": made.changed_at.isoformat(),
    }
    if made.failure is not None:
        content["failure"] = {"name": made.failure.name, "detail": made.failure.detail}
    return content


@router.get("/{number}", **typed(PromiseView))
def get_promise(request: Request, number: int, caller: AnyCaller) -> dict[str, Any]:
    """Tell how far a write of the caller's organisation has come; an operator also sees the authority's."""
    organisation = caller.organisation
    try:
        made = promise_of(rooms_of(request).record, number) if 0 < number < 2**63 else None
    except PromiseUnknown:
        made = None
    if made is None or not _may_see(caller, made, organisation):
        raise NotFound("promise", str(number))
    return content_of(made)


def _may_see(caller: Caller, made: Promise, organisation: int) -> bool:
    return made.organisation == organisation or (made.organisation == 0 and "operate" in caller.reader.roles)
