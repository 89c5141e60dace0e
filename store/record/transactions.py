"""Signed transactions: stored before they are sent, resent unchanged, followed until they are final or refused."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, Row, bindparam, func, insert, select, update

from store.columns import table_of
from store.database import Record
from store.errors import PassageImpossible
from store.record.outbox import failure_of, failure_text, outbox
from store.record.progress import Failure, Progress
from store.record.tables import TransactionRow

transactions = table_of(TransactionRow)


class Passage(StrEnum):
    """How far a transaction has come."""

    SIGNED = "signed"
    """Stored; not known to have been sent, or its block vanished. It is (re)sent unchanged."""
    SENT = "sent"
    """A node has taken it."""
    MINED = "mined"
    """In a block that may still vanish."""
    FINAL = "final"
    """In a block that stays."""
    FAILED = "failed"
    """Reverted, refused by the node, or replaced: it will not be sent again."""


@dataclass(frozen=True, slots=True)
class SignedTransaction:
    """A transaction as it is about to be stored."""

    organisation: int
    sender: bytes
    """20 bytes."""
    nonce: int
    hash: bytes
    signed: bytes
    stream: int | None = None
    number: int | None = None
    """Number of the stream that a batch extends."""
    root: bytes | None = None
    """Root of an anchored batch."""


@dataclass(frozen=True, slots=True)
class StoredTransaction:
    """A transaction as it is kept."""

    id: int
    content: SignedTransaction
    passage: Passage
    block_number: int | None
    block_hash: bytes | None
    gas_used: int | None
    failure: Failure | None
    created_at: datetime
    changed_at: datetime


@dataclass(frozen=True, slots=True)
class AnchoredPlace:
    """Where a commitment stands in an anchored batch, with all leaves of the batch in their order."""

    organisation: int
    stream: int
    number: int
    index: int
    leaves: tuple[bytes, ...]


def store_signed(record: Record, promises: Sequence[int], transaction: SignedTransaction, now: datetime) -> int:
    """Store signed bytes and bind the waiting rows to them, in the order given, in one commit; return the number given.

    Raises: PassageImpossible if one of the rows does not wait any more (nothing is stored then).
    """
    with record.writing() as connection:
        values = {name: getattr(transaction, name) for name in SignedTransaction.__slots__}
        statement = insert(transactions).values(
            values | {"state": Passage.SIGNED, "created_at": now, "changed_at": now}
        )
        number: int = connection.execute(statement.returning(transactions.c.id)).scalar_one()
        bind = (
            update(outbox)
            .where(outbox.c.id == bindparam("row"), outbox.c.state == Progress.WAITING)
            .values(state=Progress.SIGNED, transaction_id=number, position=bindparam("place"), changed_at=now)
        )
        connection.execute(bind, [{"row": row, "place": place} for place, row in enumerate(promises)])
        bound = connection.execute(select(func.count()).where(outbox.c.transaction_id == number)).scalar_one()
        if bound != len(promises):
            raise PassageImpossible(number, (Progress.WAITING,), Progress.SIGNED)
    return number


def mark_sent(record: Record, number: int, now: datetime) -> None:
    """Note that a node took the transaction."""
    with record.writing() as connection:
        _move(connection, number, (Passage.SIGNED, Passage.SENT), Passage.SENT, now)


def mark_mined(
    record: Record,
    number: int,
    block_number: int,
    block_hash: bytes,
    gas_used: int,
    now: datetime,
    *,
    final: bool = False,
) -> None:
    """Note the block that holds the transaction; `final` where the network never takes a block back."""
    fields = {"block_number": block_number, "block_hash": block_hash, "gas_used": gas_used}
    before = (Passage.SIGNED, Passage.SENT, Passage.MINED)
    with record.writing() as connection:
        _move(connection, number, before, Passage.FINAL if final else Passage.MINED, now, **fields)
        _follow(connection, number, Progress.FINAL if final else Progress.MINED, now)


def mark_final_through(record: Record, block_number: int, now: datetime) -> int:
    """Note that all blocks up to this one stay, and return how many transactions became final."""
    ripe = (transactions.c.state == Passage.MINED) & (transactions.c.block_number <= block_number)
    with record.writing() as connection:
        numbers = list(connection.execute(select(transactions.c.id).where(ripe)).scalars())
        for number in numbers:
            _move(connection, number, (Passage.MINED,), Passage.FINAL, now)
            _follow(connection, number, Progress.FINAL, now)
    return len(numbers)


def mark_failed(
    record: Record,
    number: int,
    failure: Failure,
    refused: Mapping[int, Failure],
    now: datetime,
    gas_used: int | None = None,
) -> None:
    """End a transaction: the rows in `refused` fail, each with its reason, and its other rows wait again.

    The number of the stream becomes free, because a refused batch has not extended it.
    """
    with record.writing() as connection:
        before = (Passage.SIGNED, Passage.SENT, Passage.MINED)
        _move(connection, number, before, Passage.FAILED, now, failure=failure_text(failure), gas_used=gas_used)
        for row, reason in refused.items():
            statement = update(outbox).where(outbox.c.id == row, outbox.c.transaction_id == number)
            connection.execute(statement.values(state=Progress.FAILED, failure=failure_text(reason), changed_at=now))
        others = update(outbox).where(outbox.c.transaction_id == number, outbox.c.state != Progress.FAILED)
        connection.execute(others.values(state=Progress.WAITING, transaction_id=None, position=None, changed_at=now))


def rewind(record: Record, from_block: int, now: datetime, vanished: Collection[bytes] | None = None) -> int:
    """Take back what was mined in vanished blocks and return how many transactions must be sent again, unchanged.

    With `vanished` only blocks of these hashes are taken back: a transaction that has come into a block of the new chain
    meanwhile is left alone.
    """
    gone = (transactions.c.block_number >= from_block) & transactions.c.state.in_((Passage.MINED, Passage.FINAL))
    if vanished is not None:
        gone &= transactions.c.block_hash.in_(list(vanished))
    with record.writing() as connection:
        numbers = list(connection.execute(select(transactions.c.id).where(gone)).scalars())
        back = {"state": Passage.SIGNED, "block_number": None, "block_hash": None, "gas_used": None, "changed_at": now}
        for number in numbers:
            connection.execute(update(transactions).where(transactions.c.id == number).values(back))
            _follow(connection, number, Progress.SIGNED, now)
    return len(numbers)


def transactions_at(
    record: Record, passages: Sequence[Passage], limit: int = 1000, *, after: int = 0
) -> tuple[StoredTransaction, ...]:
    """Return the transactions that have come just so far, oldest first, from the one after number `after`."""
    reached = transactions.c.state.in_(passages) & (transactions.c.id > after)
    query = select(transactions).where(reached).order_by(transactions.c.id).limit(limit)
    with record.reading() as connection:
        return tuple(_stored(row) for row in connection.execute(query))


def transaction_of(record: Record, transaction_hash: bytes) -> StoredTransaction | None:
    """Return the transaction with this hash."""
    with record.reading() as connection:
        row = connection.execute(select(transactions).where(transactions.c.hash == transaction_hash)).one_or_none()
    return None if row is None else _stored(row)


def blocks_of(record: Record, numbers: Collection[int]) -> Mapping[int, int]:
    """Return the block that holds each of these transactions (by number of their row), of those that are in one."""
    query = select(transactions.c.id, transactions.c.block_number).where(
        transactions.c.id.in_(bindparam("wanted", expanding=True)), transactions.c.block_number.is_not(None)
    )
    with record.reading() as connection:
        return {row.id: row.block_number for row in connection.execute(query, {"wanted": list(numbers)})}


def newest_places(record: Record, limit: int, below: int | None = None) -> tuple[tuple[int, bytes], ...]:
    """Return number and hash of the blocks that hold our transactions, newest first: where a fork is looked for."""
    places = select(transactions.c.block_number, transactions.c.block_hash).distinct()
    query = places.where(
        transactions.c.block_number.is_not(None), transactions.c.state.in_((Passage.MINED, Passage.FINAL))
    )
    if below is not None:
        query = query.where(transactions.c.block_number < below)
    with record.reading() as connection:
        rows = connection.execute(query.order_by(transactions.c.block_number.desc()).limit(limit))
        return tuple((number, block_hash) for number, block_hash in rows)


def next_nonce(record: Record, sender: bytes) -> int:
    """Return the nonce after the highest that a live transaction of this sender uses, or 0.

    A reverted transaction is not live but has used its nonce: the caller takes the larger of this and the chain's count.
    """
    query = select(func.max(transactions.c.nonce)).where(
        transactions.c.sender == sender, transactions.c.state != Passage.FAILED
    )
    with record.reading() as connection:
        highest = connection.execute(query).scalar_one()
    return 0 if highest is None else int(highest) + 1


def next_number(record: Record, organisation: int, stream: int) -> int | None:
    """Return the stream number after the last one promised by a live transaction, or None if none is known here."""
    query = select(func.max(transactions.c.number)).where(
        transactions.c.organisation == organisation,
        transactions.c.stream == stream,
        transactions.c.state != Passage.FAILED,
    )
    with record.reading() as connection:
        highest = connection.execute(query).scalar_one()
    return None if highest is None else int(highest) + 1


def anchored_leaves(record: Record, organisation: int, stream: int, number: int, root: bytes) -> tuple[bytes, ...]:
    """Return the commitments under an anchor in their order, or nothing if the batch is not ours."""
    this = (
        (transactions.c.organisation == organisation)
        & (transactions.c.stream == stream)
        & (transactions.c.number == number)
    )
    query = (
        select(outbox.c.commitment)
        .join(transactions, transactions.c.id == outbox.c.transaction_id)
        .where(this, transactions.c.root == root, transactions.c.state != Passage.FAILED)
        .order_by(outbox.c.position)
    )
    with record.reading() as connection:
        return tuple(connection.execute(query).scalars())


def anchored_batches(record: Record, commitments: Sequence[bytes]) -> tuple[tuple[int, int, int], ...]:
    """Return organisation, stream and number of the anchored batches that hold some commitments, mined or not, each once."""
    query = (
        select(transactions.c.organisation, transactions.c.stream, transactions.c.number)
        .join(outbox, transactions.c.id == outbox.c.transaction_id)
        .where(
            outbox.c.commitment.in_(bindparam("wanted", expanding=True)),
            transactions.c.root.is_not(None),
            transactions.c.state != Passage.FAILED,
        )
        .distinct()
    )
    with record.reading() as connection:
        rows = connection.execute(query, {"wanted": list(commitments)})
        return tuple(sorted((organisation, stream, number) for organisation, stream, number in rows))


def anchored_place(record: Record, commitment: bytes) -> AnchoredPlace | None:
    """Return where a commitment stands in its anchored batch, mined or not, or None."""
    leaf = (
        select(outbox.c.position, transactions)
        .join(transactions, transactions.c.id == outbox.c.transaction_id)
        .where(
            outbox.c.commitment == commitment, transactions.c.root.is_not(None), transactions.c.state != Passage.FAILED
        )
    )
    with record.reading() as connection:
        row = connection.execute(leaf).first()
        if row is None:
            return None
        of_batch = select(outbox.c.commitment).where(outbox.c.transaction_id == row.id).order_by(outbox.c.position)
        leaves = tuple(connection.execute(of_batch).scalars())
    return AnchoredPlace(row.organisation, row.stream, row.number, row.position, leaves)


def _move(
    connection: Connection, number: int, before: tuple[Passage, ...], after: Passage, now: datetime, **fields: Any
) -> None:
    statement = update(transactions).where(transactions.c.id == number, transactions.c.state.in_(before))
    if connection.execute(statement.values(state=after, changed_at=now, **fields)).rowcount != 1:
        raise PassageImpossible(number, tuple(before), after)


def _follow(connection: Connection, number: int, progress: Progress, now: datetime) -> None:
    statement = update(outbox).where(outbox.c.transaction_id == number, outbox.c.state != Progress.FAILED)
    connection.execute(statement.values(state=progress, changed_at=now))


def _stored(row: Row[Any]) -> StoredTransaction:
    content = SignedTransaction(**{name: getattr(row, name) for name in SignedTransaction.__slots__})
    return StoredTransaction(
        id=row.id,
        content=content,
        passage=Passage(row.state),
        block_number=row.block_number,
        block_hash=row.block_hash,
        gas_used=row.gas_used,
        failure=failure_of(row.failure),
        created_at=row.created_at,
        changed_at=row.changed_at,
    )
