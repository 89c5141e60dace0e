"""Bundles in which lines or openings were left out, changed, hidden or corrected."""

from __future__ import annotations

from dataclasses import replace

from small_chain import hide, without_events
from small_story import (
    ALL,
    COMPRESSOR,
    FRIDGE,
    LOT,
    MAKER,
    PALLET,
    SPARE,
    Story,
    without_lines,
)
from vector_frame import SOUND, case, without_slot

from traceability.ledger import slots
from traceability.ledger.head import next_head
from traceability.ledger.meta import Flag, Kind, State
from traceability.proof import Bundle


@case(SOUND | {"story": ("refused", "lines_disagree"), "recall": ("not_checked", "own_state_only")})
def event_left_out() -> tuple[Story, Bundle]:
    story = Story().whole()
    return story, without_lines(story.bundle(), FRIDGE, 3)


@case(SOUND | {"story": ("withheld_by_server", "lines_withheld")})
def opening_of_an_event_left_out() -> tuple[Story, Bundle]:
    story = Story().whole()
    return story, without_events(story.bundle(), story.resold)


@case(SOUND | {"story": ("withheld_by_server", "lines_withheld"), "recall": ("not_checked", "own_state_only")})
def opening_of_a_link_left_out() -> tuple[Story, Bundle]:
    story = Story().whole()
    return story, without_events(story.bundle(), story.built)


@case(
    SOUND
    | {"story": ("refused", "lines_disagree"), "recall": ("matched", "recalled"), "state": ("matched", "recalled")}
)
def line_of_its_recall_left_out() -> tuple[Story, Bundle]:
    story = Story().whole()
    story.change_state(story.maker, FRIDGE, State.RECALLED)
    return story, without_lines(story.bundle(), FRIDGE, 7)


@case(SOUND | {"state": ("withheld_by_server", "proof_missing"), "recall": ("withheld_by_server", "proof_missing")})
def its_own_state_withheld() -> tuple[Story, Bundle]:
    story = Story().whole()
    story.change_state(story.maker, FRIDGE, State.RECALLED)
    return story, without_slot(story, "ledger", slots.state(story.chain.key(FRIDGE)))


@case(SOUND | {"story": ("withheld_by_server", "lines_withheld"), "recall": ("not_checked", "own_state_only")})
def error_declaration_left_out() -> tuple[Story, Bundle]:
    story = Story().whole()
    return story, without_events(story.bundle(), story.declared)


@case(SOUND | {"story": ("refused", "lines_disagree"), "recall": ("not_checked", "own_state_only")})
def line_of_the_error_declaration_left_out() -> tuple[Story, Bundle]:
    story = Story().whole()
    return story, without_lines(story.bundle(), FRIDGE, 5)


@case(SOUND | {"recall": ("matched", "not_recalled")})
def association_declared_wrong() -> tuple[Story, Bundle]:
    story = Story().whole()
    wrong = story.event("AssociationEvent", "ADD", "assembling", parentID=FRIDGE, childEPCs=[SPARE])
    story.record(story.maker, wrong)
    error = {"declarationTime": "2026-03-20T08:00:00Z", "reason": "incorrect_data"}
    story.record(story.maker, wrong | {"errorDeclaration": error})
    story.change_state(story.supplier, SPARE, State.RECALLED)
    return story, story.bundle()


@case(SOUND | {"recall": ("matched", "not_recalled")})
def error_declared_by_a_stranger() -> tuple[Story, Bundle]:
    story = Story().whole()
    error = {"declarationTime": "2026-03-20T08:00:00Z", "reason": "did_not_occur"}
    wrong = story.event("AssociationEvent", "ADD", "assembling", parentID=FRIDGE, childEPCs=[SPARE])
    story.record(story.maker, wrong)
    story.record(story.bank, wrong | {"errorDeclaration": error})
    return story, story.bundle(others=(*ALL, SPARE))


@case(SOUND | {"recall": ("matched", "recalled")})
def error_declared_by_the_holder_of_the_prefix() -> tuple[Story, Bundle]:
    story = Story().whole()
    error = {"declarationTime": "2026-03-20T08:00:00Z", "reason": "did_not_occur"}
    built = story.event("AssociationEvent", "ADD", "assembling", parentID=FRIDGE, childEPCs=[SPARE])
    story.record(story.retailer, built)
    story.record(story.maker, built | {"errorDeclaration": error})
    story.change_state(story.supplier, SPARE, State.RECALLED)
    return story, story.bundle(others=(*ALL, SPARE))


@case(SOUND | {"recall": ("matched", "not_recalled")})
def transformation_declared_wrong_and_made_anew() -> tuple[Story, Bundle]:
    story = Story()
    story.components()
    wrong = story.event(
        "TransformationEvent", None, "commissioning", inputEPCList=[SPARE], outputEPCList=[FRIDGE], eventID="urn:uuid:a"
    )
    story.record(story.maker, wrong)
    error = {
        "declarationTime": "2026-03-20T08:00:00Z",
        "reason": "incorrect_data",
        "correctiveEventIDs": ["urn:uuid:b"],
    }
    story.record(story.maker, wrong | {"errorDeclaration": error})
    story.assembly(eventID="urn:uuid:b")
    story.delivery()
    story.sale()
    story.description()
    story.change_state(story.supplier, SPARE, State.RECALLED)
    return story, story.bundle()


