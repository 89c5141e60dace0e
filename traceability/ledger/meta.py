"""Meta: the word that says who wrote a line, when, and of what kind (docs/formats.md §2 and §3)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum, IntFlag

from traceability.errors import MetaInvalid, WordInvalid

META_VERSION = 1
"""The only version of meta there is."""

FIRST_LINE_RIGHT = 1
"""Bit 0 of a mask of rights: to write the first line of a thing."""

ALL_RIGHTS = 0xFFFFFFFF
"""The rights of the holder of a prefix."""

EVERYONE_DEFAULT = 0x2BF2
"""The rights of everyone under a prefix whose holder said nothing else (bits 1, 4 to 9, 11, 13)."""


class Kind(IntEnum):
    """What an event does to the things that it names."""

    STATEMENT = 0
    """Not an event: a statement of an attestation; no line carries it."""
    OBSERVE = 1
    CREATE = 2
    END = 3
    PACK = 4
    UNPACK = 5
    TRANSFORM = 6
    ASSOCIATE = 7
    DISSOCIATE = 8
    TRANSACT = 9
    STATE = 10
    CORRECT = 11
    DESCRIBE = 12
    FORGET = 13


LINK_KINDS = frozenset({Kind.PACK, Kind.UNPACK, Kind.TRANSFORM, Kind.ASSOCIATE, Kind.DISSOCIATE})
"""The kinds that tie one thing to another; their lines carry the flag LINK."""


class Flag(IntFlag):
    """What a reader must know about a line before it is opened."""

    NONE = 0
    LINK = 1
    PRIVATE = 2
    STATE = 4


class State(IntEnum):
    """The state of a key, as its holder set it last."""

    UNCHANGED = 0
    """Never changed; reads as active."""
    ACTIVE = 1
    QUARANTINED = 2
    RECALLED = 3
    DESTROYED = 4
    STOLEN = 5
    LOST = 6
    RETIRED = 7


class Role(IntFlag):
    """What an organisation is admitted as."""

    NONE = 0
    MANUFACTURER = 1
    SUPPLIER = 2
    CARRIER = 4
    RETAILER = 8
    SERVICE = 16
    RECYCLER = 32
    BANK = 64
    INSPECTOR = 128
    REGULATOR = 256
    REGISTRAR = 512


def right_of(kind: Kind) -> int:
    """Return the bit of a mask of rights that allows an event of this kind."""
    return 1 << kind


def flags_of(kind: Kind, *, private: bool) -> Flag:
    """Return the flags that a line of this kind carries."""
    flags = Flag.PRIVATE if private else Flag.NONE
    if kind in LINK_KINDS:
        flags |= Flag.LINK
    if kind is Kind.STATE:
        flags |= Flag.STATE
    return flags


@dataclass(frozen=True, slots=True)
class Meta:
    """The meta word of one line; the contract sets organisation, key number and time."""

    kind: Kind
    flags: Flag
    state: State
    """The state that the line sets, UNCHANGED unless the kind is STATE."""
    organisation: int
    """The number of the organisation that wrote the line."""
    key_number: int
    """The number of the organisation's key that signed, from 1."""
    time: int
    """The time of the block, in seconds since 1970."""
    version: int = META_VERSION

    def pack(self) -> bytes:
        """Return the 32 bytes of the word.

        Raises:
            WordInvalid: a number is out of the range of its place.
        """
        try:
            return (
                bytes((self.version, self.kind, self.flags, self.state))
                + self.organisation.to_bytes(4, "big")
                + self.key_number.to_bytes(2, "big")
                + self.time.to_bytes(8, "big")
                + bytes(14)
            )
        except (OverflowError, ValueError):
            raise WordInvalid("meta", self, "numbers within their places") from None

    @classmethod
    def unpack(cls, word: bytes) -> Meta:
        """Return the meta that a word says.

        Raises:
            MetaInvalid: the word is not 32 bytes, of another version, or names a kind, flag or state that is not known.
        """
        if len(word) != 32:
            raise MetaInvalid(word, "not 32 bytes")
        if word[0] != META_VERSION:
            raise MetaInvalid(word, f"version {word[0]}")
        if any(word[18:]):
            raise MetaInvalid(word, "bytes 18 to 31 are not zero")
        if word[2] > 7:
            raise MetaInvalid(word, f"flags {word[2]}")
        try:
            kind, state = Kind(word[1]), State(word[3])
        except ValueError as error:
            raise MetaInvalid(word, str(error)) from None
        return cls(
            kind=kind,
            flags=Flag(word[2]),
            state=state,
            organisation=int.from_bytes(word[4:8], "big"),
            key_number=int.from_bytes(word[8:10], "big"),
            time=int.from_bytes(word[10:18], "big"),
        )
