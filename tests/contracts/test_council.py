"""The council governs: m of n active organisations, each approval as old as the delay, once, before the end, and nobody else.

handing over
├── the deployer's key may nothing any more
└── only what was offered is taken over
proposing ─ seat / no seat / suspended / key of nobody / malformed
approving ─ seat / twice / other content / closed / withdrawn / by signature
executing
├── too few, too young, of suspended members, of former members
├── expired, done before, from within itself
└── one call refused: none is made
changing itself ─ by proposal only / cannot make itself incapable / hands over to another council
"""

from __future__ import annotations

import pytest

from traceability.ledger.keys import keccak

LEDGER = keccak(b"ledger")
OPEN, READY, EXECUTED, EXPIRED = 1, 2, 3, 4
APPROVE = [("uint256", "proposal"), ("bytes32", "content")]


def _suspension(network, parties):
    return network.members.functions.suspend(parties.inspector.organisation, "audit")


def _status(council, number):
    return council.contract.functions.proposalOf(number).call()[0]


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


# Proposing


def test_a_proposal_says_what_by_whom_why_and_until_when(network, parties, council):
    call = _suspension(network, parties)
    content = council.content(call)

    receipt = network.send(council.contract.functions.propose(*content), council.seats[1])

    made = council.contract.events.ProposalMade().process_log(receipt["logs"][0])["args"]
    expires = network.now() + council.lifetime
    assert (1, 2, council.hash(content), *content, expires) == (
        made["proposal"], made["organisation"], made["content"], list(made["targets"]), list(made["calls"]),
        made["reason"], made["expires"],
    )  # fmt: skip
    expected = [OPEN, 2, 0, expires, receipt["blockNumber"], council.hash(content)]
    assert expected == council.contract.functions.proposalOf(1).call()
    assert network.now() == council.contract.functions.approvedSince(1, 2).call()


def test_only_an_active_seat_proposes(network, parties, council):
    propose = council.contract.functions.propose(*council.content(_suspension(network, parties)))
    council.decide(network.members.functions.suspend(3, "audit"))

    assert ("SeatRequired", 4) == network.refusal(propose, parties.inspector)
    assert ("OrganisationSuspended", 3) == network.refusal(propose, parties.bank)
    assert "KeyUnknown" == network.refusal(propose, parties.stranger)[0]


@pytest.mark.parametrize(
    ("targets", "calls", "reason"), [(0, 0, 4), (17, 17, 4), (1, 2, 4), (2, 1, 4), (1, 1, 0), (1, 1, 1025)]
)
def test_a_proposal_has_calls_data_for_each_and_a_reason(network, council, targets, calls, reason):
    content = ([network.members.address] * targets, [b"\1"] * calls, "x" * reason)
    seat = council.seats[0]
    unsigned = (seat.account.address, 0, 2**40, bytes(65))

    functions = council.contract.functions
    for call in (functions.propose(*content), functions.proposeBySig(*content, unsigned)):
        assert ("ProposalMalformed", targets, calls, reason) == network.refusal(call, seat)


# Approving


def test_approvals_are_given_once_taken_back_and_given_anew(network, parties, council):
    functions, bank, call = council.contract.functions, council.seats[2], _suspension(network, parties)
    number = council.propose(call)
    approve = functions.approve(number, council.hash(council.content(call)))
    network.send(approve, bank)

    twice = network.refusal(approve, bank)
    network.send(functions.withdraw(number), bank)
    back = network.refusal(functions.withdraw(number), bank)
    network.pass_time(council.delay)
    network.send(approve, bank)

    assert (("ApprovalStands", 1, 3), ("ApprovalMissing", 1, 3)) == (twice, back)
    assert ("ApprovalsTooFew", 1, 2, 1) == network.refusal(council.execution(number, call), bank)


def test_an_approval_names_the_content_that_it_is_for(network, parties, council):
    call = _suspension(network, parties)
    number = council.propose(call)
    other = keccak(b"what stood in the block that a fork took back")

    refused = network.refusal(council.contract.functions.approve(number, other), council.seats[1])

    assert ("ContentMismatch", 1, other) == refused


def test_who_has_no_seat_approves_nothing(network, parties, council):
    call = _suspension(network, parties)
    number = council.propose(call)
    approve = council.contract.functions.approve(number, council.hash(council.content(call)))

    assert ("SeatRequired", 4) == network.refusal(approve, parties.inspector)
    assert "KeyUnknown" == network.refusal(approve, network.authority)[0]


