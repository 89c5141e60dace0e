"""What the contract of the prefixes says in its log: the events of `IPrefixes.sol`, with their names and arguments."""

from dataclasses import dataclass
from typing import ClassVar

from chain.events.event import ChainEvent


@dataclass(frozen=True, slots=True)
class SchemeRegistered(ChainEvent):
    """A scheme of identifiers can now be granted from. `separator` zero: every character is a level."""

    declaration: ClassVar[str] = "string scheme, bytes1 separator, uint8 shortest, uint8 longest"
    scheme: str
    separator: bytes
    shortest: int
    longest: int


@dataclass(frozen=True, slots=True)
class PrefixGranted(ChainEvent):
    """A prefix has a holder."""

    declaration: ClassVar[str] = (
        "bytes32 indexed prefix_key, uint32 indexed holder, string scheme, string prefix, uint32 everyone, uint32 by"
    )
    prefix_key: bytes
    holder: int
    scheme: str
    prefix: str
    everyone: int
    by: int


@dataclass(frozen=True, slots=True)
class GrantStatusChanged(ChainEvent):
    """A grant was suspended (nothing can be written under the prefix), reinstated or revoked (it has no holder any
    more). `by` is the node's organisation, zero for the authority.
    """

    declaration: ClassVar[str] = "bytes32 indexed prefix_key, uint8 status, uint32 by, string reason"
    prefix_key: bytes
    status: int
    by: int
    reason: str


@dataclass(frozen=True, slots=True)
class NodeGranted(ChainEvent):
    """An organisation may grant below the prefix (which is not holding it). Zero: nobody may any more."""

    declaration: ClassVar[str] = (
        "bytes32 indexed prefix_key, uint32 indexed organisation, string scheme, string prefix, uint32 by"
    )
    prefix_key: bytes
    organisation: int
    scheme: str
    prefix: str
    by: int


@dataclass(frozen=True, slots=True)
class PolicySet(ChainEvent):
    """The holder changed what everyone may do under its prefix."""

    declaration: ClassVar[str] = "bytes32 indexed prefix_key, uint32 everyone, uint32 anchors_forbidden"
    prefix_key: bytes
    everyone: int
    anchors_forbidden: int


@dataclass(frozen=True, slots=True)
class PartnerSet(ChainEvent):
    """The holder changed what one organisation may do beyond everyone."""

    declaration: ClassVar[str] = "bytes32 indexed prefix_key, uint32 indexed organisation, uint32 mask"
    prefix_key: bytes
    organisation: int
    mask: int
