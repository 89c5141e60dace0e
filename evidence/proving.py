"""Proving: what was gathered, with the header of one block and the trie nodes under it that show it."""

from __future__ import annotations

import time
from collections.abc import Callable

from chain.connection import Connection
from chain.gateways.directory import DirectoryGateway
from chain.network import trust_root_of
from chain.proofs import StateProof, prove
from evidence.errors import MirrorBehind
from evidence.gathered import Gathered
from store.database import Mirror
from store.mirror.checkpoints import checkpoint_of
from store.mirror.members import organisations_of
from traceability.ledger import slots
from traceability.proof import Bundle, Consensus, OrganisationClaim

ATTEMPTS = 20
"""How often everything is gathered again while the mirror catches up with the chain."""

PAUSE = 0.15
"""Seconds between two attempts."""

QUIET = 900
"""Seconds after which the embedded chain, which makes a block only when it is written to, is asked for one."""


def proven(gather: Callable[[], Gathered], connection: Connection, mirror: Mirror, now: int) -> Bundle:
    """Return the bundle of what `gather` finds, once the chain's heads are those of the mirror's lines.

    A mirror that claims to have the block and still disagrees was tampered with: the bundle goes out, and whoever checks
    it refuses it.

    Raises:
        MirrorBehind: the mirror did not catch up.
    """
    for attempt in range(ATTEMPTS):
        if attempt:
            time.sleep(PAUSE)
        gathered = gather()
        gathered.wanted.want_organisations(sorted(gathered.organisations - {0}))
        addresses = _addresses(connection, gathered)
        proof = _proof(connection, mirror, gathered, addresses, now)
        if _agree(gathered, proof, addresses["ledger"]) or _has_block(mirror, proof.header.number):
            return _bundle(gathered, proof, connection, mirror)
    raise MirrorBehind(gathered.subject.canonical)


def _addresses(connection: Connection, gathered: Gathered) -> dict[str, bytes]:
    directory = DirectoryGateway(connection)
    return {name: directory.entry(name).address for name in gathered.wanted.by_contract}


def _proof(
    connection: Connection, mirror: Mirror, gathered: Gathered, addresses: dict[str, bytes], now: int
) -> StateProof:
    network = connection.network
    wanted = gathered.wanted.by_address(addresses, network.directory)
    if network.consensus is not Consensus.NONE:
        # A final block that the mirror has: later ones may still vanish, or hold lines that it does not know.
        checkpoint = checkpoint_of(mirror)
        return prove(connection, wanted, None if checkpoint is None else checkpoint.block_number)
    proof = prove(connection, wanted)
    if proof.header.timestamp + QUIET < now:
        connection.request("evm_mine")
        proof = prove(connection, wanted)
    return proof


def _agree(gathered: Gathered, proof: StateProof, ledger: bytes) -> bool:
    return all(proof.values[ledger, slots.head(key)] == head for key, head in gathered.heads())


def _has_block(mirror: Mirror, number: int) -> bool:
    checkpoint = checkpoint_of(mirror)
    return checkpoint is not None and checkpoint.block_number >= number


def _bundle(gathered: Gathered, proof: StateProof, connection: Connection, mirror: Mirror) -> Bundle:
    organisations = organisations_of(mirror, sorted(gathered.organisations - {0}))
    return Bundle(
        network=trust_root_of(connection.network).network,
        question=gathered.question,
        question_id=gathered.subject.canonical,
        header=proof.header_rlp,
        nodes=proof.nodes,
        things=tuple(gathered.claims.values()),
        events=gathered.events,
        organisations=tuple(OrganisationClaim(number, found.profile) for number, found in organisations.items()),
        attestations=tuple(gathered.attestations),
        liens=tuple(gathered.liens),
        anchors=tuple(gathered.anchors),
    )
