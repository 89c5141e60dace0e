"""`suyuan init`: a new development network of one's own."""

from __future__ import annotations

import typer

from cli.errors import CommandRefused
from cli.founding import found
from cli.settings import current


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("init")(init)


def init() -> None:
    """Start a new development network in SUYUAN_HOME: the embedded chain, the contracts, the authority's key.

    The passphrase of the keystores comes from SUYUAN_PASSPHRASE_FILE, or is asked for.
    """
    installation = current()
    if installation.network_file.exists():
        raise CommandRefused(f"{installation.home} holds a network already; nothing was changed")
    found(installation)
    typer.echo(f"a new development network is in {installation.home}; `suyuan serve` runs it")
