"""Proven state: what a bundle's header and trie nodes show about the contracts' storage (docs/formats.md §5 and §7)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import TypeVar

from traceability.commitment.reading import Opened, read_opening
from traceability.errors import BundleRefused, HeaderInvalid, ValidatorsRefused, WordInvalid
from traceability.identifiers import Identifier, IdentifierInvalid, parse
from traceability.ledger import slots
from traceability.ledger.head import lines_of, replay
from traceability.ledger.keys import keccak, prefix_key, rest_hash, thing_key
from traceability.ledger.records import (
    AttestationRecord,
    DirectoryEntry,
    Grant,
    LienQuantity,
    LienRecord,
    MemberKey,
    NodeRecord,
    OrganisationRecord,
    SchemaRecord,
    StateRecord,
)
from traceability.proof.bundle import Bundle
from traceability.proof.claims import AnchorClaim, ThingClaim
from traceability.proof.header import BlockHeader, Consensus
from traceability.proof.inclusion import verify_inclusion
from traceability.proof.qbft import follow_votes, verify_seals
from traceability.proof.trie import TrieNodes
from traceability.proof.trust_root import TrustRoot

_Record = TypeVar("_Record")


class ConsensusStatus(Enum):
    """What is shown about the agreement on the block."""

    PROVEN = "proven"
    NOT_CHECKED = "not_checked"


class ConsensusReason(Enum):
    """Why the agreement counts as it does."""

    QUORUM_SEALED = "quorum_sealed"
    DEVELOPMENT_CHAIN = "development_chain"
    """Nobody agrees on the blocks of the network."""
    CLIQUE_DEPTH = "clique_depth"
    """One signer makes a block; how deep it lies cannot be told from its header."""
    TRUST_ROOT_EXPIRED = "trust_root_expired"
    """The pinned validators are no longer taken on faith."""


@dataclass(frozen=True, slots=True)
class ConsensusFact:
    """The fact on which every other one rests."""

    status: ConsensusStatus
    reason: ConsensusReason


class ProvenState:
    """The state under a bundle's header; each question walks the trie and raises if the bundle does not answer it.

    Any method raises `ProofNodeMissing` where a trie node is not there (nothing is proven), `TrieRefused` or
    `BundleRefused` where the state cannot be what it claims.
    """

    def __init__(self, bundle: Bundle, trust_root: TrustRoot, now: int | None = None) -> None:
        """Check network, header and consensus; `now` (seconds since 1970) is held against the expiry of the pins.

        Raises:
            BundleRefused: the bundle is of another network.
            HeaderInvalid: the header is not one of the network's consensus.
            ValidatorsRefused, SealsRefused: the header is not sealed by a quorum of the validators in force.
        """
        if bundle.network != trust_root.network:
            raise BundleRefused("it is of another network than the root of trust", "/network")
        self.bundle = bundle
        self.header = BlockHeader.from_rlp(bundle.header)
        self.block_hash = self.header.hash(trust_root.consensus)
        self.consensus = _consensus(bundle, self.header, trust_root, now)
        self._directory = trust_root.directory
        self._nodes = TrieNodes(bundle.nodes)
        self._storage_roots: dict[bytes, bytes] = {}
        self._profiles = {claim.number: claim.profile for claim in bundle.organisations}
        self._opened: dict[bytes, Opened] = {}

    @property
    def number(self) -> int:
        """Return the number of the block."""
        return self.header.number

    @property
    def time(self) -> int:
        """Return the time of the block, in seconds since 1970."""
        return self.header.time

    def entry(self, name: str) -> DirectoryEntry | None:
        """Return what the directory says of the contract of a name, None where it is proven that it knows none."""
        word = self._word(self._directory, slots.directory_entry(name))
        return _read(DirectoryEntry.from_word, word, f"directory {name}")

    def contract(self, name: str) -> bytes | None:
        """Return the address of the contract of a name, None where it is proven that the directory knows none."""
        entry = self.entry(name)
        return None if entry is None else entry.contract

    def organisation(self, number: int) -> OrganisationRecord | None:
        """Return the record of an organisation."""
        return self._record("members", slots.organisation_record(number), OrganisationRecord.from_word)

    def profile(self, number: int) -> str | None:
        """Return the profile of an organisation, None where the bundle has none for it.

        Raises:
            BundleRefused: the profile is not the one that the organisation registered.
        """
        profile = self._profiles.get(number)
        if profile is None:
            return None
        if keccak(profile.encode()) != self.slot("members", slots.organisation_profile(number)):
            raise BundleRefused(f"the profile of organisation {number} is not the registered one", "/organisations")
        return profile

    def member_key(self, address: bytes) -> MemberKey | None:
        """Return the record of a signing key, by its address."""
        return self._record("members", slots.member_key(address), MemberKey.from_word)

    def grant(self, prefix_key: bytes) -> Grant | None:
        """Return the grant of a prefix."""
        return self._record("prefixes", slots.grant(prefix_key), Grant.from_word)

    def node(self, prefix_key: bytes) -> NodeRecord | None:
        """Return the node that may grant below a prefix."""
        return self._record("prefixes", slots.node(prefix_key), NodeRecord.from_word)

    def rights(self, prefix_key: bytes, organisation: int) -> int:
        """Return the rights that a prefix's policy gives an organisation; those of the holder come on top."""
        grant = self.grant(prefix_key)
        partner = self.slot("prefixes", slots.partner(prefix_key, organisation))
        return (0 if grant is None else grant.everyone) | int.from_bytes(partner[28:], "big")

    def head(self, key: bytes) -> bytes:
        """Return the head of a thing, zero where it is proven that it has no line."""
        return self.slot("ledger", slots.head(key))

    def state(self, key: bytes) -> StateRecord:
        """Return the state of a key."""
        return _read(StateRecord.from_word, self.slot("ledger", slots.state(key)), "state")

    def stream_count(self, organisation: int, stream: int) -> int:
        """Return how many batches an organisation's stream has."""
        return int.from_bytes(self.slot("ledger", slots.stream(organisation, stream)), "big")

    def anchor(self, organisation: int, stream: int, number: int) -> bytes | None:
        """Return the root of one anchored batch."""
        root = self.slot("ledger", slots.anchor(organisation, stream, number))
        return root if any(root) else None

    def schema(self, schema_id: bytes) -> SchemaRecord | None:
        """Return the registration of a schema."""
        return self._record("attestations", slots.schema(schema_id), SchemaRecord.from_word)

    def attestation(self, attestation_id: bytes) -> AttestationRecord | None:
        """Return the record of an attestation; that it is there says nothing about its being valid."""
        return self._record("attestations", slots.attestation(attestation_id), AttestationRecord.from_word)

    def attestation_successor(self, attestation_id: bytes) -> bytes | None:
        """Return the id of the attestation that superseded this one."""
        successor = self.slot("attestations", slots.attestation_successor(attestation_id))
        return successor if any(successor) else None

    def lien(self, lien_id: bytes) -> LienRecord | None:
        """Return the record of a lien."""
        return self._record("liens", slots.lien(lien_id), LienRecord.from_word)

    def lien_asset(self, lien_id: bytes) -> bytes:
        """Return the key of the asset of a lien."""
        return self.slot("liens", slots.lien_asset(lien_id))

    def lien_quantity(self, lien_id: bytes) -> LienQuantity | None:
        """Return how much is pledged, None where it is the whole asset."""
        return self._record("liens", slots.lien_quantity(lien_id), LienQuantity.from_word)

    def lien_on(self, key: bytes) -> bytes | None:
        """Return the id of the lien now on an asset; one whose reservation ran out may still stand there."""
        lien = self.slot("liens", slots.encumbrance(key))
        return lien if any(lien) else None

    def slot(self, contract: str, slot: bytes) -> bytes:
        """Return the 32 bytes of a storage slot of the contract of a name."""
        address = self.contract(contract)
        if address is None:
            raise BundleRefused(f"the directory knows no contract {contract}")
        return self._word(address, slot)

    def verify_history(self, claim: ThingClaim) -> bytes:
        """Return the key of a thing, once its lines are shown to be all that its head counts (from `claim.start` on).

        Raises:
            BundleRefused: the identifier does not belong under its prefix, or the lines do not give the head.
        """
        key = key_of(claim)
        if lines_of(claim.before) != claim.start or (claim.start == 0 and any(claim.before)):
            raise BundleRefused("the head before the lines counts others than are left out", claim.id)
        if replay(claim.lines, claim.before) != self.head(key):
            raise BundleRefused("the lines do not give the head", claim.id)
        return key

    def opened(self, commitment: bytes) -> Opened | None:
        """Return what the bundle opens of a commitment, None where it opens nothing of it.

        Raises:
            OpeningRefused: the opening does not belong to the commitment.
        """
        if commitment not in self._opened and commitment in self.bundle.events:
            self._opened[commitment] = read_opening(commitment, self.bundle.events[commitment])
        return self._opened.get(commitment)

    def verify_anchor(self, claim: AnchorClaim) -> None:
        """Raise where an event is not in the anchored batch that is claimed for it.

        Raises:
            BundleRefused: the batch was not anchored.
            InclusionRefused: the path does not lead to its root.
        """
        root = self.anchor(claim.organisation, claim.stream, claim.number)
        if root is None:
            raise BundleRefused(
                f"batch {claim.number} of organisation {claim.organisation} was not anchored", "/anchors"
            )
        verify_inclusion(root, claim.commitment, claim.index, claim.size, claim.path)

    def _record(self, contract: str, slot: bytes, read: Callable[[bytes], _Record]) -> _Record:
        return _read(read, self.slot(contract, slot), contract)

    def _word(self, address: bytes, slot: bytes) -> bytes:
        storage_root = self._storage_roots.get(address)
        if storage_root is None:
            account = self._nodes.account(self.header.state_root, address)
            if account is None:
                raise BundleRefused(f"no contract at 0x{address.hex()}")
            storage_root = self._storage_roots[address] = account.storage_root
        return self._nodes.slot(storage_root, slot)


