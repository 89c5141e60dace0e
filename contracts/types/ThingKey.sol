// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

/// @dev Key of a thing, class, place or party: `keccak256(prefix key ‖ keccak256(rest))`.
type ThingKey is bytes32;
