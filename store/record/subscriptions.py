"""Subscriptions: standing queries of an organisation, and how far each has come (EPCIS 2.0 clause 12.7.4)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, exists, func, insert, select, update

from store.bulk import insert_rows, rows_among
from store.columns import table_of
from store.database import Record
from store.record.subscription_tables import SubscriptionEventRow, SubscriptionMessageRow, SubscriptionRow
from store.record.tables import NamedQueryRow

subscriptions = table_of(SubscriptionRow)
messages = table_of(SubscriptionMessageRow)
message_events = table_of(SubscriptionEventRow)
named_queries = table_of(NamedQueryRow)

WAITING = "waiting"
DEAD = "dead"
"""States of a message."""

SENT = 0
"""Stands for the message of an event whose message was taken: no message has this number."""


class Kind(Enum):
    """What a message says."""

    EVENTS = "events"
    EMPTY = "empty"
    """A scheduled query found nothing, and the subscriber wants to hear that."""
    TEST = "test"
    """The subscription was just made."""
    TOO_LARGE = "too-large"
    """A scheduled query found more than its maxEventCount."""


class Refused(Enum):
    """Why a subscription was not made."""

    LIMIT = "limit"
    QUERY = "query"
    """The named query is not there any more."""


@dataclass(frozen=True, slots=True)
class Subscription:
    """One subscription; the fields are those of `SubscriptionRow`."""

    id: str
    organisation: int
    query_name: str
    query: str
    destination: str
    signature_token: str | None
    schedule: str | None
    report_if_empty: bool
    media_type: str
    epc_format: str
    cbv_format: str
    initial_record_time: datetime | None
    created_at: datetime
    began: int
    place: int
    place_hash: bytes | None
    arrived: int
    until: int | None = None
    counted: int = 0
    due_at: datetime | None = None
    executed_at: datetime | None = None
    notified_at: datetime | None = None
    suspended_at: datetime | None = None
    dead_in_a_row: int = 0

    def __repr__(self) -> str:
        """Return a text that holds neither the secret nor the address, which may hold one."""
        return f"Subscription({self.id!r} of {self.organisation})"


@dataclass(frozen=True, slots=True)
class NewMessage:
    """A message that is to wait for its sending."""

    id: str
    kind: Kind
    events: tuple[tuple[int, bytes], ...] = ()
    """Position and commitment of each event, in the order of the chain."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a subscription has come."""

    place: int
    place_hash: bytes | None
    arrived: int
    until: int | None = None
    counted: int = 0
    due_at: datetime | None = None
    executed_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """How far a subscription has come from where it was, and what is to be sent for that."""

    subscription: Subscription
    """As it was."""
    progress: Progress
    messages: tuple[NewMessage, ...] = ()


def add_subscription(
    record: Record,
    subscription: Subscription,
    limit: int,
    first: NewMessage | None = None,
    *,
    is_predefined: bool = False,
) -> Refused | None:
    """Keep a subscription, with a message that goes out before all events if there is one; return why not if it was refused."""
    row = {name: getattr(subscription, name) for name in Subscription.__slots__}
    mine = subscriptions.c.organisation == subscription.organisation
    query = exists().where(
        named_queries.c.organisation == subscription.organisation, named_queries.c.name == subscription.query_name
    )
    with record.writing() as connection:
        if not is_predefined and not connection.execute(select(query)).scalar_one():
            return Refused.QUERY
        if connection.execute(select(func.count()).where(mine)).scalar_one() >= limit:
            return Refused.LIMIT
        connection.execute(insert(subscriptions), row)
        if first is not None:
            _add_messages(connection, subscription.id, (first,), subscription.created_at)
    return None


def subscription_of(record: Record, organisation: int, subscription_id: str) -> Subscription | None:
    """Return one of an organisation's own subscriptions."""
    with record.reading() as connection:
        row = connection.execute(select(subscriptions).where(_mine(organisation, subscription_id))).one_or_none()
    return None if row is None else _subscription(row)


def subscriptions_of(
    record: Record, organisation: int, query_name: str, limit: int, after: str = ""
) -> tuple[Subscription, ...]:
    """Return an organisation's own subscriptions to a query by their ids, from the one after `after`."""
    query = select(subscriptions).where(
        subscriptions.c.organisation == organisation,
        subscriptions.c.query_name == query_name,
        subscriptions.c.id > after,
    )
    with record.reading() as connection:
        return tuple(_subscription(row) for row in connection.execute(query.order_by(subscriptions.c.id).limit(limit)))


