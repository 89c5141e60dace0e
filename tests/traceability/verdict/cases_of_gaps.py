"""Bundles in which a proof, a prefix or a right is missing, and rarer ways in which things rest on each other."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from small_chain import hide
from small_story import ALL, CLASS, COMPRESSOR, CRATE, FRIDGE, ID, MAKER, PALLET, STEEL, SUPPLIER, Story
from vector_frame import SOUND, case, without_slot

from traceability.commitment import Opening
from traceability.identifiers.gs1.values import with_check_digit
from traceability.ledger import slots
from traceability.ledger.head import next_head
from traceability.ledger.keys import prefix_key
from traceability.ledger.meta import Flag, Kind, State
from traceability.proof import Bundle

MADE = SOUND | {"product": ("not_checked", "no_description")}
UNTOLD = MADE | {"recall": ("not_checked", "own_state_only")}
GRAI = f"{ID}8003/0{with_check_digit(f'{MAKER}00001', 'GRAI', 13)}A7"
OUTER = f"{ID}00/369012340000000086"


def made() -> Story:
    story = Story()
    story.components()
    story.assembly()
    return story


@case(UNTOLD | {"holder": ("withheld_by_server", "proof_missing"), "recall": ("withheld_by_server", "proof_missing")})
def grant_withheld() -> tuple[Story, Bundle]:
    story = made()
    return story, without_slot(story, "prefixes", slots.grant(prefix_key("gs1", MAKER)))


@case(UNTOLD)
def grant_of_the_supplier_withheld() -> tuple[Story, Bundle]:
    story = made()
    return story, without_slot(story, "prefixes", slots.grant(prefix_key("gs1", SUPPLIER)))


@case(UNTOLD | {"story": ("withheld_by_server", "proof_missing")})
def head_withheld() -> tuple[Story, Bundle]:
    story = made()
    return story, without_slot(story, "ledger", slots.head(story.chain.key(FRIDGE)))


@case(MADE)
def record_of_the_maker_withheld() -> tuple[Story, Bundle]:
    story = made()
    return story, without_slot(story, "members", slots.organisation_profile(story.maker))


@case(SOUND)
def attestation_withheld() -> tuple[Story, Bundle]:
    story = Story().whole()
    (slot,) = (slot for slot, word in story.chain.storage["attestations"].items() if word[0] == 1)
    return story, without_slot(story, "attestations", slot)


@case(UNTOLD | {"holder": ("matched", "prefix_suspended")})
def prefix_suspended() -> tuple[Story, Bundle]:
    story = made()
    story.chain.grant("gs1", MAKER, story.maker, status=2)
    return story, story.bundle()


@case(UNTOLD)
def prefix_of_the_supplier_revoked() -> tuple[Story, Bundle]:
    story = made()
    story.chain.grant("gs1", SUPPLIER, story.supplier, status=3)
    return story, story.bundle()


@case(MADE | {"story": ("matched", "complete")})
def anchors_forbidden_for_every_kind() -> tuple[Story, Bundle]:
    story = made()
    story.chain.grant("gs1", MAKER, story.maker, anchors_forbidden=0x3FFE)
    return story, story.bundle()


@case(UNTOLD)
def right_of_a_partner_withheld() -> tuple[Story, Bundle]:
    story = made()
    body = story.event("AggregationEvent", "ADD", "packing", parentID=PALLET, childEPCs=[FRIDGE])
    story.record(story.retailer, body)
    story.chain.grant("gs1", MAKER, story.maker, everyone=0)
    story.chain.partner("gs1", MAKER, story.retailer, 1 << Kind.PACK)
    return story, without_slot(story, "prefixes", slots.partner(prefix_key("gs1", MAKER), story.retailer))


@case(MADE | {"recall": ("matched", "recalled")})
def link_by_a_partner() -> tuple[Story, Bundle]:
    story = made()
    body = story.event("AggregationEvent", "ADD", "packing", parentID=PALLET, childEPCs=[FRIDGE])
    story.record(story.retailer, body)
    story.chain.grant("gs1", MAKER, story.maker, everyone=0)
    story.chain.partner("gs1", MAKER, story.retailer, 1 << Kind.PACK)
    story.change_state(story.maker, PALLET, State.RECALLED)
    return story, story.bundle()


@case(UNTOLD)
def package_destroyed_later_and_its_lines_left_out() -> tuple[Story, Bundle]:
    story = made()
    story.delivery()
    story.change_state(story.maker, PALLET, State.DESTROYED)
    return story, story.bundle(others=tuple(thing for thing in ALL if thing != PALLET))


@case(MADE)
def package_whose_recall_was_lifted() -> tuple[Story, Bundle]:
    story = made()
    story.record(story.maker, story.event("AggregationEvent", "ADD", "packing", parentID=PALLET, childEPCs=[FRIDGE]))
    story.change_state(story.maker, PALLET, State.RECALLED)
    story.change_state(story.maker, PALLET, State.ACTIVE)
    story.unpack()
    story.change_state(story.maker, PALLET, State.RETIRED)
    return story, story.bundle()


@case(MADE | {"recall": ("matched", "recalled")})
def package_in_a_recalled_package() -> tuple[Story, Bundle]:
    story = made()
    story.record(story.maker, story.event("AggregationEvent", "ADD", "packing", parentID=PALLET, childEPCs=[FRIDGE]))
    story.record(story.maker, story.event("AggregationEvent", "ADD", "packing", parentID=OUTER, childEPCs=[PALLET]))
    story.change_state(story.maker, OUTER, State.RECALLED)
    return story, story.bundle(others=(*ALL, OUTER))


@case(MADE)
def package_put_into_a_recalled_one_after_they_parted() -> tuple[Story, Bundle]:
    story = made()
    story.delivery()
    story.record(story.maker, story.event("AggregationEvent", "ADD", "packing", parentID=OUTER, childEPCs=[PALLET]))
    story.change_state(story.maker, OUTER, State.RECALLED)
    return story, story.bundle(others=(*ALL, OUTER))


@case(MADE)
def package_of_an_input_after_it_was_consumed() -> tuple[Story, Bundle]:
    story = Story()
    story.components()
    made_of = story.event(
        "TransformationEvent",
        None,
        "commissioning",
        inputQuantityList=[{"epcClass": STEEL, "quantity": 38}],
        outputEPCList=[FRIDGE],
    )
    story.record(story.maker, made_of)
    packed = story.event(
        "AggregationEvent", "ADD", "packing", parentID=CRATE, childQuantityList=[{"epcClass": STEEL, "quantity": 9}]
    )
    story.record(story.supplier, packed)
    story.change_state(story.supplier, CRATE, State.RECALLED)
    return story, story.bundle()


@case(UNTOLD)
def component_with_a_class_that_is_not_followed() -> tuple[Story, Bundle]:
    story = made()
    story.record(story.maker, story.event("ObjectEvent", "ADD", "commissioning", epcList=[GRAI]))
    story.record(story.maker, story.event("AssociationEvent", "ADD", "assembling", parentID=FRIDGE, childEPCs=[GRAI]))
    return story, story.bundle(others=(*ALL, GRAI))


@case(MADE | {"story": ("refused", "lines_disagree"), "recall": ("not_checked", "own_state_only")})
def meta_of_another_version() -> tuple[Story, Bundle]:
    story = made()
    key = story.chain.key(FRIDGE)
    commitment, meta = story.chain.lines[key][-1]
    line = (commitment, bytes((2,)) + meta[1:])
    story.chain.lines[key].append(line)
    story.chain.heads[key] = next_head(story.chain.heads[key], *line)
    story.chain.storage["ledger"][slots.head(key)] = story.chain.heads[key]
    return story, story.bundle()


@case(SOUND | {"recall": ("not_checked", "own_state_only")})
def error_declaration_that_does_not_say_of_what() -> tuple[Story, Bundle]:
    story = Story().whole()
    hide(story.declared, "hash:cbv2.0", "/eventID")
    return story, story.bundle()


@case(SOUND | {"recall": ("not_checked", "own_state_only")})
def event_that_does_not_say_whether_it_was_declared_wrong() -> tuple[Story, Bundle]:
    story = Story().whole()
    hide(story.unpacked, "hash:cbv2.0")
    return story, story.bundle()


@case(MADE | {"product": ("claimed", "described_by_holder")})
def description_of_the_thing_itself() -> tuple[Story, Bundle]:
    story = made()
    content = {
        "subject": FRIDGE,
        "name": {"zh": "冰箱"},
        "weight": Decimal("70.50"),
        "litres": Decimal("1E3"),
        "loss": Decimal("-0.5"),
        "boxed": True,
    }
    story.record(story.maker, content, kind=Kind.DESCRIBE)
    return story, story.bundle()


@case(MADE)
def description_by_another() -> tuple[Story, Bundle]:
    story = made()
    story.record(story.bank, {"subject": FRIDGE, "name": {"zh": "假冰箱"}}, kind=Kind.DESCRIBE)
    other = story.chain.record(
        story.bank, {"subject": CLASS, "name": {"zh": "假冰箱"}}, kind=Kind.DESCRIBE, anchored=True
    )
    elsewhere = story.chain.record(
        story.maker, {"subject": STEEL, "name": {"zh": "钢"}}, kind=Kind.DESCRIBE, anchored=True
    )
    story.chain.anchor(story.bank, [other])
    story.chain.anchor(story.maker, [elsewhere])
    return story, story.bundle()


# The same node shows that the class of the steel has no state, which is not told either then.
@case(UNTOLD)
def root_of_a_description_withheld() -> tuple[Story, Bundle]:
    story = made()
    story.description()
    return story, without_slot(story, "ledger", slots.anchor(story.maker, slots.ANCHORED_STREAM, 1))


@case(SOUND)
def lines_with_flags_of_a_private_event_that_is_shown() -> tuple[Story, Bundle]:
    story = Story().whole()
    story.record(story.maker, story.event("ObjectEvent", "OBSERVE", "storing", epcList=[FRIDGE]), private=True)
    return story, story.bundle()


@case(SOUND | {"story": ("refused", "lines_refused")})
def flags_that_differ() -> tuple[Story, Bundle]:
    story = Story().whole()
    event = story.record(story.maker, story.event("ObjectEvent", "OBSERVE", "storing", epcList=[COMPRESSOR]))
    story.chain.write(event, Flag.PRIVATE, State.UNCHANGED, [FRIDGE])
    return story, story.bundle()


@case(SOUND | {"story": ("refused", "lines_refused")})
def opening_with_a_hash_too_many() -> tuple[Story, Bundle]:
    story = Story().whole()
    bundle = story.bundle()
    opening = bundle.events[story.resold.commitment]
    longer = Opening(opening.size, opening.leaves, (bytes(32),))
    return story, replace(bundle, events={**bundle.events, story.resold.commitment: longer})
