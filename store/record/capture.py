"""Saving a capture: job, per-event results, bodies, secrets and outbox rows commit together or not at all.

Source: EPCIS 2.0, clause 12.6 (capture interface; `rollback` and `proceed`).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

import msgspec
from sqlalchemy import Connection, insert, text

from store.bulk import insert_rows, rows_among
from store.columns import indexed, microseconds_of, table_of
from store.database import Record
from store.reader import OPEN, Disclosure
from store.record.forgetting import forget_in
from store.record.groups import group_subjects
from store.record.jobs import EventResult, NewJob, add_job
from store.record.master_data_saving import ElementIndex, is_new, save_element
from store.record.outbox import add_many_promises
from store.record.payloads import AnchorEvent, Line, Payload, RecordEvent
from store.record.standing_grants import open_to_standing
from store.record.tables import DescriptionRow, EventReaderRow, EventRow

HEADED = 0
ANCHORED = 1

CAPTURE_LOCK = 0x5375_7975_616E
"""Advisory lock that lets captures into PostgreSQL one at a time, so that event numbers rise in the order of commits."""

events = table_of(EventRow)
event_readers = table_of(EventReaderRow)
descriptions = table_of(DescriptionRow)


_EVENT_COLUMNS = (
    *("commitment", "organisation", "content_digest", "event_hash", "event_id", "body", "writings", "secret"),
    *("kind", "flags", "state", "lane", "visibility", "hidden", "captured_at", "job_id", "job_index"),
)


@dataclass(frozen=True, slots=True)
class Description:
    """What an event of kind DESCRIBE says about a class, lot or item, ready for display."""

    identifier: str
    """Canonical form."""
    content: str
    """JSON."""


@dataclass(frozen=True, slots=True)
class CapturedEvent:
    """One checked and committed event, ready to be saved."""

    index: int
    """Place in the document, from 0."""
    commitment: bytes
    content_digest: bytes
    """SHA-256 of the RFC 8785 text of the body: within one organisation it tells duplicates."""
    event_hash: str
    event_id: str | None
    body: str
    """Normal form (formats §4) as JSON text."""
    secret: bytes
    kind: int
    flags: int
    state: int
    lane: int
    """`HEADED` or `ANCHORED`."""
    lines: tuple[Line, ...]
    disclosure: Disclosure = OPEN
    description: Description | None = None
    writings: str | None = None
    """How its author wrote identifiers and words, as JSON text, where otherwise than the body has them."""
    warnings: str | None = None
    """What its author should know though it is taken: a JSON list of problems."""
    element: ElementIndex | None = None
    """What is looked up of it, where it is a statement of master data."""


def known_contents(record: Record, organisation: int, digests: Sequence[bytes]) -> Mapping[bytes, bytes]:
    """Return the commitment of each content that this organisation has already captured."""
    with record.reading() as connection:
        return _known(connection, organisation, digests)


def await_captures(connection: Connection) -> None:
    """Let this transaction be the only one that captures, or changes who may read, until it ends."""
    # SQLite has one writer anyway.
    if connection.dialect.name != "sqlite":
        connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": CAPTURE_LOCK})


def save_capture(
    record: Record,
    job: NewJob,
    captured: Sequence[CapturedEvent],
    refused: Sequence[EventResult],
    now: datetime,
    *,
    forgotten: Sequence[bytes] = (),
    elements: Sequence[CapturedEvent] = (),
) -> tuple[EventResult, ...]:
    """Save a job and its events in one transaction and return what became of each, in the order of the document.

    Content that this organisation has captured before, or that stands twice in the document, becomes a `duplicate` that
    names the earlier commitment. Events in `forgotten` that are the organisation's own are forgotten in the same
    transaction as the FORGET events that say so. Statements of master data in `elements` are saved where they say something
    new; they have no result. With `rollback` the caller passes either no captured events or no refused ones.
    """
    with record.writing() as connection:
        await_captures(connection)
        known = dict(_known(connection, job.organisation, [event.content_digest for event in captured]))
        fresh: list[CapturedEvent] = []
        results = list(refused)
        for event in captured:
            earlier = known.get(event.content_digest)
            if earlier is None:
                fresh.append(event)
                known[event.content_digest] = event.commitment
            status = "accepted" if earlier is None else "duplicate"
            results.append(
                EventResult(event.index, status, earlier or event.commitment, event.event_id, event.warnings)
            )
        results.sort(key=lambda result: result.index)
        add_job(connection, job, results, now)
        said = [(event, event.element) for event in elements if event.element is not None]
        news = [(event, element) for event, element in said if is_new(connection, job.organisation, element)]
        fresh.extend(event for event, _ in news)
        _save_events(connection, job, fresh, now)
        add_many_promises(connection, job.organisation, [_payload(event) for event in fresh], now, job.id)
        _save_descriptions(connection, job.organisation, fresh, now)
        for event, element in news:
            save_element(connection, job.organisation, event.commitment, element, now)
        for commitment in forgotten:
            forget_in(connection, commitment, job.organisation, now)
    return tuple(results)


def _known(connection: Connection, organisation: int, digests: Sequence[bytes]) -> Mapping[bytes, bytes]:
    query = "SELECT content_digest, commitment FROM events WHERE content_digest {among} AND organisation = {}"
    found: dict[bytes, bytes] = dict(rows_among(connection, query, digests, organisation))
    return found


def _save_events(connection: Connection, job: NewJob, fresh: Sequence[CapturedEvent], now: datetime) -> None:
    if not fresh:
        return
    moment = microseconds_of(now)
    hidden = {event.disclosure.hidden: msgspec.json.encode(event.disclosure.hidden).decode() for event in fresh}
    rows = [
        (
            event.commitment,
            job.organisation,
            event.content_digest,
            event.event_hash,
            indexed(event.event_id),
            event.body,
            event.writings,
            event.secret,
            event.kind,
            event.flags,
            event.state,
            event.lane,
            event.disclosure.visibility,
            hidden[event.disclosure.hidden],
            moment,
            job.id,
            event.index,
        )
        for event in fresh
    ]
    insert_rows(connection, events, rows, _EVENT_COLUMNS)
    groups = {name for event in fresh for name in event.disclosure.groups}
    named = group_subjects(connection, job.organisation, groups)
    readers = [
        (event.commitment, subject)
        for event in fresh
        for subject in sorted({*event.disclosure.readers, *(named[name] for name in event.disclosure.groups)})
    ]
    insert_rows(connection, event_readers, readers, ("commitment", "organisation"))
    open_to_standing(connection, job.organisation, [(event.commitment, event.body) for event in fresh], now)


def _save_descriptions(
    connection: Connection, organisation: int, fresh: Sequence[CapturedEvent], now: datetime
) -> None:
    for event in fresh:
        if event.description is None:
            continue
        identifier = event.description.identifier
        connection.execute(
            descriptions.delete().where(
                descriptions.c.identifier == identifier, descriptions.c.organisation == organisation
            )
        )
        row = {"identifier": identifier, "organisation": organisation, "commitment": event.commitment}
        connection.execute(insert(descriptions), row | {"content": event.description.content, "described_at": now})


def _payload(event: CapturedEvent) -> Payload:
    if event.lane == ANCHORED:
        return AnchorEvent(event.commitment, event.kind)
    return RecordEvent(event.commitment, event.kind, event.flags, event.state, event.lines)
