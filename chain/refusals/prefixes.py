"""What the contract of the prefixes refuses: the errors of `IPrefixes.sol`, with their names and arguments."""

from chain.errors import ContractRefusal


class SchemeUnknown(ContractRefusal):
    """The scheme is not registered."""

    declaration = "string scheme"
    scheme: str


class SchemeExists(ContractRefusal):
    """The scheme is registered already."""

    declaration = "string scheme"
    scheme: str


class SchemeMalformed(ContractRefusal):
    """A scheme's name is 1 to 16 characters a-z, 0-9; its lengths are 1 to 64, shortest first."""

    declaration = "string scheme, uint8 shortest, uint8 longest"
    scheme: str
    shortest: int
    longest: int


class PrefixMalformed(ContractRefusal):
    """The prefix is too short, too long, has an empty segment or a character that is not printable ASCII."""

    declaration = "string scheme, string prefix"
    scheme: str
    prefix: str


class PrefixAlreadyGranted(ContractRefusal):
    """The prefix is granted to this holder already."""

    declaration = "bytes32 prefix_key, uint32 holder"
    prefix_key: bytes
    holder: int


class PrefixOverlaps(ContractRefusal):
    """A shorter prefix that contains this one has a holder."""

    declaration = "bytes32 prefix_key, bytes32 other"
    prefix_key: bytes
    other: bytes


class PrefixOverlapsBelow(ContractRefusal):
    """Longer prefixes that this one contains have holders."""

    declaration = "bytes32 prefix_key, uint256 grants"
    prefix_key: bytes
    grants: int


class PrefixNotGranted(ContractRefusal):
    """The prefix was never granted."""

    declaration = "bytes32 prefix_key"
    prefix_key: bytes


class PrefixSuspended(ContractRefusal):
    """The prefix is suspended."""

    declaration = "bytes32 prefix_key"
    prefix_key: bytes


class PrefixRevoked(ContractRefusal):
    """The grant was revoked."""

    declaration = "bytes32 prefix_key"
    prefix_key: bytes


class GrantStatusInvalid(ContractRefusal):
    """The grant has the status already that the change would give it, or cannot come to it."""

    declaration = "bytes32 prefix_key, uint8 status"
    prefix_key: bytes
    status: int


class NodeRequired(ContractRefusal):
    """Only the authority, or the node above the prefix, may do this."""

    declaration = "bytes32 prefix_key, address caller"
    prefix_key: bytes
    caller: bytes


class HolderRequired(ContractRefusal):
    """Only the holder of the prefix may do this."""

    declaration = "bytes32 prefix_key, uint32 organisation"
    prefix_key: bytes
    organisation: int


class MaskInvalid(ContractRefusal):
    """The mask holds a bit that is no right."""

    declaration = "uint32 mask"
    mask: int
