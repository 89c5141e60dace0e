// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {ThingKey} from "../types/ThingKey.sol";
import {ISigned} from "./ISigned.sol";

/// @title Statements that organisations answer for
/// @notice An attestation is a commitment to a statement about a subject, in force until it expires, is revoked or is replaced.
/// @dev Schemas, attestations and successors are a published storage format (docs/formats.md, section 5).
/// Warning: that an attestation exists says nothing; ask `status`.
interface IAttestations is ISigned {
    /// @notice What an attestation is worth now.
    enum Status {
        Unknown,
        Active,
        Expired,
        Revoked,
        Superseded,
        IssuerSuspended
    }

    /// @notice A statement to be attested.
    /// @param schemaId registered schema
    /// @param subject key of the thing, class, place or party it is about
    /// @param commitment root of the tree over the statement (docs/formats.md, section 4)
    /// @param expires last second in force, in Unix time; zero for never
    struct Statement {
        bytes32 schemaId;
        ThingKey subject;
        bytes32 commitment;
        uint64 expires;
    }

    /// @notice A schema was registered; its text is RFC 8785 JSON.
    event SchemaRegistered(bytes32 indexed schemaId, uint32 indexed organisation, bytes schema);

    /// @notice An attestation was issued.
    event Attested(
        bytes32 indexed id,
        bytes32 indexed schemaId,
        ThingKey indexed subject,
        uint32 organisation,
        uint16 keyNumber,
        bytes32 commitment,
        uint64 expires
    );

    /// @notice An attestation was revoked.
    event AttestationRevoked(bytes32 indexed id, uint32 indexed organisation);

    /// @notice An attestation was replaced by another, issued just before.
    event AttestationSuperseded(bytes32 indexed id, bytes32 indexed successor, uint32 indexed organisation);

    /// @notice The schema is not registered.
    error SchemaUnknown(bytes32 schemaId);

    /// @notice The schema is registered already.
    error SchemaExists(bytes32 schemaId, uint32 organisation);

    /// @notice The schema has no text.
    error SchemaEmpty();

    /// @notice No attestation has this id.
    error AttestationUnknown(bytes32 id);

    /// @notice The same organisation attested the same commitment already; revoked or replaced, it stays so.
    error AttestationExists(bytes32 id, Status status);

    /// @notice Only the organisation that issued the attestation, or its successor, may do this.
    error AttestationOfAnother(bytes32 id, uint32 issuer, uint32 organisation);

    /// @notice The attestation is revoked or replaced already.
    error AttestationClosed(bytes32 id, Status status);

    /// @notice The parts given do not make up this attestation's id.
    error AttestationMismatch(bytes32 id);

    /// @notice The end lies in the past.
    error ExpiryPassed(uint64 expires, uint64 time);

    /// @notice Registers a schema under the keccak256 of its text.
    /// @param schema RFC 8785 JSON
    function registerSchema(bytes calldata schema) external returns (bytes32 schemaId);

    /// @notice Twin of `registerSchema`.
    function registerSchemaBySig(bytes calldata schema, Authorisation calldata authorisation)
        external
        returns (bytes32 schemaId);

    /// @notice Issues an attestation for the caller's organisation.
    /// @return id `keccak256(schema id ‖ subject ‖ organisation (32) ‖ commitment)`
    function attest(bytes32 schemaId, ThingKey subject, bytes32 commitment, uint64 expires)
        external
        returns (bytes32 id);

    /// @notice Twin of `attest`.
    function attestBySig(Statement calldata statement, Authorisation calldata authorisation)
        external
        returns (bytes32 id);

    /// @notice Issues many attestations in one write; all or none.
    function attestMany(Statement[] calldata statements) external returns (bytes32[] memory ids);

    /// @notice Twin of `attestMany`.
    function attestManyBySig(Statement[] calldata statements, Authorisation calldata authorisation)
        external
        returns (bytes32[] memory ids);

    /// @notice Revokes an attestation for good; for any valid key of the issuing organisation or its successor.
    function revoke(bytes32 id) external;

    /// @notice Twin of `revoke`.
    function revokeBySig(bytes32 id, Authorisation calldata authorisation) external;

    /// @notice Replaces an attestation by one on the same subject under the same schema.
    /// @param id the attestation to replace
    /// @param replaced its commitment
    /// @param statement what is attested instead; schema and subject must be those of `id`
    /// @return successor id of the new attestation
    function supersede(bytes32 id, bytes32 replaced, Statement calldata statement) external returns (bytes32 successor);

    /// @notice Twin of `supersede`.
    function supersedeBySig(
        bytes32 id,
        bytes32 replaced,
        Statement calldata statement,
        Authorisation calldata authorisation
    ) external returns (bytes32 successor);

    /// @notice What an attestation is worth now.
    /// @dev Never `Active` for one that is revoked, replaced or expired, or whose issuer is suspended.
    function status(bytes32 id) external view returns (Status);

    /// @notice The record of an attestation; zero throughout if there is none. Says nothing of its worth.
    function attestationOf(bytes32 id)
        external
        view
        returns (uint32 organisation, uint16 keyNumber, uint64 issuedAt, uint64 expires, bytes32 successor);

    /// @notice Who registered a schema and when; zero if nobody did.
    function schemaOf(bytes32 schemaId) external view returns (uint32 organisation, uint64 registeredAt);

    /// @notice The id that an attestation has.
    function idOf(bytes32 schemaId, ThingKey subject, uint32 organisation, bytes32 commitment)
        external
        pure
        returns (bytes32 id);
}
