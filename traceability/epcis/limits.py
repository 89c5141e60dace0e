"""Published limits of what is read; beyond each comes a clear refusal (design rule 6)."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """How large a document may be."""

    bytes: int = 16 * 1024 * 1024
    """Longest document, in bytes."""
    events: int = 20_000
    """Most events in one document."""
    depth: int = 32
    """Deepest nesting of objects and lists within an event."""
    text: int = 65_536
    """Longest single text, in characters."""
    list_members: int = 100_000
    """Most members of one list."""


DEFAULT_LIMITS = Limits()
"""The limits that hold where nobody says otherwise."""

LONGEST_NUMBER = 64
"""Longest written number, in characters; a commitment keeps it exactly (formats.md §4)."""
LARGEST_EXPONENT = 1000
"""Largest absolute power of ten of a number."""
