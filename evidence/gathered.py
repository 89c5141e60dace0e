"""What a bundle holds before it is proven, as it is being gathered."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from evidence.question import WantedSlots
from evidence.sources import StoreSources
from traceability.commitment import Opening, Thing
from traceability.identifiers import parse
from traceability.ledger.head import replay
from traceability.proof import AnchorClaim, AttestationClaim, QuestionKind, ThingClaim


@dataclass(slots=True)
class Gathered:
    """What a bundle holds before it is proven."""

    subject: Thing
    sources: StoreSources
    wanted: WantedSlots = field(default_factory=WantedSlots)
    claims: dict[bytes, ThingClaim] = field(default_factory=dict)
    """By key, the subject first."""
    horizons: dict[bytes, int] = field(default_factory=dict)
    """By key, until when a thing's lines count: seconds since 1970."""
    events: dict[bytes, Opening] = field(default_factory=dict)
    organisations: set[int] = field(default_factory=set)
    attestations: list[AttestationClaim] = field(default_factory=list)
    liens: list[bytes] = field(default_factory=list)
    anchors: list[AnchorClaim] = field(default_factory=list)
    question: QuestionKind = QuestionKind.THING

    def heads(self) -> Iterator[tuple[bytes, bytes]]:
        """Yield key and head, as its lines give it, of each thing that has one."""
        for key, claim in self.claims.items():
            if claim.lines or parse(claim.id).has_head:
                yield key, replay(claim.lines, claim.before)
