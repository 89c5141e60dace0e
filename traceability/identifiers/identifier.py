"""An identifier in its canonical form and its two halves, as docs/formats.md §1 fixes them."""

import re
from dataclasses import dataclass, field
from enum import Enum
from urllib.parse import quote, unquote

from traceability.identifiers.gs1.epc_urn_text import epc_urn_of

MINIMUM_GS1_PREFIX = 4
"""The shortest prefix that may be granted under ``gs1``, in digits."""
MAXIMUM_GS1_PREFIX = 12
"""The longest prefix that may be granted under ``gs1``, in digits."""
MAXIMUM_PREFIX = 64
"""The longest prefix that the chain grants, in characters."""
CANONICAL_DOMAIN = "https://id.gs1.org/"
"""The origin of every canonical GS1 Digital Link (GS1 Digital Link URI Syntax, canonical form)."""

_SHOWN_WHOLE = ("did:", "urn:")
"""Canonical forms that people read with their beginning."""
_BRACKETED = re.compile(r"\([0-9]{2,4}\)")
"""What in a value would be taken for an application identifier."""


class Level(Enum):
    """What an identifier names: a kind of thing, one thing, or somebody, somewhere."""

    CLASS = "class"
    LOT = "lot"
    ITEM = "item"
    PACKAGE = "package"
    PLACE = "place"
    PARTY = "party"
    DOCUMENT = "document"


HEADED_LEVELS = frozenset({Level.ITEM, Level.LOT, Level.PACKAGE})
"""The levels whose identifiers have a head on the ledger; the others have a state only."""


@dataclass(frozen=True, slots=True)
class Prefix:
    """The first characters of an identifier, which are granted to one holder."""

    scheme: str
    """The namespace: ``gs1``, ``idis``, ``uscc``, … (docs/formats.md §1)."""
    text: str
    """The characters, leading zeros kept."""

    def __str__(self) -> str:
        return f"{self.scheme}:{self.text}"


@dataclass(frozen=True, slots=True)
class PrefixRule:
    """Which beginnings of the prefix-bearing part may be granted."""

    shortest: int
    longest: int
    separator: str = ""
    """The sign between levels, before which a prefix may end; empty: it may end anywhere, or is the whole."""
    whole: bool = True
    """Whether the prefix is always the whole prefix-bearing part."""
    digits: bool = False
    """Whether a prefix is digits only."""

    def allows(self, bearing: str, length: int) -> bool:
        """Return whether the first characters of a prefix-bearing part may be a prefix."""
        if self.whole:
            return length == len(bearing)
        if not self.shortest <= length <= min(self.longest, len(bearing)):
            return False
        if self.digits:
            return bearing[:length].isdecimal() and bearing.isascii()
        return not self.separator or length == len(bearing) or bearing[length] == self.separator

    def lengths(self, bearing: str) -> tuple[int, ...]:
        """Return the lengths of every prefix of a prefix-bearing part, the longest first."""
        if self.whole:
            return (len(bearing),)
        longest = min(self.longest, len(bearing))
        if self.digits:
            count = 0
            while count < longest and "0" <= bearing[count] <= "9":
                count += 1
            longest = count
        candidates = range(longest, self.shortest - 1, -1)
        if not self.separator:
            return tuple(candidates)
        return tuple(
            length for length in candidates if length == len(bearing) or bearing[length : length + 1] == self.separator
        )


GS1_PREFIXES = PrefixRule(MINIMUM_GS1_PREFIX, MAXIMUM_GS1_PREFIX, whole=False, digits=True)
"""GS1 prefixes: four to twelve digits."""
_WHOLE = PrefixRule(1, MAXIMUM_PREFIX)


