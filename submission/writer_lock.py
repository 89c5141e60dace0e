"""One writer per installation: a lock that ends with the process that holds it, however that ends."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from submission.errors import WriterPresent

FILE_NAME = "submission.lock"
"""The name of the lock file in the installation's folder."""


@contextmanager
def writer_lock(home: Path) -> Iterator[None]:
    """Hold the lock of the installation.

    Raises:
        WriterPresent: another process holds it.
    """
    home.mkdir(parents=True, exist_ok=True)
    path = home / FILE_NAME
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise WriterPresent(path) from None
        yield
    finally:
        os.close(descriptor)
