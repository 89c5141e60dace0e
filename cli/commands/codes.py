"""`suyuan code CODE`: what a code names, in every scheme that is known here, and what is wrong with it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Annotated, Any

import typer

from cli.errors import CommandRefused
from cli.plain_text import plain
from traceability.identifiers import examined
from traceability.identifiers.registry import REGISTRY


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.command("code")(code)


def code(
    text: Annotated[str | None, typer.Argument(metavar="CODE", help="A code as it was scanned or typed.")] = None,
    kind: Annotated[str | None, typer.Option(help="What a bare code is, such as gln, gsrn or vin.")] = None,
    language: Annotated[str, typer.Option("--lang", help="Language of the reasons: en or zh.")] = "en",
    as_json: Annotated[bool, typer.Option("--json", help="Print all as JSON.")] = False,
) -> None:
    """Say what a code names and what is wrong with it; without a code, list the schemes with an example of each.

    Ends with 1 if a strict reader refuses the code, or if its parts do not go together.
    """
    if text is None:
        for line in _schemes():
            typer.echo(line)
        return
    if kind is not None and kind not in REGISTRY.kinds():
        raise CommandRefused(f"{kind!r} is no kind of code; known are {', '.join(REGISTRY.kinds())}")
    found = examined(text, kind=kind).to_object()
    if as_json:
        typer.echo(json.dumps(found, ensure_ascii=False, indent=1))
    else:
        for line in _lines(found, "zh" if language.startswith("zh") else "en"):
            typer.echo(plain(line))
    raise typer.Exit(0 if found["isValid"] else 1)


def _schemes() -> Iterator[str]:
    for scheme in REGISTRY.schemes:
        yield f"{scheme.name:<9} {scheme.title['en']} ({scheme.title['zh']}), {scheme.source}"
        yield f"          {plain(scheme.samples[0])}"


def _lines(found: dict[str, Any], language: str) -> Iterator[str]:
    if "id" in found:
        level = found["level"] + (" (its form does not say)" if found["levelIsOpen"] else "")
        yield f"{found['display']}  {found['title'][language]}"
        yield f"  id        {found['id']}"
        yield f"  kind      {found['kind']}, {level}"
        yield f"  path      {found['path']}"
        yield f"  prefixes  {', '.join(found['prefixes'])}"
    for element in found.get("elements", ()):
        yield f"  ({element['number']}) {element['title']}: {element['value']}"
    for problem in [found["refusal"]] if "refusal" in found else []:
        yield f"  refused at character {problem['place']}: {problem['reason']}: {problem[language]} {problem['cure']}"
    for finding in found["findings"]:
        yield f"  ({finding['about']}) {finding['reason']}: {finding[language]} {finding['cure']}"
