"""Who has entered the page of links: the key stays on the server for a while, and the page holds a word that stands for it."""

from __future__ import annotations

import secrets
import threading
from collections import OrderedDict
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Final

LIFETIME: Final = timedelta(minutes=30)
"""How long a page may rest between two clicks."""
MOST: Final = 10_000
"""Most pages that are remembered; the oldest go first."""


@dataclass(slots=True)
class FormSessions:
    """Keys by the word that stands for each; they live as long as the process."""

    _kept: OrderedDict[str, tuple[str, datetime]] = field(default_factory=OrderedDict, repr=False)
    _lock: threading.Lock = field(default_factory=threading.Lock, repr=False)

    def enter(self, key: str, now: datetime) -> str:
        """Keep a key and return the word for it."""
        word = secrets.token_urlsafe(24)
        with self._lock:
            self._kept[word] = (key, now + LIFETIME)
            while len(self._kept) > MOST:
                self._kept.popitem(last=False)
        return word

    def key_of(self, word: str, now: datetime) -> str | None:
        """Return the key behind a word, None where it was never given or has rested too long; the time begins anew."""
        with self._lock:
            found = self._kept.pop(word, None)
            if found is None or found[1] < now:
                return None
            self._kept[word] = (found[0], now + LIFETIME)
            return found[0]

    def leave(self, word: str) -> None:
        """Forget a key."""
        with self._lock:
            self._kept.pop(word, None)
