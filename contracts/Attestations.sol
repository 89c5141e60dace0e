// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {IAttestations} from "./interfaces/IAttestations.sol";
import {IMembers} from "./interfaces/IMembers.sol";
import {MemberSigned} from "./signing/MemberSigned.sol";
import {AttestationsStorage} from "./storage/AttestationsStorage.sol";
import {ThingKey} from "./types/ThingKey.sol";

/// @title Attestations
/// @notice Keeps statements that organisations answer for.
contract Attestations is IAttestations, AttestationsStorage, MemberSigned {
    /// @dev An organisation and which of its keys wrote.
    struct Writer {
        uint32 organisation;
        uint16 keyNumber;
    }

    /// @dev Values of byte 0 of an attestation's slot.
    uint8 private constant _ISSUED = 1;
    uint8 private constant _REVOKED = 2;
    uint8 private constant _SUPERSEDED = 3;

    bytes32 private constant _STATEMENT =
        keccak256("Statement(bytes32 schemaId,bytes32 subject,bytes32 commitment,uint64 expires)");
    bytes32 private constant _REGISTER_SCHEMA =
        keccak256("RegisterSchema(bytes schema,uint256 nonce,uint256 deadline)");
    bytes32 private constant _ATTEST = keccak256(
        "Attest(Statement statement,uint256 nonce,uint256 deadline)Statement(bytes32 schemaId,bytes32 subject,bytes32 commitment,uint64 expires)"
    );
    bytes32 private constant _ATTEST_MANY = keccak256(
        "AttestMany(Statement[] statements,uint256 nonce,uint256 deadline)Statement(bytes32 schemaId,bytes32 subject,bytes32 commitment,uint64 expires)"
    );
    bytes32 private constant _REVOKE = keccak256("Revoke(bytes32 id,uint256 nonce,uint256 deadline)");
    bytes32 private constant _SUPERSEDE = keccak256(
        "Supersede(bytes32 id,bytes32 replaced,Statement statement,uint256 nonce,uint256 deadline)Statement(bytes32 schemaId,bytes32 subject,bytes32 commitment,uint64 expires)"
    );

    /// @param members the network's members
    constructor(IMembers members) MemberSigned("Suyuan Attestations", members) {}

    // Writing

    /// @inheritdoc IAttestations
    function registerSchema(bytes calldata schema) external returns (bytes32 schemaId) {
        return _registerSchema(schema, _writer(msg.sender));
    }

    /// @inheritdoc IAttestations
    function registerSchemaBySig(bytes calldata schema, Authorisation calldata authorisation)
        external
        returns (bytes32 schemaId)
    {
        bytes32 structHash = keccak256(
            abi.encode(_REGISTER_SCHEMA, keccak256(schema), authorisation.nonce, authorisation.deadline)
        );
        return _registerSchema(schema, _signer(structHash, authorisation));
    }

    /// @inheritdoc IAttestations
    function attest(bytes32 schemaId, ThingKey subject, bytes32 commitment, uint64 expires)
        external
        returns (bytes32 id)
    {
        return _attest(Statement(schemaId, subject, commitment, expires), _writer(msg.sender));
    }

    /// @inheritdoc IAttestations
    function attestBySig(Statement calldata statement, Authorisation calldata authorisation)
        external
        returns (bytes32 id)
    {
        bytes32 structHash = keccak256(
            abi.encode(_ATTEST, _statementHash(statement), authorisation.nonce, authorisation.deadline)
        );
        return _attest(statement, _signer(structHash, authorisation));
    }

    /// @inheritdoc IAttestations
    function attestMany(Statement[] calldata statements) external returns (bytes32[] memory ids) {
        return _attestMany(statements, _writer(msg.sender));
    }

    /// @inheritdoc IAttestations
    function attestManyBySig(Statement[] calldata statements, Authorisation calldata authorisation)
        external
        returns (bytes32[] memory ids)
    {
        bytes32[] memory hashes = new bytes32[](statements.length);
        for (uint256 i = 0; i < statements.length; ++i) {
            hashes[i] = _statementHash(statements[i]);
        }
        bytes32 structHash = keccak256(
            abi.encode(
                _ATTEST_MANY, keccak256(abi.encodePacked(hashes)), authorisation.nonce, authorisation.deadline
            )
        );
        return _attestMany(statements, _signer(structHash, authorisation));
    }

    /// @inheritdoc IAttestations
    function revoke(bytes32 id) external {
        _revoke(id, _writer(msg.sender).organisation);
    }

    /// @inheritdoc IAttestations
    function revokeBySig(bytes32 id, Authorisation calldata authorisation) external {
        bytes32 structHash = keccak256(abi.encode(_REVOKE, id, authorisation.nonce, authorisation.deadline));
        _revoke(id, _signer(structHash, authorisation).organisation);
    }

    /// @inheritdoc IAttestations
    function supersede(bytes32 id, bytes32 replaced, Statement calldata statement)
        external
        returns (bytes32 successor)
    {
        return _supersede(id, replaced, statement, _writer(msg.sender));
    }

    /// @inheritdoc IAttestations
    function supersedeBySig(
        bytes32 id,
        bytes32 replaced,
        Statement calldata statement,
        Authorisation calldata authorisation
    ) external returns (bytes32 successor) {
        bytes32 structHash = keccak256(
            abi.encode(
                _SUPERSEDE, id, replaced, _statementHash(statement), authorisation.nonce, authorisation.deadline
            )
        );
        return _supersede(id, replaced, statement, _signer(structHash, authorisation));
    }

    // Reading

    /// @inheritdoc IAttestations
    function status(bytes32 id) public view returns (Status) {
        AttestationRecord memory found = _attestations[id];
        if (found.status == 0) return Status.Unknown;
        if (found.status == _REVOKED) return Status.Revoked;
        if (found.status == _SUPERSEDED) return Status.Superseded;
        if (found.expires != 0 && block.timestamp > found.expires) return Status.Expired;
        if (!MEMBERS.hasRole(found.organisation, 0)) return Status.IssuerSuspended;
        return Status.Active;
    }

    /// @inheritdoc IAttestations
    function attestationOf(bytes32 id)
        external
        view
        returns (uint32 organisation, uint16 keyNumber, uint64 issuedAt, uint64 expires, bytes32 successor)
    {
        AttestationRecord memory found = _attestations[id];
        return (found.organisation, found.keyNumber, found.issuedAt, found.expires, _successors[id]);
    }

    /// @inheritdoc IAttestations
    function schemaOf(bytes32 schemaId) external view returns (uint32 organisation, uint64 registeredAt) {
        SchemaRecord storage found = _schemas[schemaId];
        return (found.organisation, found.registeredAt);
    }

    /// @inheritdoc IAttestations
    function idOf(bytes32 schemaId, ThingKey subject, uint32 organisation, bytes32 commitment)
        public
        pure
        returns (bytes32 id)
    {
        return keccak256(abi.encode(schemaId, subject, organisation, commitment));
    }

    // Inner workings

    function _registerSchema(bytes calldata schema, Writer memory writer) private returns (bytes32 schemaId) {
        if (schema.length == 0) revert SchemaEmpty();
        schemaId = keccak256(schema);
        uint32 registrant = _schemas[schemaId].organisation;
        if (registrant != 0) revert SchemaExists(schemaId, registrant);
        _schemas[schemaId] =
            SchemaRecord({unused: 0, registeredAt: uint64(block.timestamp), organisation: writer.organisation});
        emit SchemaRegistered(schemaId, writer.organisation, schema);
    }

    function _attestMany(Statement[] calldata statements, Writer memory writer)
        private
        returns (bytes32[] memory ids)
    {
        ids = new bytes32[](statements.length);
        for (uint256 i = 0; i < statements.length; ++i) {
            ids[i] = _attest(statements[i], writer);
        }
    }

    function _attest(Statement memory statement, Writer memory writer) private returns (bytes32 id) {
        if (_schemas[statement.schemaId].organisation == 0) revert SchemaUnknown(statement.schemaId);
        if (statement.expires != 0 && statement.expires < block.timestamp) {
            revert ExpiryPassed(statement.expires, uint64(block.timestamp));
        }
        id = idOf(statement.schemaId, statement.subject, writer.organisation, statement.commitment);
        if (_attestations[id].status != 0) revert AttestationExists(id, status(id));

        _attestations[id] = AttestationRecord({
            unused: 0,
            expires: statement.expires,
            issuedAt: uint64(block.timestamp),
            keyNumber: writer.keyNumber,
            organisation: writer.organisation,
            status: _ISSUED
        });
        emit Attested(
            id,
            statement.schemaId,
            statement.subject,
            writer.organisation,
            writer.keyNumber,
            statement.commitment,
            statement.expires
        );
    }

    function _revoke(bytes32 id, uint32 organisation) private {
        _verifyOpen(id, organisation);
        _attestations[id].status = _REVOKED;
        emit AttestationRevoked(id, organisation);
    }

    function _supersede(bytes32 id, bytes32 replaced, Statement calldata statement, Writer memory writer)
        private
        returns (bytes32 successor)
    {
        uint32 issuer = _verifyOpen(id, writer.organisation);
        if (idOf(statement.schemaId, statement.subject, issuer, replaced) != id) revert AttestationMismatch(id);
        successor = _attest(statement, writer);
        _attestations[id].status = _SUPERSEDED;
        _successors[id] = successor;
        emit AttestationSuperseded(id, successor, writer.organisation);
    }

    /// @dev Refuses an attestation that another organisation answers for, or that is revoked or replaced already.
    function _verifyOpen(bytes32 id, uint32 organisation) private view returns (uint32 issuer) {
        AttestationRecord memory found = _attestations[id];
        issuer = found.organisation;
        if (found.status == 0) revert AttestationUnknown(id);
        if (!MEMBERS.answersFor(organisation, issuer)) revert AttestationOfAnother(id, issuer, organisation);
        if (found.status != _ISSUED) revert AttestationClosed(id, status(id));
    }

    function _writer(address key) private view returns (Writer memory) {
        (uint32 organisation, uint16 keyNumber) = _memberOf(key);
        return Writer(organisation, keyNumber);
    }

    function _signer(bytes32 structHash, Authorisation calldata authorisation) private returns (Writer memory) {
        (uint32 organisation, uint16 keyNumber) = _authorise(structHash, authorisation);
        return Writer(organisation, keyNumber);
    }

    function _statementHash(Statement calldata statement) private pure returns (bytes32) {
        return keccak256(
            abi.encode(_STATEMENT, statement.schemaId, statement.subject, statement.commitment, statement.expires)
        );
    }
}
