"""When a block stays: one rule per kind of network."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from chain.network import Consensus, Network


class FinalityKind(StrEnum):
    """What a network promises of its blocks."""

    INSTANT = "instant"
    """A block is final as soon as it exists: one that changes is an alarm (QBFT)."""
    DEPTH = "depth"
    """A block is final when so many lie on it: one that changes after that is an alarm (Clique)."""
    NONE = "none"
    """There is nothing to prove: one node, which may forget (embedded)."""


@dataclass(frozen=True, slots=True)
class Finality:
    """When a block of a network stays."""

    kind: FinalityKind
    depth: int | None = None
    """Blocks that must lie on a block, where the kind is depth."""

    def __str__(self) -> str:
        """Return the words for an operator."""
        match self.kind:
            case FinalityKind.INSTANT:
                return "instant: a block that changes is an alarm"
            case FinalityKind.DEPTH:
                return f"at depth {self.depth}: a block that changes after that is an alarm"
            case FinalityKind.NONE:
                return "none to prove: the only node may forget its newest blocks"


def finality_of(network: Network) -> Finality:
    """Return when a block of this network stays."""
    match network.consensus:
        case Consensus.QBFT:
            return Finality(FinalityKind.INSTANT)
        case Consensus.CLIQUE:
            return Finality(FinalityKind.DEPTH, network.depth)
        case Consensus.NONE:
            return Finality(FinalityKind.NONE)


def promised_through(network: Network, newest: int) -> int:
    """Return the number of the newest block that must never change once `newest` was there, or -1 where none must not."""
    match network.consensus:
        case Consensus.NONE:
            return -1
        case Consensus.QBFT | Consensus.CLIQUE:
            return final_through(network, newest)


def final_through(network: Network, newest: int) -> int:
    """Return the number of the newest block that counts as final when the chain's newest block is `newest`, or -1.

    QBFT blocks are final as soon as they exist. A Clique block is final at the network's depth. A development chain has
    one node and no forks: its newest block counts as final, although a killed engine may forget it, which `submission`
    and `indexer` treat as a rewind like any other.
    """
    match network.consensus:
        case Consensus.NONE | Consensus.QBFT:
            return newest
        case Consensus.CLIQUE:
            return max(newest - network.depth, -1)


def is_instant(network: Network) -> bool:
    """Return whether a block of this network is final as soon as it exists."""
    return network.consensus is not Consensus.CLIQUE


def may_rewind(network: Network) -> bool:
    """Return whether blocks may vanish; on a QBFT network that would be an integrity alarm."""
    return network.consensus is not Consensus.QBFT
