"""The paths under which a server answers for identifiers: their first parts, and the texts that they stand for."""

from traceability.identifiers.gs1.digital_link import percent_decoded
from traceability.identifiers.identifier import CANONICAL_DOMAIN
from traceability.identifiers.registry import REGISTRY

PATH_MARKS = REGISTRY.path_marks()
"""Every first part of a path that begins an identifier: GS1 keys, and the heads of the canonical forms."""

_HEADS = REGISTRY.heads()


def begins_an_identifier(segment: str) -> bool:
    """Return whether a first part of a path is that of an identifier."""
    return segment in PATH_MARKS or segment.startswith(("88.", "86."))


def text_of_path(path: str) -> str:
    """Return the text for `parse` that a path (percent-encoded, as `Identifier.path`) stands for.

    ``/vin/1M8…`` is ``vin:1M8…``, all else a web address of the canonical domain.

    Raises:
        IdentifierInvalid: a percent sign in it is not followed by two hexadecimal digits.
    """
    head, slash, rest = path.strip("/").partition("/")
    if slash and head in _HEADS:
        return f"{head}:{percent_decoded(rest)}"
    return f"{CANONICAL_DOMAIN}{path.lstrip('/')}"
