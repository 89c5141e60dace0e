"""What an operator's monitoring asks: alive, ready, and figures for Prometheus."""

from __future__ import annotations

from datetime import datetime

from fastapi import APIRouter, Request, Response
from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, Gauge, generate_latest

from api.heights import heights_of
from api.resources.installation_views import AliveView, ReadyView
from api.resources.views import typed
from api.rooms import Rooms, rooms_of
from chain.finality import finality_of
from delivery.status import read_status as read_delivery
from indexer.alarm import read_alarm
from indexer.status import read_status as read_indexer
from store.mirror.positions import block_of
from store.record.messages import figures
from store.record.outbox import counts
from submission.status import Status, read_status

READY_LAG = 20
"""Blocks that the mirror may be behind the node and still count as ready."""

router = APIRouter(tags=["Operations"])


@router.get("/healthz", **typed(AliveView))
def healthz() -> dict[str, str]:
    """Say that the process answers."""
    return {"status": "alive"}


@router.get("/readyz", response_model=None, responses={status: {"model": ReadyView} for status in (200, 503)})
def readyz(request: Request, response: Response) -> dict[str, object]:
    """Say whether record, mirror and chain answer, how far behind the mirror is, and what troubles; 503 where one does not.

    An alarm is a reason for 503 too: a block that the indexer refused, or that has changed although it was final.
    """
    rooms = rooms_of(request)
    heights = heights_of(rooms)
    home = rooms.settings.home
    alarm, indexing, finality = read_alarm(home), read_indexer(home), finality_of(rooms.network)
    ready = (
        heights.record_answers
        and heights.node is not None
        and heights.lag is not None
        and heights.lag <= READY_LAG
        and alarm is None
    )
    if not ready:
        response.status_code = 503
    return {
        "status": "ready" if ready else "not ready",
        "record": heights.record_answers,
        "chainHeight": heights.node,
        "mirrorHeight": heights.mirror,
        "lag": heights.lag,
        "finality": {"kind": str(finality.kind), "depth": finality.depth},
        "alarm": None
        if alarm is None
        else {
            "kind": alarm.kind,
            "block": alarm.block,
            "expected": alarm.expected,
            "found": alarm.found,
            "detail": alarm.message,
            "cure": alarm.cure,
        },
        "troubles": [] if indexing is None else list(indexing.troubles),
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
    _indexing(registry, rooms)
    _subscriptions(registry, rooms, heights.mirror)
    return Response(generate_latest(registry), media_type=CONTENT_TYPE_LATEST)


def _indexing(registry: CollectorRegistry, rooms: Rooms) -> None:
    """Add what the indexer says of itself and of the node."""
    status = read_indexer(rooms.settings.home)
    now = rooms.clock().timestamp()
    alarm = read_alarm(rooms.settings.home)
    block_age = None if status is None or not status.block_time else now - status.block_time
    for name, help_text, value in (
        ("alarm", "1 while the indexer stands because of an alarm: see /readyz.", int(alarm is not None)),
        ("troubles", "Troubles that the indexer tells: see /readyz.", None if status is None else len(status.troubles)),
        ("last_sign_seconds", "Age of the indexer's last sign of life.", None if status is None else max(now - status.at, 0.0)),
        ("block_age_seconds", "Age of the newest block by this machine's clock; below 0 one clock is wrong.", block_age),
    ):  # fmt: skip
        _gauge(registry, f"suyuan_indexer_{name}", help_text, value)


def _subscriptions(registry: CollectorRegistry, rooms: Rooms, mirror_height: int | None) -> None:
    """Add the figures of what goes out to subscribers."""
    found = figures(rooms.record)
    alive = read_delivery(rooms.settings.home)
    now = rooms.clock().timestamp()
    lag = None
    if mirror_height is not None:
        lag = 0 if found.lowest_place is None else max(mirror_height - block_of(found.lowest_place), 0)
    for name, help_text, value in (
        ("subscriptions", "Subscriptions by webhook.", found.subscriptions),
        ("subscriptions_suspended", "Subscriptions whose receivers were away for too long.", found.suspended),
        ("messages_waiting", "Messages that are ready and not yet taken.", found.waiting),
        ("messages_dead", "Messages that were given up.", found.dead),
        ("message_oldest_seconds", "Age of the message that waits longest.", _since(now, found.oldest)),
        ("delivery_lag_blocks", "Blocks that the stream farthest behind is behind the mirror.", lag),
        ("delivery_last_sign_seconds", "Age of the delivery process's last sign of life.", None if alive is None else max(now - alive.at, 0.0)),
        ("messages_taken", "Messages taken since the delivery process started.", None if alive is None else alive.taken),
        ("attempts_failed", "Attempts to send that failed since then.", None if alive is None else alive.failed),
    ):  # fmt: skip
        _gauge(registry, f"suyuan_{name}", help_text, value)


def _since(now: float, moment: datetime | None) -> float:
    return 0.0 if moment is None else max(now - moment.timestamp(), 0.0)


def _age(rooms: Rooms, status: Status | None) -> float | None:
    return None if status is None else max(rooms.clock().timestamp() - status.at, 0.0)


def _gauge(registry: CollectorRegistry, name: str, help_text: str, value: float | None) -> None:
    gauge = Gauge(name, help_text, registry=registry)
    gauge.set(float("nan") if value is None else value)
