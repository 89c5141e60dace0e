"""What an outbox row asks of the council: proposals, and what becomes of them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Propose:
    """PROPOSE: calls that the council shall make, with the contract and the data of each."""

    council: bytes
    """The council's address: of the one that the proposer saw in office."""
    targets: tuple[bytes, ...]
    calls: tuple[bytes, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class ApproveProposal:
    """APPROVE_PROPOSAL: `content` is the hash of what is approved."""

    council: bytes
    proposal: int
    content: bytes


@dataclass(frozen=True, slots=True)
class ApproveBySignature:
    """APPROVE_BY_SIGNATURE: an approval that another organisation signed (formats §6); `deadline` in seconds since 1970."""

    council: bytes
    proposal: int
    content: bytes
    signer: bytes
    """20 bytes: the key that signed."""
    nonce: int
    deadline: int
    signature: bytes


@dataclass(frozen=True, slots=True)
class WithdrawApproval:
    """WITHDRAW_APPROVAL."""

    council: bytes
    proposal: int


@dataclass(frozen=True, slots=True)
class ExecuteProposal:
    """EXECUTE_PROPOSAL: the content as it was proposed."""

    council: bytes
    proposal: int
    targets: tuple[bytes, ...]
    calls: tuple[bytes, ...]
    reason: str
