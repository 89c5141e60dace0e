"""Notices that a Clique network stands still although its nodes see each other.

geth learns how heavy a peer's chain is when they connect and by the blocks that the peer makes. Blocks that come in before a node
itself seals are thrown away; if each then waits for another's block, nobody tells anything any more. Connecting anew does. And if
two halves hold chains of equal weight, each may wait for the other's signers: then one half has to give its last blocks up.
"""

from __future__ import annotations

from dataclasses import dataclass

PATIENCE = 30.0
"""Seconds without a block, most of the others being connected, after which they are connected anew.

geth dials the same node again after 35 s at the earliest, and looks for a heavier chain every 10 s; the count begins when the others
are connected.
"""


@dataclass
class Standstill:
    """What was seen last of one node."""

    patience: float = PATIENCE
    block: int = -1
    highest: int = -1
    """The highest block that was ever the newest: what lies far enough below it stays."""
    since: float = 0.0
    times: int = 0
    """How often in a row it was noticed at this block."""

    def noticed(self, block: int, now: float, *, connected: bool) -> bool:
        """Return whether the newest block has been the same, and the others connected, for as long as the patience lasts.

        After that the count begins anew.

        Args:
            block: Number of the node's newest block.
            now: Seconds of a clock that never goes back.
            connected: Whether most of the other validators are connected.
        """
        if block == self.block and connected and now - self.since < self.patience:
            return False
        noticed = block == self.block and connected
        self.times = self.times + noticed if block == self.block else 0
        self.block, self.since = block, now
        self.highest = max(self.highest, block)
        return noticed
