"""What the handlers need of the lower rooms, opened once per process and handed down with the application."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import cast

from fastapi import Request

from api.bundle_shelf import BundleShelf
from api.report_rate import ReportRate
from api.settings import Settings
from chain.connection import Connection
from chain.errors import ChainError
from chain.network import Network
from evidence.bundles import bundle_of
from store.database import Mirror, Record
from store.reader import Reader
from store.record.bundles import audience_of
from store.record.fetched_openings import fetched_count
from store.record.reader_changes import newest_change
from traceability.identifiers import Identifier
from traceability.proof import Bundle


@dataclass(frozen=True, slots=True)
class Rooms:
    """The opened rooms of one process."""

    settings: Settings
    record: Record
    mirror: Mirror
    network: Network
    """The network that the installation is pinned to."""
    connection: Connection
    """A node of it, for proofs; nothing is written through it."""
    clock: Callable[[], datetime] = lambda: datetime.now(UTC)
    """The time now; tests set their own."""
    shelf: BundleShelf = field(default_factory=BundleShelf, repr=False)
    """Bundles that were just made."""
    report_rate: ReportRate = field(default_factory=ReportRate, repr=False)
    """What came without an account from each address."""
    token_secret: bytes = field(default_factory=lambda: secrets.token_bytes(32), repr=False)
    """Seals page tokens."""


def rooms_of(request: Request) -> Rooms:
    """Return the rooms of the application that a request came to."""
    return cast(Rooms, request.app.state.rooms)


def fresh_bundle(rooms: Rooms, identifier: Identifier, reader: Reader) -> Bundle:
    """Return the bundle about a thing for a reader, made now or a moment ago at the same block.

    Raises:
        What `evidence.bundles.bundle_of` raises.
    """
    now = int(rooms.clock().timestamp())
    # What lies on the shelf was made for a reader in just this standing, and before nobody's readers changed.
    fetched = fetched_count(rooms.record, reader, rooms.clock())
    eyes = f"{audience_of(reader)} {reader.standing} {reader.partial} {newest_change(rooms.record)} {fetched}"
    return rooms.shelf.bundle(
        identifier.canonical,
        eyes,
        lambda: node_height(rooms),
        lambda: bundle_of(rooms.record, rooms.mirror, rooms.connection, identifier, reader, now),
    )


def node_height(rooms: Rooms) -> int | None:
    """Return the newest block of the node, None where it does not answer."""
    try:
        return int(rooms.connection.request("eth_blockNumber", (), str, once=True), 16)
    except ChainError:
        return None
