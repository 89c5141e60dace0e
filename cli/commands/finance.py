"""`suyuan lien consent`: the borrower's signature that lets a bank register a lien."""

from __future__ import annotations

import json
import secrets
import time
from typing import Annotated, Any

import typer

from chain.connection import connect
from chain.gateways import contracts_of
from chain.gateways.liens import Pledge
from chain.keystore import Keystores
from chain.network import load_network
from cli.founding import keystores_of
from cli.ledger_keys import ledger_key
from cli.options import Acting
from cli.rooms import opened, verify_member
from cli.settings import Installation, current
from cli.signing import signer_for
from traceability.identifiers import Identifier, parse

_DEADLINE = 7 * 86400
"""Seconds for which the bank may use a consent."""


def register(app: typer.Typer) -> None:
    """Add the commands."""
    lien = typer.Typer(help="Liens.", no_args_is_help=True)
    lien.command("consent")(consent)
    app.add_typer(lien, name="lien")


def consent(
    thing: Annotated[str, typer.Argument(help="The asset, in any writing.")],
    pledgee: Annotated[int, typer.Option(help="Number of the bank's organisation.", min=1, max=2**32 - 1)],
    acting: Acting,
    days: Annotated[int, typer.Option(help="How long the reservation holds if no loan follows.", min=1, max=3650)] = 30,
) -> None:
    """Sign that an asset may be pledged to a bank, and print what the bank posts to /api/v1/liens."""
    installation = current()
    content = consent_of(installation, keystores_of(installation), parse(thing), pledgee, acting, days)
    typer.echo(json.dumps(content, indent=1))


def consent_of(
    installation: Installation, keystores: Keystores, thing: Identifier, pledgee: int, pledgor: int, days: int
) -> dict[str, Any]:
    """Return the consent, signed with the newest key of the borrower that has a keystore here.

    Raises:
        CommandRefused: the thing is under no granted prefix, or no keystore holds a key of the borrower.
    """
    now = int(time.time())
    with opened(installation) as (_, mirror):
        verify_member(mirror, pledgee)
        asset = ledger_key(mirror, thing)
    pledge = Pledge(asset, pledgee, secrets.token_bytes(32), now + days * 86400)
    with connect(load_network(installation.home).with_rpc_url(installation.rpc_url)) as connection:
        contracts = contracts_of(connection)
        signer = signer_for(keystores, contracts, pledgor, now)
        signed = contracts.liens.authorise_pledge(signer, pledge, contracts.liens.nonce_of(pledgor), now + _DEADLINE)
    return {
        "asset": "0x" + pledge.asset.hex(),
        "pledgee": pledge.pledgee,
        "reference": "0x" + pledge.reference.hex(),
        "until": pledge.until,
        "pledgor": "0x" + signed.signer.hex(),
        "nonce": signed.nonce,
        "deadline": signed.deadline,
        "signature": "0x" + signed.signature.hex(),
    }
