"""What follows from an attempt: the message was taken, is tried again, is split, is given up, or its subscription is suspended.

A receiver that is away for longer than the horizon suspends its subscription: the message stays the first, everything behind it stays
in the mirror, and nothing is lost when the subscriber lets it go on. A receiver that is there and refuses one message for that long gets
the next one: the message becomes a dead letter. Many of these in a row suspend the subscription too.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from delivery.messages import message_id
from delivery.retries import Patience
from delivery.sending import Outcome
from store.database import Record
from store.record.messages import (
    Message,
    events_in,
    give_up,
    note_failure,
    split,
    suspend,
)
from store.record.subscriptions import Kind

_LOGGER = logging.getLogger("suyuan.delivery")

GONE: Final = 410
TOO_LARGE: Final = 413
BUSY: Final = frozenset({408, 425, 429})
"""Statuses of a receiver that asks to be tried again later, although they are of the client's class."""


@dataclass(slots=True)
class Counters:
    """What the process counts since its start."""

    taken: int = 0
    failed: int = 0
    given_up: int = 0
    suspended: int = 0


def note_refusal(
    record: Record,
    message: Message,
    outcome: Outcome,
    now: datetime,
    patience: Patience,
    chance: Callable[[], float],
    counters: Counters,
) -> None:
    """Note why a message was not taken, and what follows."""
    counters.failed += 1
    if outcome.status == TOO_LARGE and message.kind is Kind.EVENTS and _halves(record, message, now):
        return
    if outcome.status == GONE:
        counters.suspended += 1
        suspend(record, message, "answered with 410: the receiver is gone", now)
        return
    pause = timedelta(seconds=patience.pause(message.attempts + 1, chance(), outcome.retry_after))
    first_at, next_at = message.first_at or now, now + pause
    refuses = outcome.status is not None and 400 <= outcome.status < 500 and outcome.status not in BUSY
    if refuses and outcome.status == TOO_LARGE:
        # One event by itself is too large for this receiver, and will be tomorrow.
        _give_up(record, message, outcome, now, patience, counters)
    elif not patience.is_over(first_at, next_at):
        note_failure(record, message, outcome.reason, next_at, now)
    elif refuses:
        _give_up(record, message, outcome, now, patience, counters)
    else:
        counters.suspended += 1
        suspend(record, message, outcome.reason, now)
        _LOGGER.warning("subscription %s is suspended: %s", message.subscription, outcome.reason)


def _give_up(
    record: Record, message: Message, outcome: Outcome, now: datetime, patience: Patience, counters: Counters
) -> None:
    counters.given_up += 1
    if give_up(record, message, outcome.reason, now, patience.dead_in_a_row):
        counters.suspended += 1
        _LOGGER.warning("subscription %s is suspended: %s", message.subscription, outcome.reason)


def _halves(record: Record, message: Message, now: datetime) -> bool:
    """Put a message that was too large into two halves and say whether that could be done."""
    commitments = [commitment for _, commitment in events_in(record, message.number)]
    if len(commitments) < 2:
        return False
    middle = len(commitments) // 2
    ids = [
        message_id(message.subscription, Kind.EVENTS.value, *half)
        for half in (commitments[:middle], commitments[middle:])
    ]
    split(record, message, ids, now)
    return True
