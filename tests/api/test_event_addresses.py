"""`/events/{eventID}`: by id, by hash, by commitment; a declaration of error beside what it is about; 409 for the same again."""

from collections.abc import Callable
from typing import Any
from urllib.parse import quote

from starlette.testclient import TestClient

Build = Callable[..., Any]
ID = "urn:uuid:22222222-2222-4222-8222-222222222222"
DECLARED = {"errorDeclaration": {"declarationTime": "2026-05-04T01:00:00Z", "reason": "incorrect_data"}}


def events_in(answer: Any) -> list[dict[str, Any]]:
    assert 200 == answer.status_code, answer.text
    events: list[dict[str, Any]] = answer.json()["epcisBody"]["queryResults"]["resultsBody"]["eventList"]
    return events


def test_an_event_without_an_id_is_found_by_its_hash(client: TestClient, key: Build, item_event: Build) -> None:
    headers = key()
    made = client.post("/events", json=item_event(), headers=headers)
    event_hash = made.json()["eventID"]

    assert f"/events/{quote(event_hash, safe='')}" == made.headers["Location"]
    # The hash holds a question mark, which a client may forget to escape.
    for address in (quote(event_hash, safe=""), event_hash, quote(event_hash, safe=":/;?=")):
        assert [event_hash] == [
            event["eventID"] for event in events_in(client.get(f"/events/{address}", headers=headers))
        ]
    assert 404 == client.get(made.headers["Location"]).status_code


def test_who_sees_a_part_does_not_find_the_event_by_its_hash(client: TestClient, key: Build, item_event: Build) -> None:
    hidden = key() | {"Suyuan-Disclosure": "public; hide=/bizStep"}
    event_hash = client.post("/events", json=item_event(), headers=hidden).json()["eventID"]

    assert 404 == client.get(f"/events/{quote(event_hash, safe='')}", headers=key(2)).status_code
    assert 1 == len(events_in(client.get(f"/events/{quote(event_hash, safe='')}", headers=hidden)))


def test_a_declaration_of_error_stands_beside_the_event(client: TestClient, key: Build, item_event: Build) -> None:
    headers = key()
    wrong = item_event(eventID=ID)

    first = client.post("/events", json=wrong, headers=headers)
    declared = client.post("/events", json=wrong | DECLARED, headers=headers)
    again = client.post("/events", json=wrong | DECLARED, headers=headers)

    assert (201, 201, 409) == (first.status_code, declared.status_code, again.status_code)
    shown = events_in(client.get(f"/events/{ID}", headers=headers))
    assert [False, True] == ["errorDeclaration" in event for event in shown]
    assert {ID} == {event["eventID"] for event in shown}


def test_the_same_event_under_another_id_is_a_conflict(client: TestClient, key: Build, item_event: Build) -> None:
    headers = key()
    client.post("/events", json=item_event(eventID=ID), headers=headers)

    renamed = client.post("/events", json=item_event(eventID=ID.replace("2", "3")), headers=headers)
    bare = client.post("/events", json=item_event(), headers=headers)
    others = client.post("/events", json=item_event(action="OBSERVE"), headers=key(2))

    assert (409, 409) == (renamed.status_code, bare.status_code)
    assert "epcisException:ResourceAlreadyExistsException" == renamed.json()["type"]
    assert 201 == others.status_code


def test_another_event_under_the_same_id_is_a_conflict(
    client: TestClient, key: Build, item_event: Build, stored: Build
) -> None:
    headers = key()
    client.post("/events", json=item_event(eventID=ID), headers=headers)
    before = stored()

    other = client.post("/events", json=item_event("B", eventID=ID), headers=headers)

    assert 409 == other.status_code
    assert before == stored()


def test_a_declaration_may_come_before_what_it_is_about(client: TestClient, key: Build, item_event: Build) -> None:
    headers = key()

    assert 201 == client.post("/events", json=item_event(eventID=ID) | DECLARED, headers=headers).status_code
