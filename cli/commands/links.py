"""`suyuan links …`: a firm's own links of its codes, by file; and prefixes that another resolver answers for."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from capture.delegating import OPERATOR, delegate_prefix
from capture.links import drafts_of_kept, import_links
from cli.errors import CommandRefused
from cli.options import Acting, tell
from cli.rooms import opened
from cli.settings import current
from store.record.links import all_delegations, links_of, remove_link, take_back
from traceability.linking.anchors import levels_of
from traceability.linking.drafts import words_of
from traceability.linking.errors import LinkFileInvalid
from traceability.linking.link_files import drafts_in, table_of
from traceability.linking.published import linkset_of

_MOST = 100_000

Scheme = Annotated[str, typer.Argument(help="gs1, idis, or another scheme of identifiers.")]
Prefix = Annotated[str, typer.Argument(metavar="PREFIX", help="The characters with which identifiers begin.")]
AsHolder = Annotated[
    int, typer.Option("--as", min=0, max=2**32 - 1, help="Number of the organisation that holds it; 0 is the operator.")
]


class Form(StrEnum):
    """How a file of links is written."""

    CSV = "csv"
    JSON = "json"
    LINKSET = "linkset"


def register(app: typer.Typer) -> None:
    """Add the commands."""
    links = typer.Typer(
        help="A firm's own links of its codes: import, export, list, remove, delegate, undelegate, delegations.",
        no_args_is_help=True,
    )
    links.command("import")(import_file)
    links.command("export")(export)
    links.command("list")(list_links)
    links.command("remove")(remove)
    links.command("delegate")(hand_over)
    links.command("undelegate")(answer_again)
    links.command("delegations")(list_delegations)
    app.add_typer(links, name="links")


def import_file(
    file: Annotated[Path, typer.Argument(help="CSV, JSON or linkset (RFC 9264).", exists=True, dir_okay=False)],
    acting: Acting,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Check everything, write nothing.")] = False,
) -> None:
    """Keep the links of a file, all or none; what is wrong is told row by row."""
    with opened(current()) as (record, mirror):
        try:
            drafts = drafts_in(file.read_bytes())
            added, changed = import_links(record, mirror, acting, drafts, datetime.now(UTC), dry_run=dry_run)
        except LinkFileInvalid as refusal:
            for problem in refusal.problems:
                tell(problem)
            raise CommandRefused(f"{file.name} was refused; nothing was kept") from refusal
    if dry_run:
        typer.echo(f"{len(drafts)} links are in order; nothing was written")
    else:
        typer.echo(f"{added} links are new, {changed} took the place of the same link")


def export(
    acting: Acting,
    form: Annotated[Form, typer.Option("--format", help="How the file is written.")] = Form.JSON,
    file: Annotated[Path | None, typer.Option("--to", help="File to write; without it, the terminal.")] = None,
    origin: Annotated[str, typer.Option(help="Origin of the addresses in a linkset.")] = "https://id.gs1.org",
) -> None:
    """Write all links of the organisation, as an import reads them."""
    with opened(current()) as (record, _):
        drafts = drafts_of_kept(record, links_of(record, acting, limit=_MOST))
    if form is Form.CSV:
        text = table_of([words_of(draft) for draft in drafts])
    elif form is Form.LINKSET:
        text = json.dumps(linkset_of(drafts, origin.rstrip("/")), ensure_ascii=False, indent=1) + "\n"
    else:
        text = json.dumps({"links": [words_of(draft) for draft in drafts]}, ensure_ascii=False, indent=1) + "\n"
    if file is None:
        typer.echo(text, nl=False)
    else:
        file.write_text(text, encoding="utf-8", newline="")
        typer.echo(f"{len(drafts)} links are in {file}")


def list_links(
    acting: Acting,
    about: Annotated[str | None, typer.Argument(help="A code, in any writing: only its own links.")] = None,
) -> None:
    """List the links of the organisation: id, code, type, target."""
    anchor = None if about is None else levels_of(about)[0].text
    with opened(current()) as (record, _):
        found = links_of(record, acting, anchor=anchor, limit=_MOST)
        drafts = drafts_of_kept(record, found)
    for item, draft in zip(found, drafts, strict=True):
        words = words_of(draft)
        notes = [*words["hreflang"], words["type"], *words["context"]]
        notes += {"yes": ["default"], "alternative": ["alternative default"]}.get(words["default"], [])
        notes += [] if words["disclosure"] == "public" else [words["disclosure"]]
        told = f"  ({', '.join(note for note in notes if note)})" if any(notes) else ""
        typer.echo(f"{item.id}  {words['about']}  {words['linkType']}  {words['target']}{told}")


def remove(
    link: Annotated[str, typer.Argument(metavar="LINK", help="Id of the link, as the list tells it.")], acting: Acting
) -> None:
    """Remove one link of the organisation."""
    with opened(current()) as (record, _):
        if not remove_link(record, link, acting):
            raise CommandRefused(f"organisation {acting} has no link {link}; `suyuan links list` shows all")
    typer.echo(f"link {link} is removed")


def hand_over(
    scheme: Scheme,
    prefix: Prefix,
    target: Annotated[str, typer.Argument(help="Root of the other resolver, such as https://id.example.com.")],
    acting: AsHolder,
) -> None:
    """Let another resolver answer for all codes under a prefix."""
    with opened(current()) as (record, mirror):
        kept = delegate_prefix(record, mirror, acting, scheme, prefix, target, datetime.now(UTC))
    typer.echo(f"{scheme}:{prefix} is handled by {kept.target}")


def answer_again(scheme: Scheme, prefix: Prefix, acting: AsHolder) -> None:
    """Answer for the codes under a prefix here again."""
    with opened(current()) as (record, _):
        if not take_back(record, scheme, prefix, acting):
            raise CommandRefused(f"{scheme}:{prefix} is not delegated by {_who(acting)}")
    typer.echo(f"{scheme}:{prefix} is answered here again")


def list_delegations() -> None:
    """List the prefixes that other resolvers answer for."""
    with opened(current()) as (record, _):
        for item in all_delegations(record):
            typer.echo(f"{item.scheme}:{item.prefix}  {item.target}  by {_who(item.organisation)}")


def _who(organisation: int) -> str:
    return "the operator" if organisation == OPERATOR else f"organisation {organisation}"
