"""The opened databases of an installation, and waiting for what was promised."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime

import typer

from api.problems import BY_NAME, problem_name
from chain.connection import connect
from chain.network import load_network
from cli.errors import CommandRefused, NotSetUp
from cli.settings import Installation, current
from store import Mirror, Record, open_mirror, open_record
from store.mirror.checkpoints import checkpoint_of
from store.mirror.members import organisation_of
from store.record.outbox import Promise, promise, promise_of
from store.record.payloads import Payload
from store.record.progress import Failure, Progress

PATIENCE = 30.0
"""Seconds that a command waits for the chain, and then for the mirror."""
STILL_ON_ITS_WAY = 3
"""The exit code of a command whose promise is kept, but not on the chain yet."""


@contextmanager
def opened(installation: Installation) -> Iterator[tuple[Record, Mirror]]:
    """Open record and mirror of an installation.

    Raises:
        NotSetUp: there is no network yet.
    """
    if not installation.network_file.exists():
        raise NotSetUp(installation.home)
    record, mirror = open_record(installation.record_url), open_mirror(installation.mirror_url)
    try:
        yield record, mirror
    finally:
        record.close()
        mirror.close()


def promised(
    record: Record, organisation: int, payloads: Sequence[Payload], *, patience: float = PATIENCE
) -> tuple[Promise, ...]:
    """Put writes into the outbox and return them once the chain has answered, or as they stand after `patience` seconds.

    Raises:
        CommandRefused: the chain refused one; the message bears the error's own name.
    """
    numbers = promise(record, organisation, payloads, datetime.now(UTC))
    return settled(record, numbers, patience=patience)


def settled(record: Record, numbers: Sequence[int], *, patience: float = PATIENCE) -> tuple[Promise, ...]:
    """Return the outbox rows once they are final or refused, or as they stand after `patience` seconds.

    Raises:
        CommandRefused: the chain refused one; the message bears the error's own name.
    """
    deadline = time.monotonic() + patience
    while True:
        rows = tuple(promise_of(record, number) for number in numbers)
        for row in rows:
            if row.progress is Progress.FAILED:
                said = refusal_line(row.failure) if row.failure else "it does not say why"
                raise CommandRefused(f"the chain refused {row.operation} (outbox row {row.id}): {said}")
        if all(row.progress is Progress.FINAL for row in rows) or time.monotonic() > deadline:
            return rows
        time.sleep(0.05)


def refusal_line(failure: Failure) -> str:
    """Return why the chain refused something: the error's own name and arguments, and what it means."""
    name = problem_name(failure.name)
    meaning = f": {BY_NAME[name].title}. See docs/problems.md#{name}" if name in BY_NAME else ""
    return f"{failure.detail if failure.name in failure.detail else f'{failure.name} {failure.detail}'}{meaning}"


def verify_final(rows: Sequence[Promise]) -> None:
    """End the command with exit code 3 and what to do, unless all writes are on the chain.

    Raises:
        typer.Exit: one of them is still on its way.
    """
    waiting = [row for row in rows if row.progress is not Progress.FINAL]
    if waiting:
        for row in waiting:
            typer.echo(f"{row.operation}: {row.progress} (outbox row {row.id})", err=True)
        typer.echo("It is promised and will be sent. Is `suyuan serve` running? `suyuan status` tells.", err=True)
        raise typer.Exit(STILL_ON_ITS_WAY)


def await_mirror(mirror: Mirror, *, patience: float = PATIENCE) -> None:
    """Wait until the mirror has what is on the chain now, so that the next command finds it; say so if it does not come."""
    installation = current()
    with connect(load_network(installation.home).with_rpc_url(installation.rpc_url)) as connection:
        newest = connection.block_number()
    deadline = time.monotonic() + patience
    while (seen := checkpoint_of(mirror)) is None or seen.block_number < newest:
        if time.monotonic() > deadline:
            typer.echo("It is on the chain, but not in the mirror yet: is the indexer running?", err=True)
            return
        time.sleep(0.05)


def act(organisation: int, payload: Payload, done: str) -> None:
    """Write one thing to the chain as an organisation, and say that it is done.

    Raises:
        CommandRefused: the chain refused it.
        typer.Exit: it is still on its way.
    """
    with opened(current()) as (record, mirror):
        verify_final(promised(record, organisation, [payload]))
        await_mirror(mirror)
    typer.echo(done)


def verify_member(mirror: Mirror, organisation: int) -> None:
    """Check that an organisation is a member of the network.

    Raises:
        CommandRefused: it is none that the mirror knows.
    """
    if organisation_of(mirror, organisation) is None:
        raise CommandRefused(f"there is no organisation {organisation}; `suyuan member list` shows all")
