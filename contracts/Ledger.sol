// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {ILedger} from "./interfaces/ILedger.sol";
import {IMembers} from "./interfaces/IMembers.sol";
import {IPrefixes} from "./interfaces/IPrefixes.sol";
import {Heads} from "./libraries/Heads.sol";
import {Inclusion} from "./libraries/Inclusion.sol";
import {Keys} from "./libraries/Keys.sol";
import {Meta} from "./libraries/Meta.sol";
import {MemberSigned} from "./signing/MemberSigned.sol";
import {LedgerStorage} from "./storage/LedgerStorage.sol";
import {PrefixKey} from "./types/PrefixKey.sol";
import {ThingKey} from "./types/ThingKey.sol";

/// @title Ledger
/// @notice Keeps the heads and states of things, and the anchors of what is too many for a head.
contract Ledger is ILedger, LedgerStorage, MemberSigned {
    /// @dev What the writing organisation may do under one prefix of a batch.
    struct Access {
        PrefixKey prefix;
        uint256 mask;
    }

    uint32 private constant _HEADED = 0;

    uint32 private constant _ANCHORED = 1;

    /// @dev Bytes per event in `heads`.
    uint256 private constant _EVENT_SIZE = 5;

    /// @dev One byte per line says which prefix.
    uint256 private constant _MOST_PREFIXES = 256;

    uint256 private constant _FIRST_LINE = 1;

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
        return _heads[key];
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
        uint256 events = batch.commitments.length;
        uint256 lines = batch.rests.length;
        if (
            events == 0 || batch.heads.length != events * _EVENT_SIZE || batch.prefixOf.length != lines
                || batch.prefixes.length > _MOST_PREFIXES
        ) revert BatchMalformed(events, lines);

        Access[] memory accesses = _accesses(batch.prefixes, organisation);
        bytes32 stamp = Meta.stamp(organisation, keyNumber, block.timestamp);
        uint256 line = 0;
        for (uint256 i = 0; i < events; ++i) {
            line += _recordEvent(batch, accesses, stamp, i, line);
        }
        if (line != lines) revert BatchMalformed(events, lines);
        emit BatchRecorded(organisation, _HEADED, batch.number, uint32(events));
    }

    /// @dev Writes the event at `index`, whose lines begin at `line`, and answers how many lines it has.
    function _recordEvent(
        Batch calldata batch,
        Access[] memory accesses,
        bytes32 stamp,
        uint256 index,
        uint256 line
    ) private returns (uint256 lines) {
        bytes32 meta;
        (meta, lines) = _metaOf(batch.heads, stamp, index);
        uint256 end = line + lines;
        if (lines == 0 || end > batch.rests.length) {
            revert BatchMalformed(batch.commitments.length, batch.rests.length);
        }
        bytes32 commitment = batch.commitments[index];
        ThingKey[] memory keys =
            _extendHeads(batch.rests[line:end], batch.prefixOf[line:end], accesses, commitment, meta);
        emit EventRecorded(commitment, meta, keys);
        if (uint8(meta[1]) == Meta.STATE_KIND) _setStates(keys, meta);
    }

    function _metaOf(bytes calldata heads, bytes32 stamp, uint256 index)
        private
        pure
        returns (bytes32 meta, uint256 lines)
    {
        uint256 start = index * _EVENT_SIZE;
        uint256 word = uint40(bytes5(heads[start:start + _EVENT_SIZE]));
        uint8 kind = uint8(word >> 32);
        uint8 flags = uint8(word >> 24);
        uint8 setState = uint8(word >> 16);
        if (!Meta.isValid(kind, flags, setState)) revert EventMalformed(index, kind, flags, setState);
        return (Meta.word(stamp, kind, flags, setState), uint16(word));
    }

    function _extendHeads(
        bytes32[] calldata rests,
        bytes calldata prefixOf,
        Access[] memory accesses,
        bytes32 commitment,
        bytes32 meta
    ) private returns (ThingKey[] memory keys) {
        keys = new ThingKey[](rests.length);
        for (uint256 i = 0; i < rests.length; ++i) {
            Access memory access = accesses[uint8(prefixOf[i])];
            if ((access.mask >> uint8(meta[1])) & 1 == 0) {
                revert IdentifierNotOwned(access.prefix, _organisationIn(meta), uint8(meta[1]));
            }
            ThingKey key = Keys.thingKey(access.prefix, rests[i]);
            bytes32 before = _heads[key];
            if (before == 0 && access.mask & _FIRST_LINE == 0) revert ThingNotCreated(key, _organisationIn(meta));
            if (Heads.linesOf(before) == Heads.MOST_LINES) revert HeadFull(key);
            _heads[key] = Heads.next(before, commitment, meta);
            keys[i] = key;
        }
    }

    function _setStates(ThingKey[] memory keys, bytes32 meta) private {
        uint8 value = uint8(meta[3]);
        uint32 organisation = _organisationIn(meta);
        uint64 since = uint64(block.timestamp);
        for (uint256 i = 0; i < keys.length; ++i) {
            _states[keys[i]] = StateRecord({unused: 0, since: since, organisation: organisation, state: value});
            emit StateChanged(keys[i], value, organisation, since);
        }
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
    function _accesses(PrefixKey[] calldata prefixes, uint32 organisation)
        private
        view
        returns (Access[] memory accesses)
    {
        accesses = new Access[](prefixes.length);
        for (uint256 i = 0; i < prefixes.length; ++i) {
            accesses[i] = Access(prefixes[i], PREFIXES.rights(prefixes[i], organisation));
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

    function _organisationIn(bytes32 meta) private pure returns (uint32) {
        return uint32(uint256(meta) >> 192);
    }
}
