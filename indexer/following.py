"""Following the chain: read the next range, write it, notice vanished blocks, take in bodies that came late."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from time import perf_counter

from chain.connection import Connection
from chain.errors import AnswerNotReady
from chain.finality import promised_through
from chain.gateways import contracts_of
from chain.headers import header_at
from chain.network import Consensus
from indexer.chapters import ChapterReader
from indexer.errors import FinalBlockVanished, HeadersDisagree
from indexer.figures import Figures
from indexer.late import take_disclosed, take_forgotten, take_late
from indexer.members import Versions
from indexer.projection import VERSION
from store.columns import microseconds_of
from store.database import Mirror, Record
from store.mirror.checkpoints import Checkpoint, checkpoint_of
from store.mirror.lookups import block_hash_at, block_hashes_after
from store.mirror.members import contract_addresses
from store.mirror.writing import MirrorWriter
from store.record.reader_changes import newest_change
from store.record.restoring import holds_promises, newest_restoration
from store.record.transactions import rewind

MOST_DISAGREEMENTS = 50
"""How often in a row a node may give headers that do not follow one another: a block may be replaced between two questions."""

Clock = Callable[[], datetime]


def now_utc() -> datetime:
    """Return the time of this machine's clock."""
    return datetime.now(UTC)


@dataclass(slots=True)
class Indexer:
    """The one process that writes the mirror."""

    connection: Connection
    record: Record
    mirror: Mirror
    target_bytes: int = 3_000_000
    largest_range: int = 2_000
    clock: Clock = now_utc
    until: int | None = None
    """Block at which to stop, for an audit of a mirror that moves on. Then nothing in the record is changed. None: never."""
    takes_back: bool = False
    """Whether the operator has said that final blocks are to be taken back."""
    figures: Figures = field(default_factory=Figures)
    writer: MirrorWriter = field(init=False)
    reader: ChapterReader = field(init=False)
    _disagreements: int = 0

    def __post_init__(self) -> None:
        self.writer = MirrorWriter(self.mirror)
        network = self.connection.network
        checkpoint = self._begin()
        if (checkpoint.projection, checkpoint.restoration) != (VERSION, newest_restoration(self.record)):
            # Rows made by older code, or from a record that was restored since, would answer differently from new ones.
            self.writer.clear()
            checkpoint = self._begin()
        addresses = {network.directory, *contracts_of(self.connection).addresses(), *contract_addresses(self.mirror)}
        self.reader = ChapterReader(
            self.connection, self.record, Versions(self.mirror), self.figures, addresses,
            checkpoint.range_size, self.target_bytes, self.largest_range,
        )  # fmt: skip

    def step(self) -> bool:
        """Do the next piece of work and say whether there was any.

        Raises:
            FinalBlockVanished: another block stands where a final one was.
            AnswerDisproved, HeadersDisagree: the node lies.
        """
        checkpoint = self._checkpoint()
        started = perf_counter()
        head = self.connection.block_number()
        self.figures.answer_seconds = perf_counter() - started
        if self.until is not None:
            head = min(head, self.until)
        self.figures.head, self.figures.block = head, checkpoint.block_number
        if self._rewound(checkpoint, head):
            return True
        worked = head > checkpoint.block_number and self._write_next(checkpoint, head)
        if self.figures.block >= head:
            # Only with the whole chain in the mirror does it tell what a body that arrived has still to wait for; and after a
            # restore only submission can tell which anchor holds which of them.
            if self.until is not None or not holds_promises(self.record):
                worked = self._take_late() or worked
            worked = take_forgotten(self.record, self.mirror, self.writer) or worked
            worked = take_disclosed(self.record, self.mirror, self.writer) or worked
        self.writer.note_head(head, microseconds_of(self.clock()))
        return worked

    def catch_up(self, progress: Callable[[Figures], None] | None = None) -> None:
        """Work until the mirror has all that chain and record hold now."""
        while self.step():
            if progress is not None:
                progress(self.figures)

    def _take_late(self) -> bool:
        settles_at = self.clock() if self.until is None else None
        return take_late(self.record, self.mirror, self.writer, self.figures, settles_at)

    def _begin(self) -> Checkpoint:
        network = self.connection.network
        restoration = newest_restoration(self.record)
        before = network.from_block - 1
        disclosed = newest_change(self.record)
        return self.writer.begin(
            network.chain_id, network.genesis, network.directory, VERSION, before, restoration, disclosed
        )

    def _checkpoint(self) -> Checkpoint:
        return checkpoint_of(self.mirror) or self._begin()

    def _write_next(self, checkpoint: Checkpoint, head: int) -> bool:
        first = checkpoint.block_number + 1
        try:
            chapter, parent = self.reader.read(first, head)
        except HeadersDisagree:
            # A block was replaced between two questions: the next step sees one chain again.
            self.reader.versions.forget()
            self._disagreements += 1
            if self._disagreements > MOST_DISAGREEMENTS:
                raise
            return True
        self._disagreements = 0
        started = perf_counter()
        if first > self.connection.network.from_block and parent != checkpoint.block_hash:
            self.reader.versions.forget()
            self._rewind(checkpoint, checkpoint.block_number - 1)
            return True
        try:
            self.writer.write(chapter)
        except BaseException:
            self.reader.versions.forget()
            raise
        figures = self.figures
        figures.writing_seconds += perf_counter() - started
        figures.blocks += len(chapter.blocks)
        figures.logs += len(chapter.logs)
        figures.block, figures.range_size = chapter.last, self.reader.size
        return True

    def _rewound(self, checkpoint: Checkpoint, head: int) -> bool:
        """Go back if the newest block of the mirror is not on the chain any more, and say whether it was so."""
        network = self.connection.network
        if checkpoint.block_number < network.from_block:
            return False
        if head >= checkpoint.block_number:
            header = header_at(self.connection, checkpoint.block_number)
            self.figures.block_time = header.timestamp
            if header.hash == checkpoint.block_hash:
                return False
        elif self._is_behind(checkpoint, head):
            return False
        self._rewind(checkpoint, min(head, checkpoint.block_number - 1))
        return True

    def _is_behind(self, checkpoint: Checkpoint, head: int) -> bool:
        """Return whether the node, whose head is below ours, only has to catch up: what it had told before is not untrue for that.

        A Clique node that lost its chain begins anew, and may seal a block or two before it has met the others.
        """
        network = self.connection.network
        if network.consensus is Consensus.NONE:
            return False
        if self._agrees(head):
            return True
        final = promised_through(network, checkpoint.block_number)
        return network.consensus is Consensus.CLIQUE and not self.takes_back and self._fork(head) < final

    def _rewind(self, checkpoint: Checkpoint, highest: int) -> None:
        """Find the newest block that both sides have, and take back all after it: first the promises, then the rows.

        A crash between the two is harmless: the rows are still here and the same blocks are found vanished again.
        """
        fork = self._fork(highest)
        if fork < promised_through(self.connection.network, checkpoint.block_number) and not self.takes_back:
            changed = fork + 1
            known = block_hash_at(self.mirror, changed) or checkpoint.block_hash
            raise FinalBlockVanished(changed, known, self._hash_on_chain(changed))
        if self.until is None:
            rewind(self.record, fork + 1, self.clock(), block_hashes_after(self.mirror, fork))
        self.writer.rewind(fork, block_hash_at(self.mirror, fork) or bytes(32))
        self.reader.versions.forget()
        self.figures.rewinds += 1
        self.figures.block = fork

    def _fork(self, highest: int) -> int:
        """Return the newest block, from `highest` down, that the chain still has; steps double, then halve."""
        lowest = self.connection.network.from_block - 1
        step, bad, good = 1, highest + 1, highest
        while good > lowest and not self._agrees(good):
            bad, good, step = good, max(good - step, lowest), step * 2
        while bad - good > 1:
            middle = (good + bad) // 2
            if self._agrees(middle):
                good = middle
            else:
                bad = middle
        return good

    def _agrees(self, number: int) -> bool:
        known = block_hash_at(self.mirror, number)
        return known is not None and header_at(self.connection, number).hash == known

    def _hash_on_chain(self, number: int) -> bytes | None:
        try:
            return header_at(self.connection, number).hash
        except AnswerNotReady:
            return None
