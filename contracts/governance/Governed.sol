// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {IDirectory} from "../interfaces/IDirectory.sol";

/// @title What answers to the authority of the directory
/// @dev The authority is asked each time, so that replacing it once replaces it everywhere.
abstract contract Governed {
    /// @notice The directory whose authority governs.
    IDirectory public immutable DIRECTORY;

    modifier onlyAuthority() {
        if (!_isAuthority(msg.sender)) revert IDirectory.AuthorityRequired(msg.sender);
        _;
    }

    constructor(IDirectory directory) {
        DIRECTORY = directory;
    }

    function _isAuthority(address caller) internal view returns (bool) {
        return caller == DIRECTORY.authority();
    }
}
