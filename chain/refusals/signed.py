"""What every contract refuses of signed writes: the errors of `ISigned.sol`, with their names and arguments."""

from chain.errors import ContractRefusal


class SignatureExpired(ContractRefusal):
    """The signature came too late."""

    declaration = "uint256 deadline, uint256 time"
    deadline: int
    time: int


class SignatureInvalid(ContractRefusal):
    """The signature is not the signer's over exactly this write, contract and chain."""

    declaration = "address signer"
    signer: bytes


class NonceOutOfOrder(ContractRefusal):
    """The nonce is not the organisation's next one: the write was done already, or another came first."""

    declaration = "uint32 organisation, uint256 expected, uint256 given"
    organisation: int
    expected: int
    given: int
