"""A promise waits, is signed into a transaction, follows it, and is kept again when the block vanishes."""

from datetime import datetime

import pytest

from store import Record
from store.errors import PassageImpossible, PromiseUnknown
from store.record import outbox, transactions
from store.record.payloads import (
    PAYLOADS,
    AnchorEvent,
    GrantPrefix,
    Line,
    Operation,
    RecordEvent,
    payload_of,
    payload_text,
)
from store.record.progress import Failure, Progress
from store.record.transactions import Passage, SignedTransaction


def word(number: int) -> bytes:
    return number.to_bytes(32, "big")


def recording(number: int) -> RecordEvent:
    return RecordEvent(word(number), 2, 0, 0, (Line(word(1), word(number)),))


def signed(nonce: int, number: int | None = 0, stream: int | None = 0) -> SignedTransaction:
    return SignedTransaction(1, b"s" * 20, nonce, word(1000 + nonce), b"bytes", stream, number)


def test_every_operation_has_one_payload() -> None:
    assert set(PAYLOADS) == set(Operation)
    assert len(set(PAYLOADS.values())) == len(PAYLOADS)


def test_a_payload_comes_back_as_it_was_promised() -> None:
    payload = recording(7)

    assert payload_of(Operation.RECORD, payload_text(payload)) == payload


def test_rows_are_numbered_in_the_order_of_their_promise(record: Record, now: datetime) -> None:
    numbers = outbox.promise(record, 1, [recording(number) for number in range(50)], now)

    assert list(numbers) == sorted(numbers)
    assert [row.payload.commitment for row in outbox.waiting(record, 1, 0, 100)] == [
        word(number) for number in range(50)
    ]


def test_each_signer_and_stream_has_a_queue_of_its_own(record: Record, now: datetime) -> None:
    outbox.promise(record, 1, [recording(1), AnchorEvent(word(2), 1), recording(3)], now)
    outbox.promise(record, 0, [GrantPrefix("gs1", "6901234", 1)], now)

    found = [(queue.organisation, queue.stream, queue.waiting) for queue in outbox.queues(record)]

    assert found == [(1, 0, 2), (1, 1, 1), (0, None, 1)]


def test_signing_binds_rows_in_the_order_given(record: Record, now: datetime) -> None:
    first, second = outbox.promise(record, 1, [recording(1), recording(2)], now)

    number = transactions.store_signed(record, [second, first], signed(0), now)

    assert [row.id for row in outbox.promises_in(record, number)] == [second, first]
    assert outbox.queues(record) == ()


def test_a_row_cannot_be_signed_twice(record: Record, now: datetime) -> None:
    (row,) = outbox.promise(record, 1, [recording(1)], now)
    transactions.store_signed(record, [row], signed(0, 0), now)

    with pytest.raises(PassageImpossible):
        transactions.store_signed(record, [row], signed(1, 1), now)

    assert len(transactions.transactions_at(record, list(Passage))) == 1


def test_a_vanished_block_sends_the_same_bytes_again(record: Record, now: datetime) -> None:
    (row,) = outbox.promise(record, 1, [recording(1)], now)
    number = transactions.store_signed(record, [row], signed(0), now)
    transactions.mark_mined(record, number, 9, word(9), 21000, now)

    again = transactions.rewind(record, 9, now, [word(9)])

    assert again == 1
    (stored,) = transactions.transactions_at(record, [Passage.SIGNED])
    assert (stored.content.signed, stored.block_number) == (b"bytes", None)
    assert outbox.promise_of(record, row).progress is Progress.SIGNED


def test_a_block_of_the_new_chain_is_left_alone_by_a_rewind(record: Record, now: datetime) -> None:
    (row,) = outbox.promise(record, 1, [recording(1)], now)
    number = transactions.store_signed(record, [row], signed(0), now)
    transactions.mark_mined(record, number, 9, word(10), 21000, now)

    again = transactions.rewind(record, 9, now, [word(9)])

    assert again == 0
    assert outbox.promise_of(record, row).progress is Progress.MINED


def test_of_a_refused_batch_the_guilty_row_fails_and_the_others_wait_again(record: Record, now: datetime) -> None:
    rows = outbox.promise(record, 1, [recording(1), recording(2), recording(3)], now)
    number = transactions.store_signed(record, rows, signed(0), now)
    why = Failure("IdentifierNotOwned", "the prefix is another's")

    transactions.mark_failed(record, number, why, {rows[1]: why}, now)

    assert [outbox.promise_of(record, row).progress for row in rows] == [
        Progress.WAITING,
        Progress.FAILED,
        Progress.WAITING,
    ]
    assert outbox.promise_of(record, rows[1]).failure == why


def test_a_refused_batch_frees_its_stream_number(record: Record, now: datetime) -> None:
    (row,) = outbox.promise(record, 1, [recording(1)], now)
    number = transactions.store_signed(record, [row], signed(0, 5), now)
    transactions.mark_failed(record, number, Failure("StreamOutOfOrder", ""), {}, now)

    transactions.store_signed(record, [row], signed(1, 5), now)

    assert transactions.next_number(record, 1, 0) == 6


def test_all_blocks_up_to_a_height_become_final_together(record: Record, now: datetime) -> None:
    rows = outbox.promise(record, 1, [recording(1), recording(2)], now)
    for place, row in enumerate(rows):
        number = transactions.store_signed(record, [row], signed(place, place), now)
        transactions.mark_mined(record, number, 10 + place, word(10 + place), 1, now)

    final = transactions.mark_final_through(record, 10, now)

    assert final == 1
    assert [outbox.promise_of(record, row).progress for row in rows] == [Progress.FINAL, Progress.MINED]
    assert transactions.newest_places(record, 5) == ((11, word(11)), (10, word(10)))


def test_a_leaf_is_found_in_its_anchored_batch(record: Record, now: datetime) -> None:
    rows = outbox.promise(record, 1, [AnchorEvent(word(number), 1) for number in range(3)], now)
    transaction = SignedTransaction(1, b"s" * 20, 0, word(1), b"bytes", 1, 4, root=word(99))
    transactions.store_signed(record, rows, transaction, now)

    place = transactions.anchored_place(record, word(1))

    assert place == transactions.AnchoredPlace(1, 1, 4, 1, (word(0), word(1), word(2)))
    assert transactions.anchored_leaves(record, 1, 1, 4, word(99)) == (word(0), word(1), word(2))
    assert transactions.anchored_leaves(record, 1, 1, 4, word(98)) == ()


def test_an_unknown_row_is_named(record: Record) -> None:
    with pytest.raises(PromiseUnknown, match="17"):
        outbox.promise_of(record, 17)
