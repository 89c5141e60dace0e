"""Every way in which the ledger's door says no.

ChainError
├── Retryable                    trying again can help
│   ├── NodeUnreachable          no connection, or it broke
│   ├── NodeTimedOut             no answer in time
│   ├── NodeOverloaded           HTTP 429 or 5xx
│   ├── RangeTooLarge            the reply to a range of blocks is too large: ask for fewer
│   └── AnswerNotReady           the node has not got the block or state yet
├── NodeRefused                  a JSON-RPC error without a contract's reason
├── ReplyInvalid                 the node's reply is not what the method answers
├── AnswerDisproved              the node's reply does not hash to what it must: the node lies, or its data are damaged
├── ContractRefusal              a contract's custom error; one class per error in `chain.refusals`
│   └── UnknownRefusal           revert data that no known contract declares
├── ContractUnknown              the directory has no contract of this name
├── NetworkMismatch              the node serves another network than the one pinned
├── NetworkFileInvalid           network.json is missing or cannot be read
├── KeystoreRefused              wrong passphrase, or not a keystore
├── KeystoreMissing              no keystore for this address
├── PassphraseMissing            neither a file nor a terminal to ask
├── EngineMissing                the embedded engine is not installed
└── EngineStopped                the embedded engine ended or did not start
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, ClassVar, Self

from eth_abi.abi import decode

from traceability.ledger.keys import keccak


class ChainError(Exception):
    """The base class of all errors of this floor."""


class Retryable(ChainError):
    """An error after which the same request may succeed."""


class NodeUnreachable(Retryable):
    """No connection to the node, or it broke before the reply."""

    def __init__(self, url: str, reason: str) -> None:
        self.url = url
        self.reason = reason
        super().__init__(f"The node at {url} cannot be reached: {reason}.")


class NodeTimedOut(Retryable):
    """The node did not answer in time."""

    def __init__(self, url: str, method: str, seconds: float) -> None:
        self.url = url
        self.method = method
        self.seconds = seconds
        super().__init__(f"The node at {url} did not answer {method} within {seconds:g} s.")


class NodeOverloaded(Retryable):
    """The node answered with an HTTP status that asks to come back later."""

    def __init__(self, url: str, status: int) -> None:
        self.url = url
        self.status = status
        super().__init__(f"The node at {url} answered with HTTP status {status}.")


class RangeTooLarge(Retryable):
    """The reply to a range of blocks exceeds what the node or the reader takes; a smaller range helps."""

    def __init__(self, first: int, last: int, reason: str) -> None:
        self.first = first
        self.last = last
        self.reason = reason
        super().__init__(f"Blocks {first} to {last} are too many for one reply: {reason}.")


class AnswerNotReady(Retryable):
    """The node does not know the block or its state yet, or no longer."""

    def __init__(self, subject: str) -> None:
        self.subject = subject
        super().__init__(f"The node has no {subject}.")


class NodeRefused(ChainError):
    """The node answered with a JSON-RPC error."""

    def __init__(self, method: str, code: int, reason: str) -> None:
        self.method = method
        self.code = code
        self.reason = reason
        super().__init__(f"The node refused {method} with code {code}: {reason}.")


class ReplyInvalid(ChainError):
    """The node's reply is not what the method answers."""

    def __init__(self, method: str, reason: str) -> None:
        self.method = method
        self.reason = reason
        super().__init__(f"The node's reply to {method} is invalid: {reason}.")


class AnswerDisproved(ChainError):
    """The node's reply is disproved by the hash that it must have: an alarm, since asking again cannot make it true."""

    def __init__(self, what: str, number: int, expected: object, found: object) -> None:
        self.what = what
        self.number = number
        self.expected = expected
        self.found = found
        super().__init__(
            f"The node disproves itself at block {number}: {what} must be {_shown(expected)}, "
            f"what it answered gives {_shown(found)}."
        )


