// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {ILedger} from "../interfaces/ILedger.sol";
import {LedgerStorage} from "../storage/LedgerStorage.sol";
import {PrefixKey} from "../types/PrefixKey.sol";
import {ThingKey} from "../types/ThingKey.sol";
import {Keys} from "./Keys.sol";

/// @title Writing a batch: the one loop that every event goes through
/// @dev Assembly, because this loop is what a network pays for: written plainly an event cost a third more
/// (docs/decisions/0010-contracts.md). That something is refused is found in the loop; why, is said in Solidity by `_refuse`.
/// @custom:source docs/formats.md, sections 1 to 3
library Batches {
    /// @dev A batch while it is written: places in calldata of what comes next (the loop knows these four by their order) and where
    /// it ends; prefix and mask of rights, one after the other, for each prefix; and a region of memory
    /// `head (32) ‖ commitment (32) ‖ meta (32) ‖ 0x40 (32) ‖ lines (32) ‖ keys (32 each)`. The region's first three words are what a
    /// new head is hashed from; all but its first two are the data of `EventRecorded`.
    struct Work {
        uint256 head;
        uint256 commitment;
        uint256 rest;
        uint256 prefixOf;
        uint256 stop;
        uint256 restsEnd;
        uint256 region;
        uint256[] rights;
        uint256 headsEnd;
        uint256 events;
        uint256 lines;
    }

    /// @dev Bytes per event in `heads`.
    uint256 private constant _EVENT_SIZE = 5;

    /// @dev One byte per line says which prefix.
    uint256 private constant _MOST_PREFIXES = 256;

    /// @dev keccak256 of `EventRecorded(bytes32,bytes32,bytes32[])`, as a number because assembly takes no other constant.
    bytes32 private constant _EVENT_RECORDED = 0x6c6f74be634e0ea16e20846ce00eb51b421fb9f297e599714ca7256def9fb31f;

    /// @notice A batch before its first event; refuses arrays that do not fit each other.
    function open(ILedger.Batch calldata batch) internal pure returns (Work memory work) {
        bytes32[] calldata rests = batch.rests;
        bytes32[] calldata commitments = batch.commitments;
        bytes calldata heads = batch.heads;
        bytes calldata prefixOf = batch.prefixOf;
        (work.events, work.lines) = (commitments.length, rests.length);
        if (
            commitments.length == 0 || heads.length != commitments.length * _EVENT_SIZE
                || prefixOf.length != rests.length
        ) revert ILedger.BatchMalformed(commitments.length, rests.length);

        // One key for each line of the batch, though an event with fewer uses the front part only.
        bytes32[] memory region = new bytes32[](5 + rests.length);
        region[3] = bytes32(uint256(0x40));
        assembly ("memory-safe") {
            mstore(work, heads.offset)
            mstore(add(work, 0x20), commitments.offset)
            mstore(add(work, 0x40), rests.offset)
            mstore(add(work, 0x60), prefixOf.offset)
            mstore(add(work, 0x100), add(heads.offset, heads.length))
            mstore(add(work, 0xA0), add(rests.offset, shl(5, rests.length)))
            mstore(add(work, 0xC0), add(region, 0x20))
        }
    }

    /// @notice Makes room for the rights under the prefixes of the batch.
    function expect(Work memory work, uint256 prefixes) internal pure {
        if (prefixes > _MOST_PREFIXES) revert ILedger.BatchMalformed(work.events, work.lines);
        work.rights = new uint256[](2 * prefixes);
    }

    /// @notice Says what may be written under one prefix of the batch.
    function allow(Work memory work, uint256 prefixIndex, PrefixKey prefix, uint32 mask) internal pure {
        work.rights[2 * prefixIndex] = uint256(PrefixKey.unwrap(prefix));
        work.rights[2 * prefixIndex + 1] = mask;
    }

    /// @notice Whether an event is left.
    function hasNext(Work memory work) internal pure returns (bool) {
        return work.head != work.headsEnd;
    }

    /// @notice Index of the next event, and its kind, flags and state in the three lowest bytes of `what`.
    function next(Work memory work) internal pure returns (uint256 index, uint256 what) {
        index = work.events - (work.headsEnd - work.head) / _EVENT_SIZE;
        uint256 place = work.head;
        assembly ("memory-safe") {
            what := shr(232, calldataload(place))
        }
    }

    /// @notice Lets `write` stop after one event, or at the end of the batch.
    function limit(Work memory work, bool toOne) internal pure {
        work.stop = toOne ? work.head + _EVENT_SIZE : work.headsEnd;
    }

    /// @notice Writes the next events, as long as they have the kind, flags and state given, and emits `EventRecorded` for each.
    /// @param heads the heads of all things
    /// @param what kind, flags and state, verified
    /// @param meta word of these events
    function write(
        mapping(ThingKey => LedgerStorage.Head) storage heads,
        Work memory work,
        uint256 what,
        bytes32 meta
    ) internal {
        uint256 refused;
        assembly ("memory-safe") {
            let region := mload(add(work, 0xC0))
            mstore(add(region, 0x40), meta)
            let place := mload(work)
            let commitment := mload(add(work, 0x20))
            let rest := mload(add(work, 0x40))
            let index := mload(add(work, 0x60))
            for {} lt(place, mload(add(work, 0x80))) { place := add(place, 5) } {
                let end := shr(216, calldataload(place))
                if iszero(eq(shr(16, end), what)) { break }
                // The lowest two bytes are the number of lines.
                end := and(end, 0xFFFF)
                mstore(add(region, 0x80), end)
                let last := add(rest, shl(5, end))
                if or(iszero(end), gt(last, mload(add(work, 0xA0)))) {
                    // More lines than there are: `rest` cannot come to its end any more, which is refused below.
                    rest := 0
                    place := mload(add(work, 0x100))
                    break
                }
                mstore(add(region, 0x20), calldataload(commitment))
                end := add(region, 0xA0)
                for {} 1 {} {
                    // Prefix and rights; a prefix that the batch does not list has none.
                    let mask := shl(1, byte(0, calldataload(index)))
                    {
                        let rights := mload(add(work, 0xE0))
                        let entry := add(rights, shl(5, mask))
                        mstore(0x00, mload(add(entry, 0x20)))
                        mask := mul(lt(mask, mload(rights)), mload(add(entry, 0x40)))
                    }
                    // The key of the thing, then the slot of its head.
                    mstore(0x20, calldataload(rest))
                    let slot := keccak256(0x00, 0x40)
                    mstore(end, slot)
                    mstore(0x00, slot)
                    mstore(0x20, heads.slot)
                    slot := keccak256(0x00, 0x40)
                    let head := sload(slot)
                    // The right of the kind; without a head also the right of first lines; and room to count one line more.
                    mask := and(shr(byte(1, meta), mask), or(mask, iszero(iszero(head))))
                    if iszero(and(mask, lt(shr(224, head), 0xFFFFFFFF))) {
                        // What this event writes further does not matter: `_refuse` reverts.
                        refused := 1
                        mstore(add(work, 0x40), rest)
                        mstore(add(work, 0x60), index)
                        place := mload(add(work, 0x80))
                        break
                    }
                    mstore(region, head)
                    sstore(slot, or(shl(224, add(shr(224, head), 1)), shr(32, keccak256(region, 0x60))))
                    index := add(index, 1)
                    end := add(end, 0x20)
                    rest := add(rest, 0x20)
                    if iszero(lt(rest, last)) { break }
                }
                log2(add(region, 0x40), sub(end, add(region, 0x40)), _EVENT_RECORDED, mload(add(region, 0x20)))
                commitment := add(commitment, 0x20)
            }
            if iszero(refused) {
                mstore(work, place)
                mstore(add(work, 0x20), commitment)
                mstore(add(work, 0x40), rest)
                mstore(add(work, 0x60), index)
            }
        }
        if (refused != 0) _refuse(heads, work, meta);
        // At the end of the batch neither may a line be left over nor one be missing.
        if (work.head == work.headsEnd && work.rest != work.restsEnd) {
            revert ILedger.BatchMalformed(work.events, work.lines);
        }
    }

    /// @notice The number of lines of the event written last.
    function linesOf(Work memory work) internal pure returns (uint256 lines) {
        uint256 region = work.region;
        assembly ("memory-safe") {
            lines := mload(add(region, 0x80))
        }
    }

    /// @notice The key of a line of the event written last.
    function keyOf(Work memory work, uint256 line) internal pure returns (ThingKey key) {
        uint256 region = work.region;
        assembly ("memory-safe") {
            key := mload(add(add(region, 0xA0), shl(5, line)))
        }
    }

    /// @dev Says why the line at which `write` stopped may not be written.
    function _refuse(mapping(ThingKey => LedgerStorage.Head) storage heads, Work memory work, bytes32 meta)
        private
        view
    {
        (uint256 place, uint256 index) = (work.rest, work.prefixOf);
        bytes32 rest;
        assembly ("memory-safe") {
            rest := calldataload(place)
            index := byte(0, calldataload(index))
        }
        uint256 prefixes = work.rights.length / 2;
        if (index >= prefixes) revert ILedger.PrefixIndexInvalid(index, prefixes);
        PrefixKey prefix = PrefixKey.wrap(bytes32(work.rights[2 * index]));
        uint8 kind = uint8(meta[1]);
        uint32 organisation = uint32(uint256(meta) >> 192);
        if ((work.rights[2 * index + 1] >> kind) & 1 == 0) {
            revert ILedger.IdentifierNotOwned(prefix, organisation, kind);
        }
        ThingKey key = Keys.thingKey(prefix, rest);
        if (heads[key].value == 0) revert ILedger.ThingNotCreated(key, organisation);
        revert ILedger.HeadFull(key);
    }
}
