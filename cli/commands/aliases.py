"""`suyuan alias …`: other codes of a thing: claim, deny, list, revoke."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Annotated

import typer

from capture.aliasing import claim_alias
from capture.disclosure import EVERYONE
from capture.documents import Request
from cli.errors import CommandRefused
from cli.options import Acting, refusals_told
from cli.rooms import act, await_mirror, opened, settled, verify_final
from cli.settings import current
from evidence.aliases import KnownAlias, aliases_of
from store.mirror.assertions import attestation_of
from store.record.payloads import RevokeAttestation
from store.record.standing import reader_of
from traceability.identifiers import parse
from traceability.life.aliases import Relation

Code = Annotated[str, typer.Argument(help="A code in any writing.")]
Other = Annotated[str, typer.Argument(help="Another code, of any scheme.")]


def register(app: typer.Typer) -> None:
    """Add the commands."""
    alias = typer.Typer(help="Other codes of a thing: claim, deny, list, revoke.", no_args_is_help=True)
    alias.command("claim")(claim)
    alias.command("deny")(deny)
    alias.command("list")(list_aliases)
    alias.command("revoke")(revoke)
    app.add_typer(alias, name="alias")


def claim(code: Code, other: Other, acting: Acting) -> None:
    """Claim that two codes name one thing; one of them is under a prefix of yours."""
    _say(code, other, acting, Relation.SAME, "are said to name one thing")


def deny(code: Code, other: Other, acting: Acting) -> None:
    """Say that two codes do not name one thing; whoever claims that they do is then disputed."""
    _say(code, other, acting, Relation.DIFFERENT, "are said to name different things")


def list_aliases(
    code: Code,
    acting: Annotated[
        int | None, typer.Option("--as", min=1, max=2**32 - 1, help="Number of the organisation that reads.")
    ] = None,
) -> None:
    """List what else a thing is said to be called, by whom, and what each claim is worth."""
    identifier = parse(code)
    with opened(current()) as (record, mirror):
        found = aliases_of(record, mirror, [identifier.canonical], reader_of(record, acting))
    for known in found:
        typer.echo(_line(known, identifier.canonical))
    if not found:
        typer.echo(f"nobody claims another code of {identifier.display()}")


def revoke(
    attestation: Annotated[str, typer.Argument(help="The claim, 0x and 64 hexadecimal digits, as `list` shows it.")],
    acting: Acting,
) -> None:
    """Take a claim of yours back."""
    try:
        number = bytes.fromhex(attestation.removeprefix("0x"))
    except ValueError:
        raise CommandRefused(f"{attestation[:80]!r} is no claim: write 0x and 64 hexadecimal digits") from None
    with opened(current()) as (_, mirror):
        found = attestation_of(mirror, number)
    if found is None or found.organisation != acting:
        raise CommandRefused(f"there is no claim {attestation[:80]} of organisation {acting}")
    act(acting, RevokeAttestation(number), "the claim is taken back")


def _say(code: str, other: str, acting: int, relation: Relation, done: str) -> None:
    one, two = parse(code), parse(other)
    request = replace(Request(organisation=acting, now=datetime.now(UTC)), disclosure=EVERYONE)
    with opened(current()) as (record, mirror):
        with refusals_told("the claim"):
            made = claim_alias(record, mirror, one, two, relation, request)
        verify_final(settled(record, [made.attestation.promise]))
        await_mirror(mirror)
    typer.echo(f"{one.display()} and {two.display()} {done} (0x{made.attestation.attestation_id.hex()})")


def _line(known: KnownAlias, code: str) -> str:
    alias = known.alias
    other = parse(alias.claim.beside(code) or alias.claim.other).display()
    parts = [f"{other}  says organisation {alias.claim.organisation}  {alias.standing.value.replace('_', '-')}"]
    parts += [f"denied by organisation {number}" for number in alias.denied_by]
    parts += [
        f"organisation {claim.organisation} says {parse(claim.code).display()} = {parse(claim.other).display()}"
        for claim in alias.conflicts
    ]
    return f"{'; '.join(parts)}  0x{known.attestation_id.hex()}"
