// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

/// @title The one pinned address
/// @notice Says which contract serves under a name, and who governs.
/// @dev Entries are a published storage format (docs/formats.md, section 5): a proof finds every other contract here.
interface IDirectory {
    /// @notice A contract serves under a name from this block on.
    event EntrySet(bytes32 indexed name, address indexed target, uint32 version, uint64 fromBlock);

    /// @notice A new authority was named, and has still to accept.
    event AuthorityProposed(address indexed authority, address indexed proposed);

    /// @notice The authority changed.
    event AuthorityChanged(address indexed previous, address indexed authority);

    /// @notice Only the authority may do this.
    error AuthorityRequired(address caller);

    /// @notice The address cannot serve: zero, or no contract there.
    error TargetInvalid(address target);

    /// @notice The version is not newer than the one in force.
    error VersionNotNewer(bytes32 name, uint32 current, uint32 given);

    /// @notice Names the contract that serves from this block on; only for the authority.
    /// @param name keccak256 of `members`, `prefixes`, `ledger`, `attestations`, `liens` or `council`
    /// @param target the contract
    /// @param version greater than the entry's version so far (from 1)
    function set(bytes32 name, address target, uint32 version) external;

    /// @notice Proposes a new authority, which governs as soon as it calls `acceptAuthority`.
    /// @param next the account or contract that shall govern
    function setAuthority(address next) external;

    /// @notice Takes over the authority; only for the one proposed.
    /// @dev Two steps, so that a mistyped address does not leave the network without anyone to govern it.
    function acceptAuthority() external;

    /// @notice The contract that serves under a name.
    /// @param name keccak256 of the name
    /// @return target the contract, zero if the name is not known
    /// @return version counts from 1
    /// @return fromBlock block in which the entry was made
    function entry(bytes32 name) external view returns (address target, uint32 version, uint64 fromBlock);

    /// @notice Who governs: admits members, grants prefixes, names contracts.
    function authority() external view returns (address);
}
