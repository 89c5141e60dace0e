"""What record and mirror tell one reader, in the form that the search for everything a thing rests on reads."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from evidence.eyes import Eyes
from evidence.fetched import openings_fetched
from evidence.grants import GrantHistory
from evidence.telling import EVERYTHING, Demand
from store.database import Mirror, Record
from store.mirror.members import partner_mask
from store.mirror.things import ThingLine, states_of
from store.mirror.things import lines_of as stored_lines_of
from store.record.bodies import SealedEvent, sealed_events
from traceability.commitment import Opening, Thing
from traceability.identifiers import Prefix
from traceability.ledger.keys import prefix_key
from traceability.ledger.meta import Meta, State
from traceability.ledger.records import Grant, GrantStatus, StateRecord
from traceability.life.lines import Line, lines_of


class StoreSources:
    """The lines, states and grants of an installation as some eyes may see them; remembers what was asked."""

    def __init__(self, record: Record, mirror: Mirror, eyes: Eyes, now: datetime | None = None) -> None:
        self.record = record
        self.mirror = mirror
        self.eyes = eyes
        self.now = now or datetime.now(UTC)
        self.grants = GrantHistory(mirror)
        self.masks: set[tuple[Prefix, int]] = set()
        """The partner masks that were asked for."""
        self.stored: dict[bytes, tuple[ThingLine, ...]] = {}
        """The lines of each thing that was asked for."""
        self._sealed: dict[bytes, SealedEvent | None] = {}
        self._fetched: dict[bytes, Opening] = {}

    def grant(self, prefix: Prefix) -> Grant | None:
        """Return the grant of a prefix."""
        found = self.grants.grant(prefix)
        if found is None:
            return None
        status = GrantStatus(found.status)
        return Grant(status, found.holder, found.everyone, found.anchors_forbidden, found.granted_at)

    def partner_mask(self, prefix: Prefix, organisation: int) -> int:
        """Return the rights that the holder of a prefix gave one organisation."""
        self.masks.add((prefix, organisation))
        return partner_mask(self.mirror, prefix_key(prefix.scheme, prefix.text), organisation)

    def state(self, thing: Thing) -> StateRecord:
        """Return the state of a thing."""
        found = states_of(self.mirror, [thing.key]).get(thing.key)
        if found is None:
            return StateRecord(State.UNCHANGED, 0, 0)
        return StateRecord(State(found.state), found.organisation, found.since)

    def lines(self, thing: Thing) -> Sequence[Line]:
        """Return all lines of a thing, each opened as far as may be seen."""
        stored = self.lines_as_stored(thing.key)
        openings = self.openings([line.commitment for line in stored])
        return lines_of(
            thing.key, thing.canonical, [(line.commitment, Meta.unpack(line.meta)) for line in stored], openings
        )

    def lines_as_stored(self, key: bytes) -> tuple[ThingLine, ...]:
        """Return the lines of a thing as the mirror has them."""
        if key not in self.stored:
            self.stored[key] = stored_lines_of(self.mirror, key)
        return self.stored[key]

    def openings(self, commitments: Sequence[bytes], demand: Demand = EVERYTHING) -> dict[bytes, Opening]:
        """Return what may be seen of some events, by commitment."""
        self._read([commitment for commitment in commitments if commitment not in self._sealed])
        opened: dict[bytes, Opening] = {}
        for commitment in dict.fromkeys(commitments):
            sealed = self._sealed[commitment]
            opening = None if sealed is None else self.eyes.opening(sealed, self.grants.things_of, demand)
            # Of another firm's event there is here what its node opened, if it did.
            opening = opening or self._fetched.get(commitment)
            if opening is not None:
                opened[commitment] = opening
        return opened

    def _read(self, commitments: Sequence[bytes]) -> None:
        if not commitments:
            return
        found = sealed_events(self.record, commitments)
        self._sealed |= {commitment: found.get(commitment) for commitment in commitments}
        self._fetched |= openings_fetched(self.record, commitments, self.eyes.reader, self.now)
