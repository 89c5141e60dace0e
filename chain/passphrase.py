"""The passphrase of the keystores, from a file or asked at the terminal, never an argument or environment value."""

from __future__ import annotations

import getpass
import os
import secrets
import sys
from collections.abc import Mapping
from pathlib import Path

from chain.errors import PassphraseMissing

FILE_VARIABLE = "SUYUAN_PASSPHRASE_FILE"
"""The environment variable that names the passphrase file."""


class Passphrase:
    """A passphrase that does not show itself in logs, messages or tracebacks."""

    __slots__ = ("_text",)

    def __init__(self, text: str) -> None:
        self._text = text

    def encoded(self) -> bytes:
        """Return the bytes that the key derivation takes."""
        return self._text.encode()

    def __repr__(self) -> str:
        return "Passphrase(…)"


def passphrase_from_file(path: Path) -> Passphrase:
    """Return the passphrase in the first line of a file.

    Raises:
        PassphraseMissing: the file cannot be read or its first line is empty.
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise PassphraseMissing(f"{path} cannot be read ({error.strerror})") from None
    if not lines or not lines[0]:
        raise PassphraseMissing(f"the first line of {path} is empty")
    return Passphrase(lines[0])


def passphrase_of(environment: Mapping[str, str], *, prompt: str = "Passphrase of the keystores: ") -> Passphrase:
    """Return the passphrase from the file that the environment names, or ask at the terminal.

    Raises:
        PassphraseMissing: no file is named and there is no terminal.
    """
    if named := environment.get(FILE_VARIABLE):
        return passphrase_from_file(Path(named))
    if not sys.stdin.isatty():
        raise PassphraseMissing(f"set {FILE_VARIABLE} to a file that holds it")
    text = getpass.getpass(prompt)
    if not text:
        raise PassphraseMissing("nothing was typed")
    return Passphrase(text)


def create_passphrase_file(path: Path) -> Passphrase:
    """Write a random passphrase of 256 bits to a new file that only its owner can read, and return it.

    Raises:
        FileExistsError: the file is there already; it is left as it is.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    text = secrets.token_urlsafe(32)
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(text + "\n")
        file.flush()
        os.fsync(file.fileno())
    return Passphrase(text)
