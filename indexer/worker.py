"""The indexer as a process: follow the chain until told to stop."""

import logging
from threading import Event

from chain.connection import connect
from chain.errors import Retryable
from indexer.errors import HeadersDisagree
from indexer.figures import Figures
from indexer.following import Indexer
from indexer.settings import Settings
from store.database import Mirror, Record
from store.opening import open_mirror, open_record

LOGGER = logging.getLogger("suyuan.indexer")


def run(settings: Settings, stop: Event) -> Figures:
    """Follow the chain until `stop` is set; a node that is away is waited for.

    Raises: FinalBlockVanished, MirrorOfAnotherNetwork: an operator must look.
    """
    record = open_record(settings.record_url)
    mirror = open_mirror(settings.mirror_url)
    indexer: Indexer | None = None
    try:
        while not stop.is_set():
            try:
                if indexer is None:
                    indexer = _indexer(settings, record, mirror)
                if not indexer.step():
                    stop.wait(settings.pause)
            except (Retryable, HeadersDisagree) as error:
                LOGGER.warning("the node does not answer as it should, trying again: %s", error)
                stop.wait(max(settings.pause, 1.0))
        return indexer.figures if indexer is not None else Figures()
    finally:
        mirror.close()
        record.close()


def _indexer(settings: Settings, record: Record, mirror: Mirror) -> Indexer:
    return Indexer(connect(settings.network), record, mirror, settings.target_bytes, settings.largest_range)
