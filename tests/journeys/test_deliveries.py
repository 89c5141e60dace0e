"""Whatever is killed on the way to a subscriber: every matching event arrives, none twice but in the same message, all in order.

delivery              before messages are kept · in their transaction · after it; before a message is composed · after; before it is sent;
                      after it was taken, before that is noted · after; while a schedule is executed
the receiver          is away, and comes back
the chain             forgets its last blocks, whose events come again
"""

from __future__ import annotations

import signal
from collections.abc import Iterator
from typing import Any

import pytest
from journey import Journey
from receivers import Received, Receiver
from test_lost_blocks import lose_last_blocks, saved
from town import Fault, Town
from waiting import awaited

DELIVERY = [
    Fault("delivery.worker:advance", "before"),
    Fault("store.record.subscriptions:_add_messages", "before"),
    Fault("store.record.subscriptions:_add_messages", "after"),
    Fault("delivery.worker:advance", "after"),
    Fault("delivery.worker:advance", "after", times=3),
    Fault("delivery.worker:composed", "before"),
    Fault("delivery.worker:composed", "after"),
    Fault("delivery.sending:Sender.send", "before"),
    Fault("delivery.sending:_outcome", "before"),
    Fault("delivery.worker:note_taken", "before"),
    Fault("delivery.worker:note_taken", "before", times=3),
    Fault("store.record.messages:_remove", "after"),
    Fault("delivery.worker:note_taken", "after"),
]


def named(fault: Fault) -> str:
    place = fault.place.rpartition(":")[2].rpartition(".")[2]
    return f"{fault.moment} {place}" + (f" {fault.times}" if fault.times > 1 else "")


@pytest.fixture(scope="module")
def journey(own_town: Town) -> Journey:
    return Journey(own_town)


@pytest.fixture(scope="module")
def receiver(journey: Journey) -> Iterator[Receiver]:
    """Return a receiver that the bank has subscribed for every event it may read."""
    started = Receiver()
    started.start()
    subscribed(journey.town, started.url, stream=True)
    yield started
    started.stop()


def subscribed(town: Town, url: str, **controls: Any) -> str:
    """Subscribe the bank, and return the path of the subscription."""
    body = {"dest": url, "signatureToken": "secret", **controls}
    answer = town.ask("POST", "/queries/SimpleEventQuery/subscriptions", "bank", body)
    assert 201 == answer.status, answer.body.decode()
    return "/queries/SimpleEventQuery/subscriptions/" + str(answer.json()["subscriptionID"])


def expected(town: Town) -> list[str]:
    """Return the ids of all events that the bank may read, in the order of the chain, as queries give them."""
    path = "/events?orderBy=recordTime&orderDirection=ASC&perPage=1000"
    found = []
    while path:
        answer = town.ask("GET", path, "bank")
        assert 200 == answer.status, answer.body.decode()
        found += [event["eventID"] for event in answer.json()["epcisBody"]["queryResults"]["resultsBody"]["eventList"]]
        path = answer.headers.get("link", "").partition(">")[0].removeprefix("<")
    return found


def told(messages: list[Received]) -> list[str]:
    """Return the ids of the events that came, message by message, each message once."""
    seen: dict[str, list[str]] = {}
    for message in messages:
        seen.setdefault(message.message_id, [event["eventID"] for event in message.events()])
    return [event for events in seen.values() for event in events]


def verify(town: Town, receiver: Receiver) -> None:
    """Wait until as much has come as there is, and compare."""
    town.quiet()
    wanted = expected(town)
    receiver.awaited(lambda it: len(told(it.taken)) >= len(wanted))
    assert wanted == told(receiver.taken)


@pytest.mark.parametrize("fault", DELIVERY, ids=named)
def test_a_delivery_that_dies_sends_everything_and_nothing_twice_but_in_the_same_message(
    journey: Journey, receiver: Receiver, fault: Fault
) -> None:
    town = journey.town
    town.kill("delivery")
    town.start("delivery", fault=fault)

    for _ in range(fault.times):
        before = len(receiver.received)
        journey.tell_round()
        if fault.times > 1:
            awaited(
                lambda before=before: len(receiver.received) > before or town._ended("delivery"),
                "a message of this round",
            )
    code = town.death("delivery")
    town.start("delivery")

    assert code == -signal.SIGKILL
    verify(town, receiver)


def test_a_receiver_that_is_away_and_comes_back_misses_nothing(journey: Journey, receiver: Receiver) -> None:
    receiver.stop()
    for _ in range(3):
        journey.tell_round()
    journey.town.quiet()
    receiver.start()

    verify(journey.town, receiver)


def test_a_delivery_that_is_killed_while_its_receiver_is_away_goes_on_where_it_was(
    journey: Journey, receiver: Receiver
) -> None:
    refused = []
    receiver.answering = lambda message: refused.append(message.message_id) or 503
    journey.tell_round()
    awaited(lambda: len(refused) > 2, "some attempts")
    journey.town.kill("delivery")
    receiver.answering = lambda _: 200
    journey.town.start("delivery")

    verify(journey.town, receiver)
    assert {refused[0]} < {message.message_id for message in receiver.taken}


def test_events_of_blocks_that_vanish_and_come_again_are_not_sent_twice(journey: Journey, receiver: Receiver) -> None:
    town = journey.town
    saved(town)
    journey.tell_round()
    verify(town, receiver)
    before = set(told(receiver.taken))

    lose_last_blocks(town)
    journey.tell_round()
    town.quiet()
    receiver.awaited(lambda it: len(set(told(it.taken))) >= len(expected(town)))

    assert len(told(receiver.taken)) == len(set(told(receiver.taken)))
    assert set(expected(town)) == set(told(receiver.taken))
    assert before < set(told(receiver.taken))


def test_a_mirror_that_is_made_anew_sends_nothing_again(journey: Journey, receiver: Receiver) -> None:
    town = journey.town
    town.stop("indexer")
    assert 0 == town.command("rebuild").returncode
    town.start("indexer")
    journey.tell_round()
    town.quiet()
    receiver.awaited(lambda it: len(set(told(it.taken))) >= len(expected(town)))

    assert len(told(receiver.taken)) == len(set(told(receiver.taken)))
    assert set(expected(town)) == set(told(receiver.taken))


def test_a_scheduled_query_misses_nothing_when_it_dies_while_it_is_executed(journey: Journey) -> None:
    town = journey.town
    started = Receiver()
    started.start()
    path = subscribed(town, started.url, schedule={"second": "*"}, initialRecordTime="2020-01-01T00:00:00Z")
    town.kill("delivery")
    for fault in (Fault("delivery.worker:advance", "after"), Fault("delivery.worker:note_taken", "before")):
        town.start("delivery", fault=fault)
        town.death("delivery")
    town.start("delivery")
    started.awaited(lambda it: len(set(told(it.taken))) >= len(expected(town)))
    ended = town.ask("DELETE", path, "bank")
    started.stop()

    assert 204 == ended.status
    assert len(told(started.taken)) == len(set(told(started.taken)))
    assert set(expected(town)) == set(told(started.taken))
