"""Telling what became of a capture job, event by event, once the chain has answered."""

from __future__ import annotations

import json
import time

import typer

from cli.options import problem_line
from cli.rooms import STILL_ON_ITS_WAY, refusal_line
from store import Reader, Record
from store.record.jobs import CaptureJob, EventResult, job_of
from store.record.progress import Progress

_SETTLED = (Progress.FINAL, Progress.FAILED)


def answered(record: Record, done: CaptureJob, patience: float) -> CaptureJob:
    """Return a job once the chain has answered for all its events, or as it stands after `patience` seconds."""
    deadline = time.monotonic() + patience
    while _is_under_way(done) and time.monotonic() < deadline:
        time.sleep(0.1)
        done = job_of(record, done.id, Reader(done.organisation)) or done
    return done


def is_open(result: EventResult) -> bool:
    """Return whether the chain has still to answer for an event."""
    return result.status == "accepted" and result.progress not in _SETTLED


def _is_under_way(done: CaptureJob) -> bool:
    waiting = any(element.progress not in _SETTLED for element in done.elements)
    return waiting or any(is_open(result) for result in done.results)


def tell_job(done: CaptureJob, *, waited: bool = True) -> None:
    """Tell a job: every event that did not come through by its place, then how many came how far.

    Raises:
        typer.Exit: 1 where an event was refused, here or by the chain; 3 where some are still on their way.
    """
    master_data = f", {len(done.elements)} new statements of master data" if done.elements else ""
    typer.echo(f"job {done.id}: {len(done.results)} events{master_data}")
    tell_results(done)
    refused = any(result.status == "refused" or result.progress is Progress.FAILED for result in done.results)
    if refused or any(element.progress is Progress.FAILED for element in done.elements):
        raise typer.Exit(1)
    if waited and _is_under_way(done):
        again = f"`suyuan job {done.id} --as {done.organisation}`"
        typer.echo(f"Still on its way: is `suyuan serve` running? {again} tells more.", err=True)
        raise typer.Exit(STILL_ON_ITS_WAY)


def tell_results(done: CaptureJob) -> None:
    """Tell every event that did not come through by its place, then how many came how far."""
    counted: dict[str, int] = {}
    for result in done.results:
        word = result.status if result.progress is None else f"{result.status}, {result.progress}"
        counted[word] = counted.get(word, 0) + 1
        if result.failure:
            typer.echo(f"  event {result.index}: the chain refused it: {refusal_line(result.failure)}", err=True)
        elif result.problem:
            typer.echo(f"  event {result.index}: {_problem_line(result.problem)}", err=True)
    for element in done.elements:
        word = f"master data, {element.progress}"
        counted[word] = counted.get(word, 0) + 1
        if element.failure:
            typer.echo(f"  {element.uri}: the chain refused it: {refusal_line(element.failure)}", err=True)
    for word, count in counted.items():
        typer.echo(f"  {count} {word}")


def _problem_line(text: str) -> str:
    """Return an event's problems (the JSON that the record keeps) in one line: place, reason, cure."""
    return "; ".join(
        problem_line(problem["pointer"], problem["detail"], problem.get("cure", "")) for problem in json.loads(text)
    )
