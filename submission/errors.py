"""What keeps the way to the chain closed.

SubmissionError
├── WriterPresent        another submission process serves this installation
├── KeyMissing           no keystore holds a key of the organisation
├── BlockVanished        a block that the network calls final is gone: an alarm
└── EventTooLarge        one event alone exceeds what a batch may hold
"""

from __future__ import annotations

from pathlib import Path


class SubmissionError(Exception):
    """The base class of all errors of this room."""


class WriterPresent(SubmissionError):
    """Another submission process serves this installation: two would race for the same nonces."""

    def __init__(self, path: Path) -> None:
        self.path = path
        super().__init__(f"Another submission process holds {path}: stop it first.")


class KeyMissing(SubmissionError):
    """No keystore of this installation holds a key of the organisation that is to sign."""

    def __init__(self, organisation: int) -> None:
        self.organisation = organisation
        who = "the network's authority" if organisation == 0 else f"organisation {organisation}"
        super().__init__(f"No keystore here holds a key of {who}.")


class BlockVanished(SubmissionError):
    """A block of a network with immediate finality is gone or another stands in its place."""

    def __init__(self, number: int, block_hash: bytes) -> None:
        self.number = number
        self.block_hash = block_hash
        super().__init__(f"Block {number} (0x{block_hash.hex()}) was final and is not on the chain any more.")


class EventTooLarge(SubmissionError):
    """One event names more things than a batch may hold."""

    def __init__(self, lines: int, limit: int) -> None:
        self.lines = lines
        self.limit = limit
        super().__init__(f"The event names {lines} things, a batch holds {limit} at most.")
