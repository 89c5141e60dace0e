"""Following the mirror for one standing query: the events that its reader may see and that meet it, each once, in the chain's order.

A stretch of the mirror is looked at from a place up to the newest position that stays. Two things make this more than a cursor. A
body may come after its log was passed: such arrivals are looked at again by their number in the record. And blocks may vanish from a
chain: then the place goes back to the newest event that is known to stand, and what was found before is not found again.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from delivery.showing import shown_event
from store.columns import moment_of
from store.database import Mirror, Record
from store.mirror.lookups import block_hash_at
from store.mirror.positions import block_of
from store.mirror.streaming import (
    BEFORE_ALL,
    StreamedEvent,
    Tide,
    newest_standing,
    stream_after,
    streamed_among,
)
from store.reader import Reader
from store.record.arrivals import arrivals_between
from store.record.bodies import visible_events
from store.record.master_data import ReaderMasterData
from store.record.standing import reader_of
from traceability.epcis import Event
from traceability.querying import Query, matches, resolved

ROLES = frozenset({"query"})
"""What a subscriber may do: a subscription outlives the API key by which it was made."""

PORTION = 500
"""Events looked at in one step."""


class Memory(Protocol):
    """What was found before."""

    def known(self, commitments: Sequence[bytes]) -> frozenset[bytes]:
        """Return those of some events that were found before."""

    def newest(self, before: int, limit: int) -> Sequence[tuple[int, bytes]]:
        """Return position and commitment of what was found before a position, the last first."""


@dataclass(frozen=True, slots=True)
class Place:
    """How far a query has come."""

    began: int
    """Position after which the first event may lie."""
    position: int
    """Position up to which all was looked at."""
    block_hash: bytes | None
    """Hash of the block of that position."""
    arrived: int
    """Number of the newest arrival that was looked at."""


@dataclass(frozen=True, slots=True)
class Shown:
    """One event of the stream as a reader sees it."""

    position: int
    commitment: bytes
    event: Event
    record_time: int
    """When the chain took it: microseconds since 1970."""
    octets: int
    """Length of its body."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """What one step found."""

    place: Place
    events: tuple[Shown, ...]


@dataclass(slots=True)
class Follower:
    """Looks through the mirror for standing queries."""

    record: Record
    mirror: Mirror
    may_rewind: bool = True
    """Whether blocks may vanish from this network."""
    _ahead: dict[tuple[Reader, int, int], tuple[tuple[Shown, ...], int]] = field(default_factory=dict)
    """What the readers of the same stretch share, between two calls of `look_again`."""
    _hashes: dict[int, bytes | None] = field(default_factory=dict)
    _readers: dict[int, Reader] = field(default_factory=dict)

    def look_again(self) -> None:
        """Forget what was read: mirror, record and rights may have changed since."""
        self._ahead.clear()
        self._hashes.clear()
        self._readers.clear()

    def reader(self, organisation: int, now: datetime) -> Reader:
        """Return an organisation as the reader that it is now; between two calls of `look_again` it is asked once."""
        if organisation not in self._readers:
            self._readers[organisation] = reader_of(self.record, organisation, ROLES, now)
        return self._readers[organisation]

    def standing_place(self, place: Place, tide: Tide, memory: Memory) -> Place | None:
        """Return the place, or the one to go back to where its block has vanished; None while the mirror is filled again."""
        if not self.may_rewind or place.position <= BEFORE_ALL or place.block_hash is None:
            return place
        if place.position <= tide.place:
            if self._hash_at(place.position) == place.block_hash:
                return place
        elif not tide.is_whole:
            return None
        return self._place_before(place, memory)

    def stretch(self, query: Query, reader: Reader, place: Place, until: int, tide: Tide, memory: Memory) -> Stretch:
        """Return the events of the next portion up to a position, and the place behind it."""
        ahead, end = self._shown_ahead(reader, place.position, until)
        arrivals = arrivals_between(self.record, place.arrived, tide.arrived, PORTION)
        passed = streamed_among(self.mirror, [commitment for _, commitment in arrivals], place.position)
        late = [event for event in passed if event.position > place.began]
        known = memory.known([*(each.commitment for each in late), *(each.commitment for each in ahead)])
        candidates = [
            *shown_events(self.record, reader, [each for each in late if each.commitment not in known]),
            *(each for each in ahead if each.commitment not in known),
        ]
        found = matching(self.record, query, reader, candidates)
        block_hash = tide.block_hash if end == tide.place else self._hash_at(end)
        arrived = arrivals[-1][0] if arrivals else place.arrived
        return Stretch(Place(place.began, end, block_hash, arrived), found)

    def is_behind(self, place: Place, until: int, tide: Tide) -> bool:
        """Say whether there is more to look at."""
        return place.position < until or place.arrived < tide.arrived

    def _shown_ahead(self, reader: Reader, position: int, until: int) -> tuple[tuple[Shown, ...], int]:
        key = (reader, position, until)
        if key not in self._ahead:
            ahead = stream_after(self.mirror, position, until, reader, PORTION)
            end = ahead[-1].position if len(ahead) == PORTION else max(until, position)
            self._ahead[key] = shown_events(self.record, reader, ahead), end
        return self._ahead[key]

    def _hash_at(self, position: int) -> bytes | None:
        block = block_of(position)
        if block not in self._hashes:
            self._hashes[block] = block_hash_at(self.mirror, block)
        return self._hashes[block]

    def _place_before(self, place: Place, memory: Memory) -> Place:
        before = place.position + 1
        while remembered := memory.newest(before, PORTION):
            found = newest_standing(self.mirror, remembered)
            if found is not None:
                return Place(place.began, found, self._hash_at(found), place.arrived)
            before = remembered[-1][0]
        return Place(place.began, place.began, None, place.arrived)


def shown_events(record: Record, reader: Reader, candidates: Sequence[StreamedEvent]) -> tuple[Shown, ...]:
    """Return the events that the reader may see now, as they are shown to it."""
    if not candidates:
        return ()
    visible = visible_events(record, [candidate.commitment for candidate in candidates], reader)
    return tuple(
        Shown(each.position, each.commitment, shown_event(shown), each.record_time, len(shown.body))
        for each in candidates
        if (shown := visible.get(each.commitment)) is not None
    )


def matching(record: Record, query: Query, reader: Reader, candidates: Sequence[Shown]) -> tuple[Shown, ...]:
    """Return the events that meet the query: fields that the reader may not see meet nothing."""
    if not candidates:
        return ()
    # What the reader may know of master data may change at any time: it is asked anew for every portion.
    asked = resolved(query, ReaderMasterData(record, reader))
    return tuple(each for each in candidates if matches(asked, each.event, moment_of(each.record_time)))
