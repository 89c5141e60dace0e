"""What the contract of the liens says in its log: the events of `ILiens.sol`, with their names and arguments."""

from dataclasses import dataclass
from typing import ClassVar

from chain.events.event import ChainEvent


@dataclass(frozen=True, slots=True)
class LienReserved(ChainEvent):
    """A lien was reserved. `kind` is the kind of asset: 1 a thing."""

    declaration: ClassVar[str] = (
        "bytes32 indexed lien, bytes32 indexed asset, uint32 indexed pledgee, uint32 pledgor, "
        "uint8 kind, bytes32 loan_reference, uint64 until"
    )
    lien: bytes
    asset: bytes
    pledgee: int
    pledgor: int
    kind: int
    loan_reference: bytes
    until: int


@dataclass(frozen=True, slots=True)
class LienActivated(ChainEvent):
    """A lien became active."""

    declaration: ClassVar[str] = "bytes32 indexed lien, bytes32 indexed asset, uint32 indexed pledgee"
    lien: bytes
    asset: bytes
    pledgee: int


@dataclass(frozen=True, slots=True)
class LienReleased(ChainEvent):
    """A lien was released."""

    declaration: ClassVar[str] = "bytes32 indexed lien, bytes32 indexed asset, uint32 indexed pledgee"
    lien: bytes
    asset: bytes
    pledgee: int
