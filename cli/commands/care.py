"""`suyuan audit`, `rebuild`, `backup`, `restore`, `status`: care of an installation's databases."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

from chain.connection import connect
from chain.errors import ChainError
from chain.finality import finality_of
from chain.network import load_network
from cli.errors import CommandRefused, NotSetUp
from cli.rooms import opened
from cli.settings import Installation, answers, current
from store.backup import backup_record, restore_record
from store.mirror.checkpoints import checkpoint_of
from store.record.outbox import counts


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.command("audit")(audit)
    app.command("rebuild")(rebuild)
    app.command("backup")(backup)
    app.command("restore")(restore)
    app.command("status")(status)
    app.command("resume")(resume)


def audit() -> None:
    """Compare the mirror with the chain and the record; name each row that differs."""
    _verify_set_up()
    from indexer.main import audit_installation  # noqa: PLC0415 - the other commands of this part need no indexer.

    findings = audit_installation(os.environ | current().environment())
    for finding in findings:
        typer.echo(str(finding))
    if findings:
        raise CommandRefused(f"{len(findings)} rows differ")
    typer.echo("mirror, record and chain agree")


def rebuild() -> None:
    """Delete the mirror and make it anew from the chain and the record; stop the indexer first."""
    _verify_set_up()
    from indexer.main import rebuild_installation  # noqa: PLC0415 - as above.

    blocks = rebuild_installation(os.environ | current().environment(), typer.echo)
    typer.echo(f"the mirror was made anew from {blocks} blocks")


def backup(file: Annotated[Path, typer.Argument(help="File to write; it must not exist.")]) -> None:
    """Back up the record (bodies, secrets, promises, accounts) while everything runs."""
    if file.exists():
        raise CommandRefused(f"{file} exists; name another file")
    with opened(current()) as (record, _):
        backup_record(record, file)
    typer.echo(f"the record is in {file}; keep it as secret as the record itself")


def restore(file: Annotated[Path, typer.Argument(help="A backup.", exists=True, dir_okay=False)]) -> None:
    """Restore the record from a backup into an empty installation; stop all processes first."""
    installation = current()
    installation.home.mkdir(parents=True, exist_ok=True)
    restore_record(file, installation.record_url)
    typer.echo("restored; `suyuan serve` brings the chain back to what was promised")
    if not installation.network_file.exists():
        typer.echo(f"put network.json and keystores/ of the old installation into {installation.home} first", err=True)


def status() -> None:
    """Say how far the outbox and the mirror have come, and whether chain and API answer."""
    installation = current()
    with opened(installation) as (record, mirror):
        rows = counts(record)
        for progress, count in rows.items():
            typer.echo(f"outbox {progress}: {count}")
        if not rows:
            typer.echo("outbox: empty")
        found = checkpoint_of(mirror)
    typer.echo(f"mirror: {'empty' if found is None else f'block {found.block_number}'}")
    typer.echo(f"chain: {_newest_block(installation)}")
    _tell_of_the_indexer(installation)
    typer.echo(f"api: {'answers' if answers(installation.host, installation.port) else 'does not answer'}")


def resume(
    take_back: Annotated[
        bool, typer.Option("--take-back", help="Take final blocks back: all firms have agreed on other ones.")
    ] = False,
) -> None:
    """Let the indexer go on that stands because of an alarm, once you know why; `suyuan status` shows the alarm."""
    _verify_set_up()
    from indexer.alarm import resume as let_go_on  # noqa: PLC0415 - as above.

    alarm = let_go_on(current().home, takes_back=take_back)
    if alarm is None:
        raise CommandRefused("there is no alarm; `suyuan status` says how the indexer is")
    typer.echo(f"the indexer goes on; it stood because {alarm.message}")


def _tell_of_the_indexer(installation: Installation) -> None:
    from indexer.alarm import read_alarm  # noqa: PLC0415 - as above.
    from indexer.status import read_status  # noqa: PLC0415

    if installation.network_file.exists():
        typer.echo(f"finality: {finality_of(load_network(installation.home))}")
    if (alarm := read_alarm(installation.home)) is not None:
        typer.echo(f"ALARM, the indexer stands: {alarm.message}. {alarm.cure}")
        return
    found = read_status(installation.home)
    for trouble in () if found is None else found.troubles:
        typer.echo(f"trouble: {trouble}")


def _newest_block(installation: Installation) -> str:
    try:
        with connect(load_network(installation.home).with_rpc_url(installation.rpc_url)) as connection:
            return f"block {connection.block_number()}"
    except ChainError as error:
        return f"does not answer ({error})"


def _verify_set_up() -> None:
    installation = current()
    if not installation.network_file.exists():
        raise NotSetUp(installation.home)
