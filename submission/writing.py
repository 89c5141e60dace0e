"""Waiting rows into signed transactions: grouped by signer and stream, tried, signed, stored, sent.

A refusal is believed only when nothing is on its way and no row that was promised earlier waits elsewhere: an event may
rest on what another organisation writes first. Until then the rows from the refused one on stay where they are.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from typing import TypeVar

from chain.connection import Call
from chain.errors import ContractRefusal, KeystoreRefused, NodeRefused, ReplyInvalid
from chain.gateways.batch import MOST_PREFIXES
from chain.refusals import (
    KeyExpired,
    KeyNotYetValid,
    KeyUnknown,
    OrganisationSuspended,
    StreamOutOfOrder,
)
from chain.signer import Signer
from store.record.outbox import AUTHORITY, Promise, Queue, fail_promises, queues, waiting
from store.record.payloads import AnchorEvent, RecordEvent
from store.record.progress import Failure
from store.record.transactions import (
    Passage,
    SignedTransaction,
    StoredTransaction,
    next_nonce,
    next_number,
    store_signed,
    transactions_at,
)
from submission.calls import administration_call, anchor_call, anchor_root, record_call
from submission.errors import EventTooLarge, KeyMissing
from submission.following import Following
from submission.gas import gas_of_anchor, gas_of_batch, things_within
from submission.route import Route
from submission.trial import Guilty, first_guilty
from traceability.ledger.slots import HEADED_STREAM

T = TypeVar("T")
_log = logging.getLogger("suyuan.submission")

SENDER_REFUSALS = (KeyUnknown, KeyExpired, KeyNotYetValid, OrganisationSuspended)
"""Refusals that concern whoever signs, and so every row alike."""
COUNCIL_GOVERNS = Failure(
    "AuthorityRequired", "AuthorityRequired: a council governs this network, no key; one of its seats proposes this"
)
"""What becomes of rows for the authority's key once it has handed over."""
ADMINISTRATION_AT_ONCE = 50
"""Operations of one signer written in one round."""
GAS_MARGIN = 1.5
"""How much more gas an operation gets than the node estimates."""


