"""Subscribing: what is refused, where and with which problem; names, limits and pages. No chain is needed for that."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from starlette.testclient import TestClient

from api.rooms import Rooms
from delivery.errors import SettingInvalid
from delivery.limits import Limits
from delivery.settings import reach_from

Key = Callable[..., dict[str, str]]
PATH = "/queries/SimpleEventQuery/subscriptions"
GOOD: dict[str, Any] = {"dest": "https://receiver.example.com/hook", "signatureToken": "word", "stream": True}


def problem_of(answer: Any, status: int) -> dict[str, Any]:
    assert status == answer.status_code, answer.text
    content: dict[str, Any] = answer.json()
    return content


@pytest.mark.parametrize(
    "dest",
    [
        "http://receiver.example.com/hook", "https://127.0.0.1/", "https://10.0.0.1/", "https://169.254.169.254/latest/meta-data",
        "https://[::1]/", "https://[::ffff:10.0.0.1]/", "https://localhost:8470/capture", "https://user:word@receiver.example.com/",
        "ftp://receiver.example.com/", "receiver.example.com", "", "https://receiver.example.com/#a",
    ],
)  # fmt: skip
def test_an_address_inside_or_without_tls_is_refused(client: TestClient, key: Key, dest: str) -> None:
    content = problem_of(client.post(PATH, json=GOOD | {"dest": dest}, headers=key()), 400)

    assert content["problem"].endswith("/problems/destination-refused")
    assert "epcisException:SubscriptionControlsException" == content["type"]
    assert "/dest" == content["errors"][0]["pointer"]
    assert [] == client.get(PATH, headers=key()).json()


@pytest.mark.parametrize(
    ("change", "place"),
    [
        ({"stream": None}, "the subscription"),
        ({"stream": False}, "the subscription"),
        ({"schedule": {"hour": "1"}}, "/stream"),
        ({"stream": None, "schedule": {}}, "/schedule"),
        ({"stream": None, "schedule": {"hour": "24"}}, "/schedule/hour"),
        ({"stream": None, "schedule": {"month": "2", "dayOfMonth": "31"}}, "/schedule"),
        ({"signatureToken": ""}, "/signatureToken"),
        ({"signatureToken": "a" * 1001}, "/signatureToken"),
        ({"secret": "another"}, "/secret"),
        ({"format": "text/html"}, "/format"),
        ({"epcFormat": "Sometimes"}, "/epcFormat"),
    ],
)
def test_controls_that_cannot_be_are_refused_at_their_place(
    client: TestClient, key: Key, change: dict[str, Any], place: str
) -> None:
    content = problem_of(client.post(PATH, json=GOOD | change, headers=key()), 400)

    assert content["problem"].endswith("/problems/subscription-controls-invalid")
    assert place == content["errors"][0]["pointer"]
    assert [] == client.get(PATH, headers=key()).json()


@pytest.mark.parametrize(
    "change",
    [
        {"dest": None}, {"dest": 7}, {"destination": "https://receiver.example.com/"}, {"schedule": {"year": "1"}},
        {"schedule": "daily"}, {"schedule": {"hour": [1]}}, {"initialRecordTime": "2026-05-04T00:00:00"},
        {"initialRecordTime": "yesterday"}, {"stream": "yes"}, {"reportIfEmpty": 1},
    ],
)  # fmt: skip
def test_a_body_of_another_form_is_refused(client: TestClient, key: Key, change: dict[str, Any]) -> None:
    body = {name: value for name, value in (GOOD | change).items() if value is not None}

    assert problem_of(client.post(PATH, json=body, headers=key()), 400)["problem"].endswith("/problems/request-invalid")


def test_numbers_are_taken_in_a_schedule_as_the_standard_shows_them(client: TestClient, key: Key) -> None:
    body = {"dest": GOOD["dest"], "secret": "word", "schedule": {"hour": 1, "minute": "5"}, "reportIfEmpty": True}

    made = client.post(PATH, json=body, headers=key()).json()

    assert {"hour": "1", "minute": "5"} == made["schedule"]
    assert made["reportIfEmpty"] is True
    assert "stream" not in made
    assert not {"secret", "signatureToken"} & set(made)


def test_master_data_are_not_subscribed_to(client: TestClient, key: Key) -> None:
    answer = client.post("/queries/SimpleMasterDataQuery/subscriptions", json=GOOD, headers=key())

    assert problem_of(answer, 400)["problem"].endswith("/problems/subscription-controls-invalid")


def test_there_is_nothing_to_subscribe_to_under_an_unknown_name(client: TestClient, key: Key) -> None:
    assert 404 == client.post("/queries/nothing/subscriptions", json=GOOD, headers=key()).status_code
    assert 404 == client.get("/queries/nothing/subscriptions", headers=key()).status_code


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", PATH),
        ("POST", PATH),
        ("GET", PATH + "/some"),
        ("DELETE", PATH + "/some"),
        ("POST", "/api/v1/subscriptions/some/resume"),
        ("GET", "/api/v1/subscriptions/some/dead-letters"),
    ],
)
def test_only_accounts_that_query_subscribe(client: TestClient, key: Key, method: str, path: str) -> None:
    content = GOOD if method == "POST" else None

    assert 401 == client.request(method, path, json=content).status_code
    assert 403 == client.request(method, path, json=content, headers=key(1, "capture")).status_code


def test_a_location_leads_to_the_subscription(client: TestClient, key: Key) -> None:
    answer = client.post(PATH, json=GOOD, headers=key())
    found = client.get(answer.headers["Location"], headers=key())

    assert answer.headers["Location"].startswith("http://localhost:8470/queries/SimpleEventQuery/subscriptions/")
    assert answer.json() == found.json()
    assert {"state": "active", "waiting": 0, "deadLetters": 0} == found.json()["delivery"]
    assert (
        404 == client.get(f"/queries/other/subscriptions/{found.json()['subscriptionID']}", headers=key()).status_code
    )


def test_subscriptions_are_listed_page_by_page(client: TestClient, key: Key) -> None:
    made = {client.post(PATH, json=GOOD, headers=key()).json()["subscriptionID"] for _ in range(5)}
    client.post(PATH, json=GOOD, headers=key(2))

    seen: list[str] = []
    path: str | None = f"{PATH}?perPage=2"
    while path:
        answer = client.get(path, headers=key())
        seen += [each["subscriptionID"] for each in answer.json()]
        path = answer.links.get("next", {}).get("url")

    assert sorted(made) == seen


def test_an_organisation_has_so_many_and_no_more(client: TestClient, key: Key, rooms: Rooms) -> None:
    object.__setattr__(rooms.settings, "subscriptions", Limits(subscriptions=3))
    made = [client.post(PATH, json=GOOD, headers=key()).status_code for _ in range(4)]

    assert [201, 201, 201, 403] == made
    assert 201 == client.post(PATH, json=GOOD, headers=key(2)).status_code


def test_the_standards_queries_are_there_and_stay(client: TestClient, key: Key) -> None:
    names = [each["name"] for each in client.get("/queries", headers=key()).json()]

    assert ["SimpleEventQuery", "SimpleMasterDataQuery"] == names
    for name in names:
        assert {"name": name, "query": {}} == client.get(f"/queries/{name}", headers=key()).json()
        assert 409 == client.post("/queries", json={"name": name, "query": {}}, headers=key()).status_code
        answer = client.delete(f"/queries/{name}", headers=key())
        assert problem_of(answer, 403)["problem"].endswith("/problems/query-predefined")
        assert 200 == client.get(f"/queries/{name}/events", headers=key()).status_code


@pytest.mark.parametrize(
    ("query", "status"),
    [({"EQ_nothing": ["a"]}, 400), ({"GE_eventTime": "yesterday"}, 400), ({"EQ_bizStep": {}}, 400)],
)
def test_a_query_that_cannot_be_is_not_kept(client: TestClient, key: Key, query: dict[str, Any], status: int) -> None:
    answer = client.post("/queries", json={"name": "mine", "query": query}, headers=key())

    assert problem_of(answer, status)["problem"].endswith("/problems/query-invalid")
    assert 404 == client.get("/queries/mine", headers=key()).status_code


@pytest.mark.parametrize("name", ["", "a b", "a/b", ".", "..", "a" * 101, "ä"])
def test_a_name_that_an_address_cannot_hold_is_refused(client: TestClient, key: Key, name: str) -> None:
    assert 400 == client.post("/queries", json={"name": name, "query": {}}, headers=key()).status_code


@pytest.mark.parametrize(
    "control", ["stream=true", "second=0", "dayOfWeek=1", "reportIfEmpty=true", "initialRecordTime=x"]
)
def test_controls_of_a_socket_mean_nothing_in_a_plain_request(client: TestClient, key: Key, control: str) -> None:
    answer = client.get(f"/queries/SimpleEventQuery/events?{control}", headers=key())

    assert problem_of(answer, 400)["problem"].endswith("/problems/subscription-controls-invalid")


@pytest.mark.parametrize(
    "environment",
    [
        {"SUYUAN_WEBHOOK_SCHEMES": "https,ftp"},
        {"SUYUAN_WEBHOOK_NETWORKS": "10.0.0.1/8"},
        {"SUYUAN_WEBHOOK_NETWORKS": "my network"},
    ],
)
def test_a_setting_that_cannot_be_read_is_told(environment: dict[str, str]) -> None:
    with pytest.raises(SettingInvalid) as refused:
        reach_from(environment)

    assert next(iter(environment)) == refused.value.name
