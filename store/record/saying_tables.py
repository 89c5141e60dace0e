"""The tables of the record about what firms say beside events: master data of places and products, and other codes of one thing."""

from datetime import datetime
from typing import ClassVar

from sqlalchemy import Index, Text
from sqlmodel import Field

from store.columns import Bytes, Moment, Number
from store.record.tables import RecordModel


class MasterDataRow(RecordModel, table=True):
    """One version of what a firm says of a place, party, product or other thing: an index over its statement in `events`."""

    __tablename__: ClassVar[str] = "master_data"
    __table_args__ = (
        Index("master_data_by_uri", "uri", "current"),
        Index("master_data_by_vocabulary", "vocabulary", "uri"),
        Index("master_data_by_author", "organisation", "vocabulary", "uri", "current"),
    )

    id: int | None = Field(default=None, primary_key=True, sa_type=Number)
    """Order of arrival."""
    commitment: bytes = Field(sa_type=Bytes, unique=True)
    """Of the statement, whose body and disclosure are in `events`."""
    organisation: int
    """Who asserts it."""
    vocabulary: str = Field(sa_type=Text)
    """Such as `urn:epcglobal:epcis:vtype:BusinessLocation`."""
    uri: str = Field(sa_type=Text)
    """Canonical form where it is an identifier, else as written."""
    digest: bytes = Field(sa_type=Bytes)
    """SHA-256 of attributes and children: the same said again is no new version."""
    current: bool
    """Whether it is the newest that the firm says."""
    captured_at: datetime = Field(sa_type=Moment)


class MasterDataAttributeRow(RecordModel, table=True):
    """One value of one attribute, for looking up who has it."""

    __tablename__: ClassVar[str] = "master_data_attributes"
    __table_args__ = (Index("master_data_attributes_by_value", "name", "value"),)

    element: int = Field(primary_key=True, sa_type=Number)
    """`id` of the version."""
    ordinal: int = Field(primary_key=True)
    name: str = Field(sa_type=Text)
    """Absolute IRI."""
    value: str | None = Field(default=None, sa_type=Text)
    """The value as text; None where it is no scalar or too long to be looked up."""


class MasterDataChildRow(RecordModel, table=True):
    """One thing that a firm says lies below another."""

    __tablename__: ClassVar[str] = "master_data_children"

    element: int = Field(primary_key=True, sa_type=Number)
    """`id` of the version."""
    ordinal: int = Field(primary_key=True)
    child: str = Field(sa_type=Text)
    """Canonical form where it is an identifier, else as written."""


class AliasRow(RecordModel, table=True):
    """A claim that two codes name one thing (or do not): an index over the statement of an attestation."""

    __tablename__: ClassVar[str] = "aliases"
    __table_args__ = (Index("aliases_by_code", "code"), Index("aliases_by_other", "other"))

    attestation_id: bytes = Field(primary_key=True, sa_type=Bytes)
    organisation: int
    """Who claims it."""
    code: str = Field(sa_type=Text)
    """Canonical form of the subject, which is under a prefix of the claimant's."""
    other: str = Field(sa_type=Text)
    """Canonical form of the other code."""
    relation: str = Field(sa_type=Text)
    """`same` or `different`."""
    claimed_at: datetime = Field(sa_type=Moment)
