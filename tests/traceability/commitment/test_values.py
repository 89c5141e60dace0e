"""Numbers are exact, times are finer than a clock, JSON has one spelling; all else is refused."""

import json
from datetime import UTC, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from traceability.commitment.instant import Instant, instant_of
from traceability.commitment.json_text import canonical_json, is_canonical_json, nests_within
from traceability.commitment.values import LeafType, decimal_bytes, instant_bytes, value_of
from traceability.errors import NumberNotCommittable, OpeningRefused, TimeNotCommittable, ValueNotCommittable

EXACT = st.builds(
    lambda mantissa, exponent: Decimal(f"{mantissa}E{exponent}"),
    st.integers(-(2**255), 2**255 - 1),
    st.integers(-(2**15), 2**15 - 1),
)


@given(EXACT)
def test_a_number_comes_back_with_mantissa_and_exponent_as_written(number: Decimal) -> None:
    read = value_of(LeafType.DECIMAL, decimal_bytes(number, "/n"), "/n")

    assert isinstance(read, Decimal)
    assert number.as_tuple()[1:] == read.as_tuple()[1:]
    assert number == read


@pytest.mark.parametrize(
    ("written", "exponent", "mantissa"),
    [("1.50", -2, 150), ("1E3", 3, 1), ("-0.25", -2, -25), ("0", 0, 0), ("0.00", -2, 0), ("-0", 0, 0), ("12", 0, 12)],
)
def test_a_number_is_committed_as_written(written: str, exponent: int, mantissa: int) -> None:
    data = decimal_bytes(Decimal(written), "/n")

    assert (exponent, mantissa) == (
        int.from_bytes(data[:2], "big", signed=True),
        int.from_bytes(data[2:], "big", signed=True),
    )


@pytest.mark.parametrize(
    "number",
    [
        2**255,
        -(2**255) - 1,
        Decimal(2**255),
        Decimal("1" * 79),
        Decimal("1E32768"),
        Decimal("1E-32769"),
        Decimal("NaN"),
        Decimal("Infinity"),
        Decimal("-Infinity"),
    ],
)
def test_a_number_out_of_range_is_refused_by_name_and_place(number: int | Decimal) -> None:
    with pytest.raises(NumberNotCommittable) as caught:
        decimal_bytes(number, "/quantity")

    assert caught.value.pointer == "/quantity"
    assert len(str(caught.value)) < 250


@pytest.mark.parametrize(
    ("text", "seconds", "nanoseconds"),
    [
        ("1970-01-01T00:00:00Z", 0, 0),
        ("1969-12-31T23:59:59.5Z", -1, 500_000_000),
        ("2026-05-01T10:00:00.123456789+08:00", 1777600800, 123_456_789),
        ("2026-05-01T10:00:00.1234567890000+08:00", 1777600800, 123_456_789),
        ("2026-05-01T10:00:00-14:00", 1777680000, 0),
        ("0001-01-01T00:00:00Z", -62135596800, 0),
    ],
)
def test_a_time_is_seconds_and_nanoseconds(text: str, seconds: int, nanoseconds: int) -> None:
    instant = instant_of(text, "/eventTime")

    assert Instant(seconds, nanoseconds) == instant
    assert instant == value_of(LeafType.TIME, instant_bytes(instant), "/eventTime")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2026-05-01",
        "2026-05-01T10:00:00",
        "2026-05-01 10:00:00Z",
        "2026-05-01t10:00:00z",
        "20260501T100000.0000Z",
        "2026-W01-1T10:00:00Z",
        "2026-02-30T10:00:00Z",
        "2026-05-01T24:00:00Z",
        "2026-05-01T10:00:60Z",
        "2026-05-01T10:00:00.Z",
        "2026-05-01T10:00:00,5Z",
        "2026-05-01T10:00:00.1234567891Z",
        "2026-05-01T10:00:00+0800",
        "2026-05-01T10:00:00+8:00",
        "2026-05-01T10:00:00+14:01",
        "2026-05-01T10:00:00+08:60",
        "2026-05-01T10:00:00*08:00",
        "2026-05-01T10:00:00.x+08:00",
        "２026-05-01T10:00:00Z",
        "2026-05-01T10:00:0+08:00",
    ],
)
def test_a_text_that_is_no_time_with_offset_is_refused(text: str) -> None:
    with pytest.raises(TimeNotCommittable):
        instant_of(text, "/eventTime")


