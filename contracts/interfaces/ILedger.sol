// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {PrefixKey} from "../types/PrefixKey.sol";
import {ThingKey} from "../types/ThingKey.sol";
import {ISigned} from "./ISigned.sol";

/// @title The histories of things
/// @notice Each thing has one slot, its head, that every line about it moves on; given the lines, the head shows that none is missing.
/// @dev Heads, states, stream counts and anchors are a published storage format (docs/formats.md, sections 3 and 5).
/// `nonceOf` stays zero here: a batch's or anchor's number in its stream is its nonce.
interface ILedger is ISigned {
    /// @notice Events in the order given, each with its lines, as flat arrays. Stream 0 is the headed lane.
    /// @param stream 0
    /// @param number count of the stream so far: the batch that extends it, and no other
    /// @param prefixes keys of the prefixes used in the batch, at most 256
    /// @param commitments one commitment per event (docs/formats.md, section 4)
    /// @param heads five bytes per event: kind, flags, state set (else 0), number of lines (2)
    /// @param rests one `keccak256(rest)` per line, event after event
    /// @param prefixOf one byte per line: index into `prefixes`
    struct Batch {
        uint32 stream;
        uint64 number;
        PrefixKey[] prefixes;
        bytes32[] commitments;
        bytes heads;
        bytes32[] rests;
        bytes prefixOf;
    }

    /// @notice An event was written on the line of each key, in this order.
    /// @param commitment root over the event
    /// @param meta version, kind, flags, state set, organisation, key number, block time (docs/formats.md, section 3)
    /// @param keys one per line
    event EventRecorded(bytes32 indexed commitment, bytes32 meta, ThingKey[] keys);

    /// @notice A batch was written; follows its events.
    event BatchRecorded(uint32 indexed organisation, uint32 indexed stream, uint64 number, uint32 events);

    /// @notice A root over events of the anchored lane was written.
    event Anchored(
        uint32 indexed organisation,
        uint32 indexed stream,
        uint64 number,
        bytes32 root,
        uint32 count,
        uint32 kinds,
        uint16 keyNumber
    );

    /// @notice The state of a key was set; follows the event that set it.
    event StateChanged(ThingKey indexed key, uint8 state, uint32 organisation, uint64 since);

    /// @notice The stream is not the lane's: 0 for headed events, 1 for anchors.
    error StreamInvalid(uint32 stream);

    /// @notice The number is not the next one of the stream: the batch was written already, or another came first.
    error StreamOutOfOrder(uint32 organisation, uint32 stream, uint64 expected, uint64 given);

    /// @notice The prefix does not admit this kind of event of this organisation.
    error IdentifierNotOwned(PrefixKey prefixKey, uint32 organisation, uint8 kind);

    /// @notice The thing has no line yet, and the organisation may not write its first.
    error ThingNotCreated(ThingKey key, uint32 organisation);

    /// @notice The arrays of the batch do not belong together.
    error BatchMalformed(uint256 events, uint256 lines);

    /// @notice A line names a prefix that the batch does not list.
    error PrefixIndexInvalid(uint256 index, uint256 prefixes);

    /// @notice Kind, flags and state of an event do not belong together (docs/formats.md, section 2).
    error EventMalformed(uint256 index, uint8 kind, uint8 flags, uint8 state);

    /// @notice The mask of an anchor holds a bit that is no kind, or a kind that must be on a head.
    error KindsInvalid(uint32 kinds);

    /// @notice An anchor over nothing.
    error AnchorEmpty(uint32 organisation, uint64 number);

    /// @notice A head holds no more lines than 32 bits count.
    error HeadFull(ThingKey key);

    /// @notice Writes a batch of events for the caller's organisation.
    function record(Batch calldata batch) external;

    /// @notice Twin of `record`; the batch's number is its nonce.
    /// @param signer key of the organisation
    /// @param deadline last second, in Unix time, at which the batch may be mined
    /// @param signature over `RecordBatch(uint32 stream,uint64 nonce,bytes32[] prefixes,bytes32[] commitments,bytes heads,bytes32[] rests,bytes prefixOf,uint256 deadline)`
    function recordBySig(Batch calldata batch, address signer, uint256 deadline, bytes calldata signature) external;

    /// @notice Writes one root for many events of the caller's organisation.
    /// @param stream 1
    /// @param number count of the stream so far
    /// @param root RFC 9162 root over the commitments
    /// @param events how many commitments the root covers, at least 1
    /// @param kinds mask of the kinds among them; never STATE, which must be on a head
    function anchor(uint32 stream, uint64 number, bytes32 root, uint32 events, uint32 kinds) external;

    /// @notice Twin of `anchor`; the number is its nonce.
    /// @param signature over `Anchor(uint32 stream,uint64 nonce,bytes32 root,uint32 events,uint32 kinds,uint256 deadline)`
    function anchorBySig(
        uint32 stream,
        uint64 number,
        bytes32 root,
        uint32 events,
        uint32 kinds,
        address signer,
        uint256 deadline,
        bytes calldata signature
    ) external;

    /// @notice The head of a thing: lines (4 bytes) ‖ digest (28 bytes); zero if it has none.
    function head(ThingKey key) external view returns (bytes32);

    /// @notice The state of a key. 0 never changed, 1 active, 2 quarantined, 3 recalled, 4 destroyed, 5 stolen, 6 lost, 7 retired.
    function state(ThingKey key) external view returns (uint8 value, uint32 organisation, uint64 since);

    /// @notice How many batches an organisation wrote in a stream: the number that the next must carry.
    function streamCount(uint32 organisation, uint32 stream) external view returns (uint64);

    /// @notice The root of an anchor, zero if there is none.
    function anchorRoot(uint32 organisation, uint32 stream, uint64 number) external view returns (bytes32);

    /// @notice Whether a commitment is at a place of an anchor.
    /// @param index place, from 0
    /// @param events number of commitments under the root
    /// @param path RFC 9162, section 2.1.3 inclusion path
    function isAnchored(
        uint32 organisation,
        uint32 stream,
        uint64 number,
        bytes32 commitment,
        uint256 index,
        uint256 events,
        bytes32[] calldata path
    ) external view returns (bool);
}
