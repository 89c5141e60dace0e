"""States: recall, quarantine, lifting, in one step; and forgetting an event."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Request, Response
from pydantic import Field

from api.callers import Capturer
from api.capture_options import DISCLOSURE_HEADER, capture_request_of
from api.epcis.jobs import job_content
from api.resources.fields import Body, Hash, IdentifierText, identifier_at, octets
from api.resources.things import key_at
from api.resources.views import StateView, typed, typed_job
from api.rooms import rooms_of
from capture.disclosure import EVERYONE
from capture.documents import Request as CaptureRequest
from capture.forgetting import forget_event
from capture.states import change_state, state_named
from store.mirror.things import states_of
from traceability.ledger.meta import State

router = APIRouter(prefix="/api/v1", tags=["States"])

Texts = Annotated[dict[str, Annotated[str, Field(max_length=2000)]], Field(max_length=2)]
"""A text by language: `zh`, `en`."""


class Changing(Body):
    """Things and the state that they are to have."""

    things: Annotated[list[IdentifierText], Field(min_length=1, max_length=1000)]
    state: str
    reason: Annotated[Texts, Field(default_factory=dict)]
    advice: Annotated[Texts, Field(default_factory=dict)]


class Recalling(Body):
    """What is recalled, why, and what whoever has it should do."""

    id: IdentifierText
    reason: Texts
    advice: Annotated[Texts, Field(default_factory=dict)]


@router.post("/states", status_code=202, **typed_job())
def set_state(request: Request, response: Response, body: Changing, caller: Capturer) -> dict[str, Any]:
    """Set the state of things: active, quarantined, recalled, destroyed, stolen, lost, retired."""
    state = state_named(body.state)
    things = [identifier_at(f"/things/{place}", text) for place, text in enumerate(body.things)]
    rooms = rooms_of(request)
    asked = _for_everyone(request, capture_request_of(request, caller))
    job = change_state(rooms.record, rooms.mirror, things, state, asked, reason=body.reason, advice=body.advice)
    response.headers["Location"] = f"/capture/{job.id}"
    return job_content(job)


@router.post("/recalls", status_code=202, **typed_job())
def recall_thing(request: Request, response: Response, body: Recalling, caller: Capturer) -> dict[str, Any]:
    """Recall a lot, a class, an item or a package: the event, the line and the state, in one step."""
    thing = identifier_at("/id", body.id)
    rooms = rooms_of(request)
    asked = _for_everyone(request, capture_request_of(request, caller))
    job = change_state(
        rooms.record, rooms.mirror, [thing], state_named("recalled"), asked, reason=body.reason, advice=body.advice
    )
    response.headers["Location"] = f"/capture/{job.id}"
    return job_content(job)


@router.get("/states", **typed(StateView))
def get_state(request: Request, id: str) -> dict[str, Any]:
    """Tell the state of a thing as the mirror has it; the proof is in the bundle."""
    identifier, key = key_at(request, "query id", id)
    found = states_of(rooms_of(request).mirror, [key]).get(key)
    state = State.UNCHANGED if found is None else State(found.state)
    return {
        "id": identifier.canonical,
        "state": "active" if state is State.UNCHANGED else state.name.lower(),
        "organisation": None if found is None else found.organisation,
        "since": None if found is None else found.since,
    }


@router.delete("/events/{commitment}", status_code=202, **typed_job())
def forget(request: Request, response: Response, commitment: Hash, caller: Capturer) -> dict[str, Any]:
    """Forget one of the caller's own events: body and secret are deleted, a signed "forgotten" stays."""
    rooms = rooms_of(request)
    job = forget_event(rooms.record, rooms.mirror, octets(commitment), capture_request_of(request, caller))
    rooms.shelf.clear()
    response.headers["Location"] = f"/capture/{job.id}"
    return job_content(job)


def _for_everyone(request: Request, asked: CaptureRequest) -> CaptureRequest:
    """Return the request with a disclosure for everyone, unless the caller says otherwise: a state is there to be known."""
    if request.headers.get(DISCLOSURE_HEADER) is not None:
        return asked
    return CaptureRequest(asked.organisation, asked.now, asked.behaviour, EVERYONE, asked.lane, asked.limits)
