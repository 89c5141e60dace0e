"""`suyuan capture FILE` and `suyuan job ID`: a firm's documents become events; errors are told by event or by row."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from capture.disclosure import NOBODY_ELSE, disclosure_of
from capture.documents import Request, capture_document, capture_table
from capture.lane import lane_of
from capture.mapping import mapping_of
from capture.reading import Form
from capture.saving import Behaviour
from cli.errors import CommandRefused
from cli.jobs import answered, tell_job, tell_results
from cli.options import Acting, refusals_told
from cli.rooms import PATIENCE, await_mirror, opened
from cli.settings import current
from store import Mirror, Reader, Record
from store.record.jobs import CaptureJob, job_of
from store.record.progress import Progress


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.command("capture")(capture)
    app.command("job")(job)


def capture(
    file: Annotated[
        Path,
        typer.Argument(
            help="EPCIS document (.json, .jsonld, .xml) or a table (.csv).", exists=True, dir_okay=False, metavar="FILE"
        ),
    ],
    acting: Acting,
    mapping: Annotated[
        Path | None,
        typer.Option(help="How the columns of a table become fields (JSON, see docs/capture.md).", exists=True),
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Check everything, write nothing.")] = False,
    proceed: Annotated[bool, typer.Option("--proceed", help="Keep the good events when others are refused.")] = False,
    disclosure: Annotated[
        str | None,
        typer.Option(
            help="public, members or private; then `; readers=2,5`, `; groups=dealers` and `; hide=/ilmd`. "
            "Left out, the standing profile of the prefix or firm holds, else private."
        ),
    ] = None,
    lane: Annotated[str, typer.Option(help="headed, or anchored for telemetry and bulk.")] = "headed",
    wait: Annotated[float, typer.Option(help="Seconds to wait for the chain.", min=0)] = PATIENCE,
) -> None:
    """Capture a document: check, commit and promise its events to the chain, and say what became of each."""
    request = Request(
        organisation=acting,
        now=datetime.now(UTC),
        behaviour=Behaviour.PROCEED if proceed else Behaviour.ROLLBACK,
        disclosure=NOBODY_ELSE if disclosure is None else disclosure_of(disclosure),
        standing=disclosure is None,
        lane=lane_of(lane),
        dry_run=dry_run,
    )
    with opened(current()) as (record, mirror):
        with refusals_told(file.name):
            done = _captured(record, mirror, file, mapping, request)
        if not dry_run:
            done = answered(record, done, wait)
            if wait > 0 and any(result.progress is Progress.FINAL for result in done.results):
                await_mirror(mirror)
            tell_job(done, waited=wait > 0)
            return
    refused = sum(result.status == "refused" for result in done.results)
    if refused:
        tell_results(done)
    typer.echo(f"{len(done.results) - refused} of {len(done.results)} events are in order; nothing was written")
    if refused:
        raise typer.Exit(1)


def job(job_id: Annotated[str, typer.Argument(metavar="JOB", help="Id of the job.")], acting: Acting) -> None:
    """Say what became of a capture job."""
    with opened(current()) as (record, _):
        found = job_of(record, job_id, Reader(acting))
    if found is None:
        raise CommandRefused(f"organisation {acting} has no capture job {job_id}")
    tell_job(found)


def _captured(record: Record, mirror: Mirror, file: Path, mapping: Path | None, request: Request) -> CaptureJob:
    data = file.read_bytes()
    if file.suffix.lower() == ".csv" or mapping is not None:
        if mapping is None:
            raise CommandRefused(f"{file.name} is a table: say what its columns mean with --mapping (docs/capture.md)")
        return capture_table(record, mirror, data, mapping_of(mapping.read_bytes()), request)[0]
    form = Form.XML if data.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] == b"<" else Form.JSON
    return capture_document(record, mirror, data, form, request)
