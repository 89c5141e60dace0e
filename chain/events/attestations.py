"""What the attestations say in its log: the events of `IAttestations.sol`, with their names and arguments."""

from dataclasses import dataclass
from typing import ClassVar

from chain.events.event import ChainEvent


@dataclass(frozen=True, slots=True)
class SchemaRegistered(ChainEvent):
    """A schema was registered; its text is RFC 8785 JSON."""

    declaration: ClassVar[str] = "bytes32 indexed schema_id, uint32 indexed organisation, bytes schema"
    schema_id: bytes
    organisation: int
    schema: bytes


@dataclass(frozen=True, slots=True)
class Attested(ChainEvent):
    """An attestation was issued."""

    declaration: ClassVar[str] = (
        "bytes32 indexed id, bytes32 indexed schema_id, bytes32 indexed subject, "
        "uint32 organisation, uint16 key_number, bytes32 commitment, uint64 expires"
    )
    id: bytes
    schema_id: bytes
    subject: bytes
    organisation: int
    key_number: int
    commitment: bytes
    expires: int


@dataclass(frozen=True, slots=True)
class AttestationRevoked(ChainEvent):
    """An attestation was revoked."""

    declaration: ClassVar[str] = "bytes32 indexed id, uint32 indexed organisation"
    id: bytes
    organisation: int


@dataclass(frozen=True, slots=True)
class AttestationSuperseded(ChainEvent):
    """An attestation was replaced by another, issued just before."""

    declaration: ClassVar[str] = "bytes32 indexed id, bytes32 indexed successor, uint32 indexed organisation"
    id: bytes
    successor: bytes
    organisation: int
