// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {IMembers} from "../interfaces/IMembers.sol";
import {Signed} from "./Signed.sol";

/// @title What members write, directly or by signature
abstract contract MemberSigned is Signed {
    /// @notice The contract that says whose a key is.
    IMembers public immutable MEMBERS;

    constructor(string memory name, IMembers members) Signed(name) {
        MEMBERS = members;
    }

    function _memberOf(address key) internal view override returns (uint32 organisation, uint16 keyNumber) {
        return MEMBERS.member(key);
    }

    /// @dev Refuses an organisation that was never admitted or is suspended.
    function _verifyActive(uint32 organisation) internal view {
        IMembers.Standing standing = _standingOf(organisation);
        if (standing == IMembers.Standing.Suspended) revert IMembers.OrganisationSuspended(organisation);
    }

    /// @dev Refuses an organisation that was never admitted.
    function _standingOf(uint32 organisation) internal view returns (IMembers.Standing standing) {
        (standing,,,,,) = MEMBERS.record(organisation);
        if (standing == IMembers.Standing.Unknown) revert IMembers.OrganisationUnknown(organisation);
    }
}
