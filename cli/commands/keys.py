"""`suyuan key …`: signing keys, which write to the chain, and API keys, which open the API."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta
from typing import Annotated

import typer

from cli.errors import CommandRefused
from cli.founding import keystores_of
from cli.governing import Proposer, Why, governing
from cli.options import Acting, address_of
from cli.rooms import act, await_mirror, opened, promised, verify_final, verify_member
from cli.settings import current
from store.mirror.members import signing_keys_of
from store.reader import Reader
from store.record import accounts
from store.record.outbox import AUTHORITY
from store.record.payloads import AddKey, CloseKey, Payload, RotateKey

ROLES = ("capture", "query", "administer", "operate")
"""What an API key may be allowed to do."""

Anyone = Annotated[
    int, typer.Option("--as", min=0, max=2**32 - 1, help="Number of the organisation; 0 is the network's authority.")
]
KeyId = Annotated[str, typer.Argument(metavar="KEY", help="Id of the API key, as `suyuan key list` shows it.")]


def register(app: typer.Typer) -> None:
    """Add the commands."""
    key = typer.Typer(help="Signing keys and API keys.", no_args_is_help=True)
    key.command("list")(list_keys)
    key.command("issue")(issue)
    key.command("renew")(renew)
    key.command("revoke")(revoke)
    key.command("rotate")(rotate)
    key.command("close")(close)
    key.command("recover")(recover)
    app.add_typer(key, name="key")


def list_keys(acting: Anyone) -> None:
    """List the signing keys and the API keys of an organisation; no secret is shown."""
    now, seconds = datetime.now(UTC), int(time.time())
    with opened(current()) as (record, mirror):
        for signing in signing_keys_of(mirror, acting):
            ended = signing.valid_until and signing.valid_until <= seconds
            typer.echo(f"signing key 0x{signing.address.hex()}  {'ended' if ended else 'valid'}")
        for item in accounts.keys_of(record, Reader(acting)):
            until = f"until {item.expires_at:%Y-%m-%d %H:%M} UTC" if item.expires_at else "valid"
            if item.revoked_at or (item.expires_at and item.expires_at <= now):
                until = "ended"
            typer.echo(f"API key {item.id}  {until}  {','.join(sorted(item.roles))}  {item.label}")


def issue(
    acting: Anyone,
    label: Annotated[str, typer.Option(help="What the key is for.")] = "terminal",
    role: Annotated[
        list[str] | None, typer.Option(help="capture, query, administer or operate; may be given several times.")
    ] = None,
    days: Annotated[int | None, typer.Option(help="Days after which it ends.", min=1, max=3650)] = None,
) -> None:
    """Make an API key and show it once, on the standard output."""
    roles = role or (["operate"] if acting == AUTHORITY else ["capture", "query", "administer"])
    for name in roles:
        if name not in ROLES:
            raise CommandRefused(f"{name!r} is no role; known are {', '.join(ROLES)}")
    now = datetime.now(UTC)
    with opened(current()) as (record, mirror):
        if acting != AUTHORITY:
            verify_member(mirror, acting)
        ends = None if days is None else now + timedelta(days=days)
        made, text = accounts.issue_key(record, acting, label, roles, now, ends)
    typer.echo(f"API key {made.id} for {', '.join(sorted(roles))}; it is shown only now:", err=True)
    typer.echo(text)


def renew(
    key_id: KeyId,
    acting: Anyone,
    hours: Annotated[int, typer.Option(help="How long the old key still works.", min=0, max=168)] = 24,
) -> None:
    """Rotate an API key: a new one is shown once, the old one ends after some hours."""
    now = datetime.now(UTC)
    with opened(current()) as (record, _):
        found = accounts.rotate_key(record, key_id, Reader(acting), now, now + timedelta(hours=hours))
    if found is None:
        raise _unknown(acting, key_id)
    typer.echo(f"API key {found[0].id} takes the place of {key_id}, which ends in {hours} h; shown only now:", err=True)
    typer.echo(found[1])


def revoke(key_id: KeyId, acting: Anyone) -> None:
    """End an API key now."""
    with opened(current()) as (record, _):
        if not accounts.revoke_key(record, key_id, Reader(acting), datetime.now(UTC)):
            raise _unknown(acting, key_id)
    typer.echo(f"API key {key_id} is ended")


def rotate(acting: Acting) -> None:
    """Make a new signing key and hand over to it by the old one's signature; the contract closes the old one."""
    with opened(current()) as (record, mirror):
        verify_member(mirror, acting)
        signer = keystores_of(current()).create()
        verify_final(promised(record, acting, [RotateKey(signer.address)]))
        await_mirror(mirror)
    typer.echo(f"organisation {acting} now signs with 0x{signer.address.hex()}")


def close(address: Annotated[str, typer.Argument(help="Address of the signing key.")], acting: Acting) -> None:
    """End a signing key now; what it signed stays valid."""
    act(acting, CloseKey(address_of(address), int(time.time())), f"{address} signs no more")


def recover(
    organisation: Annotated[int, typer.Argument(min=1, max=2**32 - 1, help="Number of the organisation.")],
    address: Annotated[str, typer.Argument(help="Address of its new key, which never was anybody's key.")],
    lost: Annotated[list[str] | None, typer.Option(help="Address of a key that is lost, and ends now.")] = None,
    acting: Proposer = None,
    reason: Why = None,
) -> None:
    """Give an organisation that has lost all its keys a new one, as the network's authority."""
    payloads: list[Payload] = [AddKey(organisation, address_of(address), 0, 0)]
    payloads.extend(CloseKey(address_of(each), 0) for each in lost or ())
    with governing(acting, reason) as found:
        if found.decide(payloads):
            typer.echo(f"organisation {organisation} can sign with {address}")


def _unknown(acting: int, key_id: str) -> CommandRefused:
    return CommandRefused(f"organisation {acting} has no API key {key_id}; `suyuan key list --as {acting}` shows all")
