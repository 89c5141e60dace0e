"""Statements in the anchored lane: what may be seen of one, with the proof that it is in its batch."""

from __future__ import annotations

from evidence.gathered import Gathered
from evidence.telling import Demand
from store.database import Mirror, Record
from store.mirror.things import on_chain
from store.record.transactions import anchored_place
from traceability.ledger import slots
from traceability.proof import AnchorClaim
from traceability.proof.inclusion import inclusion_path


def add_anchored(gathered: Gathered, record: Record, mirror: Mirror, commitment: bytes, demand: Demand) -> bool:
    """Add an anchored statement to what is gathered, and say whether it is on the chain and may be seen."""
    place = anchored_place(record, commitment)
    if place is None or commitment not in on_chain(mirror, [commitment]):
        return False
    opened = gathered.sources.openings([commitment], demand)
    if not opened:
        return False
    gathered.events |= opened
    gathered.wanted.want("ledger", slots.anchor(place.organisation, place.stream, place.number))
    gathered.organisations.add(place.organisation)
    path = inclusion_path(place.leaves, place.index)
    gathered.anchors.append(
        AnchorClaim(place.organisation, place.stream, place.number, len(place.leaves), place.index, path, commitment)
    )
    return True