@dataclass(frozen=True, slots=True)
class Identifier:
    """One identifier, valid once built; equal to any other writing of the same identifier."""

    scheme: str
    """The namespace of its prefixes: ``gs1``, ``idis``, ``uscc``, … (docs/formats.md §1)."""
    kind: str = field(compare=False)
    """Its key: ``gtin``, ``lgtin``, ``sgtin``, ``sscc``, ``sgln``, ``pgln``, … ``idis``, ``uscc``, ``vin``, …"""
    canonical: str
    """The one text that stands for all writings."""
    level: Level = field(compare=False)
    """What it names."""
    bearing: str = field(compare=False)
    """The characters of which a prefix is cut; the check digit is not among them."""
    before: str = field(compare=False)
    """The part of the rest that precedes the remaining characters of `bearing`."""
    after: str = field(compare=False)
    """The part of the rest that follows them."""
    prefixes: PrefixRule | None = field(default=None, compare=False, repr=False)
    """Which beginnings of `bearing` may be granted; None: those of GS1, and of the other schemes the whole."""
    open_level: bool = field(default=False, compare=False)
    """Whether its form does not say what it names; `level` is then what it is taken for."""
    shown: str = field(default="", compare=False, repr=False)
    """How people read it, where that is not what stands behind the colon of the canonical form."""

    @property
    def has_head(self) -> bool:
        """Return whether the ledger keeps a head (a history) for it."""
        return self.level in HEADED_LEVELS

    def halves(self, length: int) -> tuple[Prefix, str]:
        """Return the prefix of that length and the rest, the two halves from which its key is computed.

        Raises:
            ValueError: no prefix of that length exists for this identifier.
        """
        if not self._rule.allows(self.bearing, length):
            raise ValueError(f"{self.canonical} has no {self.scheme} prefix of {length} characters")
        return Prefix(self.scheme, self.bearing[:length]), f"{self.before}{self.bearing[length:]}{self.after}"

    def prefix_candidates(self) -> tuple[Prefix, ...]:
        """Return every prefix under which it may be granted, the longest first."""
        return tuple(Prefix(self.scheme, self.bearing[:length]) for length in self._rule.lengths(self.bearing))

    @property
    def path(self) -> str:
        """Return its path under a domain that resolves identifiers, percent-encoded and without the first slash."""
        if self.scheme == "gs1":
            return self.canonical.removeprefix(CANONICAL_DOMAIN)
        if self.kind == "idis":
            return f"{self.bearing}/{quote(self.after, safe='')}"
        head, _, rest = self.canonical.partition(":")
        return f"{head}/{quote(rest, safe=':')}"

    def digital_link(self, domain: str) -> str:
        """Return the web address of it under a domain (or origin): what a label encodes.

        `domain` is ``example.com``, ``https://example.com`` or ``http://192.168.1.5:8000``.
        """
        origin = domain.rstrip("/") if "://" in domain else f"https://{domain.strip('/')}"
        return f"{origin}/{self.path}"

    def epc_urn(self, length: int) -> str | None:
        """Return its EPC URN for a company prefix of `length` digits, or None where there is none."""
        if self.scheme == "gs1":
            return epc_urn_of(self.kind, self.canonical, length)
        return self.canonical if self.canonical.startswith("urn:epc:") else None

    def display(self) -> str:
        """Return it as people read it: ``(01)06901234567892(21)ABC``, ``88.118.8/JXDY``, or the code."""
        if self.shown:
            return self.shown
        if self.scheme != "gs1":
            return self.canonical if self.canonical.startswith(_SHOWN_WHOLE) else self.canonical.partition(":")[2]
        segments = self.canonical.removeprefix(CANONICAL_DOMAIN).split("/")
        return "".join(
            f"({number}){_BRACKETED.sub(_escaped, unquote(value))}"
            for number, value in zip(segments[::2], segments[1::2], strict=True)
        )

    def __str__(self) -> str:
        return self.canonical

    @property
    def _rule(self) -> PrefixRule:
        return self.prefixes or (GS1_PREFIXES if self.scheme == "gs1" else _WHOLE)


def _escaped(match: re.Match[str]) -> str:
    return "\\" + match.group()