def identifier_of(claim: ThingClaim) -> Identifier:
    """Return the identifier of a thing.

    Raises:
        BundleRefused: it is not in its canonical form.
    """
    try:
        identifier = parse(claim.id)
    except IdentifierInvalid as error:
        raise BundleRefused(str(error), claim.id[:80]) from None
    if identifier.canonical != claim.id:
        raise BundleRefused("an identifier that is not in its canonical form", claim.id[:80])
    return identifier


def key_of(claim: ThingClaim) -> bytes:
    """Return the key of a thing under the prefix that is claimed for it.

    Raises:
        BundleRefused: the identifier is not in its canonical form, or not under the prefix.
    """
    try:
        prefix, rest = identifier_of(claim).halves(len(claim.prefix))
    except ValueError as error:
        raise BundleRefused(str(error), claim.id[:80]) from None
    if prefix.text != claim.prefix:
        raise BundleRefused("an identifier that is not under its prefix", claim.id[:80])
    return thing_key(prefix_key(prefix.scheme, prefix.text), rest_hash(rest))


def _read(read: Callable[[bytes], _Record], word: bytes, what: str) -> _Record:
    try:
        return read(word)
    except WordInvalid as error:
        raise BundleRefused(f"{what}: {error}") from None


def _consensus(bundle: Bundle, header: BlockHeader, trust_root: TrustRoot, now: int | None) -> ConsensusFact:
    match trust_root.consensus:
        case Consensus.NONE:
            return ConsensusFact(ConsensusStatus.NOT_CHECKED, ConsensusReason.DEVELOPMENT_CHAIN)
        case Consensus.CLIQUE:
            return ConsensusFact(ConsensusStatus.NOT_CHECKED, ConsensusReason.CLIQUE_DEPTH)
        case Consensus.QBFT:  # pragma: no branch - the last of a closed choice
            verify_seals(header, _validators(bundle, header, trust_root))
            if max(header.time, now or 0) > trust_root.expires:
                return ConsensusFact(ConsensusStatus.NOT_CHECKED, ConsensusReason.TRUST_ROOT_EXPIRED)
            return ConsensusFact(ConsensusStatus.PROVEN, ConsensusReason.QUORUM_SEALED)


def _validators(bundle: Bundle, header: BlockHeader, trust_root: TrustRoot) -> frozenset[bytes]:
    """Return the validators in force at the header, from the pinned ones through the changes that the bundle shows."""
    validators = frozenset(trust_root.validators)
    last = 0
    for run in bundle.changes:
        headers = [BlockHeader.from_rlp(encoded) for encoded in run]
        if not headers:
            raise HeaderInvalid("a run of no headers")
        for each in headers:
            each.qbft_extra()
        if headers[0].number <= last or headers[-1].number >= header.number:
            raise ValidatorsRefused(headers[0].number, "a run out of order, or past the block that it leads to")
        last = headers[-1].number
        validators = follow_votes(headers, validators, epoch_length=trust_root.epoch_length)
    return validators
