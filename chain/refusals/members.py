"""What the contract of the members refuses: the errors of `IMembers.sol`, with their names and arguments."""

from chain.errors import ContractRefusal


class OrganisationUnknown(ContractRefusal):
    """No organisation has this number."""

    declaration = "uint32 organisation"
    organisation: int


class OrganisationSuspended(ContractRefusal):
    """The organisation is suspended."""

    declaration = "uint32 organisation"
    organisation: int


class StandingUnchanged(ContractRefusal):
    """The organisation has the standing already that the change would give it."""

    declaration = "uint32 organisation, uint8 standing"
    organisation: int
    standing: int


class KeyUnknown(ContractRefusal):
    """The address is no organisation's key."""

    declaration = "address key"
    key: bytes


class KeyNotYetValid(ContractRefusal):
    """The key's time has not come."""

    declaration = "address key, uint64 valid_from"
    key: bytes
    valid_from: int


class KeyExpired(ContractRefusal):
    """The key's time is over."""

    declaration = "address key, uint64 until"
    key: bytes
    until: int


class KeyTaken(ContractRefusal):
    """The address is, or was, a key already; a key serves one organisation, once."""

    declaration = "address key, uint32 organisation"
    key: bytes
    organisation: int


class KeyOfAnotherOrganisation(ContractRefusal):
    """The caller's organisation is not the one whose keys it wants to change."""

    declaration = "uint32 organisation, uint32 caller"
    organisation: int
    caller: int


class KeyPeriodInvalid(ContractRefusal):
    """The period ends before it begins, lies in the past, or would prolong a key."""

    declaration = "address key, uint64 valid_from, uint64 until"
    key: bytes
    valid_from: int
    until: int


class KeyInvalid(ContractRefusal):
    """The zero address is no key."""

    declaration = "address key"
    key: bytes


class RolesInvalid(ContractRefusal):
    """The roles hold a bit without meaning."""

    declaration = "uint32 roles"
    roles: int


class SuccessorInvalid(ContractRefusal):
    """An organisation cannot succeed itself."""

    declaration = "uint32 organisation, uint32 successor"
    organisation: int
    successor: int
