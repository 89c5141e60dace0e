"""Block headers: their fields, and the hash by which a block is known under each consensus (Yellow Paper §4.4)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from traceability.errors import HeaderInvalid, RlpInvalid
from traceability.ledger.keys import keccak
from traceability.proof.rlp import Rlp, decode_list, encode, integer

MINIMUM_FIELDS = 15
"""The fields of a header before London; later forks append."""

MAXIMUM_SIZE = 16384
"""The size of a header in bytes at most; one of 21 validators has two thousand."""

LATEST = 2**53 - 1
"""The largest number or time of a block: what every reader holds exactly."""

_EXTRA_DATA = 12


class Consensus(Enum):
    """How a network agrees on its blocks, and so what a header can show."""

    NONE = "none"
    """Nothing is agreed: a development chain."""
    CLIQUE = "clique"
    """One signer per block; forks happen."""
    QBFT = "qbft"
    """A quorum of validators seals each block, finally."""


@dataclass(frozen=True, slots=True)
class QbftExtra:
    """The extra data of a QBFT header."""

    vanity: bytes
    validators: tuple[bytes, ...]
    """The addresses that seal this block, as the block claims."""
    vote: tuple[bytes, bool] | None
    """The validator voted on, and whether it is to join (True) or to leave."""
    round: int
    seals: tuple[bytes, ...]


@dataclass(frozen=True, slots=True)
class BlockHeader:
    """A block header of any number of fields."""

    fields: tuple[bytes, ...]

    @classmethod
    def from_rlp(cls, data: bytes) -> BlockHeader:
        """Return the header that bytes encode.

        Raises:
            HeaderInvalid: they are not the RLP of a header.
        """
        if len(data) > MAXIMUM_SIZE:
            raise HeaderInvalid(f"{len(data)} bytes, more than {MAXIMUM_SIZE}")
        try:
            items = decode_list(data)
        except RlpInvalid as error:
            raise HeaderInvalid(str(error)) from None
        fields = tuple(item for item in items if isinstance(item, bytes))
        if len(fields) != len(items) or len(fields) < MINIMUM_FIELDS:
            raise HeaderInvalid("not a list of at least 15 byte strings")
        for index, size in ((0, 32), (1, 32), (2, 20), (3, 32), (4, 32), (5, 32), (6, 256), (13, 32), (14, 8)):
            if len(fields[index]) != size:
                raise HeaderInvalid(f"field {index} is not {size} bytes")
        try:
            numbers = {index: integer(fields[index], 32 if index == 7 else 8) for index in (7, 8, 9, 10, 11)}
        except RlpInvalid as error:
            raise HeaderInvalid(str(error)) from None
        if max(numbers[8], numbers[11]) > LATEST:
            raise HeaderInvalid("a block of a number or time that no clock shows")
        return cls(fields)

    @property
    def parent_hash(self) -> bytes:
        """Return the hash of the block before."""
        return self.fields[0]

    @property
    def miner(self) -> bytes:
        """Return the address of the block's proposer."""
        return self.fields[2]

    @property
    def state_root(self) -> bytes:
        """Return the root of the state after the block."""
        return self.fields[3]

    @property
    def number(self) -> int:
        """Return the number of the block."""
        return int.from_bytes(self.fields[8], "big")

    @property
    def time(self) -> int:
        """Return the time of the block, in seconds since 1970."""
        return int.from_bytes(self.fields[11], "big")

    @property
    def extra_data(self) -> bytes:
        """Return the bytes that the consensus fills."""
        return self.fields[_EXTRA_DATA]

    def to_rlp(self) -> bytes:
        """Return the RLP of the header, seals included."""
        return encode(self.fields)

    def hash(self, consensus: Consensus) -> bytes:
        """Return the hash by which the block is known.

        Raises:
            HeaderInvalid: the extra data is not that of the consensus.
        """
        if consensus is not Consensus.QBFT:
            return keccak(self.to_rlp())
        return self._hash_with(round_=0)

    def qbft_seal_hash(self) -> bytes:
        """Return the hash that each seal signs: the header without seals, but with its real round.

        Raises:
            HeaderInvalid: the extra data is not QBFT's.
        """
        return self._hash_with(round_=self.qbft_extra().round)

    def qbft_extra(self) -> QbftExtra:
        """Return what the extra data says: `[vanity, validators, vote, round, seals]`.

        Raises:
            HeaderInvalid: the extra data is not QBFT's.
        """
        try:
            parts = decode_list(self.extra_data)
            if len(parts) != 5:
                raise HeaderInvalid("QBFT extra data has five parts")
            vanity, validators, vote, round_, seals = parts
            return QbftExtra(
                vanity=_strings([vanity], 32, "vanity")[0],
                validators=_strings(validators, 20, "validators"),
                vote=_vote(vote),
                round=integer(round_, 4),
                seals=_strings(seals, 65, "seals"),
            )
        except RlpInvalid as error:
            raise HeaderInvalid(f"QBFT extra data: {error}") from None

    def _hash_with(self, round_: int) -> bytes:
        """Return the hash of the header with no seals and this round in its extra data."""
        self.qbft_extra()
        vanity, validators, vote, _, _ = decode_list(self.extra_data)
        number = round_.to_bytes((round_.bit_length() + 7) // 8, "big")
        extra_data = encode([vanity, validators, vote, number, []])
        return keccak(encode((*self.fields[:_EXTRA_DATA], extra_data, *self.fields[_EXTRA_DATA + 1 :])))


def _strings(items: Rlp, size: int, what: str) -> tuple[bytes, ...]:
    if isinstance(items, bytes):
        raise HeaderInvalid(f"{what} of the QBFT extra data are no list")
    strings = tuple(item for item in items if isinstance(item, bytes) and len(item) == size)
    if len(strings) != len(items):
        raise HeaderInvalid(f"{what} of the QBFT extra data are not of {size} bytes each")
    return strings


def _vote(item: Rlp) -> tuple[bytes, bool] | None:
    """Return the vote, recipient and direction: 0xff to join, 0x00 (or empty) to leave."""
    if item == []:
        return None
    if isinstance(item, list) and len(item) == 2:
        recipient, direction = item
        if isinstance(recipient, bytes) and len(recipient) == 20 and direction in (b"\xff", b"\x00", b""):
            return recipient, direction == b"\xff"
    raise HeaderInvalid("vote of the QBFT extra data is not [recipient, 0xff or 0x00]")
