"""What the contract of the directory refuses: the errors of `IDirectory.sol`, with their names and arguments."""

from chain.errors import ContractRefusal


class AuthorityRequired(ContractRefusal):
    """Only the authority may do this."""

    declaration = "address caller"
    caller: bytes


class TargetInvalid(ContractRefusal):
    """The address cannot serve: zero, or no contract there."""

    declaration = "address target"
    target: bytes


class VersionNotNewer(ContractRefusal):
    """The version is not newer than the one in force."""

    declaration = "bytes32 name, uint32 current, uint32 given"
    name: bytes
    current: int
    given: int
