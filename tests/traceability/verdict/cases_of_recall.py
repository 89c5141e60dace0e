"""Bundles in which something that the thing rests on is recalled, or was, or cannot be told."""

from __future__ import annotations

from small_chain import hide
from small_story import (
    ALL,
    COMPRESSOR,
    COMPRESSOR_LOT,
    FRIDGE,
    FRIDGE_LOT,
    PALLET,
    SPARE,
    STEEL,
    XML_LOT,
    Story,
)
from vector_frame import SOUND, case, without_slot

from traceability.ledger import slots
from traceability.ledger.meta import Kind, State
from traceability.proof import Bundle


@case(SOUND | {"recall": ("matched", "recalled")})
def component_of_a_recalled_lot() -> tuple[Story, Bundle]:
    story = Story().whole()
    story.change_state(story.supplier, COMPRESSOR_LOT, State.RECALLED)
    return story, story.bundle()


@case(SOUND | {"recall": ("not_checked", "own_state_only")})
def recall_of_the_components_lot_withheld() -> tuple[Story, Bundle]:
    story = Story().whole()
    story.change_state(story.supplier, COMPRESSOR_LOT, State.RECALLED)
    return story, without_slot(story, "ledger", slots.state(story.chain.key(COMPRESSOR_LOT)))


@case(SOUND | {"recall": ("not_checked", "own_state_only")})
def component_left_out() -> tuple[Story, Bundle]:
    story = Story().whole()
    story.change_state(story.supplier, COMPRESSOR_LOT, State.RECALLED)
    return story, story.bundle(others=tuple(thing for thing in ALL if thing != COMPRESSOR))


@case(SOUND | {"recall": ("matched", "not_recalled")})
def recalled_component_replaced() -> tuple[Story, Bundle]:
    story = Story().whole()
    story.replacement()
    story.change_state(story.supplier, COMPRESSOR_LOT, State.RECALLED)
    return story, story.bundle(others=(*ALL, SPARE))


@case(SOUND | {"recall": ("matched", "recalled")})
def recalled_lot_of_its_own() -> tuple[Story, Bundle]:
    story = Story().whole()
    story.change_state(story.maker, FRIDGE_LOT, State.RECALLED)
    return story, story.bundle()


@case(SOUND | {"recall": ("matched", "quarantined")})
def steel_in_quarantine() -> tuple[Story, Bundle]:
    story = Story().whole()
    story.change_state(story.supplier, STEEL, State.QUARANTINED)
    return story, story.bundle()


@case(SOUND | {"recall": ("matched", "recalled"), "product": ("not_checked", "no_description")})
def package_recalled_while_it_held_the_thing() -> tuple[Story, Bundle]:
    story = Story()
    story.components()
    story.assembly()
    story.record(story.maker, story.event("AggregationEvent", "ADD", "packing", parentID=PALLET, childEPCs=[FRIDGE]))
    story.change_state(story.maker, PALLET, State.RECALLED)
    story.unpack()
    return story, story.bundle()


@case(SOUND)
def package_recalled_after_they_parted() -> tuple[Story, Bundle]:
    story = Story().whole()
    story.change_state(story.maker, PALLET, State.RECALLED)
    story.change_state(story.maker, PALLET, State.DESTROYED)
    return story, story.bundle()


@case(SOUND | {"product": ("not_checked", "no_description")})
def package_emptied_whole_and_recalled_later() -> tuple[Story, Bundle]:
    story = Story()
    story.components()
    story.assembly()
    story.delivery(whole=True)
    story.change_state(story.maker, PALLET, State.RECALLED)
    return story, story.bundle()


@case(SOUND | {"recall": ("matched", "recalled"), "product": ("not_checked", "no_description")})
def package_recalled_inside_and_destroyed_later() -> tuple[Story, Bundle]:
    story = Story()
    story.components()
    story.assembly()
    story.record(story.maker, story.event("AggregationEvent", "ADD", "packing", parentID=PALLET, childEPCs=[FRIDGE]))
    story.change_state(story.maker, PALLET, State.RECALLED)
    story.unpack()
    story.change_state(story.maker, PALLET, State.DESTROYED)
    return story, story.bundle()


def _one_second(*, recall_first: bool) -> tuple[Story, Bundle]:
    story = Story()
    story.components()
    story.assembly()
    story.record(story.maker, story.event("AggregationEvent", "ADD", "packing", parentID=PALLET, childEPCs=[FRIDGE]))
    recall = story.event("ObjectEvent", "OBSERVE", "holding", epcList=[PALLET])
    unpack = story.event("AggregationEvent", "DELETE", "unpacking", parentID=PALLET, childEPCs=[FRIDGE])
    if recall_first:
        story.chain.record(story.maker, recall, kind=Kind.STATE, state=State.RECALLED)
    story.chain.record(story.retailer, unpack)
    if not recall_first:
        story.chain.record(story.maker, recall, kind=Kind.STATE, state=State.RECALLED)
    return story, story.bundle()


@case(SOUND | {"product": ("not_checked", "no_description")})
def package_recalled_in_the_second_after_they_parted() -> tuple[Story, Bundle]:
    return _one_second(recall_first=False)


@case(SOUND | {"recall": ("matched", "recalled"), "product": ("not_checked", "no_description")})
def package_recalled_in_the_second_before_they_parted() -> tuple[Story, Bundle]:
    return _one_second(recall_first=True)


@case(SOUND | {"recall": ("matched", "recalled"), "product": ("not_checked", "no_description")})
def lot_named_as_in_xml() -> tuple[Story, Bundle]:
    story = Story()
    made = story.event("ObjectEvent", "ADD", "commissioning", epcList=[FRIDGE], ilmd={XML_LOT: "HL2614"})
    story.record(story.maker, made)
    story.change_state(story.maker, FRIDGE_LOT, State.RECALLED)
    return story, story.bundle()


def _pallet(*, unpacked: bool = False) -> Story:
    story = Story()
    story.components()
    story.assembly()
    story.record(story.maker, story.event("AggregationEvent", "ADD", "packing", parentID=PALLET, childEPCs=[FRIDGE]))
    if unpacked:
        story.unpack()
    story.change_state(story.supplier, COMPRESSOR_LOT, State.RECALLED)
    return story


@case(SOUND | {"recall": ("matched", "recalled"), "product": ("not_checked", "no_description")}, asked=PALLET)
def pallet_of_a_thing_with_a_recalled_component() -> tuple[Story, Bundle]:
    story = _pallet()
    return story, story.bundle(PALLET)


@case(SOUND | {"product": ("not_checked", "no_description")}, asked=PALLET)
def pallet_from_which_it_was_taken() -> tuple[Story, Bundle]:
    story = _pallet(unpacked=True)
    return story, story.bundle(PALLET)


@case(SOUND | {"recall": ("not_checked", "own_state_only"), "product": ("not_checked", "no_description")}, asked=PALLET)
def pallet_whose_contents_are_hidden() -> tuple[Story, Bundle]:
    story = _pallet()
    event = next(
        event
        for event in story.chain.recorded.values()
        if event.kind is Kind.PACK and event.organisation == story.maker
    )
    hide(event, "/childEPCs/0")
    return story, story.bundle(PALLET)
