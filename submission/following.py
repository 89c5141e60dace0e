"""Signed transactions on their way: sent, sent again, found in a block, or found impossible.

The bytes that are sent are always the bytes in the record. Whatever dies in between, sending them again is harmless:
the nonce admits them once, and the number of the stream admits the batch once.
"""

from __future__ import annotations

import time
from collections.abc import Sequence

from chain.connection import Receipt
from chain.errors import NodeRefused
from chain.finality import final_through, is_instant
from chain.headers import header_at
from store.record.outbox import promises_in
from store.record.progress import Failure
from store.record.transactions import (
    Passage,
    StoredTransaction,
    mark_failed,
    mark_final_through,
    mark_mined,
    mark_sent,
    newest_places,
    transactions_at,
)
from submission.foreign import writer_of_batch
from submission.route import Route

PAGE = 100
"""Transactions read from the record together; each may be 128 KB."""
REVERTS = 3
"""How often a row may revert on the chain, although its trial passes, before it fails."""
AT_ONCE = 2.0
"""Seconds to wait for the block on a network that mines each transaction at once."""
FILLER_GAS = 21_000
"""Gas of a transaction that does nothing but use up its nonce."""


class Following:
    """Brings every stored transaction into a block, or its rows back to waiting."""

    def __init__(self, route: Route) -> None:
        self._route = route
        self._instant = is_instant(route.connection.network)
        self._absent_since: dict[int, float] = {}
        self._reverts: dict[int, int] = {}
        self._sent_at: dict[int, float] = {}

    def step(self) -> bool:
        """Follow all transactions that are in no block yet, and return whether one moved on."""
        moved = False
        after = 0
        next_nonces: dict[bytes, int] = {}
        while page := transactions_at(self._route.record, (Passage.SIGNED, Passage.SENT), PAGE, after=after):
            moved |= self._follow(page, next_nonces)
            after = page[-1].id
        if not self._instant:
            newest = self._route.connection.block_number()
            final = final_through(self._route.connection.network, newest)
            moved |= mark_final_through(self._route.record, final, self._route.now()) > 0
        return moved

    def expects_blocks(self) -> bool:
        """Return whether a block is to come by itself: on a network that mines each transaction at once, one is on its way."""
        return self._instant and bool(transactions_at(self._route.record, (Passage.SIGNED, Passage.SENT), 1))

    def send(self, transaction: StoredTransaction) -> None:
        """Send the stored bytes."""
        self._route.witness("before sending")
        try:
            self._route.connection.send(transaction.content.signed)
        except NodeRefused as refusal:
            # "nonce too low", "replacement transaction underpriced", a full pool: the receipt decides, next time.
            self._route.tally.last_error = str(refusal)
        self._sent_at[transaction.id] = time.monotonic()
        self._route.witness("after sending")

    def settle(self, transaction: StoredTransaction) -> bool:
        """Wait for the block where it comes at once, and return whether it came."""
        if not self._instant:
            mark_sent(self._route.record, transaction.id, self._route.now())
            return False
        give_up = time.monotonic() + AT_ONCE
        pause = 0.0005
        while (receipt := self._route.connection.receipt(transaction.content.hash)) is None:
            if time.monotonic() > give_up:
                return False
            time.sleep(pause)
            pause = min(pause * 2, 0.02)
        return self._arrived(transaction, receipt)

    def _follow(self, page: Sequence[StoredTransaction], next_nonces: dict[bytes, int]) -> bool:
        receipts = self._route.connection.receipts([transaction.content.hash for transaction in page])
        moved = False
        missing: list[StoredTransaction] = []
        for transaction, receipt in zip(page, receipts, strict=True):
            if receipt is None:
                missing.append(transaction)
            else:
                moved |= self._arrived(transaction, receipt)
        if not missing:
            return moved
        used = {sender: self._route.connection.nonce(sender) for sender in {item.content.sender for item in missing}}
        for transaction in missing:
            sender, nonce = transaction.content.sender, transaction.content.nonce
            if nonce < used[sender]:
                moved |= self._replaced(transaction)
                continue
            expected = max(next_nonces.get(sender, 0), used[sender])
            if expected < nonce:
                self._fill(sender, expected, nonce)
            next_nonces[sender] = nonce + 1
            if self._is_due(transaction):
                self._route.tally.resent += 1
                self.send(transaction)
                moved |= self.settle(transaction)
        return moved

    def _is_due(self, transaction: StoredTransaction) -> bool:
        if transaction.passage is Passage.SIGNED:
            return True
        sent_at = self._sent_at.get(transaction.id)
        return sent_at is None or time.monotonic() - sent_at > self._route.settings.resend

    def _arrived(self, transaction: StoredTransaction, receipt: Receipt) -> bool:
        """Note what became of a transaction, and return whether that counts."""
        self._absent_since.pop(transaction.id, None)
        if receipt.succeeded:
            self._route.witness("before marking")
            mark_mined(
                self._route.record,
                transaction.id,
                receipt.block_number,
                receipt.block_hash,
                receipt.gas_used,
                self._route.now(),
                final=self._instant,
            )
            self._route.witness("after marking")
            self._sent_at.pop(transaction.id, None)
            self._route.tally.mined += 1
            if transaction.content.stream is None:
                self._route.signers.forget()
            return True
        network = self._route.connection.network
        if receipt.block_number > final_through(network, self._route.connection.block_number()):
            # A fork may still bring it in with another result; its rows must not be written a second time before that.
            return False
        self._reverted(transaction, receipt)
        return True

    def _reverted(self, transaction: StoredTransaction, receipt: Receipt) -> None:
        """Let the rows of a reverted transaction wait again: the next trial finds the guilty one."""
        failure = Failure(
            "TransactionReverted", f"reverted in block {receipt.block_number}, {receipt.gas_used} gas used"
        )
        hopeless: dict[int, Failure] = {}
        for row in promises_in(self._route.record, transaction.id):
            self._reverts[row.id] = self._reverts.get(row.id, 0) + 1
            if self._reverts[row.id] >= REVERTS:
                hopeless[row.id] = failure
        mark_failed(self._route.record, transaction.id, failure, hopeless, self._route.now(), receipt.gas_used)
        self._route.signers.forget()
        self._route.tally.reverted += 1

    def _replaced(self, transaction: StoredTransaction) -> bool:
        """Give up a transaction whose nonce another one used, once that is certain."""
        now = time.monotonic()
        since = self._absent_since.setdefault(transaction.id, now)
        if now - since < self._route.settings.patience or not self._is_foreign(transaction):
            return False
        nonce = transaction.content.nonce
        failure = Failure("NonceTaken", f"another transaction of this key has used nonce {nonce}")
        mark_failed(self._route.record, transaction.id, failure, {}, self._route.now())
        del self._absent_since[transaction.id]
        self._route.tally.last_error = failure.detail
        return True

    def _is_foreign(self, transaction: StoredTransaction) -> bool:
        """Return whether the stream shows that the batch is not on the chain, although its nonce is used.

        A node may know a sender's nonce before it finds the receipt: rows must not wait again because of that.
        """
        content = transaction.content
        if content.stream is None or content.number is None:
            return True
        contracts = self._route.contracts
        if contracts.ledger.stream_count(content.organisation, content.stream) <= content.number:
            return True
        writer = writer_of_batch(
            self._route.connection, contracts, content.organisation, content.stream, content.number
        )
        return writer is not None and writer != content.hash

    def _fill(self, sender: bytes, first: int, end: int) -> None:
        """Use up nonces that no stored transaction has, with transactions that do nothing.

        A reverted transaction has used its nonce, and its rows went on in another. When its block vanishes the nonce is
        free again, and everything after it waits. It is not sent again itself: it might succeed now, beside its rows.
        """
        places = newest_places(self._route.record, 1)
        if places and header_at(self._route.connection, places[0][0]).hash != places[0][1]:
            # The chain was rewound just now: the nonces belong to transactions that the next look takes back.
            return
        network = self._route.connection.network
        signer = self._route.keystores.signer(sender)
        for nonce in range(first, end):
            filler = signer.sign_transaction(
                to=sender, data=b"", nonce=nonce, gas=FILLER_GAS, gas_price=network.gas_price, chain_id=network.chain_id
            )
            self._route.connection.send(filler.raw)
