"""When a block stays: one rule per kind of network."""

from __future__ import annotations

from chain.network import Consensus, Network


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
