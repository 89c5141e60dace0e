"""The resolver over a running chain: the page that a scanned code opens, and what our own links lead to."""

import json
import re
from collections.abc import Callable
from typing import Any

import pytest

from traceability.linking.link_types import GS1

Build = Callable[..., Any]
BROWSER = {"Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,image/webp,*/*;q=0.8"}
ORIGIN = "https://trace.example.com"
CLASS = "/01/06901234000016"


def path_of(item: str) -> str:
    return item.removeprefix("https://id.gs1.org")


@pytest.fixture(scope="module")
def item(house: Any) -> str:
    """Give the path of an item of a lot, with a description of its class and an attestation."""
    made = str(house.item())
    house.capture(
        "maker",
        {
            "type": "ObjectEvent",
            "action": "ADD",
            "eventTime": "2026-05-03T10:00:00+08:00",
            "eventTimeZoneOffset": "+08:00",
            "bizStep": "commissioning",
            "epcList": [made],
            "ilmd": {"cbvmda:lotNumber": "R1"},
        },
    )
    product = {"name": {"zh": "海岚冰箱", "en": "Hailan refrigerator"}, "brand": "Hailan"}
    house.post("maker", "/api/v1/products", {"id": "https://id.gs1.org/01/06901234000016", "product": product})
    schema = {"name": "Energy label", "fields": ["class"]}
    house.post("carrier", "/api/v1/attestations/schemas", {"schema": schema})
    body = {"subject": made, "schema": schema, "statement": {"class": "A"}}
    house.post("carrier", "/api/v1/attestations", body)
    return path_of(made)


def test_a_browser_gets_the_verdict_page_without_a_redirect(house: Any, item: str) -> None:
    for accept in (BROWSER["Accept"], "text/html", "text/html,application/xhtml+xml"):
        answer = house.client.get(item, headers={"Accept": accept, "Accept-Language": "zh-CN"})
        assert (200, f"{ORIGIN}/verdict{item}") == (answer.status_code, answer.headers["Content-Location"])
        assert "海岚冰箱" in answer.text
        assert 'rel="linkset"' in answer.headers["Link"]


def test_a_program_is_redirected_to_the_same_page_or_gets_the_verdict(house: Any, item: str) -> None:
    for headers in ({}, {"Accept": "*/*"}, {"Accept": "image/png"}):
        answer = house.client.get(item, headers=headers)
        assert (307, f"{ORIGIN}/verdict{item}") == (answer.status_code, answer.headers["Location"])
    page = house.client.get(f"/verdict{item}", headers=BROWSER)
    verdict = house.client.get(item, headers={"Accept": "application/json"}).json()

    assert (200, "text/html") == (page.status_code, page.headers["Content-Type"].partition(";")[0])
    assert "server" == verdict["checkedBy"]
    assert f"{ORIGIN}{item}?linkType=linkset" == verdict["links"]["linkset"]


def test_the_asked_link_type_is_followed_by_a_browser_too(house: Any, item: str) -> None:
    answer = house.client.get(item + "?linkType=gs1:traceability&lang=en", headers=BROWSER)

    assert 307 == answer.status_code
    assert f"{ORIGIN}/verdict{item}?linkType=gs1:traceability&lang=en" == answer.headers["Location"]


@pytest.mark.parametrize("level", ["item", "lot", "class", "package", "place", "party"])
def test_every_link_of_ours_leads_to_an_answer(house: Any, item: str, level: str) -> None:
    path = {
        "item": item,
        "lot": CLASS + "/10/R1",
        "class": CLASS,
        "package": "/00/069012340000000016",
        "place": "/414/6901234000009",
        "party": "/417/6901234000009",
    }[level]
    (context, *_) = house.client.get(path + "?linkType=linkset").json()["linkset"]

    targets = {
        link["href"]: link.get("type")
        for name, links in context.items()
        if isinstance(links, list) and not name.endswith("defaultLink")
        for link in links
    }
    assert len(targets) >= 2
    for target, kind in targets.items():
        assert target.startswith(ORIGIN)
        answer = house.client.get(target.removeprefix(ORIGIN), headers={"Accept": kind} if kind else {})
        assert 200 == answer.status_code, (target, answer.text[:300])
        assert kind == answer.headers["Content-Type"].partition(";")[0], target


def test_the_linkset_names_things_as_their_holder_does(house: Any, item: str) -> None:
    found = house.client.get(item + "?linkType=linkset&lang=zh").json()["linkset"]
    english = house.client.get(item + "?linkType=linkset", headers={"Accept-Language": "en"}).json()["linkset"]

    serial = item.rpartition("/")[2]
    assert [f"海岚冰箱 (01)06901234000016(21){serial}", "海岚冰箱 (01)06901234000016(10)R1", "海岚冰箱"] == [
        context["itemDescription"] for context in found
    ]
    assert "Hailan refrigerator" == english[-1]["itemDescription"]


