// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

/// @title What a write needs when somebody else sends it
/// @notice Every write of a member has a twin whose name ends in `BySig`: the member signs, and anybody may send.
/// @custom:source EIP-712; EIP-5267 (`eip712Domain`); EIP-1271 for keys that are contracts
interface ISigned {
    /// @notice A member's signature over one write.
    /// @param signer the key that signed; it must be valid when the transaction is mined
    /// @param nonce the next number of the signer's organisation in this contract (`nonceOf`)
    /// @param deadline the last second, in Unix time, at which the write may be mined
    /// @param signature 65 bytes `r ‖ s ‖ v` with low `s`, or whatever the signer's own contract accepts
    struct Authorisation {
        address signer;
        uint256 nonce;
        uint256 deadline;
        bytes signature;
    }

    /// @notice The signature came too late.
    error SignatureExpired(uint256 deadline, uint256 time);

    /// @notice The signature is not the signer's over exactly this write, contract and chain.
    error SignatureInvalid(address signer);

    /// @notice The nonce is not the organisation's next one: the write was done already, or another came first.
    error NonceOutOfOrder(uint32 organisation, uint256 expected, uint256 given);

    /// @notice The nonce that the organisation's next signed write to this contract must carry.
    /// @param organisation number of the organisation
    /// @return next count of signed writes so far
    function nonceOf(uint32 organisation) external view returns (uint256 next);
}
