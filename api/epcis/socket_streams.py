"""What one WebSocket has sent and sends next: a standing query whose place is kept in memory only, for the time of a connection."""

from __future__ import annotations

import uuid
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from time import monotonic
from typing import Final

from api.epcis.formats import Formats
from api.negotiation import XML_TYPES
from api.rooms import Rooms
from chain.finality import may_rewind
from delivery.documents import JSON, XML, result_document
from delivery.following import Follower, Place, Shown
from delivery.messages import portions
from delivery.settings import depth_of
from delivery.subscribing import Controls, first_place, hash_at
from store.mirror.streaming import Tide, tide_of
from store.reader import Reader
from traceability.querying import Query, Window

FRESH: Final = 0.2
"""Seconds for which an answer about the mirror's height serves every connection."""

REMEMBERED: Final = 20_000
"""Events that a connection remembers to have sent, for the case that their blocks vanish and come back."""


class Closing(Exception):
    """The connection ends, for a reason that the client is told."""

    def __init__(self, code: int, reason: str) -> None:
        self.code = code
        # A close frame holds 123 octets of reason.
        self.reason = reason.encode()[:120].decode(errors="ignore")
        super().__init__(self.reason)


@dataclass(slots=True)
class ConnectionMemory:
    """What one connection has sent, the newest of it."""

    places: dict[bytes, int] = field(default_factory=dict)

    def known(self, commitments: Sequence[bytes]) -> frozenset[bytes]:
        """Return those of some events that were sent before."""
        return frozenset(commitment for commitment in commitments if commitment in self.places)

    def newest(self, before: int, limit: int) -> Sequence[tuple[int, bytes]]:
        """Return position and commitment of what was sent before a position, the last first."""
        found = sorted((position, each) for each, position in self.places.items() if position < before)
        return found[::-1][:limit]

    def remember(self, events: Sequence[Shown]) -> None:
        """Remember events, and forget the oldest."""
        for event in events:
            self.places[event.commitment] = event.position
        while len(self.places) > REMEMBERED:
            del self.places[next(iter(self.places))]


@dataclass(slots=True)
class Tides:
    """How far the mirror stands, asked once for all connections of this process."""

    rooms: Rooms
    _asked_at: float = -1.0
    _found: Tide | None = None

    def now(self) -> Tide:
        """Return how far the mirror stands, or stood a moment ago."""
        now = monotonic()
        if self._found is None or now - self._asked_at > FRESH:
            self._found = tide_of(self.rooms.mirror, depth_of(self.rooms.network))
            self._asked_at = now
        return self._found


@dataclass(slots=True)
class SocketStream:
    """One standing query of a connection."""

    tides: Tides
    query_name: str
    query: Query
    controls: Controls
    media_type: str
    formats: Formats
    follower: Follower
    place: Place
    due_at: datetime | None
    subscription_id: str = field(default_factory=lambda: str(uuid.uuid4()))
    memory: ConnectionMemory = field(default_factory=ConnectionMemory)
    until: int | None = None
    """Position up to which the execution under way goes."""
    counted: int = 0

    @staticmethod
    def begin(
        tides: Tides, query_name: str, query: Query, controls: Controls, media_type: str, formats: Formats
    ) -> SocketStream:
        """Return the stream that begins now, or where its initialRecordTime says."""
        rooms = tides.rooms
        # What is captured from now on is behind the newest state, not behind that of a moment ago.
        tide = tide_of(rooms.mirror, depth_of(rooms.network))
        position = first_place(controls, rooms.mirror, tide)
        if controls.initial_record_time is not None:
            window = query.record_time & Window(beginning=controls.initial_record_time)
            query = replace(query, record_time=window)
        place = Place(position, position, hash_at(rooms.mirror, tide, position), tide.arrived)
        due_at = None if controls.schedule is None else controls.schedule.next_after(rooms.clock())
        follower = Follower(rooms.record, rooms.mirror, may_rewind(rooms.network))
        kind = XML if media_type in XML_TYPES else JSON
        return SocketStream(tides, query_name, query, controls, kind, formats, follower, place, due_at)

    @property
    def rooms(self) -> Rooms:
        """Return what the stream reads."""
        return self.tides.rooms

    def has_news(self) -> bool:
        """Say whether there may be something to send."""
        if self.due_at is not None and self.until is None:
            return self.rooms.clock() >= self.due_at
        tide = self.tides.now()
        at_rest = (self.place.position, self.place.block_hash) == (tide.place, tide.block_hash)
        return self.until is not None or not at_rest or self.place.arrived < tide.arrived

    def documents(self, reader: Reader) -> Iterator[bytes]:
        """Return the documents that are to be sent now; a portion of the mirror is looked at."""
        tide = self.tides.now()
        self.follower.look_again()
        place = self.follower.standing_place(self.place, tide, self.memory)
        if place is None:
            return iter(())
        if self.due_at is not None and self.until is None:
            self.until, self.counted = max(tide.place, place.position), 0
        until = tide.place if self.until is None else min(self.until, tide.place)
        stretch = self.follower.stretch(self.query, reader, place, until, tide, self.memory)
        self.place = stretch.place
        self.memory.remember(stretch.events)
        self.counted += len(stretch.events)
        written = [self._document(portion) for portion in portions(stretch.events, self.rooms.settings.subscriptions)]
        if self.controls.schedule is not None and not self.follower.is_behind(self.place, until, tide):
            if self.counted == 0 and self.controls.report_if_empty:
                written.append(self._document(()))
            self.until = None
            self.due_at = self.controls.schedule.next_after(self.rooms.clock())
        return iter(written)

    def _document(self, events: Sequence[Shown]) -> bytes:
        return result_document(
            events,
            self.query_name,
            self.subscription_id,
            self.rooms.clock(),
            self.rooms.mirror,
            self.media_type,
            self.formats.epc,
            self.formats.cbv_xml,
        )
