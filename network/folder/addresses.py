"""Ports and addresses of a node beside its peer-to-peer port, which its request names."""

from __future__ import annotations

from network.plan import Plan
from network.request import JoinRequest

RPC_OFFSET = 1
"""JSON-RPC for the firm's own machines, on the port after the peers' one: never opened to others."""
METRICS_OFFSET = 2
"""Figures for Prometheus."""


def rpc_port(request: JoinRequest) -> int:
    """Return the port of JSON-RPC over HTTP, on the loopback interface."""
    return request.port + RPC_OFFSET


def metrics_port(request: JoinRequest) -> int:
    """Return the port of the node's figures, on the loopback interface."""
    return request.port + METRICS_OFFSET


def peers(plan: Plan, request: JoinRequest) -> tuple[JoinRequest, ...]:
    """Return the other nodes."""
    return tuple(each.request for each in plan.requests if each.request != request)
