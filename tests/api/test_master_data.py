"""Master data over HTTP: captured with documents, asked for by the standard's parameters, told with who says so."""

from collections.abc import Callable

import pytest
from lxml import etree
from starlette.testclient import TestClient

from traceability.epcis import read_json, read_xml

MAKER, CARRIER = 1, 2
PLANT = "https://id.gs1.org/414/6901234000016"
LOCATION = "urn:epcglobal:epcis:vtype:BusinessLocation"
NAME = "urn:epcglobal:cbv:mda:name"
ASKED = "/api/v1/master-data/query"
XML = """<?xml version="1.0"?><epcismd:EPCISMasterDataDocument xmlns:epcismd="urn:epcglobal:epcis-masterdata:xsd:2"
 schemaVersion="2.0" creationDate="2026-05-01T00:00:00Z"><EPCISBody><VocabularyList>
 <Vocabulary type="urn:epcglobal:epcis:vtype:BusinessLocation"><VocabularyElementList>
 <VocabularyElement id="urn:epc:id:sgln:6901234.00001.0"><attribute id="urn:epcglobal:cbv:mda:name">Plant 1</attribute>
 <children><id>urn:epc:id:sgln:6901234.00001.7</id></children></VocabularyElement>
 </VocabularyElementList></Vocabulary></VocabularyList></EPCISBody></epcismd:EPCISMasterDataDocument>"""

Key = Callable[..., dict[str, str]]


@pytest.fixture
def say(client: TestClient, key: Key) -> Callable[..., None]:
    """Let a firm capture the master data document, with another name for the plant if given."""

    def said(organisation: int, name: str = "Plant 1", disclosure: str = "public") -> None:
        headers = key(organisation) | {"Content-Type": "application/xml", "Suyuan-Disclosure": disclosure}
        answer = client.post("/capture", content=XML.replace("Plant 1", name), headers=headers)

        assert answer.status_code == 202, answer.text

    return said


def test_a_stand_alone_document_is_captured_and_asked_for(client: TestClient, say: Callable[..., None]) -> None:
    say(MAKER)

    answer = client.get(ASKED, params={"vocabularyName": LOCATION, "EQ_name": "urn:epc:id:sgln:6901234.00001.0"})

    document = answer.json()
    assert ("EPCISQueryDocument", "SimpleMasterDataQuery") == (
        document["type"],
        document["epcisBody"]["queryResults"]["queryName"],
    )
    (vocabulary,) = document["epcisBody"]["queryResults"]["resultsBody"]["vocabularyList"]
    (element,) = vocabulary["vocabularyElementList"]
    assert (LOCATION, PLANT, [f"{PLANT}/254/7"]) == (vocabulary["type"], element["id"], element["children"])
    assert {
        NAME: "Plant 1",
        "https://suyuan.example/ns/assertedBy": MAKER,
        "https://suyuan.example/ns/assertedAt": "2026-05-04T03:02:01.987Z",
    } == {attribute["id"]: attribute["attribute"] for attribute in element["attributes"]}


def test_two_firms_are_both_given_and_named(client: TestClient, say: Callable[..., None]) -> None:
    say(MAKER)
    say(CARRIER, "Gate 1")

    told = client.get("/api/v1/master-data", params={"id": "urn:epc:id:sgln:6901234.00001.0"}).json()

    assert [(MAKER, "Plant 1"), (CARRIER, "Gate 1")] == [
        (item["organisation"], item["attributes"][0]["attribute"]) for item in told["statements"]
    ]
    assert [True, True] == [item["current"] for item in told["versions"]]


def test_what_is_private_is_told_to_its_firm_only(client: TestClient, say: Callable[..., None], key: Key) -> None:
    say(MAKER, disclosure="private")

    for headers, expected in ((key(MAKER), 1), (key(CARRIER), 0), ({}, 0)):
        assert expected == len(
            client.get("/api/v1/master-data", params={"id": PLANT}, headers=headers).json()["statements"]
        )


def test_the_answer_in_xml_has_a_list_of_vocabularies(client: TestClient, say: Callable[..., None]) -> None:
    say(MAKER)

    answer = client.get(ASKED, headers={"Accept": "application/xml"})

    assert "application/xml" in answer.headers["content-type"]
    results = etree.fromstring(answer.content).find(".//resultsBody")
    assert results is not None
    assert ["VocabularyList"] == [child.tag for child in results]


@pytest.mark.parametrize("form", ["application/json", "application/xml"])
def test_an_answer_can_be_captured_by_another_firm(
    client: TestClient, say: Callable[..., None], key: Key, form: str
) -> None:
    say(MAKER)
    answer = client.get(ASKED, headers={"Accept": form})
    read = read_json if form == "application/json" else read_xml

    headers = key(CARRIER) | {"Content-Type": form, "Suyuan-Disclosure": "public"}
    captured = client.post("/capture", content=answer.content, headers=headers)

    assert ([LOCATION], 202) == ([item.type for item in read(answer.content).vocabularies], captured.status_code)
    told = client.get("/api/v1/master-data", params={"id": PLANT}).json()["statements"]
    assert [[NAME], [NAME]] == [[attribute["id"] for attribute in item["attributes"]] for item in told]


@pytest.mark.parametrize(
    ("parameters", "status", "problem"),
    [
        ({"EQ_bizStep": "x"}, 400, "query-parameter-invalid"),
        ({"includeAttributes": "perhaps"}, 400, "query-parameter-invalid"),
        ({"maxElementCount": "-1"}, 400, "query-parameter-invalid"),
    ],
)
def test_a_wrong_parameter_is_named(client: TestClient, parameters: dict[str, str], status: int, problem: str) -> None:
    answer = client.get(ASKED, params=parameters)

    assert (status, f"/problems/{problem}") == (answer.status_code, answer.json()["type"])
    assert next(iter(parameters)) in answer.json()["errors"][0]["pointer"]


def test_more_elements_than_wanted_are_a_problem(client: TestClient, say: Callable[..., None]) -> None:
    say(MAKER)
    say(CARRIER, "Gate 1")

    answer = client.get(ASKED, params={"maxElementCount": "1"})

    assert (413, "/problems/query-too-large") == (answer.status_code, answer.json()["type"])


def test_a_job_tells_what_became_of_the_statements(client: TestClient, key: Key) -> None:
    headers = key(MAKER) | {"Content-Type": "application/xml"}
    first = client.post("/capture", content=XML, headers=headers).headers["location"]
    again = client.post("/capture", content=XML, headers=headers).headers["location"]

    job, repeated = (client.get(address, headers=key(MAKER)).json() for address in (first, again))

    assert ([], [(PLANT, LOCATION, "waiting")], True) == (
        job["events"],
        [(item["id"], item["vocabulary"], item["progress"]) for item in job["masterData"]],
        job["success"],
    )
    assert "masterData" not in repeated


def test_the_named_query_of_the_standard_gives_the_same(client: TestClient, say: Callable[..., None], key: Key) -> None:
    say(MAKER)
    headers = key(CARRIER)

    named = client.get("/queries/SimpleMasterDataQuery/events", params={"EQ_name": PLANT}, headers=headers)

    assert 200 == named.status_code, named.text
    assert client.get(ASKED, params={"EQ_name": PLANT}, headers=headers).json() == named.json()
