"""Bundles bring names for places and products, and other codes, each by whose word."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from itertools import count
from typing import TYPE_CHECKING, Any

import pytest

from capture.aliasing import claim_alias
from capture.documents import Request, capture_document
from capture.reading import Form
from store.reader import OPEN, PRIVATE, Disclosure, Reader
from store.record.outbox import AUTHORITY
from store.record.payloads import GrantPrefix
from traceability.identifiers import parse
from traceability.ledger.meta import State
from traceability.life.aliases import Relation

if TYPE_CHECKING:
    from conftest import House

MAKER, SUPPLIER = 1, 2
CLASS = "https://id.gs1.org/01/06901234000788"
NAME, NAME_EN = "urn:epcglobal:cbv:mda:name", "https://suyuan.example/ns/nameEn"
_numbers = count(1)


@pytest.fixture
def fridge() -> str:
    return f"{CLASS}/21/N{next(_numbers)}"


@pytest.fixture
def dock() -> str:
    return f"https://id.gs1.org/414/6901234000238/254/{next(_numbers)}"


@pytest.fixture(scope="module")
def plates(house: House) -> str:
    house.promise(AUTHORITY, GrantPrefix("idis", "88.100.2", MAKER))
    return "hdl:88.100.2/"


def says(house: House, organisation: int, uri: str, disclosure: Disclosure = OPEN, **names: str) -> None:
    attributes = [{"id": {"name": NAME, "name_en": NAME_EN}[key], "attribute": text} for key, text in names.items()]
    element: dict[str, Any] = {"id": uri, "attributes": [*attributes, {"id": "cbvmda:city", "attribute": "Qingdao"}]}
    vocabulary = {"type": "urn:epcglobal:epcis:vtype:BusinessLocation", "vocabularyElementList": [element]}
    document = {
        "@context": ["https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld"],
        "type": "EPCISDocument",
        "schemaVersion": "2.0",
        "creationDate": "2026-05-04T00:00:00Z",
        "epcisHeader": {"epcisMasterData": {"vocabularyList": [vocabulary]}},
        "epcisBody": {"eventList": []},
    }
    request = Request(organisation, datetime.now(UTC), disclosure=disclosure)
    capture_document(house.record, house.mirror, json.dumps(document).encode(), Form.JSON, request)
    house.settle()


def names(verdict: Any, uri: str) -> list[tuple[int, tuple[tuple[str, str], ...]]]:
    return [(name.organisation, name.texts) for name in verdict.names if name.id == uri]


def claimed(house: House, organisation: int, code: str, other: str, relation: Relation = Relation.SAME) -> None:
    request = Request(organisation, datetime.now(UTC), disclosure=OPEN)
    claim_alias(house.record, house.mirror, parse(code), parse(other), relation, request)
    house.settle()


def test_a_place_is_named_by_both_firms_that_name_it_its_holder_first(house: House, fridge: str, dock: str) -> None:
    house.created(MAKER, fridge)
    house.capture(
        MAKER, house.event("ObjectEvent", "shipping", action="OBSERVE", epcList=[fridge], readPoint={"id": dock})
    )
    says(house, SUPPLIER, dock, name="海岚提货口")
    says(house, MAKER, dock, name="三号码头", name_en="Dock 3")

    verdict = house.verdict(fridge)

    assert [(MAKER, (("", "三号码头"), ("en", "Dock 3"))), (SUPPLIER, (("", "海岚提货口"),))] == names(verdict, dock)
    assert "Qingdao" not in house.bundle(fridge).to_json()


def test_a_name_for_few_eyes_is_in_no_bundle_for_others(house: House, fridge: str, dock: str) -> None:
    house.created(MAKER, fridge)
    house.capture(
        MAKER, house.event("ObjectEvent", "shipping", action="OBSERVE", epcList=[fridge], readPoint={"id": dock})
    )
    says(house, MAKER, dock, Disclosure(PRIVATE), name="三号码头")

    assert [] == names(house.verdict(fridge), dock)
    assert [(MAKER, (("", "三号码头"),))] == names(house.verdict(fridge, Reader(MAKER)), dock)


def test_master_data_of_a_class_does_not_take_the_place_of_its_description(house: House, fridge: str) -> None:
    house.created(MAKER, fridge)
    house.describe(MAKER, CLASS, name={"zh": "风冷冰箱", "en": "Refrigerator"}, brand="海岚")
    says(house, MAKER, CLASS, name="BCD-520W")

    verdict = house.verdict(fridge)

    assert "described_by_holder" == verdict.fact("product").reason
    assert ("/brand", "海岚") in (verdict.product or ())


def test_a_confirmed_alias_is_shown_and_passes_its_recall_on(house: House, fridge: str, plates: str) -> None:
    plate = f"{plates}{next(_numbers)}"
    house.created(MAKER, fridge, lot="L1")
    claimed(house, MAKER, fridge, plate)

    calm = house.verdict(fridge)
    assert [(plate, "confirmed", "active")] == [
        (item.id, item.alias.standing.value, item.state) for item in calm.aliases
    ]
    assert "not_recalled" == calm.fact("recall").reason

    house.change_state(MAKER, plate, State.RECALLED)
    assert ("recalled", "alias") == (
        house.verdict(fridge).fact("recall").reason,
        house.verdict(fridge).fact("recall").args["why"],
    )
    assert [(fridge, "confirmed")] == [(item.id, item.alias.standing.value) for item in house.verdict(plate).aliases]


def test_a_one_sided_alias_is_shown_and_passes_nothing_on(house: House, fridge: str) -> None:
    other = f"https://id.gs1.org/01/06905678000113/21/X{next(_numbers)}"
    house.created(MAKER, fridge, lot="L1")
    house.created(SUPPLIER, other, lot="L1")
    claimed(house, MAKER, fridge, other)
    house.change_state(SUPPLIER, other, State.RECALLED)

    verdict = house.verdict(fridge)

    assert [(other, "one_sided", "recalled")] == [
        (item.id, item.alias.standing.value, item.state) for item in verdict.aliases
    ]
    assert "not_recalled" == verdict.fact("recall").reason


def test_a_denial_reaches_the_page_of_either_code(house: House, fridge: str) -> None:
    other = f"https://id.gs1.org/01/06905678000113/21/X{next(_numbers)}"
    house.created(MAKER, fridge)
    house.created(SUPPLIER, other)
    claimed(house, MAKER, fridge, other)
    claimed(house, SUPPLIER, other, fridge, Relation.DIFFERENT)

    for thing, beside in ((fridge, other), (other, fridge)):
        assert [(beside, "disputed", (SUPPLIER,))] == [
            (item.id, item.alias.standing.value, item.alias.denied_by) for item in house.verdict(thing).aliases
        ]
