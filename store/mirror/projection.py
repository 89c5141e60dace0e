"""A projection: what queries and traces will ask of one event, taken from its body by the indexer."""

from dataclasses import dataclass
from enum import IntEnum, IntFlag
from typing import NamedTuple


class Audience(IntEnum):
    """Who may know of a row; further numbers are audiences of their own (`store.access`)."""

    ANYONE = 0
    MEMBERS = 1
    """Every admitted organisation."""
    WHOLE = 2
    """Every subject that the owner named for the event."""


class Shown(IntFlag):
    """Columns of an event for which queries may ask without a look at `event_values`."""

    NONE = 0
    EVENT_ID = 1
    EVENT_HASH = 2


class NameRole(IntEnum):
    """As what an event names an identifier (EPCIS 2.0 clause 7.4)."""

    SUBJECT = 1
    PARENT = 2
    CHILD = 3
    INPUT = 4
    OUTPUT = 5
    SUBJECT_CLASS = 6
    """At `quantityList`."""
    CHILD_CLASS = 7
    INPUT_CLASS = 8
    OUTPUT_CLASS = 9


class Relation(IntEnum):
    """How a part belongs to a whole."""

    CONTAINED = 1
    """Packed: in one package at a time."""
    BUILT_IN = 2
    """Associated: in one asset at a time."""
    TRANSFORMED = 3
    """Consumed by a transformation; the whole is what came out."""
    LOT_CONTAINED = 4
    """Some of a lot or class is packed: it may be in many packages."""
    LOT_BUILT_IN = 5
    """Some of a lot or class is built in."""


EXCLUSIVE = frozenset({Relation.CONTAINED, Relation.BUILT_IN})
"""Relations of which a part has one whole at a time."""


@dataclass(frozen=True, slots=True)
class NamedIdentifier:
    """An identifier that an event names."""

    text: str
    role: NameRole
    audience: int


class Term(NamedTuple):
    """One further fact of an event, for queries; a tuple, since backfilling makes some of them for every event."""

    field: str
    """Of `traceability.querying.facts`."""
    key: bytes
    audience: int


@dataclass(frozen=True, slots=True)
class Edge:
    """What an event asserts of a part and a whole."""

    part: str | None
    """None: everything that is in the whole (an unpacking that names no children)."""
    whole: str
    relation: Relation
    parts_them: bool
    """Whether the event ends the relation."""
    audience: int


@dataclass(frozen=True, slots=True)
class CustodyChange:
    """Who holds a thing after an event."""

    text: str
    organisation: int
    """0: nobody in the network."""
    audience: int


@dataclass(frozen=True, slots=True)
class Projection:
    """One event, arranged."""

    position: int
    commitment: bytes
    organisation: int
    kind: int
    event_type: str | None
    """Empty for a statement; None, as the others, where not everyone who knows the event may know it (then it is among the terms)."""
    action: str | None
    event_time: int
    """Microseconds since 1970."""
    record_time: int
    """Microseconds since 1970."""
    event_id: str | None
    biz_step: str | None
    disposition: str | None
    read_point: str | None
    biz_location: str | None
    is_correction: bool
    event_hash: str | None
    shown: int
    """Bits of `Shown`."""
    audience: int
    readers: tuple[int, ...]
    """Subjects that may know of the event, where anything of it is not for anyone; else empty."""
    names: tuple[NamedIdentifier, ...]
    edges: tuple[Edge, ...]
    custody: tuple[CustodyChange, ...]
    terms: tuple[Term, ...] = ()
    audiences: tuple[tuple[int, tuple[int, ...]], ...] = ()
    """Audiences of their own that rows of this event bear, each with its subjects."""
