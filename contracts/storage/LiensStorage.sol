// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {ThingKey} from "../types/ThingKey.sol";

/// @title Published slots of `Liens`
/// @dev Solidity fills a word from its last byte: fields stand here in the order from byte 31 to byte 0.
/// @custom:source docs/formats.md, section 5
abstract contract LiensStorage {
    struct LienRecord {
        uint48 unused;
        uint64 since;
        uint64 until;
        uint32 pledgee;
        uint32 pledgor;
        uint8 kind;
        uint8 state;
    }

    mapping(bytes32 lien => LienRecord) internal _liens;

    mapping(bytes32 lien => ThingKey asset) internal _assets;

    /// @dev Amount in millionths (16 bytes) ‖ unit (16 bytes); zero stands for the whole asset, the only kind written so far.
    mapping(bytes32 lien => bytes32 quantity) internal _quantities;

    mapping(ThingKey asset => bytes32 lien) internal _encumbrances;
}
