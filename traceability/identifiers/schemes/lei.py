"""Legal entity identifiers (ISO 17442-1, check digits by ISO/IEC 7064 MOD 97-10)."""

import re

from traceability.identifiers.check_digits import remainder_97
from traceability.identifiers.identifier import Identifier, Level, PrefixRule
from traceability.identifiers.invalid import IdentifierInvalid
from traceability.identifiers.scheme import LIKELY, NO_LIKELIHOOD, Scheme, empty_rest

_FORM = re.compile(r"[0-9A-Z]{18}[0-9]{2}")


def lei(code: str) -> Identifier:
    """Return the legal entity with this code of 20 characters."""
    if len(code) != 20:
        raise IdentifierInvalid(code, "length", f"A legal entity identifier has 20 characters; this has {len(code)}.")
    if not _FORM.fullmatch(code):
        cure = "A legal entity identifier has 18 capital letters or digits and two check digits."
        raise IdentifierInvalid(code, "character", cure)
    if remainder_97(code) != 1:
        raise IdentifierInvalid(code, "check-digit", "Compare the code with the register of the issuer.", place=18)
    return Identifier("lei", "lei", f"lei:{code}", Level.PARTY, code, "", "")


def _read(text: str, strict: bool) -> Identifier:
    return lei(text if strict else text.upper())


def _likelihood(text: str) -> int:
    if len(text) != 20 or not (text.isascii() and text.isalnum()) or (text.isdecimal() and text.startswith("00")):
        return NO_LIKELIHOOD
    return LIKELY


SCHEME = Scheme(
    name="lei",
    title={"en": "legal entity identifier", "zh": "全球法人识别编码"},
    source="ISO 17442-1; ISO/IEC 7064",
    read=_read,
    from_halves=empty_rest(lei, "lei"),
    prefixes=PrefixRule(20, 20),
    marks={"lei:": _read},
    likelihood=_likelihood,
    rank=8,
    samples=("529900T8BM49AURSDO55", "lei:213800KUD8LAJWSQ9D15"),
)
