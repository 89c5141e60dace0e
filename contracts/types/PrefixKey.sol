// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

/// @dev Key of a prefix: `keccak256(scheme ‖ ":" ‖ prefix)`, as in `keccak256("gs1:6901234")`.
type PrefixKey is bytes32;
