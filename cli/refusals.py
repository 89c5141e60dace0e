"""What is said in one line instead of a traceback: refusals of every room, and what the operating system refuses."""

from __future__ import annotations

import sys

_BASES = (
    ("cli.errors", "CommandRefused"),
    ("capture.errors", "CaptureRefused"),
    ("chain.errors", "ChainError"),
    ("delivery.errors", "DeliveryError"),
    ("evidence.errors", "EvidenceError"),
    ("exchange.errors", "ExchangeError"),
    ("indexer.errors", "IndexerRefusal"),
    ("network.errors", "NetworkRefused"),
    ("store.errors", "StoreRefusal"),
    ("submission.errors", "SubmissionError"),
    ("traceability.errors", "TraceabilityError"),
)
"""The base class of each room. A room that was not imported has refused nothing, so none is imported for this."""


def refusal_of(error: Exception) -> str | None:
    """Return the line that says a refusal, or None if it is a fault of ours, which keeps its traceback."""
    for module, name in _BASES:
        if module in sys.modules and isinstance(error, getattr(sys.modules[module], name)):
            return str(error)
    if isinstance(error, OSError) and error.strerror:
        return f"{error.filename}: {error.strerror}" if error.filename else error.strerror
    return _database_refusal(error)


def _database_refusal(error: Exception) -> str | None:
    """Return what a database says that cannot be opened or reached; its address may hold a password and is left out."""
    cause = getattr(error, "orig", None)
    if type(error).__name__ not in ("OperationalError", "DatabaseError") or cause is None:
        return None
    lines = str(cause).strip().splitlines() or [type(cause).__name__]
    return f"the database refuses: {lines[0]}. Look at SUYUAN_HOME, SUYUAN_RECORD_URL and SUYUAN_MIRROR_URL"
