"""Where a subscription stands: bodies that come late, blocks that vanish, a mirror that is behind, and what is remembered."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from delivering import Office, state_of, subscribe
from houses import House
from receivers import Receiver
from sqlalchemy import text

from store.mirror.checkpoints import checkpoint_of
from store.mirror.lookups import block_hash_at
from store.mirror.positions import block_of
from store.mirror.streaming import tide_of
from store.mirror.writing import MirrorWriter

Build = Callable[..., dict[str, Any]]


def take_back_blocks(house: House, item: str) -> None:
    """Let the mirror forget the block of a thing's event and all after it, as if the chain had; the next settling reads them again."""
    with house.rooms.mirror.reading() as connection:
        query = "SELECT n.position FROM event_names n JOIN names t ON t.id = n.name WHERE t.text = :item"
        position = connection.execute(text(query), {"item": item}).scalar_one()
    block = block_of(position) - 1
    MirrorWriter(house.rooms.mirror).rewind(block, block_hash_at(house.rooms.mirror, block) or bytes(32))


def test_an_event_whose_body_comes_after_its_place_was_passed_is_sent(
    house: House, office: Office, receiver: Receiver, created: Build
) -> None:
    subscribe(house, receiver.url)
    late, item = house.item(), house.item()
    answer = house.client.post(
        "/capture",
        json={
            "@context": ["https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld"],
            "type": "EPCISDocument",
            "schemaVersion": "2.0",
            "creationDate": "2026-05-04T00:00:00Z",
            "epcisBody": {"eventList": [created(late)]},
        },
        headers=house.keys["maker"] | {"Content-Type": "application/ld+json", "Suyuan-Disclosure": "public"},
    )
    assert 202 == answer.status_code
    commitment = bytes.fromhex(answer.json()["events"][0]["commitment"][2:])
    with house.rooms.record.writing() as connection:
        row = connection.execute(text("SELECT * FROM events WHERE commitment = :c"), {"c": commitment}).one()._asdict()
        connection.execute(text("DELETE FROM events WHERE commitment = :c"), {"c": commitment})
    house.capture("maker", created(item))
    office.work()
    before = receiver.epcs()

    with house.rooms.record.writing() as connection:
        row["id"] = connection.execute(text("SELECT max(id) + 1 FROM events")).scalar_one()
        names = ", ".join(row)
        values = ", ".join(f":{name}" for name in row)
        connection.execute(text(f"INSERT INTO events ({names}) VALUES ({values})"), row)
    house.settle()
    office.work()
    office.work()

    assert [item] == before
    assert [item, late] == receiver.epcs()
    assert 2 == len(receiver.received)


def test_a_message_waits_while_its_event_is_off_the_chain(
    house: House, office: Office, receiver: Receiver, created: Build
) -> None:
    subscription = subscribe(house, receiver.url)
    receiver.answering = lambda _: 503
    house.capture("maker", created(item := house.item()))
    office.work()
    tried = len(receiver.received)

    take_back_blocks(house, item)
    receiver.answering = lambda _: 200
    office.wait(20)
    office.wait(20)
    off_the_chain = len(receiver.received)
    waiting = state_of(house, subscription)["delivery"]["waiting"]
    house.settle()
    office.wait(20)
    office.wait(20)

    assert (1, 1, 1) == (tried, off_the_chain, waiting)
    assert [item] == receiver.epcs()
    assert 2 == len(receiver.received)


def test_what_comes_again_after_blocks_vanished_is_not_sent_again_and_what_is_new_is(
    house: House, office: Office, receiver: Receiver, created: Build
) -> None:
    subscribe(house, receiver.url)
    items = [house.item() for _ in range(4)]
    for item in items[:3]:
        house.capture("maker", created(item))
        office.work()

    take_back_blocks(house, items[1])
    office.work()
    office.begin_anew()
    office.work()
    house.settle()
    house.capture("maker", created(items[3]))
    office.work()
    office.work()

    assert items == receiver.epcs()
    assert 4 == len(receiver.received)


def test_the_newest_blocks_of_a_chain_that_may_take_them_back_are_not_looked_at(house: House, created: Build) -> None:
    house.capture("maker", created(house.item()))
    checkpoint = checkpoint_of(house.rooms.mirror)
    assert checkpoint is not None

    assert checkpoint.block_number == tide_of(house.rooms.mirror).block
    assert tide_of(house.rooms.mirror, 2).block <= checkpoint.block_number - 2


def test_a_stream_that_finds_nothing_comes_forward_all_the_same(
    house: House, office: Office, receiver: Receiver, created: Build
) -> None:
    keys = house.keys["carrier"]
    house.client.post("/queries", json={"name": "never", "query": {"EQ_disposition": ["stolen"]}}, headers=keys)
    subscription = subscribe(house, receiver.url, query="never")
    house.capture("maker", created(house.item()))
    office.work()
    office.wait(60)
    with house.rooms.record.reading() as connection:
        query = text("SELECT place FROM subscriptions WHERE id = :id")
        place = connection.execute(query, {"id": subscription["subscriptionID"]}).scalar_one()

    assert tide_of(house.rooms.mirror).place == place
    assert [] == receiver.received
    house.client.delete("/queries/never", headers=keys)


def test_what_is_remembered_of_long_ago_is_forgotten(
    house: House, office: Office, receiver: Receiver, created: Build
) -> None:
    subscribe(house, receiver.url)
    house.capture("maker", created(house.item()))
    office.work()
    with house.rooms.record.writing() as connection:
        remembered = connection.execute(text("SELECT count(*) FROM subscription_events")).scalar_one()
        connection.execute(text("UPDATE subscription_events SET position = position - 100001 * 68719476736"))
    office.wait(62)
    with house.rooms.record.reading() as connection:
        left = connection.execute(text("SELECT count(*) FROM subscription_events")).scalar_one()

    assert (1, 0) == (remembered, left)
