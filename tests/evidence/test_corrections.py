"""Error declarations over a real chain: the wrong event stays, whatever follows from it does not, and nobody alters either."""

from __future__ import annotations

import json
from itertools import count
from typing import TYPE_CHECKING, Any

import pytest

from capture.lane import Lane
from indexer.audit import audit
from store.columns import table_of
from store.mirror.holdings import holdings
from store.mirror.tracing import Direction, trace
from store.reader import ANONYMOUS, Reader
from store.record.bodies import visible_event_by_id
from store.record.tables import EventRow
from traceability.ledger.meta import State

if TYPE_CHECKING:
    from conftest import House

MAKER, SUPPLIER, INSPECTOR = 1, 2, 3
CLASS = "https://id.gs1.org/01/06901234000788"
COMPRESSOR_CLASS = "https://id.gs1.org/01/06905678000113"
DECLARED = {"declarationTime": "2026-05-03T12:00:00+08:00", "reason": "incorrect_data"}
_numbers = count(1)


@pytest.fixture
def things(house: House) -> tuple[str, str, str]:
    """Return a refrigerator, the compressor that was noted wrongly, and the one that is in it; all are made."""
    number = next(_numbers)
    fridge, wrong, right = (
        f"{CLASS}/21/E{number}",
        f"{COMPRESSOR_CLASS}/21/E{number}A",
        f"{COMPRESSOR_CLASS}/21/E{number}B",
    )
    house.created(MAKER, fridge, lot="E")
    house.created(SUPPLIER, wrong, right, lot="E")
    return fridge, wrong, right


def building(house: House, parent: str, child: str, name: str) -> dict[str, Any]:
    return house.event(
        "AssociationEvent", "assembling", action="ADD", parentID=parent, childEPCs=[child], eventID=f"urn:uuid:{name}"
    )


def wrongly_built(house: House, fridge: str, wrong: str, right: str, by: int = MAKER) -> str:
    """Let the maker note the wrong compressor, a firm declare that wrong, and the maker note the right one."""
    name = f"{next(_numbers):08}-0000-4000-8000-000000000000"
    told = building(house, fridge, wrong, f"{name}")
    house.capture(MAKER, told)
    corrected = f"{next(_numbers):08}-0000-4000-8000-000000000000"
    house.capture(by, told | {"errorDeclaration": DECLARED | {"correctiveEventIDs": [f"urn:uuid:{corrected}"]}})
    house.capture(MAKER, building(house, fridge, right, corrected))
    return f"urn:uuid:{name}"


def origins(house: House, thing: str) -> set[str]:
    return {found.identifier for found in trace(house.mirror, thing, Direction.ORIGINS, ANONYMOUS).things} - {thing}


def reasons(house: House, thing: str) -> list[str]:
    return [step.reason for step in house.verdict(thing).steps]


def test_trace_verdict_and_record_follow_the_correction(house: House, things: tuple[str, str, str]) -> None:
    fridge, wrong, right = things

    event_id = wrongly_built(house, fridge, wrong, right)
    house.change_state(SUPPLIER, wrong, State.RECALLED)

    assert {right} == origins(house, fridge)
    assert ["asserted", "declared_wrong", "asserted", "asserted"] == reasons(house, fridge)
    verdict = house.verdict(fridge)
    assert "not_recalled" == verdict.fact("recall").reason
    assert {1: [3]} == verdict.steps[1].corrections.replaced_by
    assert [False, True] == [
        "errorDeclaration" in json.loads(event.body) for event in visible_event_by_id(house.record, event_id, ANONYMOUS)
    ]
    house.change_state(SUPPLIER, right, State.RECALLED)
    assert "recalled" == house.verdict(fridge).fact("recall").reason


