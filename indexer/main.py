"""The entry of the indexer's process, and what an operator runs beside it: rebuild and audit of an installation."""

import threading
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from pathlib import Path

from chain.connection import connect
from chain.errors import NetworkFileInvalid
from chain.network import load_network
from indexer import worker
from indexer.audit import Difference, audit
from indexer.figures import Figures
from indexer.rebuilding import rebuild
from indexer.settings import Settings
from store.mirror.sole_writer import sole_writer
from store.opening import open_mirror, open_record

WAITING = 0.5
"""Seconds between two looks for an installation that is still being set up."""


def settings_from(environment: Mapping[str, str]) -> Settings:
    """Return the settings of `SUYUAN_HOME`, `SUYUAN_RECORD_URL`, `SUYUAN_MIRROR_URL` and `SUYUAN_RPC_URL`.

    Raises: NetworkFileInvalid.
    """
    home = Path(environment.get("SUYUAN_HOME", ".suyuan")).resolve()
    network = load_network(home)
    address = environment.get("SUYUAN_RPC_URL")
    return Settings(
        home=home,
        network=network.with_rpc_url(address) if address else network,
        record_url=environment.get("SUYUAN_RECORD_URL", f"sqlite:///{home / 'record.db'}"),
        mirror_url=environment.get("SUYUAN_MIRROR_URL", f"sqlite:///{home / 'mirror.db'}"),
    )


def run(environment: Mapping[str, str], stop: threading.Event) -> None:
    """Follow the chain of the installation that the environment names until `stop` is set.

    Raises: MirrorOfAnotherNetwork, MirrorBusy: see `worker.run`.
    """
    while not stop.is_set():
        try:
            settings = settings_from(environment)
        except NetworkFileInvalid:
            # The chain may still be deploying; there is nothing to index before the network is pinned.
            stop.wait(WAITING)
        else:
            worker.run(settings, stop)


def rebuild_installation(environment: Mapping[str, str], say: Callable[[str], None]) -> int:
    """Empty the mirror, fill it again from chain and record, and return the number of its newest block.

    Raises: MirrorBusy, Retryable.
    """
    settings = settings_from(environment)

    def progress(figures: Figures) -> None:
        done = 100 * (figures.block + 1) // (figures.head + 1)
        say(
            f"block {figures.block} of {figures.head} ({done} %), {figures.events} events, {figures.projected} projected"
        )

    with (
        closing(open_record(settings.record_url)) as record,
        closing(open_mirror(settings.mirror_url, cache_megabytes=128)) as mirror,
        closing(connect(settings.network)) as connection,
        sole_writer(mirror),
    ):
        return rebuild(connection, record, mirror, progress).block


def audit_installation(environment: Mapping[str, str]) -> Sequence[Difference]:
    """Compare mirror, chain and record of an installation and return what differs. Raises: Retryable."""
    settings = settings_from(environment)
    with (
        closing(open_record(settings.record_url)) as record,
        closing(open_mirror(settings.mirror_url)) as mirror,
        closing(connect(settings.network)) as connection,
    ):
        return tuple(audit(connection, record, mirror))
