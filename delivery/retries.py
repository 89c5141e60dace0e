"""When a message that was not taken is tried again: exponential back-off with full jitter, up to a horizon."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

LARGEST_EXPONENT = 40


@dataclass(frozen=True, slots=True)
class Patience:
    """How long an installation keeps trying; all times in seconds."""

    first_pause: float = 1.0
    """Longest pause after the first attempt; it doubles with each further one."""
    longest_pause: float = 3600.0
    horizon: float = 72 * 3600.0
    """How long after its first attempt a message is given up."""
    dead_in_a_row: int = 10
    """Messages given up one after the other before the whole subscription is suspended."""

    def pause(self, attempts: int, chance: float, asked: float | None = None) -> float:
        """Return the pause after so many attempts.

        `chance` lies between 0 and 1. A tenth of the longest pause is always kept, so that a chance of 0 does not hammer; what the
        receiver asked for by `Retry-After` is kept up to the longest pause of all.
        """
        most = min(self.first_pause * 2.0 ** min(attempts - 1, LARGEST_EXPONENT), self.longest_pause)
        drawn = most * (0.1 + 0.9 * chance)
        return drawn if asked is None else min(max(drawn, asked), self.longest_pause)

    def is_over(self, first_at: datetime, next_at: datetime) -> bool:
        """Say whether the next attempt would lie beyond the horizon."""
        return next_at - first_at > timedelta(seconds=self.horizon)
