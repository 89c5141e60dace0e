"""What firms do: keys, members, prefixes, attestations, liens, dossiers, labels, traces, holdings, forgetting."""

import io
import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import quote

import pytest
from PIL import Image

Build = Callable[..., Any]
LATER = (datetime.now(UTC) + timedelta(days=30)).isoformat(timespec="seconds")


def test_a_signing_key_is_rotated_and_the_firm_goes_on(house: Any, created: Build) -> None:
    new = "0x" + house.keystores.create().address.hex()

    made = house.post("carrier", "/api/v1/members/2/keys/rotate", {"newKey": new})

    assert "final" == house.client.get(made.headers["Location"], headers=house.keys["carrier"]).json()["progress"]
    job = house.capture("carrier", created("https://id.gs1.org/01/06921111000014/21/R1"))
    assert ["final"] == [event["progress"] for event in job["events"]]
    assert 2 == len(house.client.get("/api/v1/members/2").json()["keys"])


def test_a_promise_is_shown_to_its_own_firm_only(house: Any) -> None:
    made = house.post("maker", "/api/v1/attestations/schemas", {"schema": {"name": "own"}})

    assert 404 == house.client.get(made.headers["Location"], headers=house.keys["carrier"]).status_code
    assert 401 == house.client.get(made.headers["Location"]).status_code


def test_only_operators_admit_and_grant(house: Any) -> None:
    for path, content in (
        ("/api/v1/members", {"profile": {"name": "x"}, "roles": [], "key": "0x" + "11" * 20}),
        ("/api/v1/prefixes", {"scheme": "gs1", "prefix": "6933333", "holder": 1}),
        ("/api/v1/members/2/suspend", {"reason": "x"}),
    ):
        answer = house.client.post(path, json=content, headers=house.keys["maker"])
        assert (403, "/problems/role-missing") == (answer.status_code, answer.json()["type"])


def test_an_overlapping_prefix_is_refused_under_the_contracts_own_name(house: Any) -> None:
    answer = house.post("operator", "/api/v1/prefixes", {"scheme": "gs1", "prefix": "690123", "holder": 2})

    told = house.client.get(answer.headers["Location"], headers=house.keys["operator"]).json()
    assert ("failed", True) == (told["progress"], told["failure"]["name"].startswith("PrefixOverlaps"))


def test_a_suspended_member_writes_nothing_until_it_is_reinstated(house: Any, created: Build) -> None:
    house.post("operator", "/api/v1/members/2/suspend", {"reason": "review"})
    event = json.dumps(created("https://id.gs1.org/01/06921111000014/21/S1"))
    headers = house.keys["carrier"] | {"Content-Type": "application/json"}

    refused = house.client.post("/events", content=event, headers=headers)
    house.post("operator", "/api/v1/members/2/reinstate", {"reason": "review is over"})
    taken = house.client.post("/events", content=event, headers=headers)

    assert (403, "/problems/organisation-unknown", 201) == (
        refused.status_code,
        refused.json()["problem"],
        taken.status_code,
    )


def test_an_attestation_holds_until_it_is_revoked(house: Any, created: Build) -> None:
    item = house.item()
    house.capture("maker", created(item))
    schema = {"name": "energy label", "fields": {"class": "text"}}
    house.post("carrier", "/api/v1/attestations/schemas", {"schema": schema})
    made = house.post(
        "carrier",
        "/api/v1/attestations",
        {"subject": item, "schema": schema, "statement": {"class": "A", "kwh": 1.5}, "expires": LATER},
    ).json()

    listed = house.client.get("/api/v1/attestations?id=" + quote(item)).json()["attestations"]
    shown = house.client.get(item.removeprefix("https://id.gs1.org"), headers={"Accept": "application/json"}).json()[
        "verdict"
    ]
    assert ([made["attestation"]], ["issued"], ["A"]) == (
        [item["attestation"] for item in listed],
        [item["status"] for item in listed],
        [item["statement"]["class"] for item in listed],
    )
    assert ["active"] == [attestation["reason"] for attestation in shown["attestations"]]
    assert (
        404
        == house.client.post(
            f"/api/v1/attestations/{made['attestation']}/revoke", headers=house.keys["maker"]
        ).status_code
    )
    house.post("carrier", f"/api/v1/attestations/{made['attestation']}/revoke", None)
    assert "revoked" == house.client.get(f"/api/v1/attestations/{made['attestation']}").json()["status"]


