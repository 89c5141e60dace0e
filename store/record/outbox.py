"""The outbox: every write to the chain, whatever its kind, is first a row here.

A row waits, is put into a signed transaction, and follows that transaction until it is final or refused. When the block
that held it vanishes, its transaction goes back to *signed* and is sent again unchanged: the same promise, the same bytes.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import msgspec
from sqlalchemy import Connection, Row, bindparam, exists, func, insert, select, update

from store.bulk import insert_rows
from store.columns import microseconds_of, table_of
from store.database import Record
from store.errors import PromiseUnknown
from store.record.payloads import (
    OPERATIONS,
    STREAMS,
    Operation,
    Payload,
    payload_of,
    payload_text,
)
from store.record.progress import Failure, Progress
from store.record.tables import EventRow, OutboxRow, TransactionRow

AUTHORITY = 0
"""The organisation number under which the network's own authority signs."""

outbox = table_of(OutboxRow)
_COLUMNS = (
    *("organisation", "operation", "stream", "commitment", "payload", "state", "job_id", "created_at", "changed_at"),
)


@dataclass(frozen=True, slots=True)
class Promise:
    """One row of the outbox."""

    id: int
    organisation: int
    operation: Operation
    stream: int | None
    payload: Payload
    progress: Progress
    transaction_id: int | None
    position: int | None
    failure: Failure | None
    job_id: str | None
    created_at: datetime
    changed_at: datetime


@dataclass(frozen=True, slots=True)
class Queue:
    """What waits for one signer: its rows of one stream (None: administration)."""

    organisation: int
    stream: int | None
    waiting: int
    oldest: int
    """Lowest row number that waits."""


def promise(
    record: Record, organisation: int, payloads: Iterable[Payload], now: datetime, job_id: str | None = None
) -> tuple[int, ...]:
    """Put writes into the outbox and return their row numbers, in the order given."""
    with record.writing() as connection:
        return add_promises(connection, organisation, payloads, now, job_id)


def add_promises(
    connection: Connection, organisation: int, payloads: Iterable[Payload], now: datetime, job_id: str | None = None
) -> tuple[int, ...]:
    """Do the same within an open transaction, so that a promise commits together with what it is about."""
    rows = [_row(organisation, payload, now, job_id) for payload in payloads]
    if not rows:
        return ()
    if len(rows) == 1:
        return (connection.execute(insert(outbox).returning(outbox.c.id), rows[0]).scalar_one(),)
    found = connection.execute(insert(outbox).returning(outbox.c.id, sort_by_parameter_order=True), rows)
    return tuple(found.scalars())


def add_many_promises(
    connection: Connection, organisation: int, payloads: Sequence[Payload], now: datetime, job_id: str | None = None
) -> None:
    """Promise many at once, without asking for their numbers."""
    moment = microseconds_of(now)
    rows = [(*_promised(organisation, payload), Progress.WAITING.value, job_id, moment, moment) for payload in payloads]
    insert_rows(connection, outbox, rows, _COLUMNS)


def queues(record: Record) -> tuple[Queue, ...]:
    """Return the signers and streams for which something waits, the longest waiting first."""
    oldest = func.min(outbox.c.id)
    query = (
        select(outbox.c.organisation, outbox.c.stream, func.count(), oldest)
        .where(outbox.c.state == Progress.WAITING)
        .group_by(outbox.c.organisation, outbox.c.stream)
        .order_by(oldest)
    )
    with record.reading() as connection:
        return tuple(Queue(*row) for row in connection.execute(query))


def waiting(record: Record, organisation: int, stream: int | None, limit: int) -> tuple[Promise, ...]:
    """Return the first rows that wait for one signer and stream, in the order in which they were promised."""
    query = (
        select(outbox)
        .where(
            outbox.c.state == Progress.WAITING,
            outbox.c.organisation == organisation,
            outbox.c.stream.is_not_distinct_from(stream),
        )
        .order_by(outbox.c.id)
        .limit(limit)
    )
    with record.reading() as connection:
        return tuple(promise_in(row) for row in connection.execute(query))


def promise_of(record: Record, number: int) -> Promise:
    """Return one row. Raises: PromiseUnknown."""
    with record.reading() as connection:
        row = connection.execute(select(outbox).where(outbox.c.id == number)).one_or_none()
    if row is None:
        raise PromiseUnknown(number)
    return promise_in(row)


def promises_for(record: Record, commitments: Sequence[bytes]) -> Mapping[bytes, Promise]:
    """Return the newest row that carries each commitment, for those that have one."""
    query = select(outbox).where(outbox.c.commitment.in_(bindparam("wanted", expanding=True))).order_by(outbox.c.id)
    with record.reading() as connection:
        return {row.commitment: promise_in(row) for row in connection.execute(query, {"wanted": list(commitments)})}


