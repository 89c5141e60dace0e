"""What the delivery process is doing, in a small file that the api reads for `/metrics`."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path

FILE_NAME = "delivery.status.json"
"""The name of the status file in the installation's folder."""


@dataclass(frozen=True, slots=True)
class Status:
    """A look at the way to subscribers; counts of what waits are in `store.record.messages.figures`."""

    at: float
    """When this was written, in seconds since 1970."""
    taken: int
    """Messages that were taken since the process started; likewise the next three."""
    failed: int
    given_up: int
    suspended: int


def write_status(home: Path, status: Status) -> None:
    """Write the status in one step."""
    path = home / FILE_NAME
    draft = path.with_suffix(".draft")
    draft.write_text(json.dumps(asdict(status)) + "\n", encoding="utf-8")
    draft.replace(path)


def read_status(home: Path) -> Status | None:
    """Return the status that was written last, or None if there is none that can be read."""
    try:
        return Status(**json.loads((home / FILE_NAME).read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return None
