"""Whether a thing, or anything that it rests on, is recalled (traceability/verdict/README.md §3)."""

from __future__ import annotations

from traceability.ledger.meta import State
from traceability.life.resting import Foundation, Resting
from traceability.verdict.facts import Fact, Status


def recall_fact(foundation: Foundation, base: Status, age: int, *, fresh: bool, recorded: bool) -> Fact:
    """Return the fact: recalled, quarantined, not recalled, or why that cannot be said.

    `recorded` says whether the thing itself has a head; without one only its own state is known.
    """
    for state in (State.RECALLED, State.QUARANTINED):
        marked = [resting for resting in foundation.rests_on if resting.gap is None and resting.state is state]
        if marked:
            first = marked[0]
            args = {"id": first.id, "why": first.why.value, "since": first.since, "count": len(marked)}
            return Fact("recall", base, state.name.lower(), args)
    subject = foundation.rests_on[0]
    if subject.gap == "proof_missing":
        return Fact("recall", Status.WITHHELD_BY_SERVER, "proof_missing")
    if not fresh:
        return Fact("recall", Status.NOT_CHECKED, "stale", {"age": age})
    gaps = foundation.gaps or ([] if recorded else [("never_recorded", subject.id)])
    if gaps:
        because, at = gaps[0]
        return Fact("recall", Status.NOT_CHECKED, "own_state_only", {"because": because, "id": at, "count": len(gaps)})
    return Fact("recall", base, "not_recalled", {"checked": len(foundation.rests_on)})


def resting_object(resting: Resting, base: Status, *, fresh: bool) -> dict[str, object]:
    """Return one thing of the foundation as values that `json` writes."""
    status, reason = _standing(resting, base, fresh=fresh)
    return {
        "id": resting.id,
        "why": resting.why.value,
        "of": resting.of,
        "status": status.value,
        "reason": reason,
        "since": resting.since,
    }


def _standing(resting: Resting, base: Status, *, fresh: bool) -> tuple[Status, str]:
    if resting.gap == "proof_missing":
        return Status.WITHHELD_BY_SERVER, resting.gap
    if resting.gap is not None:
        return Status.NOT_CHECKED, resting.gap
    if resting.state is State.ACTIVE and not fresh:
        return Status.NOT_CHECKED, "stale"
    return base, resting.state.name.lower()
