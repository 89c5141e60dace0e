"""An identifier in its canonical form and its two halves, as docs/formats.md §1 fixes them."""

from dataclasses import dataclass, field
from enum import Enum
from urllib.parse import quote, unquote

from traceability.identifiers.gs1.epc_urn_text import epc_urn_of

MINIMUM_GS1_PREFIX = 4
"""The shortest prefix that may be granted under ``gs1``, in digits."""
MAXIMUM_GS1_PREFIX = 12
"""The longest prefix that may be granted under ``gs1``, in digits."""
CANONICAL_DOMAIN = "https://id.gs1.org/"
"""The origin of every canonical GS1 Digital Link (GS1 Digital Link URI Syntax, canonical form)."""


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
    """``gs1``, ``idis``, ``uscc`` or ``lei``."""
    text: str
    """The characters, leading zeros kept."""

    def __str__(self) -> str:
        return f"{self.scheme}:{self.text}"


@dataclass(frozen=True, slots=True)
class Identifier:
    """One identifier, valid once built; equal to any other writing of the same identifier."""

    scheme: str
    """The namespace of its prefixes: ``gs1``, ``idis``, ``uscc`` or ``lei``."""
    kind: str = field(compare=False)
    """Its key: ``gtin``, ``lgtin``, ``sgtin``, ``sscc``, ``sgln``, ``pgln``, … ``idis``, ``uscc``, ``lei``."""
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

    @property
    def has_head(self) -> bool:
        """Return whether the ledger keeps a head (a history) for it."""
        return self.level in HEADED_LEVELS

    def halves(self, length: int) -> tuple[Prefix, str]:
        """Return the prefix of that length and the rest, the two halves from which its key is computed.

        Raises:
            ValueError: no prefix of that length exists for this identifier.
        """
        if self.scheme == "gs1":
            if not MINIMUM_GS1_PREFIX <= length <= min(MAXIMUM_GS1_PREFIX, len(self.bearing)):
                raise ValueError(f"{self.canonical} has no gs1 prefix of {length} digits")
        elif length != len(self.bearing):
            raise ValueError(
                f"the {self.scheme} prefix of {self.canonical} has {len(self.bearing)} characters, not {length}"
            )
        text = self.bearing[:length]
        if self.scheme == "gs1" and not text.isdecimal():
            raise ValueError(f"{self.canonical} has no gs1 prefix of {length} digits")
        return Prefix(self.scheme, text), f"{self.before}{self.bearing[length:]}{self.after}"

    def prefix_candidates(self) -> tuple[Prefix, ...]:
        """Return every prefix under which it may be granted, the longest first."""
        if self.scheme != "gs1":
            return (Prefix(self.scheme, self.bearing),)
        digits = 0
        for character in self.bearing[:MAXIMUM_GS1_PREFIX]:
            if not "0" <= character <= "9":
                break
            digits += 1
        return tuple(Prefix("gs1", self.bearing[:length]) for length in range(digits, MINIMUM_GS1_PREFIX - 1, -1))

    def digital_link(self, domain: str) -> str:
        """Return the web address of it under a domain (or origin): what a label encodes.

        `domain` is ``example.com``, ``https://example.com`` or ``http://192.168.1.5:8000``.
        """
        origin = domain.rstrip("/") if "://" in domain else f"https://{domain.strip('/')}"
        if self.scheme == "gs1":
            return f"{origin}/{self.canonical.removeprefix(CANONICAL_DOMAIN)}"
        if self.scheme == "idis":
            return f"{origin}/{self.bearing}/{quote(self.after, safe='')}"
        return f"{origin}/{self.scheme}/{self.bearing}"

    def epc_urn(self, length: int) -> str | None:
        """Return its EPC URN for a company prefix of `length` digits, or None where there is none."""
        return epc_urn_of(self.kind, self.canonical, length) if self.scheme == "gs1" else None

    def display(self) -> str:
        """Return it as people read it: ``(01)06901234567892(21)ABC``, ``88.118.8/JXDY``, or the code."""
        if self.scheme != "gs1":
            return self.bearing + (f"/{self.after}" if self.scheme == "idis" else "")
        segments = self.canonical.removeprefix(CANONICAL_DOMAIN).split("/")
        return "".join(f"({ai}){unquote(value)}" for ai, value in zip(segments[::2], segments[1::2], strict=True))

    def __str__(self) -> str:
        return self.canonical