def test_a_second_lien_on_the_same_asset_is_refused_by_the_contract(house: Any, created: Build) -> None:
    item = house.item()
    house.capture("maker", created(item))
    first = house.consent("maker", item, LATER)
    lien = house.post("bank", "/api/v1/liens", first).json()["lien"]
    house.post("bank", f"/api/v1/liens/{lien}/activate", None)

    second = house.consent("maker", item, LATER)
    again = house.post("bank", "/api/v1/liens", second)

    told = house.client.get(again.headers["Location"], headers=house.keys["bank"]).json()
    assert ("failed", "AssetEncumbered") == (told["progress"], told["failure"]["name"])
    assert "active" == house.client.get(f"/api/v1/liens/{lien}", headers=house.keys["maker"]).json()["state"]
    assert 404 == house.client.get(f"/api/v1/liens/{lien}", headers=house.keys["carrier"]).status_code
    assert 400 == house.client.post("/api/v1/liens", json=first, headers=house.keys["carrier"]).status_code


def test_a_dossier_opens_without_an_account_until_it_is_withdrawn(house: Any, created: Build) -> None:
    item = house.item()
    house.capture(
        "maker",
        created(item, bizTransactionList=[{"type": "po", "bizTransaction": "urn:example:hidden"}]),
        disclosure="private",
    )
    made = house.client.post(
        "/api/v1/dossiers", json={"things": [item], "until": LATER}, headers=house.keys["maker"]
    ).json()

    file = house.client.get(made["url"], headers={"Accept": "application/json"}).json()
    page = house.client.get(made["url"] + "?lang=en", headers={"Accept": "text/html"})
    assert ("suyuan-dossier/1", [item]) == (file["format"], file["dossier"]["assets"])
    assert {"PASS", "FAIL", "REFER", "UNKNOWN"} >= {check["outcome"] for check in file["verdicts"][0]["checks"]}
    assert 200 == page.status_code
    assert "<table>" in page.text and "Provenance" in page.text
    assert "urn:example:hidden" not in house.client.get("/api/v1/bundle?id=" + quote(item)).text
    assert 404 == house.client.delete(f"/api/v1/dossiers/{made['id']}", headers=house.keys["carrier"]).status_code
    assert 204 == house.client.delete(f"/api/v1/dossiers/{made['id']}", headers=house.keys["maker"]).status_code
    closed = house.client.get(made["url"], headers={"Accept": "application/json"})
    assert (410, "/problems/dossier-closed") == (closed.status_code, closed.json()["type"])


@pytest.mark.parametrize(
    ("content", "place"),
    [
        ({"things": ["x"], "until": LATER}, "/things/0"),
        ({"things": ["https://id.gs1.org/01/06901234000016/21/X"], "until": "soon"}, "/until"),
        ({"things": ["https://id.gs1.org/01/06901234000016/21/X"], "until": "2020-01-01T00:00:00Z"}, "/until"),
        ({"things": ["https://id.gs1.org/01/06901234000016/21/X"], "until": LATER, "fields": ["bizStep"]}, "/fields/0"),
        ({"things": []}, "/things"),
    ],
)
def test_a_dossier_out_of_order_names_its_place(house: Any, content: Any, place: str) -> None:
    answer = house.client.post("/api/v1/dossiers", json=content, headers=house.keys["maker"])

    assert 400 == answer.status_code
    assert place in {error["pointer"] for error in answer.json()["errors"]}


def test_labels_come_as_a_pdf_that_was_read_back(house: Any) -> None:
    answer = house.client.post(
        "/api/v1/labels", json={"product": "06901234000016", "count": 3}, headers=house.keys["maker"]
    )
    foreign = house.client.post(
        "/api/v1/labels", json={"product": "06921111000014", "count": 3}, headers=house.keys["maker"]
    )

    assert (200, b"%PDF") == (answer.status_code, answer.content[:4])
    assert (400, "/problems/identifier-not-owned") == (foreign.status_code, foreign.json()["errors"][0]["type"])


def test_a_trace_goes_both_ways(house: Any, created: Build) -> None:
    part, whole = house.item(), house.item()
    built = {
        "type": "AssociationEvent",
        "action": "ADD",
        "parentID": whole,
        "childEPCs": [part],
        "eventTime": "2026-05-03T10:00:00Z",
        "eventTimeZoneOffset": "+08:00",
    }
    house.capture("maker", created(part), created(whole), built)

    up = house.client.get("/api/v1/trace?direction=origins&id=" + quote(whole)).json()
    down = house.client.get("/api/v1/trace?direction=uses&id=" + quote(part)).json()
    before = house.client.get("/api/v1/trace?direction=origins&asOf=2026-05-03T09:00:00Z&id=" + quote(whole)).json()

    assert [whole, part] == [thing["id"] for thing in up["things"]]
    assert [part, whole] == [thing["id"] for thing in down["things"]]
    assert [whole] == [thing["id"] for thing in before["things"]]


