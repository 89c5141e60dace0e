"""Interning: 32-byte keys and long texts become small numbers, so that rows stay short and indexes stay in memory."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, Table

from store.bulk import insert_rows, rows_among

LARGEST_CACHE = 400_000
"""Entries that are remembered between ranges."""


class Interner:
    """Gives each value of one table its number. Only the mirror's one writer uses it, inside its transaction."""

    def __init__(self, table: Table, column: str) -> None:
        self._table = table
        self._query = f'SELECT "{column}", id FROM "{table.name}" WHERE "{column}" {{among}}'
        self._known: dict[Any, int] = {}
        self._next: int | None = None

    def forget(self) -> None:
        """Forget what was learned: a transaction was rolled back or rows were deleted."""
        self._known.clear()
        self._next = None

    def numbers(self, connection: Connection, values: Iterable[Any]) -> dict[Any, int]:
        """Return the numbers of all values, giving new ones to those not seen before."""
        if len(self._known) > LARGEST_CACHE:
            self._known.clear()
        known = self._known
        missing = [value for value in dict.fromkeys(values) if value not in known]
        if missing:
            known.update((value, number) for value, number in rows_among(connection, self._query, missing))
            fresh = [value for value in missing if value not in known]
            if fresh:
                self._add(connection, fresh)
        return known

    def _add(self, connection: Connection, fresh: list[Any]) -> None:
        if self._next is None:
            highest = connection.exec_driver_sql(f'SELECT max(id) FROM "{self._table.name}"').scalar_one()
            self._next = 1 if highest is None else int(highest) + 1
        numbers = range(self._next, self._next + len(fresh))
        insert_rows(
            connection, self._table, [self._row(number, value) for number, value in zip(numbers, fresh, strict=True)]
        )
        self._known.update(zip(fresh, numbers, strict=True))
        self._next += len(fresh)

    def _row(self, number: int, value: Any) -> tuple[Any, ...]:
        """Return the row of a new value."""
        return number, value


def packed(numbers: Iterable[int]) -> bytes:
    """Return numbers as eight bytes each."""
    return b"".join([number.to_bytes(8, "big") for number in numbers])


def unpacked(data: bytes) -> list[int]:
    """Return the numbers that eight bytes each hold."""
    return [int.from_bytes(data[place : place + 8], "big") for place in range(0, len(data), 8)]
