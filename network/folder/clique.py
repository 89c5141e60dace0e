"""geth's own file: its peers and where it listens (geth 1.13: `--config`)."""

from __future__ import annotations

import json
from collections.abc import Mapping

from network.folder.addresses import peers, rpc_port
from network.plan import Plan
from network.request import JoinRequest

PAYLOAD = 32 * 2**20
"""Bytes of one JSON-RPC request at most."""


def files_of(plan: Plan, request: JoinRequest) -> Mapping[str, str]:
    """Return the configuration; everything else is said on the command line when the node is started."""
    enodes = [peer.enode for peer in peers(plan, request)]
    return {
        "geth.toml": f"""# Made by `suyuan network genesis`.
[Eth]
NetworkId = {plan.rules.chain_id}

[Node]
HTTPHost = "127.0.0.1"
HTTPPort = {rpc_port(request)}
HTTPModules = ["eth", "net", "web3", "clique", "admin", "miner", "txpool", "debug"]

[Node.P2P]
ListenAddr = ":{request.port}"
NoDiscovery = true
MaxPeers = {max(25, 2 * len(enodes))}
StaticNodes = {json.dumps(enodes)}
TrustedNodes = {json.dumps(enodes)}
"""
    }
