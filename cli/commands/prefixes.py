"""`suyuan prefix …`: the authority grants identifier prefixes; their holders admit partners."""

from __future__ import annotations

from typing import Annotated

import typer

from chain.connection import connect
from chain.deployment import unregistered
from chain.gateways import contracts_of
from chain.network import load_network
from cli.errors import CommandRefused
from cli.options import Acting, Reason
from cli.rooms import act, await_mirror, opened, promised, verify_final
from cli.settings import current
from store.mirror.members import grants_after, grants_by_key
from store.record.outbox import AUTHORITY
from store.record.payloads import (
    GrantPrefix,
    RegisterScheme,
    ReinstatePrefix,
    RevokePrefix,
    SetPartner,
    SuspendPrefix,
)
from traceability.identifiers import parse
from traceability.ledger.keys import prefix_key
from traceability.ledger.meta import Kind, right_of
from traceability.ledger.records import GrantStatus

Scheme = Annotated[str, typer.Argument(help="The scheme: gs1, idis, uscc, lei, vin, … (docs/formats.md §1).")]
Text = Annotated[str, typer.Argument(metavar="PREFIX", help="The digits or characters with which identifiers begin.")]


def register(app: typer.Typer) -> None:
    """Add the commands."""
    prefix = typer.Typer(
        help="Identifier prefixes: grant, suspend, reinstate, revoke, partner, list, register-schemes.",
        no_args_is_help=True,
    )
    prefix.command("grant")(grant)
    prefix.command("suspend")(suspend)
    prefix.command("reinstate")(reinstate)
    prefix.command("revoke")(revoke)
    prefix.command("partner")(partner)
    prefix.command("list")(list_prefixes)
    prefix.command("register-schemes")(register_schemes)
    app.add_typer(prefix, name="prefix")


def grant(
    scheme: Scheme,
    prefix: Text,
    holder: Annotated[int, typer.Argument(min=1, max=2**32 - 1, help="Number of the organisation.")],
) -> None:
    """Grant a prefix: `suyuan prefix grant gs1 6976001 1`."""
    act(AUTHORITY, GrantPrefix(scheme, prefix, holder), f"{scheme}:{prefix} is granted to organisation {holder}")


def suspend(scheme: Scheme, prefix: Text, reason: Reason) -> None:
    """Suspend a grant: nothing is written under it until it is reinstated."""
    act(AUTHORITY, SuspendPrefix(scheme, prefix, reason), f"{scheme}:{prefix} is suspended")


def reinstate(scheme: Scheme, prefix: Text, reason: Reason) -> None:
    """End the suspension of a grant."""
    act(AUTHORITY, ReinstatePrefix(scheme, prefix, reason), f"{scheme}:{prefix} is reinstated")


def revoke(scheme: Scheme, prefix: Text, reason: Reason) -> None:
    """Revoke a grant for good; what was written under it stays."""
    act(AUTHORITY, RevokePrefix(scheme, prefix, reason), f"{scheme}:{prefix} is revoked")


def partner(
    scheme: Scheme,
    prefix: Text,
    organisation: Annotated[int, typer.Argument(min=1, max=2**32 - 1, help="Number of the partner's organisation.")],
    acting: Acting,
    kind: Annotated[list[str], typer.Option(help="Kind of event, such as end or create; `none` takes all back.")],
) -> None:
    """Let one organisation write further kinds of events under a prefix of yours."""
    mask = 0 if kind == ["none"] else _mask(kind)
    done = f"organisation {organisation} may write {', '.join(kind)} under {scheme}:{prefix}"
    act(acting, SetPartner(prefix_key(scheme, prefix), organisation, mask), done)


def list_prefixes(
    of: Annotated[str | None, typer.Argument(help="An identifier: show the prefix it is under.")] = None,
) -> None:
    """List granted prefixes, or the one that an identifier is under."""
    with opened(current()) as (_, mirror):
        if of is None:
            found = grants_after(mirror, limit=100_000)
        else:
            thing = parse(of)
            candidates = [prefix_key(item.scheme, item.text) for item in thing.prefix_candidates()]
            found = tuple(grants_by_key(mirror, candidates).values())
            if not found:
                raise CommandRefused(f"{thing.display()} is under no granted prefix")
        for item in found:
            typer.echo(f"{item.scheme}:{item.prefix}  holder {item.holder}  {GrantStatus(item.status).name.lower()}")


def register_schemes() -> None:
    """Register, as the authority, the schemes of this version that the network does not know: after an upgrade."""
    installation = current()
    with opened(installation) as (record, mirror):
        with connect(load_network(installation.home).with_rpc_url(installation.rpc_url)) as connection:
            missing = unregistered(contracts_of(connection).prefixes)
        if not missing:
            typer.echo("the network knows every scheme")
            return
        payloads = [RegisterScheme(rule.name, rule.separator, rule.shortest, rule.longest) for rule in missing]
        verify_final(promised(record, AUTHORITY, payloads))
        await_mirror(mirror)
    typer.echo(f"prefixes can be granted of {', '.join(rule.name for rule in missing)}")


def _mask(names: list[str]) -> int:
    known = {kind.name.lower(): kind for kind in Kind if kind is not Kind.STATEMENT}
    for name in names:
        if name.lower() not in known:
            raise CommandRefused(f"{name!r} is no kind of event; known are {', '.join(known)}")
    return sum({int(right_of(known[name.lower()])) for name in names})
