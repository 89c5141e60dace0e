"""Waiting on conditions, never on luck: a look that is repeated until it finds something or its time is over."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")
PATIENCE = 300.0
"""Seconds. Only what fails waits so long: a machine that is much slower, and busy with other tests, must not overrun it."""


def awaited(look: Callable[[], T | None], what: str, patience: float = PATIENCE) -> T:
    """Return what a look finds that counts as true."""
    deadline = time.monotonic() + patience
    pause = 0.01
    while True:
        found = look()
        if found:
            return found
        if time.monotonic() > deadline:
            raise AssertionError(f"waited {patience:.0f} s for {what}")
        time.sleep(pause)
        pause = min(pause * 1.5, 0.1)
