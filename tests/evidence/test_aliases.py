"""Claims that two codes name one thing, from the firm to the chain and back."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from capture.aliasing import claim_alias
from capture.documents import Request
from capture.errors import AliasKnown, EventsRefused
from evidence.aliases import aliases_of, confirmed_names
from evidence.tracing import traced
from store.mirror.tracing import Direction
from store.reader import ANONYMOUS, OPEN, Disclosure, Reader
from store.record.outbox import AUTHORITY
from store.record.payloads import GrantPrefix, RevokeAttestation
from traceability.identifiers import parse
from traceability.life.aliases import Relation

if TYPE_CHECKING:
    from conftest import House

MAKER, SUPPLIER = 1, 2
NUMBERS = iter(range(100, 1000))


def item(organisation: int) -> str:
    code = "06901234000016" if organisation == MAKER else "06905678000014"
    return parse(f"https://id.gs1.org/01/{code}/21/ALIAS{next(NUMBERS)}").canonical


@pytest.fixture(scope="module")
def plates(house: House) -> str:
    house.promise(AUTHORITY, GrantPrefix("idis", "88.100.1", MAKER))
    return "hdl:88.100.1/"


def claimed(
    house: House,
    organisation: int,
    code: str,
    other: str,
    relation: Relation = Relation.SAME,
    disclosure: Disclosure = OPEN,
) -> bytes:
    request = Request(organisation, datetime.now(UTC), disclosure=disclosure)
    made = claim_alias(house.record, house.mirror, parse(code), parse(other), relation, request)
    house.settle()
    return made.attestation.attestation_id


def standings(house: House, code: str, reader: Reader = ANONYMOUS) -> list[tuple[str | None, int, str]]:
    return [
        (known.alias.claim.beside(code), known.alias.claim.organisation, known.alias.standing.value)
        for known in aliases_of(house.record, house.mirror, [code], reader)
    ]


def test_the_first_claim_brings_its_schema_and_is_found_by_both_codes(house: House, plates: str) -> None:
    thing, plate = item(MAKER), f"{plates}first"

    claimed(house, MAKER, thing, plate)

    assert [(plate, MAKER, "confirmed")] == standings(house, thing)
    assert [(thing, MAKER, "confirmed")] == standings(house, plate)
    assert (thing, plate) == confirmed_names(house.record, house.mirror, thing, ANONYMOUS)


def test_the_codes_may_come_in_either_order(house: House) -> None:
    mine, its = item(MAKER), item(SUPPLIER)

    claimed(house, MAKER, its, mine)

    assert [(its, MAKER, "one_sided")] == standings(house, mine)
    assert (mine,) == confirmed_names(house.record, house.mirror, mine, ANONYMOUS)


def test_the_other_side_confirms_and_takes_back(house: House) -> None:
    mine, its = item(MAKER), item(SUPPLIER)
    claimed(house, MAKER, mine, its)

    answer = claimed(house, SUPPLIER, its, mine)
    assert [(its, MAKER, "confirmed"), (its, SUPPLIER, "confirmed")] == standings(house, mine)

    house.promise(SUPPLIER, RevokeAttestation(answer))
    assert [(its, MAKER, "one_sided")] == standings(house, mine)


def test_the_other_side_denies(house: House) -> None:
    mine, its = item(MAKER), item(SUPPLIER)
    claimed(house, MAKER, mine, its)

    claimed(house, SUPPLIER, its, mine, Relation.DIFFERENT)

    assert [(its, MAKER, "disputed")] == standings(house, mine)


def test_nobody_claims_what_is_neither_his_code(house: House) -> None:
    with pytest.raises(EventsRefused, match="neither code"):
        claimed(house, SUPPLIER, item(MAKER), item(MAKER))


@pytest.mark.parametrize("other", ["https://id.gs1.org/01/06901234000016", "https://id.gs1.org/01/06901234000016/21/Z"])
def test_a_thing_is_no_alias_of_itself_or_of_its_class(house: House, other: str) -> None:
    with pytest.raises(EventsRefused):
        claimed(house, MAKER, "https://id.gs1.org/01/06901234000016/21/Z", other)


def test_the_same_claim_is_made_once(house: House) -> None:
    mine, its = item(MAKER), item(SUPPLIER)
    claimed(house, MAKER, mine, its)

    with pytest.raises(AliasKnown):
        claimed(house, MAKER, mine, its)


def test_a_private_claim_is_known_to_its_readers_only(house: House) -> None:
    mine, its = item(MAKER), item(SUPPLIER)

    claimed(house, MAKER, mine, its, disclosure=Disclosure("private"))

    assert [] == standings(house, mine)
    assert [] == standings(house, its, Reader(SUPPLIER))
    assert [(its, MAKER, "one_sided")] == standings(house, mine, Reader(MAKER))


def test_a_trace_follows_confirmed_aliases_where_it_is_asked_to(house: House, plates: str) -> None:
    thing, part = item(MAKER), item(SUPPLIER)
    plate, doubtful = f"{plates}traced", item(SUPPLIER)
    for organisation, made in ((MAKER, thing), (SUPPLIER, part), (MAKER, plate), (SUPPLIER, doubtful)):
        house.created(organisation, made)
    house.built(MAKER, plate, part)
    claimed(house, MAKER, thing, plate)
    claimed(house, MAKER, thing, doubtful)

    plain = traced(house.record, house.mirror, thing, Direction.ORIGINS, ANONYMOUS)
    followed = traced(house.record, house.mirror, thing, Direction.ORIGINS, ANONYMOUS, follow_aliases=True)

    assert [thing] == [found.identifier for found in plain.trace.things]
    assert {thing: 0, plate: 0, part: 1} == {found.identifier: found.depth for found in followed.trace.things}
    assert [(thing, plate, MAKER)] == [(alias.code, alias.alias, alias.organisation) for alias in followed.aliases]
    assert [(part, plate)] == [(link.part, link.whole) for link in followed.trace.links]
