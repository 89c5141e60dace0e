"""What another firm's node gets that asks for events by commitment: what is opened to it, and until when.

An event that the reader may not see is answered like one that is not here.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from evidence.eyes import ReaderEyes
from evidence.grants import GrantHistory
from evidence.telling import EVERYTHING
from store.access import View
from store.database import Mirror, Record
from store.disclosure import is_hidden_in_all
from store.reader import EVERYONE, Reader, grant_of, is_grant
from store.record.bodies import SealedEvent, sealed_events
from store.record.grants import ends_of_grants
from traceability.commitment import Opening

MOST_LEAVES = 50_000
"""Leaves that one answer opens; what is beyond is to be asked for again."""


@dataclass(frozen=True, slots=True)
class GrantedOpening:
    """What a reader may see of one event."""

    commitment: bytes
    opening: Opening
    until: datetime | None
    """When the reader would see less, None where no end was set."""


@dataclass(frozen=True, slots=True)
class Granted:
    """What a reader may see of the events that it asked for."""

    openings: tuple[GrantedOpening, ...]
    ask_again: tuple[bytes, ...]
    """Events that one answer had no room for."""


def granted_openings(record: Record, mirror: Mirror, commitments: Sequence[bytes], reader: Reader) -> Granted:
    """Return what a reader may see of some events, in the order asked for."""
    sealed = sealed_events(record, commitments)
    grants = [grant_of(subject) for subject in reader.subjects if is_grant(subject)]
    ends = ends_of_grants(record, grants)
    things_of = GrantHistory(mirror).things_of
    eyes = ReaderEyes(reader)
    found: list[GrantedOpening] = []
    leaves = 0
    wanted = tuple(dict.fromkeys(commitments))
    for place, commitment in enumerate(wanted):
        if leaves >= MOST_LEAVES:
            # What is not here is put off like the rest, so that the rest says nothing.
            return Granted(tuple(found), wanted[place:])
        if commitment not in sealed:
            continue
        opening = eyes.opening(sealed[commitment], things_of, EVERYTHING)
        if opening is not None:
            leaves += len(opening.leaves)
            found.append(GrantedOpening(commitment, opening, _until(sealed[commitment], reader, ends)))
    return Granted(tuple(found), ())


def _until(sealed: SealedEvent, reader: Reader, ends: Mapping[int, datetime | None]) -> datetime | None:
    """Return until when a reader sees as much of an event as now: the latest end up to which the same pointers stay hidden."""
    views = [(view.hidden, _end_of(view, reader, ends)) for view in sealed.access.views_for(reader)]
    hidden_now = _hidden([hidden for hidden, _ in views])
    lasting = [hidden for hidden, end in views if end is None]
    if lasting and _hidden(lasting) == hidden_now:
        return None
    for end in sorted({end for _, end in views if end is not None}, reverse=True):
        still = [hidden for hidden, other in views if other is None or other >= end]
        if _hidden(still) == hidden_now:
            return end
    raise AssertionError("the earliest end leaves every view")


def _end_of(view: View, reader: Reader, ends: Mapping[int, datetime | None]) -> datetime | None:
    """Return when the last subject of a view that means the reader ends."""
    found = [
        ends.get(grant_of(subject)) if is_grant(subject) else None
        for subject in view.subjects & {EVERYONE, *reader.subjects}
    ]
    moments = [end for end in found if end is not None]
    return max(moments) if len(moments) == len(found) else None


def _hidden(views: Sequence[tuple[str, ...]]) -> frozenset[str]:
    """Return the pointers that stay hidden when several views are added up."""
    return frozenset(pointer for hidden in views for pointer in hidden if is_hidden_in_all(pointer, views))
