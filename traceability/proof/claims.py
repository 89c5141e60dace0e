"""Claims: the parts of a proof bundle as they are handed over, before anything is checked (docs/formats.md §7)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from traceability.commitment.opening import Opening
from traceability.proof.header import Consensus


class QuestionKind(Enum):
    """What a bundle answers."""

    THING = "thing"
    """What became of one thing."""
    DOSSIER = "dossier"
    """Whether an asset may be lent against."""


@dataclass(frozen=True, slots=True)
class NetworkClaim:
    """The network that a bundle says it is of."""

    chain_id: int
    genesis: bytes
    directory: bytes
    """The address of the directory."""
    consensus: Consensus


@dataclass(frozen=True, slots=True)
class ThingClaim:
    """The history of one thing, or the newest part of it."""

    id: str
    """The canonical form."""
    prefix: str
    """The granted prefix."""
    start: int
    """How many lines before the shown ones are left out."""
    before: bytes
    """The head after the lines that are left out."""
    lines: tuple[tuple[bytes, bytes], ...]
    """Commitment and meta of each line, oldest first."""


@dataclass(frozen=True, slots=True)
class OrganisationClaim:
    """The profile of an organisation."""

    number: int
    profile: str
    """RFC 8785 JSON."""


@dataclass(frozen=True, slots=True)
class AttestationClaim:
    """An attestation with what is opened of its statement."""

    schema: str
    """RFC 8785 JSON."""
    subject: str
    """The canonical form of the thing, which is one of the bundle's things."""
    organisation: int
    opening: Opening
    commitment: bytes


@dataclass(frozen=True, slots=True)
class AnchorClaim:
    """An event of the anchored lane, with its path to the root of its batch."""

    organisation: int
    stream: int
    number: int
    size: int
    """The number of events in the batch."""
    index: int
    path: tuple[bytes, ...]
    commitment: bytes
