"""Reading chapters: a range of blocks, fetched, checked against its headers, and turned into the mirror's rows."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from time import perf_counter
from typing import Any

from chain.connection import Connection
from chain.errors import RangeTooLarge
from chain.events import Anchored, BatchRecorded, EntrySet, EventRecorded, StateChanged, event_of
from chain.headers import Header, headers_of
from chain.logs import Log, LogBatch
from chain.receipts import proven_logs
from indexer.errors import HeadersDisagree
from indexer.figures import Figures
from indexer.members import Versions
from indexer.projection import projection_of
from store.database import Record
from store.mirror.positions import position_of
from store.mirror.projection import Projection
from store.mirror.tables import AnchorRow, BatchRow, MirrorModel, StateRow
from store.mirror.writing import Range
from store.record.bodies import SealedEvent, sealed_events
from store.record.transactions import anchored_leaves
from traceability.commitment.tree import tree_root
from traceability.ledger.meta import META_VERSION

EVENT_RECORDED = EventRecorded.topic()

ONE_KEY = (64).to_bytes(32, "big") + (1).to_bytes(32, "big")
"""Offset and length in the data of EventRecorded where there is one key."""

RecordedEvent = tuple[int, bytes, bytes, tuple[bytes, ...]]
"""Position, commitment, meta, keys."""


@dataclass(slots=True)
class ChapterReader:
    """Reads ranges of blocks from one node; how many at a time it learns from the size of the replies."""

    connection: Connection
    record: Record
    versions: Versions
    figures: Figures
    addresses: set[bytes]
    """The contracts listened to."""
    size: int = 16
    """Blocks asked for at a time."""
    target_bytes: int = 3_000_000
    largest_range: int = 2_000

    def read(self, first: int, head: int) -> tuple[Range, bytes]:
        """Return the rows of the next range and the hash of the block before it.

        Raises:
            HeadersDisagree: a block was replaced while the headers were read.
            AnswerDisproved: a header or the receipts are not what they hash to.
        """
        started = perf_counter()
        headers = headers_of(self.connection, first, min(first + self.size - 1, head))
        verify_continuity(headers)
        headers, batch = self._logs(headers)
        chapter = self._chapter(headers, batch.logs)
        self._learn(batch.size, len(headers), headers[-1].number < head)
        chapter.range_size = self.size
        self.figures.reading_seconds += perf_counter() - started
        self.figures.reply_bytes += batch.size
        return chapter, headers[0].parent_hash

    def _logs(self, headers: list[Header]) -> tuple[list[Header], LogBatch]:
        """Return the logs of as many blocks as the node gives, listening to contracts that they themselves name."""
        while True:
            try:
                batch = proven_logs(self.connection, headers, self.addresses)
            except RangeTooLarge:
                self.size = max(len(headers) // 2, 1)
                headers = headers[: self.size]
                continue
            named = {event.target for log in batch.logs if isinstance(event := _entry(log), EntrySet)}
            if named <= self.addresses:
                return headers, batch
            self.addresses |= named

    def _learn(self, reply: int, blocks: int, full: bool) -> None:
        if reply > self.target_bytes:
            self.size = max(blocks * self.target_bytes // reply, 1)
        elif full and reply < self.target_bytes // 2:
            self.size = min(self.size + self.size // 2 + 1, self.largest_range)

    def _chapter(self, headers: list[Header], logs: list[Log]) -> Range:
        chapter = Range(headers[0].number, headers[-1].number)
        chapter.blocks = [(header.number, header.hash, header.parent_hash, header.timestamp) for header in headers]
        times = {header.number: header.timestamp for header in headers}
        for log in logs:
            position = position_of(log.block_number, log.log_index)
            chapter.logs.append(
                (position, log.transaction_hash, log.transaction_index, log.address, b"".join(log.topics), log.data)
            )
            if log.topics and log.topics[0] == EVENT_RECORDED:
                chapter.recorded.append((position, *recorded_event(log)))
            else:
                self._tell(chapter, log, position, times[log.block_number])
        chapter.projections = projections_for(self.record, chapter.recorded, self.figures)
        return chapter

    def _tell(self, chapter: Range, log: Log, position: int, time: int) -> None:
        event = event_of(log)
        match event:
            case None:
                self.figures.unknown += 1
            case StateChanged():
                row = (event.key, position, event.state, event.organisation, event.since)
                _add(chapter, StateRow, row)
            case BatchRecorded():
                _add(chapter, BatchRow, (event.organisation, event.stream, event.number, position, event.events))
            case Anchored():
                leaves = leaves_of(self.record, event, log, time)
                chapter.recorded.extend(leaves)
                counted = (event.root, event.count, event.kinds, event.key_number, bool(leaves))
                _add(chapter, AnchorRow, (event.organisation, event.stream, event.number, position, *counted))
            case _:
                for model, version in self.versions.rows_of(event, position, time):
                    _add(chapter, model, version)


def recorded_event(log: Log) -> tuple[bytes, bytes, tuple[bytes, ...]]:
    """Return commitment, meta and keys of a log of EventRecorded; most have one key, which is read without a detour."""
    data = log.data
    if len(data) == 128 and data[32:96] == ONE_KEY and len(log.topics) == 2:
        return log.topics[1], data[:32], (data[96:],)
    told = EventRecorded.from_log(log)
    return told.commitment, told.meta, told.keys


def verify_continuity(headers: list[Header]) -> None:
    """Check that headers follow one another. Raises: HeadersDisagree."""
    for before, header in pairwise(headers):
        if header.parent_hash != before.hash:
            raise HeadersDisagree(header.number, before.hash, header.parent_hash)


def leaves_of(record: Record, anchored: Anchored, log: Log, time: int) -> list[RecordedEvent]:
    """Return the events under an anchor, if the record has just the leaves that its root is over."""
    leaves = anchored_leaves(record, anchored.organisation, anchored.stream, anchored.number, anchored.root)
    return anchored_events(
        record, leaves, anchored.root, anchored.organisation, anchored.key_number, log.block_number, log.log_index, time
    )


def anchored_events(
    record: Record, leaves: tuple[bytes, ...], root: bytes, organisation: int, key_number: int,
    block_number: int, log_index: int, time: int,
) -> list[RecordedEvent]:  # fmt: skip
    """Return the leaves under an anchor as recorded events; none where they do not give its root."""
    if not leaves or tree_root(leaves) != root:
        return []
    sealed = sealed_events(record, leaves)
    rest = organisation.to_bytes(4, "big") + key_number.to_bytes(2, "big") + time.to_bytes(8, "big") + bytes(14)
    return [
        (position_of(block_number, log_index, place), leaf, _head_of_meta(sealed.get(leaf)) + rest, ())
        for place, leaf in enumerate(leaves)
    ]


def projections_for(
    record: Record, recorded: Iterable[tuple[int, bytes, bytes, Sequence[bytes]]], figures: Figures
) -> list[Projection]:
    """Return the projections of those recorded events whose bodies the record holds and whose logs agree with them."""
    events = list(recorded)
    figures.events += len(events)
    sealed = sealed_events(record, [commitment for _, commitment, _, _ in events])
    projections: list[Projection] = []
    for position, commitment, meta, _ in events if sealed else ():
        body = sealed.get(commitment)
        if body is None:
            continue
        if not _agree(body, meta):
            figures.disagreeing += 1
            continue
        try:
            projection = projection_of(body, position, int.from_bytes(meta[10:18], "big"))
        except Exception:  # noqa: BLE001  a body that was changed in SQL must not stop the chain of all others; audit names it
            figures.unreadable += 1
            continue
        if projection is not None:
            projections.append(projection)
    figures.projected += len(projections)
    return projections


def _agree(sealed: SealedEvent, meta: bytes) -> bool:
    """Return whether a log speaks of the event as its owner captured it (formats §4: leaf 0 must agree with meta)."""
    said = (meta[1], meta[2], meta[3], int.from_bytes(meta[4:8], "big"))
    return said == (sealed.kind, sealed.flags, sealed.state, sealed.organisation)


def _head_of_meta(sealed: SealedEvent | None) -> bytes:
    if sealed is None:
        return bytes((META_VERSION, 0, 0, 0))
    return bytes((META_VERSION, sealed.kind, sealed.flags, sealed.state))


def _entry(log: Log) -> EntrySet | None:
    return EntrySet.from_log(log) if log.topics and log.topics[0] == _ENTRY_SET else None


def _add(chapter: Range, model: type[MirrorModel], row: tuple[Any, ...]) -> None:
    chapter.versions.setdefault(model, []).append(row)


_ENTRY_SET = EntrySet.topic()
