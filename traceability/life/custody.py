"""Custody: where a thing was, who says so, and between which parties it passed (EPCIS 2.0 §7.3.5)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from traceability.commitment import Thing, Value
from traceability.life.happening import Happening


@dataclass(frozen=True, slots=True)
class Party:
    """One end of a transfer."""

    type: str | None
    """`owning_party`, `possessing_party` or `location`, None where it is not shown."""
    id: str


@dataclass(frozen=True, slots=True)
class Custody:
    """One moment at which somebody says to have the thing, or to pass it on."""

    at: int
    """When it happened by the word of who says so, else when the ledger learnt of it: seconds since 1970."""
    organisation: int
    """The organisation that says so."""
    biz_step: str | None
    read_point: str | None
    biz_location: str | None
    sources: tuple[Party, ...]
    destinations: tuple[Party, ...]


def custody_of(told: Happening) -> Custody:
    """Return what an event says of who had the thing and where."""
    return Custody(
        at=told.recorded_at if told.event_time is None else told.event_time,
        organisation=told.organisation,
        biz_step=told.text("/bizStep"),
        read_point=shown_text(told.values, "/readPoint/id"),
        biz_location=shown_text(told.values, "/bizLocation/id"),
        sources=parties_of(told.values, "/sourceList/", "source"),
        destinations=parties_of(told.values, "/destinationList/", "destination"),
    )


def parties_of(values: Mapping[str, Value], prefix: str, name: str) -> tuple[Party, ...]:
    """Return the opened sources or destinations in the order of the leaves, with their opened types."""
    found: list[Party] = []
    for pointer in values:
        number, _, last = pointer.removeprefix(prefix).partition("/")
        if not pointer.startswith(prefix) or last != name:
            continue
        text = shown_text(values, pointer)
        kind = values.get(f"{prefix}{number}/type")
        if text is not None:
            found.append(Party(kind if isinstance(kind, str) else None, text))
    return tuple(found)


def shown_text(values: Mapping[str, Value], pointer: str) -> str | None:
    """Return the text or the canonical form at a pointer, None where neither is shown."""
    value = values.get(pointer)
    if isinstance(value, Thing):
        return value.canonical
    return value if isinstance(value, str) else None
