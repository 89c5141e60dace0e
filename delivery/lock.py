"""One delivery process per installation: two would send every message twice."""

from __future__ import annotations

from contextlib import AbstractContextManager
from pathlib import Path

from delivery.errors import DeliveryPresent
from store.file_lock import locked_file

FILE_NAME = "delivery.lock"
"""The name of the lock file in the installation's folder."""


def delivery_lock(home: Path) -> AbstractContextManager[None]:
    """Return the lock of the installation, to be held.

    Raises:
        DeliveryPresent: on entering, if another process holds it.
    """
    return locked_file(home / FILE_NAME, DeliveryPresent(home / FILE_NAME))
