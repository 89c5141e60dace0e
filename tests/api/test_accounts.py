"""Accounts: keys, roles, rotation; and what never stands in a log, an error or an answer."""

import logging
from collections.abc import Callable
from typing import Any

import pytest
from starlette.testclient import TestClient

from api.rooms import Rooms
from store.columns import table_of
from store.record.tables import AccountKeyRow

Build = Callable[..., Any]


def test_a_rotated_key_ends_and_the_new_one_opens(client: TestClient, key: Build) -> None:
    old = key()
    listed = client.get("/api/v1/keys", headers=old).json()["keys"]

    made = client.post(f"/api/v1/keys/{listed[0]['id']}/rotate", headers=old).json()

    assert 401 == client.get("/api/v1/keys", headers=old).status_code
    assert 200 == client.get("/api/v1/keys", headers={"Authorization": f"Bearer {made['key']}"}).status_code


def test_a_key_is_shown_once_and_kept_as_its_hash(client: TestClient, key: Build, rooms: Rooms) -> None:
    administrator = key()
    made = client.post("/api/v1/keys", json={"label": "till", "roles": ["capture"]}, headers=administrator)

    secret = made.json()["key"]
    assert 201 == made.status_code
    assert secret not in client.get("/api/v1/keys", headers=administrator).text
    with rooms.record.reading() as connection:
        rows = connection.execute(table_of(AccountKeyRow).select()).all()
    assert all(secret not in str(value) for row in rows for value in row)


def test_nobody_gives_a_role_that_he_has_not(client: TestClient, key: Build) -> None:
    answer = client.post("/api/v1/keys", json={"label": "x", "roles": ["operate"]}, headers=key())

    assert (403, "/problems/role-missing") == (answer.status_code, answer.json()["type"])


def test_a_key_of_another_firm_is_not_there(client: TestClient, key: Build) -> None:
    mine, other = key(), key(2)
    number = client.get("/api/v1/keys", headers=other).json()["keys"][0]["id"]

    assert 404 == client.post(f"/api/v1/keys/{number}/rotate", headers=mine).status_code
    assert 404 == client.delete(f"/api/v1/keys/{number}", headers=mine).status_code
    assert 200 == client.get("/api/v1/keys", headers=other).status_code


def test_a_revoked_key_opens_nothing(client: TestClient, key: Build) -> None:
    mine = key()
    number = client.get("/api/v1/keys", headers=mine).json()["keys"][0]["id"]

    assert 204 == client.delete(f"/api/v1/keys/{number}", headers=mine).status_code
    assert 401 == client.get("/api/v1/keys", headers=mine).status_code


@pytest.mark.parametrize(
    "header", ["Bearer ", "Bearer é", "Basic !!!", "Basic 4pyTOuKckw==", "Digest x", "Bearer " + "x" * 5000]
)
def test_a_strange_authorization_is_refused_and_not_repeated(client: TestClient, header: str) -> None:
    answer = client.get("/api/v1/keys", headers={"Authorization": header.encode()})

    assert 401 == answer.status_code
    assert 'Bearer realm="suyuan"' == answer.headers["WWW-Authenticate"]
    assert "xxxx" not in answer.text


def test_no_secret_and_no_body_stands_in_the_log(
    client: TestClient,
    key: Build,
    document: Build,
    item_event: Build,
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    headers = key() | {"Content-Type": "application/ld+json"}
    secret = "urn:example:confidential"

    def fails(*_: Any, **__: Any) -> None:
        raise KeyError(secret)

    with caplog.at_level(logging.DEBUG):
        client.post("/capture", content=document(item_event(bizStep=secret, action="x")), headers=headers)
        monkeypatch.setattr("api.epcis.capture.capture_document", fails)
        answer = client.post("/capture", content=document(item_event(bizStep=secret)), headers=headers)

    assert 500 == answer.status_code
    assert secret not in answer.text
    assert answer.headers["Suyuan-Fault"] in caplog.text
    assert secret not in caplog.text
    assert headers["Authorization"].removeprefix("Bearer ") not in caplog.text


def test_no_answer_invites_other_origins(client: TestClient, key: Build) -> None:
    for path in ("/events", "/capture", "/api/v1/network", "/", "/api/v1/bundle?id=x"):
        for method in ("GET", "OPTIONS"):
            answer = client.request(
                method, path, headers=key() | {"Origin": "https://evil.example", "Access-Control-Request-Method": "GET"}
            )
            assert not [name for name in answer.headers if name.startswith("access-control")]
            assert "nosniff" == answer.headers["X-Content-Type-Options"]


def test_the_server_answers_while_the_chain_does_not(
    client: TestClient, key: Build, document: Build, item_event: Build
) -> None:
    captured = client.post(
        "/capture", content=document(item_event()), headers=key() | {"Content-Type": "application/ld+json"}
    )
    bundle = client.get("/api/v1/bundle?id=https://id.gs1.org/01/06901234000016/21/A1")
    page = client.get("/01/06901234000016/21/A1?lang=en", headers={"Accept": "text/html"})

    assert (202, 503, 503) == (captured.status_code, bundle.status_code, page.status_code)
    assert ("/problems/chain-error", "5") == (bundle.json()["type"], bundle.headers["Retry-After"])
    assert "127.0.0.1:9" not in bundle.text
    assert "error" in page.text
    assert 503 == client.get("/readyz").status_code
    assert "suyuan_node_up 0.0" in client.get("/metrics").text
