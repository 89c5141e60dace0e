"""The base of all events: how a log becomes a frozen dataclass."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any, ClassVar, Self

from eth_abi.abi import decode
from eth_abi.exceptions import DecodingError

from chain.errors import ReplyInvalid
from chain.logs import Log
from traceability.ledger.keys import keccak

_BYTES = {"string": "bytes"}
"""Texts are read as bytes: the chain does not check that they are UTF-8, and every log must be readable."""


@dataclass(frozen=True, slots=True)
class ChainEvent:
    """An event in a contract's log, with its arguments by name."""

    declaration: ClassVar[str] = ""
    """The arguments as declared in Solidity, with names in Python's spelling."""

    @classmethod
    @cache
    def parameters(cls) -> tuple[tuple[str, bool, str], ...]:
        """Return (type, indexed, name) of each argument."""
        words = [item.split() for item in cls.declaration.split(",") if item.strip()]
        return tuple((word[0], "indexed" in word, word[-1]) for word in words)

    @classmethod
    def topic(cls) -> bytes:
        """Return the first topic of the event's logs."""
        types = ",".join(kind for kind, _, _ in cls.parameters())
        return keccak(f"{cls.__name__}({types})".encode())

    @classmethod
    def from_log(cls, log: Log) -> Self:
        """Return what a log with this event's topic says.

        Raises:
            ReplyInvalid: the log does not hold the event's arguments.
        """
        parameters = cls.parameters()
        topics = log.topics[1:]
        try:
            plain = iter(decode([_BYTES.get(kind, kind) for kind, indexed, _ in parameters if not indexed], log.data))
            values: dict[str, Any] = {}
            remaining = iter(topics)
            for kind, indexed, name in parameters:
                value = decode([kind], next(remaining))[0] if indexed else next(plain)
                values[name] = _plain(kind, value)
        except (DecodingError, StopIteration, RuntimeError) as error:
            raise ReplyInvalid("eth_getLogs", f"a log of {cls.__name__} with other arguments: {error}") from error
        return cls(**values)


def _plain(kind: str, value: Any) -> Any:
    if kind == "address":
        return bytes.fromhex(value[2:])
    if kind == "address[]":
        return tuple(bytes.fromhex(each[2:]) for each in value)
    return value.decode(errors="replace") if kind == "string" else value
