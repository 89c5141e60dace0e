// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {ThingKey} from "../types/ThingKey.sol";
import {ISigned} from "./ISigned.sol";

/// @title Liens on things
/// @notice A bank reserves an asset with the pledgor's signature, makes the lien active once it has paid, and releases it.
/// An asset carries one lien at a time; a reservation that is not made active in time stops standing in the way.
/// @dev Liens and encumbrances are a published storage format (docs/formats.md, section 5).
/// Warning: the contract proves the pledgor's consent and that there is one lien, not the pledgor's title to the asset.
interface ILiens is ISigned {
    /// @notice State of a lien as stored; an overdue reservation still reads as `Reserved`.
    enum LienState {
        Unknown,
        Reserved,
        Active,
        Released
    }

    /// @notice A lien was reserved. `kind` is the kind of asset: 1 a thing.
    event LienReserved(
        bytes32 indexed lien,
        ThingKey indexed asset,
        uint32 indexed pledgee,
        uint32 pledgor,
        uint8 kind,
        bytes32 loanReference,
        uint64 until
    );

    /// @notice A lien became active.
    event LienActivated(bytes32 indexed lien, ThingKey indexed asset, uint32 indexed pledgee);

    /// @notice A lien was released.
    event LienReleased(bytes32 indexed lien, ThingKey indexed asset, uint32 indexed pledgee);

    /// @notice Another lien is on the asset.
    error AssetEncumbered(ThingKey asset, bytes32 lien);

    /// @notice No lien has this id.
    error LienUnknown(bytes32 lien);

    /// @notice A lien with the same asset, parties and reference was made already.
    error LienExists(bytes32 lien, LienState state);

    /// @notice The lien is not in a state from which this can be done; perhaps it is done already.
    error LienStateInvalid(bytes32 lien, LienState state);

    /// @notice The reservation is over.
    error ReservationExpired(bytes32 lien, uint64 until);

    /// @notice A reservation ends in the future, and at most 365 days from now.
    error ReservationInvalid(uint64 until, uint64 time);

    /// @notice Only an active organisation with the role of a bank can take a lien.
    error BankRequired(uint32 organisation);

    /// @notice Only the pledgee, or its successor, may do this.
    error PledgeeRequired(bytes32 lien, uint32 pledgee, uint32 organisation);

    /// @notice The caller acts for another organisation than the pledgee that the pledgor signed for.
    error PledgeeMismatch(uint32 pledgee, uint32 organisation);

    /// @notice An organisation cannot pledge to itself.
    error PledgorInvalid(uint32 organisation);

    /// @notice Reserves an asset for the caller's bank.
    /// @param asset key of the thing
    /// @param pledgee organisation of the caller, with the role of a bank
    /// @param loanReference 32 random bytes, the bank's own
    /// @param until last second of the reservation, in Unix time
    /// @param pledgor the pledgor's signature over `Pledge(bytes32 asset,uint32 pledgee,bytes32 loanReference,uint64 until,uint256 nonce,uint256 deadline)`
    /// @return lien `keccak256(asset ‖ pledgor (32) ‖ pledgee (32) ‖ reference)`
    function reserve(
        ThingKey asset,
        uint32 pledgee,
        bytes32 loanReference,
        uint64 until,
        Authorisation calldata pledgor
    ) external returns (bytes32 lien);

    /// @notice Twin of `reserve`: both have signed, and anybody sends. The bank signs `Reserve(…)` with the fields of `Pledge`.
    function reserveBySig(
        ThingKey asset,
        uint32 pledgee,
        bytes32 loanReference,
        uint64 until,
        Authorisation calldata pledgor,
        Authorisation calldata authorisation
    ) external returns (bytes32 lien);

    /// @notice Makes a reservation an active lien; for the pledgee, while the reservation lasts.
    function activate(bytes32 lien) external;

    /// @notice Twin of `activate`.
    function activateBySig(bytes32 lien, Authorisation calldata authorisation) external;

    /// @notice Gives the asset free; for the pledgee or its successor.
    function release(bytes32 lien) external;

    /// @notice Twin of `release`.
    function releaseBySig(bytes32 lien, Authorisation calldata authorisation) external;

    /// @notice The lien that is on an asset now; zero if none, and if its reservation is over.
    function lienOn(ThingKey asset) external view returns (bytes32 lien);

    /// @notice The record of a lien; zero throughout if there is none.
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
        );

    /// @notice The id that a lien has.
    function idOf(ThingKey asset, uint32 pledgor, uint32 pledgee, bytes32 loanReference)
        external
        pure
        returns (bytes32 lien);
}
