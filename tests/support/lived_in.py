"""A house in which something lies under every address: events, jobs, master data, queries, dossiers, reports."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from houses import House

PLACE = "https://id.gs1.org/414/6901234000009"
PRODUCT = "https://id.gs1.org/01/06901234000016"
QUERY = "shipped"


def live_in(house: House) -> None:
    """Do, once, whatever leaves something behind that can be asked for."""
    item, case = house.item(), "https://id.gs1.org/00/069012340000000016"
    made = _event(item, "ADD", "commissioning", eventID="urn:uuid:11111111-1111-4111-8111-111111111111")
    packed = {
        "type": "AggregationEvent",
        "action": "ADD",
        "eventTime": "2026-05-03T11:00:00+08:00",
        "eventTimeZoneOffset": "+08:00",
        "bizStep": "packing",
        "parentID": case,
        "childEPCs": [item],
        "readPoint": {"id": PLACE},
    }
    job = house.capture("maker", made, packed, _event(case, "OBSERVE", "shipping", disposition="in_transit"))
    house.known |= {
        "captureID": [job["captureID"]],
        "eventID": [made["eventID"], job["events"][1]["commitment"]],
        "commitment": [job["events"][2]["commitment"]],
        "epc": [item, case, PRODUCT],
        "id": [item, case, PRODUCT],
        "bizStep": ["shipping", "packing"],
        "disposition": ["in_transit", "active"],
        "bizLocation": [PLACE],
        "readPoint": [PLACE],
        "eventType": ["ObjectEvent", "AggregationEvent"],
        "queryName": [QUERY],
        "organisation": ["1", "2"],
        "rest": ["06901234000016/21/" + item.rpartition("/")[2]],
    }
    keys = house.keys["maker"]
    house.client.post("/queries", json={"name": QUERY, "query": {"EQ_bizStep": ["shipping"]}}, headers=keys)
    dossier = house.post("maker", "/api/v1/dossiers", {"things": [item], "until": "2036-01-01T00:00:00Z"}).json()
    report = house.client.post(
        "/api/v1/reports", data={"id": item, "kind": "damaged"}, headers={"Accept": "application/json"}
    )
    house.known |= {
        "dossier": [dossier["id"]],
        "token": [dossier["url"].rpartition("/")[2]],
        "report_id": [report.json()["id"]],
    }


def known_values(house: House) -> Mapping[str, Sequence[str]]:
    """Return values of parameters under which there is something."""
    return house.known


def _event(thing: str, action: str, step: str, **more: Any) -> dict[str, Any]:
    return {
        "type": "ObjectEvent",
        "action": action,
        "eventTime": "2026-05-03T10:00:00+08:00",
        "eventTimeZoneOffset": "+08:00",
        "bizStep": step,
        "disposition": "active",
        "readPoint": {"id": PLACE},
        "bizLocation": {"id": PLACE},
        "epcList": [thing],
    } | more
