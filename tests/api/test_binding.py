"""What holds on every path of the EPCIS binding: versions, formats, methods, forms, problems (EPCIS 2.0 §12.3)."""

import xml.etree.ElementTree as ET
from collections.abc import Callable
from typing import Any

import pytest
from starlette.testclient import TestClient

Build = Callable[..., Any]
LD = {"Content-Type": "application/ld+json"}
ANNOUNCED = {"gs1-epcis-version": "2.0.0", "gs1-cbv-version": "2.0.0"}
URN = "urn:epc:id:sgtin:6901234.000001.{}"


@pytest.mark.parametrize(
    "path", ["/", "/events", "/epcs", "/events/x", "/capture", "/queries/x", "/dispositions/x/events"]
)
def test_every_answer_announces_its_versions(client: TestClient, path: str) -> None:
    answer = client.get(path, headers={"Accept": "application/json"})

    assert ANNOUNCED == {name: answer.headers[name] for name in ANNOUNCED}
    assert "GS1-Extensions" in answer.headers


def test_other_paths_announce_nothing(client: TestClient) -> None:
    assert "GS1-EPCIS-Version" not in client.get("/healthz").headers


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"GS1-EPCIS-Min": "1.2", "GS1-EPCIS-Max": "2.0"}, 200),
        ({"GS1-EPCIS-Min": "2.0.0", "GS1-EPCIS-Max": "3"}, 200),
        ({"GS1-EPCIS-Min": "2.1"}, 406),
        ({"GS1-EPCIS-Max": "1.2"}, 406),
        ({"GS1-CBV-Max": "1.9.9"}, 406),
        ({"GS1-EPCIS-Version": "1.2"}, 406),
        ({"GS1-CBV-Min": "latest"}, 406),
        ({"GS1-CBV-Min": "9" * 40}, 406),
    ],
)
def test_a_reader_of_other_versions_is_told(client: TestClient, headers: dict[str, str], status: int) -> None:
    answer = client.get("/eventTypes", headers=headers)

    assert status == answer.status_code
    if status == 406:
        assert "epcisException:NotAcceptableException" == answer.json()["type"]
        assert next(name for name in headers if name in answer.json()["detail"])


def test_a_document_of_the_older_version_is_taken(
    client: TestClient, key: Build, document: Build, item_event: Build
) -> None:
    old = key() | LD | {"GS1-EPCIS-Version": "1.2", "GS1-CBV-Version": "1.2.2"}

    assert 202 == client.post("/capture", content=document(item_event()), headers=old).status_code
    assert "1.2.0" == client.options("/capture").headers["GS1-EPCIS-Min"]
    assert "2.0.0" == client.options("/events").headers["GS1-EPCIS-Min"]


@pytest.mark.parametrize(
    ("method", "path"), [("DELETE", "/capture"), ("POST", "/epcs/x/events"), ("GET", "/nextPageToken/x")]
)
def test_a_method_that_a_path_does_not_know_is_told_with_those_it_does(
    client: TestClient, method: str, path: str
) -> None:
    answer = client.request(method, path)

    assert 405 == answer.status_code
    assert client.options(path).headers["Allow"] == answer.headers["Allow"]


def test_identifiers_are_written_as_asked(client: TestClient, key: Build, item_event: Build) -> None:
    headers = key()
    urn = URN.format("F1")
    place = client.post("/events", json=item_event(epcList=[urn]), headers=headers).headers["Location"]

    def shown(**more: str) -> tuple[str, str]:
        answer = client.get(place, headers=headers | {name.replace("_", "-"): value for name, value in more.items()})
        (event,) = answer.json()["epcisBody"]["queryResults"]["resultsBody"]["eventList"]
        return event["epcList"][0], answer.headers["GS1-EPC-Format"]

    link = "https://id.gs1.org/01/06901234000016/21/F1"
    assert (link, "Always_GS1_Digital_Link") == shown()
    assert (link, "No_Preference") == shown(GS1_EPC_Format="No_Preference")
    assert (urn, "Always_EPC_URN") == shown(GS1_EPC_Format="Always_EPC_URN")
    assert (urn, "Never_Translates") == shown(GS1_EPC_Format="Never_Translates")
    refused = client.get(place, headers=headers | {"GS1-EPC-Format": "Sometimes"})
    assert (406, "GS1-EPC-Format") == (refused.status_code, refused.json()["errors"][0]["pointer"])


