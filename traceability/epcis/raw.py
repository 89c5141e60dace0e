"""Names for what readers handle before anything is known about it."""

from typing import Any, TypeAlias

Raw: TypeAlias = Any
"""A value of JSON (object, list, text, number, truth, null) that has not been looked at."""

Element: TypeAlias = Any
"""An element of lxml, whose package carries no types."""


class Misplaced:
    """What stands in XML where the standard has something else; no reader takes it for a value."""

    __slots__ = ("found",)

    def __init__(self, found: str) -> None:
        """Keep what was found, in words that complete "not …"."""
        self.found = found
