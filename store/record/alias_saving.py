"""Saving claims that two codes name one thing, beside their statements."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, insert

from store.columns import table_of
from store.record.saying_tables import AliasRow

aliases = table_of(AliasRow)


@dataclass(frozen=True, slots=True)
class AliasClaim:
    """One claim as it is kept; whether it still holds the chain says."""

    attestation_id: bytes
    organisation: int
    """Who claims it."""
    code: str
    """Canonical form of the subject."""
    other: str
    """Canonical form of the other code."""
    relation: str
    """`same` or `different`."""
    claimed_at: datetime


def save_alias(connection: Connection, claim: AliasClaim) -> None:
    """Save a claim within an open transaction."""
    connection.execute(insert(aliases), {name: getattr(claim, name) for name in AliasClaim.__slots__})
