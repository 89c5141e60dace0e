// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

/// @title Meta: who wrote a line, when, and what kind of event it is
/// @custom:source docs/formats.md, sections 2 and 3
library Meta {
    uint8 internal constant FIRST_LINK_KIND = 4;
    uint8 internal constant LAST_LINK_KIND = 8;
    uint8 internal constant STATE_KIND = 10;
    uint8 internal constant LAST_KIND = 13;

    uint8 internal constant LINK = 1;
    uint8 internal constant PRIVATE = 2;
    uint8 internal constant STATE = 4;

    uint8 internal constant LAST_STATE = 7;

    /// @notice The part of the word that the contract sets, with version 1.
    function stamp(uint32 organisation, uint16 keyNumber, uint256 time) internal pure returns (bytes32) {
        return bytes32(
            (1 << 248) | (uint256(organisation) << 192) | (uint256(keyNumber) << 176) | (uint256(uint64(time)) << 112)
        );
    }

    /// @notice The whole word.
    /// @param stamped what `stamp` gives
    /// @param what kind, flags and state set, in the three lowest bytes
    function word(bytes32 stamped, uint256 what) internal pure returns (bytes32) {
        return stamped | bytes32(what << 224);
    }

    /// @notice Whether kind, flags and state belong together.
    /// @dev Link and state are flags that follow from the kind, so that no writer can hide a link by leaving its flag out.
    function isValid(uint8 kind, uint8 flags, uint8 state) internal pure returns (bool) {
        if (kind == STATE_KIND) return flags & ~PRIVATE == STATE && state != 0 && state <= LAST_STATE;
        if (state != 0 || kind == 0 || kind > LAST_KIND) return false;
        return flags & ~PRIVATE == (kind >= FIRST_LINK_KIND && kind <= LAST_LINK_KIND ? LINK : 0);
    }
}
