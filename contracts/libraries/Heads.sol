// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

/// @title Heads: a count of lines and a digest over all of them
/// @custom:source docs/formats.md, section 3
library Heads {
    /// @dev Greatest number of lines that a head counts.
    uint256 internal constant MOST_LINES = type(uint32).max;

    /// @notice The number of lines that a head counts.
    function linesOf(bytes32 head) internal pure returns (uint256) {
        return uint256(head) >> 224;
    }

    /// @notice The head after one more line.
    /// @dev Warning: the caller sees to it that the head counts fewer than `MOST_LINES`.
    /// Assembly hashes above the free memory and leaves it free, for the same reason as in `Keys.thingKey`.
    /// @param head head so far, zero if the thing has no line
    /// @param commitment root over the event
    /// @param meta word of the line
    function next(bytes32 head, bytes32 commitment, bytes32 meta) internal pure returns (bytes32 result) {
        assembly ("memory-safe") {
            let free := mload(0x40)
            mstore(free, head)
            mstore(add(free, 0x20), commitment)
            mstore(add(free, 0x40), meta)
            result := or(shl(224, add(shr(224, head), 1)), shr(32, keccak256(free, 0x60)))
        }
    }
}
