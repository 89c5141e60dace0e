"""An asset carries one lien, with the pledgor's consent, in favour of a bank.

reserve                        activate                     release
├── caller is the pledgee      ├── lien exists              ├── lien exists
├── pledgee is a bank          ├── caller is the pledgee    ├── caller is the pledgee
├── end lies ahead             ├── it is reserved           └── not released already
├── lien is new                ├── in time
├── asset is free              └── pledgee is still a bank
└── pledgor signed
"""

from __future__ import annotations

import pytest

from traceability.ledger.ids import lien_id
from traceability.ledger.keys import keccak
from traceability.ledger.meta import Role

RESERVED, ACTIVE, RELEASED = 1, 2, 3
ASSET = keccak(b"asset")
LOAN = keccak(b"loan")


@pytest.fixture
def functions(network):
    return network.liens.functions


@pytest.fixture
def until(network):
    return network.now() + 3600


@pytest.fixture
def lien(parties):
    return lien_id(ASSET, parties.manufacturer.organisation, parties.bank.organisation, LOAN)


@pytest.fixture
def reserved(network, parties, pledge, until, lien):
    network.send(pledge(ASSET, LOAN, until), parties.bank)
    return lien


@pytest.fixture
def other_bank(network):
    return network.admit(network.accounts[7], int(Role.BANK))


def _state(functions, lien):
    return functions.lienOf(lien).call()[0]


def test_a_lien_is_reserved_activated_and_released(network, parties, functions, reserved):
    assert [RESERVED, reserved] == [_state(functions, reserved), functions.lienOn(ASSET).call()]

    network.send(functions.activate(reserved), parties.bank)
    assert [ACTIVE, reserved] == [_state(functions, reserved), functions.lienOn(ASSET).call()]

    network.send(functions.release(reserved), parties.bank)
    assert [RELEASED, bytes(32)] == [_state(functions, reserved), functions.lienOn(ASSET).call()]


def test_the_record_of_a_lien_says_who_and_what(network, parties, functions, reserved, until):
    record = functions.lienOf(reserved).call()

    expected = [RESERVED, 1, parties.manufacturer.organisation, parties.bank.organisation, until, network.now()]
    assert [*expected, ASSET, bytes(32)] == record
    parts = (ASSET, parties.manufacturer.organisation, parties.bank.organisation, LOAN)
    assert reserved == functions.idOf(*parts).call()


@pytest.mark.parametrize("active", [False, True], ids=["reserved", "active"])
def test_a_second_lien_on_the_same_asset_is_refused(network, parties, functions, pledge, reserved, until, active):
    if active:
        network.send(functions.activate(reserved), parties.bank)
        network.pass_time(7200)

    second = pledge(ASSET, keccak(b"second loan"), until + 7200)

    assert ("AssetEncumbered", ASSET, reserved) == network.refusal(second, parties.bank)


def test_a_second_bank_is_refused_too(network, parties, functions, reserved, until, other_bank):
    values = (ASSET, other_bank.organisation, keccak(b"other"), until)
    fields = [("bytes32", "asset"), ("uint32", "pledgee"), ("bytes32", "loanReference"), ("uint64", "until")]
    consent = network.authorisation(network.liens, "Pledge", fields, values, parties.manufacturer)

    refused = network.refusal(functions.reserve(*values, consent), other_bank)

    assert ("AssetEncumbered", ASSET, reserved) == refused


def test_a_released_asset_can_be_pledged_again(network, parties, functions, pledge, reserved, until):
    network.send(functions.release(reserved), parties.bank)

    network.send(pledge(ASSET, keccak(b"second loan"), until), parties.bank)

    assert reserved != functions.lienOn(ASSET).call() != bytes(32)


def test_an_overdue_reservation_makes_way(network, parties, functions, pledge, reserved, until):
    network.pass_time(3700)
    assert bytes(32) == functions.lienOn(ASSET).call()
    assert ("ReservationExpired", reserved, until) == network.refusal(functions.activate(reserved), parties.bank)

    network.send(pledge(ASSET, keccak(b"second loan"), until + 7200), parties.bank)
    second = functions.lienOn(ASSET).call()
    network.send(functions.release(reserved), parties.bank)

    assert second == functions.lienOn(ASSET).call() != bytes(32)


def test_a_reservation_ends_ahead_and_within_a_year(network, parties, pledge):
    for end in (network.now() - 1, network.now() + 366 * 86_400):
        assert ("ReservationInvalid", end) == network.refusal(pledge(ASSET, LOAN, end), parties.bank)[:2]


