"""A server that leaves something out is not believed: phone and Python say the same, and never that the touched thing holds.

the API leaves out or keeps back, one at a time
├── an event, or its opening · the newest line · the oldest lines
├── the lot of an item, the class · a component, the assembly by which it is known · the package
├── the state of the thing, or of anything that it rests on, or the trie nodes that show it
├── the recall of a component's lot, by an older block, older nodes, or none
├── the declaration that an event was wrong
└── a firm's profile, a description's place, an attestation's slot
"""

from __future__ import annotations

import copy
from typing import Any

import pytest
from dishonesty import closing, place_of, with_lines, without
from goods import document, observed
from node_verifier import NodeVerifier
from phone import checked
from proving import GOOD, bundle_of, said, steps_said
from tale import Tale, recalled, told
from town import Town

from traceability.ledger.head import replay
from traceability.verdict.consumer import Verdict

HOUR = 3600
LINKS = ("created", "packed", "assembled")
"""The events that say what the refrigerator is made of and where it was."""


@pytest.fixture(scope="module")
def tale(town: Town) -> Tale:
    return told(town, "omission")


@pytest.fixture(scope="module")
def honest(town: Town, tale: Tale) -> Any:
    """Return the bundle as the API gives it."""
    return bundle_of(town, tale.refrigerator)


@pytest.fixture(scope="module")
def recalled_tale(town: Town) -> tuple[Tale, Any, Any]:
    """Return a tale whose compressor's lot was recalled, with the bundles from before and after."""
    tale = told(town, "omitted-recall")
    before = bundle_of(town, tale.refrigerator)
    recalled(town, "supplier", tale.compressor_lot)
    return tale, before, bundle_of(town, tale.refrigerator)


def name_of(commitment: bytes) -> str:
    return "0x" + commitment.hex()


def test_the_honest_bundle_holds_on_the_phone(town: Town, phone: NodeVerifier, tale: Tale, honest: Any) -> None:
    verdict = checked(town, phone, honest, tale.refrigerator)

    assert ("matched", "complete_headed") == said(verdict, "story")
    assert ("matched", "not_recalled") == said(verdict, "recall")
    assert 5 == len(steps_said(verdict))


# --- events and lines


@pytest.mark.parametrize("event", ["created", "packed", "wrong", "correction", "assembled"])
def test_an_event_that_is_not_opened_is_withheld(
    town: Town, phone: NodeVerifier, tale: Tale, honest: Any, event: str
) -> None:
    poorer = without(honest, "events", name_of(tale.commitments[event]))

    verdict = checked(town, phone, poorer, tale.refrigerator)

    assert ("withheld_by_server", "lines_withheld") == said(verdict, "story")
    assert ("withheld_by_server", "not_opened") in steps_said(verdict)
    if event in LINKS:
        assert ("not_checked", "own_state_only") == said(verdict, "recall")


@pytest.mark.parametrize("place", range(5))
def test_a_line_that_is_left_out_makes_all_of_them_refused(
    town: Town, phone: NodeVerifier, tale: Tale, honest: Any, place: int
) -> None:
    lines = honest["things"][0]["lines"]

    verdict = checked(town, phone, with_lines(honest, 0, lines[:place] + lines[place + 1 :]), tale.refrigerator)

    assert ("refused", "lines_disagree") == said(verdict, "story")
    assert {("refused", "lines_disagree")} == set(steps_said(verdict))
    assert ("not_checked", "own_state_only") == said(verdict, "recall")


def test_lines_in_another_order_are_refused(town: Town, phone: NodeVerifier, tale: Tale, honest: Any) -> None:
    lines = honest["things"][0]["lines"]

    verdict = checked(town, phone, with_lines(honest, 0, lines[::-1]), tale.refrigerator)

    assert ("refused", "lines_disagree") == said(verdict, "story")


def test_a_history_from_which_the_oldest_are_left_out_is_not_called_complete(
    town: Town, phone: NodeVerifier, tale: Tale, honest: Any
) -> None:
    shorter = copy.deepcopy(honest)
    thing = shorter["things"][0]
    hidden, thing["lines"] = thing["lines"][:2], thing["lines"][2:]
    head = replay([(bytes.fromhex(c[2:]), bytes.fromhex(m[2:])) for c, m in hidden], bytes(32))
    thing["from"], thing["before"] = 2, "0x" + head.hex()

    verdict = checked(town, phone, shorter, tale.refrigerator)

    assert ("not_checked", "older_not_shown") == said(verdict, "story")
    assert ("not_checked", "own_state_only") == said(verdict, "recall")


# --- what the thing rests on


