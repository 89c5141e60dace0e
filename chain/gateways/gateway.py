"""The base of all gateways: one contract at its address, called and read through one connection."""

from __future__ import annotations

from typing import Any

from chain.connection import Call, Connection
from chain.contract_interface import interface_of
from chain.signer import Domain


class Gateway:
    """One contract at its address."""

    contract = ""
    """The contract's name in Solidity."""

    def __init__(self, connection: Connection, address: bytes) -> None:
        self.connection = connection
        self.address = address
        self._interface = interface_of(self.contract)

    def domain(self) -> Domain:
        """Return the EIP-712 domain in which signatures for this contract hold (formats §6)."""
        return Domain(f"Suyuan {self.contract}", self.connection.network.chain_id, self.address)

    def _call(self, function: str, *arguments: object) -> Call:
        return Call(self.address, self._interface.encoded(function, *arguments), f"{self.contract}.{function}")

    def _read(self, function: str, *arguments: object, block: str = "latest") -> tuple[Any, ...]:
        return self._interface.decoded(function, self.connection.call(self._call(function, *arguments), block=block))


class SignedGateway(Gateway):
    """A contract whose writes have twins that take an EIP-712 signature."""

    def nonce_of(self, organisation: int) -> int:
        """Return the nonce that the organisation's next signed write to this contract must carry."""
        return int(self._read("nonceOf", organisation)[0])
