"""Events as they are shown to a reader, and identifiers as a subscriber wants them written."""

from __future__ import annotations

from collections.abc import Callable

from store.database import Mirror
from store.mirror.members import grants_by_key
from store.record.bodies import VisibleEvent
from traceability.epcis import Event
from traceability.identifiers import Identifier
from traceability.ledger.keys import prefix_key
from traceability.ledger.records import GrantStatus


def shown_event(visible: VisibleEvent) -> Event:
    """Return an event as it is shown: one that came without an eventID bears its hash, by which it can be asked for.

    Whoever sees only a part of the event gets no hash: it would let guesses for the rest be tried.
    """
    event = Event.from_json(visible.body, visible.writings)
    if event.event_id is None and visible.event_hash is not None:
        return Event({**event.body, "eventID": visible.event_hash}, event.writings)
    return event


def prefix_lengths(mirror: Mirror) -> Callable[[Identifier], int | None]:
    """Return what answers how many characters the granted prefix of an identifier has, None where none is granted.

    EPC URNs name the company prefix apart from the rest. Answers are remembered: make a new one for each message.
    """
    remembered: dict[tuple[str, str], int | None] = {}

    def length(identifier: Identifier) -> int | None:
        place = (identifier.scheme, identifier.bearing)
        if place not in remembered:
            candidates = {prefix_key(each.scheme, each.text): each for each in identifier.prefix_candidates()}
            granted = grants_by_key(mirror, list(candidates))
            remembered[place] = next(
                (
                    len(prefix.text)
                    for key, prefix in candidates.items()
                    if key in granted and granted[key].status != GrantStatus.REVOKED
                ),
                None,
            )
        return remembered[place]

    return length
