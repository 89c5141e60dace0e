"""What one capture may hold at most; published by the API and enforced here."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds of one capture request (EPCIS 2.0 §12.6, GS1-EPCIS-Capture-Limit headers)."""

    events: int = 10_000
    """Events a document may hold."""
    bytes: int = 16 * 1024 * 1024
    """Octets a document may hold, as sent (after any transfer coding is taken off)."""
    depth: int = 64
    """Levels of nesting a document may have."""
    things: int = 1_000
    """Things with a line of their own that one event may name; bounded by the gas of a block."""
    reported_problems: int = 200
    """Problems that a job lists; the rest are counted."""
