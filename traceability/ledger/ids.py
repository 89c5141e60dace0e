"""Ids of schemas, attestations and liens (docs/formats.md §5)."""

from __future__ import annotations

from traceability.errors import WordInvalid
from traceability.ledger.keys import keccak


def schema_id(schema: bytes) -> bytes:
    """Return the id of a schema, given as its RFC 8785 text."""
    return keccak(schema)


def attestation_id(schema: bytes, subject: bytes, organisation: int, commitment: bytes) -> bytes:
    """Return the id of the attestation in which an organisation says something of a key under a schema (an id)."""
    return keccak(
        _word("schema id", schema) + _word("subject", subject) + _number(organisation) + _word("commitment", commitment)
    )


def lien_id(asset: bytes, pledgor: int, pledgee: int, reference: bytes) -> bytes:
    """Return the id of a lien on an asset key; the reference is 32 random bytes."""
    return keccak(_word("asset", asset) + _number(pledgor) + _number(pledgee) + _word("reference", reference))


def _word(name: str, word: bytes) -> bytes:
    if len(word) != 32:
        raise WordInvalid(name, word, "32 bytes")
    return word


def _number(organisation: int) -> bytes:
    if not 0 <= organisation < 2**32:
        raise WordInvalid("organisation", organisation, "a number below 2^32")
    return organisation.to_bytes(32, "big")
