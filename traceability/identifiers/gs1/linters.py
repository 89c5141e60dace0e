"""The checks of values that GS1's Barcode Syntax Dictionary names: dates, countries, check digits, pieces, coordinates.

A check says nothing where the value is right; else the reason, the first character that is wrong, and the cure. The
checks of coupons stand in coupons.py, the lists of codes in code_lists.py.
"""

import re
from calendar import isleap, monthrange
from collections.abc import Callable, Mapping

from traceability.identifiers.check_digits import gs1_check_digit, gs1_check_pair, remainder_97
from traceability.identifiers.gs1 import code_lists
from traceability.identifiers.gs1.coupons import coupon, positive_offer
from traceability.identifiers.gs1.faults import Fault
from traceability.identifiers.identifier import MINIMUM_GS1_PREFIX

Linter = Callable[[str], Fault | None]

_BROKEN_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
_IBAN = re.compile(r"[A-Z]{2}[0-9]{2}[0-9A-Z]{10,30}")
_MEDIA = frozenset({f"{number:02}" for number in (*range(1, 11), *range(80, 100))})
_IMPORTERS = re.compile(r"[-0-9A-Z_a-z]")
_LAST_DAYS = {f"{month:02}": str(monthrange(2001, month)[1]) for month in range(1, 13)}
_SEQUENCE = re.compile(r"([1-9])/([1-9])")


def _check_digit(value: str) -> Fault | None:
    right = gs1_check_digit(value[:-1])
    if value[-1] == right:
        return None
    cure = f"The check digit of {value[:-1]} is {right}: read the code again or correct its digits."
    return "check-digit", len(value) - 1, cure


def _check_pair(value: str) -> Fault | None:
    if len(value) < 3 or gs1_check_pair(value[:-2]) != value[-2:]:
        return "check-pair", max(len(value) - 2, 0), "Read the code again: its last two characters check the others."
    return None


def _company_prefix(value: str) -> Fault | None:
    if len(value) >= MINIMUM_GS1_PREFIX and value[:MINIMUM_GS1_PREFIX].isdecimal():
        return None
    return "company-prefix", 0, "The value begins with a GS1 company prefix, which is digits."


def _company_prefix_second(value: str) -> Fault | None:
    return _company_prefix(value[1:])


def _day(year: int, month: str, day: str, place: int, *, may_be_open: bool) -> Fault | None:
    if not "01" <= month <= "12":
        return "date", place, f"There is no month {month}; a date is written year, month, day."
    if may_be_open and day == "00":
        return None
    last = _LAST_DAYS[month]
    if month == "02" and isleap(year):
        last = "29"
    if not "01" <= day <= last:
        return "date", place + 2, f"There is no day {day} in month {month} of {year}."
    return None


def _short_date(value: str) -> Fault | None:
    return _day(2000 + int(value[:2]), value[2:4], value[4:6], 2, may_be_open=False)


def _short_date_or_month(value: str) -> Fault | None:
    return _day(2000 + int(value[:2]), value[2:4], value[4:6], 2, may_be_open=True)


def _long_date(value: str) -> Fault | None:
    if value[:4] == "0000":
        return "date", 0, "There is no year 0000."
    return _day(int(value[:4]), value[4:6], value[6:8], 4, may_be_open=False)


def _hour(value: str) -> Fault | None:
    return None if value[:2] <= "23" else ("time", 0, f"There is no hour {value[:2]}; hours go from 00 to 23.")


def _sixtieth(value: str) -> Fault | None:
    return None if value <= "59" else ("time", 0, f"There is no minute or second {value}; they go from 00 to 59.")


def _hour_and_minute(value: str) -> Fault | None:
    if fault := _hour(value):
        return fault
    return None if value[2:4] <= "59" else ("time", 2, f"There is no minute {value[2:4]}; they go from 00 to 59.")


def _country(value: str) -> Fault | None:
    if value in code_lists.COUNTRIES:
        return None
    return "country", 0, f"{value} is no number of a country (ISO 3166-1), such as 156 for China."


def _country_or_any(value: str) -> Fault | None:
    return None if value == "999" else _country(value)


def _country_letters(value: str) -> Fault | None:
    if value in code_lists.COUNTRY_LETTERS:
        return None
    return "country", 0, f"{value} does not stand for a country (ISO 3166-1), as CN for China does."


