"""Fetching: the owners of some events are asked for what they granted; what holds is kept, and each event gets its status."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from exchange.asking import MOST_ASKED, Asker, Given, asked, given
from exchange.checking import names_its_things
from exchange.errors import AnswerRefused, ServiceUnknown
from exchange.services import service_of
from store.database import Mirror, Record
from store.mirror.things import OnChain, lines_of, on_chain
from store.record.bodies import sealed_events
from store.record.fetched_openings import FetchedOpening, drop_ended_openings, note_answer
from traceability.ledger.meta import Flag, Meta
from traceability.signed_requests.signing import Key
from traceability.verdict.facts import Status


@dataclass(frozen=True, slots=True)
class Fetched:
    """What became of one event that was asked for."""

    commitment: bytes
    owner: int | None
    """The organisation that wrote it; None where the chain, as this node has it, does not hold it."""
    status: Status
    reason: str
    until: datetime | None = None
    """Until when it is kept."""


@dataclass(slots=True)
class Reading:
    """One organisation that reads, at its own node."""

    record: Record
    mirror: Mirror
    organisation: int
    key: Key
    asker: Asker
    clock: Callable[[], datetime]
    """Asked anew for each question: firms whose nodes do not answer take their time, and a signature holds for a minute."""
    shown: Status
    """How well something is shown by the chain as this node has it: `proven`, or `matched` where no validators seal it."""
    origin: str | None = None
    """Asked in the place of the address that an owner's profile names."""
    _places: Mapping[bytes, tuple[OnChain, ...]] = field(default_factory=dict)

    def fetch(self, commitments: Sequence[bytes]) -> tuple[Fetched, ...]:
        """Ask for events and return what became of each, in the order asked for."""
        drop_ended_openings(self.record, self.clock())
        wanted = tuple(dict.fromkeys(commitments))
        self._places = on_chain(self.mirror, wanted)
        here = sealed_events(self.record, wanted)
        found: dict[bytes, Fetched] = {}
        by_owner: dict[int, list[bytes]] = {}
        for commitment in wanted:
            owner = self._owner(commitment)
            if owner is None:
                reason = "the chain, as this node has it, holds no such line"
                found[commitment] = Fetched(commitment, None, Status.NOT_CHECKED, reason)
            elif commitment in here:
                found[commitment] = Fetched(commitment, owner, self.shown, "this node has its body")
            else:
                by_owner.setdefault(owner, []).append(commitment)
        for owner, of_owner in by_owner.items():
            found |= {each.commitment: each for each in self._from(owner, of_owner)}
        return tuple(found[commitment] for commitment in wanted)

    def _owner(self, commitment: bytes) -> int | None:
        places = self._places.get(commitment)
        return Meta.unpack(places[0].meta).organisation if places else None

    def _from(self, owner: int, commitments: Sequence[bytes]) -> Iterator[Fetched]:
        try:
            origin = self.origin or service_of(self.mirror, owner)
        except ServiceUnknown as unknown:
            yield from self._all(owner, commitments, Status.NOT_CHECKED, unknown.reason)
            return
        waiting = list(commitments)
        while waiting:
            portion, waiting = waiting[:MOST_ASKED], waiting[MOST_ASKED:]
            answer = asked(self.asker, origin, self.key, portion, int(self.clock().timestamp()))
            if answer.status != 200:
                reason = answer.reason or f"it answered with {answer.status}{_title(answer.body)}"
                yield from self._all(owner, [*portion, *waiting], Status.NOT_CHECKED, f"{origin}: {reason}")
                return
            try:
                said = given(answer.body, portion)
            except AnswerRefused as refusal:
                yield from self._all(owner, portion, Status.REFUSED, f"{origin}: {refusal.reason}")
                continue
            later = [each for each in portion if each in said.ask_again and each not in said.openings]
            if len(later) == len(portion):
                yield from self._all(owner, portion, Status.NOT_CHECKED, f"{origin}: it puts off every answer")
                continue
            waiting = [*later, *waiting]
            yield from self._judged(owner, origin, [each for each in portion if each not in later], said)

    def _judged(self, owner: int, origin: str, commitments: Sequence[bytes], said: Given) -> list[Fetched]:
        """Check what an answer says of some events, keep what holds, and delete what is not shown any more."""
        now = self.clock()
        found: list[Fetched] = []
        opened: list[FetchedOpening] = []
        closed: list[bytes] = []
        for commitment in commitments:
            opening, until = said.openings.get(commitment, (None, None))
            shows = False
            if opening is not None and (until is None or until > now):
                try:
                    shows = names_its_things(commitment, opening, self._places[commitment], owner)
                except AnswerRefused as refusal:
                    found.append(Fetched(commitment, owner, Status.REFUSED, f"{origin}: {refusal.reason}"))
                    continue
            if opening is not None and shows:
                text = json.dumps(opening.to_json(), separators=(",", ":"))
                opened.append(FetchedOpening(commitment, owner, text, until))
                found.append(Fetched(commitment, owner, self.shown, "it is what was committed to", until))
            else:
                # What was granted once and is not shown any more was taken back: it is not kept either.
                closed.append(commitment)
                found.append(self._not_shown(owner, commitment))
        note_answer(self.record, self.organisation, opened, closed, now)
        return found

    def _not_shown(self, owner: int, commitment: bytes) -> Fetched:
        private = any(Meta.unpack(place.meta).flags & Flag.PRIVATE for place in self._places[commitment])
        if private:
            return Fetched(commitment, owner, Status.HIDDEN_BY_OWNER, "its owner does not show it to you")
        reason = "its owner's node does not show it, and the chain does not call it private"
        return Fetched(commitment, owner, Status.WITHHELD_BY_SERVER, reason)

    @staticmethod
    def _all(owner: int, commitments: Sequence[bytes], status: Status, reason: str) -> Iterator[Fetched]:
        for commitment in commitments:
            yield Fetched(commitment, owner, status, reason)


def lines_elsewhere(record: Record, mirror: Mirror, key: bytes) -> tuple[bytes, ...]:
    """Return the events of a thing's lines whose bodies are not here, oldest first."""
    lines = [line.commitment for line in lines_of(mirror, key)]
    here = sealed_events(record, lines)
    return tuple(dict.fromkeys(commitment for commitment in lines if commitment not in here))


def _title(body: bytes) -> str:
    """Return the title of a problem document, as printable words of bounded length."""
    try:
        title = json.loads(body[:4_000]).get("title")
    except (ValueError, AttributeError, RecursionError):
        return ""
    return f" ({title[:120]})" if isinstance(title, str) and title.isprintable() else ""
