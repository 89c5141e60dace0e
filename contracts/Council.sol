// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {Address} from "@openzeppelin/contracts/utils/Address.sol";
import {ICouncil} from "./interfaces/ICouncil.sol";
import {IDirectory} from "./interfaces/IDirectory.sol";
import {IMembers} from "./interfaces/IMembers.sol";
import {MemberSigned} from "./signing/MemberSigned.sol";

/// @title Council
/// @notice Governs in the place of a key: m of n organisations, with a delay and a reason.
/// @dev Its slots are not published: nothing is proven from them.
contract Council is ICouncil, MemberSigned {
    struct Rules {
        uint64 lifetime;
        uint64 delay;
        uint32 threshold;
    }

    struct ProposalRecord {
        uint64 madeIn;
        uint64 expires;
        uint32 proposer;
        bool executed;
        bytes32 content;
    }

    /// @dev Bound of every walk over the seats.
    uint256 private constant _MOST_SEATS = 32;

    uint256 private constant _MOST_CALLS = 16;

    uint256 private constant _LONGEST_REASON = 1024;

    /// @dev Room between the first second at which a proposal can be executed and the last.
    uint64 private constant _LEAST_ROOM = 1 hours;

    uint64 private constant _LONGEST_LIFETIME = 365 days;

    bytes32 private constant _PROPOSE = keccak256(
        "Propose(address[] targets,bytes[] calls,string reason,uint256 nonce,uint256 deadline)"
    );
    bytes32 private constant _APPROVE =
        keccak256("Approve(uint256 proposal,bytes32 content,uint256 nonce,uint256 deadline)");
    bytes32 private constant _WITHDRAW = keccak256("Withdraw(uint256 proposal,uint256 nonce,uint256 deadline)");

    /// @notice The directory whose authority this contract is made for.
    IDirectory public immutable DIRECTORY;

    uint32[] private _seats;

    Rules private _rules;

    uint256 private _count;

    mapping(uint256 proposal => ProposalRecord) private _proposals;

    mapping(uint256 proposal => mapping(uint32 organisation => uint64 since)) private _approvals;

    /// @param directory the network's directory
    /// @param members the network's members
    /// @param seats as in `setCouncil`
    /// @param threshold as in `setCouncil`
    /// @param delay as in `setCouncil`
    /// @param lifetime as in `setCouncil`
    constructor(
        IDirectory directory,
        IMembers members,
        uint32[] memory seats,
        uint32 threshold,
        uint64 delay,
        uint64 lifetime
    ) MemberSigned("Suyuan Council", members) {
        DIRECTORY = directory;
        _setCouncil(seats, threshold, delay, lifetime);
    }

    /// @inheritdoc ICouncil
    function takeOffice() external {
        DIRECTORY.acceptAuthority();
    }

    // Proposals

    /// @inheritdoc ICouncil
    function propose(address[] calldata targets, bytes[] calldata calls, string calldata reason)
        external
        returns (uint256 proposal)
    {
        (uint32 organisation,) = _memberOf(msg.sender);
        return _propose(targets, calls, reason, organisation);
    }

    /// @inheritdoc ICouncil
    function proposeBySig(
        address[] calldata targets,
        bytes[] calldata calls,
        string calldata reason,
        Authorisation calldata authorisation
    ) external returns (uint256 proposal) {
        // Before the calls are hashed one by one, so that no list is too long for it.
        _verifyForm(targets, calls, reason);
        bytes32 structHash = keccak256(
            abi.encode(
                _PROPOSE,
                keccak256(abi.encodePacked(targets)),
                _hashOf(calls),
                keccak256(bytes(reason)),
                authorisation.nonce,
                authorisation.deadline
            )
        );
        (uint32 organisation,) = _authorise(structHash, authorisation);
        return _propose(targets, calls, reason, organisation);
    }

    /// @inheritdoc ICouncil
    function approve(uint256 proposal, bytes32 content) external {
        (uint32 organisation,) = _memberOf(msg.sender);
        _approve(proposal, content, organisation);
    }

    /// @inheritdoc ICouncil
    function approveBySig(uint256 proposal, bytes32 content, Authorisation calldata authorisation) external {
        bytes32 structHash =
            keccak256(abi.encode(_APPROVE, proposal, content, authorisation.nonce, authorisation.deadline));
        (uint32 organisation,) = _authorise(structHash, authorisation);
        _approve(proposal, content, organisation);
    }

    /// @inheritdoc ICouncil
    function withdraw(uint256 proposal) external {
        (uint32 organisation,) = _memberOf(msg.sender);
        _withdraw(proposal, organisation);
    }

    /// @inheritdoc ICouncil
    function withdrawBySig(uint256 proposal, Authorisation calldata authorisation) external {
        bytes32 structHash = keccak256(abi.encode(_WITHDRAW, proposal, authorisation.nonce, authorisation.deadline));
        (uint32 organisation,) = _authorise(structHash, authorisation);
        _withdraw(proposal, organisation);
    }

    /// @inheritdoc ICouncil
    function execute(uint256 proposal, address[] calldata targets, bytes[] calldata calls, string calldata reason)
        external
    {
        ProposalRecord storage found = _verifyOpen(proposal);
        _verifyContent(proposal, keccak256(abi.encode(targets, calls, reason)));
        uint32 counted = _counted(proposal);
        if (counted < _rules.threshold) revert ApprovalsTooFew(proposal, _rules.threshold, counted);

        // Before the calls: whatever they lead to, this proposal is never executed again.
        found.executed = true;
        emit ProposalExecuted(proposal);
        for (uint256 i = 0; i < targets.length; ++i) {
            if (targets[i].code.length == 0) revert IDirectory.TargetInvalid(targets[i]);
            Address.functionCall(targets[i], calls[i]);
        }
        uint32 active = _active();
        if (active < _rules.threshold) revert CouncilIncapable(_rules.threshold, active);
    }

    // The council

    /// @inheritdoc ICouncil
    function setCouncil(uint32[] calldata seats, uint32 threshold, uint64 delay, uint64 lifetime) external {
        if (msg.sender != address(this)) revert CouncilRequired(msg.sender);
        _setCouncil(seats, threshold, delay, lifetime);
    }

    // Reading

    /// @inheritdoc ICouncil
    function council()
        external
        view
        returns (uint32[] memory seats, uint32 threshold, uint64 delay, uint64 lifetime)
    {
        return (_seats, _rules.threshold, _rules.delay, _rules.lifetime);
    }

    /// @inheritdoc ICouncil
    function proposalCount() external view returns (uint256 proposals) {
        return _count;
    }

    /// @inheritdoc ICouncil
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
        )
    {
        ProposalRecord memory found = _proposals[proposal];
        return (
            _statusOf(proposal), found.proposer, _counted(proposal), found.expires, found.madeIn, found.content
        );
    }

    /// @inheritdoc ICouncil
    function approvedSince(uint256 proposal, uint32 organisation) external view returns (uint64 since) {
        return _approvals[proposal][organisation];
    }

    // Inner workings

    function _propose(
        address[] calldata targets,
        bytes[] calldata calls,
        string calldata reason,
        uint32 organisation
    ) private returns (uint256 proposal) {
        _verifyForm(targets, calls, reason);
        _verifySeat(organisation);
        proposal = ++_count;
        bytes32 content = keccak256(abi.encode(targets, calls, reason));
        uint64 expires = uint64(block.timestamp) + _rules.lifetime;
        _proposals[proposal] = ProposalRecord({
            madeIn: uint64(block.number),
            expires: expires,
            proposer: organisation,
            executed: false,
            content: content
        });
        emit ProposalMade(proposal, organisation, content, targets, calls, reason, expires);
        _enter(proposal, organisation);
    }

    function _approve(uint256 proposal, bytes32 content, uint32 organisation) private {
        _verifyOpen(proposal);
        _verifyContent(proposal, content);
        _verifySeat(organisation);
        if (_approvals[proposal][organisation] != 0) revert ApprovalStands(proposal, organisation);
        _enter(proposal, organisation);
    }

    function _enter(uint256 proposal, uint32 organisation) private {
        _approvals[proposal][organisation] = uint64(block.timestamp);
        emit ProposalApproved(proposal, organisation);
    }

    /// @dev Also for an organisation that has lost its seat: it may get it back.
    function _withdraw(uint256 proposal, uint32 organisation) private {
        _verifyOpen(proposal);
        if (_approvals[proposal][organisation] == 0) revert ApprovalMissing(proposal, organisation);
        delete _approvals[proposal][organisation];
        emit ApprovalWithdrawn(proposal, organisation);
    }

    function _setCouncil(uint32[] memory seats, uint32 threshold, uint64 delay, uint64 lifetime) private {
        if (threshold == 0 || seats.length < threshold || seats.length > _MOST_SEATS) {
            revert ThresholdInvalid(seats.length, threshold);
        }
        if (lifetime > _LONGEST_LIFETIME || lifetime < _LEAST_ROOM || delay > lifetime - _LEAST_ROOM) {
            revert LifetimeInvalid(delay, lifetime);
        }
        for (uint256 i = 0; i < seats.length; ++i) {
            if (!_isActive(seats[i])) revert SeatInvalid(seats[i]);
            for (uint256 j = 0; j < i; ++j) {
                if (seats[j] == seats[i]) revert SeatInvalid(seats[i]);
            }
        }
        _seats = seats;
        _rules = Rules({lifetime: lifetime, delay: delay, threshold: threshold});
        emit CouncilChanged(seats, threshold, delay, lifetime);
    }

    function _verifyOpen(uint256 proposal) private view returns (ProposalRecord storage found) {
        found = _proposals[proposal];
        if (found.proposer == 0) revert ProposalUnknown(proposal);
        if (found.executed) revert ProposalClosed(proposal, ProposalStatus.Executed);
        if (block.timestamp > found.expires) revert ProposalClosed(proposal, ProposalStatus.Expired);
    }

    function _verifyContent(uint256 proposal, bytes32 content) private view {
        if (_proposals[proposal].content != content) revert ContentMismatch(proposal, content);
    }

    function _verifySeat(uint32 organisation) private view {
        for (uint256 i = 0; i < _seats.length; ++i) {
            if (_seats[i] == organisation) return;
        }
        revert SeatRequired(organisation);
    }

    function _statusOf(uint256 proposal) private view returns (ProposalStatus) {
        ProposalRecord storage found = _proposals[proposal];
        if (found.proposer == 0) return ProposalStatus.Unknown;
        if (found.executed) return ProposalStatus.Executed;
        if (block.timestamp > found.expires) return ProposalStatus.Expired;
        return _counted(proposal) < _rules.threshold ? ProposalStatus.Open : ProposalStatus.Ready;
    }

    /// @dev Approvals that count now: of seats in force, active at this time, given at least the delay ago.
    function _counted(uint256 proposal) private view returns (uint32 counted) {
        uint64 delay = _rules.delay;
        for (uint256 i = 0; i < _seats.length; ++i) {
            uint64 since = _approvals[proposal][_seats[i]];
            if (since != 0 && block.timestamp - since >= delay && _isActive(_seats[i])) ++counted;
        }
    }

    function _active() private view returns (uint32 active) {
        for (uint256 i = 0; i < _seats.length; ++i) {
            if (_isActive(_seats[i])) ++active;
        }
    }

    function _isActive(uint32 organisation) private view returns (bool) {
        (IMembers.Standing standing,,,,,) = MEMBERS.record(organisation);
        return standing == IMembers.Standing.Active;
    }

    function _verifyForm(address[] calldata targets, bytes[] calldata calls, string calldata reason) private pure {
        uint256 length = bytes(reason).length;
        if (
            targets.length == 0 || targets.length > _MOST_CALLS || targets.length != calls.length || length == 0
                || length > _LONGEST_REASON
        ) revert ProposalMalformed(targets.length, calls.length, length);
    }

    /// @dev EIP-712: an array of `bytes` is hashed as the hashes of its items, one after the other.
    function _hashOf(bytes[] calldata calls) private pure returns (bytes32) {
        bytes32[] memory hashes = new bytes32[](calls.length);
        for (uint256 i = 0; i < calls.length; ++i) {
            hashes[i] = keccak256(calls[i]);
        }
        return keccak256(abi.encodePacked(hashes));
    }
}
