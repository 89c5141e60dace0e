"""The tables of the mirror that hold what the chain itself said: blocks, logs, lines, states.

A row carries the position of the log that it comes from. What changes is kept as versions (the row with the highest position
is in force), so that taking blocks back is deleting rows and asking "as of" is comparing positions.
"""

from typing import Any, ClassVar

from sqlalchemy import Index, MetaData, Text
from sqlalchemy.orm import registry
from sqlmodel import Field, SQLModel

from store.columns import Bytes, Number

MIRROR = MetaData()
"""All tables of the mirror."""

CLUSTERED: dict[str, Any] = {"sqlite_with_rowid": False}
"""Rows lie in the order of the primary key: reading one thing's rows reads neighbours."""


class MirrorModel(SQLModel, registry=registry(metadata=MIRROR)):
    """The base of every table of the mirror."""


class CheckpointRow(MirrorModel, table=True):
    """How far the mirror has come: one row."""

    __tablename__: ClassVar[str] = "checkpoint"

    id: int = Field(default=1, primary_key=True)
    chain_id: int = Field(sa_type=Number)
    genesis: bytes = Field(sa_type=Bytes)
    directory: bytes = Field(sa_type=Bytes)
    """Address of the directory: another network must not be mixed in."""
    block_number: int = Field(sa_type=Number)
    """Last block whose logs are here; -1 before the first."""
    block_hash: bytes = Field(sa_type=Bytes)
    range_size: int = 16
    """Blocks asked for at a time, as learned."""
    arrived: int = Field(default=0, sa_type=Number)
    """Number of the newest event of the record that was looked at."""
    forgotten: int = Field(default=0, sa_type=Number)
    """Number of the newest forgetting of the record that was looked at."""
    disclosed: int = Field(default=0, sa_type=Number)
    """Number of the record's newest change of readers that was looked at."""
    projection: int = 1
    """Version of the code that made the projections."""
    restoration: int = Field(default=0, sa_type=Number)
    """Number of the record's newest restore when the mirror was begun."""
    head: int = Field(default=-1, sa_type=Number)
    """Newest block of the chain when it was last asked."""
    looked_at: int = Field(default=0, sa_type=Number)
    """When the chain was last asked: microseconds since 1970."""


class BlockRow(MirrorModel, table=True):
    """One block."""

    __tablename__: ClassVar[str] = "blocks"
    __table_args__ = (Index("blocks_by_time", "timestamp"),)

    number: int = Field(primary_key=True, sa_type=Number)
    hash: bytes = Field(sa_type=Bytes)
    parent_hash: bytes = Field(sa_type=Bytes)
    timestamp: int = Field(sa_type=Number)
    """Seconds since 1970."""


class LogRow(MirrorModel, table=True):
    """One raw log, as the node gave it."""

    __tablename__: ClassVar[str] = "logs"

    position: int = Field(primary_key=True, sa_type=Number)
    transaction_hash: bytes = Field(sa_type=Bytes)
    transaction_index: int
    address: bytes = Field(sa_type=Bytes)
    topics: bytes = Field(sa_type=Bytes)
    """All topics, 32 bytes each."""
    data: bytes = Field(sa_type=Bytes)


class ThingRow(MirrorModel, table=True):
    """One key of a thing, interned: a small number stands for 32 bytes everywhere else."""

    __tablename__: ClassVar[str] = "things"

    id: int = Field(primary_key=True, sa_type=Number)
    key: bytes = Field(sa_type=Bytes, unique=True)


class RecordedRow(MirrorModel, table=True):
    """One event as the chain knows it: a headed one, or a leaf under an anchor whose leaves the record holds."""

    __tablename__: ClassVar[str] = "recorded"
    __table_args__ = (Index("recorded_by_commitment", "commitment"),)

    position: int = Field(primary_key=True, sa_type=Number)
    commitment: bytes = Field(sa_type=Bytes)
    meta: bytes = Field(sa_type=Bytes)
    """Meta word (formats §3); for a leaf under an anchor, as the anchor's log gives organisation, key and time."""
    things: bytes = Field(sa_type=Bytes)
    """Numbers of the things with a line, eight bytes each, in the order of the lines."""


