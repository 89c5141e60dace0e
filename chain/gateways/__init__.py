"""One gateway per contract, and the set of them that the directory names."""

from chain.gateways.attestations import AttestationsGateway, AttestationStanding, Statement
from chain.gateways.authorisation import Authorisation
from chain.gateways.batch import Batch, RecordedEvent, batch_of
from chain.gateways.contracts import Contracts, contracts_of
from chain.gateways.council import CouncilGateway, CouncilRules, ProposalContent, ProposalRecord, ProposalStatus
from chain.gateways.directory import DirectoryGateway
from chain.gateways.ledger import LedgerGateway
from chain.gateways.liens import LiensGateway, Pledge
from chain.gateways.members import MembersGateway
from chain.gateways.prefixes import PrefixesGateway

__all__ = [
    "AttestationStanding",
    "AttestationsGateway",
    "Authorisation",
    "Batch",
    "Contracts",
    "CouncilGateway",
    "CouncilRules",
    "DirectoryGateway",
    "LedgerGateway",
    "LiensGateway",
    "MembersGateway",
    "Pledge",
    "PrefixesGateway",
    "ProposalContent",
    "ProposalRecord",
    "ProposalStatus",
    "RecordedEvent",
    "Statement",
    "batch_of",
    "contracts_of",
]
