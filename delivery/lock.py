"""One delivery process per installation: two would send every message twice."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from delivery.errors import DeliveryPresent

FILE_NAME = "delivery.lock"
"""The name of the lock file in the installation's folder."""


@contextmanager
def delivery_lock(home: Path) -> Iterator[None]:
    """Hold the lock of the installation, which ends with the process, however that ends.

    Raises:
        DeliveryPresent: another process holds it.
    """
    home.mkdir(parents=True, exist_ok=True)
    path = home / FILE_NAME
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise DeliveryPresent(path) from None
        yield
    finally:
        os.close(descriptor)
