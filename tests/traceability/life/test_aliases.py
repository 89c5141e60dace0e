"""What a claim that two codes name one thing is worth.

::

    a claim counts where its author holds the prefix of its subject
    ├── denied by the holder of the other code      → disputed
    ├── the other code is the claimant's too        → confirmed
    ├── the holder of the other claims the same     → confirmed
    ├── another claim ties a second code of a form  → disputed
    └── else                                        → one-sided
"""

import json

import pytest
import rfc8785

from traceability.life.aliases import ALIAS_SCHEMA, Claim, Relation, Standing, aliases_among, form_of

MAKER, SELLER, STRANGER = 1, 2, 3
ITEM = "https://id.gs1.org/01/06901234000016/21/A"
OTHER_ITEM = "https://id.gs1.org/01/06905678000014/21/B"
PLATE = "hdl:88.100.1/A"
OTHER_PLATE = "hdl:88.200.1/B"
CAR = "vin:LSGJA52U8AS123456"
HOLDERS = {ITEM: MAKER, PLATE: MAKER, OTHER_ITEM: SELLER, OTHER_PLATE: SELLER}


def says(organisation: int, code: str, other: str, relation: Relation = Relation.SAME) -> Claim:
    return Claim(organisation, code, other, relation)


def standings(*claims: Claim) -> list[Standing]:
    return [alias.standing for alias in aliases_among(claims, HOLDERS.get)]


def test_a_claim_about_two_codes_of_one_holder_is_confirmed() -> None:
    assert [Standing.CONFIRMED] == standings(says(MAKER, ITEM, PLATE))


def test_a_claim_about_a_code_that_nobody_holds_stays_one_sided() -> None:
    assert [Standing.ONE_SIDED] == standings(says(MAKER, ITEM, CAR))


def test_a_claim_is_confirmed_by_the_same_from_the_other_side() -> None:
    here, there = says(MAKER, ITEM, OTHER_PLATE), says(SELLER, OTHER_PLATE, ITEM)

    assert [Standing.ONE_SIDED] == standings(here)
    assert [Standing.CONFIRMED, Standing.CONFIRMED] == standings(here, there)


def test_a_claim_by_whoever_does_not_hold_the_subject_counts_for_nothing() -> None:
    assert [] == standings(says(STRANGER, ITEM, PLATE))
    assert [] == standings(says(SELLER, ITEM, OTHER_PLATE))
    assert [Standing.ONE_SIDED] == standings(
        says(MAKER, ITEM, OTHER_PLATE), says(STRANGER, OTHER_PLATE, ITEM, Relation.DIFFERENT)
    )


def test_a_claim_that_the_other_side_denies_is_disputed() -> None:
    denial = says(SELLER, OTHER_PLATE, ITEM, Relation.DIFFERENT)

    (alias,) = aliases_among([says(MAKER, ITEM, OTHER_PLATE), denial], HOLDERS.get)

    assert (Standing.DISPUTED, (SELLER,)) == (alias.standing, alias.denied_by)


def test_two_claims_to_one_code_are_both_disputed_and_name_each_other() -> None:
    mine, its = says(MAKER, ITEM, CAR), says(SELLER, OTHER_ITEM, CAR)

    aliases = aliases_among([mine, its], HOLDERS.get)

    assert [(Standing.DISPUTED, (its,)), (Standing.DISPUTED, (mine,))] == [
        (alias.standing, alias.conflicts) for alias in aliases
    ]


def test_a_confirmed_claim_outlasts_a_one_sided_one_which_is_shown_beside_it() -> None:
    sure, unsure = says(MAKER, ITEM, PLATE), says(SELLER, OTHER_PLATE, ITEM)

    aliases = aliases_among([sure, unsure], HOLDERS.get)

    assert [(Standing.CONFIRMED, (unsure,)), (Standing.DISPUTED, (sure,))] == [
        (alias.standing, alias.conflicts) for alias in aliases
    ]


def test_codes_of_different_forms_do_not_contradict_each_other() -> None:
    assert [Standing.CONFIRMED, Standing.ONE_SIDED] == standings(says(MAKER, ITEM, PLATE), says(MAKER, ITEM, CAR))


def test_two_codes_that_are_tied_themselves_do_not_contradict_each_other() -> None:
    claims = says(MAKER, ITEM, CAR), says(SELLER, OTHER_ITEM, CAR), says(MAKER, ITEM, OTHER_ITEM)

    assert [Standing.ONE_SIDED] * 3 == standings(*claims)


def test_a_code_is_no_alias_of_itself() -> None:
    assert [] == standings(says(MAKER, ITEM, ITEM))


@pytest.mark.parametrize(
    ("canonical", "form"),
    [
        (ITEM, "01/21"),
        ("https://id.gs1.org/01/06901234000016/10/L", "01/10"),
        ("https://id.gs1.org/414/6901234000016/254/1", "414/254"),
        (PLATE, "hdl:88"),
        ("hdl:20.500.12357/X", "hdl:20"),
        ("did:bid:efabc", "did:bid"),
        ("urn:oid:1.2.156", "urn:oid"),
        (CAR, "vin"),
        ("https://example.com/a", "https"),
    ],
)
def test_codes_have_a_form(canonical: str, form: str) -> None:
    assert form == form_of(canonical)


def test_the_schema_is_its_own_rfc_8785_text() -> None:
    assert rfc8785.dumps(json.loads(ALIAS_SCHEMA)).decode() == ALIAS_SCHEMA
