"""The errors of this room, one tree.

```
CaptureError
├── CaptureRefused               the whole request is refused, nothing is stored
│   ├── CaptureLimitExceeded     more events or bytes than the published limits
│   ├── DocumentWithoutEvents    a document in which there is nothing to capture
│   ├── EventsRefused            events of a document that asked for all or nothing
│   ├── DisclosureInvalid        a disclosure profile that names nobody we know
│   ├── LaneInvalid              a lane other than headed or anchored
│   ├── PictureInvalid           a file that is no picture of an accepted kind
│   ├── MappingInvalid           a column mapping that does not say what is needed
│   ├── OrganisationUnknown      the writer is not a member of the network (or is suspended)
│   ├── StateUnknown             a state that does not exist, or that a thing cannot be set to
│   ├── AliasKnown               a claim about two codes that the writer has made already
│   ├── EventUnknown             an act on an event that the writer does not have
│   └── ThingUnknown             an act on a thing that this installation holds nothing of
└── EventRefused                 one event is refused, with every problem's place and cure
```
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong at one place, and what cures it."""

    code: str
    """Stable name, the same as the problem type's last part (`identifier-invalid`)."""
    pointer: str
    """RFC 6901 pointer into the document (JSON), or `row 7, column gtin` for a table."""
    reason: str
    """What is wrong, as a sentence. Never holds another firm's field."""
    cure: str
    """What the sender can do, as a sentence."""


class CaptureError(Exception):
    """Base of what this room raises."""


class CaptureRefused(CaptureError):
    """A request that is refused whole; nothing was stored."""


class CaptureLimitExceeded(CaptureRefused):
    """A document larger than the published limits."""

    place = "the document"
    cure = "split it and capture the parts"

    def __init__(self, unit: str, limit: int) -> None:
        self.unit = unit
        self.limit = limit
        super().__init__(f"the document has more than {limit} {unit}")


class DocumentWithoutEvents(CaptureRefused):
    """A document with neither events nor master data."""

    place = "/epcisBody/eventList"
    cure = "put at least one event into it"

    def __init__(self) -> None:
        super().__init__("the document holds no events; put at least one into epcisBody.eventList")


class EventsRefused(CaptureRefused):
    """Events of a document were refused, and with them the document."""

    def __init__(self, problems: Sequence[Problem], refused: int, events: int) -> None:
        self.problems = tuple(problems)
        self.refused = refused
        self.events = events
        first = self.problems[0]
        super().__init__(f"{refused} of {events} events are refused, nothing was stored; first: {first.reason}")


class StateUnknown(CaptureRefused):
    """A state that a thing cannot be set to."""

    def __init__(self, given: str, known: Sequence[str]) -> None:
        self.given = given[:200]
        self.known = tuple(known)
        super().__init__(f"state {self.given!r} is none of {', '.join(self.known)}")


class DisclosureInvalid(CaptureRefused):
    """A disclosure profile that cannot be read."""

    def __init__(self, given: str) -> None:
        self.given = given[:200]
        super().__init__(
            f"disclosure {self.given!r} cannot be read; write public, members or private, then "
            f"'; readers=2,5', '; groups=dealers' and '; hide=/ilmd' where wanted"
        )


class LaneInvalid(CaptureRefused):
    """A lane that does not exist."""

    def __init__(self, given: str) -> None:
        self.given = given[:200]
        super().__init__(f"lane {self.given!r} is neither headed nor anchored")


class PictureInvalid(CaptureRefused):
    """A file that is no picture of an accepted kind."""

    place = "the picture"
    cure = "send a PNG, JPEG or WebP picture of at most 40 megapixels"

    def __init__(self, reason: str) -> None:
        self.reason = reason
        super().__init__(f"the file {reason}")


class MappingInvalid(CaptureRefused):
    """A column mapping that cannot be used."""

    def __init__(self, field: str, reason: str) -> None:
        self.field = field
        self.reason = reason
        super().__init__(f"mapping of {field!r}: {reason}")


class OrganisationUnknown(CaptureRefused):
    """A writer that the network does not know or has suspended."""

    def __init__(self, organisation: int, status: str) -> None:
        self.organisation = organisation
        self.status = status
        super().__init__(f"organisation {organisation} is {status} on the network and cannot record events")


class AliasKnown(CaptureRefused):
    """A claim about two codes that the writer makes already."""

    place = "/codes"
    cure = "revoke the earlier claim first, if it shall be made anew"

    def __init__(self, code: str, other: str, attestation: str) -> None:
        self.code = code[:200]
        self.other = other[:200]
        self.attestation = attestation
        super().__init__(f"you say this of {self.code} and {self.other} already, in {attestation}")


class EventUnknown(CaptureRefused):
    """An act on an event that the writer does not have."""

    def __init__(self, commitment: str) -> None:
        self.commitment = commitment[:80]
        super().__init__(f"there is no event of yours with commitment {self.commitment}")


class ThingUnknown(CaptureRefused):
    """An act on something that nothing is known of."""

    def __init__(self, thing: str) -> None:
        self.thing = thing[:200]
        super().__init__(f"nothing is recorded under {self.thing!r}")


class EventRefused(CaptureError):
    """One event that is refused."""

    def __init__(self, index: int, problems: Sequence[Problem]) -> None:
        self.index = index
        self.problems = tuple(problems)
        first = self.problems[0]
        super().__init__(f"event {index}: {first.reason} at {first.pointer or 'the event'}; {first.cure}")
