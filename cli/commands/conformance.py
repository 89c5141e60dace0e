"""`suyuan conformance FOLDER`: cases that other people published, run against this software."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from cli.conformance.folder import results_in
from cli.conformance.report import line_of, markdown, summary
from cli.conformance.results import Outcome
from cli.conformance.trial import trial
from cli.errors import CommandRefused
from cli.plain_text import plain


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("conformance")(conformance)


def conformance(
    folder: Annotated[Path, typer.Argument(help="Folder with documents, hashes, identifiers, link sets, networks.")],
    write: Annotated[Path | None, typer.Option(help="Write the report as Markdown to this file too.")] = None,
) -> None:
    """Run every case below a folder and print a line for each that falls short; ends with 1 if any does."""
    if not folder.is_dir():
        raise CommandRefused(f"{folder} is no folder. Name the folder that holds the sets of cases")
    results = []
    with trial() as stage:
        for result in results_in(folder, stage, datetime.now(UTC)):
            results.append(result)
            if result.outcome is not Outcome.PASSED:
                typer.echo(plain(line_of(result)))
    if not results:
        raise CommandRefused(f"{folder} holds no case that is known here. See docs/conformance.md for the layout")
    width = max(len(name) for name, *_ in summary(results))
    for name, passed, cases, faults in summary(results):
        typer.echo(
            f"{name:<{width}}  {passed} of {cases}" + (f" ({faults} faults of the set)" if faults else ""), err=True
        )
    if write is not None:
        write.write_text(markdown(results), encoding="utf-8")
    if any(result.outcome is Outcome.FALLS_SHORT for result in results):
        raise typer.Exit(1)
