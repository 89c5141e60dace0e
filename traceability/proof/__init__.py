"""Proofs: what a block header, its seals and the state under it show (docs/formats.md §7)."""

from traceability.proof.bundle import Bundle
from traceability.proof.claims import (
    AnchorClaim,
    AttestationClaim,
    NetworkClaim,
    OrganisationClaim,
    QuestionKind,
    ThingClaim,
)
from traceability.proof.header import BlockHeader, Consensus
from traceability.proof.state import ConsensusFact, ConsensusReason, ConsensusStatus, ProvenState, key_of
from traceability.proof.trie import TrieNodes
from traceability.proof.trust_root import TrustRoot

__all__ = [
    "AnchorClaim",
    "AttestationClaim",
    "BlockHeader",
    "Bundle",
    "Consensus",
    "ConsensusFact",
    "ConsensusReason",
    "ConsensusStatus",
    "NetworkClaim",
    "OrganisationClaim",
    "ProvenState",
    "QuestionKind",
    "ThingClaim",
    "TrieNodes",
    "TrustRoot",
    "key_of",
]
