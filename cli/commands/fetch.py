"""`suyuan fetch …`: asks the nodes of other firms for what they granted, checks it against the chain, and keeps it."""

from __future__ import annotations

import os
import ssl
import time
from datetime import UTC, datetime
from typing import Annotated

import typer

from chain.network import Consensus, load_network
from cli.errors import CommandRefused
from cli.founding import keystores_of
from cli.ledger_keys import ledger_key
from cli.options import Acting
from cli.plain_text import plain
from cli.rooms import opened, verify_member
from cli.settings import Installation, current
from cli.sharing import commitment_of
from delivery.asking import Asker
from delivery.sending import Sender, system_resolver
from delivery.settings import reach_from
from exchange.fetching import Fetched, Reading, lines_elsewhere
from exchange.services import service_of
from store.database import Mirror, Record
from store.mirror.members import signing_keys_of
from traceability.identifiers import parse
from traceability.signed_requests.origin import origin_of
from traceability.signed_requests.signing import Key
from traceability.verdict.facts import Status

PATIENCE = 20.0
"""Seconds that one question may take."""
UNTRUE = {Status.REFUSED, Status.WITHHELD_BY_SERVER}
NOT_ALL = 3
"""Exit code where something could not be asked: asking again later helps."""


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.command("fetch")(fetch)


def fetch(
    what: Annotated[
        list[str],
        typer.Argument(
            metavar="WHAT", help="Commitments (0x…), or codes of things: all their events that are not here."
        ),
    ],
    acting: Acting,
    source: Annotated[
        str | None,
        typer.Option(
            "--from", help="Address of a node, or number of an organisation, to ask instead of each event's own firm."
        ),
    ] = None,
) -> None:
    """Ask other firms' nodes for what they granted, check it, and keep it as long as they said.

    Whom to ask, the chain says: each line names its organisation, and the organisation's profile its node. The request is signed by the
    acting organisation's key. Ends with 1 if an answer is refused or withheld, and with 3 if something could not be asked.
    """
    installation = current()
    with opened(installation) as (record, mirror):
        verify_member(mirror, acting)
        wanted = _wanted(record, mirror, what)
        consensus = load_network(installation.home).consensus
        reading = Reading(
            record=record,
            mirror=mirror,
            organisation=acting,
            key=_key(installation, mirror, acting),
            asker=_asker(),
            clock=lambda: datetime.now(UTC),
            shown=Status.PROVEN if consensus is Consensus.QBFT else Status.MATCHED,
            origin=None if source is None else _origin(mirror, source),
        )
        found = reading.fetch(wanted)
    for each in found:
        typer.echo(plain(_line(each)))
    statuses = {each.status for each in found}
    if not found:
        typer.echo("nothing to ask for: every event is here, or there is none")
    raise typer.Exit(1 if statuses & UNTRUE else NOT_ALL if Status.NOT_CHECKED in statuses else 0)


def _wanted(record: Record, mirror: Mirror, what: list[str]) -> list[bytes]:
    wanted: list[bytes] = []
    for text in what:
        if text.startswith("0x"):
            wanted.append(commitment_of(text))
        else:
            wanted += lines_elsewhere(record, mirror, ledger_key(mirror, parse(text)))
    return wanted


def _key(installation: Installation, mirror: Mirror, organisation: int) -> Key:
    """Return the newest key of the organisation that is valid now and has a keystore here."""
    keystores, now = keystores_of(installation), int(time.time())
    here = set(keystores.addresses())
    for key in reversed(signing_keys_of(mirror, organisation)):
        if key.address in here and key.valid_from <= now and (key.valid_until == 0 or now <= key.valid_until):
            return keystores.signer(key.address)
    raise CommandRefused(f"no keystore here holds a key of organisation {organisation} that is valid now")


def _asker() -> Asker:
    tls = ssl.create_default_context(cafile=os.environ.get("SUYUAN_WEBHOOK_CA") or None)
    return Asker(Sender(reach_from(os.environ), tls, system_resolver(1), PATIENCE))


def _origin(mirror: Mirror, source: str) -> str:
    if source.isdecimal():
        return service_of(mirror, int(source))
    try:
        return origin_of(source)
    except ValueError as error:
        raise CommandRefused(f"--from {source[:80]!r} is no address of a node: {error}") from error


def _line(each: Fetched) -> str:
    whose = "" if each.owner is None else f"organisation {each.owner}: "
    until = f", kept until {each.until:%Y-%m-%d %H:%M} UTC" if each.until is not None else ""
    words = each.status.value.replace("_", " ")
    return f"0x{each.commitment.hex()}  {words:<19} {whose}{each.reason}{until}"
