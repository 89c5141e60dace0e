"""Documents that others wrote: every one is captured, and every event of it can be asked for again, the same.

The JSON and XML examples of the standard that are event documents, and the valid documents of OpenEPCIS.
"""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from traceability.epcis import DocumentInvalid, DocumentKind, Event, event_hash, read_json, read_xml
from traceability.identifiers import Level

Build = Callable[..., Any]
PREFIXES = ("0614141", "4012345", "4023333", "9521321", "9780201", "0800000", "4054739")


FAULTS = {
    # An SGTIN-like code 3001345000771: 300134500077 has the check digit 6.
    "Combination_of_different_event": "check-digit",
    # AI 8003 is a zero and 13 digits (GS1 General Specifications §3.9.2); the document has another first digit.
    "SensorData_with_combined_events": "leading-zero",
}
"""Documents whose own fault it is that they are refused, and the reason."""


def documents(standards: Path) -> Iterator[tuple[Path, bool]]:
    for folder in (standards / "epcis" / "examples", standards / "openepcis"):
        for path in sorted(folder.rglob("*")):
            if path.suffix in (".jsonld", ".json", ".xml"):
                yield path, path.suffix == ".xml"


def names_something_twice(event: Event) -> bool:
    """Say whether a list of things holds one thing in two writings."""
    things = event.body.get("epcList", [])
    return len(things) != len(set(things))


@pytest.fixture(scope="module")
def granted(house: Any) -> list[str]:
    """Grant the prefixes of the examples to the maker, those that a member may hold."""
    wanted = [{"scheme": "gs1", "prefix": prefix, "holder": 1} for prefix in PREFIXES]
    answers = [house.post("operator", "/api/v1/prefixes", content) for content in wanted]
    return [prefix for prefix, answer in zip(PREFIXES, answers, strict=True) if answer.status_code == 202]


def test_every_event_document_of_others_is_captured_and_given_back(
    house: Any, granted: list[str], standards: Path
) -> None:
    jobs: list[tuple[str, str]] = []
    keys, wrong, counted = house.keys["maker"], [], {"json": 0, "xml": 0, "events": 0, "openepcis": 0}
    for path, is_xml in documents(standards):
        data = path.read_bytes()
        try:
            read = (read_xml if is_xml else read_json)(data)
        except DocumentInvalid as refusal:
            if FAULTS.get(path.stem, "-") not in str(refusal):
                wrong.append((path.name, str(refusal)[:300]))
            continue
        if read.kind not in (DocumentKind.EVENTS, DocumentKind.EVENT) or not read.events:
            continue
        kind = "application/xml" if is_xml else "application/ld+json"
        answer = house.client.post(
            "/capture", content=data, headers=keys | {"Content-Type": kind, "Suyuan-Disclosure": "public"}
        )
        if answer.status_code != 202:
            wrong.append((path.name, answer.text[:500]))
            continue
        jobs.append((path.name, answer.headers["Location"]))
        counted["openepcis" if "openepcis" in path.parts else "xml" if is_xml else "json"] += 1
        for event, result in zip(read.events, answer.json()["events"], strict=True):
            shown = house.client.get("/events/" + result["commitment"], headers=keys)
            counted["events"] += 1
            if names_something_twice(event):
                # Our own reading refuses this on the way back, so the list itself is compared.
                (raw,) = shown.json()["epcisBody"]["queryResults"]["resultsBody"]["eventList"]
                same = raw["epcList"] == event.body["epcList"]
            else:
                # One that came without an eventID is shown with its hash.
                same = read_json(shown.content).events[0].body == {"eventID": event_hash(event), **event.body}
            if not same:
                wrong.append((path.name, result["index"], "not given back the same"))
    house.settle()

    for name, job in jobs:
        content = house.client.get(job, headers=keys).json()
        if not content["success"] or {"final"} != {event["progress"] for event in content["events"]}:
            wrong.append((name, str(content["errors"])[:500]))
    assert [] == wrong
    # 47 JSON and 31 XML examples, less a query document, and less four jobs and three master data documents.
    assert (46, 24) == (counted["json"], counted["xml"])


def test_things_of_the_examples_are_proven(house: Any, granted: list[str], standards: Path) -> None:
    path = standards / "epcis" / "examples" / "json" / "Example_9.6.1-ObjectEvent.jsonld"
    data = path.read_bytes()
    answer = house.client.post(
        "/capture",
        content=data,
        headers=house.keys["maker"] | {"Content-Type": "application/ld+json", "Suyuan-Disclosure": "public"},
    )
    house.settle()

    assert 202 == answer.status_code
    things = {
        thing.identifier
        for event in read_json(data).events
        for thing in event.things()
        if thing.identifier.level is Level.ITEM
    }
    for thing in things:
        verdict = house.client.get(
            thing.canonical.removeprefix("https://id.gs1.org"), headers={"Accept": "application/json"}
        ).json()["verdict"]
        facts = {fact["id"]: fact for fact in verdict["facts"]}
        assert ("matched", "complete_headed") == (facts["story"]["status"], facts["story"]["reason"])
        assert {"matched"} == {step["status"] for step in verdict["steps"]}
        assert 200 == house.client.get("/api/v1/bundle?id=" + quote(thing.canonical, safe="")).status_code
