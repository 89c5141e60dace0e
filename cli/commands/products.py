"""`suyuan label`, `suyuan recall`, `suyuan state`, `suyuan holdings`: what a manufacturer does with its things."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from capture.disclosure import EVERYONE
from capture.documents import Request
from capture.errors import CaptureRefused
from capture.states import change_state, state_named
from chain.network import load_network, trust_root_of
from cli.errors import CommandRefused
from cli.keys import ledger_key
from cli.rooms import opened, settled
from cli.settings import current
from evidence.errors import EvidenceError
from evidence.labels import LabelOrder, fresh_items, label_sheet
from store import Mirror, Reader, Record
from store.mirror.holdings import holdings as held_by
from store.mirror.members import organisations_of
from store.mirror.things import line_counts
from store.record.outbox import promises_for
from store.record.products import descriptions_of
from traceability.identifiers import Identifier, IdentifierInvalid, parse

Acting = Annotated[int, typer.Option("--as", help="Number of the organisation that acts.")]


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.command("label")(label)
    app.command("recall")(recall)
    app.command("state")(state)
    app.command("holdings")(holdings)


def label(
    product_class: Annotated[str, typer.Argument(help="GTIN of the product, in any writing.")],
    count: Annotated[int, typer.Option(help="How many items.", min=1, max=10_000)],
    out: Annotated[Path, typer.Option(help="PDF to write.")],
    acting: Acting,
    sheet: Annotated[str, typer.Option(help="Preset of the sheet.")] = "a4-3x8",
) -> None:
    """Print labels with fresh random serials; every code is read back before the file is written."""
    installation = current()
    thing = _parsed(product_class)
    with opened(installation) as (record, mirror):
        items = fresh_items(thing, count, lambda item: bool(line_counts(mirror, [ledger_key(mirror, item)])))
        order = LabelOrder(
            identifiers=items,
            base_url=installation.public_origin,
            product=_name_of(record, thing),
            maker=_maker(mirror, acting),
            fingerprint=trust_root_of(load_network(installation.home)).fingerprint,
            sheet=sheet,
        )
        try:
            out.write_bytes(label_sheet(order))
        except EvidenceError as refused:
            raise CommandRefused(str(refused)) from refused
    typer.echo(f"{count} labels in {out}, each read back; their serials:")
    for item in items:
        typer.echo(f"  {item.display()}")


def recall(
    thing: Annotated[str, typer.Argument(help="Lot, class, item or package, in any writing.")],
    acting: Acting,
    reason: Annotated[str, typer.Option(help="Why, and what to do, in Chinese.")],
    reason_en: Annotated[str, typer.Option(help="The same in English.")] = "",
) -> None:
    """Recall a lot in one step."""
    _change(thing, "recalled", acting, {"zh": reason} | ({"en": reason_en} if reason_en else {}))


def state(
    thing: Annotated[str, typer.Argument(help="Thing, in any writing.")],
    to: Annotated[str, typer.Argument(help="active, quarantined, recalled, destroyed, stolen, lost, retired.")],
    acting: Acting,
    reason: Annotated[str, typer.Option(help="Why, in Chinese.")] = "",
) -> None:
    """Set the state of a thing; `active` lifts a recall."""
    _change(thing, to, acting, {"zh": reason} if reason else {})


def holdings(acting: Acting) -> None:
    """List what the organisation holds, by the word of the events."""
    with opened(current()) as (_, mirror):
        after = 0
        while page := held_by(mirror, acting, Reader(acting), after=after):
            for item in page:
                typer.echo(f"{item.since:%Y-%m-%d %H:%M}  {parse(item.identifier).display()}")
            after = page[-1].number


def _change(thing: str, to: str, acting: int, reason: dict[str, str]) -> None:
    request = Request(organisation=acting, now=datetime.now(UTC), disclosure=EVERYONE)
    with opened(current()) as (record, mirror):
        try:
            job = change_state(record, mirror, [_parsed(thing)], state_named(to), request, reason=reason, advice=reason)
        except CaptureRefused as refused:
            raise CommandRefused(str(refused)) from refused
        found = promises_for(record, [result.commitment for result in job.results if result.commitment])
        for row in settled(record, [item.id for item in found.values()], patience=30.0):
            typer.echo(f"{to}: {row.progress}")


def _parsed(text: str) -> Identifier:
    try:
        return parse(text)
    except IdentifierInvalid as invalid:
        raise CommandRefused(f"{invalid}. {invalid.cure}") from invalid


def _name_of(record: Record, thing: Identifier) -> str:
    found = descriptions_of(record, [thing.canonical])
    names = json.loads(found[0].content).get("name", {}) if found else {}
    return str(names.get("zh") or names.get("en") or thing.display())


def _maker(mirror: Mirror, organisation: int) -> str:
    found = organisations_of(mirror, [organisation]).get(organisation)
    return str(json.loads(found.profile).get("name", "")) if found else ""
