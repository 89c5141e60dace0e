"""`/capture` and `/events` over HTTP: jobs, problems with places, negotiation, limits, accounts."""

from collections.abc import Callable
from typing import Any

import pytest
from starlette.testclient import TestClient

Build = Callable[..., Any]
LD = {"Content-Type": "application/ld+json"}


def test_a_capture_is_answered_with_202_and_the_address_of_its_job(
    client: TestClient, key: Build, document: Build, item_event: Build
) -> None:
    headers = key()
    answer = client.post("/capture", content=document(item_event()), headers=headers | LD)

    assert 202 == answer.status_code, answer.text
    job = client.get(answer.headers["Location"], headers=headers).json()
    assert (False, True, "rollback", []) == (
        job["running"],
        job["success"],
        job["captureErrorBehaviour"],
        job["errors"],
    )
    assert ["waiting"] == [event["progress"] for event in job["events"]]
    listed = client.get("/capture", headers=headers).json()
    assert [job["captureID"]] == [item["captureID"] for item in listed]


def test_a_job_is_not_there_for_another_firm(
    client: TestClient, key: Build, document: Build, item_event: Build
) -> None:
    answer = client.post("/capture", content=document(item_event()), headers=key() | LD)

    assert 404 == client.get(answer.headers["Location"], headers=key(2)).status_code
    assert 401 == client.get(answer.headers["Location"]).status_code


def test_a_job_is_also_xml(client: TestClient, key: Build, document: Build, item_event: Build) -> None:
    headers = key()
    answer = client.post("/capture", content=document(item_event()), headers=headers | LD)

    shown = client.get(answer.headers["Location"], headers=headers | {"Accept": "application/xml"})

    assert "application/xml" == shown.headers["content-type"].partition(";")[0]
    assert 'success="true"' in shown.text


def test_a_refused_document_names_the_places_and_stores_nothing(
    client: TestClient, key: Build, document: Build, item_event: Build, stored: Build
) -> None:
    before = stored()
    wrong = item_event(epcList=["https://id.gs1.org/01/06901234000017/21/A"])

    answer = client.post("/capture", content=document(item_event(), wrong), headers=key() | LD)

    problem = answer.json()
    assert (400, "application/problem+json") == (answer.status_code, answer.headers["content-type"])
    assert ("epcisException:ValidationException", "/problems/events-refused") == (problem["type"], problem["problem"])
    assert "/epcisBody/eventList/1/epcList/0" == problem["errors"][0]["pointer"]
    assert "/problems/check-digit-wrong" == problem["errors"][0]["type"]
    assert before == stored()


def test_a_problem_is_also_xml(client: TestClient, key: Build) -> None:
    answer = client.post(
        "/capture", content=b"<x", headers=key() | {"Content-Type": "application/xml", "Accept": "application/xml"}
    )

    assert (400, "application/problem+xml") == (answer.status_code, answer.headers["content-type"])
    assert "<pointer>" in answer.text


def test_proceed_is_answered_with_a_job_that_says_why(
    client: TestClient, key: Build, document: Build, item_event: Build
) -> None:
    wrong = item_event(epcList=["https://id.gs1.org/01/06901234000017/21/A"])

    answer = client.post(
        "/capture",
        content=document(item_event(), wrong),
        headers=key() | LD | {"GS1-Capture-Error-Behaviour": "proceed"},
    )

    job = answer.json()
    assert (202, False) == (answer.status_code, job["success"])
    assert (1, "/epcisBody/eventList/1/epcList/0") == (job["errors"][0]["event"], job["errors"][0]["pointer"])


