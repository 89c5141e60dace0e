"""did:web: a domain, perhaps with a port and a path, as a decentralised identifier (W3C CCG did:web method).

The domain is the prefix; whoever holds it names what is below it. Without a path it is the domain's owner.
"""

import re

from traceability.identifiers.identifier import MAXIMUM_PREFIX, Identifier, Level, PrefixRule
from traceability.identifiers.invalid import IdentifierInvalid
from traceability.identifiers.scheme import Scheme

LONGEST = 512
"""The longest did:web, in characters."""

_RULE = PrefixRule(3, MAXIMUM_PREFIX, separator=":", whole=False)
_HOST = re.compile(r"(?=.{1,253}$)[0-9a-z](?:[0-9a-z-]{0,61}[0-9a-z])?(?:\.[0-9a-z](?:[0-9a-z-]{0,61}[0-9a-z])?)*")
_PORT = re.compile(r"[1-9][0-9]{0,4}")
_SEGMENT = re.compile(r"(?:[0-9A-Za-z._-]|%[0-9A-Fa-f]{2})+")


def did_web(text: str) -> Identifier:
    """Return what stands behind ``did:web:``."""
    if len(text) > LONGEST:
        raise IdentifierInvalid(text, "too-long", f"A did:web has at most {LONGEST} characters.", place=LONGEST)
    domain, *path = text.split(":")
    host, port_mark, port = re.sub("%3a", "%3A", domain).partition("%3A")
    host = host.lower()
    if not _HOST.fullmatch(host) or host.replace(".", "").isdecimal():
        raise IdentifierInvalid(text, "domain", "A did:web begins with the name of a domain, not with an address.")
    if port_mark and not (_PORT.fullmatch(port) and int(port) < 65536):
        raise IdentifierInvalid(text, "domain", "Behind %3A stands a port.", place=len(host) + 3)
    place = len(domain) + 1
    for segment in path:
        if not _SEGMENT.fullmatch(segment):
            cure = "Between colons stand letters, digits, '.', '_', '-' and percent-encoded bytes."
            raise IdentifierInvalid(text, "character", cure, place=min(place, len(text)))
        place += len(segment) + 1
    whole = ":".join((host + port_mark + port, *path))
    level = Level.ITEM if path else Level.PARTY
    return Identifier("didweb", "did:web", f"did:web:{whole}", level, whole, "", "", _RULE, open_level=True)


def _read(text: str, _: bool) -> Identifier:
    return did_web(text.removeprefix("did:web:"))


SCHEME = Scheme(
    name="did:web",
    title={"en": "did:web", "zh": "did:web分布式标识"},
    source="W3C Credentials Community Group, did:web method specification",
    read=_read,
    from_halves=lambda prefix, rest: did_web(prefix + rest),
    namespace="didweb",
    prefixes=_RULE,
    marks={"did:web:": _read},
    rank=63,
    reasons={"domain": {"en": "It does not begin with a domain.", "zh": "开头不是域名。"}},
    samples=("did:web:example.com", "did:web:example.com%3A8443:things:7"),
)
