"""The bank's verdict over the in-memory ledger: each check passes, fails, refers and stays unknown for its reason."""

from __future__ import annotations

from dataclasses import replace

import pytest
from small_chain import START, hide, without_events
from small_story import ALL, CLASS, COMPRESSOR, COMPRESSOR_LOT, FRIDGE, PALLET, Story, without_lines

from traceability.identifiers.gs1.values import with_check_digit
from traceability.ledger import slots
from traceability.ledger.meta import Role, State
from traceability.proof import Bundle, Consensus
from traceability.verdict.bank import BankVerdict, bank_verdict_of
from traceability.verdict.borrower import credit_code_of
from traceability.verdict.checks import Outcome, worst

USCC = "91370212760012345X"
OWNED = {"destinationList": [{"type": "owning_party", "destination": "https://id.gs1.org/417/6901234000009"}]}
ELSEWHERE = {
    "destinationList": [
        {"type": "owning_party", "destination": "https://id.gs1.org/417/" + with_check_digit("690567800000", "GLN", 13)}
    ]
}


def told(consensus: Consensus = Consensus.NONE, **shipping: object) -> Story:
    story = Story(consensus).whole()
    story.record(
        story.maker, story.event("ObjectEvent", "OBSERVE", "shipping", epcList=[FRIDGE], **(shipping or OWNED))
    )
    return story


def verdict(story: Story, bundle: Bundle | None = None, **asked: object) -> BankVerdict:
    more = {"borrower": story.maker, "credit_code": USCC, "asked": FRIDGE} | asked
    return bank_verdict_of(bundle or story.bundle(), story.chain.trust_root(), story.now, **more)  # type: ignore[arg-type]


def check(found: BankVerdict, name: str) -> tuple[str, str]:
    first = next(item for item in found.checks if item.id == name)
    return first.outcome.value, first.reason


def test_a_sound_asset_of_a_sealed_network_passes() -> None:
    found = verdict(told(Consensus.QBFT))

    assert [(item.id, item.outcome.value, item.reason) for item in found.checks] == [
        ("proof", "PASS", "quorum_sealed"),
        ("freshness", "PASS", "fresh"),
        ("provenance", "PASS", "back_to_origin"),
        ("receipt", "PASS", "received_by_second_party"),
        ("title", "PASS", "owned_by_borrower"),
        ("liens", "PASS", "unencumbered"),
        ("recall", "PASS", "not_recalled"),
        ("state", "PASS", "active"),
        ("attestation", "PASS", "attested"),
        ("borrower", "PASS", "identified"),
    ]
    assert found.overall is Outcome.PASS
    assert found.checks[2].evidence[0].thing == FRIDGE


def test_on_a_development_chain_a_person_decides() -> None:
    found = verdict(told())

    assert check(found, "proof") == ("REFER", "development_chain")
    assert found.overall is Outcome.REFER


def test_a_bundle_that_is_refused_fails_with_one_check() -> None:
    story = told(Consensus.QBFT)
    forged = replace(story.bundle(), network=replace(story.bundle().network, chain_id=1))

    found = verdict(story, forged)

    assert [(item.id, item.outcome, item.reason) for item in found.checks] == [
        ("proof", Outcome.FAIL, "bundle_refused")
    ]


def test_of_another_asset_than_asked_nothing_is_said() -> None:
    story = told()

    assert check(verdict(story, story.bundle(COMPRESSOR)), "proof") == ("FAIL", "other_thing")


def test_what_was_left_out_fails_or_stays_unknown() -> None:
    story = told()
    bundle = story.bundle()

    assert check(verdict(story, without_lines(bundle, FRIDGE, 2)), "provenance") == ("FAIL", "lines_disagree")
    assert check(verdict(story, without_events(bundle, story.made)), "provenance") == ("UNKNOWN", "lines_withheld")
    fewer = story.bundle(others=tuple(thing for thing in ALL if thing != COMPRESSOR))
    assert check(verdict(story, fewer), "provenance") == ("UNKNOWN", "upstream_not_shown")
    assert check(verdict(story, fewer), "recall") == ("UNKNOWN", "own_state_only")


