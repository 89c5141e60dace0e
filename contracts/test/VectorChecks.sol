// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {ILedger} from "../interfaces/ILedger.sol";
import {Batches} from "../libraries/Batches.sol";
import {Inclusion} from "../libraries/Inclusion.sol";
import {Keys} from "../libraries/Keys.sol";
import {Meta} from "../libraries/Meta.sol";
import {LedgerStorage} from "../storage/LedgerStorage.sol";
import {PrefixKey} from "../types/PrefixKey.sol";
import {ThingKey} from "../types/ThingKey.sol";

/// @title The libraries, opened for the vectors in tests/vectors
/// @notice Not part of a network: only the tests deploy it.
contract VectorChecks is LedgerStorage {
    using Batches for Batches.Work;
    using Batches for mapping(ThingKey => Head);

    /// @notice Writes a batch of one event on heads that start from `before`, with all rights, and answers the first head after it.
    /// @param batch one event
    /// @param before head of each of its things so far
    /// @param meta word of the event, whoever wrote it
    function extended(ILedger.Batch calldata batch, bytes32 before, bytes32 meta) external returns (bytes32 result) {
        Batches.Work memory work = Batches.open(batch);
        work.expect(batch.prefixes.length);
        for (uint256 i = 0; i < batch.prefixes.length; ++i) {
            work.allow(i, batch.prefixes[i], type(uint32).max);
        }
        for (uint256 i = 0; i < batch.rests.length; ++i) {
            _heads[Keys.thingKey(batch.prefixes[uint8(batch.prefixOf[i])], batch.rests[i])].value = before;
        }
        (, uint256 what) = work.next();
        work.limit(true);
        _heads.write(work, what, meta);
        return _heads[work.keyOf(0)].value;
    }

    /// @notice The three keys of an identifier.
    function keysOf(string calldata scheme, string calldata prefix, bytes calldata rest)
        external
        pure
        returns (PrefixKey prefixKey, bytes32 restHash, ThingKey key)
    {
        prefixKey = Keys.prefixKey(scheme, bytes(prefix));
        restHash = keccak256(rest);
        key = Keys.thingKey(prefixKey, restHash);
    }

    /// @notice The meta word.
    /// @param what kind, flags and state, in the three lowest bytes
    function metaOf(uint32 organisation, uint16 keyNumber, uint64 time, uint256 what) external pure returns (bytes32) {
        return Meta.word(Meta.stamp(organisation, keyNumber, time), what);
    }

    /// @notice Whether kind, flags and state belong together.
    function isEvent(uint8 kind, uint8 flags, uint8 state) external pure returns (bool) {
        return Meta.isValid(kind, flags, state);
    }

    /// @notice Whether a leaf is in a tree.
    function isIncluded(bytes32 root, bytes calldata data, uint256 index, uint256 size, bytes32[] calldata path)
        external
        pure
        returns (bool)
    {
        return Inclusion.isIncluded(Inclusion.leafHash(data), index, size, path, root);
    }
}
