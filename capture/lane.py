"""The two lanes to the chain (docs/formats.md §4): a line per thing, or one root per batch."""

from __future__ import annotations

from enum import Enum

from capture.errors import LaneInvalid


class Lane(Enum):
    """How an event reaches the chain."""

    HEADED = "headed"
    """A line at the head of every thing it names; anchored where it names none."""
    ANCHORED = "anchored"
    """Under one root with many others: cheap, complete per stream and not per thing."""


def lane_of(text: str) -> Lane:
    """Return the lane that a header or an option says.

    Raises:
        LaneInvalid: if there is no such lane.
    """
    for lane in Lane:
        if lane.value == text.strip():
            return lane
    raise LaneInvalid(text)