@pytest.mark.parametrize(
    ("headers", "status", "problem"),
    [
        ({"Content-Type": "text/plain"}, 415, "unsupported-media-type"),
        ({"Content-Type": "application/json; charset=utf-16"}, 415, "unsupported-media-type"),
        (LD | {"GS1-Capture-Error-Behaviour": "all"}, 400, "header-invalid"),
        (LD | {"GS1-EPCIS-Version": "1.1"}, 406, "version-not-spoken"),
        (LD | {"GS1-CBV-Version": "two"}, 406, "version-not-spoken"),
        (LD | {"GS1-EPCIS-Min": "2.1"}, 406, "version-not-spoken"),
        (LD | {"Suyuan-Disclosure": "everyone"}, 400, "disclosure-invalid"),
        (LD | {"Suyuan-Lane": "fast"}, 400, "lane-invalid"),
    ],
)
def test_a_header_out_of_order_is_named(
    client: TestClient, key: Build, document: Build, headers: Any, status: int, problem: str
) -> None:
    answer = client.post("/capture", content=document(), headers=key() | headers)

    assert (status, f"/problems/{problem}") == (answer.status_code, answer.json()["problem"])
    assert answer.json()["errors"][0]["cure"]


def test_without_an_account_nothing_is_captured(
    client: TestClient, key: Build, document: Build, item_event: Build
) -> None:
    assert 401 == client.post("/capture", content=document(item_event()), headers=LD).status_code
    assert (
        401
        == client.post(
            "/capture", content=document(item_event()), headers=LD | {"Authorization": "Bearer nonsense"}
        ).status_code
    )
    assert 403 == client.post("/capture", content=document(item_event()), headers=LD | key(1, "query")).status_code


def test_a_key_opens_as_password_too(client: TestClient, key: Build, document: Build, item_event: Build) -> None:
    text = key()["Authorization"].removeprefix("Bearer ")

    assert 202 == client.post("/capture", content=document(item_event()), headers=LD, auth=("anyone", text)).status_code
    assert (
        202 == client.post("/capture", content=document(item_event("B")), headers=LD | {"X-API-Key": text}).status_code
    )


def test_an_event_is_created_once(client: TestClient, key: Build, item_event: Build) -> None:
    headers = key()
    event = item_event(eventID="urn:uuid:11111111-1111-4111-8111-111111111111")

    first = client.post("/events", json=event, headers=headers)
    second = client.post("/events", json=event, headers=headers)

    assert (201, 409) == (first.status_code, second.status_code)
    assert "epcisException:ResourceAlreadyExistsException" == second.json()["type"]
    shown = client.get(first.headers["Location"], headers=headers)
    assert event["epcList"] == shown.json()["epcisBody"]["queryResults"]["resultsBody"]["eventList"][0]["epcList"]
    assert 404 == client.get(first.headers["Location"]).status_code


def test_an_event_is_shown_as_xml_on_request(client: TestClient, key: Build, item_event: Build) -> None:
    headers = key()
    answer = client.post("/events", json=item_event(), headers=headers)

    shown = client.get(answer.headers["Location"], headers=headers | {"Accept": "application/xml"})

    assert "EPCISQueryDocument" in shown.text
    assert 406 == client.get(answer.headers["Location"], headers=headers | {"Accept": "image/png"}).status_code


def test_a_body_beyond_the_limit_is_refused_while_it_streams(client: TestClient, key: Build, stored: Build) -> None:
    before, sent = stored(), 0

    def endless() -> Any:
        nonlocal sent
        for _ in range(1600):
            sent += 65536
            yield b" " * 65536

    streamed = client.post("/capture", content=endless(), headers=key() | LD)
    announced = client.post("/capture", content=b" " * (2 * 1024 * 1024), headers=key() | LD)

    assert (413, 413) == (streamed.status_code, announced.status_code)
    assert "/problems/body-too-large" == streamed.json()["problem"] == announced.json()["problem"]
    assert before == stored()


def test_the_capture_endpoint_describes_itself(client: TestClient) -> None:
    answer = client.options("/capture")

    assert 204 == answer.status_code
    assert ("10000", "1048576", "all") == tuple(
        answer.headers[name]
        for name in ("GS1-EPCIS-Capture-Limit", "GS1-EPCIS-Capture-File-Size-Limit", "GS1-Capture-Error-Behaviour")
    )
    assert "POST" in answer.headers["Allow"]
