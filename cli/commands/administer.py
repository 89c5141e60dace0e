"""`suyuan init`, `suyuan member …`, `suyuan prefix …`, `suyuan key …`: what an operator and a firm's administrator do."""

from __future__ import annotations

import json
import os
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Annotated

import rfc8785
import typer

from chain.deployment import deploy, unpinned
from chain.embedded import Embedded
from chain.keystore import Keystores
from chain.network import save_network
from chain.passphrase import create_passphrase_file, passphrase_of
from cli.commands.run import embedded_settings
from cli.errors import CommandRefused
from cli.rooms import opened, promised
from cli.settings import Installation, current
from store.mirror.members import grants_after, organisations_after
from store.reader import Reader
from store.record import accounts
from store.record.outbox import AUTHORITY
from store.record.payloads import (
    AdmitOrganisation,
    CloseKey,
    GrantPrefix,
    Payload,
    ReinstateOrganisation,
    ReinstatePrefix,
    RevokePrefix,
    RotateKey,
    SetPartner,
    SuspendOrganisation,
    SuspendPrefix,
)
from traceability.identifiers import parse
from traceability.ledger.keys import prefix_key
from traceability.ledger.meta import Kind, Role
from traceability.ledger.records import GrantStatus

_PATIENCE = 30.0
_STANDING = {1: "active", 2: "suspended"}
Organisation = Annotated[int, typer.Option("--as", help="Number of the organisation that acts.")]


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.command("init")(init)
    member = typer.Typer(help="Organisations: admit, suspend, reinstate, list.", no_args_is_help=True)
    member.command("admit")(admit)
    member.command("suspend")(suspend)
    member.command("reinstate")(reinstate)
    member.command("list")(list_members)
    app.add_typer(member, name="member")
    prefix = typer.Typer(help="Identifier prefixes: grant, suspend, revoke, partners, list.", no_args_is_help=True)
    prefix.command("grant")(grant)
    prefix.command("suspend")(suspend_prefix)
    prefix.command("reinstate")(reinstate_prefix)
    prefix.command("revoke")(revoke)
    prefix.command("partner")(partner)
    prefix.command("list")(list_prefixes)
    app.add_typer(prefix, name="prefix")
    key = typer.Typer(help="Signing keys and API keys.", no_args_is_help=True)
    key.command("rotate")(rotate)
    key.command("close")(close)
    key.command("issue")(issue)
    key.command("renew")(renew)
    app.add_typer(key, name="key")


def init() -> None:
    """Start a new development network in SUYUAN_HOME: the embedded chain, the contracts, the authority's key."""
    installation = current()
    if installation.network_file.exists():
        raise CommandRefused(f"{installation.home} holds a network already; nothing was changed")
    chain = Embedded(embedded_settings(installation))
    chain.start()
    try:
        found_network(installation)
    finally:
        chain.stop()
    typer.echo(f"a new development network is in {installation.home}; `suyuan serve` runs it")


def found_network(installation: Installation) -> None:
    """Deploy all contracts on the running chain with a new authority key, and pin the network."""
    installation.home.mkdir(parents=True, exist_ok=True)
    authority = keystores_of(installation).create()
    network = deploy(
        unpinned(installation.rpc_url), authority, lambda step: typer.echo(f"  deployed: {step}", err=True)
    )
    save_network(installation.home, network)
    for database in (installation.record_url, installation.mirror_url):
        if database.startswith("sqlite:///"):
            Path(database.removeprefix("sqlite:///")).parent.mkdir(parents=True, exist_ok=True)
    with opened(installation):
        pass


def keystores_of(installation: Installation) -> Keystores:
    """Return the keystores of an installation, with the passphrase from its file or from the terminal."""
    return Keystores(installation.keystores, passphrase_of(os.environ | installation.environment()))


def passphrase_beside(installation: Installation) -> Path:
    """Return the passphrase file of a development installation, made if it is not there."""
    path = installation.home / "passphrase"
    if not path.exists():
        create_passphrase_file(path)
    return path


def admit(
    profile: Annotated[Path, typer.Argument(help='JSON file: {"name": …, "nameEn": …, "uscc": …, "gln": …}')],
    role: Annotated[list[str], typer.Option(help="Role of the firm; may be given several times.")],
    key: Annotated[
        str | None, typer.Option(help="Address of the firm's own key; a new keystore is made if left out.")
    ] = None,
) -> None:
    """Admit a firm as a member, as the network's authority."""
    installation = current()
    content = json.loads(profile.read_text(encoding="utf-8"))
    roles = _roles(role)
    address = bytes.fromhex(key.removeprefix("0x")) if key else keystores_of(installation).create().address
    _act(AUTHORITY, AdmitOrganisation(rfc8785.dumps(content).decode(), roles, address))
    typer.echo(f"admitted with key 0x{address.hex()}; `suyuan member list` shows its number")


