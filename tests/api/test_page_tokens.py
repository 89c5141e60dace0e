"""Page tokens: they go on where a page ended, for one reader and one list, until they end or are given back."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from starlette.testclient import TestClient

from api.app import create_app
from api.page_token_key import FILE_NAME, page_token_key
from api.rooms import Rooms

Build = Callable[..., Any]
LD = {"Content-Type": "application/ld+json"}


@pytest.fixture
def jobs(client: TestClient, key: Build, document: Build, item_event: Build) -> dict[str, str]:
    """Capture five documents at one moment; give the headers of whoever may list the jobs."""
    headers = key()
    for number in range(5):
        assert (
            202 == client.post("/capture", content=document(item_event(f"J{number}")), headers=headers | LD).status_code
        )
    return headers


def token_in(answer: Any) -> str:
    found = re.search(r'nextPageToken=([^&>]+)>; rel="next"', answer.headers["Link"])
    assert found
    return found[1]


def test_pages_go_on_by_the_link_and_miss_nothing(client: TestClient, jobs: dict[str, str]) -> None:
    seen: list[str] = []
    address: str | None = "/capture?perPage=2"
    while address:
        answer = client.get(address, headers=jobs)
        seen.extend(job["captureID"] for job in answer.json())
        link = re.fullmatch(r'<([^>]+)>; rel="next"', answer.headers.get("Link", ""))
        assert ("GS1-Next-Page-Token-Expires" in answer.headers) == (link is not None)
        address = None if link is None else link[1]

    assert 5 == len(seen) == len(set(seen))
    assert seen == [job["captureID"] for job in client.get("/capture", headers=jobs).json()]


def test_a_token_that_was_given_back_is_refused(client: TestClient, jobs: dict[str, str]) -> None:
    token = token_in(client.get("/capture?perPage=2", headers=jobs))
    other = token_in(client.get("/capture?perPage=2", headers=jobs))

    released = client.delete(f"/nextPageToken/{token}")
    again = client.delete(f"/nextPageToken/{token}")

    assert (204, 204) == (released.status_code, again.status_code)
    refused = client.get(f"/capture?nextPageToken={token}", headers=jobs)
    assert (400, "epcisException:QueryParameterException", "/problems/page-token-invalid") == (
        refused.status_code,
        refused.json()["type"],
        refused.json()["problem"],
    )
    assert 200 == client.get(f"/capture?nextPageToken={other}", headers=jobs).status_code


@pytest.mark.parametrize("token", ["x", "A" * 60, "ä", "A" * 5000, "%00", "e30"])
def test_what_is_no_token_holds_nothing(client: TestClient, jobs: dict[str, str], token: str) -> None:
    assert 400 == client.get(f"/capture?nextPageToken={quote(token)}", headers=jobs).status_code
    assert 204 == client.delete(f"/nextPageToken/{quote(token)}").status_code


def test_a_token_serves_one_list_and_one_firm(client: TestClient, jobs: dict[str, str], key: Build) -> None:
    token = token_in(client.get("/capture?perPage=2", headers=jobs))

    assert 400 == client.get(f"/queries?nextPageToken={token}", headers=jobs).status_code
    assert 400 == client.get(f"/capture?nextPageToken={token}", headers=key(2)).status_code


def test_a_token_tells_nobody_where_it_leads(client: TestClient, jobs: dict[str, str]) -> None:
    one, two = (token_in(client.get("/capture?perPage=2", headers=jobs)) for _ in range(2))

    assert one != two
    assert one[16:] != two[16:]


def test_a_token_ends(rooms: Rooms, key: Build, document: Build, item_event: Build) -> None:
    moments = [rooms.clock()]
    with TestClient(create_app(rooms.settings, replace(rooms, clock=lambda: moments[0]))) as client:
        headers = key()
        for number in range(3):
            client.post("/capture", content=document(item_event(f"E{number}")), headers=headers | LD)
        first = client.get("/capture?perPage=2", headers=headers)
        token = token_in(first)
        moments[0] += timedelta(seconds=3599)
        before = client.get(f"/capture?nextPageToken={token}", headers=headers)
        moments[0] += timedelta(seconds=2)
        after = client.get(f"/capture?nextPageToken={token}", headers=headers)

    assert "2026-05-04T04:02:01Z" == first.headers["GS1-Next-Page-Token-Expires"]
    assert (200, 400) == (before.status_code, after.status_code)


def test_the_key_of_tokens_is_made_once_and_is_its_owners_alone(tmp_path: Path) -> None:
    first, second = page_token_key(tmp_path), page_token_key(tmp_path)

    assert first == second
    assert 32 == len(first)
    assert 0o600 == (tmp_path / FILE_NAME).stat().st_mode & 0o777
    (tmp_path / FILE_NAME).write_bytes(b"short")
    assert 32 == len(page_token_key(tmp_path))


def test_a_token_and_its_release_outlive_a_restart(
    rooms: Rooms, jobs: dict[str, str], client: TestClient, tmp_path: Path
) -> None:
    secret = page_token_key(tmp_path)
    tokens = []
    for _ in range(2):
        with TestClient(create_app(rooms.settings, replace(rooms, token_secret=secret))) as started:
            tokens = tokens or [token_in(started.get("/capture?perPage=2", headers=jobs)) for _ in range(2)]
            kept, released = tokens
            assert 200 == started.get(f"/capture?nextPageToken={kept}", headers=jobs).status_code
            started.delete(f"/nextPageToken/{released}")
            assert 400 == started.get(f"/capture?nextPageToken={released}", headers=jobs).status_code
