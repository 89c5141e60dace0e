"""The life of a thing, folded from its lines on the in-memory ledger."""

from __future__ import annotations

import pytest
from small_chain import hide
from small_story import COMPRESSOR, CRATE, FRIDGE, PALLET, SPARE, STEEL, Story

from traceability.commitment import Thing
from traceability.identifiers import parse
from traceability.ledger.meta import Meta, State
from traceability.life.fold import Life, life_of
from traceability.life.lines import Line, Standing, lines_of
from traceability.life.resting import thing_under
from traceability.life.stage import Stage

OTHER_PALLET = "https://id.gs1.org/00/369012340000000086"


def thing(text: str) -> Thing:
    return thing_under(parse(text), 7)


def lines(story: Story, text: str) -> tuple[Line, ...]:
    subject = thing(text)
    stored = [(commitment, Meta.unpack(meta)) for commitment, meta in story.chain.lines[subject.key]]
    openings = {event.commitment: event.shown for event in story.chain.recorded.values() if event.shown is not None}
    return lines_of(subject.key, subject.canonical, stored, openings)


def life(story: Story, text: str = FRIDGE, holder: int = 1) -> Life:
    return life_of(thing(text), lines(story, text), holder)


def test_a_life_says_what_a_thing_is_made_of_and_held_by() -> None:
    found = life(Story().whole())

    assert [made.named.text for made in found.inputs] == [STEEL]
    assert found.lots == ("HL2614",)
    assert [(part.named.text, part.until) for part in found.components] == [(COMPRESSOR, None)]
    assert [(stay.package.text, stay.end is None) for stay in found.containments] == [(PALLET, False)]
    assert found.package is None
    assert found.gaps == ()


def test_an_input_knows_what_was_made_from_it() -> None:
    assert [named.text for named in life(Story().whole(), STEEL, 2).outputs] == [FRIDGE]


def test_the_wrong_event_stays_and_the_rest_follows_its_correction() -> None:
    story = Story().whole()
    found = life(story)

    assert found.corrections.declared_wrong_by == {4: [5]}
    assert [custody.read_point for custody in found.custody if custody.biz_step == "retail_selling"] == [
        "https://id.gs1.org/414/6909999000012"
    ]


def test_a_part_that_was_replaced_has_an_end() -> None:
    story = Story().whole()
    story.replacement()

    parts = life(story).components

    assert [(part.named.text, part.until is None) for part in parts] == [(COMPRESSOR, False), (SPARE, True)]


def test_dissociating_without_children_takes_out_everything() -> None:
    story = Story().whole()
    story.record(story.maker, story.event("AssociationEvent", "DELETE", "disassembling", parentID=FRIDGE))

    assert all(part.until is not None for part in life(story).components)


def test_packing_again_opens_a_second_stay() -> None:
    story = Story().whole()
    story.record(
        story.maker, story.event("AggregationEvent", "ADD", "packing", parentID=OTHER_PALLET, childEPCs=[FRIDGE])
    )

    found = life(story)

    assert [stay.package.text for stay in found.containments] == [PALLET, OTHER_PALLET]
    assert found.package is not None
    assert found.package.text == OTHER_PALLET


def test_unpacking_without_a_parent_ends_every_stay() -> None:
    story = Story().whole()
    story.record(
        story.maker, story.event("AggregationEvent", "ADD", "packing", parentID=OTHER_PALLET, childEPCs=[FRIDGE])
    )
    story.record(story.maker, story.event("AggregationEvent", "DELETE", "unpacking", childEPCs=[FRIDGE]))

    assert life(story).package is None


def test_unpacking_from_another_package_ends_nothing() -> None:
    story = Story()
    story.components()
    story.record(
        story.supplier, story.event("AggregationEvent", "ADD", "packing", parentID=CRATE, childEPCs=[COMPRESSOR])
    )
    story.record(
        story.supplier, story.event("AggregationEvent", "DELETE", "unpacking", parentID=PALLET, childEPCs=[COMPRESSOR])
    )

    package = life(story, COMPRESSOR, 2).package

    assert package is not None
    assert package.text == CRATE


@pytest.mark.parametrize("pointer", ["/parentID", "/childEPCs/0"])
def test_a_hidden_end_of_a_link_is_a_gap(pointer: str) -> None:
    story = Story().whole()
    hide(story.built, "/childEPCs/0")
    hide(story.packed, pointer)

    assert set(life(story).gaps) == {"link_not_opened"}


def test_the_stage_is_what_was_said_or_done_last() -> None:
    story = Story()
    story.components()
    story.assembly()
    made = life(story).stage
    story.delivery()
    moved = life(story).stage
    story.sale()

    assert (made, moved, life(story).stage) == (Stage.MANUFACTURING, Stage.LOGISTICS, Stage.SALE)


def test_a_stage_that_nobody_knows_is_none() -> None:
    story = Story()
    story.record(
        story.maker,
        story.event(
            "ObjectEvent", "ADD", "inspecting", epcList=[FRIDGE], **{"{https://suyuan.example/ns/}stage": "dreaming"}
        ),
    )

    assert life(story).stage is None


def test_the_state_is_that_of_the_newest_line_that_sets_one() -> None:
    story = Story().whole()
    before = life(story).state
    story.change_state(story.maker, FRIDGE, State.RECALLED)
    story.change_state(story.maker, FRIDGE, State.ACTIVE)

    assert (before, life(story).state) == (State.UNCHANGED, State.ACTIVE)


def test_custody_says_who_passed_the_thing_to_whom() -> None:
    story = Story().whole()
    parties = {
        "sourceList": [{"type": "possessing_party", "source": "https://id.gs1.org/417/6901234000009"}],
        "destinationList": [{"type": "owning_party", "destination": "urn:somebody"}],
    }
    story.record(story.maker, story.event("ObjectEvent", "OBSERVE", "shipping", epcList=[FRIDGE], **parties))

    last = life(story).custody[-1]

    assert [(party.type, party.id) for party in last.sources] == [
        ("possessing_party", "https://id.gs1.org/417/6901234000009")
    ]
    assert [(party.type, party.id) for party in last.destinations] == [("owning_party", "urn:somebody")]
    assert last.organisation == story.maker


def test_an_event_that_is_both_input_and_output_does_not_rest_on_itself() -> None:
    story = Story()
    story.record(
        story.maker,
        story.event("TransformationEvent", None, "commissioning", inputEPCList=[FRIDGE], outputEPCList=[FRIDGE]),
    )

    assert life(story).inputs == ()


def test_what_is_not_opened_is_kept_back() -> None:
    story = Story().whole()
    story.resold.shown = None

    assert lines(story, FRIDGE)[6].standing is Standing.KEPT_BACK


def test_links_of_those_who_do_not_count_are_not_followed() -> None:
    story = Story().whole()

    found = life_of(thing(FRIDGE), lines(story, FRIDGE), 1, lambda line: line.meta.organisation == story.bank)

    assert (found.components, found.containments, found.inputs) == ((), (), ())
