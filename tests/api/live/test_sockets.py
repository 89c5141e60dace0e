"""Subscriptions by WebSocket, over a real server and with the client of the `websockets` package."""

from __future__ import annotations

import base64
import json
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import UTC, datetime
from typing import Any

import pytest
import uvicorn
from houses import House
from ports import free_port
from waiting import PATIENCE, awaited
from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Origin, Subprotocol

from store.reader import Reader
from store.record.accounts import issue_key, revoke_key

Build = Callable[..., dict[str, Any]]


@pytest.fixture(scope="module")
def address(house: House) -> Iterator[str]:
    """Serve the house on a port of this machine."""
    port = free_port()
    config = uvicorn.Config(
        house.client.app,
        host="127.0.0.1",
        port=port,
        log_level="warning",
        access_log=False,
        ws_max_size=4096,
        ws_max_queue=4,
    )
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    awaited(lambda: server.started, "the server to start")
    yield f"ws://127.0.0.1:{port}"
    server.should_exit = True
    thread.join(PATIENCE)


def documents(socket: ClientConnection, events: int) -> list[dict[str, Any]]:
    """Return the events that come, until there are so many."""
    found: list[dict[str, Any]] = []
    while len(found) < events:
        content = json.loads(socket.recv(PATIENCE))
        assert "EPCISQueryDocument" == content["type"]
        found += content["epcisBody"]["queryResults"]["resultsBody"]["eventList"]
    return found


def things(events: list[dict[str, Any]]) -> list[str]:
    return [epc for event in events for epc in event["epcList"]]


def test_events_come_as_they_are_captured_and_in_their_order(house: House, address: str, created: Build) -> None:
    path = f"{address}/queries/SimpleEventQuery/events?stream=true"
    with connect(path, additional_headers=house.keys["carrier"]) as socket:
        items = [house.item() for _ in range(4)]
        house.capture("maker", created(items[0]))
        first = documents(socket, 1)
        house.capture("maker", *[created(item) for item in items[1:]])
        rest = documents(socket, 3)

        assert items == things(first + rest)
        assert "2.0.0" == socket.response.headers["GS1-EPCIS-Version"]  # type: ignore[union-attr]  # it is open
        assert "GS1-Query-Min-Record-Time" in socket.response.headers  # type: ignore[union-attr]  # as above


def test_only_what_meets_query_and_address_comes(house: House, address: str, created: Build) -> None:
    keys = house.keys["carrier"]
    house.client.post("/queries", json={"name": "lost", "query": {"EQ_disposition": ["damaged"]}}, headers=keys)
    with connect(
        f"{address}/queries/lost/events?stream=true&EQ_bizStep=packing|storing", additional_headers=keys
    ) as socket:
        wanted = house.item()
        house.capture("maker", created(house.item()), created(house.item(), disposition="damaged"))
        house.capture("maker", created(wanted, disposition="damaged", bizStep="packing"))

        assert [wanted] == things(documents(socket, 1))
    house.client.delete("/queries/lost", headers=keys)


def test_another_firms_private_events_do_not_come(house: House, address: str, created: Build) -> None:
    path = f"{address}/queries/SimpleEventQuery/events?stream=true"
    with (
        connect(path, additional_headers=house.keys["carrier"]) as other,
        connect(path, additional_headers=house.keys["maker"]) as own,
    ):
        secret, shown = house.item(), house.item()
        house.capture("maker", created(secret), disposition := created(secret, action="OBSERVE"), disclosure="private")
        house.capture("maker", created(shown))

        assert disposition
        assert [shown] == things(documents(other, 1))
        assert [secret, secret, shown] == things(documents(own, 3))


def test_the_past_comes_from_the_initial_record_time_on(house: House, address: str, created: Build) -> None:
    house.capture("maker", created(item := house.item()))
    found = house.client.get("/events", params={"MATCH_epc": item}, headers=house.keys["carrier"]).json()
    recorded = found["epcisBody"]["queryResults"]["resultsBody"]["eventList"][0]["recordTime"]
    path = f"{address}/queries/SimpleEventQuery/events?stream=true&initialRecordTime={recorded}&MATCH_epc={item}"

    with connect(path, additional_headers=house.keys["carrier"]) as socket:
        assert [item] == things(documents(socket, 1))


def test_a_schedule_reports_at_its_seconds_and_that_there_is_nothing(house: House, address: str) -> None:
    path = f"{address}/queries/SimpleEventQuery/events?second=*&reportIfEmpty=true&EQ_action=DELETE"
    with connect(path, additional_headers=house.keys["carrier"]) as socket:
        reports = [json.loads(socket.recv(PATIENCE)) for _ in range(2)]

    lists = [each["epcisBody"]["queryResults"]["resultsBody"]["eventList"] for each in reports]
    assert [[], []] == lists
    assert reports[0]["creationDate"] < reports[1]["creationDate"]


def test_a_browser_names_its_key_as_a_subprotocol_that_is_not_repeated(
    house: House, address: str, created: Build
) -> None:
    key = house.keys["carrier"]["Authorization"].removeprefix("Bearer ")
    offered = [Subprotocol("suyuan.epcis"), Subprotocol(f"suyuan.key.{key}")]
    path = f"{address}/queries/SimpleEventQuery/events?stream=true"
    with connect(path, subprotocols=offered, origin="https://elsewhere.example.com") as socket:
        house.capture("maker", created(item := house.item()))

        assert "suyuan.epcis" == socket.subprotocol
        assert key not in str(socket.response.headers)  # type: ignore[union-attr]  # it is open
        assert [item] == things(documents(socket, 1))