def test_a_firm_sees_what_it_holds(house: Any, created: Build) -> None:
    item = house.item()
    house.capture("maker", created(item))

    found: list[str] = []
    address = "/api/v1/holdings?perPage=5"
    while address:
        answer = house.client.get(address, headers=house.keys["maker"])
        found += [holding["id"] for holding in answer.json()["holdings"]]
        address = answer.headers.get("Link", "").partition(">")[0].lstrip("<")

    assert item in found
    assert 401 == house.client.get("/api/v1/holdings").status_code


def test_a_picture_is_kept_under_its_digest(house: Any) -> None:
    file = io.BytesIO()
    Image.new("RGB", (8, 8), "red").save(file, "PNG")
    made = house.client.post(
        "/api/v1/pictures", content=file.getvalue(), headers=house.keys["maker"] | {"Content-Type": "image/png"}
    )

    assert file.getvalue() == house.client.get(made.headers["Location"]).content
    wrong = house.client.post(
        "/api/v1/pictures", content=b"\x89PNG nonsense", headers=house.keys["maker"] | {"Content-Type": "image/png"}
    )
    assert (400, "/problems/picture-invalid") == (wrong.status_code, wrong.json()["type"])


def test_a_forgotten_event_is_gone_and_its_absence_is_signed(house: Any, created: Build) -> None:
    item = house.item()
    job = house.capture("maker", created(item))
    commitment = job["events"][0]["commitment"]

    assert 404 == house.client.delete(f"/api/v1/events/{commitment}", headers=house.keys["carrier"]).status_code
    assert 202 == house.client.delete(f"/api/v1/events/{commitment}", headers=house.keys["maker"]).status_code
    house.settle()

    assert 404 == house.client.get(f"/events/{commitment}", headers=house.keys["maker"]).status_code
    verdict = house.client.get(item.removeprefix("https://id.gs1.org"), headers={"Accept": "application/json"}).json()[
        "verdict"
    ]
    assert [("create", "forgotten"), ("forget", "asserted")] == [
        (step["kind"], step["reason"]) for step in verdict["steps"]
    ]


def test_a_table_is_tried_and_then_captured(house: Any) -> None:
    mapping = {
        "fields": {
            "type": {"value": "ObjectEvent"},
            "action": {"value": "ADD"},
            "eventTime": {"column": "time"},
            "epcList": {"template": "https://id.gs1.org/01/{gtin}/21/{serial}"},
        }
    }
    serial = house.item().rpartition("/")[2]
    rows = f"time,gtin,serial\n2026-05-03T10:00:00+08:00,06901234000016,{serial}\n"

    def send(text: str, dry: str) -> Any:
        files = {"table": ("till.csv", text, "text/csv")}
        return house.client.post(
            "/api/v1/tables",
            files=files,
            data={"mapping": json.dumps(mapping), "dryRun": dry},
            headers=house.keys["maker"],
        )

    tried, taken, wrong = (
        send(rows, "true"),
        send(rows, "false"),
        send(rows + "2026-05-03T10:00:00+08:00,06901234000017,X\n", "true"),
    )

    assert (200, 202, 400) == (tried.status_code, taken.status_code, wrong.status_code)
    assert [2] == taken.json()["events"][0]["rows"]
    assert "row 3, column 'gtin, serial'" == wrong.json()["errors"][0]["pointer"]


def test_figures_tell_heights_and_queues_and_name_no_firm(house: Any) -> None:
    ready = house.client.get("/readyz")
    figures = house.client.get("/metrics").text

    assert (200, 0) == (ready.status_code, ready.json()["lag"])
    assert 'suyuan_outbox_rows{progress="final"}' in figures
    assert "Firm" not in figures and "企业" not in figures
    assert {"status": "alive"} == house.client.get("/healthz").json()


def test_a_hold_is_set_and_lifted(house: Any, created: Build) -> None:
    item = house.item()
    house.capture("maker", created(item))

    for state in ("quarantined", "active"):
        house.post("maker", "/api/v1/states", {"things": [item], "state": state, "reason": {"en": "check"}})
        assert state == house.client.get("/api/v1/states?id=" + quote(item)).json()["state"]
    wrong = house.client.post("/api/v1/states", json={"things": [item], "state": "lovely"}, headers=house.keys["maker"])
    assert (400, "/problems/state-unknown") == (wrong.status_code, wrong.json()["type"])
    foreign = house.client.post(
        "/api/v1/states", json={"things": [item], "state": "recalled"}, headers=house.keys["carrier"]
    )
    assert (400, "/things/0") == (foreign.status_code, foreign.json()["errors"][0]["pointer"])


