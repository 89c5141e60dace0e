"""Profiles after capture, standing profiles, who may read and the log, over HTTP."""

from collections.abc import Callable
from typing import Any

import pytest
from starlette.testclient import TestClient

import api.resources.disclosure

Key = Callable[..., dict[str, str]]
Build = Callable[..., Any]
MAKER, CARRIER = 1, 2
BASE = "/api/v1/disclosure"
THING = "https://id.gs1.org/01/06901234000016/21/A1"


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no answer wait for an indexer that does not run."""
    monkeypatch.setattr(api.resources.disclosure, "PATIENCE", 0.0)


@pytest.fixture
def captured(client: TestClient, key: Key, document: Build, item_event: Build) -> Callable[..., str]:
    """Capture an event of the maker and give its commitment."""

    def capture(profile: str | None, serial: str = "A1") -> str:
        headers = key(MAKER) | {"Content-Type": "application/ld+json"}
        headers |= {} if profile is None else {"Suyuan-Disclosure": profile}
        answer = client.post("/capture", content=document(item_event(serial)), headers=headers)
        assert answer.status_code == 202, answer.text
        return str(answer.json()["events"][0]["commitment"])

    return capture


def test_a_profile_is_changed_for_bodies_at_once_and_the_answer_says_what_has_still_to_follow(
    client: TestClient, key: Key, captured: Build
) -> None:
    commitment = captured("public")
    order = {"selection": {"things": [THING]}, "profile": "private; readers=2"}

    answer = client.post(f"{BASE}/profiles", json=order, headers=key(MAKER))

    assert (202, {"events": 1, "applied": False}) == (answer.status_code, answer.json())
    asked = [client.get(f"/events/{commitment}", headers=each).status_code for each in ({}, key(CARRIER))]
    assert [404, 200] == asked


def test_a_standing_profile_is_kept_listed_and_ended(client: TestClient, key: Key, captured: Build) -> None:
    headers = key(MAKER)
    put = client.put(f"{BASE}/standing/gs1:6901234", json={"profile": "members;readers=2"}, headers=headers)
    listed = client.get(f"{BASE}/standing", headers=headers).json()["profiles"]
    under_it = captured(None)
    ended = [client.delete(f"{BASE}/standing/gs1:6901234", headers=headers).status_code for _ in range(2)]
    after = captured(None, "A2")

    assert (204, [204, 404]) == (put.status_code, ended)
    assert [("gs1:6901234", "members; readers=2")] == [(each["of"], each["profile"]) for each in listed]
    asked = [client.get(f"/events/{each}", headers=key(CARRIER)).status_code for each in (under_it, after)]
    assert [200, 404] == asked


@pytest.mark.parametrize(
    ("of", "profile", "problem"),
    [
        ("gs1:6921111", "public", "request-invalid"), ("nonsense", "public", "request-invalid"),
        ("firm", "open", "disclosure-invalid"), ("firm", "private; groups=none", "group-unknown"),
    ],
)  # fmt: skip
def test_a_standing_profile_that_cannot_hold_is_refused(
    client: TestClient, key: Key, of: str, profile: str, problem: str
) -> None:
    headers = key(MAKER)

    answer = client.put(f"{BASE}/standing/{of}", json={"profile": profile}, headers=headers)

    assert (400, f"/problems/{problem}") == (answer.status_code, answer.json()["type"])
    assert [] == client.get(f"{BASE}/standing", headers=headers).json()["profiles"]


def test_the_owner_alone_is_told_who_may_read(client: TestClient, key: Key, captured: Build) -> None:
    commitment = captured("members; hide=/bizStep")

    told = client.get(f"{BASE}/events/{commitment}", headers=key(MAKER)).json()["readers"]
    other = client.get(f"{BASE}/events/{commitment}", headers=key(CARRIER))
    missing = client.get(f"{BASE}/events/0x{'5a' * 32}", headers=key(CARRIER))

    assert [("organisation", MAKER, "owner", []), ("members", None, "profile", ["/bizStep"])] == [
        (each["who"], each["organisation"], each["why"], each["hide"]) for each in told
    ]
    assert (404, missing.text.replace("0x" + "5a" * 32, commitment)) == (other.status_code, other.text)


def test_the_log_is_read_page_by_page(client: TestClient, key: Key) -> None:
    headers = key(MAKER)
    for number in range(5):
        client.post("/api/v1/groups", json={"name": f"g{number}"}, headers=headers)
    names: list[str] = []
    address: str | None = f"{BASE}/log?perPage=2"

    while address is not None:
        answer = client.get(address, headers=headers)
        names += [entry["content"]["group"] for entry in answer.json()["log"]]
        link = answer.headers.get("link", "")
        address = link[1 : link.index(">")] if link else None

    assert ["g4", "g3", "g2", "g1", "g0"] == names


@pytest.mark.parametrize("path", ["/standing", "/log", "/events/0x" + "5a" * 32])
def test_nobody_without_an_administrators_key_is_told_anything(client: TestClient, key: Key, path: str) -> None:
    answers = [client.get(BASE + path), client.get(BASE + path, headers=key(MAKER, "query"))]

    assert [401, 403] == [answer.status_code for answer in answers]