@pytest.mark.parametrize(
    ("path", "status", "problem"),
    [
        ("/queries/SimpleEventQuery/events", 400, "subscription-controls-invalid"),
        ("/queries/SimpleEventQuery/events?stream=false", 400, "subscription-controls-invalid"),
        ("/queries/SimpleEventQuery/events?stream=true&second=0", 400, "subscription-controls-invalid"),
        ("/queries/SimpleEventQuery/events?second=61", 400, "subscription-controls-invalid"),
        ("/queries/SimpleEventQuery/events?stream=maybe", 400, "query-parameter-invalid"),
        ("/queries/SimpleEventQuery/events?stream=true&initialRecordTime=yesterday", 400, "query-parameter-invalid"),
        ("/queries/SimpleEventQuery/events?stream=true&EQ_nothing=1", 400, "query-invalid"),
        ("/queries/SimpleMasterDataQuery/events?stream=true", 400, "subscription-controls-invalid"),
        ("/queries/unknown/events?stream=true", 404, "query-unknown"),
    ],
)
def test_what_cannot_be_is_refused_before_the_connection_is_taken_up(
    house: House, address: str, path: str, status: int, problem: str
) -> None:
    with pytest.raises(InvalidStatus) as refused, connect(address + path, additional_headers=house.keys["carrier"]):
        pass

    assert status == refused.value.response.status_code
    assert problem in json.loads(refused.value.response.body or b"{}")["problem"]


@pytest.mark.parametrize("headers", [{}, {"Authorization": "Bearer suyuan_unknown"}])
def test_nobody_in_particular_opens_no_socket(address: str, headers: dict[str, str]) -> None:
    path = f"{address}/queries/SimpleEventQuery/events?stream=true"
    with pytest.raises(InvalidStatus) as refused, connect(path, additional_headers=headers):
        pass

    assert 401 == refused.value.response.status_code


def test_a_password_that_a_browser_keeps_opens_no_socket_for_another_origin(house: House, address: str) -> None:
    key = house.keys["carrier"]["Authorization"].removeprefix("Bearer ")
    basic = {"Authorization": "Basic " + base64.b64encode(f"any:{key}".encode()).decode()}
    path = f"{address}/queries/SimpleEventQuery/events?stream=true"
    foreign = Origin("https://elsewhere.example.com")
    with pytest.raises(InvalidStatus) as refused, connect(path, additional_headers=basic, origin=foreign):
        pass
    with connect(path, additional_headers=basic, origin=address.replace("ws://", "http://")):
        pass

    assert 403 == refused.value.response.status_code


def test_a_revoked_key_ends_its_socket_before_the_next_event(house: House, address: str, created: Build) -> None:
    now = datetime.now(UTC)
    account, text = issue_key(house.rooms.record, 2, "for a while", ["query"], now)
    path = f"{address}/queries/SimpleEventQuery/events?stream=true"
    with connect(path, additional_headers={"X-API-Key": text}) as socket:
        revoke_key(house.rooms.record, account.id, Reader(2), now)
        house.capture("maker", created(house.item()))

        with pytest.raises(ConnectionClosed) as closed:
            socket.recv(PATIENCE)

    assert 1008 == closed.value.rcvd.code  # type: ignore[union-attr]  # a frame came


def test_deleting_a_query_ends_the_sockets_that_are_subscribed_to_it(house: House, address: str) -> None:
    keys = house.keys["carrier"]
    house.client.post("/queries", json={"name": "short-lived", "query": {}}, headers=keys)
    with connect(f"{address}/queries/short-lived/events?stream=true", additional_headers=keys) as socket:
        house.client.delete("/queries/short-lived", headers=keys)
        house.client.post("/queries", json={"name": "short-lived", "query": {}}, headers=keys)

        with pytest.raises(ConnectionClosed) as closed:
            socket.recv(PATIENCE)

    assert (1001, "the query was deleted") == (closed.value.rcvd.code, closed.value.rcvd.reason)  # type: ignore[union-attr]  # as above
    house.client.delete("/queries/short-lived", headers=keys)


def opens(path: str, keys: dict[str, str]) -> bool:
    """Say whether the server takes a connection up."""
    try:
        with connect(path, additional_headers=keys):
            return True
    except InvalidStatus:
        return False


def test_a_firm_has_so_many_sockets_open_and_no_more(house: House, address: str) -> None:
    path = f"{address}/queries/SimpleEventQuery/events?stream=true"
    keys = house.keys["bank"]
    limit = house.rooms.settings.subscriptions.sockets
    with ExitStack() as opened:
        for _ in range(limit):
            opened.enter_context(connect(path, additional_headers=keys))
        with pytest.raises(InvalidStatus) as refused, connect(path, additional_headers=keys):
            pass

    assert 403 == refused.value.response.status_code
    awaited(lambda: opens(path, keys), "closed sockets to count no more")


def test_what_a_client_says_means_nothing_and_too_much_of_it_ends_the_connection(
    house: House, address: str, created: Build
) -> None:
    path = f"{address}/queries/SimpleEventQuery/events?stream=true"
    with connect(path, additional_headers=house.keys["carrier"]) as socket:
        socket.send("ping")
        house.capture("maker", created(item := house.item()))
        came = things(documents(socket, 1))
        socket.send("x" * 5000)

        assert [item] == came
        with pytest.raises(ConnectionClosed):
            socket.recv(PATIENCE)


def test_a_plain_request_with_controls_is_told_to_open_a_socket(house: House) -> None:
    answer = house.client.get("/queries/SimpleEventQuery/events?stream=true", headers=house.keys["carrier"])

    assert 400 == answer.status_code
    assert "epcisException:SubscriptionControlsException" == answer.json()["type"]
    assert "WebSocket" in answer.json()["errors"][0]["cure"]
