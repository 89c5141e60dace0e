"""Error declarations over HTTP: both events of an id are answered, the wrong one as it was (EPCIS 2.0 §7.4.1.4)."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from starlette.testclient import TestClient

from traceability.epcis import read_json, read_xml

WRONG = {
    "type": "ObjectEvent",
    "action": "OBSERVE",
    "eventTime": "2026-05-01T08:00:00+08:00",
    "eventTimeZoneOffset": "+08:00",
    "bizStep": "receiving",
    "epcList": ["https://id.gs1.org/01/06901234000016/21/A"],
}
ID, RIGHT = "urn:uuid:374d95fc-9457-4a51-bd6a-0bba133845a8", "urn:uuid:404d95fc-9457-4a51-bd6a-0bba133845a8"
DECLARATION = {
    "declarationTime": "2026-05-02T00:00:00+08:00",
    "reason": "incorrect_data",
    "correctiveEventIDs": [RIGHT],
}


@pytest.fixture
def captured(client: TestClient, key: Callable[..., dict[str, str]]) -> Callable[..., None]:
    """Capture an event of the maker's for everyone."""

    def capture(event: dict[str, Any]) -> None:
        document = {
            "@context": ["https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld"],
            "type": "EPCISDocument",
            "schemaVersion": "2.0",
            "creationDate": "2026-05-03T00:00:00Z",
            "epcisBody": {"eventList": [event]},
        }
        headers = key() | {"Content-Type": "application/json", "Suyuan-Disclosure": "public"}
        answer = client.post("/capture", content=json.dumps(document), headers=headers)
        assert 202 == answer.status_code, answer.text

    return capture


@pytest.mark.parametrize("form", ["application/json", "application/xml"])
def test_event_and_declaration_share_the_id_and_are_both_answered(
    client: TestClient, captured: Callable[..., None], form: str
) -> None:
    captured(WRONG | {"eventID": ID})
    captured(WRONG | {"eventID": ID, "errorDeclaration": DECLARATION})
    captured(WRONG | {"eventID": RIGHT, "bizStep": "arriving"})

    answer = client.get(f"/events/{ID}", headers={"Accept": form})

    read = read_json if form == "application/json" else read_xml
    events = read(answer.content).events
    assert [(ID, False), (ID, True)] == [(event.event_id, event.error_declaration is not None) for event in events]
    assert [RIGHT] == list((events[1].error_declaration or {})["correctiveEventIDs"])
    assert [RIGHT] == [
        event.event_id for event in read(client.get(f"/events/{RIGHT}", headers={"Accept": form}).content).events
    ]


def test_the_standards_own_pair_is_captured(
    client: TestClient, key: Callable[..., dict[str, str]], standards: Any
) -> None:
    path = standards / "epcis/examples/json/WithErrorDeclaration/ErrorDeclarationAndCorrectiveEvent.jsonld"
    headers = key() | {"Content-Type": "application/ld+json", "Suyuan-Disclosure": "public"}

    assert 202 == client.post("/capture", content=path.read_bytes(), headers=headers).status_code
    for identity, declared in ((ID, True), (RIGHT, False)):
        (event,) = read_json(client.get(f"/events/{identity}").content).events
        assert declared == (event.error_declaration is not None)
