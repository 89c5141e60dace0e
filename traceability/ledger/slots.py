"""Storage slots: where each contract keeps what a state proof may be asked for (docs/formats.md §5)."""

from __future__ import annotations

from traceability.errors import WordInvalid
from traceability.ledger.keys import keccak

DIRECTORY_NAMES = ("members", "prefixes", "ledger", "attestations", "liens")
"""The names under which the directory knows the contracts."""

HEADED_STREAM = 0
"""The stream of batches with heads."""

ANCHORED_STREAM = 1
"""The stream of anchors."""

DIRECTORY_AUTHORITY = (1).to_bytes(32, "big")
"""The slot of the directory that holds its authority, right-aligned."""

ORGANISATION_COUNT = (3).to_bytes(32, "big")
"""The slot of members that counts the organisations."""


def mapping_slot(key: bytes | int, slot: bytes | int) -> bytes:
    """Return where a Solidity mapping at `slot` keeps `key`: `keccak(key as 32 bytes ‖ slot as 32 bytes)`.

    Raises:
        WordInvalid: a number does not fit, or bytes are longer than a word.
    """
    return keccak(_word("key", key) + _word("slot", slot))


def directory_entry(name: str) -> bytes:
    """Return the slot in the directory of the contract of that name."""
    return mapping_slot(keccak(name.encode()), 0)


def organisation_record(organisation: int) -> bytes:
    """Return the slot in members of an organisation's record."""
    return mapping_slot(organisation, 0)


def organisation_profile(organisation: int) -> bytes:
    """Return the slot in members of the hash of an organisation's profile."""
    return mapping_slot(organisation, 1)


def member_key(address: bytes) -> bytes:
    """Return the slot in members of the record of a signing key, by its address of 20 bytes."""
    return mapping_slot(address, 2)


def grant(prefix_key: bytes) -> bytes:
    """Return the slot in prefixes of the grant of a prefix."""
    return mapping_slot(prefix_key, 0)


def partner(prefix_key: bytes, organisation: int) -> bytes:
    """Return the slot in prefixes of the rights that the holder gave one organisation."""
    return mapping_slot(organisation, mapping_slot(prefix_key, 1))


def node(prefix_key: bytes) -> bytes:
    """Return the slot in prefixes of the node that may grant below a prefix."""
    return mapping_slot(prefix_key, 2)


def head(key: bytes) -> bytes:
    """Return the slot in the ledger of the head of a thing."""
    return mapping_slot(key, 0)


def state(key: bytes) -> bytes:
    """Return the slot in the ledger of the state of a key."""
    return mapping_slot(key, 1)


def stream(organisation: int, stream: int) -> bytes:
    """Return the slot in the ledger of the count of an organisation's stream."""
    return mapping_slot(stream, mapping_slot(organisation, 2))


def anchor(organisation: int, stream: int, number: int) -> bytes:
    """Return the slot in the ledger of the root of one anchored batch."""
    return mapping_slot(number, mapping_slot(stream, mapping_slot(organisation, 3)))


def schema(schema_id: bytes) -> bytes:
    """Return the slot in attestations of a schema."""
    return mapping_slot(schema_id, 0)


def attestation(attestation_id: bytes) -> bytes:
    """Return the slot in attestations of the record of an attestation."""
    return mapping_slot(attestation_id, 1)


def attestation_successor(attestation_id: bytes) -> bytes:
    """Return the slot in attestations of the id that superseded this one."""
    return mapping_slot(attestation_id, 2)


def lien(lien_id: bytes) -> bytes:
    """Return the slot in liens of the record of a lien."""
    return mapping_slot(lien_id, 0)


def lien_asset(lien_id: bytes) -> bytes:
    """Return the slot in liens of the key of the asset."""
    return mapping_slot(lien_id, 1)


def lien_quantity(lien_id: bytes) -> bytes:
    """Return the slot in liens of the quantity that is pledged."""
    return mapping_slot(lien_id, 2)


def encumbrance(key: bytes) -> bytes:
    """Return the slot in liens of the id of the lien that is now on an asset."""
    return mapping_slot(key, 3)


def _word(name: str, value: bytes | int) -> bytes:
    if isinstance(value, int):
        if not 0 <= value < 2**256:
            raise WordInvalid(name, value, "a number below 2^256")
        return value.to_bytes(32, "big")
    if len(value) > 32:
        raise WordInvalid(name, value, "at most 32 bytes")
    return value.rjust(32, b"\x00")
