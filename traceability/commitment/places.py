"""Places of an event: the names that EPCIS 2.0 §7 knows, and where things and times stand (docs/formats.md §4)."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum


class Place(Enum):
    """What a value is by where it stands."""

    OPEN = "open"
    """Any value; lists and objects are taken apart, one leaf for each scalar."""
    THING = "thing"
    """An identifier; a THING leaf if it is under a granted prefix."""
    TIME = "time"
    """A date and time with an offset."""
    EXTENSION = "extension"
    """A name that the standard does not know: one leaf, a JSON leaf unless it is a scalar."""


Places = Place | Mapping[str, "Places"]
"""A place, or the names that are known below it; every other name there is an extension."""

_QUANTITY: Places = {"epcClass": Place.THING, "quantity": Place.OPEN, "uom": Place.OPEN}
_LOCATION: Places = {"id": Place.THING}


class OpenPlaces(dict[str, Places]):
    """Names with a place of their own where all other names are open, not extensions."""


EVENT: Mapping[str, Places] = {
    "type": Place.OPEN,
    "eventID": Place.OPEN,
    "eventTime": Place.TIME,
    "eventTimeZoneOffset": Place.OPEN,
    "certificationInfo": Place.OPEN,
    "errorDeclaration": {
        "declarationTime": Place.TIME,
        "reason": Place.OPEN,
        "correctiveEventIDs": Place.OPEN,
    },
    "action": Place.OPEN,
    "bizStep": Place.OPEN,
    "disposition": Place.OPEN,
    "persistentDisposition": {"set": Place.OPEN, "unset": Place.OPEN},
    "readPoint": _LOCATION,
    "bizLocation": _LOCATION,
    "bizTransactionList": {"type": Place.OPEN, "bizTransaction": Place.OPEN},
    "sourceList": {"type": Place.OPEN, "source": Place.THING},
    "destinationList": {"type": Place.OPEN, "destination": Place.THING},
    "epcList": Place.THING,
    "quantityList": _QUANTITY,
    "parentID": Place.THING,
    "childEPCs": Place.THING,
    "childQuantityList": _QUANTITY,
    "inputEPCList": Place.THING,
    "inputQuantityList": _QUANTITY,
    "outputEPCList": Place.THING,
    "outputQuantityList": _QUANTITY,
    "transformationID": Place.OPEN,
    "ilmd": Place.OPEN,
    "sensorElementList": OpenPlaces(
        sensorMetadata=OpenPlaces(time=Place.TIME, startTime=Place.TIME, endTime=Place.TIME),
        sensorReport=OpenPlaces(time=Place.TIME),
    ),
}
"""The places of an event in its normal form."""

NOT_COMMITTED = frozenset({"@context", "recordTime"})
"""What an event has in a repository but not in its normal form."""

STATEMENT: Mapping[str, Places] = OpenPlaces(id=Place.THING, subject=Place.THING, things=Place.THING)
"""The places of a statement."""

EVENT_LINES = frozenset(
    {
        "/epcList/*",
        "/parentID",
        "/childEPCs/*",
        "/inputEPCList/*",
        "/outputEPCList/*",
        "/quantityList/*/epcClass",
        "/childQuantityList/*/epcClass",
        "/inputQuantityList/*/epcClass",
        "/outputQuantityList/*/epcClass",
    }
)
"""The places of an event at which a thing with a head gets a line; an index is written `*`."""

STATEMENT_LINES = frozenset({"/id", "/subject", "/things/*"})
"""The places of a statement at which a thing with a head gets a line, where the kind has lines (describe, forget)."""


def gets_a_line(pointer: str, *, statement: bool = False) -> bool:
    """Say whether a thing with a head at this pointer has a line for it."""
    place = "/".join("*" if token.isdecimal() else token for token in pointer.split("/"))
    return place in (STATEMENT_LINES if statement else EVENT_LINES)
