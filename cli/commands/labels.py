"""`suyuan label`: a PDF sheet of labels with random serials, every code read back before the file is written."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from chain.network import load_network, trust_root_of
from cli.errors import CommandRefused
from cli.ledger_keys import ledger_key
from cli.options import Acting
from cli.rooms import opened
from cli.settings import current
from evidence.labels import SHEETS, LabelOrder, fresh_items, label_sheet
from store import Mirror, Record
from store.mirror.members import organisations_of
from store.mirror.things import line_counts
from store.record.products import descriptions_of
from traceability.identifiers import Identifier, Level, class_of, parse


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("label")(label)


def label(
    product: Annotated[str, typer.Argument(help="GTIN of the product, in any writing.")],
    count: Annotated[int, typer.Option(help="How many items.", min=1, max=10_000)],
    out: Annotated[Path, typer.Option(help="PDF to write.", dir_okay=False)],
    acting: Acting,
    sheet: Annotated[str, typer.Option(help=f"Preset of the sheet: {', '.join(SHEETS)}.")] = "a4-3x8",
) -> None:
    """Print labels with fresh random serials; every code is read back before the file is written.

    The codes hold SUYUAN_PUBLIC_ORIGIN, the address that phones open: set it before labels are printed.
    """
    installation = current()
    thing = parse(product)
    if thing.level is not Level.CLASS or thing.kind != "gtin":
        raise CommandRefused(f"{thing.display()} is no product: give its GTIN without serial or lot")
    with opened(installation) as (record, mirror):
        ledger_key(mirror, thing)
        items = fresh_items(thing, count, lambda item: bool(line_counts(mirror, [ledger_key(mirror, item)])))
        order = LabelOrder(
            identifiers=items,
            base_url=installation.public_origin,
            product=_name_of(record, thing),
            maker=_maker(mirror, acting),
            fingerprint=trust_root_of(load_network(installation.home)).fingerprint,
            sheet=sheet,
        )
        out.write_bytes(label_sheet(order))
    typer.echo(f"{count} labels in {out}, each read back; their serials:")
    for item in items:
        typer.echo(f"  {item.display()}")


def _name_of(record: Record, thing: Identifier) -> str:
    found = descriptions_of(record, [(class_of(thing) or thing).canonical])
    return _in_words(json.loads(found[0].content).get("name")) if found else thing.display()


def _maker(mirror: Mirror, organisation: int) -> str:
    found = organisations_of(mirror, [organisation]).get(organisation)
    return _in_words(json.loads(found.profile).get("name")) if found and found.profile else ""


def _in_words(name: object) -> str:
    """Return a name that is a text, or an object of languages: Chinese before English."""
    if isinstance(name, dict):
        return str(name.get("zh") or name.get("en") or "")
    return str(name or "")