def test_a_component_with_forged_lines_fails() -> None:
    story = told()

    assert check(verdict(story, without_lines(story.bundle(), COMPRESSOR, 1)), "provenance") == (
        "FAIL",
        "upstream_not_shown",
    )


def test_an_origin_outside_the_network_refers() -> None:
    story = Story()
    story.components()
    story.assembly(inputEPCList=["https://id.gs1.org/01/04012345000016/21/X9"])

    assert check(verdict(story), "provenance") == ("REFER", "origin_outside_network")


def test_goods_that_only_their_maker_has_had_refer() -> None:
    story = Story()
    story.components()
    story.assembly()

    found = verdict(story)

    assert check(found, "receipt") == ("REFER", "no_second_party")
    assert check(found, "title") == ("REFER", "made_by_borrower_and_no_transfer")
    assert check(verdict(story, borrower=story.retailer), "title") == ("REFER", "no_transfer_recorded")


def test_the_receipt_of_a_pallet_is_a_receipt_of_what_is_in_it() -> None:
    story = Story()
    story.components()
    story.assembly()
    story.record(story.maker, story.event("AggregationEvent", "ADD", "packing", parentID=PALLET, childEPCs=[FRIDGE]))
    story.record(story.retailer, story.event("ObjectEvent", "OBSERVE", "receiving", epcList=[PALLET]))

    found = verdict(story)

    receipt = next(item for item in found.checks if item.id == "receipt")
    assert (receipt.reason, receipt.evidence[0].thing) == ("received_by_second_party", PALLET)


def test_goods_of_another_owner_fail() -> None:
    assert check(verdict(told(**ELSEWHERE)), "title") == ("FAIL", "owned_by_another")


def test_an_owner_outside_the_network_refers() -> None:
    outside = {"destinationList": [{"type": "owning_party", "destination": "https://id.gs1.org/417/4012345000009"}]}

    assert check(verdict(told(**outside)), "title") == ("REFER", "owner_outside_network")


def test_while_a_destination_is_hidden_nobody_is_the_owner() -> None:
    story = told()
    sold = story.record(story.maker, story.event("ObjectEvent", "OBSERVE", "shipping", epcList=[FRIDGE], **ELSEWHERE))
    hide(sold, "/destinationList/0/destination")
    unseen = Story()
    hidden = unseen.record(
        unseen.maker, unseen.event("ObjectEvent", "ADD", "commissioning", epcList=[FRIDGE]), private=True
    )

    assert check(verdict(story), "title") == ("UNKNOWN", "story_not_whole")
    assert check(verdict(unseen, without_events(unseen.bundle(), hidden)), "title") == ("UNKNOWN", "story_not_whole")


def test_an_owner_whose_grant_is_not_shown_is_unknown() -> None:
    story = told(**ELSEWHERE)
    story.chain.storage["prefixes"] = {
        slot: word
        for slot, word in story.chain.storage["prefixes"].items()
        if int.from_bytes(word[1:5], "big") != story.supplier
    }

    assert check(verdict(story), "title") == ("UNKNOWN", "owner_not_shown")


@pytest.mark.parametrize(
    ("state", "until", "expected"),
    [
        (2, 0, ("FAIL", "encumbered")),
        (1, START * 2, ("FAIL", "encumbered")),
        (1, START, ("PASS", "unencumbered")),
        (3, 0, ("PASS", "unencumbered")),
    ],
)
def test_a_lien_stands_in_the_way_while_it_is_reserved_or_active(
    state: int, until: int, expected: tuple[str, str]
) -> None:
    story = told()
    story.chain.lien(FRIDGE, story.maker, story.bank, state=state, until=until)

    assert check(verdict(story), "liens") == expected


def test_the_holder_of_a_lien_is_told_that_it_is_its_own() -> None:
    story = told()
    story.chain.lien(FRIDGE, story.maker, story.bank)

    assert check(verdict(story, reader=story.bank), "liens") == ("REFER", "encumbered_by_reader")


