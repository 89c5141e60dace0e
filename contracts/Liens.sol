// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {ILiens} from "./interfaces/ILiens.sol";
import {IMembers} from "./interfaces/IMembers.sol";
import {MemberSigned} from "./signing/MemberSigned.sol";
import {LiensStorage} from "./storage/LiensStorage.sol";
import {ThingKey} from "./types/ThingKey.sol";

/// @title Liens
/// @notice Keeps who has a lien on what.
contract Liens is ILiens, LiensStorage, MemberSigned {
    /// @dev What pledgor and pledgee agree on.
    struct Terms {
        ThingKey asset;
        uint32 pledgee;
        bytes32 loanReference;
        uint64 until;
    }

    uint32 private constant _BANK = 64;

    /// @dev Kind of asset: one thing, whole.
    uint8 private constant _THING = 1;

    uint256 private constant _LONGEST_RESERVATION = 365 days;

    bytes32 private constant _PLEDGE = keccak256(
        "Pledge(bytes32 asset,uint32 pledgee,bytes32 loanReference,uint64 until,uint256 nonce,uint256 deadline)"
    );
    bytes32 private constant _RESERVE = keccak256(
        "Reserve(bytes32 asset,uint32 pledgee,bytes32 loanReference,uint64 until,uint256 nonce,uint256 deadline)"
    );
    bytes32 private constant _ACTIVATE = keccak256("Activate(bytes32 lien,uint256 nonce,uint256 deadline)");
    bytes32 private constant _RELEASE = keccak256("Release(bytes32 lien,uint256 nonce,uint256 deadline)");

    /// @param members the network's members
    constructor(IMembers members) MemberSigned("Suyuan Liens", members) {}

    // Writing

    /// @inheritdoc ILiens
    function reserve(
        ThingKey asset,
        uint32 pledgee,
        bytes32 loanReference,
        uint64 until,
        Authorisation calldata pledgor
    ) external returns (bytes32 lien) {
        (uint32 caller,) = _memberOf(msg.sender);
        return _reserve(Terms(asset, pledgee, loanReference, until), caller, pledgor);
    }

    /// @inheritdoc ILiens
    function reserveBySig(
        ThingKey asset,
        uint32 pledgee,
        bytes32 loanReference,
        uint64 until,
        Authorisation calldata pledgor,
        Authorisation calldata authorisation
    ) external returns (bytes32 lien) {
        Terms memory terms = Terms(asset, pledgee, loanReference, until);
        (uint32 caller,) = _authorise(_termsHash(_RESERVE, terms, authorisation), authorisation);
        return _reserve(terms, caller, pledgor);
    }

    /// @inheritdoc ILiens
    function activate(bytes32 lien) external {
        (uint32 caller,) = _memberOf(msg.sender);
        _activate(lien, caller);
    }

    /// @inheritdoc ILiens
    function activateBySig(bytes32 lien, Authorisation calldata authorisation) external {
        bytes32 structHash =
            keccak256(abi.encode(_ACTIVATE, lien, authorisation.nonce, authorisation.deadline));
        (uint32 caller,) = _authorise(structHash, authorisation);
        _activate(lien, caller);
    }

    /// @inheritdoc ILiens
    function release(bytes32 lien) external {
        (uint32 caller,) = _memberOf(msg.sender);
        _release(lien, caller);
    }

    /// @inheritdoc ILiens
    function releaseBySig(bytes32 lien, Authorisation calldata authorisation) external {
        bytes32 structHash = keccak256(abi.encode(_RELEASE, lien, authorisation.nonce, authorisation.deadline));
        (uint32 caller,) = _authorise(structHash, authorisation);
        _release(lien, caller);
    }

    // Reading

    /// @inheritdoc ILiens
    function lienOn(ThingKey asset) public view returns (bytes32 lien) {
        lien = _encumbrances[asset];
        if (lien != 0 && _isOverdue(_liens[lien])) return 0;
    }

    /// @inheritdoc ILiens
    function lienOf(bytes32 lien)
        external
        view
        returns (
            LienState state,
            uint8 kind,
            uint32 pledgor,
            uint32 pledgee,
            uint64 until,
            uint64 since,
            ThingKey asset,
            bytes32 quantity
        )
    {
        LienRecord memory found = _liens[lien];
        state = LienState(found.state);
        kind = found.kind;
        pledgor = found.pledgor;
        pledgee = found.pledgee;
        until = found.until;
        since = found.since;
        asset = _assets[lien];
        quantity = _quantities[lien];
    }

    /// @inheritdoc ILiens
    function idOf(ThingKey asset, uint32 pledgor, uint32 pledgee, bytes32 loanReference)
        public
        pure
        returns (bytes32 lien)
    {
        return keccak256(abi.encode(asset, pledgor, pledgee, loanReference));
    }

    // Inner workings

    function _reserve(Terms memory terms, uint32 caller, Authorisation calldata consent)
        private
        returns (bytes32 lien)
    {
        if (caller != terms.pledgee) revert PledgeeMismatch(terms.pledgee, caller);
        _verifyBank(caller);
        if (terms.until <= block.timestamp || terms.until > block.timestamp + _LONGEST_RESERVATION) {
            revert ReservationInvalid(terms.until, uint64(block.timestamp));
        }
        // Looked up before the nonce is spent, so that a second sending is told that the lien is there already.
        (uint32 pledgor,) = _memberOf(consent.signer);
        if (pledgor == caller) revert PledgorInvalid(pledgor);
        lien = idOf(terms.asset, pledgor, caller, terms.loanReference);
        if (_liens[lien].state != 0) revert LienExists(lien, LienState(_liens[lien].state));
        bytes32 other = lienOn(terms.asset);
        if (other != 0) revert AssetEncumbered(terms.asset, other);
        _authorise(_termsHash(_PLEDGE, terms, consent), consent);

        _liens[lien] = LienRecord({
            unused: 0,
            since: uint64(block.timestamp),
            until: terms.until,
            pledgee: caller,
            pledgor: pledgor,
            kind: _THING,
            state: uint8(LienState.Reserved)
        });
        _assets[lien] = terms.asset;
        _encumbrances[terms.asset] = lien;
        emit LienReserved(lien, terms.asset, caller, pledgor, _THING, terms.loanReference, terms.until);
    }

    function _activate(bytes32 lien, uint32 caller) private {
        LienRecord storage found = _verifyPledgee(lien, caller);
        if (found.state != uint8(LienState.Reserved)) revert LienStateInvalid(lien, LienState(found.state));
        if (_isOverdue(found)) revert ReservationExpired(lien, found.until);
        _verifyBank(caller);

        found.state = uint8(LienState.Active);
        found.since = uint64(block.timestamp);
        emit LienActivated(lien, _assets[lien], found.pledgee);
    }

    function _release(bytes32 lien, uint32 caller) private {
        LienRecord storage found = _verifyPledgee(lien, caller);
        if (found.state == uint8(LienState.Released)) revert LienStateInvalid(lien, LienState.Released);

        found.state = uint8(LienState.Released);
        found.since = uint64(block.timestamp);
        ThingKey asset = _assets[lien];
        // An overdue reservation may have made way for another lien, which stays.
        if (_encumbrances[asset] == lien) _encumbrances[asset] = 0;
        emit LienReleased(lien, asset, found.pledgee);
    }

    function _verifyPledgee(bytes32 lien, uint32 caller) private view returns (LienRecord storage found) {
        found = _liens[lien];
        if (found.state == 0) revert LienUnknown(lien);
        if (!MEMBERS.answersFor(caller, found.pledgee)) revert PledgeeRequired(lien, found.pledgee, caller);
    }

    function _verifyBank(uint32 organisation) private view {
        if (!MEMBERS.hasRole(organisation, _BANK)) revert BankRequired(organisation);
    }

    function _isOverdue(LienRecord storage found) private view returns (bool) {
        return found.state == uint8(LienState.Reserved) && block.timestamp > found.until;
    }

    function _termsHash(bytes32 typeHash, Terms memory terms, Authorisation calldata authorisation)
        private
        pure
        returns (bytes32)
    {
        return keccak256(
            abi.encode(
                typeHash,
                terms.asset,
                terms.pledgee,
                terms.loanReference,
                terms.until,
                authorisation.nonce,
                authorisation.deadline
            )
        );
    }
}
