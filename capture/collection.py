"""How often Python looks for cycles in a process that captures: a document of thousands of events makes millions of objects."""

from __future__ import annotations

import gc

THRESHOLDS = (50_000, 20, 100)
"""New objects before the youngest generation is looked through, and how many such looks before the older ones are."""


def collect_rarely() -> None:
    """Leave what there is alone and look for cycles among new objects rarely; objects without cycles go at once as ever.

    Python's own 700 objects would cost a fifth of the time of a capture. An entry point calls this once, when it has loaded
    what it needs.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(*THRESHOLDS)
