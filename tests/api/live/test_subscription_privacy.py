"""What a subscriber does not get: events and fields that it may not read at the moment of sending, and any sign that there are such.

never shown            private events · hidden fields · a query over a hidden field
shown no more          taken out of a group · a revoked grant · a forgotten event: what waits is not sent any more
no sign                empty reports · other messages' ids · counts that the subscription tells
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from delivering import Office, far_minute, state_of, subscribe
from houses import House
from receivers import Receiver, receiving

Build = Callable[..., dict[str, Any]]
CARRIER = 2


def administer(house: House, method: str, path: str, content: Any = None) -> Any:
    answer = house.client.request(method, path, json=content, headers=house.keys["maker"])
    assert answer.status_code < 300, answer.text
    return answer.json() if answer.content else None


def test_private_events_go_to_their_owner_and_its_readers_only(
    house: House, office: Office, receiver: Receiver, created: Build
) -> None:
    with receiving() as owners, receiving() as strangers:
        subscribe(house, receiver.url)
        subscribe(house, owners.url, firm="maker")
        subscribe(house, strangers.url, firm="bank")
        private, named, public = house.item(), house.item(), house.item()
        house.capture("maker", created(private), disclosure="private")
        house.capture("maker", created(named), disclosure=f"private;readers={CARRIER}")
        house.capture("maker", created(public))
        office.work()

        assert [private, named, public] == owners.epcs()
        assert [named, public] == receiver.epcs()
        assert [public] == strangers.epcs()


def test_a_hidden_field_is_taken_out_and_cannot_be_asked_for(
    house: House, office: Office, receiver: Receiver, created: Build
) -> None:
    keys = house.keys["carrier"]
    query = {"EQ_disposition": ["damaged"]}
    house.client.post("/queries", json={"name": "guess", "query": query}, headers=keys)
    with receiving() as guessing:
        subscribe(house, receiver.url)
        subscribe(house, guessing.url, query="guess")
        item, open_one = house.item(), house.item()
        house.capture("maker", created(item, disposition="damaged"), disclosure="public;hide=/disposition")
        house.capture("maker", created(open_one, disposition="damaged"))
        office.work()

        assert [item, open_one] == receiver.epcs()
        shown = receiver.taken[0].events()[0]
        assert "disposition" not in shown
        assert "eventID" not in shown
        assert [open_one] == guessing.epcs()
    house.client.delete("/queries/guess", headers=keys)


def test_who_leaves_a_group_gets_nothing_more_not_even_what_waits(
    house: House, office: Office, receiver: Receiver, created: Build
) -> None:
    administer(house, "POST", "/api/v1/groups", {"name": "dealers", "members": [CARRIER]})
    subscription = subscribe(house, receiver.url)
    first, waiting, later, public = (house.item() for _ in range(4))
    house.capture("maker", created(first), disclosure="private;groups=dealers")
    office.work()
    receiver.answering = lambda _: 503
    house.capture("maker", created(waiting), disclosure="private;groups=dealers")
    office.work()
    administer(house, "DELETE", f"/api/v1/groups/dealers/members/{CARRIER}")
    house.capture("maker", created(later), disclosure="private;groups=dealers")
    house.capture("maker", created(public))
    receiver.answering = lambda _: 200
    office.wait(1000)
    office.wait(1000)

    assert [first, public] == receiver.epcs()
    assert 0 == state_of(house, subscription)["delivery"]["waiting"]
    administer(house, "DELETE", "/api/v1/groups/dealers")


def test_a_message_that_waits_for_several_events_keeps_those_that_may_still_be_read(
    house: House, office: Office, receiver: Receiver, created: Build
) -> None:
    administer(house, "POST", "/api/v1/groups", {"name": "repairers", "members": [CARRIER]})
    subscribe(house, receiver.url)
    taken_back, public = house.item(), house.item()
    receiver.answering = lambda _: 503
    house.capture("maker", created(taken_back), disclosure="private;groups=repairers")
    house.capture("maker", created(public))
    office.work()
    administer(house, "DELETE", f"/api/v1/groups/repairers/members/{CARRIER}")
    receiver.answering = lambda _: 200
    office.wait(1000)

    assert [public] == receiver.epcs()
    assert taken_back not in str(receiver.taken)
    administer(house, "DELETE", "/api/v1/groups/repairers")


def test_a_revoked_grant_stops_what_it_let_through(
    house: House, office: Office, receiver: Receiver, created: Build
) -> None:
    granted = administer(
        house,
        "POST",
        "/api/v1/grants",
        {"selection": {"everything": True}, "to": {"organisations": [CARRIER]}, "standing": True},
    )
    subscribe(house, receiver.url)
    before, after = house.item(), house.item()
    house.capture("maker", created(before), disclosure="private")
    house.settle()
    office.work()
    administer(house, "DELETE", f"/api/v1/grants/{granted['id']}")
    house.settle()
    house.capture("maker", created(after), disclosure="private")
    office.work()

    assert [before] == receiver.epcs()


def test_a_forgotten_event_that_waits_is_not_sent(
    house: House, office: Office, receiver: Receiver, created: Build
) -> None:
    subscription = subscribe(house, receiver.url)
    receiver.answering = lambda _: 503
    job = house.capture("maker", created(house.item()))
    office.work()
    commitment = job["events"][0]["commitment"]
    administer(house, "DELETE", f"/api/v1/events/{commitment}")
    house.settle()
    receiver.answering = lambda _: 200
    office.wait(1000)

    assert [] == receiver.taken
    assert 0 == state_of(house, subscription)["delivery"]["waiting"]


def test_a_report_is_as_empty_to_who_may_read_nothing_as_where_nothing_is(
    house: House, office: Office, receiver: Receiver, created: Build
) -> None:
    with receiving() as silent:
        subscription = subscribe(house, receiver.url, schedule={"minute": far_minute()}, reportIfEmpty=True)
        subscribe(house, silent.url, schedule={"minute": far_minute()})
        office.wait(60)
        house.capture("maker", created(house.item()), created(house.item()), disclosure="private")
        office.wait(60)
        nothing, hidden = receiver.received

        assert nothing.events() == hidden.events() == []
        assert set(nothing.document()) == set(hidden.document())
        assert {name: len(value) for name, value in nothing.headers.items()} == {
            name: len(value) for name, value in hidden.headers.items()
        }
        assert [] == silent.received
        assert 0 == state_of(house, subscription)["delivery"]["waiting"]


def test_another_firm_sees_neither_queries_nor_subscriptions_of_a_firm(
    house: House, office: Office, receiver: Receiver
) -> None:
    keys = house.keys
    house.client.post("/queries", json={"name": "plans", "query": {}}, headers=keys["carrier"])
    own = subscribe(house, receiver.url, query="plans")
    path = f"/queries/plans/subscriptions/{own['subscriptionID']}"

    assert 404 == house.client.get("/queries/plans/subscriptions", headers=keys["bank"]).status_code
    assert 404 == house.client.get(path, headers=keys["bank"]).status_code
    assert 404 == house.client.delete(path, headers=keys["bank"]).status_code
    mine = f"/api/v1/subscriptions/{own['subscriptionID']}"
    assert 404 == house.client.post(f"{mine}/resume", headers=keys["bank"]).status_code
    assert 404 == house.client.get(f"{mine}/dead-letters", headers=keys["bank"]).status_code
    assert 200 == house.client.get(path, headers=keys["carrier"]).status_code
    house.client.delete("/queries/plans", headers=keys["carrier"])


def test_each_subscriber_of_one_query_gets_what_it_may_read(
    house: House, office: Office, receiver: Receiver, created: Build
) -> None:
    with receiving() as other:
        subscribe(house, receiver.url)
        subscribe(house, other.url, firm="bank")
        items = {disclosure: house.item() for disclosure in ("private", "members", f"private;readers={CARRIER}")}
        for disclosure, item in items.items():
            house.capture("maker", created(item), disclosure=disclosure)
        office.work()

        assert [items["members"], items[f"private;readers={CARRIER}"]] == receiver.epcs()
        assert [items["members"]] == other.epcs()
        ids = {message.message_id for message in (*receiver.taken, *other.taken)}
        assert len(receiver.taken) + len(other.taken) == len(ids)
