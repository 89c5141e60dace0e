"""Unified social credit codes of organisations in China (GB 32100-2015, with the code of GB 11714 in them)."""

import re

from traceability.identifiers.identifier import Identifier, Level
from traceability.identifiers.invalid import IdentifierInvalid

ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
"""Digits and capital letters without I, O, S, V and Z; a character's value is its place."""

_VALUES = {character: value for value, character in enumerate(ALPHABET)}
_OUTSIDE = re.compile(f"[^{ALPHABET}]")
_OUTER_WEIGHTS = tuple(pow(3, place, 31) for place in range(17))
_INNER_WEIGHTS = (3, 7, 9, 10, 5, 8, 4, 2)
_AUTHORITIES = frozenset("123456789ANY")
_PROVINCE_CODES = (
    "10 11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82"
)
_PROVINCES = frozenset(_PROVINCE_CODES.split())
"""First two digits of GB/T 2260; 10 stands for bodies registered with the State itself."""


def uscc(code: str, *, strict: bool = True) -> Identifier:
    """Return the organisation with this code of 18 characters.

    Not strict, small letters are raised, and the inner check, authority and region are not looked at.
    """
    if not strict:
        code = code.upper()
    if len(code) != 18:
        raise IdentifierInvalid(
            code, "length", f"A unified social credit code has 18 characters; this has {len(code)}."
        )
    if wrong := _OUTSIDE.search(code):
        cure = f"{wrong.group()!r} is not used in these codes (no I, O, S, V, Z, no small letters)."
        raise IdentifierInvalid(code, "character", cure, place=wrong.start())
    if code[17] != outer_check(code[:17]):
        raise IdentifierInvalid(code, "check-digit", "Compare the code with the business licence.", place=17)
    if strict:
        _verify_parts(code)
    return Identifier("uscc", "uscc", f"uscc:{code}", Level.PARTY, code, "", "")


def outer_check(body: str) -> str:
    """Return the check character of the first 17 characters (GB 32100-2015 §5)."""
    total = sum(weight * _VALUES[character] for weight, character in zip(_OUTER_WEIGHTS, body, strict=True))
    return ALPHABET[-total % 31]


def inner_check(body: str) -> str:
    """Return the check character of the 8 characters of an organisation code (GB 11714)."""
    total = sum(weight * int(character, 36) for weight, character in zip(_INNER_WEIGHTS, body, strict=True))
    return "0123456789X"[-total % 11]


def _verify_parts(code: str) -> None:
    if code[0] not in _AUTHORITIES:
        raise IdentifierInvalid(code, "authority", "No registering authority has this first character.")
    if not code[2:8].isdecimal() or code[2:4] not in _PROVINCES:
        raise IdentifierInvalid(code, "region", "Characters 3 to 8 are the code of an administrative region.", place=2)
    if code[16] != inner_check(code[8:16]):
        cure = "The organisation code within is wrong: compare the code with the business licence."
        raise IdentifierInvalid(code, "inner-check", cure, place=16)