def test_recall_status_follows_the_chain(house: Any) -> None:
    made = str(house.item())
    event = {
        "type": "ObjectEvent",
        "action": "ADD",
        "eventTime": "2026-05-03T10:00:00+08:00",
        "eventTimeZoneOffset": "+08:00",
        "epcList": [made],
        "ilmd": {"cbvmda:lotNumber": "R9"},
    }
    house.capture("maker", event)
    path = path_of(made)
    before = house.client.get(f"/recall-status{path}").json()
    house.post("maker", "/api/v1/recalls", {"id": "(01)06901234000016(10)R9", "reason": {"en": "It may overheat."}})

    by_lot = house.client.get(f"/recall-status{CLASS}/10/R9").json()
    by_item = house.client.get(f"/recall-status{path}").json()
    by_both = house.client.get(f"/recall-status{CLASS}/10/R9/21/{path.rpartition('/')[2]}").json()

    assert before["recalled"] is False
    assert (True, True, True) == (by_lot["recalled"], by_item["recalled"], by_both["recalled"])
    assert "recalled" == by_lot["states"][0]["state"]
    assert ["item", "lot", "class"] == [state["level"] for state in by_both["states"]]


def test_while_a_lot_is_recalled_its_default_is_our_page(house: Any) -> None:
    lot = CLASS + "/10/R8"
    link = {
        "about": f"https://e.com{lot}",
        "linkType": "gs1:pip",
        "target": "https://maker.example/lot",
        "default": "yes",
    }
    assert 201 == house.client.post("/api/v1/links", json=link, headers=house.keys["maker"]).status_code
    calm = house.client.get(lot).headers["Location"]
    house.post("maker", "/api/v1/recalls", {"id": "(01)06901234000016(10)R8", "reason": {"en": "It may overheat."}})

    assert "https://maker.example/lot" == calm
    assert f"{ORIGIN}/verdict{lot}" == house.client.get(lot).headers["Location"]
    assert "Recalled" in house.client.get(lot + "?lang=en", headers=BROWSER).text


def test_certificates_list_what_is_attested(house: Any, item: str) -> None:
    (certificate,) = house.client.get(f"/certificates{item}").json()["certificates"]

    assert (2, "issued") == (certificate["organisation"], certificate["status"])
    assert "A" == certificate["statement"]["class"]


def test_an_identifier_is_verified_by_its_first_line(house: Any, item: str) -> None:
    known = house.client.get(f"/verify{item}").json()
    unknown = house.client.get(f"/verify{CLASS}/21/NEVERMADE").json()
    of_class = house.client.get(f"/verify{CLASS}").json()

    assert {"verified": True} == known["data"]
    assert {"verified": False, "verificationFailureReason": "No_match_GTIN_Serial"} == unknown["data"]
    assert {"verified": True} == of_class["data"]
    assert known["corrUUID"] != unknown["corrUUID"]


def test_a_passport_says_what_and_by_whom(house: Any, item: str) -> None:
    answer = house.client.get(item + "?linkType=gs1:dpp", headers={"Accept": "application/ld+json"})
    content = house.client.get(answer.headers["Location"].removeprefix(ORIGIN)).json()

    assert f"{ORIGIN}{item}" == content["id"]
    assert {"zh": "海岚冰箱", "en": "Hailan refrigerator"} == content["name"]
    assert 1 == content["manufacturer"]["organisation"]
    assert 2 == content["certificates"][0]["attester"]["organisation"]
    assert content["recall"]["recalled"] is False
    assert "@context" in content
    assert [f"{ORIGIN}/passport{CLASS}/10/R1", f"{ORIGIN}/passport{CLASS}"] == content["isVariantOf"]


def test_an_item_has_the_links_of_its_lot_though_its_address_does_not_name_it(house: Any) -> None:
    item = made_of_lot(house, "R2")
    link = {"about": f"https://e.com{CLASS}/10/R2", "linkType": "gs1:faqs", "target": "https://maker.example/lot"}
    page = {"about": f"https://e.com{item}", "linkType": "gs1:pip", "target": "https://maker.example/item"}
    for body in (link, page | {"default": "yes"}):
        assert 201 == house.client.post("/api/v1/links", json=body, headers=house.keys["maker"]).status_code

    anchors = [context["anchor"] for context in house.client.get(item + "?linkType=linkset").json()["linkset"]]
    assert [f"{ORIGIN}{item}", f"{ORIGIN}{CLASS}/10/R2", f"{ORIGIN}{CLASS}"] == anchors
    assert (
        "https://maker.example/lot?linkType=gs1:faqs"
        == house.client.get(item + "?linkType=gs1:faqs").headers["Location"]
    )
    assert "https://maker.example/item" == house.client.get(item).headers["Location"]

    house.post("maker", "/api/v1/recalls", {"id": "(01)06901234000016(10)R2", "reason": {"en": "It may overheat."}})

    assert f"{ORIGIN}/verdict{item}" == house.client.get(item).headers["Location"]