def test_a_proposal_that_nobody_made_is_unknown(network, council):
    functions = council.contract.functions

    assert [0, 0, 0, 0, 0, bytes(32)] == functions.proposalOf(7).call()
    for call in (functions.approve(7, bytes(32)), functions.withdraw(7), council.execution(7)):
        assert ("ProposalUnknown", 7) == network.refusal(call, council.seats[0])


def test_proposing_approving_and_withdrawing_by_signature_is_sent_by_anybody(network, parties, council):
    functions, stranger = council.contract.functions, parties.stranger
    content = council.content(_suspension(network, parties), network.members.functions.setRoles(5, 1))

    def authorisation(primary, fields, values, by):
        return network.authorisation(council.contract, primary, fields, values, by)

    fields = [("address[]", "targets"), ("bytes[]", "calls"), ("string", "reason")]
    signed = authorisation("Propose", fields, content, council.seats[0])
    network.send(functions.proposeBySig(*content, signed), stranger)
    values = (1, council.hash(content))
    signed = authorisation("Approve", APPROVE, values, council.seats[1])
    network.send(functions.approveBySig(*values, signed), stranger)
    withdrawal = authorisation("Withdraw", [("uint256", "proposal")], (1,), council.seats[0])
    network.send(functions.withdrawBySig(1, withdrawal), stranger)

    assert [False, True] == [functions.approvedSince(1, seat).call() > 0 for seat in (1, 2)]
    again = network.refusal(functions.withdrawBySig(1, withdrawal), stranger)
    assert ("NonceOutOfOrder", 1, 2, 1) == again
    forged = (parties.bank.account.address, *signed[1:])
    refused = network.refusal(functions.approveBySig(*values, forged), stranger)
    assert ("SignatureInvalid", parties.bank.account.address.lower()) == refused


# Executing


def test_a_proposal_is_ready_when_the_last_needed_approval_has_stood_for_the_delay(network, parties, council):
    call = _suspension(network, parties)
    number = council.propose(call)
    network.pass_time(council.delay)
    council.approve(number, call)
    approved = network.now()

    young = network.refusal(council.execution(number, call), parties.stranger)
    network.w3.provider.make_request("evm_setNextBlockTimestamp", [approved + council.delay - 1])
    network.w3.provider.make_request("evm_mine", [])
    before = _status(council, number)
    network.w3.provider.make_request("evm_setNextBlockTimestamp", [approved + council.delay])
    network.w3.provider.make_request("evm_mine", [])

    assert (("ApprovalsTooFew", 1, 2, 1), OPEN, READY) == (young, before, _status(council, number))
    network.send(council.execution(number, call), parties.stranger)
    assert EXECUTED == _status(council, number)


def test_one_approval_is_not_enough_however_old(network, parties, council):
    call = _suspension(network, parties)
    number = council.propose(call)
    network.pass_time(council.lifetime - 10)

    assert ("ApprovalsTooFew", 1, 2, 1) == network.refusal(council.execution(number, call), council.seats[0])


def test_an_approval_of_a_suspended_member_does_not_count_until_it_is_reinstated(network, parties, council):
    members, call = network.members.functions, _suspension(network, parties)
    number = council.propose(call, by=2)
    council.approve(number, call, by=1)
    council.decide(members.suspend(3, "audit"))

    suspended = network.refusal(council.execution(number, call), parties.stranger)
    council.decide(members.reinstate(3, "audit passed"))

    assert ("ApprovalsTooFew", number, 2, 1) == suspended
    network.send(council.execution(number, call), parties.stranger)


def test_an_approval_of_who_lost_the_seat_does_not_count(network, parties, council):
    call, functions = _suspension(network, parties), council.contract.functions
    number = council.propose(call, by=2)
    council.approve(number, call, by=1)
    council.decide(functions.setCouncil([1, 2, 4], 2, council.delay, council.lifetime))

    assert ("ApprovalsTooFew", number, 2, 1) == network.refusal(council.execution(number, call), parties.stranger)
    network.send(functions.withdraw(number), parties.bank)
    assert ("SeatRequired", 3) == network.refusal(
        functions.approve(number, council.hash(council.content(call))), parties.bank
    )


