"""After a restore: what is held is looked for on the chain, bound to the transaction that wrote it, and only the rest is sent.

A backup is older than the chain. What waited when it was made may have been sent since, in a transaction that the backup does not
know. This process alone writes for its signers, so once nothing of theirs is on the way, every such transaction is in a block, and
its own logs and bytes tell which rows it carries: events by their commitments, an anchor by its root, everything else by its call.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator, Sequence

from chain.errors import RangeTooLarge, ReplyInvalid
from chain.events import Anchored, BatchRecorded, ChainEvent, EventRecorded, event_of
from chain.finality import final_through
from chain.logs import logs_between
from chain.transactions import MinedTransaction, mined_transaction
from store.record.outbox import AUTHORITY, Promise
from store.record.restoring import adopt, held_administration, held_events, held_leaves, release_held
from store.record.transactions import SignedTransaction, newest_places, transaction_of
from submission.calls import administration_call
from submission.route import Route
from traceability.commitment.tree import tree_root

_log = logging.getLogger("suyuan.submission")

STRIDE = 2_000
"""Blocks looked through together."""

Leaf = tuple[int, bytes]
"""Row of the outbox and commitment."""


class Adopting:
    """Takes up what a restored record does not know that it wrote."""

    def __init__(self, route: Route) -> None:
        self._route = route

    def adopt(self) -> bool:
        """Adopt what the chain has and let the rest wait; return False where this cannot be told yet.

        Nothing may be written while promises are held.
        """
        if self._has_open_transactions():
            # A transaction that the record does not know will be in a block soon, and is looked for then.
            return False
        adopted = sum(self._adopted(mined, events) for mined, events in self._unknown())
        released = release_held(self._route.record, self._route.now())
        _log.warning("restored: the chain has %d of what was held, %d rows are sent now", adopted, released)
        return True

    def _has_open_transactions(self) -> bool:
        connection = self._route.connection
        return any(
            connection.nonce(address, "pending") != connection.nonce(address)
            for address in self._route.keystores.addresses()
        )

    def _unknown(self) -> Iterator[tuple[MinedTransaction, Sequence[ChainEvent]]]:
        """Yield the transactions of our signers that the record does not know, oldest first, with what their logs say."""
        own = set(self._route.keystores.addresses())
        for transaction_hash, events in self._written():
            if transaction_of(self._route.record, transaction_hash) is not None:
                continue
            try:
                mined = mined_transaction(self._route.connection, transaction_hash)
            except ReplyInvalid:
                continue  # Of a kind that we do not sign.
            if mined.sender in own:
                yield mined, events

    def _written(self) -> Iterator[tuple[bytes, Sequence[ChainEvent]]]:
        """Yield what the contracts' logs say, by transaction, from the newest block that the record knows."""
        connection, addresses = self._route.connection, self._route.contracts.addresses()
        if council := self._route.contracts.council():
            addresses = (*addresses, council.address)
        known = newest_places(self._route.record, 1)
        first = known[0][0] if known else connection.network.from_block
        head, stride = connection.block_number(), STRIDE
        while first <= head:
            last = min(first + stride - 1, head)
            try:
                logs = logs_between(connection, first, last, addresses).logs
            except RangeTooLarge:
                stride = max(1, stride // 8)
                continue
            by_transaction: dict[bytes, list[ChainEvent]] = {}
            for log in logs:
                event = event_of(log)
                if event is not None:
                    by_transaction.setdefault(log.transaction_hash, []).append(event)
            yield from by_transaction.items()
            first = last + 1

    def _adopted(self, mined: MinedTransaction, events: Sequence[ChainEvent]) -> int:
        """Bind the rows that a transaction carries to it, and return how many they are."""
        for event in events:
            if isinstance(event, BatchRecorded):
                commitments = [each.commitment for each in events if isinstance(each, EventRecorded)]
                held = held_events(self._route.record, event.organisation, event.stream, commitments)
                # Rows of a batch that were lost with the old record leave their places empty.
                places = [(held[each], place) for place, each in enumerate(commitments) if each in held]
                return self._bind(places, mined, event.organisation, event.stream, event.number)
            if isinstance(event, Anchored):
                leaves = held_leaves(self._route.record, event.organisation, event.stream)
                run = leaves_under(event.root, event.count, leaves)
                places = [(row, place) for place, (row, _) in enumerate(run)]
                return self._bind(places, mined, event.organisation, event.stream, event.number, event.root)
        row = self._administration(mined)
        return 0 if row is None else self._bind([(row.id, 0)], mined, row.organisation)

    def _administration(self, mined: MinedTransaction) -> Promise | None:
        """Return the oldest held row whose call a transaction made."""
        organisations = [self._route.contracts.members.key_record(mined.sender).organisation]
        if mined.sender == self._route.contracts.directory.authority():
            organisations.append(AUTHORITY)
        for row in _of(held_administration(self._route.record), organisations):
            call = administration_call(self._route.contracts, row.payload)
            if (call.to, call.data) == (mined.to, mined.data):
                return row
        return None

    def _bind(
        self,
        places: Sequence[tuple[int, int]],
        mined: MinedTransaction,
        organisation: int,
        stream: int | None = None,
        number: int | None = None,
        root: bytes | None = None,
    ) -> int:
        if not places:
            return 0
        content = SignedTransaction(
            organisation=organisation,
            sender=mined.sender,
            nonce=mined.nonce,
            hash=mined.hash,
            signed=mined.signed,
            stream=stream,
            number=number,
            root=root,
        )
        connection = self._route.connection
        final = mined.block_number <= final_through(connection.network, connection.block_number())
        block = mined.block_number, mined.block_hash
        adopt(self._route.record, places, content, block, mined.gas_used, self._route.now(), final=final)
        return len(places)


def leaves_under(root: bytes, count: int, held: Sequence[Leaf]) -> Sequence[Leaf]:
    """Return the `count` neighbours among the held leaves over which a root stands, nothing if there are none.

    The writer takes what waits in its order, so the leaves of an anchor are rows that were promised one after the other.
    """
    for start in range(len(held) - count + 1):
        run = held[start : start + count]
        if run and tree_root([commitment for _, commitment in run]) == root:
            return run
    return ()


def _of(rows: Iterable[Promise], organisations: Sequence[int]) -> Iterator[Promise]:
    return (row for row in rows if row.organisation in organisations)