@pytest.mark.parametrize(
    ("event", "pointer"),
    [
        ("created", "/ilmd/"),
        ("created", "/epcList/"),
        ("compressor created", "/ilmd/"),
        ("packed", "/parentID"),
        ("assembled", "/childEPCs/"),
        ("assembled", "/parentID"),
    ],
)
def test_a_field_that_ties_the_thing_is_kept_back(
    town: Town, phone: NodeVerifier, tale: Tale, honest: Any, event: str, pointer: str
) -> None:
    poorer = closing(honest, tale.commitments[event], pointer)

    verdict = checked(town, phone, poorer, tale.refrigerator)

    assert ("not_checked", "own_state_only") == said(verdict, "recall")


@pytest.mark.parametrize("what", ["compressor", "box"])
def test_a_thing_that_it_rests_on_is_left_out(
    town: Town, phone: NodeVerifier, tale: Tale, honest: Any, what: str
) -> None:
    poorer = without(honest, "things", place_of(honest, getattr(tale, what)))

    verdict = checked(town, phone, poorer, tale.refrigerator)

    assert said(verdict, "recall") in {("not_checked", "own_state_only"), ("withheld_by_server", "proof_missing")}


def test_the_lines_of_a_component_are_left_out(town: Town, phone: NodeVerifier, tale: Tale, honest: Any) -> None:
    poorer = with_lines(honest, place_of(honest, tale.compressor), [])

    verdict = checked(town, phone, poorer, tale.refrigerator)

    assert ("not_checked", "own_state_only") == said(verdict, "recall")


def test_whichever_trie_node_is_left_out_nothing_is_said_that_was_not_said_with_it(
    town: Town, phone: NodeVerifier, tale: Tale, honest: Any
) -> None:
    whole = checked(town, phone, honest, tale.refrigerator)
    poorer = [
        checked(town, phone, without(honest, "nodes", place), tale.refrigerator)
        for place in range(len(honest["nodes"]))
    ]

    for verdict in poorer:
        assert claims_of(verdict) < claims_of(whole)


def test_states_are_left_out_one_at_a_time(
    town: Town, phone: NodeVerifier, recalled_tale: tuple[Tale, Any, Any]
) -> None:
    tale, before, after = recalled_tale
    fresh = [node for node in after["nodes"] if node not in before["nodes"]]
    places = [place for place, node in enumerate(after["nodes"]) if node in fresh]

    verdicts = [checked(town, phone, without(after, "nodes", place), tale.refrigerator) for place in places]

    assert places
    assert not [verdict for verdict in verdicts if verdict.fact("recall").reason == "not_recalled"]


def claims_of(verdict: Verdict) -> set[str]:
    """Return everything that a verdict says to hold, each as one text."""
    facts = {f"{fact.id} {fact.reason}" for fact in verdict.facts if fact.status in GOOD}
    steps = {f"{step.line.position} {step.reason}" for step in verdict.steps if step.status in GOOD}
    firms = {f"{each.number} {each.reason}" for each in verdict.organisations if each.status in GOOD}
    attested = {f"{each.claim.organisation} {each.reason}" for each in verdict.attestations if each.status in GOOD}
    described = {"described"} if verdict.product else set()
    named = {f"{name.id} named by {name.organisation}" for name in verdict.names}
    known = {f"{alias.id} {alias.alias.standing.value} {alias.state}" for alias in verdict.aliases}
    return facts | steps | firms | attested | described | named | known


# --- recalls


def test_the_recall_of_a_components_lot_is_told(
    town: Town, phone: NodeVerifier, recalled_tale: tuple[Tale, Any, Any]
) -> None:
    tale, _, after = recalled_tale

    verdict = checked(town, phone, after, tale.refrigerator)

    assert ("matched", "recalled") == said(verdict, "recall")
    assert tale.compressor_lot == verdict.fact("recall").args["id"]


def test_a_bundle_from_before_the_recall_is_good_for_an_hour_and_names_its_block(
    town: Town, phone: NodeVerifier, recalled_tale: tuple[Tale, Any, Any]
) -> None:
    tale, before, after = recalled_tale

    at_once, later = (
        checked(town, phone, before, tale.refrigerator),
        checked(town, phone, before, tale.refrigerator, later=HOUR + 60),
    )
    true = checked(town, phone, after, tale.refrigerator)

    assert at_once.block is not None
    assert true.block is not None
    assert at_once.block[0] < true.block[0]
    assert ("not_checked", "stale") == said(later, "recall")
    assert ("not_checked", "older_than_an_hour") == said(later, "freshness")
    assert ("not_checked", "stale") == said(later, "state")


def test_nodes_from_before_the_recall_do_not_fit_a_newer_header(
    town: Town, phone: NodeVerifier, recalled_tale: tuple[Tale, Any, Any]
) -> None:
    tale, before, after = recalled_tale

    verdict = checked(town, phone, before | {"header": after["header"]}, tale.refrigerator)

    assert not {"matched", "proven"} & {said(verdict, name)[0] for name in ("holder", "story", "state", "recall")}


