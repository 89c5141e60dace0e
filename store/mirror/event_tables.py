"""The tables of the mirror that need the record too: events for queries, the things they name, and the edges between things.

Edges are kept as they were asserted, one row per assertion: intervals are folded when a reader asks, from what that reader may
see. So a late event, a vanished block and a private unpacking all come out right, and no row depends on another.
"""

from typing import ClassVar

from sqlalchemy import Index, Text
from sqlmodel import Field

from store.columns import Bytes, Number
from store.mirror.tables import CLUSTERED, MirrorModel

BINARY_TEXT = Text().with_variant(Text(collation="C"), "postgresql")
"""Text in the order of its bytes, so that a prefix is a range of the index."""


class NameRow(MirrorModel, table=True):
    """One identifier in its canonical form, interned."""

    __tablename__: ClassVar[str] = "names"

    id: int = Field(primary_key=True, sa_type=Number)
    text: str = Field(sa_type=BINARY_TEXT, unique=True)


class ShapeRow(MirrorModel, table=True):
    """One combination of type, action, business step and disposition: a network has some hundreds of them, however many its events."""

    __tablename__: ClassVar[str] = "shapes"
    __table_args__ = (Index("shapes_by_step", "biz_step"), Index("shapes_by_disposition", "disposition"))

    id: int = Field(primary_key=True, sa_type=Number)
    text: str = Field(sa_type=BINARY_TEXT, unique=True)
    """The four together, for interning."""
    event_type: str | None = Field(default=None, sa_type=Text)
    """Empty for a statement, which is no EPCIS event; None where not everyone who knows the event may know it."""
    action: str | None = Field(default=None, sa_type=Text)
    biz_step: str | None = Field(default=None, sa_type=BINARY_TEXT)
    disposition: str | None = Field(default=None, sa_type=BINARY_TEXT)


class FieldRow(MirrorModel, table=True):
    """One field of `traceability.querying.facts`, interned."""

    __tablename__: ClassVar[str] = "fields"

    id: int = Field(primary_key=True, sa_type=Number)
    name: str = Field(sa_type=BINARY_TEXT, unique=True)


class EventRow(MirrorModel, table=True):
    """What queries ask of every event; the body stays in the record, further values lie in `event_values`.

    Where not everyone who may know of the event may know a place or a part of its shape, the column is empty and the value lies
    in `event_values` with an audience of its own.
    """

    __tablename__: ClassVar[str] = "events"
    __table_args__ = (
        Index("events_by_audience", "audience", "event_time", "position"),
        Index("events_by_organisation", "organisation", "event_time", "position"),
        Index("events_by_shape", "shape", "event_time", "position"),
        Index("events_by_commitment", "commitment"),
        Index("events_by_event_id", "event_id"),
        Index("events_by_hash", "event_hash"),
        Index("events_by_read_point", "read_point", "event_time", "position"),
        Index("events_by_location", "biz_location", "event_time", "position"),
    )

    position: int = Field(primary_key=True, sa_type=Number)
    commitment: bytes = Field(sa_type=Bytes)
    organisation: int
    kind: int
    shape: int = Field(sa_type=Number)
    event_time: int = Field(sa_type=Number)
    """Microseconds since 1970."""
    record_time: int = Field(sa_type=Number)
    """When the chain took the event: microseconds since 1970."""
    event_id: str | None = Field(default=None, sa_type=Text)
    read_point: str | None = Field(default=None, sa_type=BINARY_TEXT)
    biz_location: str | None = Field(default=None, sa_type=BINARY_TEXT)
    is_correction: bool = False
    """Whether the event carries an error declaration."""
    event_hash: str | None = Field(default=None, sa_type=Text)
    """CBV 2.0 hash: by it an error declaration finds what it corrects."""
    shown: int = 0
    """Which of id and hash everyone may ask for who may know of the event (bits of `Shown`)."""
    audience: int = Field(sa_type=Number)
    """Who may know of the event at all (`store.access`)."""
    names: bytes = Field(sa_type=Bytes)
    """Numbers of all names that have rows because of this event, eight bytes each."""


