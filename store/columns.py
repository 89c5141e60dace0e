"""Column types that mean the same in SQLite and PostgreSQL."""

from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import BigInteger, Dialect, Integer, LargeBinary, Table
from sqlalchemy.types import TypeDecorator, TypeEngine
from sqlmodel import SQLModel

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)

Number: TypeEngine[int] = BigInteger().with_variant(Integer(), "sqlite")
"""A 64-bit integer that SQLite accepts as the alias of its row number."""

Bytes = LargeBinary
"""Raw bytes: BLOB in SQLite, BYTEA in PostgreSQL."""


LONGEST_INDEXED = 2_000
"""Bytes of the longest text that is looked up: an index of PostgreSQL takes no entry beyond a third of a page."""


def indexed(text: str | None) -> str | None:
    """Return a text as it is looked up, or None where it is too long to be: it stays in the body and is not found by."""
    return None if text is None or len(text.encode()) > LONGEST_INDEXED else text


def microseconds_of(moment: datetime) -> int:
    """Return the microseconds from 1970 to an aware time."""
    if moment.tzinfo is None:
        raise ValueError(f"{moment!r} has no time zone")
    return (moment - EPOCH) // timedelta(microseconds=1)


def moment_of(microseconds: int) -> datetime:
    """Return the aware UTC time that lies this many microseconds after 1970."""
    return EPOCH + timedelta(microseconds=microseconds)


class Moment(TypeDecorator[datetime]):
    """An aware UTC time kept as microseconds since 1970, so that both databases order and compare it alike."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> int | None:  # noqa: ARG002  SQLAlchemy passes it
        """Return what is stored."""
        return None if value is None else microseconds_of(value)

    def process_result_value(self, value: Any | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002  SQLAlchemy passes it
        """Return what was meant."""
        return None if value is None else moment_of(int(value))


def table_of(model: type[SQLModel]) -> Table:
    """Return the Core table that a model defines."""
    table = vars(model)["__table__"]
    if not isinstance(table, Table):
        raise TypeError(f"{model.__name__} is no table")
    return table
