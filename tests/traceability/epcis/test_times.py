"""Times and offsets: read strictly, kept in one form."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from traceability.epcis.times import TimeUnreadable, milliseconds_of, moment_of, normal_offset, normal_time


@pytest.mark.parametrize(
    ("written", "normal"),
    [
        ("2026-03-04T11:00:30Z", "2026-03-04T11:00:30Z"),
        ("2026-03-04T11:00:30.000+08:00", "2026-03-04T03:00:30Z"),
        ("2026-03-04T11:00:30.120-06:30", "2026-03-04T17:30:30.12Z"),
        ("2026-03-04T11:00:30.123456789Z", "2026-03-04T11:00:30.123456789Z"),
        ("2026-03-04T11:00:30.123456789000Z", "2026-03-04T11:00:30.123456789Z"),
        ("2026-01-01T00:00:00+14:00", "2025-12-31T10:00:00Z"),
        ("2024-02-29T00:00:00-00:00", "2024-02-29T00:00:00Z"),
    ],
)
def test_a_time_has_one_form(written: str, normal: str) -> None:
    assert normal == normal_time(written)


@pytest.mark.parametrize(
    "text", ["", "now", "2026-03-04", "2026-03-04 11:00:30Z", "2026-03-04T11:00:30z", "2026-3-4T11:00:30Z"]
)
def test_what_is_no_time_is_refused(text: str) -> None:
    with pytest.raises(TimeUnreadable):
        normal_time(text)


@pytest.mark.parametrize(
    ("written", "normal"), [("Z", "+00:00"), ("-00:00", "+00:00"), ("+08:00", "+08:00"), ("-13:59", "-13:59")]
)
def test_an_offset_has_one_form(written: str, normal: str) -> None:
    assert normal == normal_offset(written)


@pytest.mark.parametrize("text", ["", "8", "+8:00", "+14:30", "+08:60", "+0800"])
def test_what_is_no_offset_is_refused(text: str) -> None:
    with pytest.raises(TimeUnreadable):
        normal_offset(text)


def test_the_last_millisecond_there_is_does_not_overflow() -> None:
    assert milliseconds_of("9999-12-31T23:59:59.9999Z") == "9999-12-31T23:59:59.999Z"


@given(st.datetimes(timezones=st.timezones()).filter(lambda moment: 1 < moment.year < 9999))
def test_the_moment_stays_the_same(moment: datetime) -> None:
    offset = moment.utcoffset()
    if offset is None or offset.total_seconds() % 60 or abs(offset.total_seconds()) > 14 * 3600:
        return

    assert moment.astimezone(UTC) == moment_of(normal_time(moment.isoformat()))
