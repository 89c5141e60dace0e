"""Documents that other people wrote: the examples of EPCIS 2.0 and the set of OpenEPCIS, each as what it is, with its own faults."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from traceability.epcis import Document, DocumentKind, Event, read_json, read_xml

FAULTS = {
    # A GRAI with a wrong check digit.
    ("openepcis", "Combination_of_different_event", 0): "check-digit",
    # A GRAI without the zero that AI 8003 puts before its 13 digits (GS1 General Specifications §3.9.2).
    ("openepcis", "SensorData_with_combined_events", 12): "leading-zero",
}
"""Events that name what no identifier can name, in the JSON and the XML of one name, and why they are refused."""

WITHOUT_EVENTS = {
    "CBV-11.4-2020-06-16a.xml": DocumentKind.MASTER_DATA,
    "Example-masterData.xml": DocumentKind.MASTER_DATA,
    "masterdata_all_possible_fields.xml": DocumentKind.MASTER_DATA,
    "Example-CaptureJobRunning.xml": DocumentKind.CAPTURE_JOB,
    "Example-CaptureJobSuccess.xml": DocumentKind.CAPTURE_JOB,
    "Example-CaptureJobWithErrorFile.xml": DocumentKind.CAPTURE_JOB,
    "Example-CaptureJobWithErrors.xml": DocumentKind.CAPTURE_JOB,
}
"""Examples that hold no event. The first is the one of 25 XML documents, counted by their folders, that is master data only."""

_COMPANY = re.compile(rb"urn:epc:[a-z]+:[a-z]+:([0-9]{4,12})\.")
_SHORTEST_GRANT = 7
"""Digits of a grant where no URN of the documents says how long the company prefix is."""


@dataclass(frozen=True, slots=True)
class StandardDocument:
    """One document of others."""

    collection: str
    """`epcis` or `openepcis`."""
    path: Path
    data: bytes
    read: Document
    """As our reader reads it, past the mistakes of single events."""

    @property
    def is_xml(self) -> bool:
        """Return whether it is XML."""
        return self.path.suffix == ".xml"

    @property
    def media_type(self) -> str:
        """Return what its `Content-Type` is."""
        return "application/xml" if self.is_xml else "application/ld+json"

    @property
    def is_to_capture(self) -> bool:
        """Return whether it is a document of events, or one event."""
        return self.read.kind in (DocumentKind.EVENTS, DocumentKind.EVENT)

    @property
    def name(self) -> str:
        """Return how it is called in what a test says."""
        return f"{self.collection}/{self.path.name}"


def standard_documents(standards: Path) -> Iterator[StandardDocument]:
    """Yield all 78 examples of the standard and all 86 documents of OpenEPCIS."""
    for collection, folder in (("epcis", standards / "epcis" / "examples"), ("openepcis", standards / "openepcis")):
        for path in sorted(folder.rglob("*")):
            if path.suffix in (".json", ".jsonld", ".xml"):
                data = path.read_bytes()
                read = (read_xml if path.suffix == ".xml" else read_json)(data, tolerant=True)
                yield StandardDocument(collection, path, data, read)


def company_prefixes(documents: Iterable[StandardDocument]) -> tuple[str, ...]:
    """Return GS1 prefixes that cover every identifier of the documents and of which none begins with another.

    How long a company prefix is, only URNs say; where two overlap, the shorter covers both.
    """
    written: set[str] = set()
    bearings: set[str] = set()
    for document in documents:
        written |= {match.decode() for match in _COMPANY.findall(document.data)}
        for event in document.read.events:
            bearings |= {identifier.bearing for _, identifier in event.identifiers() if identifier.scheme == "gs1"}
    used = {prefix for prefix in written if any(bearing.startswith(prefix) for bearing in bearings)}
    used |= {bearing[:_SHORTEST_GRANT] for bearing in bearings if not bearing.startswith(tuple(used))}
    return tuple(sorted(prefix for prefix in used if not any(prefix != o and prefix.startswith(o) for o in used)))


def headed_things(event: Event) -> tuple[str, ...]:
    """Return the things of an event that have a head on the chain."""
    return tuple(dict.fromkeys(each.identifier.canonical for each in event.things() if each.identifier.has_head))
