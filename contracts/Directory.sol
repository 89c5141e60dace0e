// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {IDirectory} from "./interfaces/IDirectory.sol";

/// @title Directory
/// @notice Says which contract serves under a name, and who governs.
contract Directory is IDirectory {
    /// @dev Published slot: fields stand in the order from byte 31 to byte 0 (docs/formats.md, section 5).
    struct Entry {
        uint64 fromBlock;
        uint32 version;
        address target;
    }

    mapping(bytes32 name => Entry) private _entries;

    address private _authority;

    address private _proposed;

    /// @param first who governs to begin with
    constructor(address first) {
        if (first == address(0)) revert TargetInvalid(first);
        _authority = first;
        emit AuthorityChanged(address(0), first);
    }

    /// @inheritdoc IDirectory
    function set(bytes32 name, address target, uint32 version) external {
        _verifyAuthority();
        if (target.code.length == 0) revert TargetInvalid(target);
        uint32 current = _entries[name].version;
        if (version <= current) revert VersionNotNewer(name, current, version);

        uint64 fromBlock = uint64(block.number);
        _entries[name] = Entry({fromBlock: fromBlock, version: version, target: target});
        emit EntrySet(name, target, version, fromBlock);
    }

    /// @inheritdoc IDirectory
    function setAuthority(address next) external {
        _verifyAuthority();
        if (next == address(0)) revert TargetInvalid(next);
        _proposed = next;
        emit AuthorityProposed(msg.sender, next);
    }

    /// @inheritdoc IDirectory
    function acceptAuthority() external {
        if (msg.sender != _proposed) revert AuthorityRequired(msg.sender);
        address previous = _authority;
        _authority = msg.sender;
        _proposed = address(0);
        emit AuthorityChanged(previous, msg.sender);
    }

    /// @inheritdoc IDirectory
    function entry(bytes32 name) external view returns (address target, uint32 version, uint64 fromBlock) {
        Entry storage found = _entries[name];
        return (found.target, found.version, found.fromBlock);
    }

    /// @inheritdoc IDirectory
    function authority() external view returns (address) {
        return _authority;
    }

    function _verifyAuthority() private view {
        if (msg.sender != _authority) revert AuthorityRequired(msg.sender);
    }
}
