"""`suyuan verify FILE`: checks a proof bundle or a dossier with no network and no trust in who sent it."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Annotated

import typer

from chain.network import load_network, trust_root_of
from cli.errors import CommandRefused
from cli.plain_text import plain
from cli.settings import current
from cli.verdict_words import moment, name_in, said
from traceability.errors import BundleRefused, TrustRootInvalid
from traceability.identifiers import IdentifierInvalid, parse
from traceability.proof import TrustRoot
from traceability.proof.strict_json import parsed
from traceability.verdict.checks import Check, Outcome
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
    reader: Annotated[
        int | None, typer.Option(help="Number of your own organisation: a lien of yours is then told as yours.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the verdict as JSON.")] = False,
) -> None:
    """Check a proof offline: nothing of who sent it is believed, and no network is used.

    Ends with 1 if anything of a bundle is refused or withheld by the server, or if a check of a dossier is FAIL.
    """
    root = _root(trust_root)
    content = file.read_bytes()
    now = int(time.time()) if as_of is None else as_of
    if _is_dossier(content):
        dossier = dossier_verdict_of(content, root, now, reader=reader)
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
    _line(f"dossier: {dossier.overall.value}   (root of trust {root.fingerprint})")
    for check in dossier.problems:
        _tell_check(check, {})
    for asset in dossier.assets:
        _line(f"{asset.asset}: {asset.overall.value}")
        _tell_block(asset.verdict)
        names = _names(asset.verdict)
        for check in asset.checks:
            _tell_check(check, names)


def _tell_check(check: Check, names: Mapping[int, str]) -> None:
    _line(f"  {check.outcome.value:<8} {check.id:<12} {said(check.id, check.reason, check.args, _name_of(names))}")
    for item in check.evidence:
        _line(f"           {'':<12} evidence: line {item.position} of {item.thing}, 0x{item.commitment.hex()}")


def _tell(verdict: Verdict, root: TrustRoot) -> None:
    _line(f"{verdict.thing or 'nothing that can be read'}   (root of trust {root.fingerprint})")
    _tell_block(verdict)
    names = _names(verdict)
    for fact in verdict.facts:
        _line(f"  {fact.status.value:<20} {fact.id:<10} {said(fact.id, fact.reason, fact.args, _name_of(names))}")
    for item in verdict.attestations:
        reason = said("attestation", item.reason, {}, _name_of(names))
        _line(f"  {item.status.value:<20} attestation by {_name_of(names)(item.claim.organisation)}: {reason}")
    for step in verdict.steps:
        told = step.to_object()
        by = "" if told["organisation"] is None else f" by {_name_of(names)(int(str(told['organisation'])))}"
        what = told["bizStep"] or told["reason"]
        _line(f"  {told['status']!s:<20} {told['position']:>4} {told['kind']!s:<11}{by}: {what}")


def _tell_block(verdict: Verdict) -> None:
    if verdict.block:
        number, time_of_block, _ = verdict.block
        _line(f"  state of block {number}, {moment(time_of_block)}")


def _names(verdict: Verdict) -> dict[int, str]:
    return {item.number: name_in(item.profile, item.number) for item in verdict.organisations}


def _name_of(names: Mapping[int, str]) -> Callable[[int], str]:
    return lambda number: names.get(number, f"organisation {number}")


def _line(text: str) -> None:
    typer.echo(plain(text))
