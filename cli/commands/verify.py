"""`suyuan verify FILE`: checks a proof bundle or a dossier with no network and no trust in who sent it."""

from __future__ import annotations

import json
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

import typer

from chain.network import load_network, trust_root_of
from cli.errors import CommandRefused
from cli.settings import current
from traceability.errors import BundleRefused, TrustRootInvalid
from traceability.identifiers import IdentifierInvalid, parse
from traceability.proof import TrustRoot
from traceability.proof.strict_json import parsed
from traceability.verdict.checks import Outcome
from traceability.verdict.consumer import Verdict, verdict_of_text
from traceability.verdict.dossier import FORMAT as DOSSIER
from traceability.verdict.dossier import MAXIMUM_BYTES, DossierVerdict, dossier_verdict_of
from traceability.verdict.facts import Status

_UNTRUE = {Status.REFUSED, Status.WITHHELD_BY_SERVER}


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.command("verify")(verify)


def verify(
    file: Annotated[
        Path, typer.Argument(help="A proof bundle, or a dossier with its bundle (JSON).", exists=True, dir_okay=False)
    ],
    trust_root: Annotated[
        Path | None, typer.Option(help="Root of trust (JSON); that of SUYUAN_HOME unless given.", exists=True)
    ] = None,
    asked: Annotated[
        str | None, typer.Option("--id", help="The code that was scanned; another one in the file is refused.")
    ] = None,
    as_of: Annotated[
        int | None, typer.Option(help="Judge as of this time (seconds since 1970) instead of now: when it was issued.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the verdict as JSON.")] = False,
) -> None:
    """Check a proof offline; exits with 1 if anything is refused or withheld, or a check of a dossier fails."""
    root = _root(trust_root)
    content = file.read_bytes()
    now = int(time.time()) if as_of is None else as_of
    if _is_dossier(content):
        dossier = dossier_verdict_of(content, root, now)
        if as_json:
            typer.echo(dossier.to_json())
        else:
            _tell_dossier(dossier, root)
        raise typer.Exit(1 if dossier.overall is Outcome.FAIL else 0)
    scanned = _canonical(asked)
    failed = False
    for text in _bundles(content):
        verdict = verdict_of_text(text, root, now, scanned)
        failed = failed or any(fact.status in _UNTRUE for fact in verdict.facts)
        if as_json:
            typer.echo(verdict.to_json())
        else:
            _tell(verdict, root)
    raise typer.Exit(1 if failed else 0)


def _root(file: Path | None) -> TrustRoot:
    try:
        return (
            TrustRoot.from_json(file.read_text(encoding="utf-8"))
            if file
            else trust_root_of(load_network(current().home))
        )
    except TrustRootInvalid as invalid:
        raise CommandRefused(f"the root of trust cannot be used: {invalid}") from invalid


def _canonical(code: str | None) -> str | None:
    try:
        return None if code is None else parse(code).canonical
    except IdentifierInvalid as invalid:
        raise CommandRefused(f"the code that was scanned cannot be read: {invalid}") from invalid


def _is_dossier(content: bytes) -> bool:
    try:
        value = parsed(content, MAXIMUM_BYTES)
    except BundleRefused:
        return False
    return isinstance(value, dict) and value.get("format") == DOSSIER


def _bundles(content: bytes) -> list[bytes]:
    """Return the bundle of a bundle file, or the bundles of what contains some."""
    try:
        value = parsed(content, MAXIMUM_BYTES)
    except BundleRefused as error:
        raise CommandRefused(f"the file cannot be read: {error}") from error
    if isinstance(value, dict) and "bundles" in value:
        return [json.dumps(item).encode() for item in value["bundles"]]
    if isinstance(value, dict) and "bundle" in value:
        return [json.dumps(value["bundle"]).encode()]
    return [content]


def _tell_dossier(dossier: DossierVerdict, root: TrustRoot) -> None:
    typer.echo(f"dossier: {dossier.overall.value}   (root of trust {root.fingerprint})")
    for check in dossier.problems:
        typer.echo(f"  {check.id:<12} {check.outcome.value:<8} {check.reason} {_arguments(check.args)}")
    for asset in dossier.assets:
        typer.echo(f"{asset.asset}: {asset.overall.value}")
        for check in asset.checks:
            typer.echo(f"  {check.id:<12} {check.outcome.value:<8} {check.reason} {_arguments(check.args)}")


def _arguments(args: Mapping[str, str | int]) -> str:
    return " ".join(f"{name}={value}" for name, value in args.items())


def _tell(verdict: Verdict, root: TrustRoot) -> None:
    typer.echo(f"{verdict.thing}   (root of trust {root.fingerprint})")
    if verdict.block:
        number, moment, _ = verdict.block
        typer.echo(f"  state of block {number}, {time.strftime('%Y-%m-%d %H:%M:%S UTC', time.gmtime(moment))}")
    for fact in verdict.facts:
        typer.echo(f"  {fact.id:<10} {fact.status.value:<20} {fact.reason} {_arguments(fact.args)}")
    for step in verdict.steps:
        content = step.to_object()
        who = content["organisation"]
        typer.echo(
            f"    {content['position']:>3} {content['status']:<20} {content['kind']:<12} by {who}: {content['bizStep'] or content['reason']}"
        )
