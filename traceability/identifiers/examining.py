"""A code looked at as a whole: what it names, and all that is not as its standard wants it."""

from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from traceability.identifiers.gs1.application_identifiers import APPLICATION_IDENTIFIERS
from traceability.identifiers.gs1.findings import Finding
from traceability.identifiers.gs1.message import Message, gs1_message
from traceability.identifiers.identifier import Identifier
from traceability.identifiers.invalid import IdentifierInvalid
from traceability.identifiers.parsing import parse
from traceability.identifiers.reasons import sentence_of
from traceability.identifiers.registry import REGISTRY


@dataclass(frozen=True, slots=True)
class Examination:
    """What was found out about a code."""

    identifier: Identifier | None
    """What it names; None where not even a lenient reader can tell."""
    refusal: IdentifierInvalid | None
    """Why a strict reader refuses it; None where it does not."""
    findings: tuple[Finding, ...]
    """What is wrong between the parts of a GS1 code."""

    message: Message | None
    """Of a GS1 code that holds more than a key: all that it says."""

    @property
    def is_strict(self) -> bool:
        """Return whether the code is right in every way."""
        return self.refusal is None and not self.findings

    def to_object(self) -> dict[str, Any]:
        """Return what was found out as JSON holds it."""
        found: dict[str, Any] = {"isValid": self.is_strict}
        if self.identifier is not None:
            found |= _named(self.identifier)
        if self.message is not None:
            found["elements"] = [
                {"number": number, "title": APPLICATION_IDENTIFIERS[number].title, "value": value}
                for number, value in self.message.pairs
            ]
        if self.refusal is not None:
            refusal = self.refusal
            found["refusal"] = _said(refusal.reason, refusal.cure) | {"place": refusal.place}
        found["findings"] = [
            _said(finding.reason, finding.cure) | {"about": finding.about} for finding in self.findings
        ]
        return found


def examined(text: str, *, kind: str | None = None) -> Examination:
    """Return what a code names and what is wrong with it; this never raises."""
    identifier: Identifier | None = None
    refusal: IdentifierInvalid | None = None
    try:
        identifier = parse(text, kind=kind)
    except IdentifierInvalid as invalid:
        refusal = invalid
        with suppress(IdentifierInvalid):
            identifier = parse(text, strict=False, kind=kind)
    of_gs1 = identifier is None or identifier.scheme == "gs1"
    message = _message(text) if kind is None and of_gs1 else None
    return Examination(identifier, refusal, message.findings() if message else (), message)


def _message(text: str) -> Message | None:
    try:
        return gs1_message(text, strict=False)
    except IdentifierInvalid:
        return None


def _named(identifier: Identifier) -> dict[str, Any]:
    scheme = REGISTRY.scheme_of(identifier)
    return {
        "scheme": scheme.name,
        "title": dict(scheme.title),
        "source": scheme.source,
        "kind": identifier.kind,
        "level": identifier.level.value,
        "levelIsOpen": identifier.open_level,
        "id": identifier.canonical,
        "display": identifier.display(),
        "path": f"/{identifier.path}",
        "prefixes": [str(prefix) for prefix in identifier.prefix_candidates()],
    }


def _said(reason: str, cure: str) -> dict[str, Any]:
    return {"reason": reason, "en": sentence_of(reason, "en"), "zh": sentence_of(reason, "zh"), "cure": cure}
