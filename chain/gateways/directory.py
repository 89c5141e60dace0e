"""The directory: the one pinned address, through which every other contract is found (formats §5)."""

from __future__ import annotations

from dataclasses import dataclass

from chain.connection import Call, Connection
from chain.errors import ContractUnknown
from chain.gateways.gateway import Gateway
from traceability.ledger.keys import keccak


@dataclass(frozen=True, slots=True)
class Entry:
    """Where a contract is, in which version, and from which block on."""

    address: bytes
    version: int
    from_block: int


class DirectoryGateway(Gateway):
    """The Directory contract at its pinned address."""

    contract = "Directory"

    def __init__(self, connection: Connection, address: bytes | None = None) -> None:
        super().__init__(connection, connection.network.directory if address is None else address)

    def set(self, name: str, address: bytes, version: int) -> Call:
        """Return the call that names a contract; for the authority."""
        return self._call("set", keccak(name.encode()), address, version)

    def set_authority(self, authority: bytes) -> Call:
        """Return the call that proposes another authority, which then accepts; for the authority."""
        return self._call("setAuthority", authority)

    def accept_authority(self) -> Call:
        """Return the call by which the proposed authority takes over."""
        return self._call("acceptAuthority")

    def entry(self, name: str) -> Entry:
        """Return where the contract of that name is.

        Raises:
            ContractUnknown: the directory has none.
        """
        address, version, from_block = self._read("entry", keccak(name.encode()))
        if not any(address):
            raise ContractUnknown(name)
        return Entry(address, version, from_block)

    def authority(self) -> bytes:
        """Return the address that administers the network."""
        address: bytes = self._read("authority")[0]
        return address
