"""A code looked at as a whole: what it names, and all that is not as its standard wants it."""

from contextlib import suppress
from dataclasses import dataclass

from traceability.identifiers.gs1.findings import Finding
from traceability.identifiers.gs1.message import gs1_message
from traceability.identifiers.identifier import Identifier
from traceability.identifiers.invalid import IdentifierInvalid
from traceability.identifiers.parsing import parse


@dataclass(frozen=True, slots=True)
class Examination:
    """What was found out about a code."""

    identifier: Identifier | None
    """What it names; None where not even a lenient reader can tell."""
    refusal: IdentifierInvalid | None
    """Why a strict reader refuses it; None where it does not."""
    findings: tuple[Finding, ...]
    """What is wrong between the parts of a GS1 code."""

    @property
    def is_strict(self) -> bool:
        """Return whether the code is right in every way."""
        return self.refusal is None and not self.findings


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
    return Examination(identifier, refusal, _findings(text) if kind is None else ())


def _findings(text: str) -> tuple[Finding, ...]:
    try:
        return gs1_message(text, strict=False).findings()
    except IdentifierInvalid:
        return ()
