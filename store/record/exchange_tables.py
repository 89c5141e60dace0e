"""The tables of the record for what passes between firms' nodes: openings that were fetched, and signed requests that came."""

from datetime import datetime
from typing import ClassVar

from sqlalchemy import BigInteger, Index, Text
from sqlmodel import Field

from store.columns import Bytes, Moment
from store.record.tables import RecordModel


class FetchedOpeningRow(RecordModel, table=True):
    """What another firm opened of one of its events to one of ours; it is checked before it is kept."""

    __tablename__: ClassVar[str] = "fetched_openings"
    __table_args__ = (Index("fetched_openings_by_end", "until"),)

    organisation: int = Field(primary_key=True)
    """To whom it was opened, who alone sees it."""
    commitment: bytes = Field(primary_key=True, sa_type=Bytes)
    owner: int
    """The organisation that wrote the event."""
    opening: str = Field(sa_type=Text)
    """JSON as docs/formats.md §4 has it."""
    until: datetime | None = Field(default=None, sa_type=Moment)
    """When the owner's grant ends; None where it said no end."""
    fetched_at: datetime = Field(sa_type=Moment)


class UsedNonceRow(RecordModel, table=True):
    """A signed request that came: the same is not answered again while its signature holds."""

    __tablename__: ClassVar[str] = "used_nonces"
    __table_args__ = (Index("used_nonces_by_end", "ends"),)

    signer: bytes = Field(primary_key=True, sa_type=Bytes)
    """Address of the key, 20 bytes."""
    nonce: str = Field(primary_key=True, sa_type=Text)
    ends: int = Field(sa_type=BigInteger)
    """When the signature ends for every clock that is right enough, in seconds since 1970."""
