"""What this room refuses, one tree.

```
LinkingError
├── LinkInvalid         a part of a link that cannot stand
│   └── LinkTypeInvalid     a link type that does not exist or may not be given
└── LinkFileInvalid     a file of links, with what is wrong at which row
```
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from traceability.errors import TraceabilityError


class LinkingError(TraceabilityError):
    """Base of what this room raises."""


class LinkInvalid(LinkingError):
    """A part of a link that cannot stand."""

    def __init__(self, place: str, given: str, cure: str) -> None:
        """Build the message from the part's name, its value (shortened) and the cure."""
        self.place = place
        """Name of the part, such as `target`."""
        self.given = given[:200]
        self.cure = cure
        self.reason = f"{place} is {self.given!r}"
        super().__init__(f"{self.reason}: {cure}")


class LinkTypeInvalid(LinkInvalid):
    """A link type that does not exist or may not be given."""

    def __init__(self, given: str, cure: str) -> None:
        super().__init__("linkType", given, cure)


@dataclass(frozen=True, slots=True)
class RowProblem:
    """What is wrong at one place of a file of links."""

    pointer: str
    """`row 3, target`, or a JSON pointer."""
    reason: str
    cure: str
    code: str = "link-invalid"
    """Name of the problem type."""


class LinkFileInvalid(LinkingError):
    """A file of links of which at least one part is wrong; nothing of it was kept."""

    def __init__(self, problems: Sequence[RowProblem]) -> None:
        self.problems = tuple(problems)
        first = self.problems[0]
        more = f", and {len(self.problems) - 1} more" if len(self.problems) > 1 else ""
        super().__init__(f"{first.pointer}: {first.reason}: {first.cure}{more}")
