"""Intervals: when a part belonged to which whole, folded from what was asserted about it, in the order of events.

The rule, in the words of the model: an ADD opens, a DELETE of the same pair closes, and a single thing that is packed or built in
elsewhere has left where it was (EPCIS 2.0, clause 7.4.3, says of a package what is in it, not that a thing cannot be in two).
Some of a lot may be in many places, so there only a DELETE closes.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from store.mirror.projecting import EVERYTHING
from store.mirror.projection import EXCLUSIVE, Relation


class Assertion(NamedTuple):
    """One row of the edges; a tuple, because a trace reads thousands."""

    part: int
    event_time: int
    position: int
    whole: int
    relation: int
    """Negative where the event parts the two."""


@dataclass(slots=True)
class Interval:
    """A time in which a part belonged to a whole, in microseconds since 1970."""

    part: int
    whole: int
    relation: Relation
    opened: int
    opened_at: int
    """Position of the event."""
    closed: int | None = None
    """None: it still belongs there, as far as the reader knows."""
    closed_at: int | None = None

    def overlaps(self, start: int, end: int) -> bool:
        """Return whether some of the interval lies in a window, both ends included."""
        return self.opened <= end and (self.closed is None or self.closed > start)


RELATIONS: Mapping[int, Relation] = {int(relation): relation for relation in Relation}


def intervals_of(
    assertions: Iterable[Assertion], emptied: Mapping[int, Iterable[tuple[int, int, int]]]
) -> list[Interval]:
    """Return the intervals of parts, each part with all its assertions.

    `emptied` gives, for wholes, the unpackings that named no part: (time, position, relation).
    """
    by_part: dict[int, list[Assertion]] = {}
    for row in assertions:
        rows = by_part.get(row[0])
        if rows is None:
            by_part[row[0]] = [row]
        else:
            rows.append(row)
    found: list[Interval] = []
    for part, rows in by_part.items():
        _, time, position, whole, relation = rows[0]
        if len(rows) == 1 and relation > 0 and whole not in emptied:
            # Most parts have one assertion: there is nothing to fold.
            found.append(Interval(part, whole, RELATIONS[relation], time, position))
        else:
            found.extend(_folded(part, rows, emptied))
    return found


def _folded(part: int, rows: list[Assertion], emptied: Mapping[int, Iterable[tuple[int, int, int]]]) -> list[Interval]:
    if emptied:
        wholes = {row.whole for row in rows}
        rows = rows + [
            Assertion(EVERYTHING, time, position, whole, relation)
            for whole in wholes
            for time, position, relation in emptied.get(whole, ())
        ]
    rows.sort(key=lambda row: (row.event_time, row.position))
    found: list[Interval] = []
    open_now: dict[tuple[Relation, int], Interval] = {}
    for row in rows:
        relation = RELATIONS[abs(row.relation)]
        if row.relation < 0:
            closing = (relation,) if row.part != EVERYTHING else (relation, _LOTS.get(relation, relation))
            for kind in closing:
                interval = open_now.pop((kind, row.whole), None)
                if interval is not None:
                    interval.closed, interval.closed_at = row.event_time, row.position
            continue
        if relation in EXCLUSIVE:
            for key in [key for key in open_now if key[0] is relation and key[1] != row.whole]:
                left = open_now.pop(key)
                left.closed, left.closed_at = row.event_time, row.position
        if (relation, row.whole) not in open_now:
            interval = Interval(part, row.whole, relation, row.event_time, row.position)
            found.append(interval)
            if relation is not Relation.TRANSFORMED:
                open_now[relation, row.whole] = interval
    return found


_LOTS = {Relation.CONTAINED: Relation.LOT_CONTAINED, Relation.BUILT_IN: Relation.LOT_BUILT_IN}
