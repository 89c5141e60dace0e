"""The embedded chain of an installation: how it runs, and whether its port is free."""

from __future__ import annotations

from chain.embedded import EmbeddedSettings
from cli.errors import PortTaken
from cli.settings import Installation, is_free


def embedded_settings(installation: Installation) -> EmbeddedSettings:
    """Return how the embedded chain of an installation runs."""
    return EmbeddedSettings(installation.chain_folder, port=installation.rpc_port)


def verify_chain_port(installation: Installation) -> None:
    """Check that nobody else listens where the embedded chain will.

    A chain of this installation that a kill left behind does not count: it ends by itself, or the new one ends it.

    Raises:
        PortTaken: naming the port, and the cure.
    """
    settings = embedded_settings(installation)
    if not is_free(settings.host, settings.port) and not (installation.chain_folder / "anvil.pid").exists():
        raise PortTaken(settings.host, settings.port, "SUYUAN_RPC_URL=http://127.0.0.1:")
