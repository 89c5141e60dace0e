"""Organisations come and go by the authority; their keys by themselves; and a key writes only in its time."""

from __future__ import annotations

import pytest

from traceability.ledger.keys import keccak

PROFILE = b'{"name":"Qingdao Refrigerators"}'


@pytest.fixture
def functions(network):
    return network.members.functions


@pytest.fixture
def fresh(network):
    """Return addresses that are no keys yet."""
    return [account.address for account in network.accounts[6:9]]


def _logged(network, event, receipt):
    (log,) = [
        event().process_log(log)
        for log in receipt["logs"]
        if bytes(log["topics"][0]) == bytes.fromhex(event().topic[2:])
    ]
    return dict(log["args"])


def test_an_organisation_is_admitted_with_its_first_key(network, functions, fresh):
    receipt = network.send(functions.admit(PROFILE, 65, fresh[0]), network.authority)

    number = functions.count().call()
    assert [number, 1] == functions.member(fresh[0]).call()
    standing, roles, successor, keys, _, profile_hash = functions.record(number).call()
    assert (1, 65, 0, 1, keccak(PROFILE)) == (standing, roles, successor, keys, profile_hash)
    logged = _logged(network, network.members.events.OrganisationAdmitted, receipt)
    assert {"organisation": number, "roles": 65, "profileHash": keccak(PROFILE), "profile": PROFILE} == logged


@pytest.mark.parametrize(
    "call",
    [
        ("admit", (PROFILE, 1, "0x" + "11" * 20)),
        ("suspend", (1, "reason")),
        ("reinstate", (1, "reason")),
        ("setRoles", (1, 1)),
        ("setProfile", (1, PROFILE)),
        ("setSuccessor", (1, 2)),
    ],
    ids=lambda call: call[0],
)
def test_only_the_authority_administers_organisations(network, parties, functions, call):
    name, arguments = call

    expected = ("AuthorityRequired", parties.manufacturer.account.address.lower())
    assert expected == network.refusal(functions[name](*arguments), parties.manufacturer)


@pytest.mark.parametrize("name", ["suspend", "setRoles", "setProfile", "setSuccessor", "addKey"])
def test_what_was_never_admitted_cannot_be_changed(network, functions, name):
    arguments = {
        "suspend": (99, ""), "setRoles": (99, 1), "setProfile": (99, b""), "setSuccessor": (99, 1),
        "addKey": (99, "0x" + "11" * 20, 0, 0),
    }[name]  # fmt: skip

    assert ("OrganisationUnknown", 99) == network.refusal(functions[name](*arguments), network.authority)


def test_a_suspended_organisation_is_no_member_until_it_is_reinstated(network, parties, functions):
    key = parties.carrier.account.address
    network.send(functions.suspend(2, "unpaid"), network.authority)
    assert ("OrganisationSuspended", 2) == network.refusal(functions.member(key), parties.carrier)
    assert not functions.hasRole(2, 4).call()

    network.send(functions.reinstate(2, "paid"), network.authority)

    assert [2, 1] == functions.member(key).call()
    assert functions.hasRole(2, 4).call()


def test_a_standing_is_not_given_twice(network, functions):
    assert ("StandingUnchanged", 2, 1) == network.refusal(functions.reinstate(2, ""), network.authority)


def test_a_role_counts_only_as_a_whole(network, functions):
    network.send(functions.setRoles(2, 4 | 16), network.authority)

    assert [True, True, False] == [functions.hasRole(2, roles).call() for roles in (4, 20, 28)]


def test_unknown_roles_are_refused(network, functions, fresh):
    assert ("RolesInvalid", 1024) == network.refusal(functions.admit(PROFILE, 1024, fresh[0]), network.authority)
    assert ("RolesInvalid", 2048) == network.refusal(functions.setRoles(1, 2048), network.authority)


def test_a_profile_is_replaced(network, functions):
    network.send(functions.setProfile(1, b"{}"), network.authority)

    assert keccak(b"{}") == functions.record(1).call()[5]


def test_a_successor_answers_for_an_organisation(network, functions):
    assert [True, False, False] == [functions.answersFor(*pair).call() for pair in ((1, 1), (2, 1), (0, 1))]

    network.send(functions.setSuccessor(1, 2), network.authority)

    assert [True, True, False] == [functions.answersFor(*pair).call() for pair in ((1, 1), (2, 1), (1, 2))]
    network.send(functions.setSuccessor(1, 0), network.authority)
    assert [False, False] == [functions.answersFor(*pair).call() for pair in ((2, 1), (0, 1))]


def test_no_organisation_succeeds_itself_or_by_a_stranger(network, functions):
    assert ("SuccessorInvalid", 1, 1) == network.refusal(functions.setSuccessor(1, 1), network.authority)
    assert ("OrganisationUnknown", 99) == network.refusal(functions.setSuccessor(1, 99), network.authority)


