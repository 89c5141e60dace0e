"""Industrial-internet identifiers ``88.…/…`` and ``86.…/…``.

The prefix is issuer, industry and enterprise joined by dots (ABNF of the did:cn method specification; a prefix of two
segments names a second-level node itself). The suffix belongs to the enterprise and is kept byte for byte.
"""

import re

from traceability.identifiers.identifier import MAXIMUM_PREFIX, Identifier, Level, PrefixRule
from traceability.identifiers.invalid import IdentifierInvalid
from traceability.identifiers.scheme import CERTAIN, NO_LIKELIHOOD, Scheme

ISSUERS = ("86", "88")
"""The issuers of China's national system; other numbers are Handle prefixes of other systems."""
LONGEST_PREFIX = 64
"""The longest prefix, in characters."""
LONGEST = 255
"""The longest identifier, in bytes of UTF-8."""

_PREFIX = re.compile(r"(?:86|88)\.[0-9]{3,5}(?:\.[0-9]+)?")


def idis(prefix: str, suffix: str) -> Identifier:
    """Return the thing with this prefix and suffix."""
    verify_prefix(prefix)
    text = f"{prefix}/{suffix}"
    if not suffix:
        raise IdentifierInvalid(text, "suffix-missing", "Give the suffix behind the slash.", place=len(text))
    if not suffix.isprintable():
        raise IdentifierInvalid(text, "character", "A suffix has printable characters only.", place=len(prefix) + 1)
    if len(text.encode()) > LONGEST:
        raise IdentifierInvalid(text, "too-long", f"An identifier has at most {LONGEST} bytes.", place=LONGEST)
    return Identifier("idis", "idis", f"hdl:{text}", Level.ITEM, prefix, "", suffix, open_level=True, shown=text)


def idis_text(text: str) -> Identifier:
    """Return the thing that ``88.…/…`` names; the first slash ends the prefix."""
    prefix, _, suffix = text.partition("/")
    return idis(prefix, suffix)


def looks_like_idis(text: str) -> bool:
    """Return whether a text begins as an identifier of the national system does."""
    return text[:3] in {"86.", "88."}


def verify_prefix(prefix: str) -> None:
    """Raise unless this is issuer, industry (three to five digits) and perhaps enterprise, joined by dots."""
    if _PREFIX.fullmatch(prefix) and len(prefix) <= LONGEST_PREFIX:
        return
    segments = prefix.split(".")
    if segments[0] not in ISSUERS:
        raise IdentifierInvalid(prefix, "issuer", "The prefix begins with 86. or 88.")
    if len(prefix) > LONGEST_PREFIX:
        raise IdentifierInvalid(
            prefix, "too-long", f"A prefix has at most {LONGEST_PREFIX} characters.", place=LONGEST_PREFIX
        )
    if len(segments) < 2 or not re.fullmatch(r"[0-9]{3,5}", segments[1]):
        raise IdentifierInvalid(prefix, "industry", "Three to five digits follow the issuer.", place=3)
    raise IdentifierInvalid(
        prefix, "enterprise", "The third part of a prefix is digits, and there is no fourth.", place=3
    )


def _likelihood(text: str) -> int:
    return CERTAIN if looks_like_idis(text) else NO_LIKELIHOOD


SCHEME = Scheme(
    name="idis",
    title={"en": "industrial-internet identifier", "zh": "工业互联网标识"},
    source="did:cn method specification (ABNF of the prefix); documentation of the enterprise node IDHub",
    read=lambda text, _: idis_text(text),
    from_halves=idis,
    prefixes=PrefixRule(4, MAXIMUM_PREFIX, separator="."),
    likelihood=_likelihood,
    rank=20,
    reasons={
        "issuer": {"en": "It does not begin with 86. or 88.", "zh": "开头不是86.或88.。"},
        "industry": {"en": "The industry has three to five digits.", "zh": "行业代码应为三至五位数字。"},
        "enterprise": {"en": "The enterprise is digits.", "zh": "企业代码应为数字。"},
    },
    samples=("88.118.8/JXDY2106023", "88.101.0042/001", "86.709.612/cc", "88.3000/PRODUCT2", "hdl:88.118.8/a/b"),
)
