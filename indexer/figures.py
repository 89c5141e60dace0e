"""Figures: what the indexer counts while it works, for progress lines and metrics."""

from dataclasses import dataclass


@dataclass(slots=True)
class Figures:
    """Counters since the start of the process; heights as last seen."""

    head: int = -1
    """Newest block of the chain."""
    block: int = -1
    """Newest block in the mirror."""
    range_size: int = 0
    """Blocks asked for at a time."""
    blocks: int = 0
    logs: int = 0
    events: int = 0
    projected: int = 0
    late: int = 0
    """Events projected because their body came after their log."""
    disagreeing: int = 0
    """Events whose body belongs to another organisation, kind or state than their log says."""
    unreadable: int = 0
    """Bodies in the record that are no events any more: `audit` names them."""
    unknown: int = 0
    """Logs of our contracts whose meaning is not known: kept raw."""
    rewinds: int = 0
    block_time: int = 0
    """Time of the newest block in the mirror, in seconds since 1970; 0 before the first."""
    answer_seconds: float = 0.0
    """How long the node last took to name its newest block."""
    reply_bytes: int = 0
    reading_seconds: float = 0.0
    """Spent asking the node and decoding."""
    writing_seconds: float = 0.0
    """Spent in the mirror."""

    @property
    def lag(self) -> int:
        """Blocks that the mirror is behind."""
        return max(self.head - self.block, 0)
