"""From a running chain to an installation that uses it: the contracts are deployed once, and each firm pins what it trusts."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from chain.deployment import deploy, unpinned
from chain.headers import header_at
from chain.network import Consensus, Network, save_network
from chain.signer import Signer
from network.engines.running import NodeFolder
from network.errors import FolderInvalid
from network.genesis import genesis_hash
from network.plan import Engine

CONSENSUS = {Engine.BESU: Consensus.QBFT, Engine.CLIQUE: Consensus.CLIQUE, Engine.EMBEDDED: Consensus.NONE}
GAS_PRICE = {Engine.BESU: 0, Engine.CLIQUE: 1_000_000_000, Engine.EMBEDDED: 0}
"""Wei that our transactions offer: on Clique more than the base fee can rise to while blocks are not full for long."""
TRUSTED_FOR = 365 * 24 * 3600
"""Seconds for which the validators of the plan are taken on faith; then they are pinned anew."""


def found(folder: NodeFolder, url: str, signer: Signer, say: Callable[[str], None]) -> Network:
    """Deploy all contracts over a node, and return the network to pin.

    Raises:
        FolderInvalid: the node serves another network.
        ContractRefusal, Retryable: as `chain.deployment.deploy`.
    """
    _verify_first_block(folder, url)
    with unpinned(url, CONSENSUS[folder.plan.engine], GAS_PRICE[folder.plan.engine]) as connection:
        return deploy(connection, signer, say)


def pin(folder: NodeFolder, url: str, directory: bytes, home: Path, from_block: int) -> Path:
    """Write what an installation trusts, and return the file: first block, validators with their expiry, directory.

    Raises:
        FolderInvalid: the node serves another network.
    """
    _verify_first_block(folder, url)
    plan = folder.plan
    network = Network(
        rpc_url=url,
        chain_id=plan.rules.chain_id,
        directory=directory,
        genesis=genesis_hash(plan),
        consensus=CONSENSUS[plan.engine],
        from_block=from_block,
        gas_price=GAS_PRICE[plan.engine],
        epoch_length=plan.rules.epoch,
    )
    if plan.engine is Engine.BESU:
        network = replace(network, validators=plan.validators, expires=int(time.time()) + TRUSTED_FOR)
    return save_network(home, network)


def _verify_first_block(folder: NodeFolder, url: str) -> None:
    if folder.plan.engine is Engine.EMBEDDED:
        return
    with unpinned(url) as connection:
        found = header_at(connection, 0).hash
    if found != genesis_hash(folder.plan):
        raise FolderInvalid(
            folder.path, f"is of another network than the node at {url}, whose first block is 0x{found.hex()}"
        )
