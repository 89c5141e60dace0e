"""What an operator's monitoring asks: alive, ready, and figures for Prometheus."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response
from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, Gauge, generate_latest

from api.heights import heights_of
from api.rooms import Rooms, rooms_of
from store.record.outbox import counts
from submission.status import Status, read_status

READY_LAG = 20
"""Blocks that the mirror may be behind the node and still count as ready."""

router = APIRouter(tags=["Operations"])


@router.get("/healthz")
def healthz() -> dict[str, str]:
    """Say that the process answers."""
    return {"status": "alive"}


@router.get("/readyz")
def readyz(request: Request, response: Response) -> dict[str, object]:
    """Say whether record, mirror and chain answer and how far behind the mirror is; 503 where one does not."""
    heights = heights_of(rooms_of(request))
    ready = heights.record_answers and heights.node is not None and heights.lag is not None and heights.lag <= READY_LAG
    if not ready:
        response.status_code = 503
    return {
        "status": "ready" if ready else "not ready",
        "record": heights.record_answers,
        "chainHeight": heights.node,
        "mirrorHeight": heights.mirror,
        "lag": heights.lag,
    }


@router.get("/metrics", response_class=Response)
def metrics(request: Request) -> Response:
    """Give the figures of this installation in Prometheus' text form; none names a firm."""
    rooms = rooms_of(request)
    heights = heights_of(rooms)
    registry = CollectorRegistry()
    _gauge(registry, "suyuan_chain_height", "Newest block of the node.", heights.node)
    _gauge(registry, "suyuan_mirror_height", "Newest block in the mirror.", heights.mirror)
    _gauge(registry, "suyuan_mirror_lag_blocks", "Blocks that the mirror is behind the node.", heights.lag)
    _gauge(registry, "suyuan_node_up", "Whether the node answers.", int(heights.node is not None))
    outbox = Gauge("suyuan_outbox_rows", "Rows of the outbox by progress.", ["progress"], registry=registry)
    for progress, count in counts(rooms.record).items():
        outbox.labels(progress=str(progress)).set(count)
    status = read_status(rooms.settings.home)
    _gauge(
        registry,
        "suyuan_submission_last_sign_seconds",
        "Age of the submission process's last sign of life.",
        _age(rooms, status),
    )
    _gauge(
        registry,
        "suyuan_submission_stuck_queues",
        "Queues whose rows cannot go on.",
        None if status is None else len(status.stuck),
    )
    _gauge(
        registry,
        "suyuan_transactions_reverted",
        "Transactions that the chain refused.",
        None if status is None else status.reverted,
    )
    _gauge(
        registry,
        "suyuan_transactions_resent",
        "Transactions that were sent again.",
        None if status is None else status.resent,
    )
    _gauge(
        registry,
        "suyuan_chain_rewinds",
        "Times that the chain took blocks back.",
        None if status is None else status.rewinds,
    )
    return Response(generate_latest(registry), media_type=CONTENT_TYPE_LATEST)


def _age(rooms: Rooms, status: Status | None) -> float | None:
    return None if status is None else max(rooms.clock().timestamp() - status.at, 0.0)


def _gauge(registry: CollectorRegistry, name: str, help_text: str, value: float | None) -> None:
    gauge = Gauge(name, help_text, registry=registry)
    gauge.set(float("nan") if value is None else value)
