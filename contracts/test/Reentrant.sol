// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {ICouncil} from "../interfaces/ICouncil.sol";

/// @title A contract that calls the council back while it is called by it
/// @notice Not part of a network: only the tests deploy it.
contract Reentrant {
    /// @notice How often it was called.
    uint256 public calls;

    /// @notice The selector with which the council refused, zero if it did not.
    bytes4 public refusal;

    /// @notice Calls the council and keeps what it refuses with.
    function attempt(ICouncil council, bytes calldata data) external {
        ++calls;
        // solhint-disable-next-line avoid-low-level-calls
        (bool done, bytes memory answer) = address(council).call(data);
        refusal = done ? bytes4(0) : bytes4(answer);
    }
}
