"""What other firms opened until a time is deleted by the process that lets time pass."""

from __future__ import annotations

import ssl
from datetime import UTC, datetime, timedelta
from pathlib import Path

from delivery.destinations import Reach
from delivery.sending import Sender, system_resolver
from delivery.settings import Settings
from delivery.worker import SAVING, Delivery
from store import Mirror, Reader, Record
from store.record.fetched_openings import FetchedOpening, fetched_openings, note_answer

NOW = datetime(2026, 11, 25, 3, 4, 5, tzinfo=UTC)
EVENT = b"\x07" * 32


def test_what_was_opened_until_a_time_is_deleted_after_it(record: Record, mirror: Mirror, tmp_path: Path) -> None:
    clock = [NOW]
    settings = Settings(tmp_path, record.url, mirror.url, may_rewind=True, depth=0)
    sender = Sender(Reach(), ssl.create_default_context(), system_resolver(1))
    delivery = Delivery(settings, record, mirror, sender, clock=lambda: clock[0])
    note_answer(record, 3, [FetchedOpening(EVENT, 1, "{}", NOW + SAVING)], [], NOW)

    def kept() -> bool:
        # As of before the end: what is still there.
        return EVENT in fetched_openings(record, [EVENT], Reader(3), NOW)

    clock[0] += SAVING - timedelta(seconds=1)
    delivery.advance_all()
    before = kept()
    clock[0] += timedelta(seconds=1)
    delivery.advance_all()

    assert (True, False) == (before, kept())
