"""Errors of the words of the field: what is refused, and why.

::

    TraceabilityError
    ├── LedgerError                a word of the ledger is out of bounds or unreadable
    │   ├── WordInvalid
    │   ├── MetaInvalid
    │   └── HeadOverflow
    ├── CommitmentError            a value cannot be committed
    │   ├── NumberNotCommittable
    │   ├── TimeNotCommittable
    │   ├── ValueNotCommittable
    │   ├── PointerUnknown
    │   └── OpeningRefused         an opening does not prove what it shows
    └── ProofError                 a proof does not hold
        ├── RlpInvalid
        ├── TrieRefused
        ├── ProofNodeMissing       nothing proven, neither presence nor absence
        ├── InclusionRefused
        ├── HeaderInvalid
        ├── SealsRefused
        ├── ValidatorsRefused
        ├── TrustRootInvalid
        └── BundleRefused

Rooms of this floor that have more to refuse derive their own base class from `TraceabilityError`.
"""

from __future__ import annotations


class TraceabilityError(Exception):
    """The base of every refusal on this floor."""


class LedgerError(TraceabilityError):
    """The base of refusals about words that the ledger stores."""


class WordInvalid(LedgerError):
    """A value does not have the length or range of its place in a storage word."""

    def __init__(self, what: str, value: object, expected: str) -> None:
        self.what = what
        self.value = value
        self.expected = expected
        super().__init__(f"{what} is {_shown(value)}, expected {expected}")


class MetaInvalid(LedgerError):
    """A meta word is not one of version 1."""

    def __init__(self, word: bytes, reason: str) -> None:
        self.word = word
        self.reason = reason
        super().__init__(f"meta 0x{word.hex()} is refused: {reason}")


class HeadOverflow(LedgerError):
    """A head has 2^32 - 1 lines and takes no more."""

    def __init__(self, head: bytes) -> None:
        self.head = head
        super().__init__(f"head 0x{head.hex()} is full")


class CommitmentError(TraceabilityError):
    """The base of refusals about committing values and opening them."""


class NumberNotCommittable(CommitmentError):
    """A number has no exact form as mantissa (int256) and exponent (int16), or as a double in JSON."""

    def __init__(self, pointer: str, value: object, reason: str) -> None:
        self.pointer = pointer
        self.value = value
        self.reason = reason
        super().__init__(f"number {_shown(value)} at {pointer} is refused: {reason}")


class TimeNotCommittable(CommitmentError):
    """A text at a place of a time is not a date and time with an offset."""

    def __init__(self, pointer: str, value: object, reason: str) -> None:
        self.pointer = pointer
        self.value = value
        self.reason = reason
        super().__init__(f"time {_shown(value)} at {pointer} is refused: {reason}")


class ValueNotCommittable(CommitmentError):
    """A value has no leaf type, or the tree would pass a limit of the format."""

    def __init__(self, pointer: str, value: object, reason: str) -> None:
        self.pointer = pointer
        self.value = value
        self.reason = reason
        super().__init__(f"value {_shown(value)} at {pointer or 'the root'} is refused: {reason}")


class PointerUnknown(CommitmentError):
    """An opening was asked for a leaf that the commitment does not have."""

    def __init__(self, pointer: str | int) -> None:
        self.pointer = pointer
        super().__init__(f"no leaf at {_shown(pointer)}")


class OpeningRefused(CommitmentError):
    """An opening does not belong to the commitment, or is not in the one form that it may have."""

    def __init__(self, reason: str, place: str = "") -> None:
        self.reason = reason
        self.place = place
        super().__init__(f"opening refused: {reason}" + (f" at {place}" if place else ""))


class ProofError(TraceabilityError):
    """The base of refusals about proofs."""


class RlpInvalid(ProofError):
    """Bytes are not the canonical RLP of anything."""

    def __init__(self, reason: str, offset: int) -> None:
        self.reason = reason
        self.offset = offset
        super().__init__(f"RLP refused at byte {offset}: {reason}")


class TrieRefused(ProofError):
    """A node of a Merkle-Patricia trie has a form that no trie has."""

    def __init__(self, node: bytes, reason: str) -> None:
        self.node = node
        self.reason = reason
        super().__init__(f"trie node 0x{node.hex()} refused: {reason}")


class ProofNodeMissing(ProofError):
    """The walk needs a trie node that was not handed over, so nothing is proven."""

    def __init__(self, node: bytes) -> None:
        self.node = node
        super().__init__(f"trie node 0x{node.hex()} is not in the proof")


class InclusionRefused(ProofError):
    """A path does not lead from the leaf to the root of the tree."""

    def __init__(self, reason: str) -> None:
        self.reason = reason
        super().__init__(f"inclusion path refused: {reason}")


class HeaderInvalid(ProofError):
    """Bytes are not a block header, or not one of the consensus that was named."""

    def __init__(self, reason: str) -> None:
        self.reason = reason
        super().__init__(f"block header refused: {reason}")


class SealsRefused(ProofError):
    """The seals of a header are not those of a quorum of the validators in force."""

    def __init__(self, number: int, reason: str) -> None:
        self.number = number
        self.reason = reason
        super().__init__(f"seals of block {number} refused: {reason}")


class ValidatorsRefused(ProofError):
    """The validators of a header are not those that the votes before it give."""

    def __init__(self, number: int, reason: str) -> None:
        self.number = number
        self.reason = reason
        super().__init__(f"validators of block {number} refused: {reason}")


class TrustRootInvalid(ProofError):
    """A root of trust cannot be read."""

    def __init__(self, reason: str, place: str = "") -> None:
        self.reason = reason
        self.place = place
        super().__init__(f"root of trust refused: {reason}" + (f" at {place}" if place else ""))


class BundleRefused(ProofError):
    """A proof bundle cannot be read, belongs to another network, or contradicts itself."""

    def __init__(self, reason: str, place: str = "") -> None:
        self.reason = reason
        self.place = place
        super().__init__(f"bundle refused: {reason}" + (f" at {place}" if place else ""))


def _shown(value: object) -> str:
    """Return a value as a short text, so that no error grows with its input."""
    text = f"0x{value.hex()}" if isinstance(value, bytes) else repr(value)
    return text if len(text) <= 80 else text[:77] + "..."
