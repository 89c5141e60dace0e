"""What the directory says in its log: the events of `IDirectory.sol`, with their names and arguments."""

from dataclasses import dataclass
from typing import ClassVar

from chain.events.event import ChainEvent


@dataclass(frozen=True, slots=True)
class EntrySet(ChainEvent):
    """A contract serves under a name from this block on."""

    declaration: ClassVar[str] = "bytes32 indexed name, address indexed target, uint32 version, uint64 from_block"
    name: bytes
    target: bytes
    version: int
    from_block: int


@dataclass(frozen=True, slots=True)
class AuthorityProposed(ChainEvent):
    """A new authority was named, and has still to accept."""

    declaration: ClassVar[str] = "address indexed authority, address indexed proposed"
    authority: bytes
    proposed: bytes


@dataclass(frozen=True, slots=True)
class AuthorityChanged(ChainEvent):
    """The authority changed."""

    declaration: ClassVar[str] = "address indexed previous, address indexed authority"
    previous: bytes
    authority: bytes