def test_a_lot_that_is_not_the_items_is_not_verified(house: Any) -> None:
    serial = made_of_lot(house, "R3").rpartition("/")[2]

    right = house.client.get(f"/verify{CLASS}/10/R3/21/{serial}").json()["data"]
    wrong = house.client.get(f"/verify{CLASS}/10/R4/21/{serial}").json()["data"]

    assert {"verified": True} == right
    assert {"verified": False, "verificationFailureReason": "No_match_GTIN_Serial_Lot"} == wrong


def made_of_lot(house: Any, lot: str) -> str:
    """Return the path of a new item of a lot."""
    made = str(house.item())
    event = {
        "type": "ObjectEvent",
        "action": "ADD",
        "eventTime": "2026-05-03T10:00:00+08:00",
        "eventTimeZoneOffset": "+08:00",
        "epcList": [made],
        "ilmd": {"cbvmda:lotNumber": lot},
    }
    house.capture("maker", event)
    return path_of(made)


def test_what_is_private_is_in_no_view(house: Any) -> None:
    made = str(house.item())
    event = {
        "type": "AggregationEvent",
        "action": "ADD",
        "eventTime": "2026-05-03T10:00:00+08:00",
        "eventTimeZoneOffset": "+08:00",
        "parentID": made,
        "childEPCs": ["https://id.gs1.org/01/06901234000016/21/HIDDENCHILD"],
        "bizLocation": {"id": "https://id.gs1.org/414/6901234000009"},
    }
    created = {
        "type": "ObjectEvent",
        "action": "ADD",
        "eventTime": "2026-05-03T09:00:00+08:00",
        "eventTimeZoneOffset": "+08:00",
        "epcList": [made, "https://id.gs1.org/01/06901234000016/21/HIDDENCHILD"],
        "ilmd": {"cbvmda:lotNumber": "HIDDENLOT"},
    }
    house.capture("maker", created, event, disclosure="private")
    path = path_of(made)

    for view in ("verdict", "recall-status", "certificates", "verify", "passport"):
        answer = house.client.get(f"/{view}{path}", headers={"Accept": "application/json"})
        assert "HIDDENCHILD" not in answer.text and "HIDDENLOT" not in answer.text, view
        assert "6901234000009" not in answer.text, view
    linkset = house.client.get(path + "?linkType=linkset").json()
    never = house.client.get(CLASS + "/21/NEVERSEEN?linkType=linkset").json()
    text = json.dumps(linkset).replace(path.rpartition("/")[2], "X")
    assert text == json.dumps(never).replace("NEVERSEEN", "X")


def test_a_page_lists_all_links_for_a_person(house: Any, item: str) -> None:
    page = house.client.get(item + "?linkType=all&lang=zh", headers=BROWSER)

    assert (200, "zh") == (page.status_code, page.headers["Content-Language"])
    assert "海岚冰箱" in page.text and "召回状态" in page.text
    data = re.search(r'<script type="application/ld\+json">(.*?)</script>', page.text, re.DOTALL)
    assert data is not None
    linked = json.loads(data[1])
    assert f"{ORIGIN}{item}" == linked["linkset"][0]["anchor"]
    assert f"{GS1}dpp" in linked["linkset"][0]


def test_a_misread_code_is_told_to_a_person_in_words(house: Any) -> None:
    answer = house.client.get("/01/06901234000017", headers=BROWSER)

    assert (400, "text/html") == (answer.status_code, answer.headers["Content-Type"].partition(";")[0])
    assert "*" == answer.headers["Access-Control-Allow-Origin"]


def test_a_typed_code_gets_the_same_links(house: Any, item: str) -> None:
    code = "(01)06901234000016(21)" + item.rpartition("/")[2]

    looked = house.client.get("/lookup", params={"code": code, "linkType": "gs1:dpp", "lang": "en"})
    followed = house.client.get(looked.headers["Location"])

    assert (303, f"{item}?lang=en&linkType=gs1%3Adpp") == (looked.status_code, looked.headers["Location"])
    assert followed.headers["Location"].startswith(f"{ORIGIN}/passport{item}")


@pytest.mark.parametrize(
    "path", ["/88.118.8/AB%2FC", "/did/web:example.com", "/urn/oid:1.2.156.3", "/vin/1M8GDM9AXKP042788"]
)
def test_codes_of_other_schemes_are_answered_by_the_same_rules(house: Any, path: str) -> None:
    # Nobody holds a prefix of these in this house: they are read, and nothing is known of them.
    for query in ("", "?linkType=linkset", "?linkType=gs1:dpp"):
        answer = house.client.get(path + query)
        assert (404, "/problems/thing-not-held") == (answer.status_code, answer.json()["type"])
        assert f"<{ORIGIN}{path}?linkType=linkset>" in answer.headers["Link"]
        assert "*" == answer.headers["Access-Control-Allow-Origin"]
