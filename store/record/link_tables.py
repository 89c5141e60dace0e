"""The tables of the record about links: what a firm's identifiers lead to, and who answers for a part of them."""

from datetime import datetime
from typing import ClassVar

from sqlalchemy import Index, Text, UniqueConstraint
from sqlmodel import Field

from store.columns import Bytes, Moment
from store.record.tables import RecordModel


class LinkRow(RecordModel, table=True):
    """One link that a firm keeps for one of its own things, lots or classes (GS1-Conformant Resolver 1.2.0 §2.5)."""

    __tablename__: ClassVar[str] = "links"
    __table_args__ = (
        UniqueConstraint("organisation", "digest", name="links_by_content"),
        Index("links_by_anchor", "anchor", "organisation"),
        Index("links_by_organisation", "organisation", "id"),
    )

    id: str = Field(primary_key=True, sa_type=Text)
    organisation: int
    """Whose link it is."""
    anchor: str = Field(sa_type=Text)
    """What it is about: a canonical identifier, or one with a product variant in it."""
    digest: bytes = Field(sa_type=Bytes)
    """SHA-256 of what tells one link from another: the same link is kept once."""
    relation: str = Field(sa_type=Text)
    """The link type as a full address, or a registered relation."""
    target: str = Field(sa_type=Text)
    title: str = Field(sa_type=Text)
    languages: str = Field(default="[]", sa_type=Text)
    """JSON list of BCP 47 tags."""
    media_type: str | None = Field(default=None, sa_type=Text)
    contexts: str = Field(default="[]", sa_type=Text)
    """JSON list of context values."""
    forwards_query: bool = True
    """Whether the query of a request goes on to the target."""
    standing: str = Field(sa_type=Text)
    """A member of `Standing`: `plain`, `default` or `alternative`."""
    visibility: str = Field(sa_type=Text)
    """`public`, `members` or `private`."""
    readers: str = Field(default="[]", sa_type=Text)
    """JSON list of the organisations that see it beside its owner."""
    created_at: datetime = Field(sa_type=Moment)
    changed_at: datetime = Field(sa_type=Moment)


class DelegationRow(RecordModel, table=True):
    """One prefix whose codes another resolver handles (`gs1:handledBy`)."""

    __tablename__: ClassVar[str] = "delegations"

    scheme: str = Field(primary_key=True, sa_type=Text)
    prefix: str = Field(primary_key=True, sa_type=Text)
    organisation: int = Field(primary_key=True)
    """The holder that delegated, or 0 for the operator of this resolver."""
    target: str = Field(sa_type=Text)
    """Root of the other resolver, without a trailing slash."""
    created_at: datetime = Field(sa_type=Moment)
