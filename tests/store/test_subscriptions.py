"""Subscriptions and their messages in the record: nothing is sent twice, nothing is lost between two transactions, order is kept."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from store.database import Record
from store.reader import Reader
from store.record import messages as kept
from store.record.messages import Message, due_messages, events_in
from store.record.queries import delete_query, save_query
from store.record.sole_sender import sole_sender
from store.record.subscriptions import (
    Kind,
    NewMessage,
    Progress,
    Refused,
    Step,
    Subscription,
    add_subscription,
    advance,
    delete_subscription,
    newest_places,
    put_into_messages,
    running_subscriptions,
    subscription_of,
)

MAKER, CARRIER = 1, 2


def commitment(number: int) -> bytes:
    return number.to_bytes(32, "big")


def message(name: str, *positions: int) -> NewMessage:
    return NewMessage(name, Kind.EVENTS, tuple((position, commitment(position)) for position in positions))


@pytest.fixture
def subscription(now: datetime) -> Subscription:
    return Subscription(
        id="s", organisation=MAKER, query_name="SimpleEventQuery", query="{}", destination="https://example.com/",
        signature_token="word", schedule=None, report_if_empty=False, media_type="application/json",
        epc_format="No_Preference", cbv_format="No_Preference", initial_record_time=None, created_at=now,
        began=10, place=10, place_hash=b"h", arrived=3,
    )  # fmt: skip


@pytest.fixture
def subscribed(record: Record, subscription: Subscription, now: datetime) -> Callable[..., Subscription]:
    """Keep a subscription with some messages, and return it as it is then."""

    def make(*new: NewMessage, name: str = "s") -> Subscription:
        made = replace(subscription, id=name)
        assert add_subscription(record, made, 10, is_predefined=True) is None
        assert 1 == advance(record, [Step(made, Progress(20, b"i", 4), new)], now)
        found = subscription_of(record, MAKER, name)
        assert found is not None
        return found

    return make


def first(record: Record, now: datetime) -> Message:
    return due_messages(record, now)[0]


def test_a_subscription_is_kept_as_it_was_given(record: Record, subscription: Subscription) -> None:
    assert add_subscription(record, subscription, 1, is_predefined=True) is None

    assert subscription == subscription_of(record, MAKER, "s")
    assert subscription_of(record, CARRIER, "s") is None
    assert "word" not in repr(subscription)


def test_more_than_the_limit_and_what_has_no_query_is_refused(record: Record, subscription: Subscription) -> None:
    add_subscription(record, subscription, 1, is_predefined=True)

    assert Refused.LIMIT is add_subscription(record, replace(subscription, id="t"), 1, is_predefined=True)
    assert Refused.QUERY is add_subscription(record, replace(subscription, id="t", query_name="gone"), 9)
    assert add_subscription(record, replace(subscription, id="t", organisation=CARRIER), 1, is_predefined=True) is None


def test_place_and_messages_move_together_or_not_at_all(
    record: Record, subscription: Subscription, now: datetime
) -> None:
    add_subscription(record, subscription, 10, is_predefined=True)

    assert 1 == advance(record, [Step(subscription, Progress(20, b"i", 4), (message("m", 11, 12),))], now)
    assert 0 == advance(record, [Step(subscription, Progress(30, b"j", 4), (message("n", 21),))], now)

    assert ["m"] == [each.id for each in due_messages(record, now)]
    assert 20 == running_subscriptions(record)[0].place
    assert {commitment(11)} == put_into_messages(record, "s", [commitment(11), commitment(21)])


def test_messages_are_due_one_after_the_other(
    record: Record, subscribed: Callable[..., Subscription], now: datetime
) -> None:
    subscribed(message("a", 11), message("b", 12))
    subscribed(message("x", 11), name="t")

    assert ["a", "x"] == sorted(each.id for each in due_messages(record, now))
    kept.note_failure(record, first(record, now), "away", now + timedelta(seconds=5), now)
    assert 1 == len(due_messages(record, now))
    later = now + timedelta(seconds=5)
    taken = next(each for each in due_messages(record, later) if each.id == "a")
    assert (1, "away", now) == (taken.attempts, taken.failure, taken.first_at)
    kept.note_taken(record, [taken], later)
    assert ["b", "x"] == sorted(each.id for each in due_messages(record, later))


def test_what_was_taken_is_remembered_under_no_message(
    record: Record, subscribed: Callable[..., Subscription], now: datetime
) -> None:
    found = subscribed(message("a", 11))
    old = first(record, now)
    kept.note_taken(record, [old], now)
    advance(record, [Step(found, Progress(30, b"i", 4), (message("b", 21),))], now)
    new = first(record, now)

    # SQLite gives the number of a row that is gone to the next one.
    assert ((21, commitment(21)),) == events_in(record, new.number)
    assert {commitment(11)} == put_into_messages(record, "s", [commitment(11)])
    kept.note_taken(record, [old], now)
    assert ["b"] == [each.id for each in due_messages(record, now)]


def test_a_deleted_subscription_leaves_nothing_behind(
    record: Record, subscribed: Callable[..., Subscription], now: datetime
) -> None:
    subscribed(message("a", 11))
    taken = first(record, now)

    assert not delete_subscription(record, CARRIER, "SimpleEventQuery", "s")
    assert not delete_subscription(record, MAKER, "other", "s")
    assert delete_subscription(record, MAKER, "SimpleEventQuery", "s")
    kept.note_taken(record, [taken], now)
    kept.note_failure(record, taken, "away", now, now)

    assert () == due_messages(record, now)
    assert not kept.is_waiting(record, taken)
    assert frozenset() == put_into_messages(record, "s", [commitment(11)])


def test_a_deleted_query_takes_its_own_subscriptions_with_it(
    record: Record, subscription: Subscription, now: datetime
) -> None:
    for organisation in (MAKER, CARRIER):
        save_query(record, organisation, "mine", "{}", now)
        one = replace(subscription, id=f"s{organisation}", organisation=organisation, query_name="mine")
        assert add_subscription(record, one, 10) is None
    add_subscription(record, subscription, 10, is_predefined=True)

    assert delete_query(record, "mine", Reader(MAKER))

    assert ["s", "s2"] == [each.id for each in running_subscriptions(record)]


def test_halves_keep_their_place_in_the_order(
    record: Record, subscribed: Callable[..., Subscription], now: datetime
) -> None:
    subscribed(message("a", 11, 12, 13), message("b", 14), message("c", 15))
    kept.split(record, first(record, now), ["a1", "a2"], now)

    order = []
    while due := due_messages(record, now):
        order.append((due[0].id, [position for position, _ in events_in(record, due[0].number)]))
        kept.note_taken(record, [due[0]], now)

    assert [("a1", [11]), ("a2", [12, 13]), ("b", [14]), ("c", [15])] == order


def test_a_suspended_subscription_rests_until_it_is_resumed_and_begins_with_what_was_given_up(
    record: Record, subscribed: Callable[..., Subscription], now: datetime
) -> None:
    subscribed(message("a", 11), message("b", 12), message("c", 13))
    given_up = first(record, now)
    assert not kept.give_up(record, given_up, "refused", now, 10)
    kept.suspend(record, first(record, now), "away", now)

    queue = kept.queue_of(record, "s")
    assert (2, 1, "away") == (queue.waiting, queue.dead, queue.failure)
    assert ["a"] == [each.id for each in kept.dead_letters(record, "s", 10)]
    assert () == due_messages(record, now)
    assert not kept.resume(record, CARRIER, "s", now)
    assert kept.resume(record, MAKER, "s", now)
    assert ("a", 0, None) == ((due := first(record, now)).id, due.attempts, due.first_at)


def test_so_many_dead_letters_in_a_row_suspend(
    record: Record, subscribed: Callable[..., Subscription], now: datetime
) -> None:
    subscribed(message("a", 11), message("b", 12), message("c", 13))

    assert not kept.give_up(record, first(record, now), "refused", now, 2)
    assert kept.give_up(record, first(record, now), "refused", now, 2)
    assert () == due_messages(record, now)
    assert (1, 1, 1, 2) == (
        (found := kept.figures(record)).subscriptions, found.suspended, found.waiting, found.dead
    )  # fmt: skip


def test_places_are_told_from_the_newest_down(record: Record, subscribed: Callable[..., Subscription]) -> None:
    subscribed(message("a", 11, 12), message("b", 15))

    assert [(12, commitment(12)), (11, commitment(11))] == list(newest_places(record, "s", 15, 2))


def test_old_dead_letters_and_old_memory_go_and_what_waits_stays(
    record: Record, subscribed: Callable[..., Subscription], now: datetime
) -> None:
    subscribed(message("a", 11), message("b", 12), message("c", 19))
    kept.give_up(record, first(record, now), "refused", now, 10)
    kept.note_taken(record, [first(record, now)], now)

    kept.prune_messages(record, now + timedelta(seconds=1), 5)

    assert [] == list(kept.dead_letters(record, "s", 10))
    assert {commitment(19)} == put_into_messages(record, "s", [commitment(number) for number in (11, 12, 19)])
    assert ["c"] == [each.id for each in due_messages(record, now)]


def test_one_process_at_a_time_sends(record: Record) -> None:
    with sole_sender(record) as first_one, sole_sender(record) as second:
        assert first_one
        # One machine's processes lock a file beside the SQLite record (tests/delivery/test_process.py).
        assert second is record.is_sqlite
    with sole_sender(record) as again:
        assert again
