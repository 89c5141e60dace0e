"""Votes on validators: each firm's node votes in the blocks that it seals; more than half of those in force decide."""

from __future__ import annotations

from chain.errors import NodeRefused
from network.engines.process import connection_to
from network.errors import VoteRefused
from network.plan import Engine

_PROPOSE = {Engine.BESU: "qbft_proposeValidatorVote", Engine.CLIQUE: "clique_propose"}
_DISCARD = {Engine.BESU: "qbft_discardValidatorVote", Engine.CLIQUE: "clique_discard"}


def propose(engine: Engine, url: str, validator: bytes, *, joins: bool) -> None:
    """Let a node vote for a validator to join or to leave, until it is decided or the epoch ends.

    Raises:
        VoteRefused: the engine has no votes, or does not take this one.
    """
    _ask(engine, url, _PROPOSE, validator, joins)


def discard(engine: Engine, url: str, validator: bytes) -> None:
    """Let a node vote no longer on a validator. Raises: VoteRefused."""
    _ask(engine, url, _DISCARD, validator)


def _ask(engine: Engine, url: str, methods: dict[Engine, str], validator: bytes, *arguments: bool) -> None:
    if engine not in methods:
        raise VoteRefused("the embedded chain has no validators")
    try:
        with connection_to(url) as connection:
            connection.request(methods[engine], ("0x" + validator.hex(), *arguments))
    except NodeRefused as refusal:
        raise VoteRefused(refusal.reason) from refusal
