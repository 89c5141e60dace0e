"""Schedules of queries: at which seconds a standing query is executed (EPCIS 2.0 clause 8.2.5.3; fields of the REST binding).

A field is a list of numbers and ranges, apart by commas: `5`, `0,30`, `[9-17]`; `9-17`, `*` and steps (`0/30`, `[0-30]/10`) are read
too, as the binding's own example has one. Every field must match. A field that is left out matches always, except that fields
finer than the finest one given take their lowest value: `{"hour": "1", "minute": "5"}` is once a day at 01:05:00. Times are UTC.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cached_property
from typing import Final

from delivery.errors import SubscriptionControlsInvalid

BOUNDS: Final[Mapping[str, tuple[int, int]]] = {
    "second": (0, 59),
    "minute": (0, 59),
    "hour": (0, 23),
    "dayOfMonth": (1, 31),
    "month": (1, 12),
    "dayOfWeek": (1, 7),
}
"""Lowest and highest value of each field; the first day of a week is Monday."""

LONGEST_FIELD: Final = 200
"""Characters of one field."""

FARTHEST: Final = 41 * 366
"""Days within which every schedule that fires at all fires: 29 February falls on each day of the week within 40 years."""

_FINER: Final = ("second", "minute", "hour", "dayOfMonth", "month")
_ELEMENT: Final = re.compile(
    r"(?:(?P<all>\*)|\[(?P<low>[0-9]{1,2})-(?P<high>[0-9]{1,2})\]|(?P<from>[0-9]{1,2})(?:-(?P<to>[0-9]{1,2}))?)(?:/(?P<step>[0-9]{1,2}))?"
)


@dataclass(frozen=True)
class Schedule:
    """The moments at which a query is executed."""

    fields: Mapping[str, str]
    """As they were given."""

    def __post_init__(self) -> None:
        if not self.fields:
            raise SubscriptionControlsInvalid("/schedule", "{}", f"name at least one of {', '.join(BOUNDS)}")
        for name in self.fields:
            if name not in BOUNDS:
                raise SubscriptionControlsInvalid(f"/schedule/{name}", name, f"the fields are {', '.join(BOUNDS)}")
        if self.next_after(datetime(2000, 1, 1, tzinfo=UTC)) is None:
            raise SubscriptionControlsInvalid(
                "/schedule", str(dict(self.fields)), "name a day that exists: this one never comes"
            )

    @cached_property
    def values(self) -> Mapping[str, frozenset[int]]:
        """Return the values that each field admits."""
        given = {name: _values(name, text) for name, text in self.fields.items()}
        finest = min(_FINER.index(name if name != "dayOfWeek" else "dayOfMonth") for name in given)
        found = {}
        for name, (low, high) in BOUNDS.items():
            if name in given:
                found[name] = given[name]
            elif name in _FINER[:finest]:
                found[name] = frozenset({low})
            else:
                found[name] = frozenset(range(low, high + 1))
        return found

    def matches(self, moment: datetime) -> bool:
        """Say whether a second of UTC is one at which the query is executed."""
        return self._is_day(moment.date()) and (
            moment.hour in self.values["hour"]
            and moment.minute in self.values["minute"]
            and moment.second in self.values["second"]
        )

    def next_after(self, moment: datetime) -> datetime | None:
        """Return the first matching second after a moment, or None where there never is one."""
        start = moment.astimezone(UTC).replace(microsecond=0) + timedelta(seconds=1)
        day = start.date()
        earliest = start.time()
        for _ in range(FARTHEST):
            if self._is_day(day):
                found = self._time_from(earliest)
                if found is not None:
                    return datetime.combine(day, found, UTC)
            if day.month not in self.values["month"]:
                day = date(day.year + day.month // 12, day.month % 12 + 1, 1)
            else:
                day += timedelta(days=1)
            earliest = time()
        return None

    def _is_day(self, day: date) -> bool:
        return (
            day.month in self.values["month"]
            and day.day in self.values["dayOfMonth"]
            and day.isoweekday() in self.values["dayOfWeek"]
        )

    def _time_from(self, earliest: time) -> time | None:
        """Return the first matching time of a day that is not before one."""
        hours, minutes, seconds = (sorted(self.values[name]) for name in ("hour", "minute", "second"))
        for hour in hours:
            if hour < earliest.hour:
                continue
            for minute in minutes:
                if (hour, minute) < (earliest.hour, earliest.minute):
                    continue
                for second in seconds:
                    if (hour, minute, second) >= (earliest.hour, earliest.minute, earliest.second):
                        return time(hour, minute, second)
        return None


def _values(name: str, text: str) -> frozenset[int]:
    low, high = BOUNDS[name]
    cure = f"write numbers from {low} to {high}, ranges as [{low}-{high}], and commas between them"
    if len(text) > LONGEST_FIELD:
        raise SubscriptionControlsInvalid(f"/schedule/{name}", text, cure)
    found: set[int] = set()
    for element in text.split(","):
        read = _ELEMENT.fullmatch(element.strip())
        if read is None:
            raise SubscriptionControlsInvalid(f"/schedule/{name}", text, cure)
        first, last = _ends(read, low, high)
        step = int(read["step"] or 1)
        if not low <= first <= last <= high or step < 1:
            raise SubscriptionControlsInvalid(f"/schedule/{name}", text, cure)
        found.update(range(first, last + 1, step))
    return frozenset(found)


def _ends(read: re.Match[str], low: int, high: int) -> tuple[int, int]:
    if read["all"]:
        return low, high
    if read["low"]:
        return int(read["low"]), int(read["high"])
    first = int(read["from"])
    if read["to"]:
        return first, int(read["to"])
    return first, high if read["step"] else first
