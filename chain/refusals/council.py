"""What the contract of the council refuses: the errors of `ICouncil.sol`, with their names and arguments."""

from chain.errors import ContractRefusal


class SeatRequired(ContractRefusal):
    """Only an organisation with a seat in the council may do this."""

    declaration = "uint32 organisation"
    organisation: int


class CouncilRequired(ContractRefusal):
    """Only the council itself may do this, by a proposal."""

    declaration = "address caller"
    caller: bytes


class SeatInvalid(ContractRefusal):
    """A seat is given twice, or to an organisation that is not active."""

    declaration = "uint32 organisation"
    organisation: int


class ThresholdInvalid(ContractRefusal):
    """There are no seats, too many, or not as many as must approve."""

    declaration = "uint256 seats, uint32 threshold"
    seats: int
    threshold: int


class LifetimeInvalid(ContractRefusal):
    """A proposal must live an hour longer than the delay, and a year at most."""

    declaration = "uint64 delay, uint64 lifetime"
    delay: int
    lifetime: int


class ProposalUnknown(ContractRefusal):
    """No proposal has this number."""

    declaration = "uint256 proposal"
    proposal: int


class ProposalMalformed(ContractRefusal):
    """A proposal makes 1 to 16 calls and has a reason."""

    declaration = "uint256 targets, uint256 calls, uint256 reason"
    targets: int
    calls: int
    reason: int


class ProposalClosed(ContractRefusal):
    """The proposal was executed or has expired."""

    declaration = "uint256 proposal, uint8 status"
    proposal: int
    status: int


class ContentMismatch(ContractRefusal):
    """The proposal of this number has another content."""

    declaration = "uint256 proposal, bytes32 content"
    proposal: int
    content: bytes


class ApprovalStands(ContractRefusal):
    """The seat approves the proposal already."""

    declaration = "uint256 proposal, uint32 organisation"
    proposal: int
    organisation: int


class ApprovalMissing(ContractRefusal):
    """The seat does not approve the proposal."""

    declaration = "uint256 proposal, uint32 organisation"
    proposal: int
    organisation: int


class ApprovalsTooFew(ContractRefusal):
    """Not enough approvals of active seats have stood for the delay."""

    declaration = "uint256 proposal, uint32 needed, uint32 counted"
    proposal: int
    needed: int
    counted: int


class CouncilIncapable(ContractRefusal):
    """After this fewer seats would be active than must approve."""

    declaration = "uint32 needed, uint32 active"
    needed: int
    active: int


class FailedCall(ContractRefusal):
    """A call of the proposal was refused without a reason."""
