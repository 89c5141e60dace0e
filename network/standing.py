"""How a network stands, as nodes tell it: who validates, how many may fail, how far each node has come, what it runs.

What nodes say is no proof: bundles prove. This is for operators.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from chain.connection import Connection
from chain.errors import ChainError
from network.engines.process import connection_to
from network.plan import Engine
from traceability.errors import ProofError
from traceability.proof.header import BlockHeader
from traceability.proof.qbft import quorum, signer

LOOKED_AT = 32
"""Newest blocks in which seals are counted."""


STILL = 15
"""Seconds without a new block after which a network of a short period counts as standing still."""


@dataclass(frozen=True, slots=True)
class NodeStanding:
    """One node, as it answers."""

    url: str
    answers: bool
    version: str = ""
    height: int = -1
    head: str = ""
    """Hash of the newest block."""
    head_time: int = 0
    """Seconds since 1970."""
    peers: int = 0
    syncing: bool = False
    reason: str = ""
    """Why it does not answer."""


@dataclass(frozen=True, slots=True)
class NetworkStanding:
    """The network, as its nodes tell it."""

    engine: Engine
    nodes: tuple[NodeStanding, ...]
    validators: tuple[str, ...] = ()
    """Addresses of those in force, ascending."""
    seen: tuple[str, ...] = ()
    """Those of them whose seals are in the newest blocks."""
    rounds: tuple[int, ...] = ()
    """Rounds above zero in the newest blocks: each a proposer that failed (QBFT)."""
    votes: tuple[str, ...] = ()
    """Votes that did not decide yet, as this node holds them."""

    @property
    def needed(self) -> int:
        """Return how many validators must work for blocks to come."""
        count = len(self.validators)
        if self.engine is Engine.BESU:
            return quorum(count)
        return count // 2 + 1 if count else 0

    @property
    def margin(self) -> int:
        """Return how many of those that sealed the newest blocks may still fail."""
        return max(0, len(self.seen) - self.needed)

    def stands_still(self, now: int, period: int) -> bool:
        """Return whether no node has had a new block for long: too few validators work."""
        newest = max((node.head_time for node in self.nodes if node.answers), default=0)
        return now - newest > max(STILL, 10 * period)

    @property
    def height(self) -> int:
        """Return the highest block of all nodes."""
        return max((node.height for node in self.nodes), default=-1)

    @property
    def forked(self) -> bool:
        """Return whether two nodes have different blocks of one height as their newest."""
        heads: dict[int, set[str]] = {}
        for node in self.nodes:
            if node.answers:
                heads.setdefault(node.height, set()).add(node.head)
        return any(len(hashes) > 1 for hashes in heads.values())


def standing_of(engine: Engine, urls: Sequence[str]) -> NetworkStanding:
    """Return how a network stands, asked of its nodes; the first that answers is asked for the validators."""
    nodes = tuple(_node(url) for url in urls)
    first = next((node.url for node in nodes if node.answers), None)
    if first is None or engine is Engine.EMBEDDED:
        return NetworkStanding(engine, nodes)
    with connection_to(first) as connection:
        return (_qbft if engine is Engine.BESU else _clique)(connection, engine, nodes)


def _node(url: str) -> NodeStanding:
    try:
        with connection_to(url) as connection:
            block = connection.request("eth_getBlockByNumber", ("latest", False))
            return NodeStanding(
                url, True,
                version=str(connection.request("web3_clientVersion", ())),
                height=int(block["number"], 16),
                head=str(block["hash"]),
                head_time=int(block["timestamp"], 16),
                peers=int(connection.request("net_peerCount", (), str), 16),
                syncing=connection.request("eth_syncing", ()) is not False,
            )  # fmt: skip
    except (ChainError, KeyError, TypeError, ValueError) as error:
        return NodeStanding(url, False, reason=str(error)[:200])


def _qbft(connection: Connection, engine: Engine, nodes: tuple[NodeStanding, ...]) -> NetworkStanding:
    validators = sorted(
        str(each).lower() for each in connection.request("qbft_getValidatorsByBlockNumber", ("latest",))
    )
    votes = connection.request("qbft_getPendingVotes", ())
    head = int(connection.request("eth_blockNumber", (), str), 16)
    seen: set[str] = set()
    rounds = []
    for number in range(max(1, head - LOOKED_AT + 1), head + 1):
        try:
            header = BlockHeader.from_rlp(
                bytes.fromhex(str(connection.request("debug_getRawHeader", (hex(number),)))[2:])
            )
            extra = header.qbft_extra()
            seen |= {"0x" + signer(header.qbft_seal_hash(), seal).hex() for seal in extra.seals}
        except (ChainError, ProofError, ValueError):
            break  # A node that hides its raw headers still tells its validators.
        if extra.round:
            rounds.append(extra.round)
    return NetworkStanding(
        engine,
        nodes,
        tuple(validators),
        tuple(sorted(seen.intersection(validators))),
        tuple(rounds),
        _votes(votes, validators),
    )


def _clique(connection: Connection, engine: Engine, nodes: tuple[NodeStanding, ...]) -> NetworkStanding:
    validators = sorted(str(each).lower() for each in connection.request("clique_getSigners", ("latest",)))
    head = int(connection.request("eth_blockNumber", (), str), 16)
    # In so many blocks everyone who works has had a turn, out of turn or not.
    looked_at = range(max(1, head - 2 * len(validators) + 1), head + 1)
    seen = {str(connection.request("clique_getSigner", (hex(number),))).lower() for number in looked_at}
    votes = connection.request("clique_proposals", ())
    return NetworkStanding(
        engine, nodes, tuple(validators), tuple(sorted(seen.intersection(validators))), (), _votes(votes, validators)
    )


def _votes(votes: Any, validators: Sequence[str]) -> tuple[str, ...]:
    """Return the votes that have still something to decide; a node keeps the others until it is told otherwise."""
    if not isinstance(votes, dict):
        return ()
    given = sorted((str(address).lower(), bool(joins)) for address, joins in votes.items())
    return tuple(
        f"{'add' if joins else 'remove'} {address}" for address, joins in given if (address in validators) != joins
    )
