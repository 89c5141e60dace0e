"""Blocks that vanished: what was promised in them is taken back to *signed*, to be sent again unchanged."""

from __future__ import annotations

import logging

from chain.errors import AnswerNotReady
from chain.finality import may_rewind
from chain.headers import header_at
from store.record.transactions import newest_places, rewind
from submission.errors import BlockVanished
from submission.route import Route

_log = logging.getLogger("suyuan.submission")

PAGE = 200
"""Blocks looked at together on the way back to the fork."""


class Rewinding:
    """Compares the newest block that holds a transaction of ours with the chain."""

    def __init__(self, route: Route) -> None:
        self._route = route

    def step(self) -> bool:
        """Take back what vanished, and return whether anything did.

        Raises:
            BlockVanished: on a network where no block may.
        """
        newest = newest_places(self._route.record, 1)
        if not newest or self._stands(*newest[0]):
            return False
        if not may_rewind(self._route.connection.network):
            raise BlockVanished(*newest[0])
        _log.warning("block %d is not on the chain any more: what was promised since is sent again", newest[0][0])
        taken_back = rewind(self._route.record, self._fork(newest[0][0]), self._route.now())
        self._route.signers.forget()
        self._route.tally.rewinds += 1
        return taken_back > 0

    def _fork(self, newest: int) -> int:
        """Return the lowest block number of ours that does not stand any more."""
        lowest = newest
        below = newest
        while places := newest_places(self._route.record, PAGE, below):
            for number, block_hash in places:
                if self._stands(number, block_hash):
                    return lowest
                lowest = number
            below = lowest
        return lowest

    def _stands(self, number: int, block_hash: bytes) -> bool:
        try:
            return header_at(self._route.connection, number).hash == block_hash
        except AnswerNotReady:
            return False
