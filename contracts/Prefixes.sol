// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {Governed} from "./governance/Governed.sol";
import {Schemes} from "./governance/Schemes.sol";
import {IDirectory} from "./interfaces/IDirectory.sol";
import {IMembers} from "./interfaces/IMembers.sol";
import {IPrefixes} from "./interfaces/IPrefixes.sol";
import {Keys} from "./libraries/Keys.sol";
import {MemberSigned} from "./signing/MemberSigned.sol";
import {PrefixesStorage} from "./storage/PrefixesStorage.sol";
import {PrefixKey} from "./types/PrefixKey.sol";

/// @title Prefixes
/// @notice Keeps who holds which identifiers.
contract Prefixes is IPrefixes, PrefixesStorage, Schemes, MemberSigned {
    uint32 private constant _EVERYONE_DEFAULT = 0x2BF2;

    /// @dev Bits 0 to 13: the first line of a thing, and each kind.
    uint32 private constant _ALL_RIGHTS = 0x3FFF;

    /// @dev Bits 1 to 13: each kind.
    uint32 private constant _ALL_KINDS = 0x3FFE;

    bytes32 private constant _GRANT =
        keccak256("Grant(string scheme,string prefix,uint32 holder,uint256 nonce,uint256 deadline)");
    bytes32 private constant _GRANT_NODE =
        keccak256("GrantNode(string scheme,string prefix,uint32 organisation,uint256 nonce,uint256 deadline)");
    bytes32 private constant _SUSPEND =
        keccak256("Suspend(string scheme,string prefix,string reason,uint256 nonce,uint256 deadline)");
    bytes32 private constant _REINSTATE =
        keccak256("Reinstate(string scheme,string prefix,string reason,uint256 nonce,uint256 deadline)");
    bytes32 private constant _REVOKE =
        keccak256("Revoke(string scheme,string prefix,string reason,uint256 nonce,uint256 deadline)");
    bytes32 private constant _SET_POLICY = keccak256(
        "SetPolicy(bytes32 prefixKey,uint32 everyone,uint32 anchorsForbidden,uint256 nonce,uint256 deadline)"
    );
    bytes32 private constant _SET_PARTNER = keccak256(
        "SetPartner(bytes32 prefixKey,uint32 organisation,uint32 mask,uint256 nonce,uint256 deadline)"
    );

    /// @dev How many longer prefixes have holders, so that a shorter one can be refused without a search.
    mapping(PrefixKey prefix => uint256 grants) private _below;

    /// @param directory the network's directory
    /// @param members the network's members
    constructor(IDirectory directory, IMembers members)
        Governed(directory)
        MemberSigned("Suyuan Prefixes", members)
    {}

    // Granting

    /// @inheritdoc IPrefixes
    function grant(string calldata scheme, string calldata prefix, uint32 holder)
        external
        returns (PrefixKey prefixKey)
    {
        return _grant(scheme, prefix, holder, _granter(scheme, prefix));
    }

    /// @inheritdoc IPrefixes
    function grantBySig(
        string calldata scheme,
        string calldata prefix,
        uint32 holder,
        Authorisation calldata authorisation
    ) external returns (PrefixKey prefixKey) {
        bytes32 structHash = keccak256(
            abi.encode(
                _GRANT,
                keccak256(bytes(scheme)),
                keccak256(bytes(prefix)),
                holder,
                authorisation.nonce,
                authorisation.deadline
            )
        );
        return _grant(scheme, prefix, holder, _signingNode(scheme, prefix, structHash, authorisation));
    }

    /// @inheritdoc IPrefixes
    function grantNode(string calldata scheme, string calldata prefix, uint32 organisation)
        external
        returns (PrefixKey prefixKey)
    {
        return _grantNode(scheme, prefix, organisation, _granter(scheme, prefix));
    }

    /// @inheritdoc IPrefixes
    function grantNodeBySig(
        string calldata scheme,
        string calldata prefix,
        uint32 organisation,
        Authorisation calldata authorisation
    ) external returns (PrefixKey prefixKey) {
        bytes32 structHash = keccak256(
            abi.encode(
                _GRANT_NODE,
                keccak256(bytes(scheme)),
                keccak256(bytes(prefix)),
                organisation,
                authorisation.nonce,
                authorisation.deadline
            )
        );
        return _grantNode(scheme, prefix, organisation, _signingNode(scheme, prefix, structHash, authorisation));
    }

    /// @inheritdoc IPrefixes
    function suspend(string calldata scheme, string calldata prefix, string calldata reason) external {
        _changeStatus(scheme, prefix, reason, GrantStatus.Suspended, _granter(scheme, prefix));
    }

    /// @inheritdoc IPrefixes
    function suspendBySig(
        string calldata scheme,
        string calldata prefix,
        string calldata reason,
        Authorisation calldata authorisation
    ) external {
        uint32 by = _signingReviewer(_SUSPEND, scheme, prefix, reason, authorisation);
        _changeStatus(scheme, prefix, reason, GrantStatus.Suspended, by);
    }

    /// @inheritdoc IPrefixes
    function reinstate(string calldata scheme, string calldata prefix, string calldata reason) external {
        _changeStatus(scheme, prefix, reason, GrantStatus.Granted, _granter(scheme, prefix));
    }

    /// @inheritdoc IPrefixes
    function reinstateBySig(
        string calldata scheme,
        string calldata prefix,
        string calldata reason,
        Authorisation calldata authorisation
    ) external {
        uint32 by = _signingReviewer(_REINSTATE, scheme, prefix, reason, authorisation);
        _changeStatus(scheme, prefix, reason, GrantStatus.Granted, by);
    }

    /// @inheritdoc IPrefixes
    function revoke(string calldata scheme, string calldata prefix, string calldata reason) external {
        _changeStatus(scheme, prefix, reason, GrantStatus.Revoked, _granter(scheme, prefix));
    }

    /// @inheritdoc IPrefixes
    function revokeBySig(
        string calldata scheme,
        string calldata prefix,
        string calldata reason,
        Authorisation calldata authorisation
    ) external {
        uint32 by = _signingReviewer(_REVOKE, scheme, prefix, reason, authorisation);
        _changeStatus(scheme, prefix, reason, GrantStatus.Revoked, by);
    }

    // What the holder decides

    /// @inheritdoc IPrefixes
    function setPolicy(PrefixKey prefixKey, uint32 everyone, uint32 anchorsForbidden) external {
        (uint32 organisation,) = _memberOf(msg.sender);
        _setPolicy(prefixKey, everyone, anchorsForbidden, organisation);
    }

    /// @inheritdoc IPrefixes
    function setPolicyBySig(
        PrefixKey prefixKey,
        uint32 everyone,
        uint32 anchorsForbidden,
        Authorisation calldata authorisation
    ) external {
        bytes32 structHash = keccak256(
            abi.encode(
                _SET_POLICY, prefixKey, everyone, anchorsForbidden, authorisation.nonce, authorisation.deadline
            )
        );
        (uint32 organisation,) = _authorise(structHash, authorisation);
        _setPolicy(prefixKey, everyone, anchorsForbidden, organisation);
    }

    /// @inheritdoc IPrefixes
    function setPartner(PrefixKey prefixKey, uint32 organisation, uint32 mask) external {
        (uint32 holder,) = _memberOf(msg.sender);
        _setPartner(prefixKey, organisation, mask, holder);
    }

    /// @inheritdoc IPrefixes
    function setPartnerBySig(
        PrefixKey prefixKey,
        uint32 organisation,
        uint32 mask,
        Authorisation calldata authorisation
    ) external {
        bytes32 structHash = keccak256(
            abi.encode(_SET_PARTNER, prefixKey, organisation, mask, authorisation.nonce, authorisation.deadline)
        );
        (uint32 holder,) = _authorise(structHash, authorisation);
        _setPartner(prefixKey, organisation, mask, holder);
    }

    // Reading

    /// @inheritdoc IPrefixes
    function rights(PrefixKey prefixKey, uint32 organisation) external view returns (uint32 mask) {
        Grant storage found = _grants[prefixKey];
        (uint8 status, uint32 holder, uint32 everyone) = (found.status, found.holder, found.everyone);
        if (status != uint8(GrantStatus.Granted)) _refuse(prefixKey, GrantStatus(status));
        if (holder == organisation) return type(uint32).max;
        return everyone | uint32(_partners[prefixKey][organisation]);
    }

    /// @inheritdoc IPrefixes
    function grantOf(PrefixKey prefixKey)
        external
        view
        returns (GrantStatus status, uint32 holder, uint32 everyone, uint32 anchorsForbidden, uint64 grantedAt)
    {
        Grant memory found = _grants[prefixKey];
        return
            (GrantStatus(found.status), found.holder, found.everyone, found.anchorsForbidden, found.grantedAt);
    }

    /// @inheritdoc IPrefixes
    function partnerMask(PrefixKey prefixKey, uint32 organisation) external view returns (uint32 mask) {
        return uint32(_partners[prefixKey][organisation]);
    }

    /// @inheritdoc IPrefixes
    function nodeOf(PrefixKey prefixKey) external view returns (uint32 organisation) {
        return _nodes[prefixKey].organisation;
    }

    // Inner workings

    function _grant(string calldata scheme, string calldata prefix, uint32 holder, uint32 by)
        private
        returns (PrefixKey prefixKey)
    {
        Scheme memory rules = _verifyText(scheme, prefix, true);
        _verifyActive(holder);
        prefixKey = Keys.prefixKey(scheme, bytes(prefix));
        Grant storage found = _grants[prefixKey];
        if (_isHeld(found)) {
            if (found.holder == holder) revert PrefixAlreadyGranted(prefixKey, holder);
            revert PrefixOverlaps(prefixKey, prefixKey);
        }
        if (_below[prefixKey] != 0) revert PrefixOverlapsBelow(prefixKey, _below[prefixKey]);
        for (uint256 end = rules.shortest; end < bytes(prefix).length; ++end) {
            if (!_isLevel(bytes(prefix), end, rules.separator)) continue;
            PrefixKey shorter = Keys.prefixKey(scheme, bytes(prefix)[:end]);
            if (_isHeld(_grants[shorter])) revert PrefixOverlaps(prefixKey, shorter);
            ++_below[shorter];
        }

        _grants[prefixKey] = Grant({
            unused: 0,
            grantedAt: uint64(block.timestamp),
            anchorsForbidden: 0,
            everyone: _EVERYONE_DEFAULT,
            holder: holder,
            status: uint8(GrantStatus.Granted)
        });
        emit PrefixGranted(prefixKey, holder, scheme, prefix, _EVERYONE_DEFAULT, by);
    }

    function _grantNode(string calldata scheme, string calldata prefix, uint32 organisation, uint32 by)
        private
        returns (PrefixKey prefixKey)
    {
        _verifyText(scheme, prefix, false);
        if (organisation != 0) _verifyActive(organisation);
        prefixKey = Keys.prefixKey(scheme, bytes(prefix));
        GrantStatus status = organisation == 0 ? GrantStatus.Revoked : GrantStatus.Granted;
        _nodes[prefixKey] = Node({unused: 0, organisation: organisation, status: uint8(status)});
        emit NodeGranted(prefixKey, organisation, scheme, prefix, by);
    }

    function _changeStatus(
        string calldata scheme,
        string calldata prefix,
        string calldata reason,
        GrantStatus status,
        uint32 by
    ) private {
        PrefixKey prefixKey = Keys.prefixKey(scheme, bytes(prefix));
        Grant storage found = _grants[prefixKey];
        if (!_isHeld(found) || found.status == uint8(status)) {
            revert GrantStatusInvalid(prefixKey, GrantStatus(found.status));
        }
        found.status = uint8(status);
        if (status == GrantStatus.Revoked) _freeShorter(scheme, bytes(prefix));
        emit GrantStatusChanged(prefixKey, status, by, reason);
    }

    function _freeShorter(string calldata scheme, bytes calldata prefix) private {
        Scheme memory rules = _rulesOf(scheme);
        for (uint256 end = rules.shortest; end < prefix.length; ++end) {
            if (_isLevel(prefix, end, rules.separator)) --_below[Keys.prefixKey(scheme, prefix[:end])];
        }
    }

    function _setPolicy(PrefixKey prefixKey, uint32 everyone, uint32 anchorsForbidden, uint32 organisation) private {
        if (everyone & ~_ALL_RIGHTS != 0) revert MaskInvalid(everyone);
        if (anchorsForbidden & ~_ALL_KINDS != 0) revert MaskInvalid(anchorsForbidden);
        Grant storage found = _verifyHolder(prefixKey, organisation);
        found.everyone = everyone;
        found.anchorsForbidden = anchorsForbidden;
        emit PolicySet(prefixKey, everyone, anchorsForbidden);
    }

    function _setPartner(PrefixKey prefixKey, uint32 organisation, uint32 mask, uint32 holder) private {
        if (mask & ~_ALL_RIGHTS != 0) revert MaskInvalid(mask);
        _verifyHolder(prefixKey, holder);
        _standingOf(organisation);
        _partners[prefixKey][organisation] = mask;
        emit PartnerSet(prefixKey, organisation, mask);
    }

    /// @dev The organisation for which the caller grants: zero for the authority, else a node above the prefix.
    function _granter(string calldata scheme, string calldata prefix) private view returns (uint32 by) {
        if (_isAuthority(msg.sender)) return 0;
        (by,) = _memberOf(msg.sender);
        _verifyNodeAbove(scheme, prefix, by, msg.sender);
    }

    function _signingNode(
        string calldata scheme,
        string calldata prefix,
        bytes32 structHash,
        Authorisation calldata authorisation
    ) private returns (uint32 by) {
        (by,) = _authorise(structHash, authorisation);
        _verifyNodeAbove(scheme, prefix, by, authorisation.signer);
    }

    function _signingReviewer(
        bytes32 typeHash,
        string calldata scheme,
        string calldata prefix,
        string calldata reason,
        Authorisation calldata authorisation
    ) private returns (uint32 by) {
        bytes32 structHash = keccak256(
            abi.encode(
                typeHash,
                keccak256(bytes(scheme)),
                keccak256(bytes(prefix)),
                keccak256(bytes(reason)),
                authorisation.nonce,
                authorisation.deadline
            )
        );
        return _signingNode(scheme, prefix, structHash, authorisation);
    }

    function _verifyNodeAbove(string calldata scheme, string calldata prefix, uint32 organisation, address caller)
        private
        view
    {
        Scheme memory rules = _verifyText(scheme, prefix, false);
        for (uint256 end = 1; end < bytes(prefix).length; ++end) {
            if (!_isLevel(bytes(prefix), end, rules.separator)) continue;
            if (_nodes[Keys.prefixKey(scheme, bytes(prefix)[:end])].organisation == organisation) return;
        }
        revert NodeRequired(Keys.prefixKey(scheme, bytes(prefix)), caller);
    }

    function _verifyHolder(PrefixKey prefixKey, uint32 organisation) private view returns (Grant storage found) {
        found = _grants[prefixKey];
        if (!_isHeld(found)) _refuse(prefixKey, GrantStatus(found.status));
        if (found.holder != organisation) revert HolderRequired(prefixKey, organisation);
    }

    function _refuse(PrefixKey prefixKey, GrantStatus status) private pure {
        if (status == GrantStatus.Suspended) revert PrefixSuspended(prefixKey);
        if (status == GrantStatus.Revoked) revert PrefixRevoked(prefixKey);
        revert PrefixNotGranted(prefixKey);
    }

    /// @dev A suspended prefix still has its holder, and still stands in the way of others.
    function _isHeld(Grant storage found) private view returns (bool) {
        return found.status == uint8(GrantStatus.Granted) || found.status == uint8(GrantStatus.Suspended);
    }
}
