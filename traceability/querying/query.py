"""A query: predicates that must all hold, an order, and how many events are wanted (EPCIS 2.0, clause 8.2.7.1)."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from traceability.epcis.raw import Raw
from traceability.querying.facts import class_field

Span = tuple[bytes, bytes]
"""Keys from the first on and before the second."""

EVENT_TIME = "eventTime"
RECORD_TIME = "recordTime"

SMALLEST: bytes = b"\x00"
LARGEST: bytes = b"\xff"
"""No key of a value is smaller or greater; the key of mere existence is smaller than both."""


@dataclass(frozen=True, slots=True)
class Predicate:
    """The event has, in one of the fields, one of the values or a value in one of the spans."""

    parameter: str
    """As the query names it."""
    fields: tuple[str, ...]
    """Of `traceability.querying.facts`."""
    values: tuple[bytes, ...] = ()
    """Keys, ascending, each once."""
    spans: tuple[Span, ...] = ()
    exists: bool = False
    """Whether the field alone is enough."""
    classes: tuple[bytes, ...] = ()
    """Keys of product classes: it is enough that a thing named in one of the fields belongs to one of them."""

    @property
    def class_fields(self) -> tuple[str, ...]:
        """Return the fields in which classes are looked for."""
        return tuple(class_field(field) for field in self.fields) if self.classes else ()


@dataclass(frozen=True, slots=True)
class Window:
    """A span of time: from its beginning on, and before its end."""

    beginning: datetime | None = None
    end: datetime | None = None

    def holds(self, moment: datetime) -> bool:
        """Return whether a moment lies in it."""
        return (self.beginning is None or moment >= self.beginning) and (self.end is None or moment < self.end)

    def __and__(self, other: "Window") -> "Window":
        """Return the span that lies in both."""
        beginnings = [moment for moment in (self.beginning, other.beginning) if moment is not None]
        ends = [moment for moment in (self.end, other.end) if moment is not None]
        return Window(max(beginnings, default=None), min(ends, default=None))


ALWAYS = Window()


@dataclass(frozen=True, slots=True)
class Descendants:
    """The place is one of these or below one of them, as master data say (``WD_``)."""

    parameter: str
    field: str
    uris: tuple[str, ...]
    """Canonical where they are identifiers."""


@dataclass(frozen=True, slots=True)
class Attributes:
    """Master data of a value of the fields have one of the attributes (``HASATTR_``), with one of the values (``EQATTR_``)."""

    parameter: str
    fields: tuple[str, ...]
    names: tuple[str, ...]
    """Absolute IRIs, alternatives."""
    values: tuple[str, ...] | None
    """None: any value."""


@dataclass(frozen=True, slots=True)
class Order:
    """By what events are ordered; ties by event time and then by the chain."""

    by: str = EVENT_TIME
    """``eventTime``, ``recordTime``, or the field of an extension."""
    descending: bool = True


@dataclass(frozen=True, slots=True)
class Query:
    """What is asked; an empty query asks for every event."""

    predicates: tuple[Predicate, ...] = ()
    event_time: Window = ALWAYS
    record_time: Window = ALWAYS
    descendants: tuple[Descendants, ...] = ()
    """To be replaced by `resolved` before events are looked for."""
    attributes: tuple[Attributes, ...] = ()
    """To be replaced by `resolved` before events are looked for."""
    order: Order = Order()
    first: int | None = None
    """``eventCountLimit``: this many and no more."""
    most: int | None = None
    """``maxEventCount``: where there are more, the query is refused."""
    asked: Mapping[str, Raw] = field(default_factory=dict, compare=False)
    """The parameters as they were given, names and ``@context`` included."""

    @property
    def is_resolved(self) -> bool:
        """Return whether no master data are needed any more."""
        return not self.descendants and not self.attributes

    def __and__(self, other: "Query") -> "Query":
        """Return the query that asks both; of order and numbers of events the other one's count where it has some."""
        return replace(
            self,
            predicates=(*self.predicates, *other.predicates),
            event_time=self.event_time & other.event_time,
            record_time=self.record_time & other.record_time,
            descendants=(*self.descendants, *other.descendants),
            attributes=(*self.attributes, *other.attributes),
            order=other.order if "orderBy" in other.asked or "orderDirection" in other.asked else self.order,
            first=min((count for count in (self.first, other.first) if count is not None), default=None),
            most=min((count for count in (self.most, other.most) if count is not None), default=None),
            asked={"and": [self.asked, other.asked]},
        )

    def to_json(self) -> dict[str, Raw]:
        """Return the query as it was asked, for `query_of`."""
        return dict(self.asked)
