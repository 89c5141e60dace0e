"""Bundles from a real chain: complete for the reader, refused where something was changed, kept as issued."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

import pytest

from capture.lane import Lane
from evidence.bundles import bundle_of
from evidence.errors import ThingNotHeld
from store.columns import table_of
from store.reader import ANYONE, PRIVATE, Disclosure, Reader
from store.record.bundles import audience_of, newest_bundle
from store.record.tables import EventRow
from traceability.identifiers import parse
from traceability.ledger.meta import State

if TYPE_CHECKING:
    from conftest import House

MAKER, SUPPLIER = 1, 2
CLASS = "https://id.gs1.org/01/06901234000788"
COMPRESSOR_CLASS = "https://id.gs1.org/01/06905678000113"
PALLETS = [f"https://id.gs1.org/00/{number}" for number in ("369012340000000079", "369012340000000086")]
_numbers = count(1)


@pytest.fixture
def fridge() -> str:
    """Return a refrigerator that no other test touches."""
    return f"{CLASS}/21/F{next(_numbers)}"


@pytest.fixture
def compressor() -> str:
    """Return a compressor that no other test touches."""
    return f"{COMPRESSOR_CLASS}/21/C{next(_numbers)}"


def test_a_story_is_matched_with_everything_that_it_rests_on(house: House, fridge: str, compressor: str) -> None:
    house.created(SUPPLIER, compressor, lot="HD1")
    house.created(MAKER, fridge, lot="HL1")
    house.built(MAKER, fridge, compressor)

    verdict = house.verdict(fridge)

    assert ["development_chain", "prefix_granted", "complete_headed", "active", "not_recalled", "fresh"] == [
        fact.reason for fact in verdict.facts[:6]
    ]
    assert verdict.foundation is not None
    assert {"self", "class", "lot", "component"} == {resting.why.value for resting in verdict.foundation.rests_on}
    assert ["profile_agrees"] == [shown.reason for shown in verdict.organisations]


def test_the_recall_of_a_components_lot_reaches_the_product(house: House, fridge: str, compressor: str) -> None:
    house.created(SUPPLIER, compressor, lot="HD2")
    house.created(MAKER, fridge)
    house.built(MAKER, fridge, compressor)
    house.change_state(SUPPLIER, f"{COMPRESSOR_CLASS}/10/HD2", State.RECALLED)

    recalled = house.verdict(fridge).fact("recall")
    house.built(MAKER, fridge, compressor, action="DELETE")
    repaired = house.verdict(fridge).fact("recall")

    assert ("matched", "recalled", "lot") == (recalled.status.value, recalled.reason, recalled.args["why"])
    assert "not_recalled" == repaired.reason


def test_a_field_changed_in_sql_is_refused(house: House, fridge: str) -> None:
    commitment = house.created(MAKER, fridge)
    events = table_of(EventRow)
    this = events.c.commitment == commitment
    with house.record.writing() as connection:
        body = connection.execute(events.select().where(this)).one().body
        connection.execute(events.update().where(this).values(body=body.replace("commissioning", "decommissioning")))

    verdict = house.verdict(fridge)

    assert ("refused", "lines_refused") == (verdict.fact("story").status.value, verdict.fact("story").reason)
    assert ["opening_disagrees"] == [step.reason for step in verdict.steps]


def test_a_private_event_is_hidden_from_others_and_shown_to_its_readers(house: House, fridge: str) -> None:
    house.created(MAKER, fridge)
    house.observed(MAKER, fridge, disclosure=Disclosure(PRIVATE, (SUPPLIER,)))

    consumer = house.verdict(fridge)
    owner, partner, other = (house.verdict(fridge, Reader(number)) for number in (MAKER, SUPPLIER, 4))

    assert ["lines_hidden", "complete_headed", "complete_headed", "lines_hidden"] == [
        verdict.fact("story").reason for verdict in (consumer, owner, partner, other)
    ]


def test_beside_a_hidden_field_the_unsalted_hash_is_not_opened(house: House, fridge: str) -> None:
    hidden = Disclosure(ANYONE, (), ("/bizStep",))
    commitment = house.created(MAKER, fridge, disclosure=hidden)

    consumer, owner = house.bundle(fridge), house.bundle(fridge, Reader(MAKER))

    assert {b"hash:cbv2.0", b"commissioning"} & _words(consumer.events[commitment]) == set()
    assert {b"hash:cbv2.0", b"commissioning"} <= _words(owner.events[commitment])
    assert "hidden" not in house.check(consumer, fridge).fact("story").reason


def test_a_product_description_in_the_anchored_lane_is_claimed(house: House, fridge: str) -> None:
    house.created(MAKER, fridge)
    house.describe(MAKER, CLASS, name={"zh": "风冷冰箱", "en": "Refrigerator"})

    verdict = house.verdict(fridge)

    assert ("claimed", "described_by_holder") == (verdict.fact("product").status.value, verdict.fact("product").reason)
    assert ("/name/zh", "风冷冰箱") in (verdict.product or ())


def test_a_package_marks_what_was_in_it_and_nothing_later(house: House, fridge: str, compressor: str) -> None:
    later = f"{CLASS}/21/L{next(_numbers)}"
    house.created(MAKER, fridge, later)
    pack = house.event("AggregationEvent", "packing", action="ADD", parentID=PALLETS[0])
    house.capture(MAKER, pack | {"childEPCs": [fridge, later]})
    unpack = house.event("AggregationEvent", "unpacking", action="DELETE", parentID=PALLETS[0])
    house.capture(SUPPLIER, unpack | {"childEPCs": [fridge]})
    house.change_state(MAKER, PALLETS[0], State.RECALLED)

    assert "not_recalled" == house.verdict(fridge).fact("recall").reason
    assert "recalled" == house.verdict(later).fact("recall").reason


def test_of_a_full_pallet_a_things_bundle_opens_only_itself(house: House) -> None:
    things = [f"{CLASS}/21/P{number}" for number in range(200)]
    house.created(MAKER, *things)
    house.capture(
        MAKER, house.event("AggregationEvent", "packing", action="ADD", parentID=PALLETS[1], childEPCs=things)
    )

    bundle = house.bundle(things[7])

    assert "complete_headed" == house.check(bundle, things[7]).fact("story").reason
    assert len(bundle.to_json()) < 40_000
    assert "/21/P8" not in b"".join(leaf for opening in bundle.events.values() for _, leaf in opening.leaves).decode(
        errors="replace"
    )


def test_anchored_events_leave_the_thing_without_lines(house: House, fridge: str) -> None:
    house.observed(MAKER, fridge, lane=Lane.ANCHORED)

    story = house.verdict(fridge).fact("story")

    assert ("refused", "never_recorded") == (story.status.value, story.reason)


def test_a_bundle_is_kept_and_stands_in_when_the_node_is_away(house: House, fridge: str) -> None:
    house.created(MAKER, fridge)
    bundle = house.bundle(fridge)

    kept = newest_bundle(house.record, fridge, audience_of(Reader()))

    assert kept is not None
    assert bundle.to_json() == kept.text
    assert newest_bundle(house.record, fridge, audience_of(Reader(4))) is None


def test_forgetting_takes_issued_bundles_away_and_leaves_a_signed_word(house: House, fridge: str) -> None:
    house.created(MAKER, fridge)
    commitment = house.observed(MAKER, fridge)
    house.bundle(fridge)

    house.forget(MAKER, commitment)

    assert newest_bundle(house.record, fridge, audience_of(Reader())) is None
    assert ["asserted", "forgotten", "asserted"] == [step.reason for step in house.verdict(fridge).steps]


def test_what_nobody_holds_has_no_bundle(house: House) -> None:
    with pytest.raises(ThingNotHeld):
        bundle_of(house.record, house.mirror, house.connection, parse("04012345000016"), Reader())


def _words(opening: object) -> set[bytes]:
    leaves = b" ".join(leaf for _, leaf in opening.leaves)  # type: ignore[attr-defined]
    return {word for word in (b"hash:cbv2.0", b"commissioning") if word in leaves}
