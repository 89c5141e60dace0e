"""Facts: what is said, how well it is shown, and why, without a word of any language (docs/formats.md §8)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum


class Status(Enum):
    """How well a fact is shown."""

    PROVEN = "proven"
    """It follows from a block that a quorum of the pinned validators sealed."""
    MATCHED = "matched"
    """It follows from a block of a network whose consensus is not checked."""
    CLAIMED = "claimed"
    """A member says so; that it does is shown, that it is true is not."""
    HIDDEN_BY_OWNER = "hidden_by_owner"
    WITHHELD_BY_SERVER = "withheld_by_server"
    NOT_CHECKED = "not_checked"
    REFUSED = "refused"
    """What was handed over contradicts itself, the chain, or the question."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact of a verdict."""

    id: str
    status: Status
    reason: str
    """A code of traceability/verdict/README.md."""
    args: Mapping[str, str | int] = field(default_factory=dict)
    """What the reason speaks of."""

    def to_object(self) -> dict[str, object]:
        """Return the fact as values that `json` writes."""
        return {"id": self.id, "status": self.status.value, "reason": self.reason, "args": dict(self.args)}


FACTS = ("consensus", "holder", "story", "state", "recall", "freshness", "product", "copy")
"""The facts of a consumer's verdict, in the order in which they stand there."""

COPY = Fact("copy", Status.NOT_CHECKED, "copy_not_checked")
"""No check of data tells a label from its copy."""


def refusal(status: Status, reason: str, args: Mapping[str, str | int]) -> tuple[Fact, ...]:
    """Return the facts of a bundle that is refused as a whole: nothing else was checked."""
    return (
        Fact("consensus", status, reason, args),
        *(Fact(name, Status.NOT_CHECKED, "nothing_checked") for name in FACTS[1:-1]),
        COPY,
    )
