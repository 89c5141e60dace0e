"""Things and documents of the journeys: identifiers with valid check digits, EPCIS events about them."""

from __future__ import annotations

import json
from typing import Any

CONTEXT = ["https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld", {"example": "https://example.com/ns/"}]
TYPE = "application/ld+json"


def check_digit(digits: str) -> str:
    """Return the GS1 check digit of some digits."""
    weighed = sum(int(digit) * (3 if place % 2 == 0 else 1) for place, digit in enumerate(reversed(digits)))
    return str(-weighed % 10)


def gtin(prefix: str, product: int = 1) -> str:
    """Return a product's class."""
    digits = "0" + prefix + str(product).zfill(12 - len(prefix))
    return f"https://id.gs1.org/01/{digits}{check_digit(digits)}"


def item(prefix: str, serial: str, product: int = 1) -> str:
    """Return one item."""
    return f"{gtin(prefix, product)}/21/{serial}"


def lot(prefix: str, name: str, product: int = 1) -> str:
    """Return one lot."""
    return f"{gtin(prefix, product)}/10/{name}"


def package(prefix: str, number: int) -> str:
    """Return one logistic unit (SSCC)."""
    digits = "0" + prefix + str(number).zfill(16 - len(prefix))
    return f"https://id.gs1.org/00/{digits}{check_digit(digits)}"


def event(kind: str, step: str, **more: Any) -> dict[str, Any]:
    """Return an EPCIS event."""
    when = {"eventTime": "2026-05-03T10:00:00.000+08:00", "eventTimeZoneOffset": "+08:00"}
    return {"type": kind, **when, "bizStep": step, **more}


def created(*things: str, lot_number: str | None = None, **more: Any) -> dict[str, Any]:
    """Return the event by which things begin."""
    ilmd = {"ilmd": {"cbvmda:lotNumber": lot_number}} if lot_number else {}
    return event("ObjectEvent", "commissioning", action="ADD", epcList=list(things), **ilmd, **more)


def observed(*things: str, step: str = "inspecting", **more: Any) -> dict[str, Any]:
    """Return an event that says that things were seen."""
    return event("ObjectEvent", step, action="OBSERVE", epcList=list(things), **more)


def packed(parent: str, *children: str, action: str = "ADD", **more: Any) -> dict[str, Any]:
    """Return an event that puts things into a package, or takes them out."""
    step = "packing" if action == "ADD" else "unpacking"
    return event("AggregationEvent", step, action=action, parentID=parent, childEPCs=list(children), **more)


def assembled(parent: str, *children: str, action: str = "ADD", **more: Any) -> dict[str, Any]:
    """Return an event that builds components in, or takes them out."""
    step = "assembling" if action == "ADD" else "removing"
    return event("AssociationEvent", step, action=action, parentID=parent, childEPCs=list(children), **more)


def declared_wrong(wrong: dict[str, Any], event_id: str) -> dict[str, Any]:
    """Return the declaration that an event, known by its eventID, was wrong (EPCIS 2.0 clause 7.4.1.4)."""
    declaration = {"declarationTime": "2026-05-04T10:00:00.000+08:00", "reason": "incorrect_data"}
    return {**wrong, "eventID": event_id, "errorDeclaration": declaration}


def document(*events: dict[str, Any]) -> bytes:
    """Return an EPCISDocument."""
    head = {
        "@context": CONTEXT,
        "type": "EPCISDocument",
        "schemaVersion": "2.0",
        "creationDate": "2026-05-04T00:00:00Z",
    }
    return json.dumps(head | {"epcisBody": {"eventList": list(events)}}).encode()
