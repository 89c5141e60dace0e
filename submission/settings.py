"""How the submission process is set up."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Limits:
    """How much goes into one transaction, and how many are on their way at once."""

    events: int = 500
    """Events in one batch of the headed lane."""
    lines: int = 1_500
    """Things in one batch; with 500 events the call data stays below the 128 KB that nodes pass on."""
    leaves: int = 1_000
    """Events under one root of the anchored lane."""
    open_batches: int = 8
    """Transactions of one signer and stream that may be without a block."""
    things: int = 3_500
    """Things that one event may name: its batch must stay below 128 KB. Fewer where the block's gas allows fewer."""
    gas: int = 150_000_000
    """Gas that a transaction may ask for; the network's block limit bounds it too."""


@dataclass(frozen=True, slots=True)
class SubmissionSettings:
    """How the submission process is set up; read from the environment by its entry point."""

    home: Path
    """The installation's folder."""
    record_url: str
    """The database of outbox and transactions."""
    keystores: Path
    """The folder of encrypted keys."""
    rpc_url: str | None = None
    """Another node of the pinned network than the one in network.json."""
    limits: Limits = Limits()
    idle: float = 0.05
    """Seconds between two looks at an empty outbox."""
    watch: float = 1.0
    """Seconds between two looks whether blocks have vanished."""
    resend: float = 15.0
    """Seconds after which a transaction that is in no block is sent again."""
    patience: float = 30.0
    """Seconds for which a receipt may be missing, although its nonce is used, before that nonce counts as taken."""
