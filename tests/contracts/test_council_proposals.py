"""A proposal is executed with m of n active organisations' approvals, each as old as the delay, once, before the end.

proposing ─ seat / no seat / suspended / key of nobody / malformed
approving ─ seat / twice / other content / closed / withdrawn / by signature
executing
├── too few, too young, of suspended members, of former members
├── expired, done before, from within itself
└── one call refused: none is made
"""

from __future__ import annotations

import pytest

from traceability.ledger.keys import keccak

OPEN, READY, EXECUTED, EXPIRED = 1, 2, 3, 4
APPROVE = [("uint256", "proposal"), ("bytes32", "content")]


def _suspension(network, parties):
    return network.members.functions.suspend(parties.inspector.organisation, "audit")


def _status(council, number):
    return council.contract.functions.proposalOf(number).call()[0]


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


def _data(call):
    return bytes.fromhex(call._encode_transaction_data()[2:])


def _artifact(details):
    return {"abi": details["abi"], "bytecode": details["evm"]["bytecode"]["object"]}
