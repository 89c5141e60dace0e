"""Capture jobs and what became of each of their events.

Source: EPCIS 2.0, clause 12.6.2.2 (capture jobs); the progress towards the chain is ours.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, insert, or_, select

from store.bulk import insert_rows
from store.columns import table_of
from store.database import Record
from store.reader import Reader
from store.record.master_data_saving import master_data
from store.record.outbox import failure_of, outbox
from store.record.progress import Failure, Progress
from store.record.tables import CaptureJobRow, CaptureResultRow

jobs = table_of(CaptureJobRow)
results = table_of(CaptureResultRow)


@dataclass(frozen=True, slots=True)
class NewJob:
    """A capture job as it is about to be saved."""

    id: str
    organisation: int
    behaviour: str
    """`rollback` or `proceed`."""
    success: bool
    problems: str = "[]"
    """JSON list of problems of the document as a whole."""


@dataclass(frozen=True, slots=True)
class EventResult:
    """What became of one event of a document."""

    index: int
    status: str
    """`accepted`, `duplicate` or `refused`."""
    commitment: bytes | None = None
    """Of the event, or of the earlier event with the same content."""
    event_id: str | None = None
    problem: str | None = None
    """A JSON list of problems: why it was refused, or what its author should know though it was taken."""
    progress: Progress | None = None
    """How far the event has come towards the chain; None where refused."""
    failure: Failure | None = None
    """Why the chain refused it."""


@dataclass(frozen=True, slots=True)
class ElementResult:
    """What became of one statement of master data that said something new."""

    uri: str
    vocabulary: str
    commitment: bytes
    progress: Progress
    """How far it has come towards the chain."""
    failure: Failure | None
    """Why the chain refused it."""


@dataclass(frozen=True, slots=True)
class CaptureJob:
    """A capture job as it is kept."""

    id: str
    organisation: int
    behaviour: str
    success: bool | None
    problems: str
    created_at: datetime
    finished_at: datetime | None
    results: tuple[EventResult, ...]
    elements: tuple[ElementResult, ...] = ()
    """The statements of master data, by vocabulary and thing."""


def add_job(connection: Connection, job: NewJob, outcome: Sequence[EventResult], now: datetime) -> None:
    """Add a finished job and its results within an open transaction."""
    row = {name: getattr(job, name) for name in NewJob.__slots__}
    connection.execute(insert(jobs), row | {"created_at": now, "finished_at": now})
    rows = [
        (job.id, result.index, result.status, result.commitment, result.event_id, result.problem) for result in outcome
    ]
    insert_rows(connection, results, rows, ("job_id", "index", "status", "commitment", "event_id", "problem"))


def job_of(record: Record, job_id: str, reader: Reader) -> CaptureJob | None:
    """Return a job to the organisation that owns it; to anybody else there is no such job."""
    if reader.organisation is None:
        return None
    with record.reading() as connection:
        row = connection.execute(
            select(jobs).where(jobs.c.id == job_id, jobs.c.organisation == reader.organisation)
        ).one_or_none()
        return None if row is None else _job(row, _results(connection, job_id), _elements(connection, job_id))


def jobs_of(
    record: Record, reader: Reader, limit: int, after: tuple[datetime, str] | None = None
) -> tuple[CaptureJob, ...]:
    """Return the reader's own jobs without their results, newest first; `after` is the time and the id of the last one had."""
    if reader.organisation is None:
        return ()
    query = select(jobs).where(jobs.c.organisation == reader.organisation)
    if after is not None:
        moment, job_id = after
        query = query.where(jobs.c.created_at <= moment, or_(jobs.c.created_at < moment, jobs.c.id > job_id))
    with record.reading() as connection:
        rows = connection.execute(query.order_by(jobs.c.created_at.desc(), jobs.c.id).limit(limit))
        return tuple(_job(row, ()) for row in rows)


def _results(connection: Connection, job_id: str) -> tuple[EventResult, ...]:
    query = (
        select(results, outbox.c.state.label("progress"), outbox.c.failure)
        .outerjoin(outbox, outbox.c.commitment == results.c.commitment)
        .where(results.c.job_id == job_id)
        .order_by(results.c.index)
    )
    return tuple(
        EventResult(
            index=row._mapping["index"],
            status=row.status,
            commitment=row.commitment,
            event_id=row.event_id,
            problem=row.problem,
            progress=None if row.progress is None else Progress(row.progress),
            failure=failure_of(row.failure),
        )
        for row in connection.execute(query)
    )


def _elements(connection: Connection, job_id: str) -> tuple[ElementResult, ...]:
    query = (
        select(master_data.c.uri, master_data.c.vocabulary, outbox.c.commitment, outbox.c.state, outbox.c.failure)
        .join(master_data, master_data.c.commitment == outbox.c.commitment)
        .where(outbox.c.job_id == job_id)
        .order_by(master_data.c.vocabulary, master_data.c.uri)
    )
    return tuple(
        ElementResult(row.uri, row.vocabulary, row.commitment, Progress(row.state), failure_of(row.failure))
        for row in connection.execute(query)
    )


def _job(row: Row[Any], outcome: tuple[EventResult, ...], elements: tuple[ElementResult, ...] = ()) -> CaptureJob:
    times = (row.created_at, row.finished_at)
    return CaptureJob(row.id, row.organisation, row.behaviour, row.success, row.problems, *times, outcome, elements)
