"""Gas that a batch may need at most, by its size: an estimate by the node would execute it many times over.

The figures are upper bounds over what the contracts use (tests/contracts/gas.json); gas that is not used costs nothing.
"""

from __future__ import annotations

BASE = 150_000
"""Gas of a batch of nothing: checks of member, stream and prefixes, with room."""
PER_EVENT = 30_000
"""Gas of an event besides its lines: call data, the log, and a first change of state."""
PER_LINE = 36_000
"""Gas of a line that is the first of its thing, with its share of log and call data."""
ANCHOR = 200_000
"""Gas of an anchor, which does not depend on its size."""


def gas_of_batch(events: int, lines: int) -> int:
    """Return the gas limit of a batch."""
    return BASE + PER_EVENT * events + PER_LINE * lines


def gas_of_anchor() -> int:
    """Return the gas limit of an anchor."""
    return ANCHOR


def things_within(gas: int) -> int:
    """Return how many things one event may name in a batch of its own under a gas limit."""
    return (gas - BASE - PER_EVENT) // PER_LINE
