"""Hyperledger Besu with QBFT, where `besu` is on PATH: it reads everything from its folder."""

from __future__ import annotations

import shutil
from pathlib import Path

from network.engines.process import NodeProcess
from network.errors import EngineUnavailable
from network.folder.addresses import rpc_port
from network.genesis import genesis_hash
from network.node_key import load_node_key
from network.plan import Plan
from network.request import JoinRequest


def besu_path() -> Path:
    """Return the program.

    Raises:
        EngineUnavailable: it is not on PATH.
    """
    found = shutil.which("besu")
    if found is None:
        raise EngineUnavailable(
            "besu",
            "Install Hyperledger Besu 25 or later (besu.hyperledger.org) and put it on PATH, or use compose.yaml",
        )
    return Path(found)


class BesuNode:
    """One node of a QBFT network."""

    def __init__(self, program: Path, plan: Plan, request: JoinRequest, folder: Path) -> None:
        self.plan = plan
        self.request = request
        load_node_key(folder)
        command = [str(program), "--config-file=besu.toml"]
        self.process = NodeProcess("besu", folder, command, f"http://127.0.0.1:{rpc_port(request)}")

    @property
    def url(self) -> str:
        """Return the URL of the node's JSON-RPC."""
        return self.process.url

    def start(self) -> None:
        """Start the node; with QBFT it seals as soon as a quorum is there. Raises: EngineFailed, FolderInvalid."""
        self.process.start(genesis_hash(self.plan))

    def stop(self) -> None:
        """Stop the node in order."""
        self.process.stop()