@case(SOUND | {"story": ("refused", "lines_refused"), "recall": ("not_checked", "own_state_only")})
def error_declaration_changed_in_sql() -> tuple[Story, Bundle]:
    story = Story().whole()
    bundle = story.bundle()
    opening = bundle.events[story.declared.commitment]
    leaves = tuple((index, leaf.replace(b"incorrect_data", b"did_not_occur!")) for index, leaf in opening.leaves)
    changed = {**bundle.events, story.declared.commitment: replace(opening, leaves=leaves)}
    return story, replace(bundle, events=changed)


@case(SOUND | {"story": ("refused", "lines_refused")})
def field_changed_in_sql() -> tuple[Story, Bundle]:
    story = Story().whole()
    bundle = story.bundle()
    opening = bundle.events[story.resold.commitment]
    leaves = tuple((index, leaf.replace(b"retail_sold", b"retail_lost")) for index, leaf in opening.leaves)
    return story, replace(bundle, events={**bundle.events, story.resold.commitment: replace(opening, leaves=leaves)})


@case(SOUND | {"story": ("refused", "lines_refused")})
def commitment_of_another_firm() -> tuple[Story, Bundle]:
    story = Story().whole()
    body = story.event("ObjectEvent", "OBSERVE", "inspecting", epcList=[FRIDGE])
    story.record(story.retailer, body, committed_by=story.inspector)
    return story, story.bundle()


@case(SOUND | {"story": ("refused", "lines_refused")})
def kind_that_the_body_denies() -> tuple[Story, Bundle]:
    story = Story().whole()
    body = story.event("AssociationEvent", "DELETE", "removing", parentID=FRIDGE, childEPCs=[COMPRESSOR])
    story.record(story.retailer, body, kind=Kind.OBSERVE)
    return story, story.bundle()


@case(SOUND | {"story": ("refused", "lines_refused")})
def commitment_written_twice() -> tuple[Story, Bundle]:
    story = Story().whole()
    story.chain.pass_time()
    story.chain.write(story.resold, Flag.NONE, State.UNCHANGED, [FRIDGE])
    return story, story.bundle()


@case(SOUND | {"story": ("refused", "lines_refused")})
def event_that_names_another_thing() -> tuple[Story, Bundle]:
    story = Story().whole()
    body = story.event("ObjectEvent", "OBSERVE", "inspecting", epcList=[COMPRESSOR])
    event = story.record(story.inspector, body)
    story.chain.write(event, Flag.NONE, State.UNCHANGED, [FRIDGE])
    return story, story.bundle()


@case(SOUND | {"story": ("hidden_by_owner", "lines_hidden")})
def event_hidden_by_its_owner() -> tuple[Story, Bundle]:
    story = Story().whole()
    secret = story.record(
        story.retailer, story.event("ObjectEvent", "OBSERVE", "storing", epcList=[FRIDGE]), private=True
    )
    return story, without_events(story.bundle(), secret)


@case(SOUND | {"story": ("hidden_by_owner", "lines_hidden"), "recall": ("not_checked", "own_state_only")})
def package_hidden_by_its_owner() -> tuple[Story, Bundle]:
    story = Story().whole()
    body = story.event("AggregationEvent", "ADD", "packing", parentID=PALLET, childEPCs=[FRIDGE])
    hide(story.record(story.retailer, body, private=True), "/childEPCs/0", "/parentID")
    return story, story.bundle()


@case(SOUND | {"recall": ("not_checked", "own_state_only")})
def lot_hidden() -> tuple[Story, Bundle]:
    story = Story().whole()
    hide(story.made, f"/ilmd/{LOT}")
    return story, story.bundle()


@case(SOUND | {"story": ("hidden_by_owner", "lines_hidden")})
def event_forgotten() -> tuple[Story, Bundle]:
    story = Story().whole()
    event = story.record(story.retailer, story.event("ObjectEvent", "OBSERVE", "storing", epcList=[FRIDGE]))
    story.record(story.retailer, {"things": [FRIDGE], "commitment": "0x" + event.commitment.hex()}, kind=Kind.FORGET)
    return story, without_events(story.bundle(), event)


@case(SOUND | {"recall": ("not_checked", "own_state_only"), "product": ("not_checked", "no_description")})
def input_that_no_member_holds() -> tuple[Story, Bundle]:
    story = Story()
    story.components()
    story.assembly(inputEPCList=["https://id.gs1.org/01/04012345000016/21/X9"])
    return story, story.bundle()


@case(SOUND | {"recall": ("not_checked", "own_state_only"), "product": ("not_checked", "no_description")})
def transformation_in_several_events() -> tuple[Story, Bundle]:
    story = Story()
    story.components()
    story.assembly(transformationID="urn:epc:id:gdti:6901234.00001.9")
    return story, story.bundle()


@case(SOUND)
def link_by_a_stranger_whom_the_holder_does_not_admit() -> tuple[Story, Bundle]:
    story = Story().whole()
    body = story.event("AssociationEvent", "ADD", "assembling", parentID=FRIDGE, childEPCs=[SPARE])
    story.record(story.bank, body)
    story.change_state(story.supplier, SPARE, State.RECALLED)
    story.chain.grant("gs1", MAKER, story.maker, everyone=0)
    story.chain.partner("gs1", MAKER, story.retailer, 0x2BF2)
    return story, story.bundle()


@case(SOUND | {"story": ("not_checked", "older_not_shown"), "recall": ("not_checked", "own_state_only")})
def newest_lines_only() -> tuple[Story, Bundle]:
    story = Story().whole()
    bundle = story.bundle()
    subject = bundle.things[0]
    before = bytes(32)
    for commitment, meta in subject.lines[:4]:
        before = next_head(before, commitment, meta)
    things = (replace(subject, start=4, before=before, lines=subject.lines[4:]), *bundle.things[1:])
    return story, replace(bundle, things=things)
