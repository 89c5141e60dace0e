// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {PrefixKey} from "../types/PrefixKey.sol";
import {ISigned} from "./ISigned.sol";

/// @title Who holds which identifiers
/// @notice A prefix (a GS1 company prefix, an industrial-internet identifier prefix, a credit code) has one holder, so that every
/// code has exactly one holder.
/// @dev Grants, partner masks and nodes are a published storage format (docs/formats.md, section 5).
/// A right is bit *kind* of a mask, bit 0 the right to write the first line of a thing (docs/formats.md, section 2).
interface IPrefixes is ISigned {
    /// @notice State of a grant. A prefix that was never granted reads as `Unknown`.
    enum GrantStatus {
        Unknown,
        Granted,
        Suspended,
        Revoked
    }

    /// @notice A scheme of identifiers can now be granted from. `separator` zero: every character is a level.
    event SchemeRegistered(string scheme, bytes1 separator, uint8 shortest, uint8 longest);

    /// @notice A prefix has a holder.
    event PrefixGranted(
        PrefixKey indexed prefixKey, uint32 indexed holder, string scheme, string prefix, uint32 everyone, uint32 by
    );

    /// @notice A grant was suspended (nothing can be written under the prefix), reinstated or revoked (it has no holder any more).
    /// `by` is the node's organisation, zero for the authority.
    event GrantStatusChanged(PrefixKey indexed prefixKey, GrantStatus status, uint32 by, string reason);

    /// @notice An organisation may grant below the prefix (which is not holding it). Zero: nobody may any more.
    event NodeGranted(PrefixKey indexed prefixKey, uint32 indexed organisation, string scheme, string prefix, uint32 by);

    /// @notice The holder changed what everyone may do under its prefix.
    event PolicySet(PrefixKey indexed prefixKey, uint32 everyone, uint32 anchorsForbidden);

    /// @notice The holder changed what one organisation may do beyond everyone.
    event PartnerSet(PrefixKey indexed prefixKey, uint32 indexed organisation, uint32 mask);

    /// @notice The scheme is not registered.
    error SchemeUnknown(string scheme);

    /// @notice The scheme is registered already.
    error SchemeExists(string scheme);

    /// @notice A scheme's name is 1 to 16 characters a-z, 0-9; its lengths are 1 to 64, shortest first.
    error SchemeMalformed(string scheme, uint8 shortest, uint8 longest);

    /// @notice The prefix is too short, too long, has an empty segment or a character that is not printable ASCII.
    error PrefixMalformed(string scheme, string prefix);

    /// @notice The prefix is granted to this holder already.
    error PrefixAlreadyGranted(PrefixKey prefixKey, uint32 holder);

    /// @notice A shorter prefix that contains this one has a holder.
    error PrefixOverlaps(PrefixKey prefixKey, PrefixKey other);

    /// @notice Longer prefixes that this one contains have holders.
    error PrefixOverlapsBelow(PrefixKey prefixKey, uint256 grants);

    /// @notice The prefix was never granted.
    error PrefixNotGranted(PrefixKey prefixKey);

    /// @notice The prefix is suspended.
    error PrefixSuspended(PrefixKey prefixKey);

    /// @notice The grant was revoked.
    error PrefixRevoked(PrefixKey prefixKey);

    /// @notice The grant has the status already that the change would give it, or cannot come to it.
    error GrantStatusInvalid(PrefixKey prefixKey, GrantStatus status);

    /// @notice Only the authority, or the node above the prefix, may do this.
    error NodeRequired(PrefixKey prefixKey, address caller);

    /// @notice Only the holder of the prefix may do this.
    error HolderRequired(PrefixKey prefixKey, uint32 organisation);

    /// @notice The mask holds a bit that is no right.
    error MaskInvalid(uint32 mask);

    /// @notice Registers a scheme; only for the authority.
    /// @dev Levels decide what overlaps. With separator zero each longer text is below each shorter one (`gs1`), with a
    /// separator a text is below another if that is followed by the separator (`88.118` contains `88.118.8`, not `88.1189`).
    /// @param scheme 1 to 16 characters a-z, 0-9
    /// @param separator character between levels, or zero
    /// @param shortest least characters of a granted prefix (a node may be shorter)
    /// @param longest most characters of a granted prefix, at most 64
    function registerScheme(string calldata scheme, bytes1 separator, uint8 shortest, uint8 longest) external;