def test_only_a_bank_takes_a_lien(network, parties, functions, until):
    values = (ASSET, parties.carrier.organisation, LOAN, until)
    fields = [("bytes32", "asset"), ("uint32", "pledgee"), ("bytes32", "loanReference"), ("uint64", "until")]
    consent = network.authorisation(network.liens, "Pledge", fields, values, parties.manufacturer)

    refused = network.refusal(functions.reserve(*values, consent), parties.carrier)

    assert ("BankRequired", parties.carrier.organisation) == refused


def test_a_bank_that_lost_its_role_does_not_activate_but_releases(network, parties, functions, reserved):
    network.send(network.members.functions.setRoles(parties.bank.organisation, 0), network.authority)
    refused = network.refusal(functions.activate(reserved), parties.bank)
    assert ("BankRequired", parties.bank.organisation) == refused

    network.send(functions.release(reserved), parties.bank)

    assert RELEASED == _state(functions, reserved)


def test_a_lien_is_taken_by_the_pledgee_that_the_pledgor_named(network, parties, pledge, until):
    refused = network.refusal(pledge(ASSET, LOAN, until), parties.carrier)

    assert ("PledgeeMismatch", parties.bank.organisation, parties.carrier.organisation) == refused


def test_nobody_pledges_to_itself(network, parties, pledge, until):
    refused = network.refusal(pledge(ASSET, LOAN, until, pledgor=parties.bank), parties.bank)

    assert ("PledgorInvalid", parties.bank.organisation) == refused


def test_without_the_pledgors_signature_there_is_no_lien(network, parties, functions, pledge, until):
    call = pledge(ASSET, LOAN, until)
    *values, (signer, nonce, deadline, signature) = call.arguments

    other_asset = functions.reserve(keccak(b"other"), *values[1:], (signer, nonce, deadline, signature))
    assert ("SignatureInvalid", signer.lower()) == network.refusal(other_asset, parties.bank)
    forged = functions.reserve(*values, (signer, nonce, deadline, bytes(65)))
    assert ("SignatureInvalid", signer.lower()) == network.refusal(forged, parties.bank)


def test_a_pledgor_needs_a_valid_key(network, parties, pledge, until):
    stranger = network.refusal(pledge(ASSET, LOAN, until, pledgor=parties.stranger), parties.bank)
    assert ("KeyUnknown", parties.stranger.account.address.lower()) == stranger
    network.send(network.members.functions.suspend(1, ""), network.authority)
    assert ("OrganisationSuspended", 1) == network.refusal(pledge(ASSET, LOAN, until), parties.bank)


def test_consent_has_a_deadline_and_is_spent_once(network, parties, functions, pledge, until, lien):
    late = network.now() - 1
    assert "SignatureExpired" == network.refusal(pledge(ASSET, LOAN, until, deadline=late), parties.bank)[0]
    call = pledge(ASSET, LOAN, until)
    network.send(call, parties.bank)

    assert ("LienExists", lien, RESERVED) == network.refusal(call, parties.bank)
    network.send(functions.release(lien), parties.bank)
    assert ("LienExists", lien, RELEASED) == network.refusal(call, parties.bank)
    spent = pledge(keccak(b"other"), LOAN, until, nonce=0)
    assert ("NonceOutOfOrder", 1, 1, 0) == network.refusal(spent, parties.bank)


def test_a_sender_that_does_not_know_if_it_was_mined_is_told(network, parties, functions, reserved):
    network.send(functions.activate(reserved), parties.bank)
    assert ("LienStateInvalid", reserved, ACTIVE) == network.refusal(functions.activate(reserved), parties.bank)
    network.send(functions.release(reserved), parties.bank)
    for call in (functions.activate(reserved), functions.release(reserved)):
        assert ("LienStateInvalid", reserved, RELEASED) == network.refusal(call, parties.bank)


def test_nobody_else_touches_a_lien(network, parties, functions, reserved, other_bank):
    for call in (functions.activate(reserved), functions.release(reserved)):
        for other in (parties.manufacturer, other_bank):
            expected = ("PledgeeRequired", reserved, parties.bank.organisation, other.organisation)
            assert expected == network.refusal(call, other)


def test_the_successor_of_a_bank_releases(network, parties, functions, reserved, other_bank):
    successor = network.members.functions.setSuccessor(parties.bank.organisation, other_bank.organisation)
    network.send(successor, network.authority)

    network.send(functions.release(reserved), other_bank)

    assert RELEASED == _state(functions, reserved)


def test_a_lien_that_does_not_exist_is_unknown(network, parties, functions):
    for call in (functions.activate(LOAN), functions.release(LOAN)):
        assert ("LienUnknown", LOAN) == network.refusal(call, parties.bank)