def test_nothing_is_executed_approved_or_withdrawn_after_the_end(network, parties, council):
    functions, call = council.contract.functions, _suspension(network, parties)
    number = council.propose(call)
    council.approve(number, call)
    last = functions.proposalOf(number).call()[3]
    network.w3.provider.make_request("evm_setNextBlockTimestamp", [last])
    network.w3.provider.make_request("evm_mine", [])
    in_time = _status(council, number)
    network.pass_time(1)

    calls = (
        council.execution(number, call),
        functions.approve(number, council.hash(council.content(call))),
        functions.withdraw(number),
    )
    assert (READY, EXPIRED) == (in_time, _status(council, number))
    assert {("ProposalClosed", number, EXPIRED)} == {network.refusal(each, council.seats[2]) for each in calls}


def test_a_proposal_is_executed_once(network, parties, council):
    members, call = network.members.functions, _suspension(network, parties)
    council.decide(call)
    council.decide(members.reinstate(parties.inspector.organisation, "audit passed"))

    assert ("ProposalClosed", 1, EXECUTED) == network.refusal(council.execution(1, call), council.seats[0])


def test_only_what_was_approved_is_executed(network, parties, council):
    call = _suspension(network, parties)
    number = council.propose(call)
    council.approve(number, call)
    network.pass_time(council.delay)
    other = network.members.functions.suspend(parties.node.organisation, "audit")

    assert "ContentMismatch" == network.refusal(council.execution(number, other), council.seats[0])[0]
    assert "ContentMismatch" == network.refusal(council.execution(number, call, call), council.seats[0])[0]


def test_if_one_call_is_refused_none_is_made_and_the_refusal_is_passed_on(network, parties, council):
    members = network.members.functions
    calls = (members.setRoles(5, 1), members.suspend(77, "nobody"))
    number = council.propose(*calls)
    council.approve(number, *calls)
    network.pass_time(council.delay)

    refused = network.refusal(council.execution(number, *calls), council.seats[0])

    assert ("OrganisationUnknown", 77) == refused
    assert (READY, 512) == (_status(council, number), members.record(5).call()[1])


def test_a_call_to_no_contract_is_refused_and_one_that_gives_no_reason_named_so(network, parties, council):
    nobody = parties.stranger.account.address
    functions = council.contract.functions
    refused = []
    for target in (nobody, network.liens.address):
        content = ([target], [b"\xff\xff\xff\xff"], "by mistake")
        network.send(functions.propose(*content), council.seats[0])
        number = functions.proposalCount().call()
        network.send(functions.approve(number, council.hash(content)), council.seats[1])
        network.pass_time(council.delay)
        refused.append(network.refusal(functions.execute(number, *content), parties.stranger))

    assert [("TargetInvalid", nobody.lower()), ("FailedCall",)] == refused


@pytest.mark.compiler
def test_a_proposal_is_not_executed_again_from_within_itself(network, parties, council, compilation, compiled):
    reentrant = network.deploy("Reentrant", artifact=_artifact(compiled["Reentrant"]))
    functions, number = council.contract.functions, 1
    # The inner call repeats the proposal as far as it can be known beforehand: number and all but its own data.
    inner = functions.execute(number, [reentrant.address], [b""], council.reason)
    outer = reentrant.functions.attempt(council.contract.address, _data(inner))

    council.decide(outer)

    assert keccak(b"ProposalClosed(uint256,uint8)")[:4] == reentrant.functions.refusal().call()
    assert 1 == reentrant.functions.calls().call()


@pytest.mark.compiler
def test_another_proposal_may_be_executed_from_within_one_and_then_is_done(network, parties, council, compiled):
    reentrant = network.deploy("Reentrant", artifact=_artifact(compiled["Reentrant"]))
    call = _suspension(network, parties)
    number = council.propose(call)
    council.approve(number, call)

    council.decide(reentrant.functions.attempt(council.contract.address, _data(council.execution(number, call))))

    assert (bytes(4), EXECUTED) == (reentrant.functions.refusal().call(), _status(council, number))
    assert ("ProposalClosed", number, EXECUTED) == network.refusal(council.execution(number, call), council.seats[0])


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
    call = _suspension(network, parties)
    number = council.propose(call)
    council.approve(number, call)
    network.pass_time(council.delay)
    refused = network.refusal(council.execution(number, call), council.seats[0])
    assert ("AuthorityRequired", council.contract.address.lower()) == refused


def _data(call):
    return bytes.fromhex(call._encode_transaction_data()[2:])


def _artifact(details):
    return {"abi": details["abi"], "bytecode": details["evm"]["bytecode"]["object"]}
