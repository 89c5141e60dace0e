"""How a node runs on a machine: a systemd unit, a compose file, and the list of who may reach which port."""

from __future__ import annotations

from collections.abc import Mapping

from network.folder.addresses import metrics_port, peers, rpc_port
from network.plan import Engine, Plan
from network.request import JoinRequest

BESU_IMAGE = "hyperledger/besu:25.10.0"


def files_of(plan: Plan, request: JoinRequest) -> Mapping[str, str]:
    """Return the service's files."""
    files = {"suyuan-node.service": _unit(plan, request), "firewall.nft": _firewall(plan, request)}
    if plan.engine is Engine.BESU:
        files["compose.yaml"] = _compose(request)
    return files


def _unit(plan: Plan, request: JoinRequest) -> str:
    return f"""[Unit]
Description=Suyuan chain node of {request.title} ({plan.engine.value})
After=network-online.target
Wants=network-online.target

[Service]
Type=exec
User=suyuan
WorkingDirectory=/srv/suyuan/{request.name}
ExecStart=/srv/suyuan/venv/bin/suyuan network start /srv/suyuan/{request.name}
Restart=on-failure
RestartSec=5
TimeoutStopSec=60
LimitNOFILE=65536
NoNewPrivileges=true
ProtectSystem=strict
ReadWritePaths=/srv/suyuan/{request.name}
PrivateTmp=true

[Install]
WantedBy=multi-user.target
"""


def _compose(request: JoinRequest) -> str:
    return f"""# `docker compose up -d` in this folder, with node.key in it.
services:
  node:
    image: {BESU_IMAGE}
    user: "1000:1000"
    working_dir: /node
    command: ["--config-file=besu.toml", "--rpc-http-host=0.0.0.0", "--metrics-host=0.0.0.0", "--host-allowlist=*"]
    volumes: ["./:/node"]
    ports:
      - "{request.port}:{request.port}/tcp"
      - "{request.port}:{request.port}/udp"
      - "127.0.0.1:{rpc_port(request)}:{rpc_port(request)}"
      - "127.0.0.1:{metrics_port(request)}:{metrics_port(request)}"
    restart: unless-stopped
    stop_grace_period: 1m
"""


def _firewall(plan: Plan, request: JoinRequest) -> str:
    allowed = "\n".join(
        f"        # {peer.title}\n        ip saddr {peer.host} tcp dport {request.port} accept"
        if _is_ipv4(peer.host)
        else f"        # {peer.title}: {peer.host} (put its addresses here: a name is looked up once only)\n"
        f"        # ip saddr ADDRESS tcp dport {request.port} accept"
        for peer in peers(plan, request)
    )
    return f"""# Who may reach the node of {request.title}: `nft -f firewall.nft`. JSON-RPC and figures stay on this machine.
table inet suyuan_{request.name.replace("-", "_")} {{
    chain input {{
        type filter hook input priority 0; policy accept;
        iif lo accept
{allowed}
        tcp dport {{ {request.port}, {rpc_port(request)}, {metrics_port(request)} }} drop
        udp dport {request.port} drop
    }}
}}
"""


def _is_ipv4(host: str) -> bool:
    parts = host.split(".")
    return len(parts) == 4 and all(part.isdigit() and int(part) < 256 for part in parts)