def _currency(value: str) -> Fault | None:
    if value in code_lists.CURRENCIES:
        return None
    return "currency", 0, f"{value} is no number of a currency (ISO 4217), such as 156 for the yuan."


def _package_type(value: str) -> Fault | None:
    if value in code_lists.PACKAGE_TYPES:
        return None
    return "package-type", 0, f"{value} is no type of package (UN/ECE Recommendation 21), such as PX for a pallet."


def _percent_encoding(value: str) -> Fault | None:
    if broken := _BROKEN_PERCENT.search(value):
        return "percent-encoding", broken.start(), "A percent sign is followed by two hexadecimal digits."
    return None


def _within(reason: str, longest: str, cure: str) -> Linter:
    return lambda value: None if value <= longest else (reason, 0, cure)


def _one_of(reason: str, allowed: str) -> Linter:
    cure = f"Here stands one of {', '.join(allowed)}."
    return lambda value: None if len(value) == 1 and value in allowed else (reason, 0, cure)


def _importer(value: str) -> Fault | None:
    if _IMPORTERS.fullmatch(value):
        return None
    return "importer-index", 0, "The last sign is a letter, a digit, '-' or '_'."


def _media(value: str) -> Fault | None:
    return None if value in _MEDIA else ("media-type", 0, "A type of medium is 01 to 10, or 80 to 99 among partners.")


def _sequence(value: str) -> Fault | None:
    match = _SEQUENCE.fullmatch(value)
    if match and match.group(1) <= match.group(2):
        return None
    return "sequence", 0, "Write the place and the count with a slash, such as 1/2."


def _zero(value: str) -> Fault | None:
    return None if not value.strip("0") else ("leading-zero", 0, "A zero stands here, before the digits of the key.")


def _nonzero(value: str) -> Fault | None:
    return None if value.strip("0") else ("zero", 0, "This number cannot be zero.")


def _no_leading_zero(value: str) -> Fault | None:
    return ("no-leading-zero", 0, "This number is written without leading zeros.") if value[:1] == "0" < value else None


def _has_other_than_digits(value: str) -> Fault | None:
    return (
        ("digits-only", 0, "This value holds at least one character that is no digit.") if value.isdecimal() else None
    )


def _piece(value: str) -> Fault | None:
    half = len(value) // 2
    if int(value[:half]) > 0 and value[:half] <= value[half:]:
        return None
    return "piece", 0, "The number of the piece is at least 01 and at most the count of pieces."


def _account(value: str) -> Fault | None:
    if not _IBAN.fullmatch(value) or value[:2] not in code_lists.COUNTRY_LETTERS:
        return "iban", 0, "An account number (IBAN) begins with the letters of a country and two check digits."
    if remainder_97(value[4:] + value[:4]) != 1:
        return "iban", 2, "The check digits of the account number are wrong: compare it with its source."
    return None


CHECK_DIGIT: Linter = _check_digit
"""The check that even lenient readers make."""
LINTERS: Mapping[str, Linter] = {
    "couponcode": coupon,
    "couponposoffer": positive_offer,
    "csum": _check_digit,
    "csumalpha": _check_pair,
    "gcppos1": _company_prefix,
    "gcppos2": _company_prefix_second,
    "hasnondigit": _has_other_than_digits,
    "hh": _hour,
    "hhmi": _hour_and_minute,
    "hyphen": _one_of("hyphen", "-"),
    "iban": _account,
    "importeridx": _importer,
    "iso3166": _country,
    "iso3166999": _country_or_any,
    "iso3166alpha2": _country_letters,
    "iso4217": _currency,
    "iso5218": _one_of("sex", "0129"),
    "latitude": _within("latitude", "1800000000", "A latitude is (degrees + 90) × 10⁷, at most 1800000000."),
    "longitude": _within("longitude", "3600000000", "A longitude is (degrees + 180) × 10⁷, at most 3600000000."),
    "mediatype": _media,
    "mi": _sixtieth,
    "nonzero": _nonzero,
    "nozeroprefix": _no_leading_zero,
    "packagetype": _package_type,
    "pcenc": _percent_encoding,
    "pieceoftotal": _piece,
    "posinseqslash": _sequence,
    "ss": _sixtieth,
    "winding": _one_of("winding", "019"),
    "yesno": _one_of("yes-no", "01"),
    "yymmd0": _short_date_or_month,
    "yymmdd": _short_date,
    "yyyymmdd": _long_date,
    "zero": _zero,
}
"""Every check by its name in the dictionary."""
