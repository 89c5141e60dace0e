"""`suyuan dossier …`: the borrower's links, which show a bank chosen assets and fields until a time."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from typing import Annotated

import typer

from cli.errors import CommandRefused
from cli.options import Acting
from cli.rooms import opened
from cli.settings import current
from evidence.dossiers import DossierOrder, order_dossier
from store import Reader
from store.record.dossiers import Dossier, dossiers_of, revoke_dossier
from traceability.identifiers import parse


def register(app: typer.Typer) -> None:
    """Add the commands."""
    dossier = typer.Typer(help="What a bank may see: make a link, list, revoke.", no_args_is_help=True)
    dossier.command("make")(make)
    dossier.command("list")(list_dossiers)
    dossier.command("revoke")(revoke)
    app.add_typer(dossier, name="dossier")


def make(
    things: Annotated[list[str], typer.Argument(help="The assets, in any writing.", metavar="ASSET...")],
    acting: Acting,
    days: Annotated[int, typer.Option(help="Days for which the link opens.", min=1, max=3650)] = 30,
    field: Annotated[
        list[str] | None,
        typer.Option(
            help="Pointer into your own events that is shown, such as /bizTransactionList/*/bizTransaction; "
            "may be given several times. All are shown if left out."
        ),
    ] = None,
    title: Annotated[str, typer.Option(help="What you call it.")] = "",
    audience: Annotated[str, typer.Option("--for", help="For whom it is.")] = "",
    show_liens: Annotated[
        bool, typer.Option("--show-liens", help="Show who holds the liens that you are a party of.")
    ] = False,
) -> None:
    """Make a link that a bank opens without an account; it is shown once, on the standard output."""
    installation = current()
    now = datetime.now(UTC)
    order = DossierOrder(
        borrower=acting,
        assets=tuple(parse(thing) for thing in things),
        fields=tuple(field) if field else ("",),
        until=now + timedelta(days=days),
        title=title,
        audience=audience,
        shows_liens=show_liens,
    )
    with opened(installation) as (record, mirror):
        made, token = order_dossier(record, mirror, order, now)
    typer.echo(f"dossier {made.id}, until {made.expires_at:%Y-%m-%d %H:%M} UTC; the link is shown only now:", err=True)
    typer.echo(f"{installation.public_origin}/dossiers/{token}")


def list_dossiers(acting: Acting) -> None:
    """List the dossiers of the organisation, newest first; links are not shown again."""
    with opened(current()) as (record, _):
        for item in dossiers_of(record, Reader(acting)):
            content = json.loads(item.content)
            words = " / ".join(text for text in (content["title"], content["audience"]) if text)
            typer.echo(f"{item.id}  {_standing(item):<28} opened {item.opened}  {words}")
            for asset in content["assets"]:
                typer.echo(f"    {parse(asset).display()}")


def revoke(
    dossier: Annotated[str, typer.Argument(help="Id of the dossier, as `suyuan dossier list` shows it.")],
    acting: Acting,
) -> None:
    """Withdraw a dossier: its link opens nothing any more."""
    with opened(current()) as (record, _):
        if not revoke_dossier(record, dossier, Reader(acting), datetime.now(UTC)):
            raise CommandRefused(
                f"organisation {acting} has no dossier {dossier} that is open; `suyuan dossier list --as {acting}` shows all"
            )
    typer.echo(f"dossier {dossier} is withdrawn")


def _standing(item: Dossier) -> str:
    if item.revoked_at is not None:
        return f"withdrawn {item.revoked_at:%Y-%m-%d %H:%M}"
    return f"until {item.expires_at:%Y-%m-%d %H:%M} UTC"