def promises_in(record: Record, transaction_id: int) -> tuple[Promise, ...]:
    """Return the rows of one transaction in their order; for an anchored batch these are its leaves."""
    query = select(outbox).where(outbox.c.transaction_id == transaction_id).order_by(outbox.c.position)
    with record.reading() as connection:
        return tuple(promise_in(row) for row in connection.execute(query))


def fail_promises(record: Record, failures: Mapping[int, Failure], now: datetime) -> None:
    """End rows that will never be sent, each with its reason; only waiting rows are touched."""
    statement = (
        update(outbox)
        .where(outbox.c.id == bindparam("number"), outbox.c.state == Progress.WAITING)
        .values(state=Progress.FAILED, failure=bindparam("why"), changed_at=now)
    )
    if not failures:
        return
    with record.writing() as connection:
        connection.execute(
            statement, [{"number": number, "why": failure_text(why)} for number, why in failures.items()]
        )


def settle(record: Record, organisation: int, commitments: Sequence[bytes], now: datetime) -> int:
    """Note that the chain already holds what an organisation still promises: the record was restored from a backup.

    Return how many rows that waited became final.
    """
    waits = outbox.c.state.in_((Progress.HELD, Progress.WAITING)) & (outbox.c.organisation == organisation)
    statement = update(outbox).where(waits, outbox.c.commitment.in_(list(commitments)))
    with record.writing() as connection:
        return connection.execute(statement.values(state=Progress.FINAL, changed_at=now)).rowcount


def broken_promises(record: Record) -> tuple[tuple[int | str, str], ...]:
    """Return number and problem of what cannot be: an event without its promise, a promise without its transaction."""
    events, transactions = table_of(EventRow), table_of(TransactionRow)
    orphans = select(events.c.id).where(~exists().where(outbox.c.commitment == events.c.commitment))
    bound = outbox.c.state.in_((Progress.SIGNED, Progress.MINED))
    unbound = select(outbox.c.id).where(bound, ~exists().where(transactions.c.id == outbox.c.transaction_id))
    with record.reading() as connection:
        of_events = [
            (f"event {number}", "was never promised to the chain") for number in connection.execute(orphans).scalars()
        ]
        of_rows = [
            (number, "says it was sent, and no transaction holds it")
            for number in connection.execute(unbound).scalars()
        ]
    return (*of_events, *of_rows)


def counts(record: Record) -> Mapping[Progress, int]:
    """Return how many rows are at each progress, for metrics."""
    query = select(outbox.c.state, func.count()).group_by(outbox.c.state)
    with record.reading() as connection:
        found = {Progress(state): count for state, count in connection.execute(query)}
    return {progress: found.get(progress, 0) for progress in Progress}


def oldest_waiting(record: Record) -> datetime | None:
    """Return when the row that waits longest was promised, or None where nothing waits."""
    query = select(outbox.c.created_at).where(outbox.c.state == Progress.WAITING).order_by(outbox.c.id).limit(1)
    with record.reading() as connection:
        return connection.execute(query).scalar_one_or_none()


def failure_text(failure: Failure) -> str:
    """Return the JSON under which a failure is kept."""
    return msgspec.json.encode(failure).decode()


def failure_of(text: str | None) -> Failure | None:
    """Return the failure that the JSON holds."""
    return None if text is None else msgspec.json.decode(text, type=Failure)


def _row(organisation: int, payload: Payload, now: datetime, job_id: str | None) -> dict[str, object]:
    values = (*_promised(organisation, payload), Progress.WAITING, job_id, now, now)
    return dict(zip(_COLUMNS, values, strict=True))


def _promised(organisation: int, payload: Payload) -> tuple[object, ...]:
    operation = OPERATIONS[type(payload)]
    commitment = getattr(payload, "commitment", None)
    return organisation, operation.value, STREAMS.get(operation), commitment, payload_text(payload)


def promise_in(row: Row[Any]) -> Promise:
    """Return the promise that a row of the table holds."""
    operation = Operation(row.operation)
    return Promise(
        id=row.id,
        organisation=row.organisation,
        operation=operation,
        stream=row.stream,
        payload=payload_of(operation, row.payload),
        progress=Progress(row.state),
        transaction_id=row.transaction_id,
        position=row.position,
        failure=failure_of(row.failure),
        job_id=row.job_id,
        created_at=row.created_at,
        changed_at=row.changed_at,
    )
