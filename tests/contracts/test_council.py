"""The council governs in the place of a key, and nobody else does.

handing over
├── the deployer's key may nothing any more
└── only what was offered is taken over
governing ─ members / registrars and nodes / keys / contracts
changing itself ─ by proposal only / cannot make itself incapable / hands over to another council
"""

from __future__ import annotations

import pytest

from traceability.ledger.keys import keccak

LEDGER = keccak(b"ledger")


# Handing over


def test_the_deployers_key_may_nothing_any_more_once_it_has_handed_over(network, parties, council):
    members, prefixes, directory = network.members.functions, network.prefixes.functions, network.directory.functions
    fresh = network.accounts[8].address
    calls = (
        members.admit(b"{}", 1, fresh),
        members.suspend(1, "no"),
        members.reinstate(1, "no"),
        members.setRoles(1, 2),
        members.setProfile(1, b"{}"),
        members.setSuccessor(1, 2),
        prefixes.registerScheme("plates", b"\0", 1, 9),
        directory.set(LEDGER, network.liens.address, 2),
        directory.setAuthority(network.authority.account.address),
        directory.acceptAuthority(),
    )
    address = network.authority.account.address.lower()

    assert {("AuthorityRequired", address)} == {network.refusal(call, network.authority) for call in calls}
    by_members_only = (
        members.addKey(1, fresh, 0, 0),
        members.closeKey(parties.manufacturer.account.address, 0),
        prefixes.grant("gs1", "4712345", 1),
        prefixes.grantNode("idis", "88.118", 5),
        prefixes.suspend("gs1", "6901234", "no"),
        prefixes.reinstate("gs1", "6901234", "no"),
        prefixes.revoke("gs1", "6901234", "no"),
    )
    assert {("KeyUnknown", address)} == {network.refusal(call, network.authority) for call in by_members_only}
    assert council.contract.address == directory.authority().call()


def test_every_function_for_the_authority_is_among_those_tried(network):
    """The lists above are whole: no other function of the four contracts asks who the authority is."""
    governed = {
        name: {
            entry["name"]
            for entry in network.artifacts[name]["abi"]
            if entry.get("stateMutability") == "nonpayable" and entry["type"] == "function"
        }
        for name in ("Directory", "Members", "Prefixes")
    }

    assert {
        "Directory": {"set", "setAuthority", "acceptAuthority"},
        "Members": {
            "admit", "suspend", "reinstate", "setRoles", "setProfile", "setSuccessor", "addKey", "closeKey",
            *("addKeyBySig", "closeKeyBySig", "rotateKey", "rotateKeyBySig"),
        },
        "Prefixes": {
            "registerScheme", "grant", "grantNode", "suspend", "reinstate", "revoke",
            *("grantBySig", "grantNodeBySig", "suspendBySig", "reinstateBySig", "revokeBySig"),
            *("setPolicy", "setPolicyBySig", "setPartner", "setPartnerBySig"),
        },
    } == governed  # fmt: skip


def test_a_council_takes_over_only_what_was_offered_to_it(network, parties):
    other = network.deploy("Council", network.directory.address, network.members.address, [1], 1, 0, 3600)

    refused = network.refusal(other.functions.takeOffice(), parties.manufacturer)

    assert ("AuthorityRequired", other.address.lower()) == refused


# What it governs


def test_members_are_admitted_suspended_and_replaced_by_a_vote(network, parties, council):
    members = network.members.functions
    fresh = network.accounts[8].address

    council.decide(members.admit(b'{"name":"New"}', 2, fresh))
    council.decide(
        members.suspend(parties.inspector.organisation, "left"), members.setSuccessor(parties.inspector.organisation, 6)
    )

    assert [6, 1] == members.member(fresh).call()
    assert [2, 6] == [members.record(parties.inspector.organisation).call()[place] for place in (0, 2)]


def test_registrars_and_second_level_nodes_come_and_go_by_a_vote(network, parties, council):
    prefixes, node = network.prefixes.functions, parties.node
    key = keccak(b"idis:88.118")
    council.decide(prefixes.grantNode("idis", "88.118", node.organisation))
    network.send(prefixes.grant("idis", "88.118.1", 1), node)

    council.decide(prefixes.grantNode("idis", "88.118", parties.inspector.organisation))

    assert parties.inspector.organisation == prefixes.nodeOf(key).call()
    assert "NodeRequired" == network.refusal(prefixes.grant("idis", "88.118.2", 1), node)[0]
    network.send(prefixes.grant("idis", "88.118.2", 1), parties.inspector)


