"""Handles: a naming authority and a local name (RFC 3650 to 3652); a DOI is one (ISO 26324).

The first slash ends the naming authority; the local name is kept byte for byte. Prefixes of China's national system
(86., 88.) are Handles too and are read as such (idis.py).
"""

import re

from traceability.identifiers.gs1.digital_link import percent_decoded
from traceability.identifiers.identifier import MAXIMUM_PREFIX, Identifier, Level, PrefixRule
from traceability.identifiers.invalid import IdentifierInvalid
from traceability.identifiers.scheme import LIKELY, NO_LIKELIHOOD, Scheme
from traceability.identifiers.schemes.idis import idis_text, looks_like_idis

LONGEST = 2048
"""The longest Handle, in bytes of UTF-8."""

_AUTHORITY = re.compile(r"[0-9A-Za-z_-]+(?:\.[0-9A-Za-z_-]+)*")
_BARE = re.compile(r"(?:10|11|20|21)\.[0-9A-Za-z._-]+/.")


def handle(authority: str, name: str) -> Identifier:
    """Return what a naming authority and a local name stand for."""
    text = f"{authority}/{name}"
    if not _AUTHORITY.fullmatch(authority) or len(authority) > MAXIMUM_PREFIX:
        cure = f"The naming authority is names joined by dots, of at most {MAXIMUM_PREFIX} characters."
        raise IdentifierInvalid(text, "naming-authority", cure)
    if not name:
        raise IdentifierInvalid(text, "suffix-missing", "Give the local name behind the slash.", place=len(text))
    if not name.isprintable():
        raise IdentifierInvalid(text, "character", "A name has printable characters only.", place=len(authority) + 1)
    if len(text.encode(errors="surrogatepass")) > LONGEST:
        raise IdentifierInvalid(text, "too-long", f"A Handle has at most {LONGEST} bytes.", place=LONGEST)
    return Identifier("handle", "handle", f"hdl:{text}", Level.ITEM, authority, "", name, open_level=True, shown=text)


def handle_text(text: str) -> Identifier:
    """Return what a Handle without mark stands for: one of the national system, or of another authority."""
    if looks_like_idis(text):
        return idis_text(text)
    authority, _, name = text.partition("/")
    return handle(authority, name)


def _from_halves(prefix: str, rest: str) -> Identifier:
    if looks_like_idis(prefix):
        raise IdentifierInvalid(prefix, "prefix", "Prefixes that begin with 86. or 88. belong to the scheme idis.")
    return handle(prefix, rest)


def _likelihood(text: str) -> int:
    return LIKELY if _BARE.match(text) else NO_LIKELIHOOD


SCHEME = Scheme(
    name="handle",
    title={"en": "Handle", "zh": "Handle标识"},
    source="RFC 3650, RFC 3651, RFC 3652; ISO 26324 (DOI)",
    read=lambda text, _: handle_text(text),
    from_halves=_from_halves,
    prefixes=PrefixRule(1, MAXIMUM_PREFIX, separator="."),
    marks={
        "hdl:": lambda text, _: handle_text(text),
        "doi:": lambda text, _: handle_text(text),
        "info:hdl/": lambda text, _: handle_text(percent_decoded(text)),
        "info:doi/": lambda text, _: handle_text(percent_decoded(text)),
    },
    likelihood=_likelihood,
    rank=40,
    reasons={"naming-authority": {"en": "It has no naming authority of a Handle.", "zh": "没有Handle命名授权部分。"}},
    samples=("10.1000/182", "hdl:20.500.12345/ABC", "doi:10.1000/182", "info:hdl/10.1000/a%20b"),
)