def test_an_address_that_is_no_key_is_refused(network, functions, fresh):
    assert ("KeyUnknown", fresh[0].lower()) == network.refusal(functions.member(fresh[0]), network.authority)
    assert ("KeyUnknown", fresh[0].lower()) == network.refusal(functions.closeKey(fresh[0], 0), network.authority)


def test_a_key_is_valid_in_its_period_only_ends_included(network, parties, functions, fresh):
    start = network.now() + 1000
    network.send(functions.addKey(1, fresh[0], start, start + 500), parties.manufacturer)

    early = network.refusal(functions.member(fresh[0]), network.authority)
    assert ("KeyNotYetValid", fresh[0].lower(), start) == early
    _jump(network, start)
    assert [1, 2] == functions.member(fresh[0]).call()
    _jump(network, start + 500)
    assert [1, 2] == functions.member(fresh[0]).call()
    _jump(network, start + 501)
    late = network.refusal(functions.member(fresh[0]), network.authority)
    assert ("KeyExpired", fresh[0].lower(), start + 500) == late


def test_a_key_belongs_to_one_organisation_once(network, parties, functions, fresh):
    network.send(functions.addKey(1, fresh[0], 0, 0), parties.manufacturer)
    for caller, organisation in ((parties.carrier, 2), (parties.manufacturer, 1)):
        refused = network.refusal(functions.addKey(organisation, fresh[0], 0, 0), caller)
        assert ("KeyTaken", fresh[0].lower(), 1) == refused
    network.send(functions.closeKey(fresh[0], 0), parties.manufacturer)

    refused = network.refusal(functions.addKey(2, fresh[0], 0, 0), parties.carrier)

    assert ("KeyTaken", fresh[0].lower(), 1) == refused


def test_an_organisation_changes_its_own_keys_only(network, parties, functions, fresh):
    other = parties.manufacturer.account.address
    expected = ("KeyOfAnotherOrganisation", 1, 2)

    assert expected == network.refusal(functions.addKey(1, fresh[0], 0, 0), parties.carrier)
    assert expected == network.refusal(functions.closeKey(other, 0), parties.carrier)


def test_the_authority_helps_an_organisation_that_lost_its_keys(network, parties, functions, fresh):
    network.send(functions.closeKey(parties.carrier.account.address, 0), network.authority)
    network.send(functions.addKey(2, fresh[0], 0, 0), network.authority)

    assert [2, 2] == functions.member(fresh[0]).call()


def test_a_period_that_ends_before_it_begins_is_refused(network, parties, functions, fresh):
    now = network.now()

    refused = network.refusal(functions.addKey(1, fresh[0], now + 100, now + 99), parties.manufacturer)

    assert ("KeyPeriodInvalid", fresh[0].lower(), now + 100, now + 99) == refused


def test_a_key_starts_at_the_blocks_time_at_the_earliest(network, parties, functions, fresh):
    receipt = network.send(functions.addKey(1, fresh[0], 1, 0), parties.manufacturer)

    time = network.w3.eth.get_block(receipt["blockNumber"])["timestamp"]
    assert [1, 2, time, 0] == functions.keyRecord(fresh[0]).call()


def test_a_key_cannot_be_closed_in_the_past_or_prolonged(network, parties, functions):
    key = parties.manufacturer.account.address
    end = network.now() + 1000
    network.send(functions.closeKey(key, end), parties.manufacturer)
    start = functions.keyRecord(key).call()[2]

    for until in (1, end + 1):
        refused = network.refusal(functions.closeKey(key, until), parties.manufacturer)
        assert ("KeyPeriodInvalid", key.lower(), start, until) == refused


def test_the_zero_address_is_no_key(network, parties, functions):
    zero = "0x" + "0" * 40

    assert ("KeyInvalid", zero) == network.refusal(functions.addKey(1, zero, 0, 0), parties.manufacturer)


def test_a_rotated_key_hands_over_at_once(network, parties, functions, fresh):
    old = parties.manufacturer.account.address
    receipt = network.send(functions.rotateKey(fresh[0]), parties.manufacturer)

    time = network.w3.eth.get_block(receipt["blockNumber"])["timestamp"]
    _jump(network, time + 1)
    assert [1, 2] == functions.member(fresh[0]).call()
    assert ("KeyExpired", old.lower(), time) == network.refusal(functions.member(old), network.authority)
    assert ("KeyExpired", old.lower(), time) == network.refusal(functions.rotateKey(fresh[1]), parties.manufacturer)


def _jump(network, time):
    network.w3.provider.make_request("evm_setNextBlockTimestamp", [time])
    network.w3.provider.make_request("evm_mine", [])
