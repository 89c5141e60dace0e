"""Contract refusals by selector: every custom error of our contracts is an exception of the same name."""

from eth_abi.exceptions import DecodingError

from chain.errors import ContractRefusal, UnknownRefusal
from chain.refusals.attestations import (
    AttestationClosed,
    AttestationExists,
    AttestationMismatch,
    AttestationOfAnother,
    AttestationUnknown,
    ExpiryPassed,
    SchemaEmpty,
    SchemaExists,
    SchemaUnknown,
)
from chain.refusals.directory import (
    AuthorityRequired,
    TargetInvalid,
    VersionNotNewer,
)
from chain.refusals.ledger import (
    AnchorEmpty,
    BatchMalformed,
    EventMalformed,
    HeadFull,
    IdentifierNotOwned,
    KindsInvalid,
    PrefixIndexInvalid,
    StreamInvalid,
    StreamOutOfOrder,
    ThingNotCreated,
)
from chain.refusals.liens import (
    AssetEncumbered,
    BankRequired,
    LienExists,
    LienStateInvalid,
    LienUnknown,
    PledgeeMismatch,
    PledgeeRequired,
    PledgorInvalid,
    ReservationExpired,
    ReservationInvalid,
)
from chain.refusals.members import (
    KeyExpired,
    KeyInvalid,
    KeyNotYetValid,
    KeyOfAnotherOrganisation,
    KeyPeriodInvalid,
    KeyTaken,
    KeyUnknown,
    OrganisationSuspended,
    OrganisationUnknown,
    RolesInvalid,
    StandingUnchanged,
    SuccessorInvalid,
)
from chain.refusals.prefixes import (
    GrantStatusInvalid,
    HolderRequired,
    MaskInvalid,
    NodeRequired,
    PrefixAlreadyGranted,
    PrefixMalformed,
    PrefixNotGranted,
    PrefixOverlaps,
    PrefixOverlapsBelow,
    PrefixRevoked,
    PrefixSuspended,
    SchemeExists,
    SchemeMalformed,
    SchemeUnknown,
)
from chain.refusals.signed import (
    NonceOutOfOrder,
    SignatureExpired,
    SignatureInvalid,
)

__all__ = [
    "REFUSALS",
    "AnchorEmpty",
    "AssetEncumbered",
    "AttestationClosed",
    "AttestationExists",
    "AttestationMismatch",
    "AttestationOfAnother",
    "AttestationUnknown",
    "AuthorityRequired",
    "BankRequired",
    "BatchMalformed",
    "EventMalformed",
    "ExpiryPassed",
    "GrantStatusInvalid",
    "HeadFull",
    "HolderRequired",
    "IdentifierNotOwned",
    "KeyExpired",
    "KeyInvalid",
    "KeyNotYetValid",
    "KeyOfAnotherOrganisation",
    "KeyPeriodInvalid",
    "KeyTaken",
    "KeyUnknown",
    "KindsInvalid",
    "LienExists",
    "LienStateInvalid",
    "LienUnknown",
    "MaskInvalid",
    "NodeRequired",
    "NonceOutOfOrder",
    "OrganisationSuspended",
    "OrganisationUnknown",
    "PledgeeMismatch",
    "PledgeeRequired",
    "PledgorInvalid",
    "PrefixAlreadyGranted",
    "PrefixIndexInvalid",
    "PrefixMalformed",
    "PrefixNotGranted",
    "PrefixOverlaps",
    "PrefixOverlapsBelow",
    "PrefixRevoked",
    "PrefixSuspended",
    "ReservationExpired",
    "ReservationInvalid",
    "RolesInvalid",
    "SchemaEmpty",
    "SchemaExists",
    "SchemaUnknown",
    "SchemeExists",
    "SchemeMalformed",
    "SchemeUnknown",
    "SignatureExpired",
    "SignatureInvalid",
    "StandingUnchanged",
    "StreamInvalid",
    "StreamOutOfOrder",
    "SuccessorInvalid",
    "TargetInvalid",
    "ThingNotCreated",
    "VersionNotNewer",
    "refusal_of",
]

_KNOWN: tuple[type[ContractRefusal], ...] = (
    AnchorEmpty,
    AssetEncumbered,
    AttestationClosed,
    AttestationExists,
    AttestationMismatch,
    AttestationOfAnother,
    AttestationUnknown,
    AuthorityRequired,
    BankRequired,
    BatchMalformed,
    EventMalformed,
    ExpiryPassed,
    GrantStatusInvalid,
    HeadFull,
    HolderRequired,
    IdentifierNotOwned,
    KeyExpired,
    KeyInvalid,
    KeyNotYetValid,
    KeyOfAnotherOrganisation,
    KeyPeriodInvalid,
    KeyTaken,
    KeyUnknown,
    KindsInvalid,
    LienExists,
    LienStateInvalid,
    LienUnknown,
    MaskInvalid,
    NodeRequired,
    NonceOutOfOrder,
    OrganisationSuspended,
    OrganisationUnknown,
    PledgeeMismatch,
    PledgeeRequired,
    PledgorInvalid,
    PrefixAlreadyGranted,
    PrefixIndexInvalid,
    PrefixMalformed,
    PrefixNotGranted,
    PrefixOverlaps,
    PrefixOverlapsBelow,
    PrefixRevoked,
    PrefixSuspended,
    ReservationExpired,
    ReservationInvalid,
    RolesInvalid,
    SchemaEmpty,
    SchemaExists,
    SchemaUnknown,
    SchemeExists,
    SchemeMalformed,
    SchemeUnknown,
    SignatureExpired,
    SignatureInvalid,
    StandingUnchanged,
    StreamInvalid,
    StreamOutOfOrder,
    SuccessorInvalid,
    TargetInvalid,
    ThingNotCreated,
    VersionNotNewer,
)

REFUSALS: dict[bytes, type[ContractRefusal]] = {known.selector(): known for known in _KNOWN}
"""The exception of each selector."""

_ERROR_STRING = bytes.fromhex("08c379a0")
"""Selector of `Error(string)`, which Solidity's own checks and libraries use."""
_PANIC = bytes.fromhex("4e487b71")
"""Selector of `Panic(uint256)`: an overflow, an index out of bounds, a failed assertion."""


def refusal_of(data: bytes, message: str = "") -> ContractRefusal:
    """Return the exception that revert data stands for."""
    known = REFUSALS.get(data[:4])
    if known is not None:
        try:
            return known.from_data(data)
        except DecodingError as error:
            return UnknownRefusal(data, f"{known.__name__} with unreadable arguments: {error}")
    if data[:4] == _ERROR_STRING and len(data) >= 68:
        size = int.from_bytes(data[36:68], "big")
        return UnknownRefusal(data, data[68 : 68 + size].decode(errors="replace"))
    if data[:4] == _PANIC and len(data) >= 36:
        return UnknownRefusal(data, f"panic 0x{int.from_bytes(data[4:36], 'big'):02x}")
    return UnknownRefusal(data, message)
