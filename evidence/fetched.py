"""What other firms' nodes opened to a reader, as it was fetched, checked and kept."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import datetime

from store.database import Record
from store.reader import Reader
from store.record.fetched_openings import fetched_openings
from traceability.commitment import Opening


def openings_fetched(
    record: Record, commitments: Sequence[bytes], reader: Reader, now: datetime
) -> Mapping[bytes, Opening]:
    """Return the openings that a reader was given of some events and may still have."""
    kept = fetched_openings(record, commitments, reader, now)
    return {commitment: Opening.from_json(json.loads(each.opening)) for commitment, each in kept.items()}
