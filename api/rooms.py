"""What the handlers need of the lower rooms, opened once per process and handed down with the application."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import cast

from fastapi import Request

from api.settings import Settings
from chain.connection import Connection
from chain.keystore import Keystores
from chain.network import Network
from store.database import Mirror, Record


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
    keystores: Keystores | None = None
    """Keystores of firms whose consents this server signs; None where no passphrase file is named."""
    clock: Callable[[], datetime] = lambda: datetime.now(UTC)
    """The time now; tests set their own."""
    token_secret: bytes = field(default_factory=lambda: secrets.token_bytes(32), repr=False)
    """Authenticates page tokens; lives as long as the process."""


def rooms_of(request: Request) -> Rooms:
    """Return the rooms of the application that a request came to."""
    return cast(Rooms, request.app.state.rooms)
