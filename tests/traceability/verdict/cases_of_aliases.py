"""Bundles with claims that another code names the same thing: confirmed, one-sided, disputed, taken back, recalled."""

from __future__ import annotations

from dataclasses import replace

from small_story import ALL, COMPRESSOR, FRIDGE, Story
from vector_frame import SOUND, case

from traceability.ledger.meta import Kind, State
from traceability.life.aliases import ALIAS_SCHEMA
from traceability.proof import Bundle

PLATE = "hdl:88.532.60001/K7Q2M9X4T"
OTHER_PLATE = "hdl:88.532.60001/OTHER"
SELLERS_PLATE = "hdl:88.532.60005/S-1"
CAR = "vin:LSGJA52U8AS123456"


def claims(story: Story, organisation: int, code: str, other: str, relation: str = "same", status: int = 1) -> None:
    """Let a firm say something of two codes."""
    story.chain.pass_time()
    statement = {"subject": code, "things": [other], "relation": relation}
    story.chain.attest(organisation, code, statement, schema=ALIAS_SCHEMA, status=status)


def told() -> Story:
    """Return the whole story, with codes of the industrial internet granted to maker and retailer."""
    story = Story().whole()
    story.chain.grant("idis", "88.532.60001", story.maker)
    story.chain.grant("idis", "88.532.60005", story.retailer)
    return story


@case(SOUND)
def alias_of_one_holder() -> tuple[Story, Bundle]:
    story = told()
    claims(story, story.maker, FRIDGE, PLATE)
    return story, story.chain.bundle(FRIDGE, (*ALL[1:], PLATE))


@case(SOUND)
def alias_whose_other_code_is_not_shown() -> tuple[Story, Bundle]:
    story = told()
    claims(story, story.maker, FRIDGE, PLATE)
    return story, story.bundle()


@case(SOUND)
def alias_that_nobody_on_the_network_holds() -> tuple[Story, Bundle]:
    story = told()
    claims(story, story.maker, FRIDGE, CAR)
    return story, story.bundle()


@case(SOUND)
def alias_confirmed_by_the_other_side() -> tuple[Story, Bundle]:
    story = told()
    claims(story, story.maker, FRIDGE, SELLERS_PLATE)
    claims(story, story.retailer, SELLERS_PLATE, FRIDGE)
    return story, story.chain.bundle(FRIDGE, (*ALL[1:], SELLERS_PLATE))


@case(SOUND)
def alias_denied_by_the_other_side() -> tuple[Story, Bundle]:
    story = told()
    claims(story, story.maker, FRIDGE, SELLERS_PLATE)
    claims(story, story.retailer, SELLERS_PLATE, FRIDGE, "different")
    return story, story.chain.bundle(FRIDGE, (*ALL[1:], SELLERS_PLATE))


@case(SOUND)
def alias_that_two_things_claim() -> tuple[Story, Bundle]:
    story = told()
    claims(story, story.maker, FRIDGE, SELLERS_PLATE)
    claims(story, story.supplier, COMPRESSOR, SELLERS_PLATE)
    return story, story.chain.bundle(FRIDGE, (*ALL[1:], SELLERS_PLATE))


@case(SOUND)
def alias_taken_back() -> tuple[Story, Bundle]:
    story = told()
    claims(story, story.maker, FRIDGE, PLATE, status=2)
    return story, story.chain.bundle(FRIDGE, (*ALL[1:], PLATE))


@case(SOUND)
def alias_claimed_by_a_stranger() -> tuple[Story, Bundle]:
    story = told()
    claims(story, story.bank, FRIDGE, PLATE)
    return story, story.chain.bundle(FRIDGE, (*ALL[1:], PLATE))


@case(SOUND)
def alias_whose_statement_speaks_of_another_subject() -> tuple[Story, Bundle]:
    story = told()
    story.chain.attest(
        story.maker, FRIDGE, {"subject": OTHER_PLATE, "things": [PLATE], "relation": "same"}, schema=ALIAS_SCHEMA
    )
    return story, story.chain.bundle(FRIDGE, (*ALL[1:], PLATE))


@case(SOUND | {"recall": ("matched", "recalled")})
def recalled_under_a_confirmed_alias() -> tuple[Story, Bundle]:
    story = told()
    claims(story, story.maker, FRIDGE, PLATE)
    body = story.event("ObjectEvent", "OBSERVE", "holding", epcList=[PLATE])
    story.record(story.maker, body, kind=Kind.STATE, state=State.RECALLED)
    return story, story.chain.bundle(FRIDGE, (*ALL[1:], PLATE))


@case(SOUND)
def recalled_under_a_one_sided_alias() -> tuple[Story, Bundle]:
    story = told()
    claims(story, story.maker, FRIDGE, SELLERS_PLATE)
    body = story.event("ObjectEvent", "OBSERVE", "holding", epcList=[SELLERS_PLATE])
    story.record(story.retailer, body, kind=Kind.STATE, state=State.RECALLED)
    return story, story.chain.bundle(FRIDGE, (*ALL[1:], SELLERS_PLATE))


@case(SOUND | {"recall": ("not_checked", "own_state_only")})
def confirmed_alias_whose_lines_are_not_shown() -> tuple[Story, Bundle]:
    story = told()
    claims(story, story.maker, FRIDGE, PLATE)
    story.record(story.maker, story.event("ObjectEvent", "OBSERVE", "inspecting", epcList=[PLATE]))
    bundle = story.chain.bundle(FRIDGE, (*ALL[1:], PLATE))
    return story, without_lines_of(story, bundle)


def without_lines_of(story: Story, bundle: Bundle) -> Bundle:
    """Return the bundle with the head of the plate and no lines before it."""
    head = story.chain.heads[story.chain.key(PLATE)]
    things = [replace(claim, start=1, before=head, lines=()) if claim.id == PLATE else claim for claim in bundle.things]
    return replace(bundle, things=tuple(things))
