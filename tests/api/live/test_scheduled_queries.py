"""Webhook subscriptions with a schedule over a real chain and a real receiver: when they report, and what."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from delivering import Office, capture, far_minute, state_of, subscribe
from houses import House
from receivers import Received, Receiver, receiving

Build = Callable[..., dict[str, Any]]


def test_a_scheduled_query_reports_at_its_time_and_only_what_is_new(
    house: House, office: Office, receiver: Receiver, created: Build
) -> None:
    subscription = subscribe(house, receiver.url, schedule={"hour": "[0-23]", "minute": (minute := far_minute())})
    items = [house.item() for _ in range(3)]
    capture(house, created, items[0])
    office.work()
    before_time = len(receiver.received)
    office.wait(60)
    capture(house, created, *items[1:])
    office.wait(60)
    office.wait(60)

    assert 0 == before_time
    assert [items[:1], items[1:]] == [message.epcs() for message in receiver.received]
    assert state_of(house, subscription)["minRecordTime"].endswith(f":{minute:0>2}:00.000Z")


def test_an_empty_report_comes_only_where_it_is_wanted(
    house: House, office: Office, receiver: Receiver, created: Build
) -> None:
    with receiving() as silent:
        subscribe(house, receiver.url, schedule={"minute": far_minute()}, reportIfEmpty=True)
        subscribe(house, silent.url, schedule={"minute": far_minute()})
        office.wait(60)
        office.wait(60)

        assert [[], []] == [message.events() for message in receiver.received]
        assert 2 == len({message.message_id for message in receiver.received})
        assert [] == silent.received


def test_a_query_that_admits_fewer_events_than_there_are_says_so(
    house: House, office: Office, receiver: Receiver, created: Build
) -> None:
    keys = house.keys["carrier"]
    house.client.post("/queries", json={"name": "few", "query": {"maxEventCount": 2}}, headers=keys)
    subscribe(house, receiver.url, query="few", schedule={"minute": far_minute()})
    capture(house, created, *[house.item() for _ in range(3)])
    office.wait(60)
    capture(house, created, *(fits := [house.item(), house.item()]))
    office.wait(60)

    problem: Received = receiver.received[0]
    assert "application/problem+json" == problem.headers["content-type"]
    assert "epcisException:QueryTooLargeException" == problem.document()["type"]
    assert fits == receiver.received[1].epcs()
    house.client.delete("/queries/few", headers=keys)
