// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {ISigned} from "./ISigned.sol";

/// @title The authority that is nobody's key
/// @notice Organisations hold seats. What the authority of the directory may do is done by a proposal that enough of them approve: it is
/// public from the start, has a reason, and is carried out only once each approval that counts has stood for the delay.
/// @dev Whoever reads a proposal reads it in the log of the block in its record; here is only the hash of its content.
interface ICouncil is ISigned {
    /// @notice How a proposal stands now. Expired, Executed: for good.
    enum ProposalStatus {
        Unknown,
        Open,
        Ready,
        Executed,
        Expired
    }

    /// @notice A seat proposed calls to be made one after the other, all or none; it thereby approves them.
    event ProposalMade(
        uint256 indexed proposal,
        uint32 indexed organisation,
        bytes32 content,
        address[] targets,
        bytes[] calls,
        string reason,
        uint64 expires
    );

    /// @notice A seat approved a proposal.
    event ProposalApproved(uint256 indexed proposal, uint32 indexed organisation);

    /// @notice A seat took its approval back.
    event ApprovalWithdrawn(uint256 indexed proposal, uint32 indexed organisation);

    /// @notice The calls of a proposal were made.
    event ProposalExecuted(uint256 indexed proposal);

    /// @notice Who has a seat, how many must approve, for how many seconds an approval must stand, and for how many a proposal lives.
    event CouncilChanged(uint32[] seats, uint32 threshold, uint64 delay, uint64 lifetime);

    /// @notice Only an organisation with a seat may do this.
    error SeatRequired(uint32 organisation);

    /// @notice Only the council itself may do this, by a proposal.
    error CouncilRequired(address caller);

    /// @notice A seat is given twice, or to an organisation that is not active.
    error SeatInvalid(uint32 organisation);

    /// @notice There are no seats, more than 32, or not as many as must approve.
    error ThresholdInvalid(uint256 seats, uint32 threshold);

    /// @notice A proposal must live an hour longer than the delay, and a year at most.
    error LifetimeInvalid(uint64 delay, uint64 lifetime);

    /// @notice No proposal has this number.
    error ProposalUnknown(uint256 proposal);

    /// @notice A proposal makes 1 to 16 calls, has data for each, and a reason of 1 to 1,024 bytes.
    error ProposalMalformed(uint256 targets, uint256 calls, uint256 reason);

    /// @notice The proposal was executed or has expired.
    error ProposalClosed(uint256 proposal, ProposalStatus status);

    /// @notice The proposal of this number has another content.
    error ContentMismatch(uint256 proposal, bytes32 content);

    /// @notice The seat approves the proposal already.
    error ApprovalStands(uint256 proposal, uint32 organisation);

    /// @notice The seat does not approve the proposal.
    error ApprovalMissing(uint256 proposal, uint32 organisation);

    /// @notice Not enough approvals of active seats have stood for the delay.
    error ApprovalsTooFew(uint256 proposal, uint32 needed, uint32 counted);

    /// @notice After this fewer seats would be active than must approve, and nobody could govern any more.
    error CouncilIncapable(uint32 needed, uint32 active);

    /// @notice Takes over the authority that the directory's present one has offered to this contract; anybody may call.
    function takeOffice() external;

    /// @notice Proposes calls; only for a seat, which approves them at once.
    /// @param targets contract of each call
    /// @param calls data of each call
    /// @param reason public text for the others to judge by
    /// @return proposal its number, from 1
    function propose(address[] calldata targets, bytes[] calldata calls, string calldata reason)
        external
        returns (uint256 proposal);

    /// @notice Twin of `propose` for a signed write of a seat.
    function proposeBySig(
        address[] calldata targets,
        bytes[] calldata calls,
        string calldata reason,
        Authorisation calldata authorisation
    ) external returns (uint256 proposal);

    /// @notice Approves a proposal; only for a seat.
    /// @dev The content is named too: after a fork another proposal may have the number.
    /// @param proposal its number
    /// @param content keccak256 of the ABI encoding of (address[] targets, bytes[] calls, string reason)
    function approve(uint256 proposal, bytes32 content) external;

    /// @notice Twin of `approve` for a signed write of a seat.
    function approveBySig(uint256 proposal, bytes32 content, Authorisation calldata authorisation) external;

    /// @notice Takes an approval back; given anew it must stand for the whole delay again.
    /// @param proposal its number
    function withdraw(uint256 proposal) external;

    /// @notice Twin of `withdraw` for a signed write of a seat.
    function withdrawBySig(uint256 proposal, Authorisation calldata authorisation) external;

    /// @notice Makes the calls of a proposal that is ready; anybody may call, since everything was decided before.
    /// @dev If one of the calls is refused, none is made, the refusal is passed on, and the proposal stays ready.
    /// @param proposal its number
    /// @param targets as proposed
    /// @param calls as proposed
    /// @param reason as proposed
    function execute(uint256 proposal, address[] calldata targets, bytes[] calldata calls, string calldata reason)
        external;

    /// @notice Changes the council; only by a proposal to itself. What is still open is then judged by the new rules.
    /// @param seats organisations, each active, none twice, at most 32
    /// @param threshold how many must approve
    /// @param delay seconds for which an approval must have stood
    /// @param lifetime seconds for which a new proposal lives
    function setCouncil(uint32[] calldata seats, uint32 threshold, uint64 delay, uint64 lifetime) external;

    /// @notice The council in force.
    /// @return seats organisations
    /// @return threshold how many must approve
    /// @return delay seconds for which an approval must have stood
    /// @return lifetime seconds for which a new proposal lives
    function council()
        external
        view
        returns (uint32[] memory seats, uint32 threshold, uint64 delay, uint64 lifetime);

    /// @notice How many proposals were ever made.
    function proposalCount() external view returns (uint256 proposals);

    /// @notice The record of a proposal; zero throughout if there is none.
    /// @return status how it stands now
    /// @return proposer organisation that made it
    /// @return counted approvals of active seats that have stood for the delay
    /// @return expires last second at which it can be executed
    /// @return madeIn block whose log has the content
    /// @return content its hash
    function proposalOf(uint256 proposal)
        external
        view
        returns (
            ProposalStatus status,
            uint32 proposer,
            uint32 counted,
            uint64 expires,
            uint64 madeIn,
            bytes32 content
        );

    /// @notice Since when an organisation approves a proposal, in Unix time; zero if it does not.
    function approvedSince(uint256 proposal, uint32 organisation) external view returns (uint64 since);
}
