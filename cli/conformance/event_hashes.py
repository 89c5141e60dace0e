"""Event hashes: documents beside their published `.hashes` and `.prehashes`, and documents whose events are one event.

Source: CBV 2.0 §8.9.2.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from cli.conformance.results import Material, Result, judged
from traceability.epcis import Document, DocumentInvalid, Event, event_hash, prehash_string, read_json, read_xml

HASHES, PREHASHES, EQUAL = "event hashes", "event pre-hash strings", "writings of one event"


def published_results(document: Material, expected: Mapping[str, Material]) -> Iterator[Result]:
    """Yield a case for each line of the files beside a document, by their endings `.hashes` and `.prehashes`."""
    for suffix, set_, of in ((".hashes", HASHES, event_hash), (".prehashes", PREHASHES, prehash_string)):
        if suffix not in expected:
            continue
        lines = expected[suffix].data.decode("utf-8").splitlines()
        try:
            events: tuple[Event, ...] = _read(document).events
        except DocumentInvalid as refusal:
            yield judged(set_, document.name, f"refused: {refusal}")
            continue
        if len(lines) != len(events):
            yield judged(set_, document.name, f"{len(lines)} lines for {len(events)} events")
        for index, (line, event) in enumerate(zip(lines, events, strict=False)):
            found = of(event)
            why = None if found == line.rstrip("\r") else f"expected {line[:200]}, found {found[:200]}"
            yield judged(set_, f"{document.name} event {index}", why)


def equal_results(document: Material) -> Iterator[Result]:
    """Yield one case: all events of the document have one hash."""
    try:
        found = [event_hash(event) for event in _read(document).events]
    except DocumentInvalid as refusal:
        yield judged(EQUAL, document.name, f"refused: {refusal}")
        return
    why = None if len(found) > 1 and len(set(found)) == 1 else f"{len(set(found))} hashes for {len(found)} writings"
    yield judged(EQUAL, document.name, why)


def _read(document: Material) -> Document:
    return (read_xml if document.suffix == ".xml" else read_json)(document.data)
