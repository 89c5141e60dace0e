// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {ThingKey} from "../types/ThingKey.sol";

/// @title Published slots of `Ledger`
/// @dev Solidity fills a word from its last byte: fields stand here in the order from byte 31 to byte 0.
/// @custom:source docs/formats.md, section 5
abstract contract LedgerStorage {
    /// @dev One word in a struct, so that its place is computed once for reading and writing.
    struct Head {
        bytes32 value;
    }

    struct StateRecord {
        uint152 unused;
        uint64 since;
        uint32 organisation;
        uint8 state;
    }

    mapping(ThingKey key => Head) internal _heads;

    mapping(ThingKey key => StateRecord) internal _states;

    mapping(uint32 organisation => mapping(uint32 stream => uint256 count)) internal _counts;

    mapping(uint32 organisation => mapping(uint32 stream => mapping(uint64 number => bytes32 root))) internal _anchors;
}
