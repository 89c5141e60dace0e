"""Captures an EPCIS document: every event checked, hashed, committed, and saved with its promise in one transaction."""

from __future__ import annotations

import secrets as random_source
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from capture.committing import Intent, captured_event
from capture.disclosure import NOBODY_ELSE
from capture.errors import DocumentWithoutEvents, EventRefused, EventsRefused, Problem
from capture.grants import GrantBook
from capture.lane import Lane
from capture.limits import Limits
from capture.mapping import TableMapping
from capture.master_data import described_elements
from capture.reading import Form, ReadEvent, contents_of, events_of
from capture.saving import Behaviour, problems_json, saved_job
from capture.standing import grant_book, verify_writer
from capture.standing_profiles import StandingProfiles, standing_profiles_of
from capture.table import Table, read_csv
from store.database import Mirror, Record
from store.reader import Disclosure
from store.record.capture import CapturedEvent
from store.record.groups import verify_groups
from store.record.jobs import CaptureJob

Secrets = Callable[[], bytes]
"""Gives 32 random bytes for each event."""


def random_secret() -> bytes:
    """Return 32 bytes from the operating system."""
    return random_source.token_bytes(32)


@dataclass(frozen=True, slots=True)
class Request:
    """How a capture is to be done."""

    organisation: int
    """Whose events they are."""
    now: datetime
    """When the request came."""
    behaviour: Behaviour = Behaviour.ROLLBACK
    """What a refused event does to the others."""
    disclosure: Disclosure = NOBODY_ELSE
    """Who may read the events."""
    lane: Lane = Lane.HEADED
    """How they go to the chain."""
    limits: Limits = field(default_factory=Limits)
    """What one capture may hold."""
    secrets: Secrets = random_secret
    """Where the events' secrets come from; tests give their own."""
    dry_run: bool = False
    """Check everything and write nothing."""
    strict: bool = False
    """Refuse what else is only warned of: an `eventID` that is another event's hash, a thing in two writings, an unknown word."""
    standing: bool = False
    """Whether the caller said nothing of who may read, so that the firm's standing profiles hold."""

    def intent(self) -> Intent:
        """Return what this request says about each event."""
        return Intent(self.organisation, self.disclosure, self.lane)


def capture_document(record: Record, mirror: Mirror, data: bytes, form: Form, request: Request) -> CaptureJob:
    """Capture the events and the master data of a document and return the finished job with a result for each event.

    Raises:
        CaptureLimitExceeded, DocumentInvalid, DocumentWithoutEvents: for the document; nothing is stored.
        EventsRefused: with behaviour rollback, if any event is refused; nothing is stored.
        OrganisationUnknown: if the writer is not a member in good standing.
        GroupUnknown: if the profile names a group that the writer does not have.
    """
    verify_writer(mirror, request.organisation)
    read = contents_of(data, form, request.limits, request.now, strict=request.strict)
    if not read.events and not read.vocabularies:
        raise DocumentWithoutEvents
    verify_groups(record, request.organisation, request.disclosure.groups)
    book = grant_book(mirror)
    standing = standing_profiles_of(record, request.organisation, book) if request.standing else None
    captured, refused = _committed(read.events, request, book, standing)
    of_firm = request if standing is None else replace(request, disclosure=standing.profile_of(()))
    elements, problems = described_elements(read.vocabularies, read.vocabulary_base, of_firm, book)
    return _saved(record, request, captured, refused, elements, problems)


def capture_table(
    record: Record, mirror: Mirror, data: bytes, mapping: TableMapping, request: Request
) -> tuple[CaptureJob, Table]:
    """Capture the events of a CSV table; problems name rows and columns.

    Raises:
        As `capture_document`; with behaviour rollback a row that cannot be read refuses the table.
    """
    verify_writer(mirror, request.organisation)
    table = read_csv(data, mapping, request.limits, request.now)
    if table.problems and (request.behaviour is Behaviour.ROLLBACK or not table.events):
        raise EventsRefused(
            table.problems[: request.limits.reported_problems], len(table.problems), len(table.problems) + table.events
        )
    if not table.events:
        raise DocumentWithoutEvents
    read = events_of(table.document, Form.JSON, request.limits, request.now, strict=request.strict)
    verify_groups(record, request.organisation, request.disclosure.groups)
    book = grant_book(mirror)
    standing = standing_profiles_of(record, request.organisation, book) if request.standing else None
    captured, refused = _committed(read, request, book, standing)
    placed = [EventRefused(item.index, [_placed(problem, table) for problem in item.problems]) for item in refused]
    placed.extend(EventRefused(table.events + number, [problem]) for number, problem in enumerate(table.problems))
    return _saved(record, request, captured, placed), table


def _committed(
    read: tuple[ReadEvent, ...], request: Request, book: GrantBook, standing: StandingProfiles | None
) -> tuple[list[CapturedEvent], list[EventRefused]]:
    captured: list[CapturedEvent] = []
    refused: list[EventRefused] = []
    intent = request.intent()
    for item in read:
        try:
            if item.event is None or item.problems:
                raise EventRefused(item.index, item.problems)
            if standing is not None:
                profile = standing.profile_of(thing.identifier for thing in item.event.things())
                intent = replace(intent, disclosure=profile)
            event = captured_event(item.event, item.index, intent, book, request.secrets(), request.limits)
            captured.append(replace(event, warnings=problems_json(item.warnings)) if item.warnings else event)
        except EventRefused as refusal:
            refused.append(_within(refusal, item.pointer))
    return captured, refused


def _within(refusal: EventRefused, pointer: str) -> EventRefused:
    """Return the refusal with the places of the whole document."""
    problems = [
        problem if problem.pointer.startswith(pointer) else replace(problem, pointer=pointer + problem.pointer)
        for problem in refusal.problems
    ]
    return EventRefused(refusal.index, problems)


def _placed(problem: Problem, table: Table) -> Problem:
    return replace(problem, pointer=table.place(problem.pointer))


def _saved(
    record: Record,
    request: Request,
    captured: list[CapturedEvent],
    refused: list[EventRefused],
    elements: Sequence[CapturedEvent] = (),
    problems: Sequence[Problem] = (),
) -> CaptureJob:
    return saved_job(
        record,
        request.organisation,
        request.behaviour,
        captured,
        refused,
        request.now,
        request.limits,
        dry_run=request.dry_run,
        elements=elements,
        element_problems=problems,
    )
