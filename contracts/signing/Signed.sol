// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {SignatureChecker} from "@openzeppelin/contracts/utils/cryptography/SignatureChecker.sol";
import {ISigned} from "../interfaces/ISigned.sol";

/// @title Checking of signed writes
/// @dev The signer is named and checked, not recovered: a changed byte then gives `SignatureInvalid` and not the refusal of a
/// stranger's address. Nonces belong to the organisation, so that a rotated key does not open old signatures again.
/// Warning: `EIP712` has two storage slots of its own. A contract whose slots are published lists its storage before this contract, and
/// `ISigned` stands before `EIP712` here, else linearization puts those two slots first.
abstract contract Signed is ISigned, EIP712 {
    mapping(uint32 organisation => uint256 next) private _nonces;

    constructor(string memory name) EIP712(name, "1") {}

    /// @inheritdoc ISigned
    function nonceOf(uint32 organisation) external view returns (uint256 next) {
        return _nonces[organisation];
    }

    /// @dev Spends the nonce of a signed write and answers for whom it is made.
    /// @param structHash EIP-712 hash of the write with nonce and deadline
    function _authorise(bytes32 structHash, Authorisation calldata authorisation)
        internal
        returns (uint32 organisation, uint16 keyNumber)
    {
        _verifySignature(structHash, authorisation.signer, authorisation.deadline, authorisation.signature);
        (organisation, keyNumber) = _memberOf(authorisation.signer);
        uint256 expected = _nonces[organisation];
        if (authorisation.nonce != expected) revert NonceOutOfOrder(organisation, expected, authorisation.nonce);
        _nonces[organisation] = expected + 1;
    }

    function _verifySignature(bytes32 structHash, address signer, uint256 deadline, bytes calldata signature)
        internal
        view
    {
        if (block.timestamp > deadline) revert SignatureExpired(deadline, block.timestamp);
        bytes32 digest = _hashTypedDataV4(structHash);
        if (!SignatureChecker.isValidSignatureNow(signer, digest, signature)) revert SignatureInvalid(signer);
    }

    /// @dev For whom a key writes now; reverts as `IMembers.member` does.
    function _memberOf(address key) internal view virtual returns (uint32 organisation, uint16 keyNumber);
}
