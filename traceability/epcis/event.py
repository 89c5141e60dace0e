"""One EPCIS 2.0 event in normal form (docs/formats.md §4), and the things that it names."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from enum import Enum
from typing import Any

import msgspec

from traceability.epcis.raw import Raw
from traceability.epcis.times import moment_of
from traceability.epcis.values import identifier_in
from traceability.identifiers import Identifier
from traceability.ledger.meta import Kind


class Role(Enum):
    """The part that a thing plays in an event."""

    SUBJECT = "subject"
    PARENT = "parent"
    CHILD = "child"
    INPUT = "input"
    OUTPUT = "output"


@dataclass(frozen=True, slots=True)
class Quantity:
    """How much of a class or lot an event is about."""

    amount: Decimal
    """The number as written."""
    unit: str | None
    """The unit by UN/CEFACT Recommendation 20 (``KGM``), or None for a count of pieces."""


@dataclass(frozen=True, slots=True)
class ThingRole:
    """One thing, lot or class that an event names, in its part."""

    role: Role
    identifier: Identifier
    pointer: str
    """The place in the event that names it."""
    quantity: Quantity | None = None
    """How much of it, where it is a class or lot and the event says so."""


_LISTS_OF_THINGS: Mapping[str, Role] = {
    "epcList": Role.SUBJECT,
    "childEPCs": Role.CHILD,
    "inputEPCList": Role.INPUT,
    "outputEPCList": Role.OUTPUT,
}
_LISTS_OF_QUANTITIES: Mapping[str, Role] = {
    "quantityList": Role.SUBJECT,
    "childQuantityList": Role.CHILD,
    "inputQuantityList": Role.INPUT,
    "outputQuantityList": Role.OUTPUT,
}
_KINDS: Mapping[tuple[str, str], Kind] = {
    ("ObjectEvent", "ADD"): Kind.CREATE,
    ("ObjectEvent", "DELETE"): Kind.END,
    ("AggregationEvent", "ADD"): Kind.PACK,
    ("AggregationEvent", "DELETE"): Kind.UNPACK,
    ("AssociationEvent", "ADD"): Kind.ASSOCIATE,
    ("AssociationEvent", "DELETE"): Kind.DISSOCIATE,
}
_UNREAD: Any = object()
_ENCODER = msgspec.json.Encoder(decimal_format="number")


@dataclass(frozen=True, slots=True)
class Event:
    """One event; its numbers are `Decimal`, there are no floats."""

    body: Mapping[str, Raw]
    """The normal form: bare standard names, canonical identifiers, extension names ``{namespace}local``."""
    writings: Mapping[str, str] = field(default_factory=dict, compare=False)
    """How the author wrote identifiers (by canonical form) and words (by web address) that he wrote otherwise than here.

    A help for answers only (see epc_format.py): neither hashed nor committed.
    """

    identified: Mapping[str, Identifier | None] = field(default_factory=dict, compare=False, repr=False)
    """The identifiers that its reader read, by their text in the body: they need not be parsed again."""

    @classmethod
    def from_json(cls, text: str | bytes, writings: str | bytes | None = None) -> "Event":
        """Return the event whose normal form `to_json` wrote; the text is our own and is not checked again.

        `writings` is the JSON text of the writings, where they were kept.
        """
        body = json.loads(text, parse_float=Decimal, parse_int=Decimal)
        return cls(body, json.loads(writings) if writings else {})

    def to_json(self) -> str:
        """Return the normal form as JSON text, numbers exactly as they were written."""
        return _ENCODER.encode(self.body).decode()

    def identifier(self, text: str) -> Identifier | None:
        """Return what a text of the body names, or None where it is no identifier."""
        found = self.identified.get(text, _UNREAD)
        return identifier_in(text) if found is _UNREAD else found

    @property
    def event_type(self) -> str:
        """Return ``ObjectEvent``, ``AggregationEvent``, …; empty where the event has none (the gate refuses that)."""
        return str(self.body.get("type", ""))

    @property
    def action(self) -> str | None:
        """Return ``ADD``, ``OBSERVE`` or ``DELETE``; transformations have none."""
        return self.body.get("action")

    @property
    def event_time(self) -> datetime:
        """Return when it happened, aware, cut to microseconds."""
        return moment_of(self.body["eventTime"])

    @property
    def time_zone_offset(self) -> str:
        """Return the offset in force where it happened."""
        return str(self.body["eventTimeZoneOffset"])

    @property
    def event_id(self) -> str | None:
        """Return the ``eventID`` that its author gave."""
        return self.body.get("eventID")

    @property
    def biz_step(self) -> str | None:
        """Return the business step, a bare word or an IRI."""
        return self.body.get("bizStep")

    @property
    def disposition(self) -> str | None:
        """Return the disposition, a bare word or an IRI."""
        return self.body.get("disposition")

    @property
    def read_point(self) -> str | None:
        """Return where it happened, canonical where it is an identifier."""
        place: str | None = self.body.get("readPoint", {}).get("id")
        return place

    @property
    def biz_location(self) -> str | None:
        """Return where the things are afterwards."""
        place: str | None = self.body.get("bizLocation", {}).get("id")
        return place

    @property
    def error_declaration(self) -> Mapping[str, Raw] | None:
        """Return the declaration that an earlier event was wrong."""
        return self.body.get("errorDeclaration")

    @property
    def kind(self) -> Kind:
        """Return what the event does to its things (formats.md §2); who records a change of state says so itself."""
        if "errorDeclaration" in self.body:
            return Kind.CORRECT
        if self.event_type == "TransformationEvent":
            return Kind.TRANSFORM
        if self.event_type == "TransactionEvent":
            return Kind.TRANSACT
        return _KINDS.get((self.event_type, self.action or ""), Kind.OBSERVE)

    def things(self) -> tuple[ThingRole, ...]:
        """Return the things, lots and classes that it is about, each in its part, in the order of the event's lists.

        A thing that stands in one list in two writings is named once.
        """
        once: dict[tuple[Role, str, Quantity | None], ThingRole] = {}
        for thing in self._things():
            once.setdefault((thing.role, thing.identifier.canonical, thing.quantity), thing)
        return tuple(once.values())

    def identifiers(self) -> tuple[tuple[str, Identifier], ...]:
        """Return every identifier where a commitment keeps one (things, places, parties), with its pointer."""
        named = [(thing.pointer, thing.identifier) for thing in self._things()]
        for pointer, text in self._places():
            if found := self.identifier(text):
                named.append((pointer, found))
        return tuple(named)

    def _things(self) -> Iterator[ThingRole]:
        body = self.body
        if (parent := body.get("parentID")) and (found := self.identifier(parent)):
            yield ThingRole(Role.PARENT, found, "/parentID")
        for name, role in _LISTS_OF_THINGS.items():
            for index, text in enumerate(body.get(name, ())):
                if found := self.identifier(text):
                    yield ThingRole(role, found, f"/{name}/{index}")
        for name, role in _LISTS_OF_QUANTITIES.items():
            for index, element in enumerate(body.get(name, ())):
                if (text := element.get("epcClass")) and (found := self.identifier(text)):
                    amount = element.get("quantity")
                    quantity = None if amount is None else Quantity(amount, element.get("uom"))
                    yield ThingRole(role, found, f"/{name}/{index}/epcClass", quantity)

    def _places(self) -> Iterator[tuple[str, str]]:
        for name in ("readPoint", "bizLocation"):
            if text := self.body.get(name, {}).get("id"):
                yield f"/{name}/id", text
        for name, member in (("sourceList", "source"), ("destinationList", "destination")):
            for index, element in enumerate(self.body.get(name, ())):
                if text := element.get(member):
                    yield f"/{name}/{index}/{member}", text