class Writing:
    """Turns the rows that wait into transactions."""

    def __init__(self, route: Route, following: Following, gas_ceiling: int) -> None:
        self._route = route
        self._following = following
        self._gas_ceiling = gas_ceiling
        self._open: dict[tuple[int, int | None], int] = {}
        self._stuck_before: dict[str, str] = {}

    def step(self) -> bool:
        """Serve every signer and stream once, the longest waiting first, and return whether anything was written."""
        found = queues(self._route.record)
        if not found:
            return False
        self._count_open()
        self._route.tally.stuck.clear()
        progressed = False
        for queue in found:
            try:
                progressed |= self._serve(queue)
            except (KeyMissing, KeystoreRefused, NodeRefused, ReplyInvalid) as error:
                self._note_stuck(queue, error)
        return progressed

    def _serve(self, queue: Queue) -> bool:
        if queue.organisation == AUTHORITY and self._route.contracts.council():
            rows = waiting(self._route.record, AUTHORITY, None, ADMINISTRATION_AT_ONCE)
            fail_promises(self._route.record, {row.id: COUNCIL_GOVERNS for row in rows}, self._route.now())
            self._route.tally.refused += len(rows)
            return True
        signer = self._route.signers.signer(queue.organisation)
        if self._open.get((queue.organisation, queue.stream), 0) >= self._route.settings.limits.open_batches:
            return False
        if queue.stream is None:
            return self._serve_administration(queue, signer)
        return self._serve_batch(queue, queue.stream, signer)

    def _serve_batch(self, queue: Queue, stream: int, signer: Signer) -> bool:
        limits = self._route.settings.limits
        most = limits.events if stream == HEADED_STREAM else limits.leaves
        rows = self._fitting(waiting(self._route.record, queue.organisation, stream, most))
        progressed = False
        if rows and (limit := self._exceeded(rows[0])):
            self._fail_oversized(rows[0], EventTooLarge(_things(rows[0]), limit))
            return True
        while rows:
            number = self._next_number(queue.organisation, stream)
            guilty = self._tried(rows, queue.organisation, stream, number, signer)
            if guilty is None:
                self._write_batch(rows, queue.organisation, stream, number, signer)
                return True
            if isinstance(guilty.refusal, StreamOutOfOrder):
                # Another batch arrived between reading the number and trying.
                return progressed
            if guilty.index > 0:
                self._write_batch(rows[: guilty.index], queue.organisation, stream, number, signer)
                progressed = True
                rows = rows[guilty.index :]
                continue
            if not self._is_believed(queue, rows[0]):
                return progressed
            condemned = rows if isinstance(guilty.refusal, SENDER_REFUSALS) else rows[:1]
            self._fail(condemned, guilty.refusal)
            progressed = True
            rows = rows[len(condemned) :]
        return progressed

    def _serve_administration(self, queue: Queue, signer: Signer) -> bool:
        progressed = False
        for row in waiting(self._route.record, queue.organisation, None, ADMINISTRATION_AT_ONCE):
            call = administration_call(self._route.contracts, row.payload)
            try:
                gas = self._estimated(call, signer)
            except ContractRefusal as refusal:
                if not self._is_believed(queue, row):
                    return progressed
                self._fail([row], refusal)
                progressed = True
                continue
            settled = self._write([row], call, gas, signer, queue)
            progressed = True
            if settled:
                # A rotated or added key signs the next row.
                signer = self._route.signers.signer(queue.organisation)
            elif self._open[queue.organisation, None] >= self._route.settings.limits.open_batches:
                return progressed
        return progressed

    def _fitting(self, rows: Sequence[Promise]) -> Sequence[Promise]:
        """Return as many of the rows, from the first, as one batch holds; one row goes alone however long it is."""
        limits = self._route.settings.limits
        lines = 0
        prefixes: set[bytes] = set()
        for place, row in enumerate(rows):
            if not isinstance(row.payload, RecordEvent):
                return rows
            lines += len(row.payload.lines)
            prefixes.update(line.prefix_key for line in row.payload.lines)
            gas = gas_of_batch(place + 1, lines)
            too_long = lines > limits.lines or len(prefixes) > MOST_PREFIXES or gas > self._gas_ceiling
            if place > 0 and (too_long or self._exceeded(row)):
                return rows[:place]
        return rows

    def _exceeded(self, row: Promise) -> int:
        """Return the limit that one event exceeds alone, as a number of things, or 0."""
        if not isinstance(row.payload, RecordEvent):
            return 0
        most = min(self._route.settings.limits.things, things_within(self._gas_ceiling))
        if len({line.prefix_key for line in row.payload.lines}) > MOST_PREFIXES:
            return MOST_PREFIXES
        return most if _things(row) > most else 0

    def _tried(
        self, rows: Sequence[Promise], organisation: int, stream: int, number: int, signer: Signer
    ) -> Guilty | None:
        ledger = self._route.contracts.ledger
        on_the_way = self._open.get((organisation, stream), 0) > 0
        overrides = ledger.with_stream_count(organisation, stream, number) if on_the_way else None

        def trial(count: int) -> ContractRefusal | None:
            call = self._batch_call(rows[:count], stream, number)
            try:
                self._route.connection.call(call, signer.address, overrides=overrides)
            except ContractRefusal as refusal:
                return refusal
            return None

        return first_guilty(len(rows), trial)

    def _batch_call(self, rows: Sequence[Promise], stream: int, number: int) -> Call:
        if stream == HEADED_STREAM:
            return record_call(self._route.contracts, _payloads(rows, RecordEvent), number)
        return anchor_call(self._route.contracts, _payloads(rows, AnchorEvent), number)

    def _write_batch(
        self, rows: Sequence[Promise], organisation: int, stream: int, number: int, signer: Signer
    ) -> None:
        call = self._batch_call(rows, stream, number)
        root: bytes | None = None
        if stream == HEADED_STREAM:
            lines = sum(len(event.lines) for event in _payloads(rows, RecordEvent))
            gas = min(gas_of_batch(len(rows), lines), self._gas_ceiling)
        else:
            root = anchor_root(_payloads(rows, AnchorEvent))
            gas = gas_of_anchor()
        queue = Queue(organisation, stream, len(rows), rows[0].id)
        self._write(rows, call, gas, signer, queue, number, root)

    def _write(
        self,
        rows: Sequence[Promise],
        call: Call,
        gas: int,
        signer: Signer,
        queue: Queue,
        number: int | None = None,
        root: bytes | None = None,
    ) -> bool:
        """Sign, store, send; return whether the transaction is in a block already."""
        route = self._route
        network = route.connection.network
        nonce = max(route.connection.nonce(signer.address), next_nonce(route.record, signer.address))
        signed = signer.sign_transaction(
            to=call.to, data=call.data, nonce=nonce, gas=gas, gas_price=network.gas_price, chain_id=network.chain_id
        )
        content = SignedTransaction(
            organisation=queue.organisation,
            sender=signer.address,
            nonce=nonce,
            hash=signed.hash,
            signed=signed.raw,
            stream=queue.stream,
            number=number,
            root=root,
        )
        now = route.now()
        route.witness("before storing")
        stored = store_signed(route.record, [row.id for row in rows], content, now)
        route.witness("after storing")
        route.tally.signed += 1
        transaction = StoredTransaction(stored, content, Passage.SIGNED, None, None, None, None, now, now)
        self._following.send(transaction)
        settled = self._following.settle(transaction)
        if not settled:
            place = (queue.organisation, queue.stream)
            self._open[place] = self._open.get(place, 0) + 1
        return settled

    def _next_number(self, organisation: int, stream: int) -> int:
        """Return the number that the next batch carries: after what the chain holds and what is already promised."""
        held = self._route.contracts.ledger.stream_count(organisation, stream)
        promised = next_number(self._route.record, organisation, stream)
        return held if promised is None else max(held, promised)

    def _estimated(self, call: Call, signer: Signer) -> int:
        question = {"from": "0x" + signer.address.hex(), "to": "0x" + call.to.hex(), "data": "0x" + call.data.hex()}
        gas = int(self._route.connection.request("eth_estimateGas", (question,), str), 16)
        return min(int(gas * GAS_MARGIN), self._gas_ceiling)

    def _is_believed(self, queue: Queue, row: Promise) -> bool:
        """Return whether nothing that was promised earlier can still change the contract's answer."""
        if any(self._open.values()):
            return False
        stuck = self._route.tally.stuck
        return not any(
            other.oldest < row.id
            for other in queues(self._route.record)
            if (other.organisation, other.stream) != (queue.organisation, queue.stream) and _name(other) not in stuck
        )

    def _fail(self, rows: Sequence[Promise], refusal: ContractRefusal) -> None:
        failure = Failure(refusal.error_name, str(refusal))
        fail_promises(self._route.record, {row.id: failure for row in rows}, self._route.now())
        if isinstance(refusal, SENDER_REFUSALS):
            self._route.signers.forget()
        self._route.tally.refused += len(rows)
        _log.info("rows %s are refused: %s", [row.id for row in rows], failure.detail)

    def _fail_oversized(self, row: Promise, error: EventTooLarge) -> None:
        failure = Failure(type(error).__name__, str(error))
        fail_promises(self._route.record, {row.id: failure}, self._route.now())
        self._route.tally.refused += 1

    def _note_stuck(self, queue: Queue, error: Exception) -> None:
        name, reason = _name(queue), str(error)
        if self._stuck_before.get(name) != reason:
            _log.warning("%s waits: %s", name, reason)
        self._stuck_before[name] = self._route.tally.stuck[name] = reason

    def _count_open(self) -> None:
        self._open = {}
        for transaction in transactions_at(self._route.record, (Passage.SIGNED, Passage.SENT)):
            place = (transaction.content.organisation, transaction.content.stream)
            self._open[place] = self._open.get(place, 0) + 1


def _payloads(rows: Sequence[Promise], kind: type[T]) -> list[T]:
    """Return the payloads of rows of one stream, which are all of one kind (store.record.payloads.STREAMS)."""
    return [row.payload for row in rows if isinstance(row.payload, kind)]


def _things(row: Promise) -> int:
    return len(row.payload.lines) if isinstance(row.payload, RecordEvent) else 0


def _name(queue: Queue) -> str:
    stream = "administration" if queue.stream is None else f"stream {queue.stream}"
    return f"organisation {queue.organisation}, {stream}"