@given(st.datetimes(timezones=st.just(UTC)))
def test_a_time_agrees_with_the_standard_library(time: datetime) -> None:
    assert time == instant_of(time.isoformat(), "/eventTime").datetime()


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ({"b": Decimal("1.0"), "a": Decimal("0.1")}, '{"a":0.1,"b":1}'),
        ([1, None, True, "x"], '[1,null,true,"x"]'),
        (Decimal("-0"), "0"),
        (Decimal("1E30"), "1e+30"),
        (2**53 - 1, "9007199254740991"),
        (10**22, "1e+22"),
        (Decimal(9007199254740994), "9007199254740994"),
        (("a", {"€": 1}), '["a",{"€":1}]'),
    ],
)
def test_json_has_the_text_of_rfc_8785(value: object, text: str) -> None:
    assert text == canonical_json(value).decode()
    assert is_canonical_json(text)


@pytest.mark.parametrize(
    "number",
    [
        2**53 + 1,
        10**300 + 1,
        10**400,
        Decimal("0.1000000000000000055511151231257827"),
        Decimal("1E400"),
        Decimal("1E401"),
        Decimal("1E309"),
        Decimal("1E-400"),
        Decimal("NaN"),
        0.5,
    ],
)
def test_a_number_that_a_double_does_not_carry_is_refused_in_json(number: object) -> None:
    with pytest.raises(NumberNotCommittable):
        canonical_json([number], "/x")


def test_what_json_does_not_know_is_refused() -> None:
    with pytest.raises(ValueNotCommittable):
        canonical_json([b"bytes"])
    with pytest.raises(ValueNotCommittable):
        canonical_json("\ud800")
    with pytest.raises(ValueNotCommittable):
        canonical_json({1: "a"})


def test_json_beyond_32_levels_is_refused() -> None:
    value: object = 1
    for _ in range(33):
        value = [value]

    with pytest.raises(ValueNotCommittable):
        canonical_json(value)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        '{"a": 1}',
        '{"a":1,"a":1}',
        "1.0",
        "[" * 40 + "]" * 40,
        "[" * 100_000,
        "9" * 5000,
        "NaN",
        '"\\u0041"',
        "1e400",
        "1e99999999999999999999",
    ],
)
def test_json_of_another_spelling_is_told(text: str) -> None:
    assert not is_canonical_json(text)


@pytest.mark.parametrize(
    ("leaf_type", "data"),
    [
        (LeafType.STRING, b"\xff"),
        (LeafType.DECIMAL, bytes(35)),
        (LeafType.TIME, bytes(11)),
        (LeafType.TIME, b"\xff" * 12),
        (LeafType.THING, bytes(33)),
        (LeafType.THING, bytes(33) + b"\xff"),
        (LeafType.JSON, b"{"),
        (LeafType.BOOLEAN, b""),
        (LeafType.BOOLEAN, b"\x02"),
        (LeafType.HEADER, b""),
    ],
)
def test_bytes_that_are_not_the_one_form_of_their_type_are_refused(leaf_type: LeafType, data: bytes) -> None:
    with pytest.raises(OpeningRefused):
        value_of(leaf_type, data, "/x")


JSON = st.recursive(
    st.none() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=20,
)


def depth_of(value: object) -> int:
    if isinstance(value, list | dict):
        return 1 + max(map(depth_of, value.values() if isinstance(value, dict) else value), default=0)
    return 0


@given(JSON)
def test_the_nesting_of_a_text_is_told_without_parsing_it(value: object) -> None:
    depth = depth_of(value)
    text = json.dumps(value, ensure_ascii=False)

    assert nests_within(text, depth)
    assert depth == 0 or not nests_within(text, depth - 1)


@pytest.mark.parametrize("text", ['"[[[', '"\\"[[["', '"\\', '"' * 100_001, "\\[", "]]]["])
def test_brackets_in_broken_texts_do_not_confuse_the_count(text: str) -> None:
    assert nests_within(text, 1)


def test_texts_that_would_end_the_process_are_told_by_their_nesting() -> None:
    assert not nests_within("[" * 10_000_000, 32)
    assert not nests_within('{"a":' * 1_000_000, 32)
