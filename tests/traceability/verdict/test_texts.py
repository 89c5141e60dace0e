"""Values as text: the same digits in every implementation."""

from decimal import Decimal

import pytest

from traceability.commitment import Instant, JsonText, Thing, Value
from traceability.verdict.texts import plain_digits, text_of


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        ("1.50", "1.50"), ("1E3", "1000"), ("1200", "1200"), ("-0.5", "-0.5"), ("0", "0"), ("0E3", "0"), ("-0", "0"), ("0.00", "0.00"),
        ("-0.0", "0.0"), ("12E-5", "0.00012"), ("-12E-1", "-1.2"), ("1E-3", "0.001"),
    ],
)  # fmt: skip
def test_a_number_is_written_plainly_with_its_own_zeros(number: str, expected: str) -> None:
    assert plain_digits(Decimal(number)) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (True, "true"),
        (False, "false"),
        ("冰箱", "冰箱"),
        (Decimal("2.0"), "2.0"),
        (Instant(-3, 5), "-3"),
        (Thing(7, bytes(32), "https://id.gs1.org/01/06901234000788"), "https://id.gs1.org/01/06901234000788"),
        (JsonText('{"a":1}'), '{"a":1}'),
    ],
)
def test_every_type_of_leaf_has_a_text(value: Value, expected: str) -> None:
    assert text_of(value) == expected


def test_what_is_no_number_is_written_as_it_is() -> None:
    assert plain_digits(Decimal("NaN")) == "NaN"
