"""The opened databases of an installation, and waiting for what was promised."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime

from cli.errors import CommandRefused, NotSetUp
from cli.settings import Installation
from store import Mirror, Record, open_mirror, open_record
from store.record.outbox import Promise, promise, promise_of
from store.record.payloads import Payload, Progress


@contextmanager
def opened(installation: Installation) -> Iterator[tuple[Record, Mirror]]:
    """Open record and mirror of an installation.

    Raises:
        NotSetUp: there is no network yet.
    """
    if not installation.network_file.exists():
        raise NotSetUp(installation.home)
    record, mirror = open_record(installation.record_url), open_mirror(installation.mirror_url)
    try:
        yield record, mirror
    finally:
        record.close()
        mirror.close()


def promised(record: Record, organisation: int, payloads: Sequence[Payload], *, patience: float) -> tuple[Promise, ...]:
    """Put writes into the outbox and return them once the chain has answered, or as they stand after `patience` seconds.

    Raises:
        CommandRefused: the chain refused one; the message bears the error's own name.
    """
    numbers = promise(record, organisation, payloads, datetime.now(UTC))
    return settled(record, numbers, patience=patience)


def settled(record: Record, numbers: Sequence[int], *, patience: float) -> tuple[Promise, ...]:
    """Return the outbox rows once they are final or refused, or as they stand after `patience` seconds.

    Raises:
        CommandRefused: the chain refused one; the message bears the error's own name.
    """
    deadline = time.monotonic() + patience
    while True:
        rows = tuple(promise_of(record, number) for number in numbers)
        for row in rows:
            if row.progress is Progress.FAILED:
                raise CommandRefused(f"the chain refused {row.operation} (outbox row {row.id}): {row.failure}")
        if all(row.progress is Progress.FINAL for row in rows) or time.monotonic() > deadline:
            return rows
        time.sleep(0.05)
