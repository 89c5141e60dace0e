"""What of an event tells a thing's links and no more: enough for the search for everything that another thing rests on."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from traceability.commitment import Committed
from traceability.commitment.commit import EVENT_HASH_POINTER, SCHEMA_POINTER
from traceability.ledger.meta import Kind
from traceability.life.happening import LOT_NUMBER_POINTERS
from traceability.life.links import LINKING
from traceability.verdict.names import NAME_POINTERS

TELLING = LINKING | {Kind.CORRECT}
"""The kinds of events that must be opened at the things that another rests on; all other lines may stay closed."""

_IDENTITY = frozenset({EVENT_HASH_POINTER, "/eventID"})
"""By what an error declaration finds the event that it declares wrong."""

_NAME = frozenset({SCHEMA_POINTER, "/subject", *NAME_POINTERS})
"""What of a description or of master data says how a thing is called."""

NAMING = (
    "/epcList/",
    "/parentID",
    "/childEPCs/",
    "/inputEPCList/",
    "/outputEPCList/",
    "/quantityList/",
    "/childQuantityList/",
    "/inputQuantityList/",
    "/outputQuantityList/",
    "/id",
    "/subject",
    "/things/",
)
"""How the pointers begin at which things get their lines."""


@dataclass(frozen=True, slots=True)
class Demand:
    """What a question needs of an event."""

    things: tuple[str, ...] = ()
    """Canonical forms of the things that it is about; of long lists only these are opened. Empty: all."""
    only_links: bool = False
    """Whether no more is needed than what ties these things to others."""
    corrected: bool = True
    """Whether an error declaration may be about the event."""


EVERYTHING = Demand()
"""All that may be seen."""

_PARTS = ("/inputEPCList/", "/inputQuantityList/")
_CHILDREN = ("/childEPCs/", "/childQuantityList/")


def naming_pointers(committed: Committed, needed: Collection[str]) -> frozenset[str]:
    """Return the pointers of the leaves that name one of some things, given by canonical form."""
    endings = tuple(text.encode() for text in needed)
    return frozenset(
        pointer
        for pointer, preimage in zip(committed.pointers, committed.preimages, strict=True)
        if pointer.startswith(NAMING) and preimage.endswith(endings)
    )


def telling_pointers(committed: Committed, kind: Kind, demand: Demand) -> frozenset[str]:
    """Return the pointers that must be opened where only links are needed."""
    if kind is Kind.DESCRIBE:
        return _NAME
    wanted = naming_pointers(committed, demand.things) | {"/parentID"}
    if kind is Kind.PACK:
        wanted |= {"/eventTime"}
    if kind in (Kind.CREATE, Kind.TRANSFORM):
        wanted |= set(LOT_NUMBER_POINTERS)
    parts = {Kind.TRANSFORM: _PARTS, Kind.ASSOCIATE: _CHILDREN, Kind.DISSOCIATE: _CHILDREN}.get(kind)
    if parts is not None:
        wanted |= {
            pointer
            for pointer in committed.pointers
            if pointer.startswith(parts) and not pointer.endswith(("/quantity", "/uom"))
        }
    return wanted | _IDENTITY if demand.corrected else wanted
