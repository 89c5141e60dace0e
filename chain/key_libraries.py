"""The libraries that work with private keys, brought in when a key is first used.

Both import the pairing of BLS signatures (py_ecc): half a second at the start of processes that only read, and a recursion
limit of 100,000, at which deep input overflows the stack instead of being refused.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any


def local_account(private_key: bytes) -> Any:
    """Return eth_account's account of a private key."""
    with _same_recursion_limit():
        from eth_account import Account  # noqa: PLC0415  see above

    return Account.from_key(private_key)


def typed_message(full: dict[str, Any]) -> Any:
    """Return an EIP-712 message as eth_account signs it."""
    with _same_recursion_limit():
        from eth_account.messages import encode_typed_data  # noqa: PLC0415  see above

    return encode_typed_data(full_message=full)


def keyfile_of(private_key: bytes, passphrase: bytes, work_factor: int) -> dict[str, Any]:
    """Return a version 3 keystore, encrypted by scrypt."""
    with _same_recursion_limit():
        from eth_keyfile.keyfile import create_keyfile_json  # noqa: PLC0415  see above

    return dict(create_keyfile_json(private_key, passphrase, version=3, kdf="scrypt", iterations=work_factor))


def key_in(keyfile: Any, passphrase: bytes) -> bytes:
    """Return the private key in a keystore. Raises: ValueError and others, as eth_keyfile does."""
    with _same_recursion_limit():
        from eth_keyfile.keyfile import decode_keyfile_json  # noqa: PLC0415  see above

    return bytes(decode_keyfile_json(keyfile, passphrase))


@contextmanager
def _same_recursion_limit() -> Iterator[None]:
    limit = sys.getrecursionlimit()
    try:
        yield
    finally:
        sys.setrecursionlimit(limit)
