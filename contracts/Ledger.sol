// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {ILedger} from "./interfaces/ILedger.sol";
import {IMembers} from "./interfaces/IMembers.sol";
import {IPrefixes} from "./interfaces/IPrefixes.sol";
import {Batches} from "./libraries/Batches.sol";
import {Inclusion} from "./libraries/Inclusion.sol";
import {Meta} from "./libraries/Meta.sol";
import {MemberSigned} from "./signing/MemberSigned.sol";
import {LedgerStorage} from "./storage/LedgerStorage.sol";
import {PrefixKey} from "./types/PrefixKey.sol";
import {ThingKey} from "./types/ThingKey.sol";

/// @title Ledger
/// @notice Keeps the heads and states of things, and the anchors of what is too many for a head.
contract Ledger is ILedger, LedgerStorage, MemberSigned {
    using Batches for Batches.Work;
    using Batches for mapping(ThingKey => Head);

    uint32 private constant _HEADED = 0;

    uint32 private constant _ANCHORED = 1;

    /// @dev Bits 1 to 13 without STATE: a state must be set on a head, where nobody can leave it out.
    uint32 private constant _ANCHORED_KINDS = 0x3FFE & ~uint32(1 << Meta.STATE_KIND);

    bytes32 private constant _RECORD_BATCH = keccak256(
        "RecordBatch(uint32 stream,uint64 nonce,bytes32[] prefixes,bytes32[] commitments,bytes heads,bytes32[] rests,bytes prefixOf,uint256 deadline)"
    );
    bytes32 private constant _ANCHOR =
        keccak256("Anchor(uint32 stream,uint64 nonce,bytes32 root,uint32 events,uint32 kinds,uint256 deadline)");

    /// @notice The contract that says who may write under a prefix.
    IPrefixes public immutable PREFIXES;

    /// @param members the network's members
    /// @param prefixes the network's prefixes
    constructor(IMembers members, IPrefixes prefixes) MemberSigned("Suyuan Ledger", members) {
        PREFIXES = prefixes;
    }

    // Writing

    /// @inheritdoc ILedger
    function record(Batch calldata batch) external {
        (uint32 organisation, uint16 keyNumber) = _memberOf(msg.sender);
        _record(batch, organisation, keyNumber);
    }

    /// @inheritdoc ILedger
    function recordBySig(Batch calldata batch, address signer, uint256 deadline, bytes calldata signature) external {
        _verifySignature(_batchHash(batch, deadline), signer, deadline, signature);
        (uint32 organisation, uint16 keyNumber) = _memberOf(signer);
        _record(batch, organisation, keyNumber);
    }

    /// @inheritdoc ILedger
    function anchor(uint32 stream, uint64 number, bytes32 root, uint32 events, uint32 kinds) external {
        _anchor(stream, number, root, events, kinds, msg.sender);
    }

    /// @inheritdoc ILedger
    function anchorBySig(
        uint32 stream,
        uint64 number,
        bytes32 root,
        uint32 events,
        uint32 kinds,
        address signer,
        uint256 deadline,
        bytes calldata signature
    ) external {
        bytes32 structHash = keccak256(abi.encode(_ANCHOR, stream, number, root, events, kinds, deadline));
        _verifySignature(structHash, signer, deadline, signature);
        _anchor(stream, number, root, events, kinds, signer);
    }

    // Reading

    /// @inheritdoc ILedger
    function head(ThingKey key) external view returns (bytes32) {
        return _heads[key].value;
    }

    /// @inheritdoc ILedger
    function state(ThingKey key) external view returns (uint8 value, uint32 organisation, uint64 since) {
        StateRecord memory found = _states[key];
        return (found.state, found.organisation, found.since);
    }

    /// @inheritdoc ILedger
    function streamCount(uint32 organisation, uint32 stream) external view returns (uint64) {
        return uint64(_counts[organisation][stream]);
    }

    /// @inheritdoc ILedger
    function anchorRoot(uint32 organisation, uint32 stream, uint64 number) external view returns (bytes32) {
        return _anchors[organisation][stream][number];
    }

    /// @inheritdoc ILedger
    function isAnchored(
        uint32 organisation,
        uint32 stream,
        uint64 number,
        bytes32 commitment,
        uint256 index,
        uint256 events,
        bytes32[] calldata path
    ) external view returns (bool) {
        bytes32 root = _anchors[organisation][stream][number];
        if (root == 0) return false;
        return Inclusion.isIncluded(Inclusion.leafHash(bytes.concat(commitment)), index, events, path, root);
    }

    // Inner workings

    function _record(Batch calldata batch, uint32 organisation, uint16 keyNumber) private {
        if (batch.stream != _HEADED) revert StreamInvalid(batch.stream);
        _extend(organisation, _HEADED, batch.number);
        Batches.Work memory work = Batches.open(batch);
        _allow(work, batch.prefixes, organisation);
        bytes32 stamp = Meta.stamp(organisation, keyNumber, block.timestamp);
        while (work.hasNext()) {
            (uint256 index, uint256 what) = work.next();
            _verifyEvent(index, what);
            bytes32 meta = Meta.word(stamp, what);
            bool setsState = uint8(meta[1]) == Meta.STATE_KIND;
            work.limit(setsState);
            _heads.write(work, what, meta);
            if (setsState) _setStates(work, meta);
        }
        emit BatchRecorded(organisation, _HEADED, batch.number, uint32(work.events));
    }

    function _setStates(Batches.Work memory work, bytes32 meta) private {
        uint8 value = uint8(meta[3]);
        uint32 organisation = uint32(uint256(meta) >> 192);
        uint64 since = uint64(block.timestamp);
        uint256 lines = work.linesOf();
        for (uint256 i = 0; i < lines; ++i) {
            ThingKey key = work.keyOf(i);
            _states[key] = StateRecord({unused: 0, since: since, organisation: organisation, state: value});
            emit StateChanged(key, value, organisation, since);
        }
    }

    function _verifyEvent(uint256 index, uint256 what) private pure {
        (uint8 kind, uint8 flags, uint8 value) = (uint8(what >> 16), uint8(what >> 8), uint8(what));
        if (!Meta.isValid(kind, flags, value)) revert EventMalformed(index, kind, flags, value);
    }

    function _anchor(uint32 stream, uint64 number, bytes32 root, uint32 events, uint32 kinds, address key) private {
        if (stream != _ANCHORED) revert StreamInvalid(stream);
        (uint32 organisation, uint16 keyNumber) = _memberOf(key);
        _extend(organisation, _ANCHORED, number);
        if (root == 0 || events == 0) revert AnchorEmpty(organisation, number);
        if (kinds == 0 || kinds & ~_ANCHORED_KINDS != 0) revert KindsInvalid(kinds);

        _anchors[organisation][_ANCHORED][number] = root;
        emit Anchored(organisation, _ANCHORED, number, root, events, kinds, keyNumber);
    }

    /// @dev Takes the next number of a stream, and no other: a batch sent twice is refused by this.
    function _extend(uint32 organisation, uint32 stream, uint64 number) private {
        uint256 expected = _counts[organisation][stream];
        if (number != expected) revert StreamOutOfOrder(organisation, stream, uint64(expected), number);
        _counts[organisation][stream] = expected + 1;
    }

    /// @dev Asks once per prefix of a batch, not once per line.
    function _allow(Batches.Work memory work, PrefixKey[] calldata prefixes, uint32 organisation) private view {
        work.expect(prefixes.length);
        for (uint256 i = 0; i < prefixes.length; ++i) {
            work.allow(i, prefixes[i], PREFIXES.rights(prefixes[i], organisation));
        }
    }

    function _batchHash(Batch calldata batch, uint256 deadline) private pure returns (bytes32) {
        return keccak256(
            abi.encode(
                _RECORD_BATCH,
                batch.stream,
                batch.number,
                keccak256(abi.encodePacked(batch.prefixes)),
                keccak256(abi.encodePacked(batch.commitments)),
                keccak256(batch.heads),
                keccak256(abi.encodePacked(batch.rests)),
                keccak256(batch.prefixOf),
                deadline
            )
        );
    }
}