def test_an_event_that_is_created_is_answered_as_it_is_kept(client: TestClient, key: Build, item_event: Build) -> None:
    answer = client.post(
        "/events",
        json=item_event(epcList=[URN.format("F2")]),
        headers=key() | {"GS1-EPC-Format": "Always_EPC_URN", "Accept": "application/ld+json"},
    )

    event = answer.json()
    assert (201, "application/ld+json") == (answer.status_code, answer.headers["content-type"])
    assert [URN.format("F2")] == event["epcList"]
    assert event["eventID"].startswith("ni:///sha-256;")
    assert event["@context"]


@pytest.mark.parametrize(
    ("form", "step"),
    [
        ("Always_URN", "urn:epcglobal:cbv:bizstep:commissioning"),
        ("Always_Web_URI", "https://ref.gs1.org/cbv/BizStep-commissioning"),
    ],
)
def test_words_are_written_in_xml_as_asked(
    client: TestClient, key: Build, item_event: Build, form: str, step: str
) -> None:
    headers = key()
    place = client.post("/events", json=item_event(), headers=headers).headers["Location"]

    answer = client.get(place, headers=headers | {"Accept": "application/xml", "GS1-CBV-XML-Format": form})

    assert step == ET.fromstring(answer.content).findtext(".//bizStep")


@pytest.mark.parametrize("path", ["/", "/eventTypes", "/eventTypes/ObjectEvent"])
def test_a_collection_is_also_xml(client: TestClient, path: str) -> None:
    plain = client.get(path, headers={"Accept": "application/json"}).json()["member"]
    root = ET.fromstring(client.get(path, headers={"Accept": "application/xml"}).content)

    assert plain == [member.text for member in root.iter("member")]


def test_a_problem_in_xml_has_the_standards_name(client: TestClient) -> None:
    answer = client.get("/events/none", headers={"Accept": "application/xml"})
    root = ET.fromstring(answer.content)

    assert (404, "application/problem+xml") == (answer.status_code, answer.headers["content-type"])
    assert "{urn:epcglobal:epcis:xsd:2}EPCISException" == root.tag
    assert ("epcisException:NoSuchNameException", "404") == (root.findtext("type"), root.findtext("status"))


def test_only_one_event_is_created_at_once(client: TestClient, key: Build, document: Build, item_event: Build) -> None:
    answer = client.post("/events", content=document(item_event()), headers=key() | LD)

    assert (400, "/type") == (answer.status_code, answer.json()["errors"][0]["pointer"])
    assert "POST /capture" in answer.json()["errors"][0]["cure"]
    assert "1" == client.options("/events").headers["GS1-EPCIS-Capture-Limit"]


def test_an_answer_of_another_server_is_captured(client: TestClient, key: Build, item_event: Build) -> None:
    headers = key()
    place = client.post("/events", json=item_event("Q1"), headers=headers).headers["Location"]
    body = client.get(place, headers=headers).json()
    (event,) = body["epcisBody"]["queryResults"]["resultsBody"]["eventList"]
    event["epcList"], event["eventID"] = (
        ["https://id.gs1.org/01/06901234000016/21/Q2"],
        "urn:uuid:" + "1" * 8 + "-1111-4111-8111-" + "1" * 12,
    )

    answer = client.post("/capture", json=body, headers=headers)

    assert (202, ["accepted"]) == (answer.status_code, [result["status"] for result in answer.json()["events"]])
