"""Vehicle identification numbers (ISO 3779, ISO 3780; GB 16735; 49 CFR 565).

The first three characters name the maker; where the third is 9, a small maker, characters 12 to 14 belong to its name.
North America and China require a check digit at the ninth place, other regions use that place as they like.
"""

import re

from traceability.identifiers.identifier import Identifier, Level, PrefixRule
from traceability.identifiers.invalid import IdentifierInvalid
from traceability.identifiers.scheme import LIKELY, NO_LIKELIHOOD, POSSIBLE, Scheme

_FORM = re.compile(r"[0-9A-HJ-NPR-Z]{17}")
_OUTSIDE = re.compile(r"[^0-9A-HJ-NPR-Z]")
_WEIGHTS = (8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2)
_VALUES = dict(zip("0123456789ABCDEFGHJKLMNPRSTUVWXYZ", map(int, "012345678912345678123457923456789"), strict=True))
_GS1_KEYS = ("253", "255", "401", "8003", "8004", "8006", "8010", "8013")
"""Beginnings of element strings of GS1 keys that may have 17 characters; they come first."""
_CHECKED_REGIONS = frozenset("12345L")
"""First characters of North America (1 to 5) and China (L)."""


def vin(code: str, *, strict: bool = True) -> Identifier:
    """Return the vehicle with this number.

    Not strict, small letters are raised and the check digit is not looked at.
    """
    if not strict:
        code = code.upper()
    if len(code) != 17:
        raise IdentifierInvalid(code, "length", f"A vehicle number has 17 characters; this has {len(code)}.")
    if wrong := _OUTSIDE.search(code):
        cure = f"{wrong.group()!r} is not used in vehicle numbers (no I, O, Q, no small letters)."
        raise IdentifierInvalid(code, "character", cure, place=wrong.start())
    if strict and code[0] in _CHECKED_REGIONS and code[8] != check_digit(code):
        cure = f"The ninth character would be {check_digit(code)}: compare the number with the vehicle."
        raise IdentifierInvalid(code, "check-digit", cure, place=8)
    maker, rest = _parts(code)
    return Identifier("vin", "vin", f"vin:{code}", Level.ITEM, maker, "", rest)


def check_digit(code: str) -> str:
    """Return what stands at the ninth place of a number with a check digit."""
    total = sum(weight * _VALUES[character] for weight, character in zip(_WEIGHTS, code, strict=True))
    return "0123456789X"[total % 11]


def _parts(code: str) -> tuple[str, str]:
    if code[2] == "9":
        return code[:3] + code[11:14], code[3:11] + code[14:]
    return code[:3], code[3:]


def _from_halves(maker: str, rest: str) -> Identifier:
    if len(maker) + len(rest) != 17:
        raise IdentifierInvalid(rest, "rest", "Maker and rest of a vehicle number have 17 characters together.")
    return vin(maker + rest if len(maker) == 3 else maker[:3] + rest[:8] + maker[3:] + rest[8:])


def _read(text: str, strict: bool) -> Identifier:
    return vin(text, strict=strict)


def _likelihood(text: str) -> int:
    if len(text) != 17 or text.isdecimal() or not _FORM.fullmatch(text.upper()):
        return NO_LIKELIHOOD
    if not text[-4:].isdecimal():
        return NO_LIKELIHOOD
    return POSSIBLE if text.startswith(_GS1_KEYS) else LIKELY


SCHEME = Scheme(
    name="vin",
    title={"en": "vehicle identification number", "zh": "车辆识别代号"},
    source="ISO 3779, ISO 3780; GB 16735; 49 CFR 565",
    read=_read,
    from_halves=_from_halves,
    prefixes=PrefixRule(3, 6),
    marks={"vin:": _read},
    likelihood=_likelihood,
    rank=35,
    samples=("1M8GDM9AXKP042788", "vin:11111111111111111", "WAUZZZ8K9BA123456", "VF9AA1234B5678901"),
)