def test_an_organisation_that_lost_its_only_key_gets_another_by_a_vote(network, parties, council):
    members, lost, fresh = network.members.functions, parties.inspector, network.accounts[8].address

    council.decide(members.addKey(lost.organisation, fresh, 0, 0), members.closeKey(lost.account.address, 0))
    network.pass_time(1)

    assert [lost.organisation, 2] == members.member(fresh).call()
    assert "KeyExpired" == network.refusal(members.rotateKey(network.accounts[10].address), lost)[0]


def test_the_directory_names_a_new_contract_by_a_vote(network, council):
    ledger = network.deploy("Ledger", network.members.address, network.prefixes.address)

    council.decide(network.directory.functions.set(LEDGER, ledger.address, 2))

    assert [ledger.address, 2] == network.directory.functions.entry(LEDGER).call()[:2]


# Changing itself


def test_seats_threshold_delay_and_lifetime_are_changed_by_a_proposal_to_itself_only(network, parties, council):
    functions = council.contract.functions
    change = functions.setCouncil([2, 3, 4, 5], 3, 60, 7_200)

    seat = council.seats[0]
    assert ("CouncilRequired", seat.account.address.lower()) == network.refusal(change, seat)
    council.decide(change)

    assert [[2, 3, 4, 5], 3, 60, 7_200] == functions.council().call()
    assert ("SeatRequired", 1) == network.refusal(functions.propose(*council.content(change)), seat)


@pytest.mark.parametrize(
    ("seats", "threshold", "delay", "lifetime", "refused"),
    [
        ([], 0, 0, 3_600, ("ThresholdInvalid", 0, 0)),
        ([1, 2], 0, 0, 3_600, ("ThresholdInvalid", 2, 0)),
        ([1, 2], 3, 0, 3_600, ("ThresholdInvalid", 2, 3)),
        (list(range(1, 34)), 1, 0, 3_600, ("ThresholdInvalid", 33, 1)),
        ([1, 2, 1], 2, 0, 3_600, ("SeatInvalid", 1)),
        ([1, 9], 2, 0, 3_600, ("SeatInvalid", 9)),
        ([1, 2], 2, 0, 3_599, ("LifetimeInvalid", 0, 3_599)),
        ([1, 2], 2, 1, 3_600, ("LifetimeInvalid", 1, 3_600)),
        ([1, 2], 2, 0, 365 * 86_400 + 1, ("LifetimeInvalid", 0, 365 * 86_400 + 1)),
    ],
)
def test_a_council_that_could_not_work_is_refused(network, council, seats, threshold, delay, lifetime, refused):
    call = council.contract.functions.setCouncil(seats, threshold, delay, lifetime)
    number = council.propose(call)
    council.approve(number, call)
    network.pass_time(council.delay)

    assert refused == network.refusal(council.execution(number, call), council.seats[0])


def test_no_vote_leaves_fewer_active_seats_than_must_approve(network, parties, council):
    members = network.members.functions
    council.decide(members.suspend(3, "audit"))
    call = members.suspend(2, "audit")
    number = council.propose(call)
    council.approve(number, call)
    network.pass_time(council.delay)

    assert ("CouncilIncapable", 2, 1) == network.refusal(council.execution(number, call), council.seats[0])


def test_a_council_hands_over_to_another_council_by_a_vote(network, parties, council):
    directory = network.directory.functions
    other = network.deploy("Council", network.directory.address, network.members.address, [4, 5], 2, 0, 3_600)

    council.decide(directory.set(keccak(b"council"), other.address, 2), directory.setAuthority(other.address))
    network.send(other.functions.takeOffice(), parties.stranger)

    assert other.address == directory.authority().call()
    call = network.members.functions.suspend(parties.inspector.organisation, "audit")
    number = council.propose(call)
    council.approve(number, call)
    network.pass_time(council.delay)
    refused = network.refusal(council.execution(number, call), council.seats[0])
    assert ("AuthorityRequired", council.contract.address.lower()) == refused
