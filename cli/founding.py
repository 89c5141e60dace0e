"""Founds a development network: the authority's key, the contracts on a new embedded chain, the empty databases."""

from __future__ import annotations

import os
from pathlib import Path

import typer

from chain.deployment import deploy, unpinned
from chain.embedded import Embedded
from chain.keystore import Keystores
from chain.network import save_network
from chain.passphrase import create_passphrase_file, passphrase_of
from cli.embedded import embedded_settings, verify_chain_port
from cli.settings import Installation
from store import open_mirror, open_record


def found(installation: Installation) -> None:
    """Start the embedded chain, deploy all contracts with a new authority key, pin the network, and stop the chain.

    The network's file is written last, once all that it stands for is on the disk: whatever interrupts this, it can
    be done again.
    """
    # The passphrase is asked for before anything is started.
    keystores = keystores_of(installation)
    verify_chain_port(installation)
    chain = Embedded(embedded_settings(installation))
    chain.start()
    try:
        found_network(installation, chain, keystores)
    finally:
        chain.stop()


def found_network(installation: Installation, chain: Embedded, keystores: Keystores) -> None:
    """Deploy all contracts on a running chain with a new authority key, and pin the network."""
    installation.home.mkdir(parents=True, exist_ok=True)
    authority = keystores.create()
    with unpinned(chain.url) as connection:
        network = deploy(connection, authority, lambda step: typer.echo(f"  deployed: {step}", err=True))
    chain.save()
    for database in (installation.record_url, installation.mirror_url):
        if database.startswith("sqlite:///"):
            Path(database.removeprefix("sqlite:///")).parent.mkdir(parents=True, exist_ok=True)
    open_record(installation.record_url).close()
    open_mirror(installation.mirror_url).close()
    save_network(installation.home, network.with_rpc_url(installation.rpc_url))


def keystores_of(installation: Installation) -> Keystores:
    """Return the keystores of an installation, with the passphrase from its file or from the terminal."""
    return Keystores(installation.keystores, passphrase_of(os.environ | installation.environment()))


def passphrase_beside(installation: Installation) -> Path:
    """Return the passphrase file of a development installation, made if it is not there."""
    path = installation.home / "passphrase"
    if not path.exists():
        create_passphrase_file(path)
    return path