@pytest.mark.parametrize("by", [SUPPLIER, INSPECTOR])
def test_another_firms_declaration_is_a_dispute_and_not_followed(
    house: House, things: tuple[str, str, str], by: int
) -> None:
    fridge, wrong, right = things

    wrongly_built(house, fridge, wrong, right, by)
    house.change_state(SUPPLIER, wrong, State.RECALLED)

    assert {wrong, right} == origins(house, fridge)
    verdict = house.verdict(fridge)
    assert {1: [2]} == verdict.steps[1].corrections.disputed_by
    assert ("asserted", "recalled") == (verdict.steps[1].reason, verdict.fact("recall").reason)


def test_the_holder_of_the_prefix_disputes_too(house: House, things: tuple[str, str, str]) -> None:
    fridge, wrong, _ = things
    told = building(house, fridge, wrong, f"{next(_numbers):08}-0000-4000-8000-000000000000")
    house.capture(SUPPLIER, told)

    house.capture(MAKER, told | {"errorDeclaration": DECLARED})

    assert {wrong} == origins(house, fridge)
    assert {1: [2]} == house.verdict(fridge).steps[1].corrections.disputed_by


def test_what_a_firm_holds_follows_the_correction(house: House, things: tuple[str, str, str]) -> None:
    fridge, _, _ = things

    def held(organisation: int) -> bool:
        found = holdings(house.mirror, organisation, Reader(organisation), limit=10_000)
        return fridge in {holding.identifier for holding in found}

    received = house.event("ObjectEvent", "receiving", action="OBSERVE", epcList=[fridge])
    received["eventTime"] = "2026-05-03T11:00:00+08:00"
    house.capture(SUPPLIER, received)
    assert (False, True) == (held(MAKER), held(SUPPLIER))

    house.capture(SUPPLIER, received | {"errorDeclaration": DECLARED})

    assert (True, False) == (held(MAKER), held(SUPPLIER))


def test_a_declaration_counts_though_the_chain_took_it_before_the_event(
    house: House, things: tuple[str, str, str]
) -> None:
    fridge, wrong, _ = things
    told = house.event("AssociationEvent", "assembling", action="ADD", parentID=fridge, childEPCs=[wrong])

    # The same two acts on two lanes, which reach the chain in either order.
    house.capture(MAKER, told | {"errorDeclaration": DECLARED})
    house.capture(MAKER, told, lane=Lane.ANCHORED)

    assert set() == origins(house, fridge)


def test_an_id_given_anew_after_the_declaration_is_not_taken_back(house: House, things: tuple[str, str, str]) -> None:
    fridge, wrong, right = things
    name = f"{next(_numbers):08}-0000-4000-8000-000000000000"
    house.capture(MAKER, building(house, fridge, wrong, name))
    house.capture(MAKER, building(house, fridge, wrong, name) | {"errorDeclaration": DECLARED})

    house.capture(MAKER, building(house, fridge, right, name))

    assert {right} == origins(house, fridge)


def test_an_altered_declaration_is_refused_and_named_by_the_audit(house: House, things: tuple[str, str, str]) -> None:
    fridge, wrong, right = things
    wrongly_built(house, fridge, wrong, right)
    events = table_of(EventRow)
    with house.record.writing() as connection:
        row = connection.execute(events.select().where(events.c.body.contains(fridge), events.c.body.contains("errorDeclaration"))).one()  # fmt: skip
        altered = row.body.replace("incorrect_data", "did_not_occur")
        assert altered != row.body
        connection.execute(events.update().where(events.c.id == row.id).values(body=altered))

    verdict = house.verdict(fridge)
    differing = [
        difference
        for difference in audit(house.connection, house.record, house.mirror)
        if difference.table == "record.events"
    ]

    assert ("refused", "lines_refused") == (verdict.fact("story").status.value, verdict.fact("story").reason)
    assert ["may_be_declared_wrong", "may_be_declared_wrong", "opening_disagrees", "asserted"] == [
        step.reason for step in verdict.steps
    ]
    assert ["0x" + row.commitment.hex()] == [difference.row for difference in differing]
    with house.record.writing() as connection:
        connection.execute(events.update().where(events.c.id == row.id).values(body=row.body))
