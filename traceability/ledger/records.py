"""Records: what the 32 bytes of a storage slot say (docs/formats.md §5)."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import IntEnum
from typing import TypeVar

from traceability.errors import WordInvalid
from traceability.ledger.meta import Role, State

LIEN_QUANTITY_EXPONENT = -6
"""The amount of a lien counts millionths of its unit."""


_Choice = TypeVar("_Choice", bound=IntEnum)


class OrganisationStatus(IntEnum):
    """The standing of an organisation."""

    ACTIVE = 1
    SUSPENDED = 2


class GrantStatus(IntEnum):
    """The standing of a grant of a prefix."""

    GRANTED = 1
    SUSPENDED = 2
    REVOKED = 3


class AttestationStatus(IntEnum):
    """The standing of an attestation in its slot; expiry and suspension of the issuer come on top."""

    ISSUED = 1
    REVOKED = 2
    SUPERSEDED = 3


class LienState(IntEnum):
    """The stage of a lien."""

    RESERVED = 1
    ACTIVE = 2
    RELEASED = 3


class AssetKind(IntEnum):
    """What kind of asset a lien is on."""

    THING = 1


@dataclass(frozen=True, slots=True)
class DirectoryEntry:
    """A contract that the directory knows."""

    contract: bytes
    """The address, 20 bytes."""
    version: int
    from_block: int
    """The block from which this entry holds."""

    @classmethod
    def from_word(cls, word: bytes) -> DirectoryEntry | None:
        """Return the entry, or None where the slot is empty."""
        if not _present(word):
            return None
        return cls(contract=word[:20], version=_number(word, 20, 24), from_block=_number(word, 24, 32))


@dataclass(frozen=True, slots=True)
class OrganisationRecord:
    """The record of an organisation."""

    status: OrganisationStatus
    roles: Role
    successor: int
    """The number of the organisation that followed it, or 0."""
    keys: int
    """How many keys it has had."""
    admitted_at: int
    """Seconds since 1970."""

    @classmethod
    def from_word(cls, word: bytes) -> OrganisationRecord | None:
        """Return the record, or None where the slot is empty."""
        if not _present(word):
            return None
        return cls(
            status=_choice("status", OrganisationStatus, word[0]),
            roles=Role(_number(word, 1, 5)),
            successor=_number(word, 5, 9),
            keys=_number(word, 9, 11),
            admitted_at=_number(word, 11, 19),
        )


@dataclass(frozen=True, slots=True)
class MemberKey:
    """The record of a signing key."""

    organisation: int
    number: int
    """The number of the key within its organisation, from 1."""
    valid_from: int
    """Seconds since 1970."""
    valid_until: int
    """Seconds since 1970; 0 where it is open."""

    @classmethod
    def from_word(cls, word: bytes) -> MemberKey | None:
        """Return the record, or None where the slot is empty."""
        if not _present(word):
            return None
        return cls(_number(word, 0, 4), _number(word, 4, 6), _number(word, 6, 14), _number(word, 14, 22))


@dataclass(frozen=True, slots=True)
class Grant:
    """The grant of a prefix."""

    status: GrantStatus
    holder: int
    everyone: int
    """The rights of everyone, a mask of kinds."""
    anchors_forbidden: int
    """The kinds that may not go to the anchored lane, a mask of kinds."""
    granted_at: int
    """Seconds since 1970."""

    @classmethod
    def from_word(cls, word: bytes) -> Grant | None:
        """Return the grant, or None where the slot is empty."""
        if not _present(word):
            return None
        return cls(
            status=_choice("status", GrantStatus, word[0]),
            holder=_number(word, 1, 5),
            everyone=_number(word, 5, 9),
            anchors_forbidden=_number(word, 9, 13),
            granted_at=_number(word, 13, 21),
        )


@dataclass(frozen=True, slots=True)
class NodeRecord:
    """The organisation that may grant below a prefix, which is not holding it."""

    status: GrantStatus
    organisation: int

    @classmethod
    def from_word(cls, word: bytes) -> NodeRecord | None:
        """Return the node, or None where the slot is empty."""
        if not _present(word):
            return None
        return cls(status=_choice("status", GrantStatus, word[0]), organisation=_number(word, 1, 5))


@dataclass(frozen=True, slots=True)
class StateRecord:
    """The state of a key; an empty slot is a state that was never changed."""

    state: State
    organisation: int
    """The organisation that set it, 0 where nobody did."""
    since: int
    """Seconds since 1970, 0 where it was never changed."""

    @classmethod
    def from_word(cls, word: bytes) -> StateRecord:
        """Return the state, which every key has."""
        _present(word)
        return cls(_choice("state", State, word[0]), _number(word, 1, 5), _number(word, 5, 13))


@dataclass(frozen=True, slots=True)
class SchemaRecord:
    """The registration of a schema."""

    organisation: int
    registered_at: int
    """Seconds since 1970."""

    @classmethod
    def from_word(cls, word: bytes) -> SchemaRecord | None:
        """Return the registration, or None where the slot is empty."""
        if not _present(word):
            return None
        return cls(_number(word, 0, 4), _number(word, 4, 12))


@dataclass(frozen=True, slots=True)
class AttestationRecord:
    """The record of an attestation."""

    status: AttestationStatus
    organisation: int
    key_number: int
    issued_at: int
    """Seconds since 1970."""
    expires_at: int
    """Seconds since 1970; 0 where it never expires."""

    @classmethod
    def from_word(cls, word: bytes) -> AttestationRecord | None:
        """Return the record, or None where the slot is empty."""
        if not _present(word):
            return None
        return cls(
            status=_choice("status", AttestationStatus, word[0]),
            organisation=_number(word, 1, 5),
            key_number=_number(word, 5, 7),
            issued_at=_number(word, 7, 15),
            expires_at=_number(word, 15, 23),
        )


@dataclass(frozen=True, slots=True)
class LienRecord:
    """The record of a lien."""

    state: LienState
    asset_kind: AssetKind
    pledgor: int
    pledgee: int
    until: int
    """The end of the reservation, seconds since 1970."""
    since: int
    """When it came to this state, seconds since 1970."""

    @classmethod
    def from_word(cls, word: bytes) -> LienRecord | None:
        """Return the record, or None where the slot is empty."""
        if not _present(word):
            return None
        return cls(
            state=_choice("state", LienState, word[0]),
            asset_kind=_choice("kind of asset", AssetKind, word[1]),
            pledgor=_number(word, 2, 6),
            pledgee=_number(word, 6, 10),
            until=_number(word, 10, 18),
            since=_number(word, 18, 26),
        )

    def encumbers(self, time: int) -> bool:
        """Say whether the lien stands in the way of another at this time (seconds since 1970)."""
        return self.state is LienState.ACTIVE or (self.state is LienState.RESERVED and time <= self.until)


@dataclass(frozen=True, slots=True)
class LienQuantity:
    """How much of an asset is pledged."""

    amount: Decimal
    unit: str
    """UN/CEFACT Recommendation 20 code."""

    @classmethod
    def from_word(cls, word: bytes) -> LienQuantity | None:
        """Return the quantity, or None where the whole asset is pledged."""
        if not _present(word):
            return None
        unit = word[16:].rstrip(b"\x00")
        if not unit.isascii():
            raise WordInvalid("unit", word, "ASCII")
        amount = Decimal(f"{_number(word, 0, 16)}E{LIEN_QUANTITY_EXPONENT}")
        return cls(amount=amount, unit=unit.decode("ascii"))


def _present(word: bytes) -> bool:
    if len(word) != 32:
        raise WordInvalid("storage word", word, "32 bytes")
    return any(word)


def _number(word: bytes, start: int, end: int) -> int:
    return int.from_bytes(word[start:end], "big")


def _choice(what: str, choices: type[_Choice], value: int) -> _Choice:
    try:
        return choices(value)
    except ValueError:
        raise WordInvalid(what, value, " or ".join(str(choice.value) for choice in choices)) from None
