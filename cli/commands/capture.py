"""`suyuan capture FILE` and `suyuan job ID`: a firm's documents become events; errors are told by event or by row."""

from __future__ import annotations

import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from capture.disclosure import disclosure_of
from capture.documents import Request, capture_document, capture_table
from capture.errors import CaptureRefused, EventsRefused
from capture.lane import lane_of
from capture.mapping import mapping_of
from capture.reading import Form
from capture.saving import Behaviour
from cli.errors import CommandRefused
from cli.rooms import opened
from cli.settings import current
from store import Reader, Record
from store.record.jobs import CaptureJob, job_of
from store.record.payloads import Progress
from traceability.epcis import DocumentInvalid

_OPEN = (Progress.WAITING, Progress.SIGNED, Progress.MINED)


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.command("capture")(capture)
    app.command("job")(job)


def capture(
    file: Annotated[
        Path,
        typer.Argument(
            help="EPCIS 2.0 document (.json, .jsonld, .xml) or a table (.csv).", exists=True, dir_okay=False
        ),
    ],
    acting: Annotated[int, typer.Option("--as", help="Number of the organisation whose events they are.")],
    mapping: Annotated[
        Path | None, typer.Option(help="How the columns of a table become fields (JSON).", exists=True)
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Check everything, write nothing.")] = False,
    proceed: Annotated[bool, typer.Option("--proceed", help="Keep the good events when others are refused.")] = False,
    disclosure: Annotated[str, typer.Option(help="public, members, private; then `; readers=2,5`.")] = "private",
    lane: Annotated[str, typer.Option(help="headed, or anchored for telemetry and bulk.")] = "headed",
    wait: Annotated[float, typer.Option(help="Seconds to wait for the chain.")] = 30.0,
) -> None:
    """Capture a document: check, commit and promise its events to the chain, and say what became of each."""
    data = file.read_bytes()
    request = Request(
        organisation=acting,
        now=datetime.now(UTC),
        behaviour=Behaviour.PROCEED if proceed else Behaviour.ROLLBACK,
        disclosure=disclosure_of(disclosure),
        lane=lane_of(lane),
        dry_run=dry_run,
    )
    with opened(current()) as (record, mirror):
        try:
            if file.suffix.lower() == ".csv":
                if mapping is None:
                    raise CommandRefused("a table needs a mapping: --mapping FILE (see docs/capture.md)")
                done, _ = capture_table(record, mirror, data, mapping_of(mapping.read_bytes()), request)
            else:
                form = Form.XML if data.lstrip()[:1] == b"<" else Form.JSON
                done = capture_document(record, mirror, data, form, request)
        except (EventsRefused, DocumentInvalid) as refusal:
            for problem in refusal.problems:
                typer.echo(f"  {problem.pointer}: {problem.reason}. {problem.cure}", err=True)
            raise CommandRefused(f"{file.name} was refused; nothing was stored") from refusal
        except CaptureRefused as refusal:
            raise CommandRefused(f"{file.name}: {refusal}") from refusal
        if dry_run:
            typer.echo(f"{len(done.results)} events are in order; nothing was written (--dry-run)")
            return
        _tell(_answered(record, done, acting, wait))


def job(job_id: str, acting: Annotated[int, typer.Option("--as", help="Number of the organisation.")]) -> None:
    """Say what became of a capture job."""
    with opened(current()) as (record, _):
        found = job_of(record, job_id, Reader(acting))
    if found is None:
        raise CommandRefused(f"organisation {acting} has no capture job {job_id}")
    _tell(found)


def _answered(record: Record, done: CaptureJob, organisation: int, patience: float) -> CaptureJob:
    deadline = time.monotonic() + patience
    while (
        any(
            result.status == "accepted" and (result.progress is None or result.progress in _OPEN)
            for result in done.results
        )
        and time.monotonic() < deadline
    ):
        time.sleep(0.1)
        done = job_of(record, done.id, Reader(organisation)) or done
    return done


def _tell(done: CaptureJob) -> None:
    typer.echo(f"job {done.id}: {len(done.results)} events")
    counted: dict[str, int] = {}
    for result in done.results:
        word = result.status if result.progress is None else f"{result.status}, {result.progress}"
        counted[word] = counted.get(word, 0) + 1
        if result.problem or result.failure:
            typer.echo(f"  event {result.index}: {result.problem or result.failure}", err=True)
    for word, count in counted.items():
        typer.echo(f"  {count} {word}")
