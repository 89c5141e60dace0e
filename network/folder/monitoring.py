"""What watches a node: a scrape file for Prometheus and a dashboard for Grafana, over the figures of the engine and of Suyuan's api."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from network.folder.addresses import metrics_port
from network.plan import Engine, Plan
from network.request import JoinRequest

API_PORT = 8470
HEIGHT = {Engine.BESU: "ethereum_blockchain_height", Engine.CLIQUE: "chain_head_block"}
PEERS = {Engine.BESU: "ethereum_peer_count", Engine.CLIQUE: "p2p_peers"}
PATH = {Engine.BESU: "/metrics", Engine.CLIQUE: "/debug/metrics/prometheus"}


def files_of(plan: Plan, request: JoinRequest) -> Mapping[str, str]:
    """Return the scrape file and the dashboard."""
    return {
        "prometheus.yml": _scrape(plan, request),
        "grafana.json": json.dumps(_dashboard(plan, request), indent=2) + "\n",
    }


def _scrape(plan: Plan, request: JoinRequest) -> str:
    return f"""# Add to Prometheus' scrape_configs, on the node's own machine.
scrape_configs:
  - job_name: suyuan-node
    scrape_interval: 5s
    metrics_path: {PATH[plan.engine]}
    static_configs:
      - targets: ["127.0.0.1:{metrics_port(request)}"]
        labels: {{ firm: "{request.name}" }}
  - job_name: suyuan
    scrape_interval: 5s
    static_configs:
      - targets: ["127.0.0.1:{API_PORT}"]
        labels: {{ firm: "{request.name}" }}
"""


def _dashboard(plan: Plan, request: JoinRequest) -> dict[str, Any]:
    height, peers = HEIGHT[plan.engine], PEERS[plan.engine]
    panels = [
        ("Height of the node", height, "none"),
        ("Seconds per block", f"1 / rate({height}[1m])", "s"),
        ("Peers", peers, "none"),
        ("Blocks that the mirror lacks", "suyuan_mirror_lag_blocks", "none"),
        ("Promises that wait", 'suyuan_outbox_rows{progress="waiting"}', "none"),
        ("Promises that failed", 'suyuan_outbox_rows{progress="failed"}', "none"),
    ]
    return {
        "title": f"Suyuan: {request.title}",
        "uid": f"suyuan-{request.name}"[:40],
        "schemaVersion": 39,
        "refresh": "5s",
        "time": {"from": "now-1h", "to": "now"},
        "panels": [_panel(number, *panel) for number, panel in enumerate(panels)],
    }


def _panel(number: int, title: str, expression: str, unit: str) -> dict[str, Any]:
    return {
        "id": number + 1,
        "type": "timeseries",
        "title": title,
        "gridPos": {"h": 8, "w": 12, "x": 12 * (number % 2), "y": 8 * (number // 2)},
        "fieldConfig": {"defaults": {"unit": unit, "min": 0}, "overrides": []},
        "targets": [{"expr": expression, "refId": "A"}],
    }
