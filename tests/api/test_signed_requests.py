"""Requests signed by an organisation's key, in place of an API key: the reader is the organisation whose key it is now.

- a member's key reads as its organisation, and captures and administers nothing
- the same request again, another time, another body, an API key beside
- keys of nobody, of another time, of a suspended organisation
"""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from members import ACTIVE, STOPPED, add_organisations
from starlette.testclient import TestClient

from api.app import create_app
from api.rooms import Rooms
from chain.signer import Signer
from store.columns import table_of
from store.mirror.member_tables import KeyRow
from traceability.signed_requests.signature_base import RequestParts
from traceability.signed_requests.signing import signed_headers

CARRIER, SUSPENDED = 2, 7
KEY = Signer(bytes(31) + b"\x05")
ORIGIN = "http://localhost:8470"
PATH = "/api/v1/openings"
BODY = json.dumps({"commitments": ["0x" + "ab" * 32]}).encode()


@pytest.fixture
def now(rooms: Rooms) -> int:
    return int(rooms.clock().timestamp())


def _admit(rooms: Rooms, organisation: int = CARRIER, valid_from: int = 1, valid_until: int = 0) -> None:
    with rooms.mirror.writing() as connection:
        row = {"address": KEY.address, "position": 1, "organisation": organisation, "key_number": 1}
        times = {"valid_from": valid_from, "valid_until": valid_until}
        connection.execute(table_of(KeyRow).insert(), row | times)


def _signed(now: int, body: bytes = BODY, method: str = "POST", path: str = PATH, query: str = "") -> dict[str, str]:
    parts = RequestParts(method, ORIGIN, path, query, {})
    headers = signed_headers(parts, body, KEY, now=now, nonce="0123456789abcdef", life=60)
    return headers | {"Content-Type": "application/json"}


def _refused(answer: Any, status: int, name: str) -> None:
    assert status == answer.status_code, answer.text
    assert f"/problems/{name}" == answer.json()["type"]


def test_a_members_key_reads_as_its_organisation(client: TestClient, rooms: Rooms, now: int) -> None:
    _admit(rooms)

    answer = client.post(PATH, content=BODY, headers=_signed(now))

    assert 200 == answer.status_code, answer.text
    assert {"openings": [], "askAgain": []} == answer.json()


def test_a_signed_request_without_a_body_reads_too(client: TestClient, rooms: Rooms, now: int) -> None:
    _admit(rooms)

    answer = client.get(
        "/events?EQ_bizStep=shipping", headers=_signed(now, b"", "GET", "/events", "EQ_bizStep=shipping")
    )

    assert 200 == answer.status_code, answer.text


def test_a_node_whose_codes_are_under_a_path_is_asked_by_its_host(rooms: Rooms, now: int) -> None:
    _admit(rooms)
    under_a_path = replace(rooms, settings=replace(rooms.settings, public_origin=f"{ORIGIN}/codes"))

    with TestClient(create_app(under_a_path.settings, under_a_path)) as client:
        answer = client.post(PATH, content=BODY, headers=_signed(now))

    assert 200 == answer.status_code, answer.text


def test_a_signature_neither_captures_nor_administers(client: TestClient, rooms: Rooms, now: int) -> None:
    _admit(rooms)

    grants = client.get("/api/v1/grants", headers=_signed(now, b"", "GET", "/api/v1/grants"))

    _refused(grants, 403, "role-missing")


def test_the_same_request_is_answered_once(client: TestClient, rooms: Rooms, now: int) -> None:
    _admit(rooms)
    headers = _signed(now)
    client.post(PATH, content=BODY, headers=headers)

    _refused(client.post(PATH, content=BODY, headers=headers), 401, "request-repeated")


@pytest.mark.parametrize("seconds", [-1000, 1000])
def test_a_request_of_another_time_is_late(client: TestClient, rooms: Rooms, now: int, seconds: int) -> None:
    _admit(rooms)

    _refused(client.post(PATH, content=BODY, headers=_signed(now + seconds)), 401, "request-signature-late")


def test_another_body_address_or_method_is_refused(client: TestClient, rooms: Rooms, now: int) -> None:
    _admit(rooms)
    headers = _signed(now)

    _refused(client.post(PATH, content=BODY + b" ", headers=headers), 401, "request-signature-invalid")
    _refused(client.post(f"{PATH}?a=1", content=BODY, headers=headers), 401, "request-signature-invalid")
    _refused(client.post("/api/v1/grants", content=BODY, headers=headers), 401, "request-signature-invalid")
    # None of these has used the nonce up.
    assert 200 == client.post(PATH, content=BODY, headers=headers).status_code


def test_an_api_key_does_not_go_beside_a_signature(client: TestClient, rooms: Rooms, key: Any, now: int) -> None:
    _admit(rooms)

    _refused(client.post(PATH, content=BODY, headers=_signed(now) | key()), 401, "request-signature-invalid")


def test_signatures_for_others_do_not_stand_in_the_way_of_an_api_key(client: TestClient, key: Any) -> None:
    proxy = {"Signature-Input": 'proxy=("@method");created=1;keyid="k"', "Signature": "proxy=:AAAA:"}

    answer = client.post(PATH, content=BODY, headers=key() | proxy | {"Content-Type": "application/json"})

    assert 200 == answer.status_code, answer.text


def test_without_key_and_signature_nothing_is_opened(client: TestClient) -> None:
    _refused(client.post(PATH, content=BODY, headers={"Content-Type": "application/json"}), 401, "key-missing")


def test_a_key_of_nobody_is_unknown(client: TestClient, now: int) -> None:
    _refused(client.post(PATH, content=BODY, headers=_signed(now)), 403, "key-unknown")


def test_a_key_whose_time_is_over_opens_nothing(client: TestClient, rooms: Rooms, now: int) -> None:
    _admit(rooms, valid_until=now - 1)

    _refused(client.post(PATH, content=BODY, headers=_signed(now)), 403, "key-expired")


def test_a_key_whose_time_has_not_come_opens_nothing(client: TestClient, rooms: Rooms, now: int) -> None:
    _admit(rooms, valid_from=now + 1)

    _refused(client.post(PATH, content=BODY, headers=_signed(now)), 403, "key-not-yet-valid")


@pytest.mark.parametrize(("standing", "status"), [(STOPPED, 403), (ACTIVE, 200)])
def test_a_suspended_organisation_reads_nothing(
    client: TestClient, rooms: Rooms, now: int, standing: int, status: int
) -> None:
    add_organisations(rooms.mirror, {SUSPENDED: standing})
    _admit(rooms, SUSPENDED)

    assert status == client.post(PATH, content=BODY, headers=_signed(now)).status_code


def test_a_body_beyond_the_limit_is_refused_before_it_is_read_whole(client: TestClient, rooms: Rooms, now: int) -> None:
    _admit(rooms)
    body = b" " * (rooms.settings.request_bytes + 1)

    _refused(client.post(PATH, content=body, headers=_signed(now, body)), 413, "body-too-large")
