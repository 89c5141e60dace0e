"""The indexer as a process: follow the chain until told to stop."""

import logging
import threading
from contextlib import closing

from chain.connection import connect
from chain.errors import Retryable
from indexer.figures import Figures
from indexer.following import Indexer
from indexer.settings import Settings
from store.database import Mirror, Record
from store.mirror.sole_writer import sole_writer
from store.opening import open_mirror, open_record

LOGGER = logging.getLogger("suyuan.indexer")

PATIENCE = 1.0
"""Seconds to wait for a node that is away."""


def run(settings: Settings, stop: threading.Event) -> Figures:
    """Follow the chain until `stop` is set; a node that is away is waited for.

    Raises: FinalBlockVanished, MirrorOfAnotherNetwork, MirrorBusy: an operator must look.
    """
    with (
        closing(open_record(settings.record_url)) as record,
        closing(open_mirror(settings.mirror_url, cache_megabytes=128)) as mirror,
        sole_writer(mirror),
    ):
        return _follow(settings, record, mirror, stop)


def _follow(settings: Settings, record: Record, mirror: Mirror, stop: threading.Event) -> Figures:
    figures = Figures()
    while not stop.is_set():
        try:
            with closing(connect(settings.network)) as connection:
                indexer = Indexer(
                    connection, record, mirror, settings.target_bytes, settings.largest_range, figures=figures
                )
                while not stop.is_set():
                    if not indexer.step():
                        stop.wait(settings.pause)
        except Retryable as error:
            LOGGER.warning("the node does not answer, trying again: %s", error)
            stop.wait(PATIENCE)
    return figures