@pytest.mark.parametrize("event", ["assembled", "compressor created"])
def test_a_recall_whose_way_is_kept_back_is_at_least_not_denied(
    town: Town, phone: NodeVerifier, recalled_tale: tuple[Tale, Any, Any], event: str
) -> None:
    tale, _, after = recalled_tale

    unopened = checked(town, phone, without(after, "events", name_of(tale.commitments[event])), tale.refrigerator)
    closed = checked(
        town,
        phone,
        closing(after, tale.commitments[event], "/childEPCs/" if event == "assembled" else "/ilmd/"),
        tale.refrigerator,
    )

    for verdict in (unopened, closed):
        assert ("not_checked", "own_state_only") == said(verdict, "recall")


# --- error declarations


def test_a_declaration_that_is_kept_back_leaves_a_doubt(
    town: Town, phone: NodeVerifier, tale: Tale, honest: Any
) -> None:
    unopened = checked(
        town, phone, without(honest, "events", name_of(tale.commitments["correction"])), tale.refrigerator
    )

    assert ("withheld_by_server", "lines_withheld") == said(unopened, "story")
    assert ("not_checked", "may_be_declared_wrong") == steps_said(unopened)[2]
    assert "correct" == unopened.steps[3].to_object()["kind"]


def test_a_declaration_does_not_look_like_an_observation_when_its_fields_are_kept_back(
    town: Town, phone: NodeVerifier, tale: Tale, honest: Any
) -> None:
    poorer = honest
    for pointer in ("/errorDeclaration/", "/eventID", "hash:cbv2.0"):
        poorer = closing(poorer, tale.commitments["correction"], pointer)

    verdict = checked(town, phone, poorer, tale.refrigerator)

    assert "correct" == verdict.steps[3].to_object()["kind"]
    assert "may_be_declared_wrong" == verdict.steps[2].reason


def test_the_event_that_was_declared_wrong_says_so_whatever_of_it_is_kept_back(
    town: Town, phone: NodeVerifier, tale: Tale, honest: Any
) -> None:
    poorer = honest
    for pointer in ("/eventID", "hash:cbv2.0"):
        poorer = closing(poorer, tale.commitments["wrong"], pointer)

    verdict = checked(town, phone, poorer, tale.refrigerator)

    assert "may_be_declared_wrong" == verdict.steps[2].reason


# --- who says it, and what else is said


def test_a_firm_whose_profile_is_left_out_is_not_named(
    town: Town, phone: NodeVerifier, tale: Tale, honest: Any
) -> None:
    verdict = checked(town, phone, honest | {"organisations": []}, tale.refrigerator)

    assert {("withheld_by_server", "profile_missing", None)} == {
        (each.status.value, each.reason, each.profile) for each in verdict.organisations
    }


def test_a_description_without_its_anchor_is_not_shown(
    town: Town, phone: NodeVerifier, tale: Tale, honest: Any
) -> None:
    verdict = checked(town, phone, honest | {"anchors": []}, tale.refrigerator)

    assert ("not_checked", "no_description") == said(verdict, "product")
    assert verdict.product is None


def test_a_revoked_attestation_is_never_shown_as_active(town: Town, phone: NodeVerifier) -> None:
    tale = told(town, "revoked")
    before = bundle_of(town, tale.refrigerator)
    town.settled("carrier", town.ask("POST", f"/api/v1/attestations/{tale.attestation}/revoke", "carrier", {}))
    town.quiet()
    after = bundle_of(town, tale.refrigerator)
    fresh = [place for place, node in enumerate(after["nodes"]) if node not in before["nodes"]]

    [revoked] = checked(town, phone, after, tale.refrigerator).attestations
    poorer = [checked(town, phone, without(after, "nodes", place), tale.refrigerator) for place in fresh]

    assert ("matched", "revoked") == (revoked.status.value, revoked.reason)
    assert "active" not in {each.reason for verdict in poorer for each in verdict.attestations}


def test_a_private_event_is_hidden_by_its_owner_and_a_public_one_never_is(town: Town, phone: NodeVerifier) -> None:
    tale = told(town, "private")
    town.told("maker", document(observed(tale.refrigerator, step="storing")), disclosure="private")

    bundle = bundle_of(town, tale.refrigerator)
    verdict = checked(town, phone, bundle, tale.refrigerator)
    lying = checked(town, phone, without(bundle, "events", name_of(tale.commitments["wrong"])), tale.refrigerator)
    owners = checked(town, phone, bundle_of(town, tale.refrigerator, "maker"), tale.refrigerator)

    assert ("hidden_by_owner", "lines_hidden") == said(verdict, "story")
    assert ("withheld_by_server", "lines_withheld") == said(lying, "story")
    assert ("matched", "complete_headed") == said(owners, "story")
