"""Bringing one subscription forward: from its place in the mirror to messages that wait, in one transaction of the record."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from delivery.following import Follower, Place, Shown
from delivery.limits import Limits
from delivery.messages import messages_of, report
from delivery.schedule import Schedule
from store.database import Record
from store.mirror.streaming import Tide
from store.reader import Reader
from store.record.subscriptions import (
    Kind,
    NewMessage,
    Progress,
    Step,
    Subscription,
    newest_places,
    put_into_messages,
)
from traceability.querying import Query, Window, query_of
from traceability.querying.query import EVENT_TIME


@dataclass(frozen=True, slots=True)
class RecordMemory:
    """What was put into messages of a subscription, as the record remembers it."""

    record: Record
    subscription_id: str

    def known(self, commitments: Sequence[bytes]) -> frozenset[bytes]:
        """Return those of some events that were put into a message before."""
        return put_into_messages(self.record, self.subscription_id, commitments)

    def newest(self, before: int, limit: int) -> Sequence[tuple[int, bytes]]:
        """Return position and commitment of what was put into messages before a position, the last first."""
        return newest_places(self.record, self.subscription_id, before, limit)


@dataclass(frozen=True, slots=True)
class Advance:
    """What one step did for a subscription."""

    worked: bool
    place: Place | None = None
    """Where a stream has come without finding anything, which is not worth a transaction."""
    step: Step | None = None
    """What is to be written down."""


IDLE = Advance(worked=False)


def is_at_rest(subscription: Subscription, place: Place, tide: Tide, now: datetime) -> bool:
    """Say whether there is nothing to do for a subscription, without asking a database."""
    if subscription.schedule is not None and subscription.until is None:
        return subscription.due_at is not None and now < subscription.due_at
    return (place.position, place.block_hash) == (tide.place, tide.block_hash) and place.arrived >= tide.arrived


def place_of(subscription: Subscription) -> Place:
    """Return how far a subscription has come, as the record says."""
    return Place(subscription.began, subscription.place, subscription.place_hash, subscription.arrived)


def advance_subscription(
    follower: Follower, subscription: Subscription, before: Place, tide: Tide, room: int, now: datetime, limits: Limits
) -> Advance:
    """Do the next piece of work for a subscription; `room` is how many messages may be made."""
    if room < 1 or is_at_rest(subscription, before, tide, now):
        return IDLE
    memory = RecordMemory(follower.record, subscription.id)
    place = follower.standing_place(before, tide, memory)
    if place is None:
        return IDLE
    query = standing_query(subscription)
    reader = follower.reader(subscription.organisation, now)
    schedule = schedule_of(subscription)
    if schedule is not None:
        until = tide.place if subscription.until is None else min(subscription.until, tide.place)
        step = _execution(follower, subscription, schedule, query, reader, place, until, tide, now, limits)
        return Advance(worked=True, step=step)
    stretch = follower.stretch(query, reader, place, tide.place, tide, memory)
    new = messages_of(subscription.id, stretch.events, limits)
    if not new:
        return Advance(follower.is_behind(stretch.place, tide.place, tide), stretch.place)
    return Advance(worked=True, step=Step(subscription, progress_of(stretch.place), new))


def standing_query(subscription: Subscription) -> Query:
    """Return what a subscription asks, its initialRecordTime included."""
    query = query_of(json.loads(subscription.query))
    if subscription.initial_record_time is None:
        return query
    return replace(query, record_time=query.record_time & Window(beginning=subscription.initial_record_time))


def schedule_of(subscription: Subscription) -> Schedule | None:
    """Return when a subscription's query is executed; None for a stream."""
    return None if subscription.schedule is None else Schedule(json.loads(subscription.schedule))


def _execution(
    follower: Follower,
    subscription: Subscription,
    schedule: Schedule,
    query: Query,
    reader: Reader,
    place: Place,
    until: int,
    tide: Tide,
    now: datetime,
    limits: Limits,
) -> Step:
    """Go on with an execution of a scheduled query; one that says how many events there may be is gone through to its end."""
    memory = RecordMemory(follower.record, subscription.id)
    found: list[Shown] = []
    while True:
        stretch = follower.stretch(query, reader, place, until, tide, memory)
        place = stretch.place
        found += stretch.events
        ends = not follower.is_behind(place, until, tide)
        if ends or (query.most is None and query.first is None):
            break
    counted = subscription.counted + len(found)
    new = _answer(subscription, query, found, limits)
    if not ends:
        return Step(
            subscription, progress_of(place, until, counted, subscription.due_at, subscription.executed_at), new
        )
    if counted == 0 and subscription.report_if_empty:
        new = (report(subscription.id, Kind.EMPTY, str(subscription.due_at)),)
    return Step(subscription, progress_of(place, None, 0, schedule.next_after(now), subscription.due_at or now), new)


def _answer(subscription: Subscription, query: Query, found: Sequence[Shown], limits: Limits) -> tuple[NewMessage, ...]:
    if query.most is not None and len(found) > query.most:
        return (report(subscription.id, Kind.TOO_LARGE, str(subscription.due_at)),)
    return messages_of(subscription.id, found if query.first is None else _first(query, found), limits)


def _first(query: Query, found: Sequence[Shown]) -> Sequence[Shown]:
    """Return as many events as the query wants, the first ones in its order; they are sent in the order of the chain."""
    by_event_time = query.order.by == EVENT_TIME
    ordered = sorted(
        found,
        key=lambda each: (each.event.event_time.timestamp() if by_event_time else 0.0, each.position),
        reverse=query.order.descending,
    )
    return sorted(ordered[: query.first], key=lambda each: each.position)


def progress_of(
    place: Place,
    until: int | None = None,
    counted: int = 0,
    due_at: datetime | None = None,
    executed_at: datetime | None = None,
) -> Progress:
    """Return a place, and where an execution stands, as the record keeps it."""
    return Progress(place.position, place.block_hash, place.arrived, until, counted, due_at, executed_at)
