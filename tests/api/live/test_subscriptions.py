"""Webhook subscriptions over a real chain and a real receiver: what is sent, how it is signed, what happens when it is not taken."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest
from delivering import Office, capture, far_minute, state_of, subscribe
from houses import House
from lxml import etree
from receivers import Receiver, receiving

Build = Callable[..., dict[str, Any]]
TOKEN = "a token of the subscriber"


def test_every_new_event_is_sent_once_and_in_the_order_of_the_chain(
    house: House, office: Office, receiver: Receiver, created: Build
) -> None:
    before = house.item()
    capture(house, created, before)
    subscription = subscribe(house, receiver.url)
    items = [house.item() for _ in range(7)]

    for part in (items[:1], items[1:4], items[4:]):
        capture(house, created, *part)
        office.work()
    office.work()

    assert items == receiver.epcs()
    assert 3 == len(receiver.received)
    results = receiver.received[0].document()["epcisBody"]["queryResults"]
    assert "SimpleEventQuery" == results["queryName"]
    assert subscription["subscriptionID"] == results["subscriptionID"]
    assert state_of(house, subscription)["lastNotifiedAt"] > subscription["createdAt"]


def test_a_message_is_signed_with_the_subscribers_token(
    house: House, office: Office, receiver: Receiver, created: Build
) -> None:
    subscribe(house, receiver.url)
    capture(house, created, house.item())
    before = int(datetime.now(UTC).timestamp())
    office.work()
    after = int(datetime.now(UTC).timestamp())

    message = receiver.received[0]
    signed = f"{message.message_id}.{message.headers['webhook-timestamp']}.".encode() + message.body
    digest = hmac.new(TOKEN.encode(), signed, hashlib.sha256).digest()

    assert hmac.new(TOKEN.encode(), message.body, hashlib.sha256).hexdigest() == message.headers["gs1-signature"]
    assert "v1," + base64.b64encode(digest).decode() == message.headers["webhook-signature"]
    assert before <= int(message.headers["webhook-timestamp"]) <= after


def test_without_a_token_nothing_is_signed(house: House, office: Office, receiver: Receiver, created: Build) -> None:
    subscribe(house, receiver.url, signatureToken=None)
    capture(house, created, house.item())
    office.work()

    assert not {"gs1-signature", "webhook-signature"} & set(receiver.received[0].headers)


def test_the_standards_own_misnomer_is_taken_as_the_token(
    house: House, office: Office, receiver: Receiver, created: Build
) -> None:
    subscribe(house, receiver.url, signatureToken=None, secret="another word")
    capture(house, created, house.item())
    office.work()

    message = receiver.received[0]
    assert hmac.new(b"another word", message.body, hashlib.sha256).hexdigest() == message.headers["gs1-signature"]


def test_a_secret_is_never_told(house: House, office: Office, receiver: Receiver) -> None:
    made = subscribe(house, receiver.url)
    listed = house.client.get("/queries/SimpleEventQuery/subscriptions", headers=house.keys["carrier"])

    assert TOKEN not in str(made)
    assert TOKEN not in listed.text
    assert [made["subscriptionID"]] == [each["subscriptionID"] for each in listed.json()]


def test_a_receiver_that_is_away_gets_the_same_message_later_and_the_others_behind_it(
    house: House, office: Office, receiver: Receiver, created: Build
) -> None:
    subscription = subscribe(house, receiver.url)
    items = [house.item(), house.item()]
    receiver.answering = lambda _: 503
    for item in items:
        capture(house, created, item)
        office.work()
    waiting = state_of(house, subscription)["delivery"]
    office.wait(10)
    receiver.stop()
    office.wait(20)
    unreached = state_of(house, subscription)["delivery"]
    receiver.answering = lambda _: 200
    receiver.start()
    office.begin_anew()
    office.wait(40)

    assert items == receiver.epcs()
    assert {"retrying", "answered with 503"} <= {waiting["state"], waiting["lastFailure"]}
    assert 2 == waiting["waiting"]
    assert "the connection was refused" == unreached["lastFailure"]
    assert 1 == len({each.message_id for each in receiver.received[:3]})
    assert 1 == len({each.body for each in receiver.received[:3]})
    assert 4 == len(receiver.received)
    assert "active" == state_of(house, subscription)["delivery"]["state"]


def test_a_receiver_that_stays_away_suspends_its_subscription_and_loses_nothing(
    house: House, office: Office, receiver: Receiver, created: Build
) -> None:
    subscription = subscribe(house, receiver.url)
    items = [house.item() for _ in range(3)]
    receiver.answering = lambda _: 500
    capture(house, created, items[0])
    for _ in range(60):
        office.wait(100)
    capture(house, created, *items[1:])
    office.wait(100)
    asked = len(receiver.received)
    told = state_of(house, subscription)["delivery"]
    receiver.answering = lambda _: 200
    office.wait(1000)
    still = len(receiver.received)
    answer = house.client.post(
        f"/api/v1/subscriptions/{subscription['subscriptionID']}/resume", headers=house.keys["carrier"]
    )
    office.work()

    assert "suspended" == told["state"]
    assert "answered with 500" == told["lastFailure"]
    assert asked == still
    assert 204 == answer.status_code
    assert items == receiver.epcs()
    assert 35 < asked < 50


def test_a_message_that_alone_is_refused_becomes_a_dead_letter_and_the_others_go_on(
    house: House, office: Office, receiver: Receiver, created: Build
) -> None:
    subscription = subscribe(house, receiver.url)
    poison, *others = [house.item() for _ in range(3)]
    receiver.answering = lambda message: 422 if poison in message.epcs() else 200
    for item in (poison, *others):
        capture(house, created, item)
        office.work()
    for _ in range(60):
        office.wait(100)
    told = state_of(house, subscription)["delivery"]
    path = f"/api/v1/subscriptions/{subscription['subscriptionID']}"
    letters = house.client.get(f"{path}/dead-letters", headers=house.keys["carrier"]).json()
    receiver.answering = lambda _: 200
    house.client.post(f"{path}/resume", headers=house.keys["carrier"])
    office.work()

    assert (1, "active") == (told["deadLetters"], told["state"])
    assert ["answered with 422"] == [letter["failure"] for letter in letters]
    assert receiver.received[0].message_id == letters[0]["messageID"] == receiver.taken[-1].message_id
    assert [*others, poison] == receiver.epcs()


def test_a_message_that_is_too_large_is_sent_in_halves_in_the_same_order(
    house: House, office: Office, receiver: Receiver, created: Build
) -> None:
    subscribe(house, receiver.url)
    items = [house.item() for _ in range(11)]
    receiver.answering = lambda message: 413 if len(message.events()) > 3 else 200
    capture(house, created, *items)
    capture(house, created, *(late := [house.item(), house.item()]))
    office.work()

    assert [*items, *late] == receiver.epcs()
    assert all(len(message.events()) <= 3 for message in receiver.taken)


def test_a_single_event_that_is_too_large_becomes_a_dead_letter_at_once(
    house: House, office: Office, receiver: Receiver, created: Build
) -> None:
    subscription = subscribe(house, receiver.url)
    receiver.answering = lambda _: 413
    capture(house, created, house.item())
    office.work()

    assert 1 == state_of(house, subscription)["delivery"]["deadLetters"]


def test_a_redirect_is_not_followed(house: House, office: Office, created: Build) -> None:
    with receiving() as elsewhere, receiving(lambda _: (307, {"Location": elsewhere.url})) as receiver:
        subscription = subscribe(house, receiver.url)
        capture(house, created, house.item())
        office.work()

        assert 1 == len(receiver.received)
        assert [] == elsewhere.received
        assert "redirects are not followed" in state_of(house, subscription)["delivery"]["lastFailure"]


def test_a_receiver_says_when_to_come_again(house: House, office: Office, receiver: Receiver, created: Build) -> None:
    subscribe(house, receiver.url)
    receiver.answering = lambda _: (429, {"Retry-After": "3600"})
    capture(house, created, house.item())
    office.work()
    office.wait(50)
    too_early = len(receiver.received)
    office.wait(11)

    assert (1, 2) == (too_early, len(receiver.received))


def test_a_receiver_that_is_gone_is_not_asked_again(
    house: House, office: Office, receiver: Receiver, created: Build
) -> None:
    subscription = subscribe(house, receiver.url)
    receiver.answering = lambda _: 410
    capture(house, created, house.item())
    for _ in range(3):
        office.wait(1000)

    assert 1 == len(receiver.received)
    assert "suspended" == state_of(house, subscription)["delivery"]["state"]


def test_unsubscribing_stops_what_waits(house: House, office: Office, receiver: Receiver, created: Build) -> None:
    subscription = subscribe(house, receiver.url)
    receiver.answering = lambda _: 503
    capture(house, created, house.item())
    office.work()
    path = f"/queries/SimpleEventQuery/subscriptions/{subscription['subscriptionID']}"
    ended = house.client.delete(path, headers=house.keys["carrier"])
    again = house.client.delete(path, headers=house.keys["carrier"])
    receiver.answering = lambda _: 200
    capture(house, created, house.item())
    office.wait(1000)

    assert (204, 404) == (ended.status_code, again.status_code)
    assert 1 == len(receiver.received)
    assert 404 == house.client.get(path, headers=house.keys["carrier"]).status_code


def test_deleting_a_query_ends_what_is_subscribed_to_it(
    house: House, office: Office, receiver: Receiver, created: Build
) -> None:
    keys = house.keys["carrier"]
    house.client.post("/queries", json={"name": "damaged", "query": {"EQ_disposition": ["damaged"]}}, headers=keys)
    subscription = subscribe(house, receiver.url, query="damaged")
    capture(house, created, wanted := house.item(), disposition="damaged")
    capture(house, created, house.item())
    office.work()
    assert 204 == house.client.delete("/queries/damaged", headers=keys).status_code
    house.client.post("/queries", json={"name": "damaged", "query": {}}, headers=keys)
    capture(house, created, house.item(), disposition="damaged")
    office.work()

    assert [wanted] == receiver.epcs()
    path = f"/queries/damaged/subscriptions/{subscription['subscriptionID']}"
    assert 404 == house.client.get(path, headers=keys).status_code
    house.client.delete("/queries/damaged", headers=keys)


def test_the_past_is_sent_from_the_initial_record_time_on(
    house: House, office: Office, receiver: Receiver, created: Build
) -> None:
    capture(house, created, item := house.item())
    events = house.client.get("/events", params={"MATCH_epc": item}, headers=house.keys["carrier"]).json()
    recorded = events["epcisBody"]["queryResults"]["resultsBody"]["eventList"][0]["recordTime"]
    subscribe(house, receiver.url, initialRecordTime=recorded)
    with receiving() as later:
        future = datetime.fromisoformat(recorded) + timedelta(days=1)
        subscribe(house, later.url, initialRecordTime=future.isoformat())
        capture(house, created, new := house.item())
        office.work()

        assert [item, new] == [epc for epc in receiver.epcs() if epc in (item, new)]
        assert [] == later.received


def test_a_test_message_is_sent_where_it_is_asked_for(house: House, office: Office, receiver: Receiver) -> None:
    subscribe(house, receiver.url, handshake=True)
    office.work()

    assert [[]] == [message.events() for message in receiver.received]
    assert "gs1-signature" in receiver.received[0].headers


def test_events_are_sent_in_the_form_that_is_asked_for(
    house: House, office: Office, receiver: Receiver, created: Build
) -> None:
    headers = house.keys["carrier"] | {"GS1-EPC-Format": "Always_EPC_URN"}
    body = {"dest": receiver.url, "stream": True, "format": "application/xml"}
    made = house.client.post("/queries/SimpleEventQuery/subscriptions", json=body, headers=headers)
    capture(house, created, house.item())
    office.work()

    message = receiver.received[0]
    assert "Always_EPC_URN" == made.json()["epcFormat"]
    assert "application/xml" == message.headers["content-type"]
    assert b"EPCISQueryDocument" in message.body
    assert b"urn:epc:id:sgtin:6901234." in message.body
    assert made.json()["subscriptionID"].encode() in message.body


@pytest.mark.parametrize("media_type", ["application/json", "application/xml"])
def test_what_is_sent_is_valid_by_the_standards_own_schemas(
    house: House, office: Office, receiver: Receiver, created: Build, standards: Path, media_type: str
) -> None:
    subscribe(house, receiver.url, format=media_type)
    subscribe(
        house,
        receiver.url,
        format=media_type,
        schedule={"minute": far_minute()},
        reportIfEmpty=True,
        initialRecordTime="2100-01-01T00:00:00Z",
    )
    capture(house, created, house.item(), house.item())
    office.work()
    office.wait(60)

    assert 2 == len(receiver.received)
    for message in receiver.received:
        if media_type == "application/json":
            schema = json.loads((standards / "epcis" / "epcis-json-schema.json").read_text(encoding="utf-8"))
            assert [] == [str(error) for error in jsonschema_rs.validator_for(schema).iter_errors(message.document())]
        else:
            schema = etree.XMLSchema(etree.parse(str(standards / "epcis" / "xsd" / "EPCglobal-epcis-query-2_0.xsd")))
            schema.assertValid(etree.fromstring(message.body))
