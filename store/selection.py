"""A selection of a firm's own events: by commitment, by thing, by type, action and business step, by time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import msgspec

from store.columns import microseconds_of, moment_of
from traceability.epcis.times import moment_of as moment_in

NAMING_LISTS = ("epcList", "childEPCs", "inputEPCList", "outputEPCList", "things")
"""Members of a body that list identifiers; `things` stands in statements."""

NAMING_QUANTITIES = ("quantityList", "childQuantityList", "inputQuantityList", "outputQuantityList")
"""Members of a body that list classes and lots with their quantity."""

NAMING_MEMBERS = ("parentID", "subject", "id")
"""Members of a body that are an identifier."""


@dataclass(frozen=True, slots=True)
class Selection:
    """What must hold of an event: one of the values of every field that has any; a selection without fields takes all."""

    events: tuple[bytes, ...] = ()
    """Commitments."""
    things: tuple[str, ...] = ()
    """Canonical forms; a class stands for its lots and items too."""
    event_types: tuple[str, ...] = ()
    actions: tuple[str, ...] = ()
    biz_steps: tuple[str, ...] = ()
    """As the normal form has them."""
    time_from: datetime | None = None
    """Earliest event time."""
    time_before: datetime | None = None
    """First event time that is too late."""

    @property
    def takes_all(self) -> bool:
        """Whether every event of the firm is selected."""
        return self == Selection()

    def takes(self, commitment: bytes, body: Mapping[str, Any]) -> bool:
        """Whether an event is selected, by its commitment and normal form."""
        return (
            (not self.events or commitment in self.events)
            and (not self.event_types or body.get("type") in self.event_types)
            and (not self.actions or body.get("action") in self.actions)
            and (not self.biz_steps or body.get("bizStep") in self.biz_steps)
            and self._in_time(body)
            and (not self.things or any(self._named(text) for text in names_in(body)))
        )

    def to_json(self) -> str:
        """Return the selection as it is kept."""
        kept = {
            "events": ["0x" + commitment.hex() for commitment in self.events],
            "things": self.things,
            "eventTypes": self.event_types,
            "actions": self.actions,
            "bizSteps": self.biz_steps,
            "from": None if self.time_from is None else microseconds_of(self.time_from),
            "before": None if self.time_before is None else microseconds_of(self.time_before),
        }
        return msgspec.json.encode({name: value for name, value in kept.items() if value}).decode()

    @classmethod
    def from_json(cls, text: str) -> Selection:
        """Return the selection that `to_json` wrote."""
        kept: dict[str, Any] = msgspec.json.decode(text)
        return cls(
            events=tuple(bytes.fromhex(item[2:]) for item in kept.get("events", ())),
            things=tuple(kept.get("things", ())),
            event_types=tuple(kept.get("eventTypes", ())),
            actions=tuple(kept.get("actions", ())),
            biz_steps=tuple(kept.get("bizSteps", ())),
            time_from=moment_of(kept["from"]) if "from" in kept else None,
            time_before=moment_of(kept["before"]) if "before" in kept else None,
        )

    def _in_time(self, body: Mapping[str, Any]) -> bool:
        if self.time_from is None and self.time_before is None:
            return True
        if not isinstance(body.get("eventTime"), str):
            return False
        time = moment_in(body["eventTime"])
        return (self.time_from is None or time >= self.time_from) and (
            self.time_before is None or time < self.time_before
        )

    def _named(self, text: str) -> bool:
        return any(
            text == thing or (thing.startswith("https://id.gs1.org/01/") and text.startswith(f"{thing}/"))
            for thing in self.things
        )


def names_in(body: Mapping[str, Any]) -> list[str]:
    """Return the identifiers that a body names as its things."""
    found = [body[name] for name in NAMING_MEMBERS if isinstance(body.get(name), str)]
    for name in NAMING_LISTS:
        found.extend(item for item in body.get(name, ()) if isinstance(item, str))
    for name in NAMING_QUANTITIES:
        found.extend(item["epcClass"] for item in body.get(name, ()) if "epcClass" in item)
    return found
