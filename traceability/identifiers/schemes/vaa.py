"""VAA: codes under CAICT's number as an issuing agency (ISO/IEC 15459-2), kept as they are.

The lengths of the parts within are not published openly; only the characters and the whole length (ISO/IEC 15459-3) are
looked at, so that a prefix may end anywhere.
"""

import re

from traceability.identifiers.identifier import Identifier, Level, PrefixRule
from traceability.identifiers.invalid import IdentifierInvalid
from traceability.identifiers.scheme import LIKELY, NO_LIKELIHOOD, Scheme

LONGEST = 50
"""The longest code of ISO/IEC 15459, in characters."""

_RULE = PrefixRule(4, 24, whole=False)
_OUTSIDE = re.compile(r"[^0-9A-Z./_:-]")


def vaa(text: str) -> Identifier:
    """Return what a code that begins with VAA stands for."""
    if not text.startswith("VAA"):
        raise IdentifierInvalid(text, "agency", "A code of this agency begins with VAA.")
    if not 5 <= len(text) <= LONGEST:
        raise IdentifierInvalid(text, "length", f"Give 2 to {LONGEST - 3} characters behind VAA.", place=3)
    if wrong := _OUTSIDE.search(text):
        cure = f"Capital letters, digits and . / _ : - are allowed; {wrong.group()!r} is not among them."
        raise IdentifierInvalid(text, "character", cure, place=wrong.start())
    return Identifier("vaa", "vaa", f"vaa:{text}", Level.ITEM, text, "", "", _RULE, open_level=True)


def _read(text: str, strict: bool) -> Identifier:
    return vaa(text if strict else text.upper())


def _likelihood(text: str) -> int:
    return LIKELY if text.startswith("VAA") and len(text) > 7 else NO_LIKELIHOOD


SCHEME = Scheme(
    name="vaa",
    title={"en": "VAA code", "zh": "VAA编码"},
    source="ISO/IEC 15459-2, -3; CAICT, VAA coding guide (2021)",
    read=_read,
    from_halves=lambda prefix, rest: vaa(prefix + rest),
    prefixes=_RULE,
    marks={"vaa:": _read},
    likelihood=_likelihood,
    rank=45,
    reasons={"agency": {"en": "It is not of the agency VAA.", "zh": "开头不是发码机构代码VAA。"}},
    samples=("VAA12345678", "vaa:VAA1234ABCD0001"),
)
