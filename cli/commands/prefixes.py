"""`suyuan prefix …`: the authority, a key or a council, grants identifier prefixes; their holders admit partners."""

from __future__ import annotations

from typing import Annotated

import typer

from chain.deployment import unregistered
from cli.errors import CommandRefused
from cli.governing import Proposer, Why, govern, governing
from cli.options import Acting, Reason
from cli.rooms import act, opened
from cli.settings import current
from store.mirror.members import grants_after, grants_by_key
from store.record.payloads import (
    GrantNode,
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
        help="Identifier prefixes: grant, suspend, reinstate, revoke, node, partner, list, register-schemes.",
        no_args_is_help=True,
    )
    prefix.command("grant")(grant)
    prefix.command("suspend")(suspend)
    prefix.command("reinstate")(reinstate)
    prefix.command("revoke")(revoke)
    prefix.command("node")(node)
    prefix.command("partner")(partner)
    prefix.command("list")(list_prefixes)
    prefix.command("register-schemes")(register_schemes)
    app.add_typer(prefix, name="prefix")


def grant(
    scheme: Scheme,
    prefix: Text,
    holder: Annotated[int, typer.Argument(min=1, max=2**32 - 1, help="Number of the organisation.")],
    acting: Proposer = None,
    reason: Why = None,
) -> None:
    """Grant a prefix: `suyuan prefix grant gs1 6976001 1`."""
    done = f"{scheme}:{prefix} is granted to organisation {holder}"
    govern(GrantPrefix(scheme, prefix, holder), done, acting, reason)


def suspend(scheme: Scheme, prefix: Text, reason: Reason, acting: Proposer = None) -> None:
    """Suspend a grant: nothing is written under it until it is reinstated."""
    govern(SuspendPrefix(scheme, prefix, reason), f"{scheme}:{prefix} is suspended", acting, reason)


def reinstate(scheme: Scheme, prefix: Text, reason: Reason, acting: Proposer = None) -> None:
    """End the suspension of a grant."""
    govern(ReinstatePrefix(scheme, prefix, reason), f"{scheme}:{prefix} is reinstated", acting, reason)


def revoke(scheme: Scheme, prefix: Text, reason: Reason, acting: Proposer = None) -> None:
    """Revoke a grant for good; what was written under it stays."""
    govern(RevokePrefix(scheme, prefix, reason), f"{scheme}:{prefix} is revoked", acting, reason)


def node(
    scheme: Scheme,
    prefix: Text,
    organisation: Annotated[
        int, typer.Argument(min=0, max=2**32 - 1, help="Number of the second-level node; 0: nobody any more.")
    ],
    acting: Proposer = None,
    reason: Why = None,
) -> None:
    """Let an organisation grant the prefixes below one: `suyuan prefix node idis 88.118 5`."""
    done = f"organisation {organisation} grants below {scheme}:{prefix}"
    govern(
        GrantNode(scheme, prefix, organisation),
        done if organisation else f"no organisation grants below {scheme}:{prefix}",
        acting,
        reason,
    )


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


def register_schemes(acting: Proposer = None, reason: Why = None) -> None:
    """Register, as the authority, the schemes of this version that the network does not know: after an upgrade."""
    with governing(acting, reason) as found:
        missing = unregistered(found.contracts.prefixes)
        if not missing:
            typer.echo("the network knows every scheme")
        elif found.decide([RegisterScheme(rule.name, rule.separator, rule.shortest, rule.longest) for rule in missing]):
            typer.echo(f"prefixes can be granted of {', '.join(rule.name for rule in missing)}")


def _mask(names: list[str]) -> int:
    known = {kind.name.lower(): kind for kind in Kind if kind is not Kind.STATEMENT}
    for name in names:
        if name.lower() not in known:
            raise CommandRefused(f"{name!r} is no kind of event; known are {', '.join(known)}")
    return sum({int(right_of(known[name.lower()])) for name in names})
