"""A projection: what queries and traces will ask of one event, taken from its body by the indexer."""

from dataclasses import dataclass
from enum import IntEnum, IntFlag


class Audience(IntEnum):
    """Who may know of a row."""

    ANYONE = 0
    MEMBERS = 1
    """Every admitted organisation."""
    WHOLE = 2
    """Owner and listed readers."""


class Hidden(IntFlag):
    """Columns of an event that only owner and readers may ask for."""

    NONE = 0
    ACTION = 1
    EVENT_TIME = 2
    EVENT_ID = 4
    BIZ_STEP = 8
    DISPOSITION = 16
    READ_POINT = 32
    BIZ_LOCATION = 64
    EVENT_TYPE = 128


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
    audience: Audience


@dataclass(frozen=True, slots=True)
class Edge:
    """What an event asserts of a part and a whole."""

    part: str | None
    """None: everything that is in the whole (an unpacking that names no children)."""
    whole: str
    relation: Relation
    parts_them: bool
    """Whether the event ends the relation."""
    audience: Audience


@dataclass(frozen=True, slots=True)
class CustodyChange:
    """Who holds a thing after an event."""

    text: str
    organisation: int
    """0: nobody in the network."""
    audience: Audience


@dataclass(frozen=True, slots=True)
class Projection:
    """One event, arranged."""

    position: int
    commitment: bytes
    organisation: int
    kind: int
    event_type: str
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
    audience: Audience
    hidden: Hidden
    readers: tuple[int, ...]
    """Owner and listed readers, where anything is not for anyone; else empty."""
    names: tuple[NamedIdentifier, ...]
    edges: tuple[Edge, ...]
    custody: tuple[CustodyChange, ...]
