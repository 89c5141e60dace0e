"""The council: organisations with seats, which decide by proposals what the network's authority does."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

from eth_abi.abi import encode

from chain.connection import Call
from chain.errors import AnswerNotReady
from chain.events import ProposalMade
from chain.gateways.authorisation import Authorisation, authorise
from chain.gateways.gateway import SignedGateway
from chain.logs import logs_between
from chain.signer import Signer
from traceability.ledger.keys import keccak


class ProposalStatus(IntEnum):
    """How a proposal stands, as the contract says."""

    UNKNOWN = 0
    OPEN = 1
    READY = 2
    EXECUTED = 3
    EXPIRED = 4


@dataclass(frozen=True, slots=True)
class CouncilRules:
    """Who governs, and how."""

    seats: tuple[int, ...]
    """Numbers of the organisations."""
    threshold: int
    """How many must approve."""
    delay: int
    """Seconds for which each approval that counts must have stood."""
    lifetime: int
    """Seconds for which a new proposal lives."""


@dataclass(frozen=True, slots=True)
class ProposalContent:
    """What a proposal does, and why."""

    targets: tuple[bytes, ...]
    """The contract of each call."""
    calls: tuple[bytes, ...]
    """The data of each call."""
    reason: str

    @property
    def hash(self) -> bytes:
        """The hash under which the contract knows it."""
        return keccak(encode(["address[]", "bytes[]", "string"], [self.targets, self.calls, self.reason]))


@dataclass(frozen=True, slots=True)
class ProposalRecord:
    """What the contract holds of a proposal."""

    status: ProposalStatus
    proposer: int
    counted: int
    """Approvals of active seats that have stood for the delay."""
    expires: int
    """Last second at which it can be executed."""
    made_in: int
    """The block whose log has the content."""
    content: bytes
    """The content's hash."""


class CouncilGateway(SignedGateway):
    """The Council contract."""

    contract = "Council"

    def take_office(self) -> Call:
        """Return the call by which the council accepts the authority that it was offered."""
        return self._call("takeOffice")

    def propose(self, content: ProposalContent) -> Call:
        """Return the call that makes a proposal; for a seat, which approves it thereby."""
        return self._call("propose", content.targets, content.calls, content.reason)

    def approve(self, proposal: int, content: bytes) -> Call:
        """Return the call that approves a proposal with the content of that hash; for a seat."""
        return self._call("approve", proposal, content)

    def withdraw(self, proposal: int) -> Call:
        """Return the call that takes an approval back."""
        return self._call("withdraw", proposal)

    def execute(self, proposal: int, content: ProposalContent) -> Call:
        """Return the call that carries out a proposal that is ready; for anybody."""
        return self._call("execute", proposal, content.targets, content.calls, content.reason)

    def set_council(self, rules: CouncilRules) -> Call:
        """Return the call that changes the council; only within a proposal."""
        return self._call("setCouncil", rules.seats, rules.threshold, rules.delay, rules.lifetime)

    def authorise_proposal(self, signer: Signer, content: ProposalContent, nonce: int, deadline: int) -> Authorisation:
        """Return a seat's signature for `proposeBySig`."""
        fields = [
            ("address[]", "targets", ["0x" + target.hex() for target in content.targets]),
            ("bytes[]", "calls", list(content.calls)),
            ("string", "reason", content.reason),
        ]
        return authorise(signer, self.domain(), "Propose", fields, nonce=nonce, deadline=deadline)

    def propose_by_signature(self, content: ProposalContent, authorisation: Authorisation) -> Call:
        """Return the call by which anybody sends a proposal that a seat signed."""
        return self._call("proposeBySig", content.targets, content.calls, content.reason, authorisation.as_tuple())

    def authorise_approval(
        self, signer: Signer, proposal: int, content: bytes, nonce: int, deadline: int
    ) -> Authorisation:
        """Return a seat's signature for `approveBySig`."""
        fields: Sequence[tuple[str, str, object]] = [("uint256", "proposal", proposal), ("bytes32", "content", content)]
        return authorise(signer, self.domain(), "Approve", fields, nonce=nonce, deadline=deadline)

    def approve_by_signature(self, proposal: int, content: bytes, authorisation: Authorisation) -> Call:
        """Return the call by which anybody sends an approval that a seat signed."""
        return self._call("approveBySig", proposal, content, authorisation.as_tuple())

    def rules(self) -> CouncilRules:
        """Return who governs, and how."""
        return CouncilRules(*self._read("council"))

    def count(self) -> int:
        """Return how many proposals were made; their numbers begin at 1."""
        return int(self._read("proposalCount")[0])

    def record(self, proposal: int) -> ProposalRecord:
        """Return what the contract holds of a proposal; its status is unknown where there is none."""
        status, *rest = self._read("proposalOf", proposal)
        return ProposalRecord(ProposalStatus(status), *rest)

    def approved_since(self, proposal: int, organisation: int) -> int:
        """Return since when an organisation approves a proposal (seconds since 1970), 0 if it does not."""
        return int(self._read("approvedSince", proposal, organisation)[0])

    def content(self, proposal: int) -> ProposalContent:
        """Return what a proposal does and why, from the log of the block that it was made in, held against its hash.

        Raises:
            AnswerNotReady: the node does not give that log, or gives another.
        """
        known = self.record(proposal)
        topics = (ProposalMade.topic(),)
        for log in logs_between(self.connection, known.made_in, known.made_in, [self.address], topics).logs:
            made = ProposalMade.from_log(log)
            content = ProposalContent(made.targets, made.calls, made.reason)
            if made.proposal == proposal and content.hash == known.content:
                return content
        raise AnswerNotReady(f"log of proposal {proposal} in block {known.made_in}")
