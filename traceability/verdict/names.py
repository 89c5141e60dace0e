"""Names: what members call places, parties and products, each with the member that says so (traceability/verdict/README.md §2.9)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from traceability.commitment import Thing, Value
from traceability.errors import BundleRefused, InclusionRefused, OpeningRefused, ProofNodeMissing
from traceability.ledger.meta import Kind
from traceability.proof import ProvenState
from traceability.verdict.facts import Status

MASTER_DATA_SCHEMA: Final = "https://suyuan.example/ns/master-data"
"""Schema of statements of master data, in leaf 1 of their commitment (docs/decisions/0017)."""

NAME_POINTERS: Final[Mapping[str, str]] = {
    "/attributes/urn:epcglobal:cbv:mda:name": "",
    "/attributes/https:~1~1suyuan.example~1ns~1nameEn": "en",
    "/name/zh": "zh",
    "/name/en": "en",
}
"""Where a statement says a name, and in which language; of master data without a language."""


@dataclass(frozen=True, slots=True)
class NameShown:
    """What one member calls one thing."""

    id: str
    """Canonical form, or the text by which the statement names it."""
    organisation: int
    texts: tuple[tuple[str, str], ...]
    """Language (empty: not said) and name."""

    def to_object(self) -> dict[str, object]:
        """Return the name as values that `json` writes."""
        return {
            "id": self.id,
            "organisation": self.organisation,
            "status": Status.CLAIMED.value,
            "texts": [list(pair) for pair in self.texts],
        }


def names_shown(state: ProvenState) -> tuple[NameShown, ...]:
    """Return the names that anchored statements of the bundle say, each once, in the order of the bundle's anchors.

    What does not read, or is not in the anchored batch that is claimed for it, names nothing.
    """
    found: dict[tuple[str, int], NameShown] = {}
    for anchor in state.bundle.anchors:
        try:
            opened = state.opened(anchor.commitment)
            if opened is None or opened.header.kind is not Kind.DESCRIBE:
                continue
            if opened.header.organisation != anchor.organisation:
                continue
            subject = _text(opened.values.get("/subject"))
            texts = _texts(opened.values)
            if subject is None or not texts:
                continue
            state.verify_anchor(anchor)
        except (OpeningRefused, InclusionRefused, BundleRefused, ProofNodeMissing):
            continue
        found.setdefault((subject, anchor.organisation), NameShown(subject, anchor.organisation, texts))
    return tuple(found.values())


def _texts(values: Mapping[str, Value]) -> tuple[tuple[str, str], ...]:
    return tuple(
        (language, text)
        for pointer, language in NAME_POINTERS.items()
        if isinstance(text := values.get(pointer), str) and text
    )


def _text(value: Value | None) -> str | None:
    if isinstance(value, Thing):
        return value.canonical
    return value if isinstance(value, str) else None
