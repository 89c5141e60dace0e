// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

/// @title Inclusion in a Merkle tree with SHA-256
/// @custom:source RFC 9162, sections 2.1.1 and 2.1.3.2
library Inclusion {
    /// @notice The hash of a leaf; its prefix keeps a leaf from passing for a node.
    function leafHash(bytes memory leaf) internal pure returns (bytes32) {
        return sha256(abi.encodePacked(bytes1(0x00), leaf));
    }

    /// @notice Whether a leaf is at a place of a tree.
    /// @param leaf hash of the leaf
    /// @param index place, from 0
    /// @param size number of leaves
    /// @param path hashes from the leaf upwards
    /// @param root root of the tree
    function isIncluded(bytes32 leaf, uint256 index, uint256 size, bytes32[] calldata path, bytes32 root)
        internal
        pure
        returns (bool)
    {
        if (index >= size) return false;
        uint256 place = index;
        uint256 last = size - 1;
        bytes32 hash = leaf;
        for (uint256 i = 0; i < path.length; ++i) {
            if (last == 0) return false;
            if (place & 1 == 1 || place == last) {
                hash = _nodeHash(path[i], hash);
                while (place & 1 == 0 && place != 0) {
                    place >>= 1;
                    last >>= 1;
                }
            } else {
                hash = _nodeHash(hash, path[i]);
            }
            place >>= 1;
            last >>= 1;
        }
        return last == 0 && hash == root;
    }

    function _nodeHash(bytes32 left, bytes32 right) private pure returns (bytes32) {
        return sha256(abi.encodePacked(bytes1(0x01), left, right));
    }
}
