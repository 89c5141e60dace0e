"""What every step on the way to the chain needs: the record, the chain, the signers, the clock."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime

from chain.connection import Connection
from chain.gateways import Contracts
from chain.keystore import Keystores
from store.database import Record
from submission.settings import SubmissionSettings
from submission.signers import Signers


def utc_now() -> datetime:
    """Return the time, aware and in UTC."""
    return datetime.now(UTC)


def pass_by(_step: str) -> None:
    """Do nothing at a step: the witness of a process that is not under test."""


@dataclass(slots=True)
class Tally:
    """What the process did since it started."""

    signed: int = 0
    mined: int = 0
    reverted: int = 0
    refused: int = 0
    """Rows that a contract refused."""
    resent: int = 0
    rewinds: int = 0
    last_error: str | None = None
    stuck: dict[str, str] = field(default_factory=dict)
    """Signer and stream → why its rows wait."""


@dataclass(frozen=True, slots=True)
class Route:
    """The way to the chain of one installation."""

    record: Record
    connection: Connection
    contracts: Contracts
    keystores: Keystores
    signers: Signers
    settings: SubmissionSettings
    now: Callable[[], datetime] = utc_now
    witness: Callable[[str], None] = pass_by
    """Is told each step before and after it is taken; tests end the process there."""
    tally: Tally = field(default_factory=Tally)
