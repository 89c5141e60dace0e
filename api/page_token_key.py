"""The key that page tokens are sealed with: made once, kept in the installation's folder, so that tokens outlive a restart."""

from __future__ import annotations

import os
import secrets
from pathlib import Path
from typing import Final

FILE_NAME: Final = "page-tokens.key"
LENGTH: Final = 32


def page_token_key(home: Path) -> bytes:
    """Return the key of an installation; the first process that asks for it makes it, readable by its owner alone.

    A file that is too short, as after a full disk, gives a key for this process only: old tokens are then refused.
    """
    path = home / FILE_NAME
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        pass
    else:
        with os.fdopen(descriptor, "wb") as file:
            file.write(secrets.token_bytes(LENGTH))
    key = path.read_bytes()
    return key if len(key) == LENGTH else secrets.token_bytes(LENGTH)
