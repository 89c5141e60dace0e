"""The directory names contracts for the authority only, and the authority changes hands in two steps."""

from __future__ import annotations

from traceability.ledger.keys import keccak

LEDGER = keccak(b"ledger")


def test_an_entry_says_since_which_block_it_holds(network):
    functions = network.directory.functions
    receipt = network.send(functions.set(LEDGER, network.liens.address, 2), network.authority)

    assert [network.liens.address, 2, receipt["blockNumber"]] == functions.entry(LEDGER).call()


def test_a_name_that_nobody_set_has_no_contract(network):
    assert ["0x" + "0" * 40, 0, 0] == network.directory.functions.entry(keccak(b"other")).call()


def test_only_the_authority_names_contracts(network, parties):
    call = network.directory.functions.set(LEDGER, network.liens.address, 2)

    address = parties.manufacturer.account.address.lower()
    assert ("AuthorityRequired", address) == network.refusal(call, parties.manufacturer)


def test_an_entry_never_goes_back_to_an_older_version(network):
    call = network.directory.functions.set(LEDGER, network.liens.address, 1)

    assert ("VersionNotNewer", LEDGER, 1, 1) == network.refusal(call, network.authority)


def test_an_address_without_code_cannot_serve(network, parties):
    address = parties.stranger.account.address
    call = network.directory.functions.set(LEDGER, address, 2)

    assert ("TargetInvalid", address.lower()) == network.refusal(call, network.authority)


def test_a_proposed_authority_governs_once_it_has_accepted(network, parties):
    functions = network.directory.functions
    proposed = parties.node
    network.send(functions.setAuthority(proposed.account.address), network.authority)
    assert network.authority.account.address == functions.authority().call()

    network.send(functions.acceptAuthority(), proposed)

    assert proposed.account.address == functions.authority().call()
    network.send(network.members.functions.suspend(2, "review"), proposed)
    former = network.members.functions.suspend(3, "review")
    address = network.authority.account.address.lower()
    assert ("AuthorityRequired", address) == network.refusal(former, network.authority)


def test_nobody_takes_an_authority_that_was_not_offered(network, parties):
    address = parties.carrier.account.address.lower()

    expected = ("AuthorityRequired", address)
    assert expected == network.refusal(network.directory.functions.acceptAuthority(), parties.carrier)
    offered = network.directory.functions.setAuthority(parties.carrier.account.address)
    assert expected == network.refusal(offered, parties.carrier)


def test_the_zero_address_cannot_govern(network):
    zero = "0x" + "0" * 40

    call = network.directory.functions.setAuthority(zero)
    assert ("TargetInvalid", zero) == network.refusal(call, network.authority)
