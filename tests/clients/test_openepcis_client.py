"""openepcis-client (PyPI, benelog), written for another server, captures here and reads page by page."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from typing import Any

import openepcis_client.events as writing
import pytest
from openepcis_client.core.client import Client
from openepcis_client.core.config import ClientConfig
from openepcis_client.core.errors import OpenEpcisError
from openepcis_client.events import Capture, Query

GLN = "6901234000009"


class KeyOfOurs:
    """An API key where the client has a bearer token."""

    def __init__(self, key: str) -> None:
        self.key = key

    def bearer(self) -> str:
        """Return the key."""
        return self.key

    def invalidate(self) -> None:
        """Keep it: a key is not renewed."""


@pytest.fixture
def client(served: Any) -> Client:
    return Client(ClientConfig(served.url), KeyOfOurs(served.key("maker")))


def test_it_finds_both_doors_open(client: Client) -> None:
    assert "" == Capture(client).check()
    assert "" == Query(client).check()


def test_without_a_key_it_says_why(served: Any) -> None:
    stranger = Client(ClientConfig(served.url), KeyOfOurs("nonsense"))

    assert "did not accept the credential" in Capture(stranger).check()


def test_its_documents_are_captured_and_read_back(served: Any, client: Client) -> None:
    before = datetime.now(UTC) - timedelta(hours=1)
    items = [served.house.item() for _ in range(5)]
    events = [
        writing.object_event(
            action="ADD",
            event_time=before + timedelta(minutes=number),
            biz_step="commissioning",
            disposition="active",
            epcs=[item],
            read_point=GLN,
            biz_transactions=[writing.biz_transaction("po", "WH/OUT/00007", GLN)],
        )
        for number, item in enumerate(items)
    ]

    receipt = Capture(client).submit(writing.document(events))
    outcome = Capture(client).outcome(receipt)
    served.house.settle()

    assert (True, True, True, ()) == (receipt.answerable, outcome.settled, outcome.success, outcome.errors)
    for item in items:
        (found,) = Query(client).for_epc(item)
        assert ([item], {"id": writing.sgln(GLN)}) == (found["epcList"], found["readPoint"])
    known = {
        epc for event in Query(client).since(before.isoformat(), per_page=1000) for epc in event.get("epcList", ())
    }
    assert set(items) <= known


def test_it_walks_the_pages_that_the_link_names(served: Any, client: Client) -> None:
    served.house.capture("maker", *({"type": "ObjectEvent"} | _observed(served.house.item()) for _ in range(3)))
    whole = Query(client).page(per_page=1000).events
    read: list[Any] = []
    token = ""
    while True:
        answer = client.request(
            "GET", "/events", params={"perPage": 2} | ({"nextPageToken": token} if token else {}), raw=True
        )
        page = Query(client).page(per_page=2, next_token=token)
        assert page.events == answer.json()["epcisBody"]["queryResults"]["resultsBody"]["eventList"]
        read.extend(page.events)
        link = re.search(r"nextPageToken=([^&>]+)", answer.headers.get("Link", ""))
        if link is None:
            break
        token = link[1]

    assert len(whole) > 2
    assert whole == read


def test_a_correction_is_taken_beside_what_it_corrects(served: Any, client: Client) -> None:
    item = served.house.item()
    moment = datetime.now(UTC) - timedelta(minutes=30)
    wrong = writing.object_event(action="ADD", event_time=moment, biz_step="commissioning", epcs=[item])
    wrong["eventID"] = "urn:uuid:7c3f1d52-1111-4111-8111-00000000c0de"
    declared = wrong | {
        "errorDeclaration": writing.error_declaration(reason="did_not_occur", declaration_time=datetime.now(UTC))
    }

    for event in (wrong, declared):
        assert Capture(client).outcome(Capture(client).submit(writing.document([event]))).success
    body = client.get(f"/events/{wrong['eventID']}")

    shown = body["epcisBody"]["queryResults"]["resultsBody"]["eventList"]
    assert [False, True] == ["errorDeclaration" in event for event in shown]
    assert {wrong["eventID"]} == {event["eventID"] for event in shown}


def test_what_is_refused_is_told_in_our_words(client: Client) -> None:
    broken = writing.object_event(
        action="ADD", event_time=datetime.now(UTC), epcs=["https://id.gs1.org/01/06901234000017/21/X"]
    )

    with pytest.raises(OpenEpcisError) as refusal:
        Capture(client).submit(writing.document([broken]))

    assert (400, "epcisException:ValidationException") == (refusal.value.status, refusal.value.problem["type"])
    assert "check" in str(refusal.value)


def _observed(item: str) -> dict[str, Any]:
    return writing.object_event(action="ADD", event_time=datetime.now(UTC), biz_step="commissioning", epcs=[item])