def test_a_schema_is_registered_once_and_shown(house: Any) -> None:
    schema = {"name": "shown", "fields": {"a": "text"}}
    made = house.post("carrier", "/api/v1/attestations/schemas", {"schema": schema}).json()

    again = house.client.post("/api/v1/attestations/schemas", json={"schema": schema}, headers=house.keys["maker"])

    assert "final" == again.json()["progress"]
    assert (2, schema) == tuple(
        house.client.get(again.headers["Location"]).json()[name] for name in ("organisation", "content")
    )
    assert made["schema"] == again.json()["schema"]
    assert 404 == house.client.get("/api/v1/attestations/schemas/0x" + "00" * 32).status_code
    assert 400 == house.client.get("/api/v1/attestations").status_code
    assert 200 == house.client.get("/api/v1/attestations?organisation=2").status_code


def test_a_lien_is_listed_to_its_parties_and_released(house: Any, created: Build) -> None:
    item = house.item()
    house.capture("maker", created(item))
    consent = house.consent("maker", item, LATER)
    lien = house.post("bank", "/api/v1/liens", consent).json()["lien"]
    house.post("bank", f"/api/v1/liens/{lien}/activate", None)
    house.post("bank", f"/api/v1/liens/{lien}/release", None)

    listed = house.client.get("/api/v1/liens?id=" + quote(item), headers=house.keys["bank"]).json()["liens"]
    assert [(lien, "released")] == [(entry["lien"], entry["state"]) for entry in listed]
    assert [] == house.client.get("/api/v1/liens?id=" + quote(item), headers=house.keys["carrier"]).json()["liens"]
    assert lien in house.client.get("/api/v1/liens?perPage=1000", headers=house.keys["maker"]).text


def test_a_lien_with_a_forged_signature_is_refused(house: Any, created: Build) -> None:
    item = house.item()
    house.capture("maker", created(item))
    consent = house.consent("maker", item, LATER)

    for forged in ({"until": consent["until"] + 1}, {"nonce": consent["nonce"] + 1}):
        answer = house.post("bank", "/api/v1/liens", consent | forged)
        told = house.client.get(answer.headers["Location"], headers=house.keys["bank"]).json()
        assert ("failed", True) == (
            told["progress"],
            told["failure"]["name"] in ("SignatureInvalid", "NonceOutOfOrder"),
        )
    stranger = house.client.post(
        "/api/v1/liens", json=consent | {"pledgor": "0x" + "11" * 20}, headers=house.keys["bank"]
    )
    assert (400, "/pledgor") == (stranger.status_code, stranger.json()["errors"][0]["pointer"])


def test_labels_are_printed_for_given_codes(house: Any) -> None:
    items = [house.item(), house.item()]
    answer = house.client.post("/api/v1/labels", json={"ids": items, "name": "Fridge"}, headers=house.keys["maker"])

    assert (200, "2") == (answer.status_code, answer.headers["Suyuan-Identifiers"])
    assert "a4-3x8" in house.client.get("/api/v1/labels/sheets").json()["sheets"]
    for wrong in (
        {},
        {"product": items[0], "count": 1},
        {"ids": items, "sheet": "none"},
        {"ids": [items[0], items[0]]},
    ):
        assert house.client.post("/api/v1/labels", json=wrong, headers=house.keys["maker"]).status_code in (400, 409)


def test_products_are_told_with_who_says_so(house: Any) -> None:
    product = {"name": {"en": "Fan"}}
    house.post("carrier", "/api/v1/products", {"id": "06921111000014", "product": product})

    (told,) = house.client.get("/api/v1/products?id=" + quote("(01)06921111000014(21)X")).json()["descriptions"]

    assert (2, product) == (told["organisation"], told["product"])
    assert 400 == house.client.get("/api/v1/products?id=x").status_code


def test_reports_are_closed_and_read_page_by_page(house: Any) -> None:
    item = house.item()
    house.client.post(
        "/api/v1/reports", data={"id": item, "kind": "other", "text": "first"}, headers={"Accept": "application/json"}
    )
    (report,) = [
        entry
        for entry in house.client.get("/api/v1/reports", headers=house.keys["maker"]).json()["reports"]
        if entry["about"] == item
    ]

    assert 404 == house.client.post(f"/api/v1/reports/{report['id']}/close", headers=house.keys["carrier"]).status_code
    assert 204 == house.client.post(f"/api/v1/reports/{report['id']}/close", headers=house.keys["maker"]).status_code
    earlier = house.client.get(
        "/api/v1/reports?before=" + quote(report["createdAt"]), headers=house.keys["maker"]
    ).json()["reports"]
    assert report["id"] not in [entry["id"] for entry in earlier]
    for wrong in ("yesterday", "2026-01-01T00:00:00"):
        assert 400 == house.client.get("/api/v1/reports?before=" + wrong, headers=house.keys["maker"]).status_code
    stranger = {"id": "(01)00614141777778", "kind": "other"}
    assert 404 == house.client.post("/api/v1/reports", data=stranger).status_code
