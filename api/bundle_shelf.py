"""Bundles that were just made, so that a page and the device that reads it are served by one making.

A bundle is given again to the same eyes only while the chain's newest block is the one it was made at, and for a few seconds.
"""

from __future__ import annotations

import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field

from traceability.proof import Bundle

SECONDS = 3.0
"""How long a bundle is given again."""
PLACES = 256
"""Bundles that are remembered."""


@dataclass(slots=True)
class _Place:
    lock: threading.Lock = field(default_factory=threading.Lock)
    bundle: Bundle | None = None
    height: int | None = None
    made: float = 0.0


class BundleShelf:
    """Remembers bundles by question and audience; who asks while one is made waits for it."""

    def __init__(self) -> None:
        self._places: OrderedDict[tuple[str, str], _Place] = OrderedDict()
        self._lock = threading.Lock()

    def bundle(
        self, question: str, audience: str, height: Callable[[], int | None], make: Callable[[], Bundle]
    ) -> Bundle:
        """Return the bundle that lies there if it is fresh, else a new one; where `height` is None nothing is given again."""
        with self._lock:
            place = self._places.setdefault((question, audience), _Place())
            self._places.move_to_end((question, audience))
            while len(self._places) > PLACES:
                self._places.popitem(last=False)
        with place.lock:
            now = height()
            fresh = time.monotonic() - place.made < SECONDS
            if place.bundle is None or not fresh or now is None or now != place.height:
                place.bundle, place.height, place.made = make(), now, time.monotonic()
            return place.bundle

    def clear(self) -> None:
        """Forget all: something was forgotten that a bundle may show."""
        with self._lock:
            self._places.clear()
