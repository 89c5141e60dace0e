"""Administration becomes promises of the right signer with the right arguments; what is wrong is named by its place."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from starlette.testclient import TestClient

from api.rooms import Rooms
from store.record.outbox import promise_of
from store.record.payloads import (
    AddKey,
    AdmitOrganisation,
    GrantNode,
    GrantPrefix,
    Payload,
    RegisterSchema,
    ReinstatePrefix,
    RevokePrefix,
    RotateKey,
    SetPartner,
    SetPolicy,
    SetProfile,
    SetRoles,
    SuspendOrganisation,
    SuspendPrefix,
)
from traceability.ledger.keys import prefix_key

Build = Callable[..., Any]
MINE = prefix_key("gs1", "6901234")
ADDRESS = "0x" + "ab" * 20
PREFIX = {"scheme": "gs1", "prefix": "6901234"}

ACTS: list[tuple[str, str, Any, int, Payload]] = [
    (
        "post",
        "/api/v1/members",
        {"profile": {"b": 1, "a": "甲"}, "roles": ["manufacturer", "bank"], "key": ADDRESS},
        0,
        AdmitOrganisation('{"a":"甲","b":1}', 65, b"\xab" * 20),
    ),
    ("post", "/api/v1/members/2/suspend", {"reason": "review"}, 0, SuspendOrganisation(2, "review")),
    ("put", "/api/v1/members/2/roles", {"roles": ["carrier"]}, 0, SetRoles(2, 4)),
    ("put", "/api/v1/members/1/profile", {"profile": {"name": "x"}}, 1, SetProfile(1, '{"name":"x"}')),
    ("post", "/api/v1/members/1/keys", {"key": ADDRESS, "validUntil": 9}, 1, AddKey(1, b"\xab" * 20, 0, 9)),
    ("post", "/api/v1/members/1/keys/rotate", {"newKey": ADDRESS}, 1, RotateKey(b"\xab" * 20)),
    ("post", "/api/v1/prefixes", PREFIX | {"holder": 2}, 0, GrantPrefix("gs1", "6901234", 2)),
    ("post", "/api/v1/prefixes/nodes", PREFIX | {"organisation": 2}, 0, GrantNode("gs1", "6901234", 2)),
    ("post", "/api/v1/prefixes/suspend", PREFIX | {"reason": "x"}, 0, SuspendPrefix("gs1", "6901234", "x")),
    ("post", "/api/v1/prefixes/reinstate", PREFIX | {"reason": "x"}, 0, ReinstatePrefix("gs1", "6901234", "x")),
    ("post", "/api/v1/prefixes/revoke", PREFIX | {"reason": "x"}, 0, RevokePrefix("gs1", "6901234", "x")),
    (
        "put",
        "/api/v1/prefixes/policy",
        PREFIX | {"everyone": ["observe"], "everyoneBegins": True, "anchorsForbidden": ["create"]},
        1,
        SetPolicy(MINE, 0b11, 0b100),
    ),
    (
        "put",
        "/api/v1/prefixes/partners",
        PREFIX | {"organisation": 2, "kinds": ["pack", "unpack"]},
        1,
        SetPartner(MINE, 2, 0b110000),
    ),
    ("post", "/api/v1/attestations/schemas", {"schema": {"name": "s"}}, 1, RegisterSchema('{"name":"s"}')),
]


@pytest.mark.parametrize(
    ("method", "path", "content", "signer", "payload"), ACTS, ids=[f"{act[0]} {act[1]}" for act in ACTS]
)
def test_an_act_becomes_a_promise(
    client: TestClient, rooms: Rooms, key: Build, method: str, path: str, content: Any, signer: int, payload: Payload
) -> None:
    headers = key(1, "capture", "query", "administer", "operate")

    answer = client.request(method, path, json=content, headers=headers)

    assert 202 == answer.status_code, answer.text
    made = promise_of(rooms.record, answer.json()["id"])
    assert (signer, payload) == (made.organisation, made.payload)
    assert "waiting" == client.get(answer.headers["Location"], headers=headers).json()["progress"]


@pytest.mark.parametrize(
    ("method", "path", "content", "signer", "payload"), ACTS, ids=[f"{act[0]} {act[1]}" for act in ACTS]
)
def test_an_act_needs_its_role(
    client: TestClient, key: Build, method: str, path: str, content: Any, signer: int, payload: Payload
) -> None:
    assert 401 == client.request(method, path, json=content).status_code
    assert 403 == client.request(method, path, json=content, headers=key(1, "query")).status_code


@pytest.mark.parametrize(
    ("method", "path", "content"),
    [
        ("put", "/api/v1/members/2/profile", {"profile": {}}),
        ("post", "/api/v1/members/2/keys", {"key": ADDRESS}),
        ("post", "/api/v1/members/2/keys/rotate", {"newKey": ADDRESS}),
        ("post", f"/api/v1/members/1/keys/{ADDRESS}/close", {"validUntil": 1}),
        ("put", "/api/v1/prefixes/policy", {"scheme": "gs1", "prefix": "6921111", "everyone": []}),
        ("put", "/api/v1/prefixes/partners", {"scheme": "gs1", "prefix": "77", "organisation": 1, "kinds": []}),
        ("post", "/api/v1/members/77/suspend", {"reason": "x"}),
    ],
)
def test_what_is_another_firms_is_not_there(
    client: TestClient, key: Build, stored: Build, method: str, path: str, content: Any
) -> None:
    before = stored()

    assert 404 == client.request(method, path, json=content, headers=key(1, "administer", "operate")).status_code
    assert before == stored()


@pytest.mark.parametrize(
    ("path", "content", "place"),
    [
        ("/api/v1/members", {"profile": {}, "roles": ["king"], "key": ADDRESS}, "/roles/0"),
        ("/api/v1/members", {"profile": {}, "roles": [], "key": "0x12"}, "/key"),
        ("/api/v1/members", {"profile": {}, "roles": [], "key": ADDRESS, "colour": 1}, "/colour"),
        ("/api/v1/members", {"profile": {"n": 1e308, "m": 2**60}, "roles": [], "key": ADDRESS}, "/profile"),
        ("/api/v1/prefixes", {"scheme": "GS1!", "prefix": "1", "holder": 1}, "/scheme"),
        ("/api/v1/prefixes", {"scheme": "gs1", "prefix": "1", "holder": 0}, "/holder"),
        ("/api/v1/prefixes", {"scheme": "gs1", "prefix": "1", "holder": "1"}, "/holder"),
        ("/api/v1/prefixes", {"scheme": "gs1", "prefix": "1", "holder": 2**32}, "/holder"),
    ],
)
def test_a_request_out_of_order_names_its_place(
    client: TestClient, key: Build, path: str, content: Any, place: str
) -> None:
    answer = client.post(
        path, content=json.dumps(content), headers=key(1, "operate") | {"Content-Type": "application/json"}
    )

    assert 400 == answer.status_code, answer.text
    assert place in {error["pointer"] for error in answer.json()["errors"]}


def test_members_and_prefixes_are_public(client: TestClient) -> None:
    members = client.get("/api/v1/members?perPage=1")
    more = client.get(members.headers["Link"].partition(">")[0].lstrip("<"))

    assert ([1], [2]) == (
        [item["organisation"] for item in members.json()["members"]],
        [item["organisation"] for item in more.json()["members"]],
    )
    assert "海岚" == client.get("/api/v1/members/1").json()["profile"]["name"]["zh"]
    assert 404 == client.get("/api/v1/members/77").status_code
    assert ["6921111"] == [item["prefix"] for item in client.get("/api/v1/prefixes?holder=2").json()["prefixes"]]
    assert 1 == client.get("/api/v1/prefixes/of?id=(01)06901234000016").json()["holder"]
    assert 404 == client.get("/api/v1/prefixes/of?id=(01)00614141777778").status_code
    assert 400 == client.get("/api/v1/prefixes/of?id=nonsense").status_code


def test_the_network_tells_its_trust_root_and_its_limits(client: TestClient) -> None:
    content = client.get("/api/v1/network").json()

    assert ("none", 10000) == (content["trustRoot"]["consensus"], content["limits"]["captureEvents"])
    assert 8 == len(content["fingerprint"].split())
