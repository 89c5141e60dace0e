"""Bundles that say what places and products are called, and by whom."""

from __future__ import annotations

from dataclasses import replace

from small_chain import Recorded, hide
from small_story import CLASS, COMPRESSOR_CLASS, DOCK, Story
from vector_frame import SOUND, case, without_slot

from traceability.ledger import slots
from traceability.ledger.meta import Kind
from traceability.proof import Bundle

MASTER_DATA = "https://suyuan.example/ns/master-data"
LOCATION = "urn:epcglobal:epcis:vtype:BusinessLocation"
NAME, NAME_EN = "urn:epcglobal:cbv:mda:name", "https://suyuan.example/ns/nameEn"
FOREIGN_DOCK = "https://warehouse.example/docks/7"


def said(story: Story, organisation: int, subject: str, **attributes: object) -> Recorded:
    """Let a firm say something of a thing, in an anchored batch of its own."""
    story.chain.pass_time()
    names = {"name": NAME, "name_en": NAME_EN, "city": "urn:epcglobal:cbv:mda:city"}
    body = {
        "subject": subject,
        "vocabulary": LOCATION,
        "since": "2026-03-20T08:00:00+00:00",
        "attributes": {names[name]: value for name, value in attributes.items()},
    }
    event = story.chain.record(organisation, body, kind=Kind.DESCRIBE, anchored=True, schema=MASTER_DATA)
    story.chain.anchor(organisation, [event])
    return event


@case(SOUND)
def place_that_two_firms_name() -> tuple[Story, Bundle]:
    story = Story().whole()
    event = said(story, story.maker, DOCK, name="三号码头", name_en="Dock 3", city="Qingdao")
    hide(event, "/attributes/urn:epcglobal:cbv:mda:city", "/since", "/vocabulary")
    said(story, story.retailer, DOCK, name="海岚提货口")
    return story, story.bundle()


@case(SOUND)
def place_without_a_prefix_and_component_with_a_name() -> tuple[Story, Bundle]:
    story = Story().whole()
    said(story, story.bank, FOREIGN_DOCK, name="Dock 7")
    described = story.chain.record(
        story.supplier, {"subject": COMPRESSOR_CLASS, "name": {"en": "Compressor"}}, kind=Kind.DESCRIBE, anchored=True
    )
    story.chain.anchor(story.supplier, [described])
    return story, story.bundle()


@case(SOUND | {"product": ("not_checked", "no_description")})
def master_data_of_its_class_is_no_description() -> tuple[Story, Bundle]:
    story = Story()
    story.components()
    story.assembly()
    said(story, story.maker, CLASS, name="Refrigerator")
    return story, story.bundle()


@case(SOUND)
def name_without_its_subject() -> tuple[Story, Bundle]:
    story = Story().whole()
    hide(said(story, story.maker, DOCK, name="三号码头"), "/subject")
    said(story, story.maker, DOCK, city="Qingdao")
    return story, story.bundle()


@case(SOUND)
def name_that_was_changed() -> tuple[Story, Bundle]:
    story = Story().whole()
    event = said(story, story.maker, DOCK, name_en="Dock 3")
    bundle = story.bundle()
    opening = bundle.events[event.commitment]
    leaves = tuple((index, leaf.replace(b"Dock 3", b"Dock 4")) for index, leaf in opening.leaves)
    changed = {**bundle.events, event.commitment: replace(opening, leaves=leaves)}
    # The description comes after it among the anchors read from the last to the first.
    anchors = (*(claim for claim in bundle.anchors if claim.commitment == event.commitment), *bundle.anchors[:-1])
    return story, replace(bundle, events=changed, anchors=anchors)


@case(SOUND)
def name_whose_root_is_withheld() -> tuple[Story, Bundle]:
    story = Story().whole()
    said(story, story.retailer, DOCK, name="海岚提货口")
    return story, without_slot(story, "ledger", slots.anchor(story.retailer, slots.ANCHORED_STREAM, 1))


@case(SOUND)
def name_by_another_than_the_anchors_author() -> tuple[Story, Bundle]:
    story = Story().whole()
    event = said(story, story.maker, DOCK, name="三号码头")
    bundle = story.bundle()
    anchors = [
        replace(claim, organisation=story.retailer) if claim.commitment == event.commitment else claim
        for claim in bundle.anchors
    ]
    return story, replace(bundle, anchors=tuple(anchors))