class EventReaderRow(MirrorModel, table=True):
    """One subject that may know of one event: its owner and whom it named, where anything of it is not for anyone."""

    __tablename__: ClassVar[str] = "event_readers"
    __table_args__ = (Index("event_readers_by_subject", "organisation", "event_time", "position"), CLUSTERED)

    position: int = Field(primary_key=True, sa_type=Number)
    organisation: int = Field(primary_key=True, sa_type=Number)
    """A subject of `store.reader`: an organisation, a group, or a grant that came later."""
    event_time: int = Field(sa_type=Number)


class EventNameRow(MirrorModel, table=True):
    """One identifier that an event names, in one role."""

    __tablename__: ClassVar[str] = "event_names"
    __table_args__ = (Index("event_names_by_position", "position", "name"), CLUSTERED)

    name: int = Field(primary_key=True, sa_type=Number)
    event_time: int = Field(primary_key=True, sa_type=Number)
    position: int = Field(primary_key=True, sa_type=Number)
    role: int = Field(primary_key=True)
    """A member of `NameRole`."""
    audience: int = Field(sa_type=Number)


class EventValueRow(MirrorModel, table=True):
    """One further fact of an event: a field and the key of a value, whose bytes lie in the order of the values."""

    __tablename__: ClassVar[str] = "event_values"
    __table_args__ = (Index("event_values_by_position", "position", "field", "value"), CLUSTERED)

    field: int = Field(primary_key=True, sa_type=Number)
    value: bytes = Field(primary_key=True, sa_type=Bytes)
    """Of `traceability.querying.keys`."""
    event_time: int = Field(primary_key=True, sa_type=Number)
    position: int = Field(primary_key=True, sa_type=Number)
    audience: int = Field(sa_type=Number)


class CorrectionRow(MirrorModel, table=True):
    """One event that declares another of the same organisation wrong (EPCIS 2.0 clause 7.4.1.4)."""

    __tablename__: ClassVar[str] = "corrections"
    __table_args__ = (Index("corrections_by_event_id", "event_id"), Index("corrections_by_hash", "event_hash"))

    position: int = Field(primary_key=True, sa_type=Number)
    organisation: int
    event_id: str | None = Field(default=None, sa_type=Text)
    event_hash: str | None = Field(default=None, sa_type=Text)


class WithdrawalRow(MirrorModel, table=True):
    """One event that its own organisation has declared wrong: its edges and custody no longer count."""

    __tablename__: ClassVar[str] = "withdrawals"
    __table_args__ = CLUSTERED

    position: int = Field(primary_key=True, sa_type=Number)
    """Of the event declared wrong."""
    correction: int = Field(primary_key=True, sa_type=Number)
    """Position of the declaration."""


class EdgeUpRow(MirrorModel, table=True):
    """One assertion about a part and its whole, found by the part."""

    __tablename__: ClassVar[str] = "edges_up"
    __table_args__ = CLUSTERED

    part: int = Field(primary_key=True, sa_type=Number)
    event_time: int = Field(primary_key=True, sa_type=Number)
    position: int = Field(primary_key=True, sa_type=Number)
    whole: int = Field(primary_key=True, sa_type=Number)
    relation: int = Field(primary_key=True)
    """A member of `Relation`, negative where the event parts the two."""
    audience: int = Field(sa_type=Number)


class EdgeDownRow(MirrorModel, table=True):
    """The same assertion, found by the whole."""

    __tablename__: ClassVar[str] = "edges_down"
    __table_args__ = CLUSTERED

    whole: int = Field(primary_key=True, sa_type=Number)
    event_time: int = Field(primary_key=True, sa_type=Number)
    position: int = Field(primary_key=True, sa_type=Number)
    part: int = Field(primary_key=True, sa_type=Number)
    relation: int = Field(primary_key=True)
    audience: int = Field(sa_type=Number)


class CustodyRow(MirrorModel, table=True):
    """One event after which a firm holds a thing, or nobody in the network does."""

    __tablename__: ClassVar[str] = "custody"
    __table_args__ = (Index("custody_by_organisation", "organisation", "event_time", "position"), CLUSTERED)

    name: int = Field(primary_key=True, sa_type=Number)
    event_time: int = Field(primary_key=True, sa_type=Number)
    position: int = Field(primary_key=True, sa_type=Number)
    organisation: int = Field(primary_key=True)
    """0: shipped, sold or ended."""
    audience: int = Field(sa_type=Number)
