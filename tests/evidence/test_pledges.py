"""Liens and attestations of a real chain, as the eyes that a dossier is for may know them."""

from __future__ import annotations

import secrets
import time
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import TYPE_CHECKING

import pytest

from chain.gateways import contracts_of
from chain.gateways.liens import Pledge
from evidence.dossiers import DossierOrder, opened_dossier, order_dossier
from store.reader import ANONYMOUS, ANYONE, PRIVATE, Disclosure, Reader
from store.record.payloads import Attest, RegisterSchema, ReserveLien
from store.record.statements import Statement, save_statement
from traceability.commitment import commit_statement
from traceability.identifiers import parse
from traceability.ledger.ids import attestation_id, schema_id
from traceability.life.resting import thing_under
from traceability.verdict.checks import Check

if TYPE_CHECKING:
    from conftest import House

MAKER, INSPECTOR, BANK = 1, 3, 4
SCHEMA = '{"name":"inspection"}'
_numbers = count(1)


@pytest.fixture
def fridge(house: House) -> str:
    """Return a refrigerator of this test's own."""
    thing = f"https://id.gs1.org/01/06901234000788/21/L{next(_numbers)}"
    house.created(MAKER, thing)
    return thing


def pledge(house: House, thing: str) -> None:
    """Reserve a lien of the bank on a thing of the maker."""
    liens = contracts_of(house.connection).liens
    now = int(time.time())
    asked = Pledge(thing_under(parse(thing), 7).key, BANK, secrets.token_bytes(32), now + 86400)
    signed = liens.authorise_pledge(house.signers[MAKER], asked, liens.nonce_of(MAKER), now + 3600)
    house.promise(
        BANK,
        ReserveLien(
            asked.asset,
            BANK,
            asked.reference,
            asked.until,
            signed.signer,
            signed.nonce,
            signed.deadline,
            signed.signature,
        ),
    )


def attest(house: House, thing: str, disclosure: Disclosure) -> None:
    """Let the inspector attest a thing."""
    identity, subject = schema_id(SCHEMA.encode()), thing_under(parse(thing), 7)
    secret = secrets.token_bytes(32)
    committed = commit_statement(
        {"subject": thing, "result": "pass", "inspector": "Zhang"},
        schema="0x" + identity.hex(),
        organisation=INSPECTOR,
        secret=secret,
        thing_of=lambda text: (parse(text), 7) if text == thing else None,
    )
    body = f'{{"subject":"{thing}","result":"pass","inspector":"Zhang"}}'
    name = attestation_id(identity, subject.key, INSPECTOR, committed.root)
    statement = Statement(
        name, identity, subject.key, thing, INSPECTOR, committed.root, body, secret, disclosure, datetime.now(UTC)
    )
    save_statement(house.record, statement, Attest(identity, subject.key, committed.root, 0), datetime.now(UTC))
    house.settle()


def checks(house: House, thing: str, reader: Reader = ANONYMOUS, *, shows_liens: bool = False) -> dict[str, Check]:
    now = datetime.now(UTC)
    order = DossierOrder(MAKER, (parse(thing),), (), now + timedelta(days=1), shows_liens=shows_liens)
    _, token = order_dossier(house.record, house.mirror, order, now)
    found = opened_dossier(house.record, house.mirror, house.connection, token, now, reader)
    return {check.id: check for check in found.verdicts[0].checks}


def test_who_holds_a_lien_is_said_to_its_parties_and_where_the_borrower_allows_it(house: House, fridge: str) -> None:
    pledge(house, fridge)

    anyone, allowed = checks(house, fridge)["liens"], checks(house, fridge, shows_liens=True)["liens"]
    bank, other = (checks(house, fridge, Reader(number))["liens"] for number in (BANK, INSPECTOR))

    assert (anyone.outcome.value, anyone.reason, "pledgee" in anyone.args) == ("FAIL", "encumbered_by_another", False)
    assert (allowed.outcome.value, allowed.reason, allowed.args["pledgee"]) == ("FAIL", "encumbered", BANK)
    assert (bank.outcome.value, bank.reason, bank.args["state"]) == ("REFER", "encumbered_by_reader", "reserved")
    assert other.reason == "encumbered_by_another"


def test_an_attestation_counts_as_far_as_its_attester_shows_it(house: House, fridge: str) -> None:
    house.promise(INSPECTOR, RegisterSchema(SCHEMA))
    attest(house, fridge, Disclosure(ANYONE, (), ("/inspector",)))
    attest(house, fridge, Disclosure(PRIVATE))

    bundle = house.bundle(fridge)
    (shown,) = house.check(bundle, fridge).attestations

    assert checks(house, fridge)["attestation"].reason == "attested"
    assert (shown.reason, dict(shown.statement)["/result"]) == ("active", "pass")
    assert "/inspector" not in dict(shown.statement)
    assert len(house.bundle(fridge, Reader(INSPECTOR)).attestations) == 2
