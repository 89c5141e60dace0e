"""What a benchmark has to say: a table of figures, how they were taken, and what they do not mean."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import Any


@dataclass(frozen=True)
class Table:
    """The figures of one benchmark."""

    title: str
    how: str
    """How they were taken, in one sentence or two."""
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    notes: tuple[str, ...] = ()
    """What must be said beside them."""
    values: dict[str, Any] = field(default_factory=dict)
    """The same figures as numbers, for whoever compares."""

    def as_json(self) -> dict[str, Any]:
        """Return the table as JSON writes it."""
        return asdict(self)


def thousands(number: float) -> str:
    """Return a whole number with a comma between thousands."""
    return f"{round(number):,}"


def goal(text: str, *, met: bool) -> str:
    """Return a goal as it stands in a table, with a word where it is not met."""
    return text if met else f"{text} (missed)"


def median(numbers: list[float]) -> float:
    """Return the middle one of some numbers (of an even count the upper of the two)."""
    return sorted(numbers)[len(numbers) // 2]


def percentile(numbers: list[float], share: float) -> float:
    """Return the number below which a share of the numbers lies, by nearest rank."""
    ordered = sorted(numbers)
    return ordered[min(int(share * len(ordered)), len(ordered) - 1)]
