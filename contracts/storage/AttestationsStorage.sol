// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

/// @title Published slots of `Attestations`
/// @dev Solidity fills a word from its last byte: fields stand here in the order from byte 31 to byte 0.
/// @custom:source docs/formats.md, section 5
abstract contract AttestationsStorage {
    struct SchemaRecord {
        uint160 unused;
        uint64 registeredAt;
        uint32 organisation;
    }

    struct AttestationRecord {
        uint72 unused;
        uint64 expires;
        uint64 issuedAt;
        uint16 keyNumber;
        uint32 organisation;
        uint8 status;
    }

    mapping(bytes32 schemaId => SchemaRecord) internal _schemas;

    mapping(bytes32 id => AttestationRecord) internal _attestations;

    mapping(bytes32 id => bytes32 successor) internal _successors;
}
