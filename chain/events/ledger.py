"""What the contract of the ledger says in its log: the events of `ILedger.sol`, with their names and arguments."""

from dataclasses import dataclass
from typing import ClassVar, Self

from chain.errors import ReplyInvalid
from chain.events.event import ChainEvent
from chain.logs import Log

_KEYS_AT = (64).to_bytes(32, "big")
"""Where the keys begin in the data of `EventRecorded`."""


@dataclass(frozen=True, slots=True)
class EventRecorded(ChainEvent):
    """An event was written on the line of each key, in this order."""

    declaration: ClassVar[str] = "bytes32 indexed commitment, bytes32 meta, bytes32[] keys"
    commitment: bytes
    meta: bytes
    keys: tuple[bytes, ...]

    @classmethod
    def from_log(cls, log: Log) -> Self:
        """Return the event by slicing: most logs are of this kind, and eth_abi reads them thirty times slower.

        The data is `meta (32) ‖ offset 64 (32) ‖ count (32) ‖ keys (32 each)`.
        """
        data = log.data
        end = len(data)
        if (
            end < 96
            or len(log.topics) != 2
            or data[32:64] != _KEYS_AT
            or int.from_bytes(data[64:96], "big") * 32 != end - 96
        ):
            raise ReplyInvalid("eth_getLogs", "a log of EventRecorded with other arguments")
        return cls(log.topics[1], data[:32], tuple([data[at : at + 32] for at in range(96, end, 32)]))


@dataclass(frozen=True, slots=True)
class BatchRecorded(ChainEvent):
    """A batch was written; follows its events."""

    declaration: ClassVar[str] = "uint32 indexed organisation, uint32 indexed stream, uint64 number, uint32 events"
    organisation: int
    stream: int
    number: int
    events: int


@dataclass(frozen=True, slots=True)
class Anchored(ChainEvent):
    """A root over events of the anchored lane was written."""

    declaration: ClassVar[str] = (
        "uint32 indexed organisation, uint32 indexed stream, uint64 number, bytes32 root, "
        "uint32 count, uint32 kinds, uint16 key_number"
    )
    organisation: int
    stream: int
    number: int
    root: bytes
    count: int
    kinds: int
    key_number: int


@dataclass(frozen=True, slots=True)
class StateChanged(ChainEvent):
    """The state of a key was set; follows the event that set it."""

    declaration: ClassVar[str] = "bytes32 indexed key, uint8 state, uint32 organisation, uint64 since"
    key: bytes
    state: int
    organisation: int
    since: int
