"""EPCIS 2.0 events as JSON-LD values: one builder for each event type, and the document around them."""

from __future__ import annotations

import uuid
from datetime import datetime, timedelta, timezone
from typing import Any

from model.firms import Firm

CHINA = timezone(timedelta(hours=8))
CONTEXT = [
    "https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld",
    {"sy": "https://suyuan.example/ns/"},
]
_NAMESPACE = uuid.uuid5(uuid.NAMESPACE_URL, "https://suyuan.example/examples")

Event = dict[str, Any]


def at(text: str) -> datetime:
    """Return a moment of the story, written in Chinese time: `2026-03-02 08:00`."""
    return datetime.strptime(text, "%Y-%m-%d %H:%M").replace(tzinfo=CHINA)


def _base(
    kind: str, when: datetime, step: str | None, disposition: str | None, point: str | None, place: str | None
) -> Event:
    event: Event = {
        "type": kind,
        "eventTime": when.isoformat(timespec="milliseconds"),
        "eventTimeZoneOffset": "+08:00",
    }
    if step:
        event["bizStep"] = step
    if disposition:
        event["disposition"] = disposition
    if point:
        event["readPoint"] = {"id": point}
    if place:
        event["bizLocation"] = {"id": place}
    return event


def object_event(
    when: datetime,
    action: str,
    step: str | None,
    *,
    epcs: list[str] | None = None,
    quantities: list[Event] | None = None,
    disposition: str | None = None,
    point: str | None = None,
    place: str | None = None,
    **more: Any,
) -> Event:
    """Return an ObjectEvent."""
    event = _base("ObjectEvent", when, step, disposition, point, place) | {"action": action}
    if epcs:
        event["epcList"] = epcs
    if quantities:
        event["quantityList"] = quantities
    return event | more


def aggregation(
    when: datetime,
    action: str,
    parent: str,
    children: list[str],
    step: str,
    *,
    disposition: str | None = None,
    point: str | None = None,
    place: str | None = None,
    **more: Any,
) -> Event:
    """Return an AggregationEvent: the children are packed into the parent, or taken out of it."""
    event = _base("AggregationEvent", when, step, disposition, point, place)
    return event | {"action": action, "parentID": parent, "childEPCs": children} | more


def association(
    when: datetime,
    action: str,
    parent: str,
    children: list[str],
    step: str,
    *,
    disposition: str | None = None,
    point: str | None = None,
    place: str | None = None,
    **more: Any,
) -> Event:
    """Return an AssociationEvent: the children are built into the parent, or removed from it."""
    event = _base("AssociationEvent", when, step, disposition, point, place)
    return event | {"action": action, "parentID": parent, "childEPCs": children} | more


def transformation(
    when: datetime,
    step: str,
    *,
    inputs: list[str] | None = None,
    input_quantities: list[Event] | None = None,
    outputs: list[str] | None = None,
    output_quantities: list[Event] | None = None,
    disposition: str | None = None,
    point: str | None = None,
    place: str | None = None,
    **more: Any,
) -> Event:
    """Return a TransformationEvent: the inputs are consumed, the outputs come into being."""
    event = _base("TransformationEvent", when, step, disposition, point, place)
    parts = {
        "inputEPCList": inputs,
        "inputQuantityList": input_quantities,
        "outputEPCList": outputs,
        "outputQuantityList": output_quantities,
    }
    return event | {name: value for name, value in parts.items() if value} | more


def transaction(
    when: datetime,
    action: str,
    transactions: list[Event],
    step: str,
    *,
    epcs: list[str] | None = None,
    disposition: str | None = None,
    point: str | None = None,
    place: str | None = None,
    **more: Any,
) -> Event:
    """Return a TransactionEvent: the things belong to business transactions."""
    event = _base("TransactionEvent", when, step, disposition, point, place) | {
        "action": action,
        "bizTransactionList": transactions,
    }
    if epcs:
        event["epcList"] = epcs
    return event | more


def quantity(epc_class: str, amount: float, unit: str | None = None) -> Event:
    """Return a quantity element; the unit is a UN/CEFACT Recommendation 20 code, none for pieces."""
    element: Event = {"epcClass": epc_class, "quantity": amount}
    if unit:
        element["uom"] = unit
    return element


def business(kind: str, firm: Firm, number: str) -> Event:
    """Return a business transaction of a firm (CBV 2.0 §8.5: `urn:epcglobal:cbv:bt:…`)."""
    return {"type": kind, "bizTransaction": f"urn:epcglobal:cbv:bt:{firm.party.rsplit('/', 1)[1]}:{number}"}


def parties(source: Firm, destination: Firm) -> Event:
    """Return source and destination: possession and ownership pass from one firm to the other."""
    return {
        "sourceList": [
            {"type": "possessing_party", "source": source.party},
            {"type": "owning_party", "source": source.party},
        ],
        "destinationList": [
            {"type": "possessing_party", "destination": destination.party},
            {"type": "owning_party", "destination": destination.party},
        ],
    }


def climate(when: datetime, celsius: float, humidity: float, device: str) -> list[Event]:
    """Return a sensor element with temperature and relative humidity."""
    return [
        {
            "sensorMetadata": {"time": when.isoformat(timespec="milliseconds"), "deviceID": device},
            "sensorReport": [
                {"type": "Temperature", "value": celsius, "uom": "CEL"},
                {"type": "RelativeHumidity", "value": humidity, "uom": "A93"},
            ],
        }
    ]


def event_id(*parts: str) -> str:
    """Return an eventID that is the same at every build."""
    return f"urn:uuid:{uuid.uuid5(_NAMESPACE, '/'.join(parts))}"


def document(events: list[Event], created: datetime) -> Event:
    """Return an EPCIS document around the events."""
    return {
        "@context": CONTEXT,
        "type": "EPCISDocument",
        "schemaVersion": "2.0",
        "creationDate": created.isoformat(timespec="milliseconds"),
        "epcisBody": {"eventList": events},
    }
