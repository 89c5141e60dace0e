"""The values of GS1 application identifiers: their form, and every check that the dictionary names."""

import pytest

from traceability.identifiers.gs1.application_identifiers import APPLICATION_IDENTIFIERS, covers, found_at
from traceability.identifiers.gs1.linters import LINTERS

RIGHT = [
    ("00", "369012340000000079"),
    ("10", "A/1"),
    ("11", "261100"),
    ("17", "280229"),
    ("253", "6901234000016D1"),
    ("255", "69012340000167"),
    ("3103", "001250"),
    ("3932", "1561999"),
    ("4307", "CN"),
    ("4309", "12715000003027810000"),
    ("4300", "Qingdao%20Cold"),
    ("4321", "1"),
    ("4324", "2601012359"),
    ("4331", "000200-"),
    ("7003", "2601012359"),
    ("7007", "260101260131"),
    ("7030", "999ABC"),
    ("7040", "1ABC"),
    ("7041", "PX"),
    ("7241", "80"),
    ("7250", "20000229"),
    ("7252", "9"),
    ("7258", "1/2"),
    ("8001", "12345678901211"),
    ("8003", "06901234000016S1"),
    ("8006", "069012345678920102"),
    ("8007", "GB29NWBK60161331926819"),
    ("8008", "2601011259"),
    ("8008", "260101125959"),
    ("8011", "0"),
    ("8013", "1987654Ad4X4bL5ttr2310c2K"),
    ("8014", "1987654Ad4X4bL5ttr2310c2K"),
    ("8030", "AZ-_09"),
    ("8110", "106141416543213150110120"),
    ("8112", "001234561234560123456"),
]
WRONG = [
    ("00", "369012340000000078", "check-digit"),
    ("01", "0690123456789", "length"),
    ("10", "A#1", "character"),
    ("10", "", "length"),
    ("17", "261301", "date"),
    ("17", "260230", "date"),
    ("4326", "260100", "date"),
    ("7250", "00000101", "date"),
    ("253", "6901234000017D1", "check-digit"),
    ("401", "69X1", "company-prefix"),
    ("422", "157", "country"),
    ("4307", "XX", "country"),
    ("7030", "000ABC", "country"),
    ("3911", "0011", "currency"),
    ("4300", "Qingdao%2", "percent-encoding"),
    ("4309", "18000000013600000000", "latitude"),
    ("4309", "18000000003600000001", "longitude"),
    ("4321", "2", "yes-no"),
    ("4324", "2601012460", "time"),
    ("7003", "2601012360", "time"),
    ("4331", "000200+", "hyphen"),
    ("7040", "1AB+", "importer-index"),
    ("7041", "QZQZ", "package-type"),
    ("7241", "11", "media-type"),
    ("7252", "3", "sex"),
    ("7258", "3/2", "sequence"),
    ("7258", "12/", "sequence"),
    ("8001", "00005678901211", "zero"),
    ("8001", "12345678901221", "winding"),
    ("8003", "16901234000016S1", "leading-zero"),
    ("8006", "069012345678920201", "piece"),
    ("8007", "GB28NWBK60161331926819", "iban"),
    ("8007", "ZZ29NWBK60161331926819", "iban"),
    ("8008", "2601012459", "time"),
    ("8008", "2601011260", "time"),
    ("8008", "260101125960", "time"),
    ("8011", "007", "no-leading-zero"),
    ("8013", "1987654Ad4X4bL5ttr2310c2X", "check-pair"),
    ("8014", "1234567890123", "check-pair"),
    ("8030", "A/B", "character"),
]


@pytest.mark.parametrize(("number", "value"), RIGHT)
def test_a_right_value_has_no_fault(number: str, value: str) -> None:
    assert APPLICATION_IDENTIFIERS[number].fault(value) is None


@pytest.mark.parametrize(("number", "value", "reason"), WRONG)
def test_a_wrong_value_is_told_with_reason_place_and_cure(number: str, value: str, reason: str) -> None:
    found = APPLICATION_IDENTIFIERS[number].fault(value)

    assert found is not None
    assert (reason, True, True) == (found[0], 0 <= found[1] <= len(value), bool(found[2]))


def test_every_check_is_used_by_some_value() -> None:
    used = {linter for row in APPLICATION_IDENTIFIERS.values() for part in row.components for linter in part.linters}

    assert set(LINTERS.values()) == used


def test_what_holds_other_than_digits_is_asked_for_where_it_must() -> None:
    assert LINTERS["hasnondigit"]("123")
    assert LINTERS["hasnondigit"]("12A") is None
    assert LINTERS["csumalpha"]("22")
    assert LINTERS["gcppos2"]("06901") is None


def coupon_fault(text: str) -> str | None:
    fault = APPLICATION_IDENTIFIERS["8110"].fault(text)
    return None if fault is None else f"{fault[1]} {fault[2]}"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("106141416543213150110120" + "1", "25 The coupon's additional purchase rule has 1 digits, 0 are left."),
        ("106141416543213150110120" + "1" + "0" + "11" + "0" + "123" + "9", None),
        ("106141416543213150110120" + "2" + "11" + "0" + "123" + "0614141", None),
        ("106141416543213150110120" + "3261231" + "4260101", None),
        ("106141416543213150110120" + "4260101", None),
        ("106141416543213150110120" + "50123456" + "61" + "6901234", None),
        ("106141416543213150110120" + "90111", None),
        ("A", "0 The coupon's data is digits only."),
        ("7", "0 The coupon's length of the company prefix is one of 0, 1, 2, 3, 4, 5, 6, not 7."),
        ("01", "1 The coupon's company prefix has 6 digits, 1 are left."),
        ("106141416543213150110120" + "3261301", "25 The coupon's expiration date 261301 is no date."),
        ("106141416543213150110120" + "3260101" + "4261231", "32 The coupon's start date is after its expiration."),
        ("106141416543213150110120" + "4260101" + "3261231", "31 The coupon's fields ascend, each once."),
        ("106141416543213150110120" + "8", "24 The coupon's next field is one of 1, 2, 3, 4, 5, 6, 9, not 8."),
    ],
)
def test_a_coupon_is_read_field_by_field(text: str, says: str | None) -> None:
    assert says == coupon_fault(text)


@pytest.mark.parametrize("text", ["2", "07", "00123456123456012345", "0012345612345601234567", "00123456A"])
def test_a_positive_offer_that_does_not_end_where_it_says_is_refused(text: str) -> None:
    fault = APPLICATION_IDENTIFIERS["8112"].fault(text)

    assert fault is not None
    assert "coupon" == fault[0]


def test_an_application_identifier_is_found_by_its_first_digits() -> None:
    for text, number in (("0106", "01"), ("3103001", "3103"), ("2531", "253"), ("10A", "10"), ("80081", "8008")):
        found = found_at(text)
        assert found is not None
        assert number == found.number
    assert [None, None, None] == [found_at("04"), found_at(""), found_at("8099")]
    assert (True, False, False) == (covers("31nn", "3103"), covers("31nn", "310"), covers("01", "02"))


def test_keys_qualifiers_and_attributes_are_told_apart() -> None:
    known = APPLICATION_IDENTIFIERS

    assert 16 == sum(row.is_key for row in known.values())
    assert (("22", "10", "21"), ("235",)) == known["01"].qualifiers
    assert (True, False) == (known["17"].is_attribute, known["21"].is_attribute)
    assert (True, False) == (known["01"].ends_itself, known["10"].ends_itself)
    assert (14, 14, 13, 30) == (known["01"].shortest, known["01"].longest, known["253"].shortest, known["253"].longest)
    assert "BATCH/LOT" == known["10"].title
