"""`suyuan member …`: the network's authority admits, suspends and reinstates organisations."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import rfc8785
import typer

from chain.connection import connect
from chain.gateways import contracts_of
from chain.network import load_network
from cli.errors import CommandRefused
from cli.founding import keystores_of
from cli.options import Reason, address_of, json_file
from cli.plain_text import plain
from cli.rooms import act, await_mirror, opened, promised, verify_final
from cli.settings import Installation, current
from store.mirror.members import organisations_after
from store.record.outbox import AUTHORITY
from store.record.payloads import AdmitOrganisation, ReinstateOrganisation, SuspendOrganisation
from traceability.ledger.meta import Role

_STANDING = {1: "active", 2: "suspended"}
Number = Annotated[int, typer.Argument(min=1, max=2**32 - 1, help="Number of the organisation.")]


def register(app: typer.Typer) -> None:
    """Add the commands."""
    member = typer.Typer(help="Organisations: admit, suspend, reinstate, list.", no_args_is_help=True)
    member.command("admit")(admit)
    member.command("suspend")(suspend)
    member.command("reinstate")(reinstate)
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
) -> None:
    """Admit a firm as a member, as the network's authority."""
    installation = current()
    content = json_file(profile)
    if "name" not in content:
        raise CommandRefused(f'{profile} names nobody: give "name"')
    roles = _roles(role)
    with opened(installation) as (record, mirror):
        address = address_of(key) if key else keystores_of(installation).create().address
        verify_final(promised(record, AUTHORITY, [AdmitOrganisation(rfc8785.dumps(content).decode(), roles, address)]))
        await_mirror(mirror)
    typer.echo(f"organisation {_number_of(installation, address)} is admitted with key 0x{address.hex()}")


def suspend(organisation: Number, reason: Reason) -> None:
    """Suspend a member: its keys write no more."""
    act(AUTHORITY, SuspendOrganisation(organisation, reason), f"organisation {organisation} is suspended")


def reinstate(organisation: Number, reason: Reason) -> None:
    """End a suspension."""
    act(AUTHORITY, ReinstateOrganisation(organisation, reason), f"organisation {organisation} is reinstated")


def list_members() -> None:
    """List the members with standing, roles and profile."""
    with opened(current()) as (_, mirror):
        for item in organisations_after(mirror, limit=100_000):
            roles = ",".join(name for name, bit in _known_roles().items() if item.roles & bit)
            standing = _STANDING.get(item.standing, "unknown")
            profile = json.dumps(json.loads(item.profile), ensure_ascii=False) if item.profile else "(no profile)"
            typer.echo(f"{item.organisation:>4}  {standing:<10} {roles:<24} {plain(profile)}")


def _number_of(installation: Installation, address: bytes) -> int:
    with connect(load_network(installation.home).with_rpc_url(installation.rpc_url)) as connection:
        return contracts_of(connection).members.key_record(address).organisation


def _roles(names: list[str]) -> int:
    known = _known_roles()
    for name in names:
        if name not in known:
            raise CommandRefused(f"{name!r} is no role; known are {', '.join(known)}")
    return sum(known[name] for name in set(names))


def _known_roles() -> dict[str, int]:
    return {role.name.lower(): int(role) for role in Role if role.name}
