"""Reads a document into its events, past the mistakes of single events, so that one answer names every place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import Any

from capture.errors import CaptureLimitExceeded, Problem
from capture.limits import Limits
from capture.problem_types import named_problem
from traceability.epcis import Document, DocumentInvalid, DocumentKind, Event, MasterVocabulary, read_json, read_xml
from traceability.epcis import Limits as ReadingLimits
from traceability.epcis import Problem as ReadingProblem
from traceability.epcis.gate import problems_of
from traceability.epcis.problem import errors_of
from traceability.identifiers import Identifier, IdentifierInvalid, parse
from traceability.ledger.meta import Kind


class Form(Enum):
    """How a document is written."""

    JSON = "json"
    """JSON-LD of EPCIS 2.0 §10."""
    XML = "xml"
    """XML of EPCIS 2.0 §9, and of EPCIS 1.2."""


@dataclass(frozen=True, slots=True)
class ReadEvent:
    """One place of a document: its event, or what is wrong with it."""

    index: int
    """Place in the document, from 0."""
    pointer: str
    """Pointer of the place."""
    event: Event | None
    """The event, where it could be read."""
    problems: tuple[Problem, ...]
    """What is wrong, with pointers into the document; empty where all is in order."""
    warnings: tuple[Problem, ...] = ()
    """What its author should know though it is taken."""


@dataclass(frozen=True, slots=True)
class ReadDocument:
    """What a document holds to be captured."""

    events: tuple[ReadEvent, ...]
    vocabularies: tuple[MasterVocabulary, ...]
    """Its master data, from header or body."""
    vocabulary_base: str
    """Pointer of the list of vocabularies."""


def events_of(data: bytes, form: Form, limits: Limits, now: datetime, *, strict: bool = False) -> tuple[ReadEvent, ...]:
    """Return the events of a document, without its master data. Raises: as `contents_of`."""
    return contents_of(data, form, limits, now, strict=strict).events


def contents_of(data: bytes, form: Form, limits: Limits, now: datetime, *, strict: bool = False) -> ReadDocument:
    """Return the events of a document in their order, each checked on its own (the semantic gate included), and its master data.

    With `strict`, what is a warning else is wrong.

    Raises:
        CaptureLimitExceeded: if it holds more bytes or events than one capture may.
        DocumentInvalid: if it cannot be read as a document, with the places and cures.
    """
    if len(data) > limits.bytes:
        raise CaptureLimitExceeded("bytes", limits.bytes)
    document = _document(data, form, limits)
    if len(document.entries) > limits.events:
        raise CaptureLimitExceeded("events", limits.events)
    told = _warnings_by_event(document)
    read = []
    for index, entry in enumerate(document.entries):
        pointer = document.pointer_of(index)
        if isinstance(entry, Event):
            found = problems_of(entry, now)
            if found or index in told:
                read.append(_checked(index, pointer, entry, found, told.get(index, ()), strict=strict))
            else:
                read.append(ReadEvent(index, pointer, entry, ()))
        else:
            read.append(ReadEvent(index, pointer, None, tuple(named_problem(problem) for problem in entry.problems)))
    return ReadDocument(tuple(read), document.vocabularies, document.vocabulary_base)


def _checked(
    index: int,
    pointer: str,
    event: Event,
    found: Sequence[ReadingProblem],
    told: Sequence[ReadingProblem],
    *,
    strict: bool,
) -> ReadEvent:
    """Return an event of which gate or reader said something."""
    said = list(dict.fromkeys([*told, *(problem.under(pointer) for problem in found)]))
    errors = said if strict else errors_of(said)
    warnings = () if strict else tuple(named_problem(problem) for problem in said if problem.is_warning)
    return ReadEvent(index, pointer, event, tuple(named_problem(problem) for problem in errors), warnings)


def _warnings_by_event(document: Document) -> dict[int, list[ReadingProblem]]:
    """Return the reader's warnings by the place of their event."""
    found: dict[int, list[ReadingProblem]] = {}
    base = f"{document.base}/"
    for warning in document.warnings:
        if document.kind is DocumentKind.EVENT:
            found.setdefault(0, []).append(warning)
        elif warning.pointer.startswith(base):
            place = warning.pointer[len(base) :].partition("/")[0]
            if place.isdecimal():
                found.setdefault(int(place), []).append(warning)
    return found


def own_event(body: Mapping[str, Any]) -> Event:
    """Return the event that this room composed itself, in normal form."""
    return Event(dict(body))


def identifiers_in(body: Mapping[str, Any], kind: Kind) -> Sequence[Identifier]:
    """Return the things that a kept body names: those of an event, or of a statement."""
    if kind not in (Kind.DESCRIBE, Kind.FORGET):
        return list({named.identifier.canonical: named.identifier for named in Event(dict(body)).things()}.values())
    found = []
    for text in (body.get("subject"), *body.get("things", ())):
        try:
            found.append(parse(text) if isinstance(text, str) else None)
        except IdentifierInvalid:
            continue
    return [identifier for identifier in found if identifier is not None]


def _document(data: bytes, form: Form, limits: Limits) -> Document:
    bounds = ReadingLimits(bytes=limits.bytes, events=limits.events, depth=limits.depth)
    read = read_json if form is Form.JSON else read_xml
    try:
        document = read(data, bounds, tolerant=True)
    except DocumentInvalid as refusal:
        if any(problem.reason == "too-many" and problem.pointer.endswith("/eventList") for problem in refusal.problems):
            raise CaptureLimitExceeded("events", limits.events) from refusal
        raise
    if document.kind not in (
        DocumentKind.EVENTS,
        DocumentKind.EVENT,
        DocumentKind.QUERY_RESULT,
        DocumentKind.MASTER_DATA,
    ):
        problem = ReadingProblem(
            "/type", "not-a-document-of-events", "Send an EPCISDocument, an EPCISQueryDocument or an event."
        )
        raise DocumentInvalid([problem])
    return document
