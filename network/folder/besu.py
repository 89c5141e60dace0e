"""Besu's own files: its configuration, its peers, and the list of nodes that it lets in (Besu 25: `--config-file`, node permissions)."""

from __future__ import annotations

import json
from collections.abc import Mapping

from network.folder.addresses import metrics_port, peers, rpc_port
from network.node_key import FILE as KEY_FILE
from network.plan import Plan
from network.request import JoinRequest

POOL = 20_000
"""Transactions that the pool holds at most."""
BATCH = 1_000
"""Questions in one JSON-RPC request at most."""


def files_of(plan: Plan, request: JoinRequest) -> Mapping[str, str]:
    """Return the configuration, the static peers and the node allow-list."""
    enodes = [peer.enode for peer in peers(plan, request)]
    allowed = [*enodes, request.enode]
    return {
        "besu.toml": _configuration(plan, request),
        "static-nodes.json": json.dumps(enodes, indent=2) + "\n",
        "permissions.toml": "nodes-allowlist=" + json.dumps(allowed, indent=2) + "\naccounts-allowlist=[]\n",
    }


def _configuration(plan: Plan, request: JoinRequest) -> str:
    settings = {
        "data-path": "data",
        "genesis-file": "genesis.json",
        "node-private-key-file": KEY_FILE,
        "static-nodes-file": "static-nodes.json",
        "permissions-nodes-config-file-enabled": True,
        "permissions-nodes-config-file": "permissions.toml",
        "discovery-enabled": False,
        "p2p-host": request.host,
        "p2p-interface": "0.0.0.0",  # noqa: S104 - its peers must reach it; the firewall list says who.
        "p2p-port": request.port,
        "rpc-http-enabled": True,
        "rpc-http-host": "127.0.0.1",
        "rpc-http-port": rpc_port(request),
        "rpc-http-api": ["ETH", "NET", "WEB3", "QBFT", "ADMIN", "TXPOOL"],
        "rpc-http-max-batch-size": BATCH,
        "host-allowlist": ["localhost", "127.0.0.1"],
        "metrics-enabled": True,
        "metrics-host": "127.0.0.1",
        "metrics-port": metrics_port(request),
        # Every block is kept with its state: proofs of old blocks, and nothing to fetch again after a kill.
        "sync-mode": "FULL",
        "sync-min-peers": 1,
        "data-storage-format": "FOREST",
        "min-gas-price": 0,
        "target-gas-limit": plan.rules.gas_limit,
        "tx-pool": "sequenced",
        "tx-pool-max-size": POOL,
        "tx-pool-limit-by-account-percentage": 1,
    }
    lines = [f"{name}={json.dumps(value)}" for name, value in settings.items()]
    return "# Made by `suyuan network genesis`; paths are relative to this folder.\n" + "\n".join(lines) + "\n"
