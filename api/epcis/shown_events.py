"""An event as it is shown: one that came without an eventID bears its hash."""

from __future__ import annotations

from store.record.bodies import VisibleEvent
from traceability.epcis import Event


def shown_event(visible: VisibleEvent) -> Event:
    """Return an event as it is shown: one that came without an eventID bears its hash, by which it can be asked for.

    Whoever sees only a part of the event gets no hash: it would let guesses for the rest be tried.
    """
    event = Event.from_json(visible.body, visible.writings)
    if event.event_id is None and visible.event_hash is not None:
        return Event({**event.body, "eventID": visible.event_hash}, event.writings)
    return event