def delete_subscription(record: Record, organisation: int, query_name: str, subscription_id: str) -> bool:
    """End one of an organisation's own subscriptions and say whether there was one."""
    which = _mine(organisation, subscription_id) & (subscriptions.c.query_name == query_name)
    with record.writing() as connection:
        return delete_where(connection, which) == 1


def delete_where(connection: Connection, which: ColumnElement[bool]) -> int:
    """End the subscriptions that meet a condition and return how many there were; nothing of them is sent any more."""
    ended = select(subscriptions.c.id).where(which)
    connection.execute(messages.delete().where(messages.c.subscription.in_(ended)))
    connection.execute(message_events.delete().where(message_events.c.subscription.in_(ended)))
    return connection.execute(subscriptions.delete().where(which)).rowcount


def running_subscriptions(record: Record) -> tuple[Subscription, ...]:
    """Return the subscriptions of everybody that are not suspended."""
    query = select(subscriptions).where(subscriptions.c.suspended_at.is_(None)).order_by(subscriptions.c.id)
    with record.reading() as connection:
        return tuple(_subscription(row) for row in connection.execute(query))


def running_subscription(record: Record, subscription_id: str) -> Subscription | None:
    """Return one subscription, whoever's it is, if it is not suspended."""
    query = select(subscriptions).where(subscriptions.c.id == subscription_id, subscriptions.c.suspended_at.is_(None))
    with record.reading() as connection:
        row = connection.execute(query).one_or_none()
    return None if row is None else _subscription(row)


def advance(record: Record, steps: Sequence[Step], now: datetime) -> int:
    """Note how far subscriptions have come, each together with the messages that this brought about, and return how many did.

    Nothing is changed for a subscription that was ended or has come elsewhere meanwhile. One transaction for all: the disk is waited
    for once.
    """
    with record.writing() as connection:
        return sum(_advance(connection, step, now) for step in steps)


def put_into_messages(record: Record, subscription_id: str, commitments: Sequence[bytes]) -> frozenset[bytes]:
    """Return those of some events that were put into a message of the subscription before."""
    query = "SELECT commitment FROM subscription_events WHERE commitment {among} AND subscription = {}"
    with record.reading() as connection:
        return frozenset(bytes(row[0]) for row in rows_among(connection, query, commitments, subscription_id))


def newest_places(record: Record, subscription_id: str, before: int, limit: int) -> tuple[tuple[int, bytes], ...]:
    """Return position and commitment of events that were put into messages, the last one before a position first."""
    query = (
        select(message_events.c.position, message_events.c.commitment)
        .where(message_events.c.subscription == subscription_id, message_events.c.position < before)
        .order_by(message_events.c.position.desc())
        .limit(limit)
    )
    with record.reading() as connection:
        return tuple((position, bytes(commitment)) for position, commitment in connection.execute(query))


def _advance(connection: Connection, step: Step, now: datetime) -> bool:
    subscription = step.subscription
    same = (
        (subscriptions.c.id == subscription.id)
        & (subscriptions.c.place == subscription.place)
        & subscriptions.c.until.is_not_distinct_from(subscription.until)
        & (subscriptions.c.arrived == subscription.arrived)
        & subscriptions.c.due_at.is_not_distinct_from(subscription.due_at)
    )
    values = {name: getattr(step.progress, name) for name in Progress.__slots__}
    if connection.execute(update(subscriptions).where(same).values(values)).rowcount != 1:
        return False
    _add_messages(connection, subscription.id, step.messages, now)
    return True


def _mine(organisation: int, subscription_id: str) -> ColumnElement[bool]:
    return (subscriptions.c.organisation == organisation) & (subscriptions.c.id == subscription_id)


def _add_messages(connection: Connection, subscription_id: str, new: Sequence[NewMessage], now: datetime) -> None:
    rows: list[tuple[str, bytes, int, int]] = []
    for message in new:
        values = {
            "subscription": subscription_id,
            "id": message.id,
            "kind": message.kind.value,
            "state": WAITING,
            "attempts": 0,
            "next_at": now,
            "created_at": now,
        }
        number: int = connection.execute(insert(messages).values(values).returning(messages.c.number)).scalar_one()
        rows.extend((subscription_id, commitment, position, number) for position, commitment in message.events)
    insert_rows(connection, message_events, rows)


def _subscription(row: Row[Any]) -> Subscription:
    return Subscription(**{name: getattr(row, name) for name in Subscription.__slots__})
