"""Messages of subscriptions: what waits to be sent, what became of each attempt, and what was given up (the dead letters)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, exists, func, insert, select, update

from store.database import Record
from store.record.subscriptions import DEAD, SENT, WAITING, Kind, message_events, messages, subscriptions


@dataclass(frozen=True, slots=True)
class Message:
    """One message; the fields are those of `SubscriptionMessageRow`."""

    number: int
    subscription: str
    id: str
    kind: Kind
    state: str
    attempts: int
    first_at: datetime | None
    next_at: datetime
    failure: str | None
    failed_at: datetime | None
    created_at: datetime


@dataclass(frozen=True, slots=True)
class Queue:
    """What waits of one subscription, and what was given up."""

    waiting: int = 0
    dead: int = 0
    next_at: datetime | None = None
    """When the first message is tried next."""
    failure: str | None = None
    """Why its last attempt failed."""
    failed_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Figures:
    """Counts over all subscriptions, for metrics."""

    subscriptions: int
    suspended: int
    waiting: int
    dead: int
    oldest: datetime | None
    """When the message that waits longest was made."""
    lowest_place: int | None
    """Position of the stream that is farthest behind."""


def due_messages(record: Record, now: datetime) -> tuple[Message, ...]:
    """Return the first message of each running subscription, where its time has come: one is sent when the one before was taken."""
    first = (
        select(func.min(messages.c.number))
        .join(subscriptions, subscriptions.c.id == messages.c.subscription)
        .where(messages.c.state == WAITING, subscriptions.c.suspended_at.is_(None))
        .group_by(messages.c.subscription)
    )
    query = select(messages).where(messages.c.number.in_(first), messages.c.next_at <= now).order_by(messages.c.next_at)
    with record.reading() as connection:
        return tuple(_message(row) for row in connection.execute(query))


def events_in(record: Record, number: int) -> tuple[tuple[int, bytes], ...]:
    """Return position and commitment of the events of a message, in the order of the chain."""
    query = (
        select(message_events.c.position, message_events.c.commitment)
        .where(message_events.c.message == number)
        .order_by(message_events.c.position)
    )
    with record.reading() as connection:
        return tuple((position, bytes(commitment)) for position, commitment in connection.execute(query))


def queue_lengths(record: Record) -> Mapping[str, int]:
    """Return how many messages wait, by subscription."""
    query = (
        select(messages.c.subscription, func.count())
        .where(messages.c.state == WAITING)
        .group_by(messages.c.subscription)
    )
    with record.reading() as connection:
        return {row[0]: row[1] for row in connection.execute(query)}


def queue_of(record: Record, subscription_id: str) -> Queue:
    """Return what waits of one subscription, and what was given up."""
    mine = messages.c.subscription == subscription_id
    counted = select(messages.c.state, func.count()).where(mine).group_by(messages.c.state)
    first = select(messages).where(mine, messages.c.state == WAITING).order_by(messages.c.number).limit(1)
    with record.reading() as connection:
        counts: dict[str, int] = {row[0]: row[1] for row in connection.execute(counted)}
        row = connection.execute(first).one_or_none()
    waiting, dead = counts.get(WAITING, 0), counts.get(DEAD, 0)
    return Queue(waiting, dead) if row is None else Queue(waiting, dead, row.next_at, row.failure, row.failed_at)


def dead_letters(record: Record, subscription_id: str, limit: int, after: int = 0) -> tuple[Message, ...]:
    """Return the messages of a subscription that were given up, in their order, from the one after `after`."""
    query = select(messages).where(
        messages.c.subscription == subscription_id, messages.c.state == DEAD, messages.c.number > after
    )
    with record.reading() as connection:
        return tuple(_message(row) for row in connection.execute(query.order_by(messages.c.number).limit(limit)))


def note_taken(record: Record, taken: Sequence[Message], now: datetime) -> None:
    """Note that receivers have messages; one transaction for all."""
    with record.writing() as connection:
        for message in taken:
            if _remove(connection, message):
                connection.execute(
                    update(subscriptions)
                    .where(subscriptions.c.id == message.subscription)
                    .values(notified_at=now, dead_in_a_row=0)
                )


def drop(record: Record, message: Message) -> None:
    """Take a message away of which nothing is left to be sent."""
    with record.writing() as connection:
        _remove(connection, message)


def note_failure(record: Record, message: Message, failure: str, next_at: datetime, now: datetime) -> None:
    """Note that an attempt failed, and when the next one may be."""
    values = _failed(message, failure, now) | {"next_at": next_at}
    with record.writing() as connection:
        connection.execute(update(messages).where(_this(message)).values(values))


def put_off(record: Record, message: Message, next_at: datetime) -> None:
    """Let a message wait without an attempt."""
    with record.writing() as connection:
        connection.execute(update(messages).where(_this(message)).values(next_at=next_at))


def give_up(record: Record, message: Message, failure: str, now: datetime, dead_in_a_row: int) -> bool:
    """Put a message among the dead letters and say whether this suspended the subscription, as so many in a row do."""
    values = _failed(message, failure, now) | {"state": DEAD}
    mine = subscriptions.c.id == message.subscription
    with record.writing() as connection:
        connection.execute(update(messages).where(_this(message)).values(values))
        connection.execute(update(subscriptions).where(mine).values(dead_in_a_row=subscriptions.c.dead_in_a_row + 1))
        many = subscriptions.c.dead_in_a_row >= dead_in_a_row
        return connection.execute(update(subscriptions).where(mine, many).values(suspended_at=now)).rowcount == 1


def suspend(record: Record, message: Message, failure: str, now: datetime) -> None:
    """Stop a subscription whose receiver is away for too long; the message stays the first to be sent when it goes on."""
    with record.writing() as connection:
        connection.execute(update(messages).where(_this(message)).values(_failed(message, failure, now)))
        connection.execute(
            update(subscriptions).where(subscriptions.c.id == message.subscription).values(suspended_at=now)
        )


def resume(record: Record, organisation: int, subscription_id: str, now: datetime) -> bool:
    """Let a subscription go on, dead letters first, and say whether there is such a one."""
    mine = (subscriptions.c.id == subscription_id) & (subscriptions.c.organisation == organisation)
    with record.writing() as connection:
        found = connection.execute(
            update(subscriptions).where(mine).values(suspended_at=None, dead_in_a_row=0)
        ).rowcount
        if found == 1:
            connection.execute(
                update(messages)
                .where(messages.c.subscription == subscription_id)
                .values(state=WAITING, attempts=0, first_at=None, next_at=now)
            )
    return found == 1


def split(record: Record, message: Message, ids: Sequence[str], now: datetime) -> None:
    """Put the events of a message that was too large into two, which take its place in the order.

    The first half keeps the number. Every message behind it is made anew behind the second half.
    """
    events = events_in(record, message.number)
    middle = len(events) // 2
    with record.writing() as connection:
        if connection.execute(update(messages).where(_this(message)).values(id=ids[0], next_at=now)).rowcount != 1:
            return
        later = connection.execute(
            select(messages)
            .where(messages.c.subscription == message.subscription, messages.c.number > message.number)
            .order_by(messages.c.number)
        ).all()
        second = _insert_copy(connection, message, {"id": ids[1], "next_at": now})
        moved = [commitment for _, commitment in events[middle:]]
        connection.execute(
            update(message_events)
            .where(message_events.c.message == message.number, message_events.c.commitment.in_(moved))
            .values(message=second)
        )
        for row in later:
            copy = _insert_copy(connection, _message(row), {})
            connection.execute(
                update(message_events).where(message_events.c.message == row.number).values(message=copy)
            )
            connection.execute(messages.delete().where(messages.c.number == row.number))


def prune_messages(record: Record, dead_before: datetime, reach: int) -> None:
    """Delete dead letters that are older than a moment, and the memory of events that lie too far back to come again."""
    old = (messages.c.state == DEAD) & (messages.c.failed_at < dead_before)
    far = (
        select(subscriptions.c.place - reach)
        .where(subscriptions.c.id == message_events.c.subscription)
        .scalar_subquery()
    )
    with record.writing() as connection:
        gone = select(messages.c.number).where(old)
        connection.execute(update(message_events).where(message_events.c.message.in_(gone)).values(message=SENT))
        connection.execute(messages.delete().where(old))
        connection.execute(
            message_events.delete().where(message_events.c.message == SENT, message_events.c.position < far)
        )


def figures(record: Record) -> Figures:
    """Return the counts for metrics."""
    suspended = subscriptions.c.suspended_at.is_not(None)
    stream = subscriptions.c.schedule.is_(None) & ~suspended
    waits = messages.c.state == WAITING
    with record.reading() as connection:
        number = connection.execute(select(func.count()).select_from(subscriptions)).scalar_one()
        stopped = connection.execute(select(func.count()).where(suspended)).scalar_one()
        waiting = connection.execute(select(func.count(), func.min(messages.c.created_at)).where(waits)).one()
        dead = connection.execute(select(func.count()).where(messages.c.state == DEAD)).scalar_one()
        lowest = connection.execute(select(func.min(subscriptions.c.place)).where(stream)).scalar_one()
    return Figures(number, stopped, waiting[0], dead, waiting[1], lowest)


def is_waiting(record: Record, message: Message) -> bool:
    """Say whether a message is still to be sent: its subscription was not ended or suspended meanwhile."""
    query = exists().where(
        _this(message),
        messages.c.subscription == subscriptions.c.id,
        subscriptions.c.suspended_at.is_(None),
    )
    with record.reading() as connection:
        return bool(connection.execute(select(query)).scalar_one())


def _failed(message: Message, failure: str, now: datetime) -> dict[str, object]:
    return {
        "attempts": message.attempts + 1,
        "first_at": message.first_at or now,
        "failure": failure[:500],
        "failed_at": now,
    }


def _this(message: Message) -> ColumnElement[bool]:
    # A number may be given out again once its message is gone, an id never is.
    return (messages.c.number == message.number) & (messages.c.id == message.id)


def _remove(connection: Connection, message: Message) -> bool:
    if connection.execute(messages.delete().where(_this(message))).rowcount != 1:
        return False
    connection.execute(update(message_events).where(message_events.c.message == message.number).values(message=SENT))
    return True


def _insert_copy(connection: Connection, message: Message, changed: Mapping[str, object]) -> int:
    values = {name: getattr(message, name) for name in Message.__slots__ if name != "number"}
    values |= {"kind": message.kind.value, **changed}
    number: int = connection.execute(insert(messages).values(values).returning(messages.c.number)).scalar_one()
    return number


def _message(row: Row[Any]) -> Message:
    fields = {name: getattr(row, name) for name in Message.__slots__}
    return Message(**fields | {"kind": Kind(row.kind)})
