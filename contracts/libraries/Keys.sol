// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {PrefixKey} from "../types/PrefixKey.sol";
import {ThingKey} from "../types/ThingKey.sol";

/// @title Keys of prefixes and things
/// @custom:source docs/formats.md, section 1
library Keys {
    /// @notice The key of a prefix.
    /// @param scheme name of the scheme, without `:`
    /// @param prefix text of the prefix
    function prefixKey(string calldata scheme, bytes calldata prefix) internal pure returns (PrefixKey) {
        return PrefixKey.wrap(keccak256(abi.encodePacked(scheme, ":", prefix)));
    }

    /// @notice The key of a thing, from its two halves.
    /// @dev Assembly hashes in the scratch space: plain Solidity would take new memory for every line of a batch
    /// (docs/decisions/0010-contracts.md).
    /// @param prefix key of the prefix
    /// @param rest keccak256 of the rest of the canonical form
    function thingKey(PrefixKey prefix, bytes32 rest) internal pure returns (ThingKey key) {
        assembly ("memory-safe") {
            mstore(0x00, prefix)
            mstore(0x20, rest)
            key := keccak256(0x00, 0x40)
        }
    }
}
