"""What the council says in its log: the events of `ICouncil.sol`, with their names and arguments."""

from dataclasses import dataclass
from typing import ClassVar

from chain.events.event import ChainEvent


@dataclass(frozen=True, slots=True)
class ProposalMade(ChainEvent):
    """A seat proposed calls to be made one after the other, all or none."""

    declaration: ClassVar[str] = (
        "uint256 indexed proposal, uint32 indexed organisation, bytes32 content, "
        "address[] targets, bytes[] calls, string reason, uint64 expires"
    )
    proposal: int
    organisation: int
    content: bytes
    targets: tuple[bytes, ...]
    calls: tuple[bytes, ...]
    reason: str
    expires: int


@dataclass(frozen=True, slots=True)
class ProposalApproved(ChainEvent):
    """A seat approved a proposal."""

    declaration: ClassVar[str] = "uint256 indexed proposal, uint32 indexed organisation"
    proposal: int
    organisation: int


@dataclass(frozen=True, slots=True)
class ApprovalWithdrawn(ChainEvent):
    """A seat took its approval back."""

    declaration: ClassVar[str] = "uint256 indexed proposal, uint32 indexed organisation"
    proposal: int
    organisation: int


@dataclass(frozen=True, slots=True)
class ProposalExecuted(ChainEvent):
    """The calls of a proposal were made."""

    declaration: ClassVar[str] = "uint256 indexed proposal"
    proposal: int


@dataclass(frozen=True, slots=True)
class CouncilChanged(ChainEvent):
    """Who has a seat, how many must approve, for how many seconds an approval must stand, and a proposal lives."""

    declaration: ClassVar[str] = "uint32[] seats, uint32 threshold, uint64 delay, uint64 lifetime"
    seats: tuple[int, ...]
    threshold: int
    delay: int
    lifetime: int
