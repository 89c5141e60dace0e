// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

/// @title Published slots of `Members`
/// @dev Solidity fills a word from its last byte: fields stand here in the order from byte 31 to byte 0.
/// @custom:source docs/formats.md, section 5
abstract contract MembersStorage {
    struct OrganisationRecord {
        uint104 unused;
        uint64 admittedAt;
        uint16 keys;
        uint32 successor;
        uint32 roles;
        uint8 status;
    }

    struct KeyRecord {
        uint80 unused;
        uint64 until;
        uint64 from;
        uint16 number;
        uint32 organisation;
    }

    mapping(uint32 organisation => OrganisationRecord) internal _organisations;

    mapping(uint32 organisation => bytes32 profileHash) internal _profiles;

    mapping(address key => KeyRecord) internal _keys;

    uint256 internal _count;
}
