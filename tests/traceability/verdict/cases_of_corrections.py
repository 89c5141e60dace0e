"""Bundles with error declarations about what ties things together: every part of a verdict follows them, or disputes stay disputes."""

from __future__ import annotations

from small_story import ALL, COMPRESSOR_CLASS, FRIDGE, FRIDGE_LOT, LOT, PALLET, SPARE, SPARE_LOT, Story
from vector_frame import SOUND, Facts, case

from traceability.ledger.meta import State
from traceability.proof import Bundle

WRONG = {"declarationTime": "2026-03-20T08:00:00Z", "reason": "incorrect_data"}
MARKED: Facts = SOUND | {"recall": ("matched", "recalled")}


def packed(story: Story) -> dict[str, object]:
    """Tell the whole story, and let the maker note that the refrigerator is packed once more."""
    story.whole()
    body = story.event("AggregationEvent", "ADD", "packing", parentID=PALLET, childEPCs=[FRIDGE])
    story.record(story.maker, body)
    return body


@case(SOUND)
def packing_declared_wrong_before_the_package_is_recalled() -> tuple[Story, Bundle]:
    story = Story()
    body = packed(story)
    story.record(story.maker, body | {"errorDeclaration": WRONG})
    story.change_state(story.maker, PALLET, State.RECALLED)
    return story, story.bundle()


@case(MARKED)
def packing_disputed_before_the_package_is_recalled() -> tuple[Story, Bundle]:
    story = Story()
    body = packed(story)
    story.record(story.retailer, body | {"errorDeclaration": WRONG})
    story.change_state(story.maker, PALLET, State.RECALLED)
    return story, story.bundle()


@case(MARKED)
def unpacking_declared_wrong_before_the_package_is_recalled() -> tuple[Story, Bundle]:
    story = Story()
    packed(story)
    body = story.event("AggregationEvent", "DELETE", "unpacking", parentID=PALLET, childEPCs=[FRIDGE])
    story.record(story.retailer, body)
    story.record(story.retailer, body | {"errorDeclaration": WRONG})
    story.change_state(story.maker, PALLET, State.RECALLED)
    return story, story.bundle()


@case(SOUND | {"product": ("not_checked", "no_description")})
def lot_declared_wrong_and_given_anew() -> tuple[Story, Bundle]:
    story = Story()
    story.components()
    wrong = story.event(
        "ObjectEvent", "ADD", "commissioning", epcList=[FRIDGE], ilmd={LOT: "HL0000"}, eventID="urn:uuid:a"
    )
    story.record(story.maker, wrong)
    corrected = {**WRONG, "correctiveEventIDs": ["urn:uuid:b"]}
    story.record(story.maker, wrong | {"errorDeclaration": corrected})
    story.assembly(eventID="urn:uuid:b")
    story.change_state(story.maker, FRIDGE_LOT.replace("HL2614", "HL0000"), State.RECALLED)
    return story, story.bundle()


@case(MARKED | {"product": ("not_checked", "no_description")})
def lot_given_anew_is_recalled() -> tuple[Story, Bundle]:
    story = Story()
    story.components()
    wrong = story.event("ObjectEvent", "ADD", "commissioning", epcList=[FRIDGE], ilmd={LOT: "HL0000"})
    story.record(story.maker, wrong)
    story.record(story.maker, wrong | {"errorDeclaration": WRONG})
    story.assembly()
    story.change_state(story.maker, FRIDGE_LOT, State.RECALLED)
    return story, story.bundle()


@case(SOUND)
def replacement_declared_wrong() -> tuple[Story, Bundle]:
    story = Story().whole()
    story.replacement()
    out = story.event("AssociationEvent", "ADD", "repairing", parentID=FRIDGE, childEPCs=[f"{COMPRESSOR_CLASS}/21/C9"])
    story.record(story.retailer, out)
    story.record(story.retailer, out | {"errorDeclaration": WRONG})
    return story, story.bundle(others=(*ALL, SPARE))


@case(MARKED)
def lot_of_the_replacement_recalled() -> tuple[Story, Bundle]:
    story = Story().whole()
    story.replacement()
    story.change_state(story.supplier, SPARE_LOT, State.RECALLED)
    return story, story.bundle(others=(*ALL, SPARE))


@case(SOUND)
def declaration_by_two_firms() -> tuple[Story, Bundle]:
    story = Story().whole()
    body = story.event("ObjectEvent", "OBSERVE", "inspecting", epcList=[FRIDGE], eventID="urn:uuid:7")
    story.record(story.inspector, body)
    story.record(story.maker, body | {"errorDeclaration": WRONG})
    story.record(story.inspector, body | {"errorDeclaration": WRONG})
    return story, story.bundle()
