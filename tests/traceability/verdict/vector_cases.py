"""The cases of tests/vectors/bundles: bundles good and forged, with the facts that each must come to."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from small_chain import hide, without_events
from small_story import (
    ALL,
    CLASS,
    COMPRESSOR,
    COMPRESSOR_LOT,
    CRATE,
    FRIDGE,
    FRIDGE_LOT,
    LOT,
    MAKER,
    PALLET,
    SPARE,
    STEEL,
    XML_LOT,
    Story,
    without_lines,
)

from traceability.errors import ProofNodeMissing
from traceability.ledger import slots
from traceability.ledger.head import next_head
from traceability.ledger.keys import keccak
from traceability.ledger.meta import Flag, Kind, Role, State
from traceability.proof import BlockHeader, Bundle, Consensus, OrganisationClaim, ProvenState, TrustRoot

Facts = dict[str, tuple[str, str]]
"""Fact → status and reason."""


@dataclass(frozen=True)
class Case:
    """One vector."""

    name: str
    bundle: str
    trust_root: TrustRoot
    now: int
    facts: Facts
    asked: str | None = FRIDGE


_CASES: list[Callable[[], Case]] = []


def cases() -> Iterator[Case]:
    for make in _CASES:
        yield make()


def case(
    facts: Facts, asked: str | None = FRIDGE
) -> Callable[[Callable[[], tuple[Story, Bundle]]], Callable[[], Case]]:
    """Register a function that tells a story and returns what the server hands out."""

    def register(make: Callable[[], tuple[Story, Bundle]]) -> Callable[[], Case]:
        def made() -> Case:
            story, bundle = make()
            return Case(make.__name__, bundle.to_json(), story.chain.trust_root(), story.now, facts, asked)

        _CASES.append(made)
        return made

    return register


SOUND: Facts = {
    "consensus": ("not_checked", "development_chain"), "holder": ("matched", "prefix_granted"), "story": ("matched", "complete_headed"),
    "state": ("matched", "active"), "recall": ("matched", "not_recalled"), "freshness": ("matched", "fresh"), "product": ("claimed", "described_by_holder"),
    "copy": ("not_checked", "copy_not_checked"),
}  # fmt: skip
PROVEN: Facts = {
    name: ("proven" if status == "matched" else status, reason) for name, (status, reason) in SOUND.items()
} | {"consensus": ("proven", "quorum_sealed")}  # fmt: skip
NOTHING: Facts = dict.fromkeys(
    ("holder", "story", "state", "recall", "freshness", "product"), ("not_checked", "nothing_checked")
)


@case(SOUND)
def sound() -> tuple[Story, Bundle]:
    story = Story().whole()
    return story, story.bundle()


@case(PROVEN)
def sealed_by_a_quorum() -> tuple[Story, Bundle]:
    story = Story(Consensus.QBFT).whole()
    return story, story.bundle()


@case(NOTHING | {"consensus": ("refused", "bundle_refused")})
def sealed_by_too_few() -> tuple[Story, Bundle]:
    story = Story(Consensus.QBFT).whole()
    bundle = story.bundle()
    root = _state_root(bundle)
    return story, replace(bundle, header=story.chain.header(root, seals=2))


@case(
    PROVEN
    | {"state": ("proven", "recalled"), "recall": ("proven", "recalled"), "product": ("not_checked", "no_description")}
)
def recalled_itself_and_sealed() -> tuple[Story, Bundle]:
    story = Story(Consensus.QBFT)
    story.components()
    story.assembly()
    story.change_state(story.maker, FRIDGE, State.RECALLED)
    return story, story.bundle()


@case(NOTHING | {"consensus": ("refused", "bundle_refused")})
def of_another_network() -> tuple[Story, Bundle]:
    story = Story().whole()
    bundle = story.bundle()
    return story, replace(bundle, network=replace(bundle.network, genesis=keccak(b"another")))


@case(NOTHING | {"consensus": ("refused", "other_thing")})
def of_another_thing() -> tuple[Story, Bundle]:
    story = Story().whole()
    return story, story.bundle(COMPRESSOR)


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


@case(SOUND | {"story": ("refused", "never_recorded"), "recall": ("not_checked", "own_state_only")})
def never_recorded() -> tuple[Story, Bundle]:
    story = Story()
    story.description()
    return story, story.bundle(others=())


@case(NOTHING | {"consensus": ("refused", "bundle_refused")})
def prefix_of_the_wrong_length() -> tuple[Story, Bundle]:
    story = Story().whole()
    bundle = story.bundle()
    return story, replace(bundle, things=(replace(bundle.things[0], prefix="690123400078X"), *bundle.things[1:]))


@case(
    {
        "holder": ("refused", "prefix_not_granted"),
        "story": ("refused", "lines_disagree"),
        "recall": ("not_checked", "own_state_only"),
    }
)
def prefix_that_is_not_granted() -> tuple[Story, Bundle]:
    story = Story().whole()
    bundle = story.bundle()
    return story, replace(bundle, things=(replace(bundle.things[0], prefix="69012340"), *bundle.things[1:]))


@case(SOUND)
def profile_changed() -> tuple[Story, Bundle]:
    story = Story().whole()
    bundle = story.bundle()
    forged = OrganisationClaim(1, '{"name":"青岛海岚集团"}')
    return story, replace(bundle, organisations=(forged, *bundle.organisations[2:]))


@case(SOUND | {"product": ("refused", "description_refused")})
def description_changed() -> tuple[Story, Bundle]:
    story = Story().whole()
    bundle = story.bundle()
    anchors = tuple(replace(claim, index=0) for claim in bundle.anchors)
    return story, replace(bundle, anchors=anchors)


@case(SOUND)
def attestations_of_every_standing() -> tuple[Story, Bundle]:
    story = Story().whole()
    chain = story.chain
    shady = chain.admit({"name": "停牌检测有限公司"}, Role.INSPECTOR, status=2)
    statement: dict[str, object] = {"subject": FRIDGE, "result": "pass"}
    chain.attest(story.inspector, FRIDGE, statement, status=2)
    chain.attest(story.inspector, FRIDGE, statement, status=3)
    chain.attest(story.inspector, FRIDGE, statement, expires=chain.time + 10)
    chain.attest(shady, FRIDGE, statement)
    chain.attest(story.inspector, FRIDGE, statement)
    bundle = story.bundle()
    *kept, last = bundle.attestations
    unknown = replace(last, organisation=story.bank)
    elsewhere = replace(last, subject=SPARE)
    return story, replace(
        bundle, attestations=(*kept, unknown, elsewhere, replace(last, schema='{"name":"other"}'), last)
    )


@case(
    {"story": ("not_checked", "no_story"), "recall": ("matched", "recalled"), "state": ("matched", "recalled")},
    asked=CLASS,
)
def class_that_is_recalled() -> tuple[Story, Bundle]:
    story = Story()
    word = bytes((State.RECALLED,)) + story.maker.to_bytes(4, "big") + story.chain.time.to_bytes(8, "big")
    story.chain.storage["ledger"][slots.state(story.chain.key(CLASS))] = word.ljust(32, b"\x00")
    return story, story.bundle(CLASS, others=())


@case(
    {
        "holder": ("matched", "prefix_granted"),
        "story": ("matched", "complete_headed"),
        "recall": ("matched", "not_recalled"),
    },
    asked=None,
)
def package_as_the_subject() -> tuple[Story, Bundle]:
    story = Story().whole()
    return story, story.bundle(CRATE, others=())


def _stale() -> Case:
    story = Story().whole()
    facts = SOUND | {
        "state": ("not_checked", "stale"),
        "recall": ("not_checked", "stale"),
        "freshness": ("not_checked", "older_than_an_hour"),
    }
    return Case(
        "older_than_an_hour", story.bundle().to_json(), story.chain.trust_root(), story.chain.time + 3601, facts
    )


def _stale_recall() -> Case:
    story = Story().whole()
    story.change_state(story.supplier, COMPRESSOR_LOT, State.RECALLED)
    facts = SOUND | {
        "state": ("not_checked", "stale"),
        "recall": ("matched", "recalled"),
        "freshness": ("not_checked", "older_than_an_hour"),
    }
    return Case(
        "recall_that_is_old", story.bundle().to_json(), story.chain.trust_root(), story.chain.time + 10**6, facts
    )


def _early() -> Case:
    story = Story().whole()
    facts = SOUND | {
        "state": ("not_checked", "stale"),
        "recall": ("not_checked", "stale"),
        "freshness": ("not_checked", "clock_disagrees"),
    }
    return Case(
        "clock_that_is_behind", story.bundle().to_json(), story.chain.trust_root(), story.chain.time - 3601, facts
    )


def _expired() -> Case:
    story = Story(Consensus.QBFT).whole()
    facts = SOUND | {"consensus": ("not_checked", "trust_root_expired")}
    return Case(
        "validators_that_expired",
        story.bundle().to_json(),
        story.chain.trust_root(expires=story.now - 1),
        story.now,
        facts,
    )


def _unknown_member() -> Case:
    story = Story().whole()
    text = json.dumps(
        json.loads(story.bundle().to_json()) | {"verdict": "proven"}, separators=(",", ":"), ensure_ascii=False
    )
    return Case(
        "bundle_with_a_member_too_many",
        text,
        story.chain.trust_root(),
        story.now,
        NOTHING | {"consensus": ("refused", "bundle_refused")},
    )


_CASES += [_stale, _stale_recall, _early, _expired, _unknown_member]


def without_slot(story: Story, contract: str, slot: bytes) -> Bundle:
    """Return the bundle without the trie node that the proof of one slot needs and the fewest others do."""
    bundle = story.bundle()

    def fails(node: bytes, name: str, where: bytes) -> bool:
        state = ProvenState(
            replace(bundle, nodes=tuple(other for other in bundle.nodes if other != node)), story.chain.trust_root()
        )
        try:
            state.slot(name, where)
        except ProofNodeMissing:
            return True
        return False

    needed = [node for node in bundle.nodes if fails(node, contract, slot)]
    others = [other for other in story.chain.storage[contract] if other != slot]
    leaf = min(needed, key=lambda node: sum(fails(node, contract, other) for other in others))
    return replace(bundle, nodes=tuple(node for node in bundle.nodes if node != leaf))


def _state_root(bundle: Bundle) -> bytes:
    return BlockHeader.from_rlp(bundle.header).state_root
