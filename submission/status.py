"""What the submission process is doing, in a small file that the API reads for `/readyz` and `/metrics`."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path

FILE_NAME = "submission.status.json"
"""The name of the status file in the installation's folder."""


@dataclass(frozen=True, slots=True)
class Status:
    """A look at the way to the chain; counts of rows are in `store.record.outbox.counts`."""

    at: float
    """When this was written, in seconds since 1970."""
    block: int
    """The newest block that the process saw, -1 before the first."""
    signed: int
    """Transactions signed since the process started; likewise the next five."""
    mined: int
    reverted: int
    refused: int
    resent: int
    rewinds: int
    waiting: int
    """Rows that wait, that are signed or sent, mined, final, and failed, in the whole record."""
    sent: int
    mined_rows: int
    final: int
    failed: int
    last_error: str | None
    stuck: dict[str, str]
    """Signer and stream → why its rows wait."""


def write_status(home: Path, status: Status) -> None:
    """Write the status in one step."""
    path = home / FILE_NAME
    draft = path.with_suffix(".draft")
    draft.write_text(json.dumps(asdict(status), ensure_ascii=False) + "\n", encoding="utf-8")
    draft.replace(path)


def read_status(home: Path) -> Status | None:
    """Return the status that was written last, or None if there is none that can be read."""
    try:
        return Status(**json.loads((home / FILE_NAME).read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return None
