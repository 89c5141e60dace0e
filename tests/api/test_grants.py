"""Grants over HTTP: what an owner shows after capture is read at once, and is not once it is taken back or over."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from typing import Any

import pytest
from starlette.testclient import TestClient

from api.app import create_app
from api.rooms import Rooms

Key = Callable[..., dict[str, str]]
Build = Callable[..., Any]
MAKER, CARRIER = 1, 2
GRANTS = "/api/v1/grants"
THING = "https://id.gs1.org/01/06901234000016/21/A"


@pytest.fixture
def headers(key: Key) -> dict[int | None, dict[str, str]]:
    return {MAKER: key(MAKER), CARRIER: key(CARRIER), None: {}}


@pytest.fixture
def captured(client: TestClient, headers: Any, document: Build, item_event: Build) -> Callable[..., str]:
    """Capture an event of the maker and give its commitment."""

    def capture(profile: str | None = None, **fields: Any) -> str:
        extra = {"Content-Type": "application/ld+json"} | ({} if profile is None else {"Suyuan-Disclosure": profile})
        answer = client.post("/capture", content=document(item_event(**fields)), headers=headers[MAKER] | extra)
        assert answer.status_code == 202, answer.text
        return str(answer.json()["events"][0]["commitment"])

    return capture


@pytest.fixture
def seen(client: TestClient, headers: Any) -> Callable[[int | None, str], str]:
    """Give what a firm is told of an event: its body, or `404`."""

    def ask(firm: int | None, commitment: str) -> str:
        answer = client.get(f"/events/{commitment}", headers=headers[firm])
        return answer.text if answer.status_code == 200 else str(answer.status_code)

    return ask


def grant(client: TestClient, headers: Any, **order: Any) -> Any:
    answer = client.post(GRANTS, json=order, headers=headers[MAKER])
    assert answer.status_code == 201, answer.text
    return answer.json()


def test_a_private_event_is_shown_to_whom_it_is_granted_until_that_is_taken_back(
    client: TestClient, headers: Any, captured: Build, seen: Build
) -> None:
    commitment, other = captured(epcList=[THING]), captured(epcList=[THING + "2"])

    made = grant(client, headers, selection={"events": [commitment]}, to={"organisations": [CARRIER]})
    while_granted = [seen(CARRIER, commitment), seen(CARRIER, other), seen(None, commitment)]
    client.delete(f"{GRANTS}/{made['id']}", headers=headers[MAKER])

    assert THING in while_granted[0]
    assert ["404", "404"] == while_granted[1:]
    assert "404" == seen(CARRIER, commitment)
    assert (1, True) == (made["events"], made["runs"])
    assert not client.get(f"{GRANTS}/{made['id']}", headers=headers[MAKER]).json()["runs"]


def test_members_of_a_group_read_as_long_as_they_are_in_it(
    client: TestClient, headers: Any, captured: Build, seen: Build
) -> None:
    client.post("/api/v1/groups", json={"name": "dealers", "members": []}, headers=headers[MAKER])
    at_capture, later = captured("private; groups=dealers", epcList=[THING]), captured(epcList=[THING + "2"])
    grant(client, headers, selection={"things": [THING + "2"]}, to={"groups": ["dealers"]})

    before = [seen(CARRIER, each) for each in (at_capture, later)]
    client.put(f"/api/v1/groups/dealers/members/{CARRIER}", headers=headers[MAKER])
    inside = [seen(CARRIER, each) for each in (at_capture, later)]
    client.delete(f"/api/v1/groups/dealers/members/{CARRIER}", headers=headers[MAKER])

    assert ["404", "404"] == before
    assert all(THING in each for each in inside)
    assert ["404", "404"] == [seen(CARRIER, each) for each in (at_capture, later)]


def test_a_new_group_of_an_old_name_is_shown_nothing_of_what_the_old_one_was(
    client: TestClient, headers: Any, captured: Build, seen: Build
) -> None:
    group = {"name": "dealers", "members": [CARRIER]}
    client.post("/api/v1/groups", json=group, headers=headers[MAKER])
    commitment = captured("private; groups=dealers")
    client.delete("/api/v1/groups/dealers", headers=headers[MAKER])

    client.post("/api/v1/groups", json=group, headers=headers[MAKER])

    assert "404" == seen(CARRIER, commitment)


@pytest.mark.parametrize(
    ("selection", "taken"),
    [
        ({"things": [THING]}, "abd"),
        ({"things": ["https://id.gs1.org/01/06901234000016"]}, "abcd"),
        ({"bizSteps": ["https://ref.gs1.org/cbv/BizStep-shipping"]}, "bc"),
        ({"bizSteps": ["receiving"], "things": [THING]}, "d"),
        ({"actions": ["ADD"]}, "a"),
        ({"eventTypes": ["AggregationEvent"]}, ""),
        ({"from": "2026-04-02T00:00:00Z", "before": "2026-04-04T00:00:00Z"}, "bc"),
        ({"everything": True}, "abcd"),
    ],
)  # fmt: skip
def test_a_grant_opens_just_what_it_selects(
    client: TestClient, headers: Any, captured: Build, seen: Build, selection: Any, taken: str
) -> None:
    events = {
        "a": captured(epcList=[THING], bizStep="commissioning", action="ADD", eventTime="2026-04-01T00:00:00Z"),
        "b": captured(epcList=[THING], bizStep="shipping", action="OBSERVE", eventTime="2026-04-02T00:00:00Z"),
        "c": captured(epcList=[THING + "2"], bizStep="shipping", action="OBSERVE", eventTime="2026-04-03T00:00:00Z"),
        "d": captured(epcList=[THING], bizStep="receiving", action="OBSERVE", eventTime="2026-04-04T00:00:00Z"),
    }

    made = grant(client, headers, selection=selection, to={"members": True})

    assert taken == "".join(name for name, commitment in events.items() if seen(CARRIER, commitment) != "404")
    assert len(taken) == made["events"]
    assert ["404"] * 4 == [seen(None, commitment) for commitment in events.values()]


def test_only_a_standing_grant_opens_what_is_captured_later(
    client: TestClient, headers: Any, captured: Build, seen: Build
) -> None:
    grant(client, headers, selection={"things": [THING]}, to={"anyone": True})
    not_standing = captured(epcList=[THING], bizStep="shipping")
    grant(client, headers, selection={"bizSteps": ["storing"]}, to={"anyone": True}, standing=True)
    standing, other = captured(epcList=[THING], bizStep="storing"), captured(epcList=[THING], bizStep="holding")

    assert ["404", "404"] == [seen(None, each) for each in (not_standing, other)]
    assert "storing" in seen(None, standing)


def test_what_a_grant_hides_stays_closed_and_what_two_of_them_show_is_seen(
    client: TestClient, headers: Any, captured: Build, seen: Build
) -> None:
    transactions = [{"type": "po", "bizTransaction": "urn:maker:PRICE"}]
    commitment = captured(epcList=[THING], bizStep="shipping", bizTransactionList=transactions)
    here = {"selection": {"events": [commitment]}}

    grant(client, headers, **here, to={"organisations": [CARRIER]}, hide=["/bizTransactionList", "/bizStep"])
    first = seen(CARRIER, commitment)
    grant(client, headers, **here, to={"anyone": True}, hide=["/bizTransactionList", "/epcList"])
    second, anyone = seen(CARRIER, commitment), seen(None, commitment)

    assert [True, False, False] == [text in first for text in (THING, "shipping", "PRICE")]
    assert [True, True, False] == [text in second for text in (THING, "shipping", "PRICE")]
    assert [False, True, False] == [text in anyone for text in (THING, "shipping", "PRICE")]


def test_a_grant_ends_by_itself(rooms: Rooms, headers: Any, captured: Build) -> None:
    clock: dict[str, datetime] = {"now": rooms.clock()}
    moving = Rooms(rooms.settings, rooms.record, rooms.mirror, rooms.network, rooms.connection, lambda: clock["now"])
    commitment = captured(epcList=[THING])
    for client in _opened(moving):
        until = (rooms.clock() + timedelta(hours=1)).isoformat()
        grant(client, headers, selection={"events": [commitment]}, to={"organisations": [CARRIER]}, until=until)
        before = client.get(f"/events/{commitment}", headers=headers[CARRIER]).status_code
        clock["now"] += timedelta(hours=1)
        after = client.get(f"/events/{commitment}", headers=headers[CARRIER]).status_code

        assert (200, 404) == (before, after)


def _opened(rooms: Rooms) -> Iterator[TestClient]:
    with TestClient(create_app(rooms.settings, rooms), follow_redirects=False) as client:
        yield client


@pytest.mark.parametrize(
    ("change", "pointer"),
    [
        ({"to": {}}, "/to"), ({"to": {"organisations": [77]}}, "/to/organisations/0"),
        ({"selection": {}}, "/selection"), ({"selection": {"things": ["nonsense"]}}, "/selection/things/0"),
        ({"selection": {"everything": True, "actions": ["ADD"]}}, "/selection"),
        ({"until": "2020-01-01T00:00:00Z"}, "/until"), ({"until": "tomorrow"}, "/until"),
    ],
)  # fmt: skip
def test_an_order_that_cannot_be_carried_out_is_refused_with_its_place(
    client: TestClient, headers: Any, change: Any, pointer: str
) -> None:
    order = {"selection": {"everything": True}, "to": {"anyone": True}} | change

    answer = client.post(GRANTS, json=order, headers=headers[MAKER])

    assert (400, pointer) == (answer.status_code, answer.json()["errors"][0]["pointer"])
    assert [] == client.get(GRANTS, headers=headers[MAKER]).json()["grants"]


def test_a_grant_to_a_group_that_is_not_ours_is_refused(client: TestClient, headers: Any) -> None:
    client.post("/api/v1/groups", json={"name": "theirs"}, headers=headers[CARRIER])

    order = {"selection": {"everything": True}, "to": {"groups": ["theirs"]}}
    answer = client.post(GRANTS, json=order, headers=headers[MAKER])

    assert (400, "/problems/group-unknown") == (answer.status_code, answer.json()["type"])


def test_nobody_opens_an_event_of_another_firm(client: TestClient, headers: Any, captured: Build, seen: Build) -> None:
    commitment = captured(epcList=[THING])

    for selection in ({"events": [commitment]}, {"things": [THING]}, {"everything": True}):
        order = {"selection": selection, "to": {"anyone": True}}
        answer = client.post(GRANTS, json=order, headers=headers[CARRIER])
        assert (201, 0) == (answer.status_code, answer.json()["events"])

    assert "404" == seen(None, commitment)


def test_a_grant_of_another_firm_is_answered_like_one_that_is_not(client: TestClient, headers: Any) -> None:
    made = grant(client, headers, selection={"everything": True}, to={"anyone": True})["id"]

    for method in ("GET", "DELETE"):
        hidden = client.request(method, f"{GRANTS}/{made}", headers=headers[CARRIER])
        missing = client.request(method, f"{GRANTS}/{made + 1}", headers=headers[CARRIER])
        assert (404, missing.text.replace(str(made + 1), str(made))) == (hidden.status_code, hidden.text)

    assert client.get(f"{GRANTS}/{made}", headers=headers[MAKER]).json()["runs"]
