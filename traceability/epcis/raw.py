"""Names for what readers handle before anything is known about it."""

from typing import Any, TypeAlias

Raw: TypeAlias = Any
"""A value of JSON (object, list, text, number, truth, null) that has not been looked at."""

Element: TypeAlias = Any
"""An element of lxml, whose package carries no types."""
