"""One writer per installation: two would race for the same nonces."""

from __future__ import annotations

from contextlib import AbstractContextManager
from pathlib import Path

from store.file_lock import locked_file
from submission.errors import WriterPresent

FILE_NAME = "submission.lock"
"""The name of the lock file in the installation's folder."""


def writer_lock(home: Path) -> AbstractContextManager[None]:
    """Return the lock of the installation, to be held.

    Raises:
        WriterPresent: on entering, if another process holds it.
    """
    return locked_file(home / FILE_NAME, WriterPresent(home / FILE_NAME))
