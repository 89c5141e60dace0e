"""Changes the state of things in one step: recall, quarantine, lifting (kind STATE: an EPCIS event and a line that sets the state)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from capture.committing import Intent, captured_event
from capture.composing import state_event
from capture.documents import Request
from capture.errors import EventRefused, EventsRefused, Problem, StateUnknown
from capture.lane import Lane
from capture.reading import own_event
from capture.saving import Behaviour, saved_job
from capture.standing import grant_book, verify_writer
from store.database import Mirror, Record
from store.record.jobs import CaptureJob
from traceability.identifiers import Identifier
from traceability.ledger.meta import Kind, State

STATES: Mapping[str, State] = {state.name.lower(): state for state in State if state is not State.UNCHANGED}
"""The states that can be set, by name."""


def state_named(name: str) -> State:
    """Return the state of a name.

    Raises:
        StateUnknown: if there is none.
    """
    if name not in STATES:
        raise StateUnknown(name, tuple(STATES))
    return STATES[name]


def change_state(
    record: Record,
    mirror: Mirror,
    things: Sequence[Identifier],
    state: State,
    request: Request,
    *,
    reason: Mapping[str, str] | None = None,
    advice: Mapping[str, str] | None = None,
) -> CaptureJob:
    """Set the state of classes, lots, items or packages and say why, for everyone to read.

    The event is an ObjectEvent whose disposition says the state in CBV's words; its lines set the state on the chain.

    Raises:
        EventsRefused: if a thing is not under a prefix that admits the writer.
        OrganisationUnknown: if the writer is not a member in good standing.
    """
    verify_writer(mirror, request.organisation)
    body = state_event(things, state, request.now, {"reason": dict(reason or {}), "advice": dict(advice or {})})
    intent = Intent(request.organisation, request.disclosure, Lane.HEADED, Kind.STATE, state)
    try:
        event = captured_event(own_event(body), 0, intent, grant_book(mirror), request.secrets(), request.limits)
    except EventRefused as refusal:
        raise EventsRefused(_by_thing(refusal.problems, body, things), 1, 1) from refusal
    return saved_job(
        record,
        request.organisation,
        Behaviour.ROLLBACK,
        [event],
        [],
        request.now,
        request.limits,
        dry_run=request.dry_run,
    )


def recall(
    record: Record,
    mirror: Mirror,
    lot: Identifier,
    request: Request,
    reason: Mapping[str, str],
    advice: Mapping[str, str] | None = None,
) -> CaptureJob:
    """Recall a lot (or a class, item or package) in one step."""
    return change_state(record, mirror, [lot], State.RECALLED, request, reason=reason, advice=advice)


def _by_thing(problems: Sequence[Problem], body: Mapping[str, object], things: Sequence[Identifier]) -> list[Problem]:
    """Return the problems with the places of the caller's list of things instead of the event's."""
    places = {thing.canonical: place for place, thing in enumerate(things)}
    found = []
    for problem in problems:
        node: object = body
        for token in problem.pointer.split("/")[1:]:
            node = (
                node[int(token)] if isinstance(node, list) else node.get(token) if isinstance(node, Mapping) else None
            )
        place = places.get(node) if isinstance(node, str) else None
        pointer = problem.pointer if place is None else f"/things/{place}"
        found.append(Problem(problem.code, pointer, problem.reason, problem.cure))
    return found
