"""The key of a node: it names the node among its peers (devp2p) and seals its blocks. It is made where it is used and stays there."""

from __future__ import annotations

import os
import secrets
from dataclasses import dataclass, field
from pathlib import Path

from coincurve import PrivateKey

from network.errors import FolderInvalid
from traceability.ledger.keys import keccak

FILE = "node.key"
"""Name of the key's file in a node's folder: 64 hexadecimal digits, as Besu and geth read them."""


@dataclass(frozen=True, slots=True)
class NodeKey:
    """A node's key in memory."""

    secret: bytes = field(repr=False)
    """32 bytes."""

    @property
    def public_key(self) -> bytes:
        """Return the 64 bytes by which peers know the node (the enode's first part)."""
        return PrivateKey(self.secret).public_key.format(compressed=False)[1:]

    @property
    def address(self) -> bytes:
        """Return the 20 bytes by which the node seals blocks."""
        return address_of(self.public_key)

    def signature(self, digest: bytes) -> bytes:
        """Return the 65 bytes (r, s, v with v 0 or 1) over a 32-byte digest."""
        return PrivateKey(self.secret).sign_recoverable(digest, hasher=None)


def address_of(public_key: bytes) -> bytes:
    """Return the address of a 64-byte public key."""
    return keccak(public_key)[12:]


def create_node_key(folder: Path) -> NodeKey:
    """Make a new key and write it, readable by its owner only.

    Raises:
        FolderInvalid: the folder has a key already; a key is never overwritten.
    """
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    secret = secrets.token_bytes(32)
    try:
        descriptor = os.open(folder / FILE, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        raise FolderInvalid(folder, f"has a {FILE} already: it belongs to a node, choose another folder") from None
    with os.fdopen(descriptor, "w", encoding="ascii") as file:
        file.write(secret.hex())
    return NodeKey(secret)


def load_node_key(folder: Path) -> NodeKey:
    """Return the key in a node's folder.

    Raises:
        FolderInvalid: there is none, or it is no key.
    """
    try:
        secret = bytes.fromhex((folder / FILE).read_text(encoding="ascii").strip())
        PrivateKey(secret)
    except FileNotFoundError:
        raise FolderInvalid(
            folder, f"has no {FILE}: it is in the folder in which `suyuan network join` was run"
        ) from None
    except (ValueError, UnicodeDecodeError):
        raise FolderInvalid(folder, f"has a {FILE} that is no key: 64 hexadecimal digits are expected") from None
    return NodeKey(secret)
