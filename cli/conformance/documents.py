"""EPCIS documents: captured, found again, written in both syntaxes and read back; or refused, where they lie in a folder `Invalid`.

Source: EPCIS 2.0 §9 and §10 (both syntaxes), §12.6 (capture), CBV 2.0 §8.9 (the hash that must be the same in both).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from decimal import Decimal
from typing import Any

from api.problems import problem_type_of
from capture.documents import Request, capture_document
from capture.errors import CaptureError
from capture.lane import Lane
from capture.reading import Form
from capture.saving import Behaviour
from cli.conformance.own_faults import own_fault
from cli.conformance.results import Material, Outcome, Result, judged
from cli.conformance.trial import Trial, now_for, seen_by
from store.record.bodies import visible_events
from store.record.jobs import CaptureJob, jobs_of
from traceability.epcis import (
    Document,
    DocumentInvalid,
    DocumentKind,
    Event,
    event_hash,
    read_json,
    read_xml,
    write_json_document,
    write_xml_document,
)

INVALID = "invalid"
"""Name of a folder whose documents must be refused, in lower case."""
BAD_REQUEST = 400
CAPTURED = (DocumentKind.EVENTS, DocumentKind.EVENT, DocumentKind.MASTER_DATA)


def results_of(material: Material, trial: Trial, now: datetime) -> Iterator[Result]:
    """Yield what became of one document."""
    form = Form.XML if material.suffix == ".xml" else Form.JSON
    if INVALID in material.folders:
        yield judged("documents that must be refused", material.name, _refused(material, form, trial, now))
        return
    set_ = f"documents ({'XML' if form is Form.XML else 'JSON-LD'})"
    try:
        document = _read(material.data, form)
    except DocumentInvalid as refusal:
        yield judged(set_, material.name, _problems(refusal))
        return
    if document.kind not in CAPTURED:
        yield judged("documents that are parsed only", material.name, _differs(document, form))
        return
    fault = own_fault(material.data)
    why = _falls_short(material.data, document, form, trial, now, with_faults=fault is not None)
    if why is None and fault is not None:
        yield Result(set_, material.name, Outcome.FAULT_OF_SET, fault)
    else:
        yield judged(set_, material.name, why)


def _refused(material: Material, form: Form, trial: Trial, now: datetime) -> str | None:
    """Return why a document that must be refused was not, or not rightly."""
    firm = trial.admitted(())
    try:
        identifiers = [named for event in _read(material.data, form).events for _, named in event.identifiers()]
        firm = trial.admitted(identifiers)
    except DocumentInvalid:
        pass
    try:
        # Strictly: a document may be there because its eventID is not the hash that it says it is.
        request = Request(firm, now, lane=Lane.ANCHORED, strict=True)
        job = capture_document(trial.record, trial.mirror, material.data, form, request)
    except (CaptureError, DocumentInvalid) as refusal:
        row = problem_type_of(refusal)
        if row.status != BAD_REQUEST:
            return f"refused as {row.name} ({row.status}), which says nothing of the document"
        if jobs_of(trial.record, seen_by(firm), limit=1):
            return "refused, and something of it is stored"
        told = getattr(refusal, "problems", ()) or getattr(refusal, "place", "")
        return None if told else "refused without a place"
    return f"captured: {len(job.results)} events were taken"


def _falls_short(
    data: bytes, document: Document, form: Form, trial: Trial, now: datetime, *, with_faults: bool
) -> str | None:
    events = document.events
    firm = trial.admitted(named for event in events for _, named in event.identifiers())
    request = Request(
        firm,
        now_for((event.event_time for event in events), now),
        behaviour=Behaviour.PROCEED if with_faults else Behaviour.ROLLBACK,
        lane=Lane.ANCHORED,
    )
    try:
        job = capture_document(trial.record, trial.mirror, data, form, request)
    except (CaptureError, DocumentInvalid) as refusal:
        return _problems(refusal)
    return _found_again(job, events, trial) or _differs(document, form)


def _found_again(job: CaptureJob, events: tuple[Event, ...], trial: Trial) -> str | None:
    commitments = [result.commitment for result in job.results if result.commitment is not None]
    if len(commitments) != len(events):
        return f"{len(commitments)} of {len(events)} events were captured"
    found = visible_events(trial.record, commitments, seen_by(job.organisation))
    for index, (commitment, event) in enumerate(zip(commitments, events, strict=True)):
        kept = found.get(commitment)
        if kept is None:
            return f"event {index} was captured and is not found"
        if content_of(Event.from_json(kept.body)) != content_of(event):
            return f"event {index} is found with other content"
        if kept.event_hash != event_hash(event):
            return f"event {index} is found under another hash"
    return None


def _differs(document: Document, form: Form) -> str | None:
    """Return what is lost on the way through both syntaxes and back."""
    first, second = ("XML", "JSON-LD") if form is Form.JSON else ("JSON-LD", "XML")
    try:
        once = _through(document, first)
        twice = _through(once, second)
    except DocumentInvalid as refusal:
        return f"what was written is refused when it is read: {_problems(refusal)}"
    for name, back in ((first, once), (f"{first} and {second}", twice)):
        if [event_hash(event) for event in back.events] != [event_hash(event) for event in document.events]:
            return f"hashes differ after {name}"
        if [text_of(event) for event in back.events] != [text_of(event) for event in document.events]:
            return f"content differs after {name}"
        if back.header != document.header:
            return f"the header differs after {name}"
        if back.vocabularies != document.vocabularies:
            return f"master data differ after {name}"
    return None


def _through(document: Document, syntax: str) -> Document:
    if syntax == "XML":
        return read_xml(write_xml_document(document), tolerant=True)
    return read_json(write_json_document(document), tolerant=True)


def _read(data: bytes, form: Form) -> Document:
    return (read_xml if form is Form.XML else read_json)(data, tolerant=True)


def _problems(refusal: Exception) -> str:
    problems = getattr(refusal, "problems", ())
    told = "; ".join(f"{problem.pointer} {problem.reason}" for problem in problems[:3])
    more = f" and {len(problems) - 3} more" if len(problems) > 3 else ""
    return f"refused ({problem_type_of(refusal).name}): {told or refusal}{more}"


def content_of(event: Event) -> Any:
    """Return the normal form with one writing of each number."""
    return _plain(event.body, as_text=False)


def text_of(event: Event) -> Any:
    """Return the normal form with numbers and truth as text, as XML keeps them within extensions."""
    return _plain(event.body, as_text=True)


def _plain(value: Any, *, as_text: bool) -> Any:
    if isinstance(value, Mapping):
        return {name: _plain(member, as_text=as_text) for name, member in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(item, as_text=as_text) for item in value]
    if isinstance(value, bool):
        return str(value).lower() if as_text else value
    if isinstance(value, Decimal | int):
        number = Decimal(value)
        plain = (
            number.quantize(Decimal(1))
            if number == number.to_integral_value() and abs(number) < 10**20
            else number.normalize()
        )
        return str(plain) if as_text else plain
    return value
