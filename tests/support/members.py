"""Rows of firms and prefixes in a mirror that no indexer fills."""

from __future__ import annotations

from collections.abc import Sequence

from store import Mirror
from store.columns import table_of
from store.mirror.member_tables import GrantRow, OrganisationRow
from traceability.ledger.keys import prefix_key
from traceability.ledger.meta import EVERYONE_DEFAULT

ACTIVE, STOPPED = 1, 2
"""Standings: a member in good standing, and one that is suspended."""


def add_organisations(mirror: Mirror, standings: dict[int, int], profile: str = '{"name":"Firm"}') -> None:
    """Add organisations by number, each in a standing."""
    with mirror.writing() as connection:
        for number, standing in standings.items():
            row = {"organisation": number, "position": number, "standing": standing, "roles": 1, "successor": 0}
            connection.execute(table_of(OrganisationRow).insert(), row | {"profile": profile, "admitted_at": 1})


def add_grants(
    mirror: Mirror, grants: Sequence[tuple[str, int]], everyone: int = EVERYONE_DEFAULT, anchors: int = 0
) -> None:
    """Add GS1 prefixes and their holders, under one policy."""
    with mirror.writing() as connection:
        for prefix, holder in grants:
            key = prefix_key("gs1", prefix)
            row = {"prefix_key": key, "position": int(prefix), "scheme": "gs1", "prefix": prefix, "status": 1}
            rights = {"holder": holder, "everyone": everyone, "anchors_forbidden": anchors, "granted_at": 1}
            connection.execute(table_of(GrantRow).insert(), row | rights)
