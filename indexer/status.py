"""What the indexer is doing and what troubles it, in a small file that API and terminal read."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from chain.finality import FinalityKind, finality_of
from chain.network import Network
from indexer.figures import Figures

FILE_NAME = "indexer.status.json"
"""The name of the file in the installation's folder."""

AHEAD = 60
"""Seconds that a block may be ahead of this machine's clock before the operator is told."""
STILL = 120
"""Seconds without a new block after which a network of a short period counts as standing still."""
SLOW = 2.0
"""Seconds within which a node should name its newest block."""


@dataclass(frozen=True, slots=True)
class Status:
    """A look at the indexer."""

    at: float
    """When this was written, in seconds since 1970."""
    head: int
    """Newest block of the node, -1 before it was asked."""
    block: int
    """Newest block in the mirror, -1 before the first."""
    block_time: int
    """Its time, in seconds since 1970; 0 before the first."""
    rewinds: int
    """Times since the start of the process that the chain took blocks back."""
    troubles: tuple[str, ...] = ()
    """What an operator should know, each with its cure."""


def status_of(network: Network, figures: Figures, now: float, trouble: str | None = None) -> Status:
    """Return the status; `trouble` is what just kept the indexer from working."""
    troubles = ((trouble,) if trouble else ()) + tuple(_troubles(network, figures, now))
    return Status(now, figures.head, figures.block, figures.block_time, figures.rewinds, troubles)


def _troubles(network: Network, figures: Figures, now: float) -> Iterator[str]:
    if 0 <= figures.head < figures.block:
        yield (
            f"the node's newest block is {figures.head}, the mirror already has {figures.block}: the node has an old head. "
            "Wait until it has caught up, or ask another node (SUYUAN_RPC_URL)"
        )
    if figures.answer_seconds > SLOW:
        yield (
            f"the node takes {figures.answer_seconds:.0f} s to name its newest block: look at its load and its disk, or ask "
            "another node (SUYUAN_RPC_URL)"
        )
    if not figures.block_time:
        return
    age = round(now - figures.block_time)
    if age < -AHEAD:
        yield (
            f"block {figures.block} is {-age} s ahead of this machine's clock: one of the clocks is wrong. Set this one "
            "(`timedatectl`, `chronyc tracking`), and ask the other firms about theirs"
        )
    elif age > STILL and figures.block >= figures.head and finality_of(network).kind is not FinalityKind.NONE:
        yield (
            f"block {figures.block}, the newest, is {age} s old: too few validators work, this node is cut off from them, or "
            "this machine's clock is ahead. See `suyuan network status` and `timedatectl`"
        )


def write_status(home: Path, status: Status) -> None:
    """Write the status in one step."""
    draft = home / f"{FILE_NAME}.draft"
    draft.write_text(json.dumps(asdict(status), ensure_ascii=False) + "\n", encoding="utf-8")
    draft.replace(home / FILE_NAME)


def read_status(home: Path) -> Status | None:
    """Return the status that was written last, or None if there is none that can be read."""
    try:
        fields = json.loads((home / FILE_NAME).read_text(encoding="utf-8"))
        return Status(**fields | {"troubles": tuple(fields["troubles"])})
    except (OSError, ValueError, TypeError, KeyError):
        return None
