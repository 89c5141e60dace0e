"""`suyuan holdings`: what an organisation holds."""

from __future__ import annotations

import typer

from cli.options import Acting
from cli.rooms import opened, verify_member
from cli.settings import current
from store.mirror.holdings import holdings as held_by
from store.record.standing import reader_of
from traceability.identifiers import parse


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("holdings")(holdings)


def holdings(acting: Acting) -> None:
    """List what the organisation holds, by the word of the events."""
    count = 0
    with opened(current()) as (record, mirror):
        verify_member(mirror, acting)
        after: str | None = None
        reader = reader_of(record, acting)
        while page := held_by(mirror, acting, reader, after=after):
            for item in page:
                typer.echo(f"{item.since:%Y-%m-%d %H:%M} UTC  {parse(item.identifier).display()}")
            count += len(page)
            after = page[-1].place
    typer.echo(f"{count} things", err=True)
