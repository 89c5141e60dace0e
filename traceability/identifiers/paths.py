"""The paths under which a server answers for identifiers: their first parts."""

from traceability.identifiers.registry import REGISTRY

PATH_MARKS = REGISTRY.path_marks()
"""Every first part of a path that begins an identifier: GS1 keys, and the heads of the canonical forms."""


def begins_an_identifier(segment: str) -> bool:
    """Return whether a first part of a path is that of an identifier."""
    return segment in PATH_MARKS or segment.startswith(("88.", "86."))
