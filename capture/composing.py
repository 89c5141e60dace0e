"""The EPCIS event that changes a state (ObjectEvent, EPCIS 2.0 §7.4.1; dispositions of CBV 2.0 §7.2)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, Final

from traceability.identifiers import Identifier, Level
from traceability.ledger.meta import State

NAMESPACE: Final = "https://suyuan.example/ns/"
"""Namespace of our extension fields."""

DISPOSITIONS: Final[Mapping[State, str]] = {
    State.ACTIVE: "active",
    State.QUARANTINED: "non_sellable_other",
    State.RECALLED: "recalled",
    State.DESTROYED: "destroyed",
    State.STOLEN: "stolen",
    State.LOST: "unknown",
    State.RETIRED: "inactive",
}
"""The CBV word that says a state in an EPCIS event; the line on the chain says the state itself."""

_IN_EPC_LIST: Final = frozenset((Level.ITEM, Level.PACKAGE))


def own_name(local: str) -> str:
    """Return the name of an extension field of ours in the normal form."""
    return f"{{{NAMESPACE}}}{local}"


def state_event(
    things: Sequence[Identifier], state: State, now: datetime, extensions: Mapping[str, Any]
) -> dict[str, Any]:
    """Return the body, in normal form, of the event that says a state of some things of any level."""
    offset = now.strftime("%z")
    body: dict[str, Any] = {
        "type": "ObjectEvent",
        "action": "OBSERVE",
        "eventTime": now.isoformat(timespec="milliseconds"),
        "eventTimeZoneOffset": f"{offset[:3]}:{offset[3:5]}",
        "bizStep": "holding" if state in (State.RECALLED, State.QUARANTINED) else "inspecting",
        "disposition": DISPOSITIONS[state],
    }
    single = [thing.canonical for thing in things if thing.level in _IN_EPC_LIST]
    several = [{"epcClass": thing.canonical} for thing in things if thing.level not in _IN_EPC_LIST]
    if single:
        body["epcList"] = single
    if several:
        body["quantityList"] = several
    body.update({own_name(local): value for local, value in extensions.items() if value})
    return body
