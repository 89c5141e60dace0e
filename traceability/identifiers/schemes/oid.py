"""Object identifiers in dotted digits (ITU-T X.660, ISO/IEC 9834-1; RFC 3061 for the URN).

Every arc may be granted to somebody who numbers below it, so that a prefix ends before any dot.
"""

import re

from traceability.identifiers.identifier import MAXIMUM_PREFIX, Identifier, Level, PrefixRule
from traceability.identifiers.invalid import IdentifierInvalid
from traceability.identifiers.scheme import LIKELY, NO_LIKELIHOOD, Scheme

LONGEST = 255
"""The longest object identifier, in characters."""

_RULE = PrefixRule(3, MAXIMUM_PREFIX, separator=".", whole=False)
_BARE = re.compile(r"[0-2](?:\.[0-9]+){2,}")


def oid(text: str) -> Identifier:
    """Return what an object identifier stands for."""
    arcs = text.split(".")
    place = 0
    for arc in arcs:
        if not (arc.isascii() and arc.isdecimal()):
            raise IdentifierInvalid(text, "character", "An object identifier is numbers joined by dots.", place=place)
        if arc != "0" and arc.startswith("0"):
            cure = "The numbers of an object identifier have no leading zeros."
            raise IdentifierInvalid(text, "no-leading-zero", cure, place=place)
        place += len(arc) + 1
    if len(arcs) < 2:
        raise IdentifierInvalid(text, "length", "An object identifier has at least two numbers, such as 1.2.")
    if arcs[0] not in {"0", "1", "2"}:
        raise IdentifierInvalid(text, "arc", "The first number is 0, 1 or 2.")
    if arcs[0] != "2" and (len(arcs[1]) > 2 or int(arcs[1]) > 39):
        raise IdentifierInvalid(text, "arc", f"Below {arcs[0]}, the second number is at most 39.", place=2)
    if len(text) > LONGEST:
        cure = f"An object identifier has at most {LONGEST} characters."
        raise IdentifierInvalid(text, "too-long", cure, place=LONGEST)
    return Identifier("oid", "oid", f"urn:oid:{text}", Level.ITEM, text, "", "", _RULE, open_level=True, shown=text)


def _likelihood(text: str) -> int:
    return LIKELY if _BARE.fullmatch(text) else NO_LIKELIHOOD


SCHEME = Scheme(
    name="oid",
    title={"en": "object identifier", "zh": "对象标识符"},
    source="ITU-T X.660; RFC 3061; GB/T 26231",
    read=lambda text, _: oid(text),
    from_halves=lambda prefix, rest: oid(prefix + rest),
    prefixes=_RULE,
    marks={"urn:oid:": lambda text, _: oid(text), "oid:": lambda text, _: oid(text)},
    likelihood=_likelihood,
    rank=41,
    reasons={"arc": {"en": "There is no such arc of object identifiers.", "zh": "没有这样的对象标识符弧。"}},
    samples=("1.2.156.10197.1.401", "urn:oid:2.16.156.112", "oid:1.2.156.86"),
)
