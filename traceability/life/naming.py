"""Naming places: where an event names a thing, and as what (EPCIS 2.0 §7.4, docs/formats.md §4)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

from traceability.commitment import Thing, Value
from traceability.commitment.commit import STATEMENT_KINDS
from traceability.ledger.meta import Kind


class Role(Enum):
    """What an event takes a thing for."""

    SUBJECT = "subject"
    """What is observed, created, ended, sold or described."""
    PARENT = "parent"
    """What others are packed into or built into."""
    CHILD = "child"
    """What is packed or built into another."""
    INPUT = "input"
    """What a transformation consumes."""
    OUTPUT = "output"
    """What a transformation brings into being."""


_LISTS = {"epcList": Role.SUBJECT, "childEPCs": Role.CHILD, "inputEPCList": Role.INPUT, "outputEPCList": Role.OUTPUT}
_QUANTITIES = {
    "quantityList": Role.SUBJECT,
    "childQuantityList": Role.CHILD,
    "inputQuantityList": Role.INPUT,
    "outputQuantityList": Role.OUTPUT,
}
_LIST_PLACE = re.compile(rf"/({'|'.join(_LISTS)})/\d+")
_QUANTITY_PLACE = re.compile(rf"/({'|'.join(_QUANTITIES)})/\d+/epcClass")
_STATEMENT_PLACE = re.compile(r"/id|/subject|/things/\d+")


@dataclass(frozen=True, slots=True)
class Named:
    """A thing as an event names it."""

    role: Role
    pointer: str
    """Where it stands."""
    text: str
    """Its canonical form, or the text as it is where it is under no granted prefix."""
    thing: Thing | None
    """The thing with its key, None where it is under no granted prefix."""


def role_at(pointer: str, kind: Kind) -> Role | None:
    """Return as what an event of this kind names whatever stands at a pointer, None at all other places."""
    if kind in STATEMENT_KINDS and _STATEMENT_PLACE.fullmatch(pointer):
        return Role.SUBJECT
    if pointer == "/parentID":
        return Role.PARENT
    if match := _LIST_PLACE.fullmatch(pointer):
        return _LISTS[match[1]]
    if match := _QUANTITY_PLACE.fullmatch(pointer):
        return _QUANTITIES[match[1]]
    return None


def named_at(role: Role, pointer: str, value: Value) -> Named | None:
    """Return what is named by a value at a naming place, None where the value is neither thing nor text."""
    if isinstance(value, Thing):
        return Named(role, pointer, value.canonical, value)
    if isinstance(value, str):
        return Named(role, pointer, value, None)
    return None
