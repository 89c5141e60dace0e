"""The tables of the record that say who may read: groups, grants after capture, standing profiles, and the log of all that."""

from datetime import datetime
from typing import ClassVar

from sqlalchemy import Index, Text, text
from sqlmodel import Field

from store.columns import Bytes, Moment, Number
from store.record.tables import RecordModel

KEPT = text("deleted_at IS NULL")
"""The groups that are there."""

TO_MANY = text("(to_anyone OR to_members) AND revoked_at IS NULL")
"""The grants that name nobody in particular and are not revoked."""


class GroupRow(RecordModel, table=True):
    """A named set of organisations; name and members are known to its owner alone."""

    __tablename__: ClassVar[str] = "reader_groups"
    __table_args__ = (
        # A name is free again once its group is deleted; what was shown to the old group is not shown to the new one.
        Index(
            "reader_groups_by_name", "organisation", "name", unique=True, sqlite_where=KEPT, postgresql_where=KEPT
        ),
    )  # fmt: skip

    id: int | None = Field(default=None, primary_key=True, sa_type=Number)
    organisation: int
    """The owner."""
    name: str = Field(sa_type=Text)
    created_at: datetime = Field(sa_type=Moment)
    deleted_at: datetime | None = Field(default=None, sa_type=Moment)


class GroupMemberRow(RecordModel, table=True):
    """One organisation in one group."""

    __tablename__: ClassVar[str] = "reader_group_members"
    __table_args__ = (Index("reader_group_members_by_organisation", "organisation", "group_id"),)

    group_id: int = Field(primary_key=True, sa_type=Number)
    organisation: int = Field(primary_key=True, sa_type=Number)
    added_at: datetime = Field(sa_type=Moment)


class GrantRow(RecordModel, table=True):
    """What an owner shows of events after their capture, to whom, until when."""

    __tablename__: ClassVar[str] = "disclosure_grants"
    __table_args__ = (
        Index("disclosure_grants_by_organisation", "organisation", "id"),
        Index("disclosure_grants_to_many", "to_anyone", sqlite_where=TO_MANY, postgresql_where=TO_MANY),
    )

    id: int | None = Field(default=None, primary_key=True, sa_type=Number)
    organisation: int
    """The owner."""
    selection: str = Field(sa_type=Text)
    """JSON of `store.selection.Selection`."""
    standing: bool
    """Whether it opens events that are captured later too."""
    to_anyone: bool
    to_members: bool
    hidden: str = Field(default="[]", sa_type=Text)
    """JSON list of pointers that it does not open."""
    note: str = Field(default="", sa_type=Text)
    """What the owner calls it."""
    created_at: datetime = Field(sa_type=Moment)
    until: datetime | None = Field(default=None, sa_type=Moment)
    revoked_at: datetime | None = Field(default=None, sa_type=Moment)


class GrantTargetRow(RecordModel, table=True):
    """One organisation or group that a grant reaches."""

    __tablename__: ClassVar[str] = "disclosure_grant_targets"
    __table_args__ = (Index("disclosure_grant_targets_by_subject", "subject", "grant_id"),)

    grant_id: int = Field(primary_key=True, sa_type=Number)
    subject: int = Field(primary_key=True, sa_type=Number)
    """Number of an organisation, or the subject of a group."""


class StandingProfileRow(RecordModel, table=True):
    """What holds for a firm's events where their capture says nothing."""

    __tablename__: ClassVar[str] = "standing_profiles"

    organisation: int = Field(primary_key=True)
    prefix: str = Field(primary_key=True, sa_type=Text)
    """`scheme:prefix` as it is granted, or empty for all others."""
    profile: str = Field(sa_type=Text)
    """As `Suyuan-Disclosure` says it."""
    changed_at: datetime = Field(sa_type=Moment)


class DisclosureLogRow(RecordModel, table=True):
    """One change of who may read; the database refuses to change or delete it."""

    __tablename__: ClassVar[str] = "disclosure_log"
    __table_args__ = (Index("disclosure_log_by_organisation", "organisation", "id"),)

    id: int | None = Field(default=None, primary_key=True, sa_type=Number)
    organisation: int
    """The owner, who alone reads it."""
    at: datetime = Field(sa_type=Moment)
    by: str = Field(sa_type=Text)
    """Public name of the API key that did it, or `terminal`."""
    act: str = Field(sa_type=Text)
    """A member of `Act`."""
    content: str = Field(sa_type=Text)
    """JSON: what was changed."""


class ReaderChangeRow(RecordModel, table=True):
    """One event whose readers changed, in order: the mirror writes its rows anew."""

    __tablename__: ClassVar[str] = "reader_changes"

    id: int | None = Field(default=None, primary_key=True, sa_type=Number)
    commitment: bytes = Field(sa_type=Bytes)
