"""Checks of the bank: outcome, reason as a code, and the evidence that each rests on (traceability/verdict/README.md §5)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum

from traceability.life.lines import Line


class Outcome(Enum):
    """The four answers of a check, the worst first."""

    FAIL = "FAIL"
    """There is evidence against it."""
    UNKNOWN = "UNKNOWN"
    """What it needs was not shown, is stale, or cannot be checked."""
    REFER = "REFER"
    """Everything was shown, and a person has to decide."""
    PASS = "PASS"  # noqa: S105 - an outcome, no password


@dataclass(frozen=True, slots=True)
class Evidence:
    """A line on which a check rests: where whoever doubts finds it in the bundle."""

    thing: str
    """Canonical form of the thing."""
    position: int
    """Number of the line."""
    commitment: bytes

    @classmethod
    def of(cls, thing: str, line: Line) -> Evidence:
        """Return a line of a thing as evidence."""
        return cls(thing, line.position, line.commitment)

    def to_object(self) -> dict[str, object]:
        """Return the evidence as values that `json` writes."""
        return {"thing": self.thing, "position": self.position, "commitment": f"0x{self.commitment.hex()}"}


@dataclass(frozen=True, slots=True)
class Check:
    """One check of a bank's verdict."""

    id: str
    outcome: Outcome
    reason: str
    """A code of traceability/verdict/README.md §5."""
    args: Mapping[str, str | int] = field(default_factory=dict)
    """What the reason speaks of."""
    evidence: tuple[Evidence, ...] = ()

    def to_object(self) -> dict[str, object]:
        """Return the check as values that `json` writes."""
        return {
            "id": self.id,
            "outcome": self.outcome.value,
            "reason": self.reason,
            "args": dict(self.args),
            "evidence": [item.to_object() for item in self.evidence],
        }


def worst(outcomes: Sequence[Outcome]) -> Outcome:
    """Return the worst of some outcomes, UNKNOWN where there is none."""
    for outcome in Outcome:
        if outcome in outcomes:
            return outcome
    return Outcome.UNKNOWN
