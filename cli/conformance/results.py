"""What became of a case: it passed, it falls short, or the set itself is wrong and that is proven."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Outcome(Enum):
    """How a case ended."""

    PASSED = "passed"
    FALLS_SHORT = "falls short"
    FAULT_OF_SET = "fault of the set"
    """The case asks for what its own standard forbids; the reason says how that is known."""
    NOT_RUN = "not run"
    """This command does not know what the file is, or has nothing to run it with."""


@dataclass(frozen=True, slots=True)
class Material:
    """One file of a folder of cases."""

    name: str
    """Path below the folder, with `/`."""
    data: bytes

    @property
    def suffix(self) -> str:
        """Return how the name ends, from its last dot on, in lower case."""
        return "." + self.name.rpartition(".")[2].lower()

    @property
    def stem(self) -> str:
        """Return the name without that ending."""
        return self.name.rpartition(".")[0]

    @property
    def folders(self) -> tuple[str, ...]:
        """Return the folders on the way to the file, in lower case."""
        return tuple(part.lower() for part in self.name.split("/")[:-1])


@dataclass(frozen=True, slots=True)
class Result:
    """What became of one case."""

    set: str
    """Name of the set, as the report shows it."""
    case: str
    """File, and the case's name or number in it."""
    outcome: Outcome
    why: str = ""
    """Why it falls short, or how the fault of the set is known."""


def passed(set_: str, case: str) -> Result:
    """Return that a case passed."""
    return Result(set_, case, Outcome.PASSED)


def judged(set_: str, case: str, why: str | None) -> Result:
    """Return that a case passed if there is no reason against it, else that it falls short for that reason."""
    return passed(set_, case) if why is None else Result(set_, case, Outcome.FALLS_SHORT, why)
