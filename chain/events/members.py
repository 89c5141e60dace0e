"""What the contract of the members says in its log: the events of `IMembers.sol`, with their names and arguments."""

from dataclasses import dataclass
from typing import ClassVar

from chain.events.event import ChainEvent


@dataclass(frozen=True, slots=True)
class OrganisationAdmitted(ChainEvent):
    """An organisation was admitted. The profile is the RFC 8785 JSON text of its public data."""

    declaration: ClassVar[str] = "uint32 indexed organisation, uint32 roles, bytes32 profile_hash, bytes profile"
    organisation: int
    roles: int
    profile_hash: bytes
    profile: bytes


@dataclass(frozen=True, slots=True)
class StandingChanged(ChainEvent):
    """An organisation was suspended (it can no longer write; what it wrote stays) or reinstated."""

    declaration: ClassVar[str] = "uint32 indexed organisation, uint8 standing, string reason"
    organisation: int
    standing: int
    reason: str


@dataclass(frozen=True, slots=True)
class RolesChanged(ChainEvent):
    """The roles of an organisation changed."""

    declaration: ClassVar[str] = "uint32 indexed organisation, uint32 roles"
    organisation: int
    roles: int


@dataclass(frozen=True, slots=True)
class ProfileChanged(ChainEvent):
    """The public data of an organisation changed."""

    declaration: ClassVar[str] = "uint32 indexed organisation, bytes32 profile_hash, bytes profile"
    organisation: int
    profile_hash: bytes
    profile: bytes


@dataclass(frozen=True, slots=True)
class SuccessorNamed(ChainEvent):
    """Another organisation now answers for this one. Zero: none any more."""

    declaration: ClassVar[str] = "uint32 indexed organisation, uint32 successor"
    organisation: int
    successor: int


@dataclass(frozen=True, slots=True)
class KeyAdded(ChainEvent):
    """A key may write for an organisation in the period given (both ends included; `until` zero: open)."""

    declaration: ClassVar[str] = (
        "uint32 indexed organisation, uint16 key_number, address indexed key, uint64 valid_from, uint64 until"
    )
    organisation: int
    key_number: int
    key: bytes
    valid_from: int
    until: int


@dataclass(frozen=True, slots=True)
class KeyClosed(ChainEvent):
    """A key may write no longer than `until` (that second included)."""

    declaration: ClassVar[str] = "uint32 indexed organisation, uint16 key_number, address indexed key, uint64 until"
    organisation: int
    key_number: int
    key: bytes
    until: int
