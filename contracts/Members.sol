// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {Governed} from "./governance/Governed.sol";
import {IDirectory} from "./interfaces/IDirectory.sol";
import {IMembers} from "./interfaces/IMembers.sol";
import {Signed} from "./signing/Signed.sol";
import {MembersStorage} from "./storage/MembersStorage.sol";

/// @title Members
/// @notice Keeps organisations and their keys.
contract Members is IMembers, MembersStorage, Governed, Signed {
    uint32 private constant _ALL_ROLES = 0x3FF;

    bytes32 private constant _ADD_KEY = keccak256(
        "AddKey(uint32 organisation,address key,uint64 from,uint64 until,uint256 nonce,uint256 deadline)"
    );
    bytes32 private constant _CLOSE_KEY =
        keccak256("CloseKey(address key,uint64 until,uint256 nonce,uint256 deadline)");
    bytes32 private constant _ROTATE_KEY = keccak256("RotateKey(address newKey,uint256 nonce,uint256 deadline)");

    /// @param directory the network's directory
    constructor(IDirectory directory) Governed(directory) Signed("Suyuan Members") {}

    // Organisations

    /// @inheritdoc IMembers
    function admit(bytes calldata profile, uint32 roles, address key)
        external
        onlyAuthority
        returns (uint32 organisation)
    {
        _verifyRoles(roles);
        organisation = uint32(++_count);
        bytes32 profileHash = keccak256(profile);
        _organisations[organisation] = OrganisationRecord({
            unused: 0,
            admittedAt: uint64(block.timestamp),
            keys: 0,
            successor: 0,
            roles: roles,
            status: uint8(Standing.Active)
        });
        _profiles[organisation] = profileHash;
        emit OrganisationAdmitted(organisation, roles, profileHash, profile);
        _addKey(organisation, key, 0, 0);
    }

    /// @inheritdoc IMembers
    function suspend(uint32 organisation, string calldata reason) external onlyAuthority {
        _setStanding(organisation, Standing.Suspended, reason);
    }

    /// @inheritdoc IMembers
    function reinstate(uint32 organisation, string calldata reason) external onlyAuthority {
        _setStanding(organisation, Standing.Active, reason);
    }

    /// @inheritdoc IMembers
    function setRoles(uint32 organisation, uint32 roles) external onlyAuthority {
        _verifyKnown(organisation);
        _verifyRoles(roles);
        _organisations[organisation].roles = roles;
        emit RolesChanged(organisation, roles);
    }

    /// @inheritdoc IMembers
    function setProfile(uint32 organisation, bytes calldata profile) external onlyAuthority {
        _verifyKnown(organisation);
        bytes32 profileHash = keccak256(profile);
        _profiles[organisation] = profileHash;
        emit ProfileChanged(organisation, profileHash, profile);
    }

    /// @inheritdoc IMembers
    function setSuccessor(uint32 organisation, uint32 successor) external onlyAuthority {
        _verifyKnown(organisation);
        if (successor != 0) _verifyKnown(successor);
        if (successor == organisation) revert SuccessorInvalid(organisation, successor);
        _organisations[organisation].successor = successor;
        emit SuccessorNamed(organisation, successor);
    }

    // Keys

    /// @inheritdoc IMembers
    function addKey(uint32 organisation, address key, uint64 from, uint64 until) external {
        if (!_isAuthority(msg.sender)) _verifySame(organisation, _organisationOf(msg.sender));
        _addKey(organisation, key, from, until);
    }

    /// @inheritdoc IMembers
    function addKeyBySig(
        uint32 organisation,
        address key,
        uint64 from,
        uint64 until,
        Authorisation calldata authorisation
    ) external {
        bytes32 structHash = keccak256(
            abi.encode(
                _ADD_KEY, organisation, key, from, until, authorisation.nonce, authorisation.deadline
            )
        );
        (uint32 signer,) = _authorise(structHash, authorisation);
        _verifySame(organisation, signer);
        _addKey(organisation, key, from, until);
    }

    /// @inheritdoc IMembers
    function closeKey(address key, uint64 until) external {
        if (!_isAuthority(msg.sender)) _verifySame(_knownKey(key), _organisationOf(msg.sender));
        _closeKey(key, until);
    }

    /// @inheritdoc IMembers
    function closeKeyBySig(address key, uint64 until, Authorisation calldata authorisation) external {
        bytes32 structHash =
            keccak256(abi.encode(_CLOSE_KEY, key, until, authorisation.nonce, authorisation.deadline));
        (uint32 signer,) = _authorise(structHash, authorisation);
        _verifySame(_knownKey(key), signer);
        _closeKey(key, until);
    }

    /// @inheritdoc IMembers
    function rotateKey(address newKey) external {
        _rotateKey(_organisationOf(msg.sender), msg.sender, newKey);
    }

    /// @inheritdoc IMembers
    function rotateKeyBySig(address newKey, Authorisation calldata authorisation) external {
        bytes32 structHash =
            keccak256(abi.encode(_ROTATE_KEY, newKey, authorisation.nonce, authorisation.deadline));
        (uint32 signer,) = _authorise(structHash, authorisation);
        _rotateKey(signer, authorisation.signer, newKey);
    }

    // Reading

    /// @inheritdoc IMembers
    function member(address key) public view returns (uint32 organisation, uint16 keyNumber) {
        KeyRecord storage found = _keys[key];
        uint64 from;
        uint64 until;
        (organisation, keyNumber, from, until) = (found.organisation, found.number, found.from, found.until);
        if (organisation == 0) revert KeyUnknown(key);
        if (block.timestamp < from) revert KeyNotYetValid(key, from);
        if (until != 0 && block.timestamp > until) revert KeyExpired(key, until);
        if (_organisations[organisation].status != uint8(Standing.Active)) revert OrganisationSuspended(organisation);
    }

    /// @inheritdoc IMembers
    function hasRole(uint32 organisation, uint32 roles) external view returns (bool) {
        OrganisationRecord storage found = _organisations[organisation];
        return found.status == uint8(Standing.Active) && found.roles & roles == roles;
    }

    /// @inheritdoc IMembers
    function answersFor(uint32 actor, uint32 organisation) external view returns (bool) {
        if (actor == 0) return false;
        return actor == organisation || actor == _organisations[organisation].successor;
    }

    /// @inheritdoc IMembers
    function record(uint32 organisation)
        external
        view
        returns (Standing standing, uint32 roles, uint32 successor, uint16 keys, uint64 admittedAt, bytes32 profileHash)
    {
        OrganisationRecord memory found = _organisations[organisation];
        return (
            Standing(found.status), found.roles, found.successor, found.keys, found.admittedAt, _profiles[organisation]
        );
    }

    /// @inheritdoc IMembers
    function keyRecord(address key)
        external
        view
        returns (uint32 organisation, uint16 keyNumber, uint64 from, uint64 until)
    {
        KeyRecord memory found = _keys[key];
        return (found.organisation, found.number, found.from, found.until);
    }

    /// @inheritdoc IMembers
    function count() external view returns (uint32 organisations) {
        return uint32(_count);
    }

    // Inner workings

    function _setStanding(uint32 organisation, Standing standing, string calldata reason) private {
        _verifyKnown(organisation);
        OrganisationRecord storage found = _organisations[organisation];
        if (found.status == uint8(standing)) revert StandingUnchanged(organisation, standing);
        found.status = uint8(standing);
        emit StandingChanged(organisation, standing, reason);
    }

    function _addKey(uint32 organisation, address key, uint64 from, uint64 until) private {
        _verifyKnown(organisation);
        if (key == address(0)) revert KeyInvalid(key);
        uint32 taken = _keys[key].organisation;
        if (taken != 0) revert KeyTaken(key, taken);
        if (from < block.timestamp) from = uint64(block.timestamp);
        if (until != 0 && until < from) revert KeyPeriodInvalid(key, from, until);

        uint16 number = ++_organisations[organisation].keys;
        _keys[key] = KeyRecord({unused: 0, until: until, from: from, number: number, organisation: organisation});
        emit KeyAdded(organisation, number, key, from, until);
    }

    function _closeKey(address key, uint64 until) private {
        KeyRecord storage found = _keys[key];
        uint32 organisation = _knownKey(key);
        if (until == 0) until = uint64(block.timestamp);
        uint64 open = found.until;
        if (until < block.timestamp || (open != 0 && until > open)) revert KeyPeriodInvalid(key, found.from, until);

        found.until = until;
        emit KeyClosed(organisation, found.number, key, until);
    }

    function _rotateKey(uint32 organisation, address key, address newKey) private {
        _closeKey(key, 0);
        _addKey(organisation, newKey, 0, 0);
    }

    function _memberOf(address key) internal view override returns (uint32 organisation, uint16 keyNumber) {
        return member(key);
    }

    function _organisationOf(address key) private view returns (uint32 organisation) {
        (organisation,) = member(key);
    }

    function _knownKey(address key) private view returns (uint32 organisation) {
        organisation = _keys[key].organisation;
        if (organisation == 0) revert KeyUnknown(key);
    }

    function _verifyKnown(uint32 organisation) private view {
        if (_organisations[organisation].status == uint8(Standing.Unknown)) revert OrganisationUnknown(organisation);
    }

    function _verifySame(uint32 organisation, uint32 caller) private pure {
        if (organisation != caller) revert KeyOfAnotherOrganisation(organisation, caller);
    }

    function _verifyRoles(uint32 roles) private pure {
        if (roles & ~_ALL_ROLES != 0) revert RolesInvalid(roles);
    }
}
