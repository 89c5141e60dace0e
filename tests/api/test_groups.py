"""Groups over HTTP: made, changed and deleted by their owner; for everybody else there are none."""

from collections.abc import Callable

import pytest
from starlette.testclient import TestClient

Key = Callable[..., dict[str, str]]
MAKER, CARRIER = 1, 2
GROUPS = "/api/v1/groups"


@pytest.fixture
def made(client: TestClient, key: Key) -> dict[str, str]:
    """Give the headers of a firm that has a group of one carrier."""
    headers = key(MAKER)
    assert client.post(GROUPS, json={"name": "dealers", "members": [CARRIER]}, headers=headers).status_code == 201
    return headers


def test_a_group_is_made_and_told_to_its_owner(client: TestClient, made: dict[str, str]) -> None:
    answer = client.get(f"{GROUPS}/dealers", headers=made)
    listed = client.get(GROUPS, headers=made)

    assert ("dealers", [CARRIER]) == (answer.json()["name"], answer.json()["members"])
    assert [answer.json()] == listed.json()["groups"]


def test_members_come_and_go_and_the_log_tells_each(client: TestClient, made: dict[str, str]) -> None:
    taken_out = client.delete(f"{GROUPS}/dealers/members/{CARRIER}", headers=made)
    again = client.delete(f"{GROUPS}/dealers/members/{CARRIER}", headers=made)
    put_in = client.put(f"{GROUPS}/dealers/members/{MAKER}", headers=made)
    renamed = client.patch(f"{GROUPS}/dealers", json={"name": "经销商", "members": [CARRIER]}, headers=made)
    gone = client.delete(f"{GROUPS}/经销商", headers=made)
    log = client.get("/api/v1/disclosure/log", headers=made).json()["log"]

    assert [204, 404, 200, 200, 204] == [each.status_code for each in (taken_out, again, put_in, renamed, gone)]
    assert ("经销商", [CARRIER]) == (renamed.json()["name"], renamed.json()["members"])
    assert [
        "group deleted", "member removed", "member added", "group renamed", "member added", "member removed", "group made"
    ] == [entry["act"] for entry in log]  # fmt: skip


@pytest.mark.parametrize(
    ("method", "path", "body"),
    [
        ("GET", "/dealers", None), ("PATCH", "/dealers", {"name": "x"}), ("DELETE", "/dealers", None),
        ("PUT", "/dealers/members/1", None), ("DELETE", "/dealers/members/2", None),
    ],
)  # fmt: skip
def test_a_group_of_another_firm_is_answered_like_one_that_is_not(
    client: TestClient, made: dict[str, str], key: Key, method: str, path: str, body: object
) -> None:
    other = key(CARRIER)

    hidden = client.request(method, GROUPS + path, json=body, headers=other)
    missing = client.request(method, GROUPS + path.replace("dealers", "elsewhere"), json=body, headers=other)

    assert 404 == hidden.status_code
    assert hidden.text == missing.text.replace("elsewhere", "dealers")
    assert [] == client.get(GROUPS, headers=other).json()["groups"]
    assert [] == client.get("/api/v1/disclosure/log", headers=other).json()["log"]


@pytest.mark.parametrize(
    ("body", "status", "problem"),
    [
        ({"name": "dealers"}, 409, "group-exists"),
        ({"name": "a b"}, 400, "request-invalid"),
        ({"name": "x", "members": [99]}, 400, "request-invalid"),
        ({"name": "x", "members": [0]}, 400, "request-invalid"),
        ({"name": "x", "other": 1}, 400, "request-invalid"),
    ],
)
def test_a_group_that_cannot_be_made_is_refused(
    client: TestClient, made: dict[str, str], body: object, status: int, problem: str
) -> None:
    answer = client.post(GROUPS, json=body, headers=made)

    assert (status, f"/problems/{problem}") == (answer.status_code, answer.json()["type"])
    assert ["dealers"] == [group["name"] for group in client.get(GROUPS, headers=made).json()["groups"]]


def test_groups_need_an_administrator(client: TestClient, key: Key) -> None:
    answers = [client.get(GROUPS), client.get(GROUPS, headers=key(MAKER, "query", "capture"))]

    assert [401, 403] == [answer.status_code for answer in answers]


def test_the_address_of_a_group_with_another_script_is_escaped(client: TestClient, key: Key) -> None:
    made = client.post("/api/v1/groups", json={"name": "café经销商"}, headers=key())

    assert 201 == made.status_code, made.text
    assert made.headers["Location"].isascii()
    assert "café经销商" == client.get(made.headers["Location"], headers=key()).json()["name"]
