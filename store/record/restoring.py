"""After a restore: promises are held until the chain was asked whether it has them, and the mirror is filled again.

A backup is older than the chain. What waited when it was made may have been sent since, in a transaction that the backup does not
know: sent again it would stand on the chain twice. So submission first looks for each of them on the chain, binds what is there to
its transaction, and only then lets the rest wait again.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy import Connection, bindparam, exists, func, insert, select, update

from store.columns import table_of
from store.database import Record
from store.record.outbox import Promise, outbox, promise_in
from store.record.progress import Progress
from store.record.tables import RestorationRow
from store.record.transactions import Passage, SignedTransaction, transactions

restorations = table_of(RestorationRow)


def note_restoration(connection: Connection, now: datetime) -> None:
    """Note a restore within its transaction, and hold what waits."""
    connection.execute(insert(restorations), {"restored_at": now})
    connection.execute(update(outbox).where(outbox.c.state == Progress.WAITING).values(state=Progress.HELD))


def newest_restoration(record: Record) -> int:
    """Return the number of the newest restore, 0 if there was none."""
    with record.reading() as connection:
        return int(connection.execute(select(func.coalesce(func.max(restorations.c.id), 0))).scalar_one())


def holds_promises(record: Record) -> bool:
    """Whether promises are held."""
    with record.reading() as connection:
        return bool(connection.execute(select(exists().where(outbox.c.state == Progress.HELD))).scalar_one())


def held_leaves(record: Record, organisation: int, stream: int) -> tuple[tuple[int, bytes], ...]:
    """Return row number and commitment of what an organisation's stream holds, in the order in which it was promised."""
    of_stream = (outbox.c.organisation == organisation) & (outbox.c.stream == stream)
    query = (
        select(outbox.c.id, outbox.c.commitment).where(of_stream, outbox.c.state == Progress.HELD).order_by(outbox.c.id)
    )
    with record.reading() as connection:
        return tuple((number, commitment) for number, commitment in connection.execute(query))


def held_events(record: Record, organisation: int, stream: int, commitments: Sequence[bytes]) -> Mapping[bytes, int]:
    """Return the held row of each of these commitments, of those that an organisation's stream holds."""
    query = select(outbox.c.commitment, outbox.c.id).where(
        outbox.c.organisation == organisation,
        outbox.c.stream == stream,
        outbox.c.state == Progress.HELD,
        outbox.c.commitment.in_(bindparam("wanted", expanding=True)),
    )
    with record.reading() as connection:
        return {row.commitment: row.id for row in connection.execute(query, {"wanted": list(commitments)})}


def held_administration(record: Record) -> tuple[Promise, ...]:
    """Return what is held and goes to the chain in a transaction of its own, in the order in which it was promised."""
    query = select(outbox).where(outbox.c.stream.is_(None), outbox.c.state == Progress.HELD).order_by(outbox.c.id)
    with record.reading() as connection:
        return tuple(promise_in(row) for row in connection.execute(query))


def adopt(
    record: Record,
    promises: Sequence[tuple[int, int]],
    transaction: SignedTransaction,
    block: tuple[int, bytes],
    gas_used: int,
    now: datetime,
    *,
    final: bool,
) -> None:
    """Bind held rows to a transaction of ours that the chain has and the backup did not know.

    `promises` are rows of the outbox, each with its place in the transaction; `block` is number and hash of the block.
    """
    passage, progress = (Passage.FINAL, Progress.FINAL) if final else (Passage.MINED, Progress.MINED)
    values = {name: getattr(transaction, name) for name in SignedTransaction.__slots__}
    place = {"state": passage, "block_number": block[0], "block_hash": block[1], "gas_used": gas_used}
    with record.writing() as connection:
        statement = insert(transactions).values(values | place | {"created_at": now, "changed_at": now})
        number: int = connection.execute(statement.returning(transactions.c.id)).scalar_one()
        bind = (
            update(outbox)
            .where(outbox.c.id == bindparam("row"), outbox.c.state == Progress.HELD)
            .values(state=progress, transaction_id=number, position=bindparam("place"), changed_at=now)
        )
        connection.execute(bind, [{"row": row, "place": place} for row, place in promises])


def release_held(record: Record, now: datetime) -> int:
    """Let what is still held wait again and return how many rows that were: the chain does not have them."""
    with record.writing() as connection:
        held = update(outbox).where(outbox.c.state == Progress.HELD)
        return connection.execute(held.values(state=Progress.WAITING, changed_at=now)).rowcount