class ContractRefusal(ChainError):
    """A contract's custom error, with the name it has in Solidity and its arguments as attributes."""

    declaration: ClassVar[str] = ""
    """The arguments as in Solidity, with names in Python's spelling: `bytes32 prefix_key, uint32 organisation`."""

    def __init__(self, **arguments: object) -> None:
        self.arguments = arguments
        for name, value in arguments.items():
            setattr(self, name, value)
        shown = ", ".join(f"{name}={_shown(value)}" for name, value in arguments.items())
        super().__init__(f"{self.error_name}({shown})")

    @property
    def error_name(self) -> str:
        """The error's name, the same in Solidity, Python and the problem type."""
        return type(self).__name__

    @classmethod
    def parameters(cls) -> tuple[tuple[str, str], ...]:
        """Return (type, name) of each argument."""
        pairs = (item.split() for item in cls.declaration.split(",") if item.strip())
        return tuple((kind, name) for kind, name in pairs)

    @classmethod
    def selector(cls) -> bytes:
        """Return the four bytes that revert data begins with."""
        types = ",".join(kind for kind, _ in cls.parameters())
        return keccak(f"{cls.__name__}({types})".encode())[:4]

    @classmethod
    def from_data(cls, data: bytes) -> Self:
        """Return the exception for revert data that begins with this error's selector.

        Raises:
            DecodingError: the data does not hold the arguments.
        """
        parameters = cls.parameters()
        # Texts are read as bytes, because the chain does not check that they are UTF-8.
        values = decode(["bytes" if kind == "string" else kind for kind, _ in parameters], data[4:])
        pairs = zip(parameters, values, strict=True)
        return cls(**{name: _argument(kind, value) for (kind, name), value in pairs})

    def detail(self) -> dict[str, object]:
        """Return the arguments as JSON values: bytes as 0x hex, numbers as they are."""
        return {name: _plain(value) for name, value in self.arguments.items()}


class UnknownRefusal(ContractRefusal):
    """Revert data whose selector no known contract declares, or none at all."""

    def __init__(self, data: bytes, reason: str = "") -> None:
        self.data = data
        self.reason = reason
        super().__init__(data=data, reason=reason)


class ContractUnknown(ChainError):
    """The directory has no contract of this name."""

    def __init__(self, contract: str) -> None:
        self.contract = contract
        super().__init__(f"The directory has no contract named {contract!r}.")


class NetworkMismatch(ChainError):
    """The node serves another network than the one pinned in network.json."""

    def __init__(self, what: str, expected: object, given: object) -> None:
        self.what = what
        self.expected = expected
        self.given = given
        super().__init__(f"The node serves another network: {what} is {_shown(given)}, expected {_shown(expected)}.")


class NetworkFileInvalid(ChainError):
    """The file that pins the network is missing or cannot be read."""

    def __init__(self, path: Path, reason: str) -> None:
        self.path = path
        self.reason = reason
        super().__init__(f"{path} does not pin a network: {reason}.")


class KeystoreRefused(ChainError):
    """A keystore cannot be opened; the message never says more than where and why."""

    def __init__(self, path: Path, reason: str) -> None:
        self.path = path
        self.reason = reason
        super().__init__(f"The keystore {path} cannot be opened: {reason}.")


class KeystoreMissing(ChainError):
    """No keystore is there for this address."""

    def __init__(self, address: bytes) -> None:
        self.address = address
        super().__init__(f"There is no keystore for the address 0x{address.hex()}.")


class PassphraseMissing(ChainError):
    """There is neither a passphrase file nor a terminal to ask at."""

    def __init__(self, reason: str) -> None:
        self.reason = reason
        super().__init__(f"The passphrase of the keystores is missing: {reason}.")


class EngineMissing(ChainError):
    """The embedded engine is not installed."""

    def __init__(self, looked_in: tuple[Path, ...]) -> None:
        self.looked_in = looked_in
        places = ", ".join(str(place) for place in looked_in)
        super().__init__(f"anvil is not installed (looked in {places}): run `npm ci` in the project folder.")


class EngineStopped(ChainError):
    """The embedded engine ended, or did not start in time."""

    def __init__(self, code: int | None, last_words: str) -> None:
        self.code = code
        self.last_words = last_words
        super().__init__(f"The embedded chain is not running (exit code {code}): {last_words or 'it said nothing'}")


def _argument(kind: str, value: Any) -> object:
    if kind == "address":
        return bytes.fromhex(value[2:])
    return value.decode(errors="replace") if kind == "string" else value


def _plain(value: object) -> object:
    if isinstance(value, bytes):
        return "0x" + value.hex()
    if isinstance(value, (tuple, list)):
        return [_plain(item) for item in value]
    return value


def _shown(value: object) -> str:
    plain = _plain(value)
    return str(plain)
