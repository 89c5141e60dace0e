"""Reads a document into its events, past the mistakes of single events, so that one answer names every place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import Any

from capture.errors import CaptureLimitExceeded, Problem
from capture.limits import Limits
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


@dataclass(frozen=True, slots=True)
class ReadDocument:
    """What a document holds to be captured."""

    events: tuple[ReadEvent, ...]
    vocabularies: tuple[MasterVocabulary, ...]
    """Its master data, from header or body."""
    vocabulary_base: str
    """Pointer of the list of vocabularies."""


def events_of(data: bytes, form: Form, limits: Limits, now: datetime) -> tuple[ReadEvent, ...]:
    """Return the events of a document, without its master data. Raises: as `contents_of`."""
    return contents_of(data, form, limits, now).events


def contents_of(data: bytes, form: Form, limits: Limits, now: datetime) -> ReadDocument:
    """Return the events of a document in their order, each checked on its own (the semantic gate included), and its master data.

    Raises:
        CaptureLimitExceeded: if it holds more bytes or events than one capture may.
        DocumentInvalid: if it cannot be read as a document, with the places and cures.
    """
    if len(data) > limits.bytes:
        raise CaptureLimitExceeded("bytes", limits.bytes)
    document = _document(data, form, limits)
    if len(document.entries) > limits.events:
        raise CaptureLimitExceeded("events", limits.events)
    read = []
    for index, entry in enumerate(document.entries):
        pointer = document.pointer_of(index)
        if isinstance(entry, Event):
            problems = tuple(_problem(problem.under(pointer)) for problem in errors_of(problems_of(entry, now)))
            read.append(ReadEvent(index, pointer, entry, problems))
        else:
            read.append(ReadEvent(index, pointer, None, tuple(_problem(problem) for problem in entry.problems)))
    in_body = document.kind is DocumentKind.MASTER_DATA and form is Form.XML
    base = "/epcisBody/vocabularyList" if in_body else "/epcisHeader/epcisMasterData/vocabularyList"
    return ReadDocument(tuple(read), document.vocabularies, base)


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


_OF_IDENTIFIERS = frozenset(
    (
        "ambiguous",
        "application-identifier",
        "authority",
        "check-digit",
        "company-prefix",
        "epc-form",
        "epc-pattern",
        "epc-scheme",
        "industry",
        "inner-check",
        "issuer",
        "keys-many",
        "leading-zero",
        "length",
        "percent-encoding",
        "piece",
        "qualifier",
        "region",
        "serial-missing",
        "suffix-missing",
        "unknown-form",
        "unknown-kind",
    )
)
"""Reasons that are an identifier's."""


def _problem(problem: ReadingProblem) -> Problem:
    """Return a problem of the reader under the name of its type."""
    where = f" (line {problem.line})" if problem.line is not None else ""
    code = "identifier-invalid" if problem.reason in _OF_IDENTIFIERS else "document-invalid"
    return Problem(code, problem.pointer, f"{problem.reason}{where}: {problem.cure}", problem.cure)
