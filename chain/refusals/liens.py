"""What the contract of the liens refuses: the errors of `ILiens.sol`, with their names and arguments."""

from chain.errors import ContractRefusal


class AssetEncumbered(ContractRefusal):
    """Another lien is on the asset."""

    declaration = "bytes32 asset, bytes32 lien"
    asset: bytes
    lien: bytes


class LienUnknown(ContractRefusal):
    """No lien has this id."""

    declaration = "bytes32 lien"
    lien: bytes


class LienExists(ContractRefusal):
    """A lien with the same asset, parties and reference was made already."""

    declaration = "bytes32 lien, uint8 state"
    lien: bytes
    state: int


class LienStateInvalid(ContractRefusal):
    """The lien is not in a state from which this can be done; perhaps it is done already."""

    declaration = "bytes32 lien, uint8 state"
    lien: bytes
    state: int


class ReservationExpired(ContractRefusal):
    """The reservation is over."""

    declaration = "bytes32 lien, uint64 until"
    lien: bytes
    until: int


class ReservationInvalid(ContractRefusal):
    """A reservation ends in the future, and at most 365 days from now."""

    declaration = "uint64 until, uint64 time"
    until: int
    time: int


class BankRequired(ContractRefusal):
    """Only an active organisation with the role of a bank can take a lien."""

    declaration = "uint32 organisation"
    organisation: int


class PledgeeRequired(ContractRefusal):
    """Only the pledgee, or its successor, may do this."""

    declaration = "bytes32 lien, uint32 pledgee, uint32 organisation"
    lien: bytes
    pledgee: int
    organisation: int


class PledgeeMismatch(ContractRefusal):
    """The caller acts for another organisation than the pledgee that the pledgor signed for."""

    declaration = "uint32 pledgee, uint32 organisation"
    pledgee: int
    organisation: int


class PledgorInvalid(ContractRefusal):
    """An organisation cannot pledge to itself."""

    declaration = "uint32 organisation"
    organisation: int
