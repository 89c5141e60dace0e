"""Cycles are looked for rarely, and still found."""

import gc
import weakref

from capture.collection import THRESHOLDS, collect_rarely


class Knot:
    """Something that holds itself."""


def test_cycles_are_looked_for_rarely_and_still_found() -> None:
    before = gc.get_threshold()
    try:
        collect_rarely()
        knot = Knot()
        knot.self = knot
        gone = weakref.ref(knot)
        del knot

        assert gc.get_threshold() == THRESHOLDS
        assert gc.get_freeze_count() > 0
        gc.collect()
        assert gone() is None
    finally:
        gc.set_threshold(*before)
        gc.unfreeze()
