"""Keys of things: Keccak-256 over the two halves of an identifier (docs/formats.md §1)."""

from __future__ import annotations

try:
    from sha3 import keccak_256 as _keccak_256

    def keccak(data: bytes) -> bytes:
        """Return the Keccak-256 digest of some bytes, as Ethereum computes it (not FIPS 202 SHA3-256)."""
        digest: bytes = _keccak_256(data).digest()
        return digest

except ImportError:  # pragma: no cover - safe-pysha3 does not build on Python 3.14, where pycryptodome stands in
    from Crypto.Hash import keccak as _pycryptodome_keccak

    def keccak(data: bytes) -> bytes:
        """Return the Keccak-256 digest of some bytes, as Ethereum computes it (not FIPS 202 SHA3-256)."""
        return _pycryptodome_keccak.new(digest_bits=256, data=data).digest()


def prefix_key(scheme: str, prefix: str) -> bytes:
    """Return the key of a granted prefix, `keccak(scheme ‖ ":" ‖ prefix)`."""
    return keccak(f"{scheme}:{prefix}".encode())


def rest_hash(rest: str) -> bytes:
    """Return the hash of what follows the prefix in an identifier's canonical form."""
    return keccak(rest.encode())


def thing_key(prefix_key: bytes, rest_hash: bytes) -> bytes:
    """Return the key of a thing, `keccak(prefix key ‖ rest hash)`, as the contract computes it."""
    return keccak(prefix_key + rest_hash)
