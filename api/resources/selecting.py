"""A selection of a firm's own events in a request: by commitment, thing, type, action and business step, and time."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal, NotRequired

from pydantic import Field, StringConstraints
from typing_extensions import TypedDict

from api.errors import RequestInvalid
from api.resources.fields import Body, Hash, IdentifierText, identifier_at, octets
from capture.errors import Problem
from store.selection import Selection
from traceability.epcis.vocabulary import BUSINESS_STEPS

EventType = Literal["ObjectEvent", "AggregationEvent", "TransactionEvent", "TransformationEvent", "AssociationEvent"]
Action = Literal["ADD", "OBSERVE", "DELETE"]
Step = Annotated[str, StringConstraints(min_length=1, max_length=500)]
Moment = Annotated[str, StringConstraints(max_length=60)]


class Selecting(Body):
    """Which of the caller's own events are meant: every field that is given must hold, by one of its values.

    `everything` is said out loud, because a selection without fields would open all.
    """

    events: Annotated[list[Hash], Field(default_factory=list, max_length=10_000)]
    things: Annotated[list[IdentifierText], Field(default_factory=list, max_length=1_000)]
    eventTypes: Annotated[list[EventType], Field(default_factory=list, max_length=5)]
    actions: Annotated[list[Action], Field(default_factory=list, max_length=3)]
    bizSteps: Annotated[list[Step], Field(default_factory=list, max_length=100)]
    from_: Annotated[Moment | None, Field(alias="from")] = None
    before: Moment | None = None
    everything: bool = False

    def selection(self, pointer: str) -> Selection:
        """Return what is selected.

        Raises:
            RequestInvalid: with the place of what cannot be read, or where nothing is selected.
        """
        found = Selection(
            events=tuple(dict.fromkeys(octets(text) for text in self.events)),
            things=tuple(
                dict.fromkeys(
                    identifier_at(f"{pointer}/things/{place}", text).canonical for place, text in enumerate(self.things)
                )
            ),
            event_types=tuple(dict.fromkeys(self.eventTypes)),
            actions=tuple(dict.fromkeys(self.actions)),
            biz_steps=tuple(dict.fromkeys(BUSINESS_STEPS.normal(step.strip()) for step in self.bizSteps)),
            time_from=moment_at(f"{pointer}/from", self.from_),
            time_before=moment_at(f"{pointer}/before", self.before),
        )
        if found.takes_all == self.everything:
            return found
        reason = "names fields and everything" if self.everything else "selects nothing"
        cure = 'give events, things, eventTypes, actions, bizSteps, from or before; or say "everything": true'
        raise RequestInvalid([Problem("request-invalid", pointer, reason, cure)])


SelectionContent = TypedDict(
    "SelectionContent",
    {
        "events": NotRequired[list[str]],
        "things": NotRequired[list[str]],
        "eventTypes": NotRequired[list[str]],
        "actions": NotRequired[list[str]],
        "bizSteps": NotRequired[list[str]],
        "from": NotRequired[str],
        "before": NotRequired[str],
        "everything": NotRequired[bool],
    },
)
"""A selection as it is shown."""


def selection_content(selection: Selection) -> SelectionContent:
    """Return a selection as it is shown."""
    content: SelectionContent = {}
    if selection.events:
        content["events"] = ["0x" + commitment.hex() for commitment in selection.events]
    if selection.things:
        content["things"] = list(selection.things)
    if selection.event_types:
        content["eventTypes"] = list(selection.event_types)
    if selection.actions:
        content["actions"] = list(selection.actions)
    if selection.biz_steps:
        content["bizSteps"] = list(selection.biz_steps)
    if selection.time_from is not None:
        content["from"] = selection.time_from.isoformat()
    if selection.time_before is not None:
        content["before"] = selection.time_before.isoformat()
    if selection.takes_all:
        content["everything"] = True
    return content


def moment_at(pointer: str, text: str | None) -> datetime | None:
    """Return the aware time that stands at a place of a request.

    Raises:
        RequestInvalid: if it is none.
    """
    if text is None:
        return None
    try:
        moment = datetime.fromisoformat(text)
        if moment.tzinfo is None or not 1970 <= moment.year <= 9000:
            raise ValueError(text)
    except ValueError as error:
        reason = f"{text!r} is no time with an offset"
        raise RequestInvalid([Problem("request-invalid", pointer, reason, "write 2027-03-01T00:00:00Z")]) from error
    return moment
