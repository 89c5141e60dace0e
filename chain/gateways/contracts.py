"""All contracts of a network, found through its directory."""

from __future__ import annotations

from dataclasses import dataclass

from chain.connection import Connection
from chain.errors import ContractUnknown
from chain.gateways.attestations import AttestationsGateway
from chain.gateways.council import CouncilGateway
from chain.gateways.directory import DirectoryGateway
from chain.gateways.ledger import LedgerGateway
from chain.gateways.liens import LiensGateway
from chain.gateways.members import MembersGateway
from chain.gateways.prefixes import PrefixesGateway


@dataclass(frozen=True, slots=True)
class Contracts:
    """The gateways of one network."""

    directory: DirectoryGateway
    members: MembersGateway
    prefixes: PrefixesGateway
    ledger: LedgerGateway
    attestations: AttestationsGateway
    liens: LiensGateway

    def addresses(self) -> tuple[bytes, ...]:
        """Return the addresses of all contracts: what an indexer listens to."""
        return (
            self.directory.address, self.members.address, self.prefixes.address, self.ledger.address,
            self.attestations.address, self.liens.address,
        )  # fmt: skip

    def council(self) -> CouncilGateway | None:
        """Return the council if it governs this network now, None where the authority is something else."""
        try:
            address = self.directory.entry("council").address
        except ContractUnknown:
            return None
        if address != self.directory.authority():
            return None
        return CouncilGateway(self.directory.connection, address)


def contracts_of(connection: Connection) -> Contracts:
    """Return the gateways of all contracts that the connection's directory names.

    Raises:
        ContractUnknown: one of them is not in the directory.
    """
    directory = DirectoryGateway(connection)
    return Contracts(
        directory=directory,
        members=MembersGateway(connection, directory.entry("members").address),
        prefixes=PrefixesGateway(connection, directory.entry("prefixes").address),
        ledger=LedgerGateway(connection, directory.entry("ledger").address),
        attestations=AttestationsGateway(connection, directory.entry("attestations").address),
        liens=LiensGateway(connection, directory.entry("liens").address),
    )
