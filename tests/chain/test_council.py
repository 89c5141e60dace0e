"""A council takes over from the key that deployed, and decides what the key did before."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from ports import free_port

from chain.connection import Call, Connection, Receipt, connect
from chain.contract_interface import interface_of
from chain.deployment import await_receipt, deploy, hand_over, unpinned
from chain.embedded import Embedded, EmbeddedSettings
from chain.errors import AnswerNotReady
from chain.gateways import Contracts, CouncilGateway, CouncilRules, ProposalContent, ProposalStatus, contracts_of
from chain.refusals import AuthorityRequired, SignatureInvalid, ThresholdInvalid
from chain.signer import Signer

AUTHORITY = Signer(bytes(31) + b"\x07")
SEATS = tuple(Signer(bytes(31) + bytes([number])) for number in (8, 9, 10))
RULES = CouncilRules((1, 2, 3), 2, 0, 86_400)
FAR = 2**40


@dataclass(frozen=True)
class Network:
    """A chain of its own, with three organisations."""

    connection: Connection
    contracts: Contracts

    def send(self, signer: Signer, call: Call) -> Receipt:
        signed = signer.sign_transaction(
            to=call.to, data=call.data, nonce=self.connection.nonce(signer.address), gas=3_000_000, gas_price=0,
            chain_id=self.connection.network.chain_id,
        )  # fmt: skip
        return await_receipt(self.connection, self.connection.send(signed.raw))


@pytest.fixture(scope="module")
def network(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Network]:
    """Return a network whose authority is the key that deployed it."""
    engine = Embedded(EmbeddedSettings(tmp_path_factory.mktemp("chain"), port=free_port(), state_interval=3600))
    engine.start()
    try:
        with unpinned(engine.url) as deploying:
            pinned = deploy(deploying, AUTHORITY)
        with connect(pinned) as connection:
            made = Network(connection, contracts_of(connection))
            for seat in SEATS:
                assert made.send(AUTHORITY, made.contracts.members.admit(b"{}", 1, seat.address)).succeeded
            yield made
    finally:
        engine.kill()


@pytest.fixture(scope="module")
def council(network: Network) -> CouncilGateway:
    """Return the council, once it has taken over."""
    assert network.contracts.council() is None
    with pytest.raises(AuthorityRequired):
        hand_over(network.connection, SEATS[0], RULES)
    with pytest.raises(ThresholdInvalid):
        hand_over(network.connection, AUTHORITY, CouncilRules((1,), 2, 0, 86_400))
    said: list[str] = []

    address = hand_over(network.connection, AUTHORITY, RULES, said.append)

    assert said[-1] == "the council takes office"
    found = network.contracts.council()
    assert found is not None
    assert (address, RULES) == (found.address, found.rules())
    return found


def _content(network: Network, *calls: Call, reason: str = "as agreed") -> ProposalContent:
    return ProposalContent(tuple(call.to for call in calls), tuple(call.data for call in calls), reason)


def test_the_key_that_deployed_can_do_nothing_once_the_council_governs(network: Network, council: CouncilGateway):
    contracts, fresh = network.contracts, bytes(19) + b"\x63"
    calls = (
        contracts.members.admit(b"{}", 1, fresh),
        contracts.members.suspend(1, "no"),
        contracts.members.add_key(1, fresh, 0, 0),
        contracts.prefixes.register_scheme("plates", "", 1, 9),
        contracts.prefixes.grant("gs1", "6901234", 1),
        contracts.prefixes.grant_node("idis", "88.118", 1),
        contracts.directory.set("ledger", contracts.liens.address, 2),
        contracts.directory.set_authority(AUTHORITY.address),
    )

    assert [False] * len(calls) == [network.send(AUTHORITY, call).succeeded for call in calls]
    assert council.address == contracts.directory.authority()


def test_a_proposal_is_made_read_approved_and_executed(network: Network, council: CouncilGateway):
    content = _content(network, network.contracts.prefixes.grant("gs1", "6901234", 1))
    assert network.send(SEATS[0], council.propose(content)).succeeded
    number = council.count()

    known = council.record(number)
    assert (ProposalStatus.OPEN, 1, 1, content.hash) == (known.status, known.proposer, known.counted, known.content)
    assert content == council.content(number)
    assert not network.send(SEATS[2], council.execute(number, content)).succeeded
    assert network.send(SEATS[1], council.approve(number, content.hash)).succeeded
    assert ProposalStatus.READY is council.record(number).status
    assert network.send(SEATS[2], council.execute(number, content)).succeeded
    assert ProposalStatus.EXECUTED is council.record(number).status
    assert 0 == council.approved_since(number, 3) < council.approved_since(number, 2) <= time.time() + 60


def test_a_seat_signs_and_anybody_sends(network: Network, council: CouncilGateway):
    content = _content(network, network.contracts.members.set_roles(3, 2), network.contracts.members.set_roles(3, 4))
    proposed = council.authorise_proposal(SEATS[0], content, council.nonce_of(1), FAR)
    assert network.send(AUTHORITY, council.propose_by_signature(content, proposed)).succeeded
    number = council.count()
    approved = council.authorise_approval(SEATS[1], number, content.hash, council.nonce_of(2), FAR)

    with pytest.raises(SignatureInvalid):
        network.connection.call(council.approve_by_signature(number, bytes(32), approved), AUTHORITY.address)
    assert network.send(AUTHORITY, council.approve_by_signature(number, content.hash, approved)).succeeded
    assert network.send(AUTHORITY, council.execute(number, content)).succeeded
    assert 4 == network.contracts.members.record(3).roles


def test_a_proposal_can_be_withdrawn_from_and_one_that_is_not_there_has_no_content(
    network: Network, council: CouncilGateway
):
    content = _content(network, council.set_council(CouncilRules((1, 2), 1, 0, 7_200)))
    assert network.send(SEATS[0], council.propose(content)).succeeded
    number = council.count()

    assert network.send(SEATS[0], council.withdraw(number)).succeeded

    assert 0 == council.record(number).counted
    assert ProposalStatus.UNKNOWN is council.record(number + 1).status
    with pytest.raises(AnswerNotReady):
        council.content(number + 1)


def test_calls_are_told_as_people_read_them():
    members, council = interface_of("Members"), interface_of("Council")

    assert "suspend(4, audit)" == members.told(members.encoded("suspend", 4, "audit"))
    assert f"rotateKey(0x{'11' * 20})" == members.told(members.encoded("rotateKey", b"\x11" * 20))
    assert "admit(0xff00, 1, 0x" in str(members.told(members.encoded("admit", b"\xff\x00", 1, bytes(20))))
    told = council.told(council.encoded("setCouncil", [1, 2], 2, 60, 3_600))
    assert "setCouncil([1, 2], 2, 60, 3600)" == told
    assert None is members.told(b"\0\0\0\0")
    assert None is members.told(members.encoded("suspend", 4, "audit")[:40])