class LineRow(MirrorModel, table=True):
    """One line of one thing; a thing's lines lie together in the order of the chain."""

    __tablename__: ClassVar[str] = "lines"
    __table_args__ = CLUSTERED

    thing: int = Field(primary_key=True, sa_type=Number)
    position: int = Field(primary_key=True, sa_type=Number)
    ordinal: int = Field(primary_key=True)
    """Place of the line within its event."""


class StateRow(MirrorModel, table=True):
    """One change of the state of a key."""

    __tablename__: ClassVar[str] = "states"
    __table_args__ = (Index("states_by_organisation", "organisation", "state", "key"), CLUSTERED)

    key: bytes = Field(primary_key=True, sa_type=Bytes)
    position: int = Field(primary_key=True, sa_type=Number)
    state: int
    organisation: int
    since: int = Field(sa_type=Number)
    """Seconds since 1970."""


class BatchRow(MirrorModel, table=True):
    """One batch of the headed lane."""

    __tablename__: ClassVar[str] = "batches"

    organisation: int = Field(primary_key=True)
    stream: int = Field(primary_key=True)
    number: int = Field(primary_key=True, sa_type=Number)
    position: int = Field(sa_type=Number)
    events: int


class AnchorRow(MirrorModel, table=True):
    """One root over many commitments."""

    __tablename__: ClassVar[str] = "anchors"
    __table_args__ = (Index("anchors_by_root", "root"),)

    organisation: int = Field(primary_key=True)
    stream: int = Field(primary_key=True)
    number: int = Field(primary_key=True, sa_type=Number)
    position: int = Field(sa_type=Number)
    root: bytes = Field(sa_type=Bytes)
    count: int = Field(sa_type=Number)
    """As the author says: the chain does not check it."""
    kinds: int
    key_number: int
    filled: bool = False
    """Whether its leaves were found in the record."""


class AttestationRow(MirrorModel, table=True):
    """One version of an attestation."""

    __tablename__: ClassVar[str] = "attestations"
    __table_args__ = (
        Index("attestations_by_subject", "subject"),
        Index("attestations_by_organisation", "organisation", "issued_at", "attestation_id"),
    )

    attestation_id: bytes = Field(primary_key=True, sa_type=Bytes)
    position: int = Field(primary_key=True, sa_type=Number)
    schema_id: bytes = Field(sa_type=Bytes)
    subject: bytes = Field(sa_type=Bytes)
    organisation: int
    key_number: int
    commitment: bytes = Field(sa_type=Bytes)
    status: int
    """1 issued, 2 revoked, 3 superseded."""
    issued_at: int = Field(sa_type=Number)
    expires_at: int = Field(sa_type=Number)
    successor: bytes | None = Field(default=None, sa_type=Bytes)


class LienRow(MirrorModel, table=True):
    """One version of a lien."""

    __tablename__: ClassVar[str] = "liens"
    __table_args__ = (
        Index("liens_by_asset", "asset"),
        Index("liens_by_pledgor", "pledgor", "since", "lien_id"),
        Index("liens_by_pledgee", "pledgee", "since", "lien_id"),
    )

    lien_id: bytes = Field(primary_key=True, sa_type=Bytes)
    position: int = Field(primary_key=True, sa_type=Number)
    state: int
    """1 reserved, 2 active, 3 released."""
    asset: bytes = Field(sa_type=Bytes)
    pledgor: int
    pledgee: int
    until: int = Field(sa_type=Number)
    since: int = Field(sa_type=Number)


class SchemaRow(MirrorModel, table=True):
    """A schema of attestations."""

    __tablename__: ClassVar[str] = "schemas"

    schema_id: bytes = Field(primary_key=True, sa_type=Bytes)
    position: int = Field(sa_type=Number)
    organisation: int
    text: str = Field(sa_type=Text)
    registered_at: int = Field(sa_type=Number)
