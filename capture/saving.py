"""The last step of every capture: what is in order and what is refused become one job, in one SQL transaction."""

from __future__ import annotations

import json
import secrets
from collections.abc import Sequence
from datetime import datetime
from enum import Enum

from capture.errors import EventRefused, EventsRefused, Problem
from capture.limits import Limits
from store.database import Record
from store.reader import Reader
from store.record.capture import CapturedEvent, known_contents, save_capture
from store.record.jobs import CaptureJob, EventResult, NewJob, job_of


class Behaviour(Enum):
    """What happens to the others when one event is refused (EPCIS 2.0 §12.6.1)."""

    ROLLBACK = "rollback"
    """All or nothing."""
    PROCEED = "proceed"
    """All that can be captured."""


def new_job_id() -> str:
    """Return a captureID that cannot be guessed."""
    return secrets.token_hex(16)


def saved_job(
    record: Record,
    organisation: int,
    behaviour: Behaviour,
    captured: Sequence[CapturedEvent],
    refused: Sequence[EventRefused],
    now: datetime,
    limits: Limits,
    *,
    dry_run: bool = False,
    forgotten: Sequence[bytes] = (),
    elements: Sequence[CapturedEvent] = (),
    element_problems: Sequence[Problem] = (),
) -> CaptureJob:
    """Return the finished job of a capture; with `dry_run` nothing is written and the job has the id `dry-run`.

    `elements` are statements of master data, which have no result of their own; what is wrong with others stands in the job.

    Raises:
        EventsRefused: if an event or an element was refused and the behaviour is rollback; nothing was stored.
    """
    if (refused or element_problems) and behaviour is Behaviour.ROLLBACK:
        problems = [*(problem for refusal in refused for problem in refusal.problems), *element_problems]
        count = len(refused) + len(element_problems)
        raise EventsRefused(problems[: limits.reported_problems], count, count + len(captured) + len(elements))
    told = json.dumps(
        [problem_json(problem) for problem in element_problems[: limits.reported_problems]], ensure_ascii=False
    )
    success = not refused and not element_problems
    results = [_refusal(refusal) for refusal in refused]
    if dry_run:
        outcome = sorted([*results, *_foretold(record, organisation, captured)], key=lambda result: result.index)
        return CaptureJob("dry-run", organisation, behaviour.value, success, told, now, now, tuple(outcome))
    job = NewJob(new_job_id(), organisation, behaviour.value, success, told)
    saved = save_capture(record, job, captured, results, now, forgotten=forgotten, elements=elements)
    if elements and (kept := job_of(record, job.id, Reader(organisation))) is not None:
        return kept
    return CaptureJob(job.id, organisation, job.behaviour, job.success, job.problems, now, now, saved)


def problem_json(problem: Problem) -> dict[str, str]:
    """Return a problem as it stands in a job's error list."""
    return {
        "type": f"/problems/{problem.code}",
        "pointer": problem.pointer,
        "detail": problem.reason,
        "cure": problem.cure,
    }


def problems_json(problems: Sequence[Problem]) -> str:
    """Return problems as the JSON list in which a job keeps them."""
    return json.dumps([problem_json(problem) for problem in problems], ensure_ascii=False)


def _refusal(refusal: EventRefused) -> EventResult:
    return EventResult(index=refusal.index, status="refused", problem=problems_json(refusal.problems))


def _foretold(record: Record, organisation: int, captured: Sequence[CapturedEvent]) -> list[EventResult]:
    known = dict(known_contents(record, organisation, [event.content_digest for event in captured]))
    results = []
    for event in captured:
        earlier = known.setdefault(event.content_digest, event.commitment)
        status = "accepted" if earlier == event.commitment else "duplicate"
        commitment = None if status == "accepted" else earlier
        results.append(EventResult(event.index, status, commitment, event.event_id, event.warnings))
    return results
