"""`suyuan describe`: what the holder of a product says of it, for everyone to read, committed like an event."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Any

import typer

from capture.documents import Request
from capture.errors import PictureInvalid
from capture.pictures import picture_type
from capture.product import product_of
from capture.products import describe_product
from cli.errors import CommandRefused
from cli.jobs import answered, tell_job
from cli.options import Acting, json_file, refusals_told
from cli.rooms import PATIENCE, opened
from cli.settings import current
from store import Record
from store.record.products import keep_picture
from traceability.identifiers import parse


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("describe")(describe)


def describe(
    product: Annotated[str, typer.Argument(help="GTIN, lot, item or other thing of yours, in any writing.")],
    acting: Acting,
    name: Annotated[str, typer.Option(help="Name in Chinese.")] = "",
    name_en: Annotated[str, typer.Option(help="Name in English.")] = "",
    brand: Annotated[str, typer.Option(help="Brand.")] = "",
    model: Annotated[str, typer.Option(help="Model.")] = "",
    picture: Annotated[
        Path | None, typer.Option(help="PNG, JPEG or WebP, at most 2 MB.", exists=True, dir_okay=False)
    ] = None,
    phone: Annotated[str, typer.Option(help="Telephone for whoever has a question.")] = "",
    email: Annotated[str, typer.Option(help="Electronic mail.")] = "",
    url: Annotated[str, typer.Option(help="Web address.")] = "",
    recall_advice: Annotated[str, typer.Option(help="What to do if it is recalled, in Chinese.")] = "",
    recall_advice_en: Annotated[str, typer.Option(help="The same in English.")] = "",
    note: Annotated[str, typer.Option(help="Anything else, in Chinese.")] = "",
    note_en: Annotated[str, typer.Option(help="The same in English.")] = "",
    file: Annotated[
        Path | None, typer.Option(help="JSON file with the whole description instead.", exists=True, dir_okay=False)
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Check everything, write nothing.")] = False,
) -> None:
    """Describe a product for everyone to read; a newer description takes the place of the older one."""
    content: dict[str, Any] = dict(json_file(file)) if file else {}
    content |= {key: value for key, value in {"brand": brand, "model": model}.items() if value}
    given = {
        "name": {"zh": name, "en": name_en},
        "recallAdvice": {"zh": recall_advice, "en": recall_advice_en},
        "note": {"zh": note, "en": note_en},
        "contact": {"phone": phone, "email": email, "url": url},
    }
    for member, texts in given.items():
        if shown := {key: text for key, text in texts.items() if text}:
            content[member] = shown
    request = Request(organisation=acting, now=datetime.now(UTC), dry_run=dry_run)
    thing = parse(product)
    with opened(current()) as (record, mirror):
        what = f"the description of {thing.display()}"
        if picture is not None:
            content["picture"] = _picture(record, acting, picture, content, request)
        with refusals_told(what):
            done = describe_product(record, mirror, thing, content, request)
        if dry_run:
            typer.echo(f"{what} is in order; nothing was written")
            return
        tell_job(answered(record, done, PATIENCE))


def _picture(
    record: Record, organisation: int, file: Path, content: dict[str, Any], request: Request
) -> dict[str, str]:
    """Keep a picture and return how a description names it; nothing is kept for a description that is refused anyway."""
    data = file.read_bytes()
    try:
        kind = picture_type(data)
    except PictureInvalid as refusal:
        raise CommandRefused(f"{file} {refusal.reason}") from refusal
    if request.dry_run or product_of(content)[1]:
        return {"sha256": hashlib.sha256(data).hexdigest(), "type": kind}
    return {"sha256": keep_picture(record, organisation, kind, data, request.now).hex(), "type": kind}