def suspend(
    organisation: int, reason: Annotated[str, typer.Option(help="Stands on the chain for all members to read.")]
) -> None:
    """Suspend a member: its keys write no more."""
    _act(AUTHORITY, SuspendOrganisation(organisation, reason))


def reinstate(
    organisation: int, reason: Annotated[str, typer.Option(help="Stands on the chain for all members to read.")]
) -> None:
    """End a suspension."""
    _act(AUTHORITY, ReinstateOrganisation(organisation, reason))


def list_members() -> None:
    """List the members."""
    with opened(current()) as (_, mirror):
        for item in organisations_after(mirror, limit=100_000):
            typer.echo(f"{item.organisation:>4}  {_STANDING.get(item.standing, 'unknown'):<10} {item.profile}")


def grant(scheme: str, prefix: str, holder: int) -> None:
    """Grant a prefix: `suyuan prefix grant gs1 6976001 1`."""
    _act(AUTHORITY, GrantPrefix(scheme, prefix, holder))


def suspend_prefix(scheme: str, prefix: str, reason: Annotated[str, typer.Option()]) -> None:
    """Suspend a grant."""
    _act(AUTHORITY, SuspendPrefix(scheme, prefix, reason))


def reinstate_prefix(scheme: str, prefix: str, reason: Annotated[str, typer.Option()]) -> None:
    """End the suspension of a grant."""
    _act(AUTHORITY, ReinstatePrefix(scheme, prefix, reason))


def revoke(scheme: str, prefix: str, reason: Annotated[str, typer.Option()]) -> None:
    """Revoke a grant for good."""
    _act(AUTHORITY, RevokePrefix(scheme, prefix, reason))


def partner(
    scheme: str,
    prefix: str,
    organisation: int,
    acting: Organisation,
    kind: Annotated[list[str], typer.Option(help="Kind of event, such as end or create; `none` takes all back.")],
) -> None:
    """Let one organisation write further kinds of events under a prefix of yours."""
    mask = 0 if kind == ["none"] else sum({1 << Kind[name.upper()] for name in kind})
    _act(acting, SetPartner(prefix_key(scheme, prefix), organisation, mask))


def list_prefixes(
    of: Annotated[str | None, typer.Argument(help="An identifier: show the prefix it is under.")] = None,
) -> None:
    """List granted prefixes, or the one that an identifier is under."""
    with opened(current()) as (_, mirror):
        candidates = None
        if of is not None:
            candidates = {prefix_key(item.scheme, item.text) for item in parse(of).prefix_candidates()}
        for item in grants_after(mirror, limit=100_000):
            if candidates is None or item.prefix_key in candidates:
                typer.echo(
                    f"{item.scheme}:{item.prefix}  holder {item.holder}  {GrantStatus(item.status).name.lower()}"
                )


def rotate(acting: Organisation) -> None:
    """Make a new signing key and hand over to it; the old one is closed by the contract."""
    signer = keystores_of(current()).create()
    _act(acting, RotateKey(signer.address))
    typer.echo(f"organisation {acting} now signs with 0x{signer.address.hex()}")


def close(address: str, acting: Organisation) -> None:
    """End a signing key now."""
    _act(acting, CloseKey(bytes.fromhex(address.removeprefix("0x")), int(time.time())))


def issue(
    acting: Organisation,
    label: Annotated[str, typer.Option(help="What the key is for.")] = "terminal",
    role: Annotated[
        list[str] | None, typer.Option(help="Role of the API key: capture, query, administer, operate.")
    ] = None,
) -> None:
    """Make an API key and show it once."""
    with opened(current()) as (record, _):
        _, text = accounts.issue_key(
            record, acting, label, role or ["capture", "query", "administer"], datetime.now(UTC)
        )
    typer.echo(text)


def renew(
    key_id: str,
    acting: Organisation,
    hours: Annotated[int, typer.Option(help="How long the old key still works.")] = 24,
) -> None:
    """Rotate an API key: a new one is shown once, the old one ends after some hours."""
    now = datetime.now(UTC)
    with opened(current()) as (record, _):
        found = accounts.rotate_key(record, key_id, Reader(acting), now, now + timedelta(hours=hours))
    if found is None:
        raise CommandRefused(f"organisation {acting} has no API key {key_id}")
    typer.echo(found[1])


def _act(organisation: int, payload: Payload) -> None:
    with opened(current()) as (record, _):
        rows = promised(record, organisation, [payload], patience=_PATIENCE)
    for row in rows:
        typer.echo(f"{row.operation}: {row.progress}")


def _roles(names: list[str]) -> int:
    known = {role.name.lower(): int(role) for role in Role if role.name}
    for name in names:
        if name not in known:
            raise CommandRefused(f"{name!r} is no role; known are {', '.join(known)}")
    return sum(known[name] for name in set(names))
