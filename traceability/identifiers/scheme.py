"""What a scheme of identifiers offers to the registry: how to recognise, read, show and halve its codes.

A scheme is added by a file in `schemes/` that holds a `SCHEME`; nothing else names it.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from traceability.identifiers.identifier import Identifier, PrefixRule
from traceability.identifiers.invalid import IdentifierInvalid
from traceability.identifiers.reasons import Sentences

Reader = Callable[[str, bool], Identifier]
"""Takes a text without the mark that told its scheme, and whether to be strict."""
NO_LIKELIHOOD, POSSIBLE, LIKELY, CERTAIN = range(4)
"""How much a text without a mark looks like a code of a scheme."""


def _never(_: str) -> int:
    return NO_LIKELIHOOD


@dataclass(frozen=True, slots=True)
class Scheme:
    """A scheme of identifiers."""

    name: str
    """How people call it: ``gs1``, ``did:bid``, ``vin``."""
    title: Sentences
    """Its name in Chinese and English."""
    source: str
    """The standard that it is taken from."""
    read: Reader
    """Reads a code without mark; raises IdentifierInvalid."""
    from_halves: Callable[[str, str], Identifier]
    """Returns the identifier of a prefix and a rest; raises IdentifierInvalid."""
    namespace: str = ""
    """The namespace of its prefixes (docs/formats.md §1); its name where it is empty."""
    prefixes: PrefixRule | None = None
    """Which beginnings may be granted as a prefix; None: another scheme says it for the same namespace."""
    marks: Mapping[str, Reader] = field(default_factory=dict)
    """Beginnings of texts that tell the scheme, in small letters with their colon (``did:bid:``), each with its reader.

    The reader gets what follows the mark.
    """
    kinds: Mapping[str, Reader] = field(default_factory=dict)
    """Kinds of bare codes that can be asked for by name, beside the name of the scheme."""
    likelihood: Callable[[str], int] = _never
    """How much a text without mark looks like one of its codes."""
    rank: int = 50
    """Which schemes are tried first, where a text looks like several: the lower."""
    reasons: Mapping[str, Sentences] = field(default_factory=dict)
    """Reasons for refusal that are its own."""
    samples: tuple[str, ...] = ()
    """Right codes, for people who look for an example, for tests and for the fuzzer."""

    @property
    def prefix_namespace(self) -> str:
        """Return the namespace of its prefixes."""
        return self.namespace or self.name


def empty_rest(build: Callable[[str], Identifier], name: str) -> Callable[[str, str], Identifier]:
    """Return the way back from halves for a scheme whose codes are prefixes as a whole."""

    def from_halves(prefix: str, rest: str) -> Identifier:
        if rest:
            raise IdentifierInvalid(rest, "rest", f"A {name} identifier has an empty rest.")
        return build(prefix)

    return from_halves
