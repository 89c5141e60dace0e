// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {PrefixKey} from "../types/PrefixKey.sol";

/// @title Published slots of `Prefixes`
/// @dev Solidity fills a word from its last byte: fields stand here in the order from byte 31 to byte 0.
/// @custom:source docs/formats.md, section 5
abstract contract PrefixesStorage {
    struct Grant {
        uint88 unused;
        uint64 grantedAt;
        uint32 anchorsForbidden;
        uint32 everyone;
        uint32 holder;
        uint8 status;
    }

    struct Node {
        uint216 unused;
        uint32 organisation;
        uint8 status;
    }

    mapping(PrefixKey prefix => Grant) internal _grants;

    mapping(PrefixKey prefix => mapping(uint32 organisation => uint256 mask)) internal _partners;

    mapping(PrefixKey prefix => Node) internal _nodes;
}
