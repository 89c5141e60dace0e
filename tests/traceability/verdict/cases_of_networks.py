"""Bundles of other networks, things, prefixes and times, and what stands beside the story."""

from __future__ import annotations

import json
from dataclasses import replace

from small_story import (
    CLASS,
    COMPRESSOR,
    COMPRESSOR_LOT,
    CRATE,
    FRIDGE,
    SPARE,
    Story,
)
from vector_frame import CASES, NOTHING, PROVEN, REFUSED, SOUND, Case, case

from traceability.ledger import slots
from traceability.ledger.keys import keccak
from traceability.ledger.meta import Role, State
from traceability.proof import BlockHeader, Bundle, Consensus, OrganisationClaim


@case(SOUND)
def sound() -> tuple[Story, Bundle]:
    story = Story().whole()
    return story, story.bundle()


@case(PROVEN)
def sealed_by_a_quorum() -> tuple[Story, Bundle]:
    story = Story(Consensus.QBFT).whole()
    return story, story.bundle()


@case(REFUSED)
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


@case(REFUSED)
def of_another_network() -> tuple[Story, Bundle]:
    story = Story().whole()
    bundle = story.bundle()
    return story, replace(bundle, network=replace(bundle.network, genesis=keccak(b"another")))


@case(REFUSED)
def block_of_a_time_that_no_clock_shows() -> tuple[Story, Bundle]:
    story = Story().whole()
    root = _state_root(story.bundle())
    story.chain.time = 2**60
    forged = story.chain.header(root)
    story.chain.time = 1_780_001_000
    return story, replace(story.bundle(), header=forged)


@case(NOTHING | {"consensus": ("refused", "other_thing")})
def of_another_thing() -> tuple[Story, Bundle]:
    story = Story().whole()
    return story, story.bundle(COMPRESSOR)


@case(SOUND | {"story": ("refused", "never_recorded"), "recall": ("not_checked", "own_state_only")})
def never_recorded() -> tuple[Story, Bundle]:
    story = Story()
    story.description()
    return story, story.bundle(others=())


@case(REFUSED)
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
        REFUSED,
    )


CASES.extend((_stale, _stale_recall, _early, _expired, _unknown_member))


def _state_root(bundle: Bundle) -> bytes:
    return BlockHeader.from_rlp(bundle.header).state_root
