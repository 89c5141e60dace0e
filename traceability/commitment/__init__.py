"""Commitments: one root for an event, of which any part can be opened and nothing denied (docs/formats.md §4)."""

from traceability.commitment.commit import Committed, Leaf, commit, commit_statement
from traceability.commitment.instant import Instant
from traceability.commitment.opening import Opening
from traceability.commitment.reading import Header, Opened, read_opening
from traceability.commitment.values import JsonText, LeafType, Thing, Value

__all__ = [
    "Committed",
    "Header",
    "Instant",
    "JsonText",
    "Leaf",
    "LeafType",
    "Opened",
    "Opening",
    "Thing",
    "Value",
    "commit",
    "commit_statement",
    "read_opening",
]
