"""Heads: one slot per thing that counts its lines and digests them in order (docs/formats.md §3)."""

from __future__ import annotations

from collections.abc import Iterable

from traceability.errors import HeadOverflow, WordInvalid
from traceability.ledger.keys import keccak

EMPTY_HEAD = bytes(32)
"""The head of a thing without lines."""

MAXIMUM_LINES = 2**32 - 1
"""The number of lines that a head can count."""


def lines_of(head: bytes) -> int:
    """Return the number of lines under a head."""
    return int.from_bytes(head[:4], "big")


def next_head(head: bytes, commitment: bytes, meta: bytes) -> bytes:
    """Return the head after one more line.

    Raises:
        WordInvalid: one of the three is not 32 bytes.
        HeadOverflow: the head counts no further.
    """
    for name, word in (("head", head), ("commitment", commitment), ("meta", meta)):
        if len(word) != 32:
            raise WordInvalid(name, word, "32 bytes")
    lines = lines_of(head)
    if lines == MAXIMUM_LINES:
        raise HeadOverflow(head)
    return (lines + 1).to_bytes(4, "big") + keccak(head + commitment + meta)[:28]


def replay(lines: Iterable[tuple[bytes, bytes]], before: bytes = EMPTY_HEAD) -> bytes:
    """Return the head after these lines (commitment, meta), oldest first, from the head before them."""
    head = before
    for commitment, meta in lines:
        head = next_head(head, commitment, meta)
    return head
