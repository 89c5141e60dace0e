"""What the contract of the ledger refuses: the errors of `ILedger.sol`, with their names and arguments."""

from chain.errors import ContractRefusal


class StreamInvalid(ContractRefusal):
    """The stream is not the lane's: 0 for headed events, 1 for anchors."""

    declaration = "uint32 stream"
    stream: int


class StreamOutOfOrder(ContractRefusal):
    """The number is not the next one of the stream: the batch was written already, or another came first."""

    declaration = "uint32 organisation, uint32 stream, uint64 expected, uint64 given"
    organisation: int
    stream: int
    expected: int
    given: int


class IdentifierNotOwned(ContractRefusal):
    """The prefix does not admit this kind of event of this organisation."""

    declaration = "bytes32 prefix_key, uint32 organisation, uint8 kind"
    prefix_key: bytes
    organisation: int
    kind: int


class ThingNotCreated(ContractRefusal):
    """The thing has no line yet, and the organisation may not write its first."""

    declaration = "bytes32 key, uint32 organisation"
    key: bytes
    organisation: int


class BatchMalformed(ContractRefusal):
    """The arrays of the batch do not belong together."""

    declaration = "uint256 events, uint256 lines"
    events: int
    lines: int


class PrefixIndexInvalid(ContractRefusal):
    """A line names a prefix that the batch does not list."""

    declaration = "uint256 index, uint256 prefixes"
    index: int
    prefixes: int


class EventMalformed(ContractRefusal):
    """Kind, flags and state of an event do not belong together (docs/formats.md, section 2)."""

    declaration = "uint256 index, uint8 kind, uint8 flags, uint8 state"
    index: int
    kind: int
    flags: int
    state: int


class KindsInvalid(ContractRefusal):
    """The mask of an anchor holds a bit that is no kind, or a kind that must be on a head."""

    declaration = "uint32 kinds"
    kinds: int


class AnchorEmpty(ContractRefusal):
    """An anchor over nothing."""

    declaration = "uint32 organisation, uint64 number"
    organisation: int
    number: int


class HeadFull(ContractRefusal):
    """A head holds no more lines than 32 bits count."""

    declaration = "bytes32 key"
    key: bytes
