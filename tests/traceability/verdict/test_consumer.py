"""The consumer's verdict over good and forged bundles; the same files are read by the phone's tests."""

import json
from pathlib import Path

import pytest
from vector_cases import Case, cases
from write_vectors import FOLDER, vector

from traceability.proof import TrustRoot
from traceability.verdict.consumer import verdict_of_text
from traceability.verdict.facts import FACTS

CASES = {case.name: case for case in cases()}
SHOWN = {"proven", "matched"}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_each_fact_has_the_status_and_reason_of_its_case(case: Case) -> None:
    verdict = verdict_of_text(case.bundle, case.trust_root, case.now, case.asked)

    given = {fact.id: (fact.status.value, fact.reason) for fact in verdict.facts}

    assert list(given) == list(FACTS)
    assert case.facts == {name: given[name] for name in case.facts}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_the_committed_vectors_are_those_of_the_cases(case: Case) -> None:
    assert vector(case) == (FOLDER / f"{case.name}.json").read_text(encoding="utf-8")


def test_there_is_no_vector_without_a_case() -> None:
    assert sorted(CASES) == sorted(path.stem for path in FOLDER.glob("*.json"))


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.json")), ids=lambda path: path.stem)
def test_a_vector_gives_its_verdict_byte_for_byte(path: Path) -> None:
    value = json.loads(path.read_text(encoding="utf-8"))
    text = json.dumps(value["bundle"], ensure_ascii=False)

    verdict = verdict_of_text(text, TrustRoot.from_object(value["trustRoot"]), value["now"], value["asked"])

    expected = json.dumps(value["expected"], ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    assert expected == verdict.to_json()


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_nothing_is_proven_unless_the_consensus_is(case: Case) -> None:
    verdict = verdict_of_text(case.bundle, case.trust_root, case.now, case.asked)

    if verdict.facts[0].status.value != "proven":
        assert '"proven"' not in verdict.to_json()


def _step(name: str, position: int) -> dict[str, object]:
    case = CASES[name]
    verdict = verdict_of_text(case.bundle, case.trust_root, case.now, case.asked).to_object()
    return verdict["steps"][position]  # type: ignore[index,no-any-return]


@pytest.mark.parametrize(
    ("name", "position", "status", "reason"),
    [
        ("event_left_out", 0, "refused", "lines_disagree"),
        ("opening_of_an_event_left_out", 6, "withheld_by_server", "not_opened"),
        ("opening_of_a_link_left_out", 1, "withheld_by_server", "not_opened"),
        ("error_declaration_left_out", 4, "not_checked", "may_be_declared_wrong"),
        ("error_declaration_left_out", 5, "withheld_by_server", "not_opened"),
        ("field_changed_in_sql", 6, "refused", "opening_disagrees"),
        ("commitment_of_another_firm", 7, "refused", "header_disagrees"),
        ("kind_that_the_body_denies", 7, "refused", "kind_disagrees"),
        ("commitment_written_twice", 7, "refused", "line_repeated"),
        ("event_that_names_another_thing", 7, "refused", "names_another"),
        ("event_hidden_by_its_owner", 7, "hidden_by_owner", "not_opened"),
        ("package_hidden_by_its_owner", 7, "hidden_by_owner", "name_not_opened"),
        ("event_forgotten", 7, "hidden_by_owner", "forgotten"),
        ("sound", 4, "matched", "declared_wrong"),
        ("sealed_by_a_quorum", 4, "proven", "declared_wrong"),
    ],
)
def test_a_step_that_was_touched_is_never_shown_as_sound(name: str, position: int, status: str, reason: str) -> None:
    step = _step(name, position)

    assert (status, reason) == (step["status"], step["reason"])


def test_a_wrong_event_stays_and_points_to_its_correction() -> None:
    wrong, declaration = _step("sound", 4), _step("sound", 5)

    assert ([5], [6]) == (wrong["declaredWrongBy"], wrong["replacedBy"])
    assert [4] == declaration["corrects"]


def test_a_stranger_disputes_and_does_not_correct() -> None:
    disputed = _step("error_declared_by_a_stranger", 7)

    assert ([8], [], "asserted") == (disputed["disputedBy"], disputed["declaredWrongBy"], disputed["reason"])


def test_a_changed_profile_is_not_shown() -> None:
    case = CASES["profile_changed"]

    organisations = {
        shown.number: shown for shown in verdict_of_text(case.bundle, case.trust_root, case.now).organisations
    }

    assert ("profile_disagrees", None) == (organisations[1].reason, organisations[1].profile)
    assert "profile_agrees" == organisations[3].reason


def test_attestations_have_every_standing() -> None:
    case = CASES["attestations_of_every_standing"]

    verdict = verdict_of_text(case.bundle, case.trust_root, case.now)

    assert [
        "active",
        "revoked",
        "superseded",
        "expired",
        "issuer_suspended",
        "opening_disagrees",
        "subject_unknown",
        "opening_disagrees",
        "active",
    ] == [shown.reason for shown in verdict.attestations]


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("sealed_by_two_of_four", "seals"), ("seal_given_twice", "seals"), ("seal_given_again_in_its_other_form", "seals"),
        ("seal_of_a_stranger", "seals"), ("round_changed_after_it_was_sealed", "seals"), ("seals_over_another_hash", "seals"),
        ("set_of_its_own", "seals"), ("set_that_votes_retired", "seals"), ("set_whose_votes_are_not_shown", "seals"),
        ("votes_that_an_epoch_forgot", "seals"), ("state_root_changed_after_it_was_sealed", "seals"), ("old_state_in_a_new_header", "seals"),
        ("run_without_headers", "header"), ("of_another_network_that_the_same_validators_seal", "network"),
        ("network_of_the_same_validators", "bundle"), ("directory_without_a_ledger", "bundle"), ("trie_with_a_leaf_that_ends_too_early", "bundle"),
    ],
)  # fmt: skip
def test_a_forged_bundle_is_refused_with_its_reason(name: str, why: str) -> None:
    case = CASES[name]

    verdict = verdict_of_text(case.bundle, case.trust_root, case.now, case.asked)

    assert {"why": why} == verdict.facts[0].args


@pytest.mark.parametrize("text", ["", "{", "[]", '{"format":"suyuan-bundle/1"}', "x" * 100, '{"a":1,"a":2}', "\x00"])
def test_what_is_no_bundle_is_refused_whole(text: str) -> None:
    verdict = verdict_of_text(text, CASES["sound"].trust_root, 0)

    assert verdict.thing is None
    assert ("refused", "bundle_refused") == (verdict.facts[0].status.value, verdict.facts[0].reason)