    /// @notice Grants a prefix; for the authority or the node above.
    /// @dev Warning: after a revocation the same prefix can be granted again. The new holder starts with the default policy;
    /// the partners named by the holder before are still in force and listed by their `PartnerSet` events.
    /// @param scheme registered scheme
    /// @param prefix text of the prefix, leading zeros kept
    /// @param holder active organisation
    /// @return prefixKey key of the prefix
    function grant(string calldata scheme, string calldata prefix, uint32 holder) external returns (PrefixKey prefixKey);

    /// @notice Twin of `grant` for a signed write of a node.
    function grantBySig(
        string calldata scheme,
        string calldata prefix,
        uint32 holder,
        Authorisation calldata authorisation
    ) external returns (PrefixKey prefixKey);

    /// @notice Lets an organisation grant below a prefix; for the authority or the node above. It gets no right to write.
    /// @param organisation active organisation, or zero to take the right back
    function grantNode(string calldata scheme, string calldata prefix, uint32 organisation)
        external
        returns (PrefixKey prefixKey);

    /// @notice Twin of `grantNode` for a signed write of a node.
    function grantNodeBySig(
        string calldata scheme,
        string calldata prefix,
        uint32 organisation,
        Authorisation calldata authorisation
    ) external returns (PrefixKey prefixKey);

    /// @notice Stops all writing under a prefix; for the authority or the node above.
    /// @param reason short public text
    function suspend(string calldata scheme, string calldata prefix, string calldata reason) external;

    /// @notice Twin of `suspend` for a signed write of a node.
    function suspendBySig(
        string calldata scheme,
        string calldata prefix,
        string calldata reason,
        Authorisation calldata authorisation
    ) external;

    /// @notice Lets a suspended prefix be used again; for the authority or the node above.
    /// @param reason short public text
    function reinstate(string calldata scheme, string calldata prefix, string calldata reason) external;

    /// @notice Twin of `reinstate` for a signed write of a node.
    function reinstateBySig(
        string calldata scheme,
        string calldata prefix,
        string calldata reason,
        Authorisation calldata authorisation
    ) external;

    /// @notice Takes the prefix from its holder; for the authority or the node above. It no longer stands in the way of others.
    /// @param reason short public text
    function revoke(string calldata scheme, string calldata prefix, string calldata reason) external;

    /// @notice Twin of `revoke` for a signed write of a node.
    function revokeBySig(
        string calldata scheme,
        string calldata prefix,
        string calldata reason,
        Authorisation calldata authorisation
    ) external;

    /// @notice Sets what everyone may do under the caller's prefix, and which kinds may not be anchored.
    /// @param everyone mask of rights; zero closes the prefix to all but its partners
    /// @param anchorsForbidden mask of kinds; an anchored event of such a kind does not count for a thing of the prefix
    function setPolicy(PrefixKey prefixKey, uint32 everyone, uint32 anchorsForbidden) external;

    /// @notice Twin of `setPolicy` for a signed write of the holder.
    function setPolicyBySig(
        PrefixKey prefixKey,
        uint32 everyone,
        uint32 anchorsForbidden,
        Authorisation calldata authorisation
    ) external;

    /// @notice Sets what one organisation may do under the caller's prefix, beyond what everyone may.
    /// @param organisation known organisation
    /// @param mask mask of rights
    function setPartner(PrefixKey prefixKey, uint32 organisation, uint32 mask) external;

    /// @notice Twin of `setPartner` for a signed write of the holder.
    function setPartnerBySig(
        PrefixKey prefixKey,
        uint32 organisation,
        uint32 mask,
        Authorisation calldata authorisation
    ) external;

    /// @notice What an organisation may write under a prefix now; refuses a prefix that is not granted, suspended or revoked.
    /// @return mask all bits for the holder, else everyone's and the partner's together
    function rights(PrefixKey prefixKey, uint32 organisation) external view returns (uint32 mask);

    /// @notice The grant of a prefix; zero throughout if there never was one.
    function grantOf(PrefixKey prefixKey)
        external
        view
        returns (GrantStatus status, uint32 holder, uint32 everyone, uint32 anchorsForbidden, uint64 grantedAt);

    /// @notice The mask that the holder gave one organisation.
    function partnerMask(PrefixKey prefixKey, uint32 organisation) external view returns (uint32 mask);

    /// @notice The organisation that may grant below a prefix, zero if none.
    function nodeOf(PrefixKey prefixKey) external view returns (uint32 organisation);

    /// @notice A registered scheme.
    function schemeOf(string calldata scheme)
        external
        view
        returns (bool registered, bytes1 separator, uint8 shortest, uint8 longest);
}
