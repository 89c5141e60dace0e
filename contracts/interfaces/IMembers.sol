// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {ISigned} from "./ISigned.sol";

/// @title Organisations and their keys
/// @notice An organisation is a number with a record; what it writes is signed by one of its keys, valid at the time.
/// @dev Records, profile hashes and keys are a published storage format (docs/formats.md, section 5).
interface IMembers is ISigned {
    /// @notice Standing of an organisation. A number that was never given reads as `Unknown`.
    enum Standing {
        Unknown,
        Active,
        Suspended
    }

    /// @notice An organisation was admitted. The profile is the RFC 8785 JSON text of its public data.
    event OrganisationAdmitted(uint32 indexed organisation, uint32 roles, bytes32 profileHash, bytes profile);

    /// @notice An organisation was suspended (it can no longer write; what it wrote stays) or reinstated.
    event StandingChanged(uint32 indexed organisation, Standing standing, string reason);

    /// @notice The roles of an organisation changed.
    event RolesChanged(uint32 indexed organisation, uint32 roles);

    /// @notice The public data of an organisation changed.
    event ProfileChanged(uint32 indexed organisation, bytes32 profileHash, bytes profile);

    /// @notice Another organisation now answers for this one. Zero: none any more.
    event SuccessorNamed(uint32 indexed organisation, uint32 successor);

    /// @notice A key may write for an organisation in the period given (both ends included; `until` zero: open).
    event KeyAdded(uint32 indexed organisation, uint16 keyNumber, address indexed key, uint64 from, uint64 until);

    /// @notice A key may write no longer than `until` (that second included).
    event KeyClosed(uint32 indexed organisation, uint16 keyNumber, address indexed key, uint64 until);

    /// @notice No organisation has this number.
    error OrganisationUnknown(uint32 organisation);

    /// @notice The organisation is suspended.
    error OrganisationSuspended(uint32 organisation);

    /// @notice The organisation has the standing already that the change would give it.
    error StandingUnchanged(uint32 organisation, Standing standing);

    /// @notice The address is no organisation's key.
    error KeyUnknown(address key);

    /// @notice The key's time has not come.
    error KeyNotYetValid(address key, uint64 from);

    /// @notice The key's time is over.
    error KeyExpired(address key, uint64 until);

    /// @notice The address is, or was, a key already; a key serves one organisation, once.
    error KeyTaken(address key, uint32 organisation);

    /// @notice The caller's organisation is not the one whose keys it wants to change.
    error KeyOfAnotherOrganisation(uint32 organisation, uint32 caller);

    /// @notice The period ends before it begins, lies in the past, or would prolong a key.
    error KeyPeriodInvalid(address key, uint64 from, uint64 until);

    /// @notice The zero address is no key.
    error KeyInvalid(address key);

    /// @notice The roles hold a bit without meaning.
    error RolesInvalid(uint32 roles);

    /// @notice An organisation cannot succeed itself.
    error SuccessorInvalid(uint32 organisation, uint32 successor);

    /// @notice Admits an organisation with its first key; only for the authority.
    /// @param profile RFC 8785 JSON of the public data (names, USCC, LEI); it stays readable for good, so no personal data
    /// @param roles mask: 1 manufacturer, 2 supplier, 4 carrier, 8 retailer, 16 service, 32 recycler, 64 bank, 128 inspector, 256 regulator, 512 registrar
    /// @param key first key, valid from now on
    /// @return organisation the number given, counting from 1
    function admit(bytes calldata profile, uint32 roles, address key) external returns (uint32 organisation);

    /// @notice Stops all writing of an organisation; only for the authority.
    /// @param organisation number of the organisation
    /// @param reason short public text
    function suspend(uint32 organisation, string calldata reason) external;

    /// @notice Lets a suspended organisation write again; only for the authority.
    /// @param organisation number of the organisation
    /// @param reason short public text
    function reinstate(uint32 organisation, string calldata reason) external;

    /// @notice Replaces the roles; only for the authority.
    /// @param organisation number of the organisation
    /// @param roles mask as in `admit`
    function setRoles(uint32 organisation, uint32 roles) external;

    /// @notice Replaces the public data; only for the authority, which reviews them.
    /// @param organisation number of the organisation
    /// @param profile as in `admit`
    function setProfile(uint32 organisation, bytes calldata profile) external;

    /// @notice Names the organisation that answers for this one from now on (merger, winding-up); only for the authority.
    /// @dev The successor may revoke attestations and release liens of the organisation; it does not inherit its prefixes.
    /// @param organisation number of the organisation
    /// @param successor number of its successor, zero to take it back
    function setSuccessor(uint32 organisation, uint32 successor) external;

    /// @notice Adds a key; for the authority or a valid key of the organisation.
    /// @param organisation number of the organisation
    /// @param key address never used as a key before
    /// @param from first second of validity; a time before the block's counts as the block's
    /// @param until last second of validity, zero for open
    function addKey(uint32 organisation, address key, uint64 from, uint64 until) external;

    /// @notice Twin of `addKey` for a signed write of the organisation.
    function addKeyBySig(
        uint32 organisation,
        address key,
        uint64 from,
        uint64 until,
        Authorisation calldata authorisation
    ) external;

    /// @notice Ends a key; for the authority or a valid key of the same organisation.
    /// @dev A key can only be shortened, and never into the past: what it wrote stays written by a valid key.
    /// @param key the key
    /// @param until last second of validity, not before the block's time; zero stands for the block's time
    function closeKey(address key, uint64 until) external;

    /// @notice Twin of `closeKey` for a signed write of the organisation.
    function closeKeyBySig(address key, uint64 until, Authorisation calldata authorisation) external;

    /// @notice Replaces the caller's key by a new one at once.
    /// @param newKey address never used as a key before
    function rotateKey(address newKey) external;

    /// @notice Twin of `rotateKey`: replaces the key that signed.
    function rotateKeyBySig(address newKey, Authorisation calldata authorisation) external;

    /// @notice Whom a key writes for now; refuses a key that may not write.
    /// @param key the key
    /// @return organisation number of its organisation
    /// @return keyNumber number of the key in its organisation, from 1
    function member(address key) external view returns (uint32 organisation, uint16 keyNumber);

    /// @notice Whether the organisation is active and has all the roles of the mask.
    function hasRole(uint32 organisation, uint32 roles) external view returns (bool);

    /// @notice Whether `actor` may answer for `organisation`: it is the same one, or its named successor.
    function answersFor(uint32 actor, uint32 organisation) external view returns (bool);

    /// @notice The record of an organisation; zero throughout if the number was never given.
    /// @return standing 0 unknown, 1 active, 2 suspended
    /// @return roles mask
    /// @return successor number, zero if none
    /// @return keys count of keys it ever had
    /// @return admittedAt Unix time in seconds
    /// @return profileHash keccak256 of the profile in force
    function record(uint32 organisation)
        external
        view
        returns (Standing standing, uint32 roles, uint32 successor, uint16 keys, uint64 admittedAt, bytes32 profileHash);

    /// @notice The record of a key, whether valid now or not; zero throughout if unknown.
    function keyRecord(address key)
        external
        view
        returns (uint32 organisation, uint16 keyNumber, uint64 from, uint64 until);

    /// @notice How many organisations were ever admitted.
    function count() external view returns (uint32 organisations);
}
