"""Rebuilding: the mirror is emptied and filled again from chain and record; the answers stay the same."""

from collections.abc import Callable

from chain.connection import Connection
from indexer.figures import Figures
from indexer.following import Indexer
from store.database import Mirror, Record
from store.mirror.writing import MirrorWriter


def rebuild(
    connection: Connection, record: Record, mirror: Mirror, progress: Callable[[Figures], None] | None = None
) -> Figures:
    """Empty the mirror, follow the chain from its first block to now, and return the figures of it."""
    MirrorWriter(mirror).clear()
    indexer = Indexer(connection, record, mirror)
    indexer.catch_up(progress)
    return indexer.figures
