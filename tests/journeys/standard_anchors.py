"""Proving an event that names no thing with a head: its path to a root that the chain keeps, checked from a bundle's text."""

from __future__ import annotations

from town import Town

from chain.network import trust_root_of
from chain.proofs import prove
from evidence.eyes import ReaderEyes
from evidence.question import WantedSlots
from evidence.sources import StoreSources
from store import Mirror, Reader, Record
from store.record.transactions import anchored_place
from traceability.commitment import Opened
from traceability.ledger import slots
from traceability.proof import AnchorClaim, Bundle, ProvenState, QuestionKind
from traceability.proof.inclusion import inclusion_path

PLACE = "https://id.gs1.org/414/6976001000012"
"""What the bundle is said to be about: a bundle is always about something, and its anchors are not looked at for it."""


def opened_under_an_anchor(town: Town, record: Record, mirror: Mirror, commitment: bytes) -> Opened:
    """Return what anyone may see of an event, once header, state proof and path show that its batch is on the chain.

    Raises:
        ProofError: where something does not lead to the header's state root.
    """
    place = anchored_place(record, commitment)
    assert place is not None, "the event is in no anchored batch"
    wanted = WantedSlots()
    wanted.want("ledger", slots.anchor(place.organisation, place.stream, place.number))
    addresses = {"ledger": town.contracts.ledger.address}
    proof = prove(town.connection, wanted.by_address(addresses, town.connection.network.directory))
    path = inclusion_path(place.leaves, place.index)
    claim = AnchorClaim(
        place.organisation, place.stream, place.number, len(place.leaves), place.index, path, commitment
    )
    bundle = Bundle(
        network=trust_root_of(town.connection.network).network,
        question=QuestionKind.THING,
        question_id=PLACE,
        header=proof.header_rlp,
        nodes=proof.nodes,
        events=StoreSources(record, mirror, ReaderEyes(Reader())).openings([commitment]),
        anchors=(claim,),
    )
    # From here on nothing but the text and the pinned root of trust.
    read = Bundle.from_json(bundle.to_json())
    state = ProvenState(read, town.trust_root)
    for each in read.anchors:
        state.verify_anchor(each)
    opened = state.opened(commitment)
    assert opened is not None
    return opened
