"""The tables of the mirror about members and what they hold: directory, organisations, keys, schemes, grants."""

from typing import ClassVar

from sqlalchemy import Index, Text
from sqlmodel import Field

from store.columns import Bytes, Number
from store.mirror.tables import MirrorModel


class EntryRow(MirrorModel, table=True):
    """One version of a directory entry."""

    __tablename__: ClassVar[str] = "entries"

    name: bytes = Field(primary_key=True, sa_type=Bytes)
    """Keccak of the contract's name."""
    position: int = Field(primary_key=True, sa_type=Number)
    address: bytes = Field(sa_type=Bytes)
    version: int
    from_block: int = Field(sa_type=Number)


class OrganisationRow(MirrorModel, table=True):
    """One version of an organisation."""

    __tablename__: ClassVar[str] = "organisations"

    organisation: int = Field(primary_key=True)
    position: int = Field(primary_key=True, sa_type=Number)
    standing: int
    """1 active, 2 suspended."""
    roles: int
    successor: int
    profile: str = Field(sa_type=Text)
    """RFC 8785 JSON."""
    admitted_at: int = Field(sa_type=Number)


class KeyRow(MirrorModel, table=True):
    """One version of a signing key."""

    __tablename__: ClassVar[str] = "keys"
    __table_args__ = (Index("keys_by_organisation", "organisation"),)

    address: bytes = Field(primary_key=True, sa_type=Bytes)
    position: int = Field(primary_key=True, sa_type=Number)
    organisation: int
    key_number: int
    valid_from: int = Field(sa_type=Number)
    valid_until: int = Field(sa_type=Number)


class SchemeRow(MirrorModel, table=True):
    """A scheme of identifiers from which prefixes are granted."""

    __tablename__: ClassVar[str] = "schemes"

    scheme: str = Field(primary_key=True, sa_type=Text)
    position: int = Field(sa_type=Number)
    separator: str = Field(sa_type=Text)
    shortest: int
    longest: int


class GrantRow(MirrorModel, table=True):
    """One version of the grant of a prefix."""

    __tablename__: ClassVar[str] = "grants"
    __table_args__ = (Index("grants_by_holder", "holder"),)

    prefix_key: bytes = Field(primary_key=True, sa_type=Bytes)
    position: int = Field(primary_key=True, sa_type=Number)
    scheme: str = Field(sa_type=Text)
    prefix: str = Field(sa_type=Text)
    status: int
    """1 granted, 2 suspended, 3 revoked."""
    holder: int
    everyone: int
    anchors_forbidden: int
    granted_at: int = Field(sa_type=Number)


class NodeRow(MirrorModel, table=True):
    """One version of a second-level node."""

    __tablename__: ClassVar[str] = "nodes"

    prefix_key: bytes = Field(primary_key=True, sa_type=Bytes)
    position: int = Field(primary_key=True, sa_type=Number)
    scheme: str = Field(sa_type=Text)
    prefix: str = Field(sa_type=Text)
    organisation: int


class PartnerRow(MirrorModel, table=True):
    """One version of what a holder allows one organisation."""

    __tablename__: ClassVar[str] = "partners"

    prefix_key: bytes = Field(primary_key=True, sa_type=Bytes)
    organisation: int = Field(primary_key=True)
    position: int = Field(primary_key=True, sa_type=Number)
    mask: int = Field(sa_type=Number)
