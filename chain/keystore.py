"""Encrypted keystores (Web3 Secret Storage, version 3, scrypt): one file per key, nothing in the clear on the disk."""

from __future__ import annotations

import json
import os
import threading
from pathlib import Path

from chain.errors import KeystoreMissing, KeystoreRefused
from chain.key_libraries import key_in, keyfile_of
from chain.passphrase import Passphrase
from chain.signer import Signer

WORK_FACTOR = 1 << 17
"""The scrypt parameter N for new keystores; with r = 8 one guess costs 128 MiB and about 0.3 s."""


class Keystores:
    """The folder of an installation's keystores; each is decrypted when it is first used, and then kept in memory."""

    def __init__(self, folder: Path, passphrase: Passphrase, *, work_factor: int = WORK_FACTOR) -> None:
        self.folder = folder
        self._passphrase = passphrase
        self._work_factor = work_factor
        self._opened: dict[bytes, Signer] = {}
        self._lock = threading.Lock()

    def addresses(self) -> tuple[bytes, ...]:
        """Return the addresses of the keys in the folder, oldest file first."""
        if not self.folder.is_dir():
            return ()
        files = sorted(self.folder.glob("*.json"), key=lambda path: (path.stat().st_mtime_ns, path.name))
        return tuple(address for path in files if (address := _address_in(path.name)) is not None)

    def create(self) -> Signer:
        """Make a new key, write its keystore, and return its signer."""
        return self.save(Signer.generate())

    def save(self, signer: Signer) -> Signer:
        """Write the keystore of an existing key, in one step and readable by its owner only, and return the signer."""
        content = keyfile_of(signer.private_key(), self._passphrase.encoded(), self._work_factor)
        self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        path = self._path(signer.address)
        draft = path.with_suffix(".draft")
        descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            json.dump(content, file)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
        with self._lock:
            self._opened[signer.address] = signer
        return signer

    def signer(self, address: bytes) -> Signer:
        """Return the signer for an address.

        Raises:
            KeystoreMissing: the folder has no keystore for it.
            KeystoreRefused: the passphrase is wrong or the file is no keystore.
        """
        with self._lock:
            if (signer := self._opened.get(address)) is None:
                signer = self._decrypted(address)
                self._opened[address] = signer
            return signer

    def _decrypted(self, address: bytes) -> Signer:
        path = self._path(address)
        try:
            content = json.loads(path.read_text(encoding="utf-8"))
            signer = Signer(key_in(content, self._passphrase.encoded()))
        except FileNotFoundError:
            raise KeystoreMissing(address) from None
        except (ValueError, KeyError, TypeError, AttributeError, OSError) as error:
            # The library says "MAC mismatch" for a wrong passphrase.
            reason = "the passphrase is wrong" if "MAC" in str(error) else "it is not a version 3 keystore"
            raise KeystoreRefused(path, reason) from None
        if signer.address != address:
            raise KeystoreRefused(path, "it holds the key of another address")
        return signer

    def _path(self, address: bytes) -> Path:
        return self.folder / f"{address.hex()}.json"


def _address_in(name: str) -> bytes | None:
    try:
        address = bytes.fromhex(name.removesuffix(".json"))
    except ValueError:
        return None
    return address if len(address) == 20 else None
