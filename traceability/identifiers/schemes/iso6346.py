"""Freight containers (ISO 6346): owner, category, serial number, check digit; in EPCIS ``urn:epc:id:bic:``.

The owner's three letters are the prefix, which the Bureau International des Containers registers.
"""

import re

from traceability.identifiers.identifier import Identifier, Level, PrefixRule
from traceability.identifiers.invalid import IdentifierInvalid
from traceability.identifiers.scheme import CERTAIN, NO_LIKELIHOOD, Scheme

_FORM = re.compile(r"[A-Z]{3}[UJZR][0-9]{7}")
_BARE = re.compile(r"[A-Za-z]{4}[0-9]{7}")
_LETTER_VALUES = (value for value in range(10, 39) if value % 11)
"""Letters count from 10 on, multiples of 11 left out."""
_VALUES = dict(zip("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ", (*range(10), *_LETTER_VALUES), strict=True))


def container(code: str) -> Identifier:
    """Return the container with this number of eleven characters."""
    if len(code) != 11:
        raise IdentifierInvalid(code, "length", f"A container number has 11 characters; this has {len(code)}.")
    if not _FORM.fullmatch(code):
        cure = "Three letters of the owner, U, J, Z or R, six digits and a check digit."
        place = next((at for at, sign in enumerate(code) if not _fits(sign, at)), 0)
        raise IdentifierInvalid(code, "character", cure, place=place)
    right = check_digit(code[:10])
    if code[10] != right:
        cure = f"The check digit of {code[:10]} is {right}: compare the number with the container."
        raise IdentifierInvalid(code, "check-digit", cure, place=10)
    return Identifier(
        "iso6346", "container", f"urn:epc:id:bic:{code}", Level.ITEM, code[:3], "", code[3:10], shown=code
    )


def check_digit(body: str) -> str:
    """Return the check digit of ten characters: values times powers of two, modulo 11, modulo 10."""
    return str(sum(_VALUES[sign] << place for place, sign in enumerate(body)) % 11 % 10)


def _fits(sign: str, place: int) -> bool:
    if place < 3:
        return "A" <= sign <= "Z"
    return sign in "UJZR" if place == 3 else "0" <= sign <= "9"


def _from_halves(owner: str, rest: str) -> Identifier:
    body = owner + rest
    if not _FORM.fullmatch(f"{body}0"):
        raise IdentifierInvalid(rest, "rest", "The rest of a container number is its category and six digits.")
    return container(body + check_digit(body))


def _read(text: str, strict: bool) -> Identifier:
    return container(text if strict else text.upper().replace(" ", "").replace("-", ""))


def _likelihood(text: str) -> int:
    return CERTAIN if _BARE.fullmatch(text) else NO_LIKELIHOOD


SCHEME = Scheme(
    name="iso6346",
    title={"en": "freight container", "zh": "集装箱箱号"},
    source="ISO 6346; EPC Tag Data Standard (BIC)",
    read=_read,
    from_halves=_from_halves,
    prefixes=PrefixRule(3, 3),
    marks={"urn:epc:id:bic:": _read, "iso6346:": _read},
    likelihood=_likelihood,
    rank=36,
    samples=("CSQU3054383", "iso6346:TCNU7200794", "urn:epc:id:bic:TOLU4734787"),
)