def test_who_holds_a_lien_is_not_said_where_its_record_is_not_shown() -> None:
    story = told()
    lien = story.chain.lien(FRIDGE, story.maker, story.bank)
    whole = story.bundle()
    record = story.chain.storage["liens"][slots.lien(lien)]
    bundle = replace(whole, nodes=tuple(node for node in whole.nodes if record.rstrip(b"\x00") not in node))

    found = verdict(story, bundle)

    liens = next(item for item in found.checks if item.id == "liens")
    assert (liens.outcome, liens.reason) == (Outcome.FAIL, "encumbered_by_another")
    assert "pledgee" not in liens.args


def test_a_lien_on_a_part_refers() -> None:
    story = told()
    story.chain.lien(COMPRESSOR, story.supplier, story.bank)

    assert check(verdict(story), "liens") == ("REFER", "encumbered")


def test_recalls_and_bad_states_fail() -> None:
    story = told()
    story.change_state(story.supplier, COMPRESSOR_LOT, State.RECALLED)
    stolen = told()
    stolen.change_state(stolen.maker, FRIDGE, State.STOLEN)

    assert check(verdict(story), "recall") == ("FAIL", "recalled")
    assert check(verdict(stolen), "state") == ("FAIL", "stolen")


def test_old_proof_leaves_state_recall_and_freshness_unknown() -> None:
    story = told()

    found = bank_verdict_of(story.bundle(), story.chain.trust_root(), story.now + 10**5, borrower=story.maker)

    for name in ("freshness", "state", "recall"):
        assert check(found, name)[0] == "UNKNOWN"


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ({"status": 2}, ("FAIL", "revoked")),
        ({"status": 3}, ("REFER", "superseded")),
        ({"expires": START}, ("REFER", "expired")),
    ],
)
def test_an_attestation_that_no_longer_holds_is_not_passed(more: dict[str, int], expected: tuple[str, str]) -> None:
    story = Story()
    story.chain.attest(story.inspector, FRIDGE, {"subject": FRIDGE, "result": "pass"}, **more)
    story.components()
    story.assembly()

    assert check(verdict(story), "attestation") == expected


def test_whose_word_an_attestation_is_matters() -> None:
    story = Story()
    story.components()
    story.assembly()
    story.chain.attest(story.retailer, FRIDGE, {"subject": FRIDGE, "result": "pass"})

    assert check(verdict(story), "attestation") == ("REFER", "issuer_without_role")
    assert check(verdict(story, borrower=story.retailer), "attestation") == ("REFER", "attested_by_borrower")


def test_the_borrower_is_held_against_its_credit_code() -> None:
    story = told()

    assert check(verdict(story, credit_code="91370212760099999X"), "borrower") == ("FAIL", "credit_code_differs")
    assert check(verdict(story, borrower=story.bank), "borrower") == ("REFER", "no_credit_code")
    assert check(verdict(story, borrower=77), "borrower") == ("FAIL", "organisation_unknown")
    assert check(verdict(story, replace(story.bundle(), organisations=())), "borrower") == (
        "UNKNOWN",
        "profile_missing",
    )


def test_a_suspended_borrower_fails() -> None:
    story = told()
    shady = story.chain.admit({"name": "停牌有限公司", "uscc": USCC}, Role.MANUFACTURER, status=2)

    assert check(verdict(story, borrower=shady), "borrower") == ("FAIL", "suspended")


def test_a_profile_without_reason_has_no_credit_code() -> None:
    story = told()
    odd = story.chain.admit({"uscc": ""}, Role.MANUFACTURER)

    assert check(verdict(story, borrower=odd), "borrower") == ("REFER", "no_credit_code")


@pytest.mark.parametrize("profile", ["", "[]", "{", '{"uscc":5}', "[" * 60_000, '{"uscc":""}'])
def test_a_profile_that_says_no_code_has_none(profile: str) -> None:
    assert credit_code_of(profile) is None


def test_a_class_has_no_story_to_lend_against() -> None:
    story = told()

    found = verdict(story, story.bundle(CLASS, others=()), asked=CLASS)

    assert check(found, "provenance") == ("UNKNOWN", "no_story")


def test_nothing_checked_is_unknown() -> None:
    assert worst([]) is Outcome.UNKNOWN
    assert worst([Outcome.PASS, Outcome.UNKNOWN, Outcome.REFER]) is Outcome.UNKNOWN
