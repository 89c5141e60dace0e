"""What the indexer's process is told at its start."""

from dataclasses import dataclass
from pathlib import Path

from chain.network import Network


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of one indexer."""

    home: Path
    """The installation's folder, for status and alarm."""
    network: Network
    record_url: str
    mirror_url: str
    pause: float = 0.25
    """Seconds between two looks at the chain when there was nothing new."""
    target_bytes: int = 3_000_000
    """Size of a reply that range control aims at, in bytes."""
    largest_range: int = 2_000
    """Most blocks asked for at a time."""
