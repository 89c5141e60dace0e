"""Schedules against an oracle that goes through every second, and against times that are known."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from delivery.errors import SubscriptionControlsInvalid
from delivery.schedule import BOUNDS, Schedule

START = datetime(2026, 11, 25, 3, 4, 5, tzinfo=UTC)
"""A Wednesday."""

PLACES = ("second", "minute", "hour", "dayOfMonth", "month", "dayOfWeek")


def shown(moment: datetime) -> dict[str, int]:
    """Return what a clock on the wall shows, by the names of the fields."""
    text = moment.strftime("%S %M %H %d %m %u")
    return dict(zip(PLACES, map(int, text.split()), strict=True))


def admitted(fields: dict[str, list[tuple[int, int]]], moment: datetime) -> bool:
    """Say by the standard's own words whether a query is executed: every field that is named has a matching value."""
    wall = shown(moment)
    for name, elements in fields.items():
        if not any(low <= wall[name] <= high for low, high in elements):
            return False
    order = ["second", "minute", "hour", "dayOfMonth", "month"]
    named = {"dayOfMonth" if name == "dayOfWeek" else name for name in fields}
    finest = min(order.index(name) for name in named)
    return all(wall[name] == BOUNDS[name][0] for name in order[:finest])


def written(elements: list[tuple[int, int]]) -> str:
    return ",".join(str(low) if low == high else f"[{low}-{high}]" for low, high in elements)


@st.composite
def fields(draw: st.DrawFn, names: tuple[str, ...]) -> dict[str, list[tuple[int, int]]]:
    chosen = draw(st.lists(st.sampled_from(names), min_size=1, max_size=3, unique=True))
    found = {}
    for name in chosen:
        low, high = BOUNDS[name]
        pairs = st.tuples(st.integers(low, high), st.integers(low, high)).map(lambda pair: (min(pair), max(pair)))
        found[name] = draw(st.lists(pairs, min_size=1, max_size=3))
    return found


@settings(max_examples=15, deadline=None)
@given(fields(("second", "minute", "hour")), st.integers(0, 86_399))
def test_the_next_time_of_a_day_is_the_first_that_every_field_admits(
    wanted: dict[str, list[tuple[int, int]]], offset: int
) -> None:
    start = START.replace(hour=0, minute=0, second=0) + timedelta(seconds=offset)
    found = Schedule({name: written(elements) for name, elements in wanted.items()}).next_after(start)

    moment = start + timedelta(seconds=1)
    while not admitted(wanted, moment):
        moment += timedelta(seconds=1)

    assert moment == found


@settings(max_examples=40, deadline=None)
@given(fields(("dayOfMonth", "month", "dayOfWeek", "hour")), st.integers(0, 3000))
def test_the_next_day_is_the_first_that_every_field_admits(wanted: dict[str, list[tuple[int, int]]], days: int) -> None:
    start = START.replace(minute=0, second=0) + timedelta(days=days)
    try:
        found = Schedule({name: written(elements) for name, elements in wanted.items()}).next_after(start)
    except SubscriptionControlsInvalid:
        # 30 February and 31 April: no day of 28 years is one.
        hours = (datetime(2000, 1, 1, tzinfo=UTC) + timedelta(days=each) for each in range(28 * 366))
        assert not any(admitted({"dayOfMonth": wanted["dayOfMonth"], "month": wanted["month"]}, day) for day in hours)
        return

    moment = start + timedelta(hours=1)
    while not admitted(wanted, moment):
        moment += timedelta(hours=1)

    assert moment == found


@settings(max_examples=200, deadline=None)
@given(fields(PLACES), st.datetimes(datetime(2000, 1, 1), datetime(2090, 1, 1)))
def test_a_moment_matches_exactly_where_every_field_does(
    wanted: dict[str, list[tuple[int, int]]], naive: datetime
) -> None:
    moment = naive.replace(tzinfo=UTC, microsecond=0)
    try:
        schedule = Schedule({name: written(elements) for name, elements in wanted.items()})
    except SubscriptionControlsInvalid:
        return

    assert admitted(wanted, moment) is schedule.matches(moment)


@pytest.mark.parametrize(
    ("schedule", "expected"),
    [
        ({"hour": "1", "minute": "5"}, "2026-11-26T01:05:00"),
        ({"second": "0/30"}, "2026-11-25T03:04:30"),
        ({"second": "*"}, "2026-11-25T03:04:06"),
        ({"minute": "0,30"}, "2026-11-25T03:30:00"),
        ({"minute": "5"}, "2026-11-25T03:05:00"),
        ({"hour": "[9-17]", "minute": "0", "dayOfWeek": "[1-5]"}, "2026-11-25T09:00:00"),
        ({"dayOfWeek": "7"}, "2026-11-29T00:00:00"),
        ({"dayOfMonth": "1"}, "2026-12-01T00:00:00"),
        ({"month": "2", "dayOfMonth": "29"}, "2028-02-29T00:00:00"),
        ({"month": "2", "dayOfMonth": "29", "dayOfWeek": "1"}, "2044-02-29T00:00:00"),
        ({"month": "1"}, "2027-01-01T00:00:00"),
        ({"minute": "[0-30]/10", "second": "15"}, "2026-11-25T03:10:15"),
        ({"hour": "22-23"}, "2026-11-25T22:00:00"),
    ],
)
def test_known_schedules_come_when_they_are_known_to(schedule: dict[str, str], expected: str) -> None:
    assert expected == Schedule(schedule).next_after(START).isoformat()[:19]  # type: ignore[union-attr]  # never None here


def test_the_moment_itself_is_not_the_next_one() -> None:
    moment = datetime(2026, 11, 25, 1, 5, tzinfo=UTC)

    assert moment + timedelta(days=1) == Schedule({"hour": "1", "minute": "5"}).next_after(moment)


def test_a_moment_within_a_second_counts_as_that_second() -> None:
    moment = datetime(2026, 11, 25, 1, 4, 59, 999_999, tzinfo=UTC)

    assert datetime(2026, 11, 25, 1, 5, tzinfo=UTC) == Schedule({"hour": "1", "minute": "5"}).next_after(moment)


@pytest.mark.parametrize(
    ("schedule", "place"),
    [
        ({}, "/schedule"),
        ({"year": "2027"}, "/schedule/year"),
        ({"second": "60"}, "/schedule/second"),
        ({"second": "-1"}, "/schedule/second"),
        ({"minute": "[5-1]"}, "/schedule/minute"),
        ({"minute": "0/0"}, "/schedule/minute"),
        ({"hour": ""}, "/schedule/hour"),
        ({"hour": "1,"}, "/schedule/hour"),
        ({"hour": "one"}, "/schedule/hour"),
        ({"hour": "１"}, "/schedule/hour"),
        ({"dayOfMonth": "0"}, "/schedule/dayOfMonth"),
        ({"month": "13"}, "/schedule/month"),
        ({"dayOfWeek": "0"}, "/schedule/dayOfWeek"),
        ({"dayOfWeek": "8"}, "/schedule/dayOfWeek"),
        ({"minute": ",".join(["1"] * 500)}, "/schedule/minute"),
        ({"month": "2", "dayOfMonth": "30"}, "/schedule"),
    ],
)
def test_a_schedule_that_cannot_be_is_refused_at_its_field(schedule: dict[str, str], place: str) -> None:
    with pytest.raises(SubscriptionControlsInvalid) as refused:
        Schedule(schedule)

    assert place == refused.value.place
