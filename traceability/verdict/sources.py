"""What a bundle tells the search for everything that a thing rests on: each answer is proven, or not given."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from traceability.commitment import Thing
from traceability.errors import MetaInvalid, ProofNodeMissing
from traceability.identifiers import Prefix
from traceability.ledger import slots
from traceability.ledger.head import lines_of as count_of
from traceability.ledger.head import replay
from traceability.ledger.keys import prefix_key
from traceability.ledger.meta import Meta
from traceability.ledger.records import Grant, StateRecord
from traceability.life.lines import Line, lines_of
from traceability.life.resting import NotTold
from traceability.proof import ProvenState, ThingClaim, key_of

_Answer = TypeVar("_Answer")


class BundleSources:
    """A bundle's proven state and opened lines, in the form that `traceability.life.resting` reads."""

    def __init__(self, state: ProvenState) -> None:
        """Take the keys of all things of the bundle.

        Raises:
            BundleRefused: a thing is not in its canonical form or not under its prefix.
        """
        self.proven = state
        self.claims: dict[bytes, ThingClaim] = {}
        for claim in state.bundle.things:
            self.claims.setdefault(key_of(claim), claim)
        self._lines: dict[bytes, tuple[Line, ...] | NotTold] = {}

    def grant(self, prefix: Prefix) -> Grant | None:
        """Return the grant of a prefix."""
        return _told(lambda: self.proven.grant(prefix_key(prefix.scheme, prefix.text)))

    def partner_mask(self, prefix: Prefix, organisation: int) -> int:
        """Return the rights that the holder of a prefix gave one organisation."""
        slot = slots.partner(prefix_key(prefix.scheme, prefix.text), organisation)
        return int.from_bytes(_told(lambda: self.proven.slot("prefixes", slot))[28:], "big")

    def state(self, thing: Thing) -> StateRecord:
        """Return the state of a thing."""
        return _told(lambda: self.proven.state(thing.key))

    def head(self, thing: Thing) -> bytes:
        """Return the head of a thing."""
        return _told(lambda: self.proven.head(thing.key))

    def lines(self, thing: Thing) -> Sequence[Line]:
        """Return all lines of a thing, none where its head is empty."""
        if thing.key not in self._lines:
            try:
                self._lines[thing.key] = self._read_lines(thing)
            except NotTold as missing:
                self._lines[thing.key] = missing
        lines = self._lines[thing.key]
        if isinstance(lines, NotTold):
            raise NotTold(lines.reason)
        return lines

    def shown_lines(self, thing: Thing, claim: ThingClaim) -> tuple[Line, ...]:
        """Return the lines that a claim shows, the whole history or the newest part of it.

        Raises:
            NotTold: they do not lead to the head, or the head is not shown.
        """
        if not leads_to(claim, self.head(thing)):
            raise NotTold("lines_disagree")
        try:
            lines = [(commitment, Meta.unpack(meta)) for commitment, meta in claim.lines]
        except MetaInvalid:
            raise NotTold("lines_disagree") from None
        return lines_of(thing.key, thing.canonical, lines, self.proven.bundle.events, claim.start)

    def _read_lines(self, thing: Thing) -> tuple[Line, ...]:
        head = self.head(thing)
        claim = self.claims.get(thing.key)
        if claim is None:
            if any(head):
                raise NotTold("lines_not_shown")
            return ()
        lines = self.shown_lines(thing, claim)
        if claim.start > 0:
            raise NotTold("older_not_shown")
        return lines


def leads_to(claim: ThingClaim, head: bytes) -> bool:
    """Return whether the lines of a claim give a head, and the head before them counts those that are left out."""
    if count_of(claim.before) != claim.start or (claim.start == 0 and any(claim.before)):
        return False
    return replay(claim.lines, claim.before) == head


def _told(read: Callable[[], _Answer]) -> _Answer:
    try:
        return read()
    except ProofNodeMissing:
        raise NotTold("proof_missing") from None
