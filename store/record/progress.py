"""How far a row of the outbox has come, and why the chain refused it if it did."""

from dataclasses import dataclass
from enum import StrEnum


class Progress(StrEnum):
    """How far a row has come."""

    HELD = "held"
    """Restored from a backup; waits again once it is known that the chain does not hold it already."""
    WAITING = "waiting"
    """Promised, in no transaction."""
    SIGNED = "signed"
    """In a transaction whose bytes are stored, perhaps sent."""
    MINED = "mined"
    """In a block that may still vanish."""
    FINAL = "final"
    """On the chain for good."""
    FAILED = "failed"
    """Refused by the chain; the row's failure says why. Nothing will be sent again."""


@dataclass(frozen=True, slots=True)
class Failure:
    """Why the chain refused: the contract error's own name and a sentence."""

    name: str
    detail: str
