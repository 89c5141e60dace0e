"""How often one address may report, without an account: counted in this process, for a window of time."""

from __future__ import annotations

import threading
from collections import OrderedDict, deque
from dataclasses import dataclass, field
from typing import Final

ADDRESSES: Final = 20_000
"""Addresses that are remembered at once; the one that was quiet longest is forgotten first."""


@dataclass(slots=True)
class ReportRate:
    """Counts what came from each address; a sliding window, so that no burst fits around its edge."""

    most: int = 20
    """Reports of one address in the window."""
    seconds: int = 3600
    """Length of the window."""
    _seen: OrderedDict[str, deque[float]] = field(default_factory=OrderedDict, repr=False)
    _lock: threading.Lock = field(default_factory=threading.Lock, repr=False)

    def wait(self, address: str, now: float) -> int:
        """Count one report and return 0, or the seconds until one may come from this address again."""
        with self._lock:
            times = self._seen.setdefault(address, deque())
            self._seen.move_to_end(address)
            while times and times[0] <= now - self.seconds:
                times.popleft()
            if len(times) >= self.most:
                return max(int(times[0] + self.seconds - now) + 1, 1)
            times.append(now)
            while len(self._seen) > ADDRESSES:
                self._seen.popitem(last=False)
            return 0
