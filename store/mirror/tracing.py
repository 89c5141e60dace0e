"""Tracing: what a thing came from and is made of, and where it went, level by level, as of any time.

Time is respected: from a package only what was in it while the traced thing mattered, and a package's later life is not the
life of what had left it. Each thing carries the window in which it matters; a window that grows is walked again.
Source of the relations: EPCIS 2.0, clauses 7.4.2 (aggregation), 7.4.5 (transformation), 7.4.6 (association).
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from operator import attrgetter
from typing import NamedTuple

from sqlalchemy import Connection

from store.bulk import rows_among
from store.columns import microseconds_of, moment_of
from store.database import Mirror
from store.mirror.intervals import Assertion, Interval, intervals_of
from store.mirror.projecting import EVERYTHING
from store.mirror.projection import Relation
from store.mirror.seeing import seen_in, stands_in
from store.reader import Reader

BEGINNING = -(2**62)
"""Before any time."""

END = 2**62
"""After any time."""

KNOT = "transformation:"
"""What the names of knots begin with: they tie inputs to outputs and are no things."""

MOST_DEPTH = 64
MOST_THINGS = 200_000


class Direction(StrEnum):
    """Which way to look."""

    ORIGINS = "origins"
    """Inputs, components, contents: what the thing rests on."""
    USES = "uses"
    """Outputs, assets, packages: where the thing went."""


class TracedThing(NamedTuple):
    """One thing that a trace came to; a tuple, because a trace builds thousands."""

    identifier: str
    depth: int
    """Steps from the start, which has 0; through a transformation is one step."""


class TracedLink(NamedTuple):
    """One relation that a trace went along; a transformation may stand between part and whole as a knot of its own."""

    part: str
    whole: str
    relation: Relation
    opened_microseconds: int
    """Since 1970."""
    closed_microseconds: int | None
    """Since 1970; None: it still holds at the time asked for."""
    opened_by: int
    """Position of the event that says so."""
    closed_by: int | None

    @property
    def opened(self) -> datetime:
        """Return when the relation began."""
        return moment_of(self.opened_microseconds)

    @property
    def closed(self) -> datetime | None:
        """Return when the relation ended, None while it holds."""
        return None if self.closed_microseconds is None else moment_of(self.closed_microseconds)


@dataclass(frozen=True, slots=True)
class Trace:
    """What a trace came to."""

    things: tuple[TracedThing, ...]
    """Nearest first; the start is the first."""
    links: tuple[TracedLink, ...]
    truncated: bool
    """Whether depth or number stopped the trace before its end."""


def trace(
    mirror: Mirror,
    identifier: str,
    direction: Direction,
    reader: Reader,
    *,
    as_of: datetime | None = None,
    since: datetime | None = None,
    depth: int = MOST_DEPTH,
    limit: int = 10_000,
    relations: Collection[Relation] = tuple(Relation),
) -> Trace:
    """Trace a thing by its canonical form, from what the reader may see.

    `as_of` leaves out what happened later. `since` leaves out relations that had ended by then: with `since` equal to `as_of`
    the answer is how things stood at that moment, without it how they came to be.
    """
    end = END if as_of is None else microseconds_of(as_of)
    start = BEGINNING if since is None else microseconds_of(since)
    with mirror.reading() as connection:
        number = connection.exec_driver_sql(
            f"SELECT id FROM names WHERE text = {'?' if mirror.is_sqlite else '%s'}", (identifier,)
        ).scalar_one_or_none()
        if number is None:
            return Trace((TracedThing(identifier, 0),), (), truncated=False)
        walk = _Walk(connection, direction, reader, end, frozenset(relations), min(limit, MOST_THINGS))
        walk.run(number, start, end, min(depth, MOST_DEPTH))
        return walk.trace(number)


@dataclass(slots=True)
class _Walk:
    connection: Connection
    direction: Direction
    reader: Reader
    end: int
    relations: frozenset[Relation]
    limit: int
    depths: dict[int, int] = field(default_factory=dict)
    windows: dict[int, list[tuple[int, int]]] = field(default_factory=dict)
    links: dict[tuple[int, int, int], Interval] = field(default_factory=dict)
    names: dict[int, str] = field(default_factory=dict)
    knots: set[int] = field(default_factory=set)
    truncated: bool = False

    def run(self, start: int, opened: int, closed: int, depth: int) -> None:
        """Walk level by level until nothing new comes, or depth or number is reached."""
        self.depths[start] = 0
        self.windows[start] = [(opened, closed)]
        frontier: dict[int, list[tuple[int, int]]] = {start: [(opened, closed)]}
        while frontier:
            reached: dict[int, list[tuple[int, int]]] = {}
            uses = self.direction is Direction.USES
            for interval in self._intervals(frontier):
                here, there = (interval.part, interval.whole) if uses else (interval.whole, interval.part)
                for window in frontier.get(here, ()):
                    beyond = self._beyond(interval, window)
                    if beyond is not None:
                        self._reach(interval, here, there, beyond, reached)
            self._name(reached)
            # A knot is no step of its own.
            frontier = {
                number: new for number, new in reached.items() if self.depths[number] < depth or number in self.knots
            }
            self.truncated = self.truncated or self._stopped(reached, frontier)

    def trace(self, start: int) -> Trace:
        """Return what the walk found."""
        self._name([start])
        of_things = sorted(
            (depth, self.names[number]) for number, depth in self.depths.items() if number not in self.knots
        )
        things = tuple(TracedThing(text, depth) for depth, text in of_things)
        names = self.names
        links = [
            TracedLink(
                names[interval.part], names[interval.whole], interval.relation, interval.opened, interval.closed,
                interval.opened_at, interval.closed_at,
            )
            for interval in self.links.values()
        ]  # fmt: skip
        links.sort(key=_IN_ORDER)
        return Trace(things, tuple(links), self.truncated)

    def _reach(
        self,
        interval: Interval,
        here: int,
        there: int,
        window: tuple[int, int],
        reached: dict[int, list[tuple[int, int]]],
    ) -> None:
        self.links[interval.part, interval.whole, interval.opened_at] = interval
        known = self.windows.get(there)
        if known is None:
            if len(self.windows) >= self.limit:
                self.truncated = True
                del self.links[interval.part, interval.whole, interval.opened_at]
                return
            self.windows[there] = [window]
            self.depths[there] = self.depths[here] + (here not in self.knots)
            reached[there] = [window]
        elif not any(opened <= window[0] and window[1] <= closed for opened, closed in known):
            known.append(window)
            reached.setdefault(there, []).append(window)

    def _beyond(self, interval: Interval, window: tuple[int, int]) -> tuple[int, int] | None:
        """Return the window in which the other end matters, or None where the relation lies outside this one's."""
        if interval.relation is Relation.TRANSFORMED:
            if self.direction is Direction.USES:
                # What came out carries it on, from then to the end.
                return (interval.opened, self.end) if window[0] <= interval.opened <= window[1] else None
            # What went in matters up to the moment it went in.
            return (BEGINNING, interval.opened) if interval.opened <= window[1] else None
        if not interval.overlaps(*window):
            return None
        closed = window[1] if interval.closed is None else min(interval.closed - 1, window[1])
        return max(interval.opened, window[0]), closed

    def _intervals(self, frontier: Collection[int]) -> Iterable[Interval]:
        if self.direction is Direction.USES:
            assertions = self._rows("edges_up", "part", frontier)
        else:
            below = self._rows("edges_down", "whole", frontier)
            parts = {row.part for row in below if row.part != EVERYTHING and abs(row.relation) != Relation.TRANSFORMED}
            # Whether a part was still there is told by all that happened to it, elsewhere too.
            assertions = [row for row in below if row.relation == Relation.TRANSFORMED]
            assertions += [
                row for row in self._rows("edges_up", "part", parts) if abs(row.relation) != Relation.TRANSFORMED
            ]
        emptied = self._emptied({row.whole for row in assertions if abs(row.relation) != Relation.TRANSFORMED})
        for interval in intervals_of(assertions, emptied):
            if interval.relation in self.relations and interval.opened <= self.end:
                yield interval

    def _emptied(self, wholes: Collection[int]) -> dict[int, list[tuple[int, int, int]]]:
        if not wholes:
            return {}
        found: dict[int, list[tuple[int, int, int]]] = {}
        for row in self._rows("edges_down", "whole", wholes, only_everything=True):
            found.setdefault(row.whole, []).append((row.event_time, row.position, row.relation))
        return found

    def _rows(
        self, table: str, column: str, numbers: Collection[int], *, only_everything: bool = False
    ) -> list[Assertion]:
        seen, others = seen_in("e", self.reader)
        stands, further = stands_in("e", self.reader)
        query = (
            f"SELECT e.part, e.event_time, e.position, e.whole, e.relation FROM {table} e WHERE e.{column} {{among}}"
            f" AND e.event_time <= {{}} AND {seen}{' AND e.part = 0' if only_everything else ''}"
            f" AND {stands}"
        )
        return [Assertion(*row) for row in rows_among(self.connection, query, numbers, self.end, *others, *further)]

    def _name(self, numbers: Iterable[int]) -> None:
        missing = [number for number in numbers if number not in self.names]
        if missing:
            found = rows_among(self.connection, "SELECT id, text FROM names WHERE id {among}", missing)
            self.names.update((number, text) for number, text in found)
            self.knots.update(number for number, text in found if text.startswith(KNOT))

    def _stopped(self, reached: Collection[int], frontier: Collection[int]) -> bool:
        """Return whether depth cut off things that go on."""
        cut = [number for number in reached if number not in frontier]
        return bool(cut) and any(True for _ in self._intervals(cut))


_IN_ORDER = attrgetter("opened_microseconds", "opened_by", "part", "whole")
