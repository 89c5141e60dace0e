"""`suyuan member …`: the network's authority, a key or a council, admits, suspends and replaces organisations."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import rfc8785
import typer

from cli.errors import CommandRefused
from cli.founding import keystores_of
from cli.governing import Proposer, Why, govern, governing
from cli.options import Reason, address_of, json_file
from cli.plain_text import plain
from cli.rooms import opened
from cli.settings import current
from store.mirror.members import organisations_after
from store.record.payloads import AdmitOrganisation, ReinstateOrganisation, SetRoles, SetSuccessor, SuspendOrganisation
from traceability.ledger.meta import Role

_STANDING = {1: "active", 2: "suspended"}
Number = Annotated[int, typer.Argument(min=1, max=2**32 - 1, help="Number of the organisation.")]


def register(app: typer.Typer) -> None:
    """Add the commands."""
    member = typer.Typer(help="Organisations: admit, suspend, reinstate, roles, successor, list.", no_args_is_help=True)
    member.command("admit")(admit)
    member.command("suspend")(suspend)
    member.command("reinstate")(reinstate)
    member.command("roles")(set_roles)
    member.command("successor")(set_successor)
    member.command("list")(list_members)
    app.add_typer(member, name="member")


def admit(
    profile: Annotated[
        Path,
        typer.Argument(
            help='JSON file: {"name": {"zh": …, "en": …}, "uscc": …}.', exists=True, dir_okay=False, metavar="PROFILE"
        ),
    ],
    role: Annotated[list[str], typer.Option(help="Role of the firm; may be given several times.")],
    key: Annotated[
        str | None, typer.Option(help="Address of the firm's own key; a new keystore is made if left out.")
    ] = None,
    acting: Proposer = None,
    reason: Why = None,
) -> None:
    """Admit a firm as a member, as the network's authority."""
    content = json_file(profile)
    if "name" not in content:
        raise CommandRefused(f'{profile} names nobody: give "name"')
    roles = _roles(role)
    with governing(acting, reason) as found:
        address = address_of(key) if key else keystores_of(current()).create().address
        if found.decide([AdmitOrganisation(rfc8785.dumps(content).decode(), roles, address)]):
            number = found.contracts.members.key_record(address).organisation
            typer.echo(f"organisation {number} is admitted with key 0x{address.hex()}")


def suspend(organisation: Number, reason: Reason, acting: Proposer = None) -> None:
    """Suspend a member: its keys write no more."""
    govern(SuspendOrganisation(organisation, reason), f"organisation {organisation} is suspended", acting, reason)


def reinstate(organisation: Number, reason: Reason, acting: Proposer = None) -> None:
    """End a suspension."""
    govern(ReinstateOrganisation(organisation, reason), f"organisation {organisation} is reinstated", acting, reason)


def set_roles(
    organisation: Number,
    role: Annotated[list[str], typer.Option(help="Role of the firm; give every one that it shall have.")],
    acting: Proposer = None,
    reason: Why = None,
) -> None:
    """Replace the roles of a member: `registrar` makes it one of the network's registrars."""
    done = f"organisation {organisation} is now {', '.join(role)}"
    govern(SetRoles(organisation, _roles(role)), done, acting, reason)


def set_successor(
    organisation: Number,
    successor: Annotated[int, typer.Argument(min=0, max=2**32 - 1, help="Number of the other; 0 takes it back.")],
    acting: Proposer = None,
    reason: Why = None,
) -> None:
    """Name the organisation that answers for another from now on: after a merger, or a winding-up."""
    done = f"organisation {successor} answers for {organisation}" if successor else f"nobody answers for {organisation}"
    govern(SetSuccessor(organisation, successor), done, acting, reason)


def list_members() -> None:
    """List the members with standing, roles and profile."""
    with opened(current()) as (_, mirror):
        for item in organisations_after(mirror, limit=100_000):
            roles = ",".join(name for name, bit in _known_roles().items() if item.roles & bit)
            standing = _STANDING.get(item.standing, "unknown")
            profile = json.dumps(json.loads(item.profile), ensure_ascii=False) if item.profile else "(no profile)"
            typer.echo(f"{item.organisation:>4}  {standing:<10} {roles:<24} {plain(profile)}")


def _roles(names: list[str]) -> int:
    known = _known_roles()
    for name in names:
        if name not in known:
            raise CommandRefused(f"{name!r} is no role; known are {', '.join(known)}")
    return sum(known[name] for name in set(names))


def _known_roles() -> dict[str, int]:
    return {role.name.lower(): int(role) for role in Role if role.name}
