"""Many rows at once: the driver's `executemany` for SQLite, binary COPY for PostgreSQL."""

from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any

from sqlalchemy import BigInteger, Boolean, Connection, Integer, LargeBinary, Table, Text
from sqlalchemy.types import TypeDecorator

Rows = Sequence[tuple[Any, ...]]

CHUNK = 5000
"""Values asked for in one statement: below SQLite's limit of 32,766 variables."""


def insert_rows(connection: Connection, table: Table, rows: Rows, names: tuple[str, ...] | None = None) -> None:
    """Insert rows that have a value for every column of the table in its order, or for the named columns in theirs.

    The values are those of the driver: a time is the number that its column keeps.
    """
    if not rows:
        return
    columns = names or tuple(column.name for column in table.columns)
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(_insertion(table, columns), rows)
        return
    driver: Any = connection.connection.driver_connection
    with driver.cursor() as cursor:
        _copy(cursor, table, columns, rows)


def _copy(cursor: Any, table: Table, names: tuple[str, ...], rows: Rows) -> None:
    # Imported where PostgreSQL is used: it takes a tenth of a second at every start.
    from psycopg.types.string import BytesBinaryDumper  # noqa: PLC0415

    # For bytea psycopg would take the dumper of its `Binary` wrapper, which is written in Python and three times slower.
    cursor.adapters.register_dumper(bytes, BytesBinaryDumper)
    with cursor.copy(_copying(table, names)) as copy:
        copy.set_types(_types(table, names))
        for row in rows:
            copy.write_row(row)


def rows_among(connection: Connection, query: str, values: Iterable[Any], *others: Any) -> list[tuple[Any, ...]]:
    """Return the rows of a query whose `{among}` stands for a list of values; other parameters follow the list.

    The query is one of our own texts: nothing from outside is ever put into it but through parameters.
    """
    wanted = list(values)
    found: list[tuple[Any, ...]] = []
    if connection.dialect.name == "sqlite":
        for start in range(0, len(wanted), CHUNK):
            part = wanted[start : start + CHUNK]
            statement = query.replace("{among}", f"IN ({','.join('?' * len(part))})").replace("{}", "?")
            found.extend(connection.exec_driver_sql(statement, (*part, *others)).fetchall())
    elif wanted:
        statement = query.replace("{among}", "= ANY(%s)").replace("{}", "%s")
        found.extend(connection.exec_driver_sql(statement, (wanted, *others)).fetchall())
    return found


def run_among(connection: Connection, statement: str, values: Iterable[Any], *others: Any) -> None:
    """Run a changing statement whose `{among}` stands for a list of values; other parameters follow the list."""
    wanted = list(values)
    if connection.dialect.name == "sqlite":
        for start in range(0, len(wanted), CHUNK):
            part = wanted[start : start + CHUNK]
            text = statement.replace("{among}", f"IN ({','.join('?' * len(part))})").replace("{}", "?")
            connection.exec_driver_sql(text, (*part, *others))
    elif wanted:
        connection.exec_driver_sql(statement.replace("{among}", "= ANY(%s)").replace("{}", "%s"), (wanted, *others))


@cache
def _insertion(table: Table, names: tuple[str, ...]) -> str:
    listed = ",".join(f'"{name}"' for name in names)
    return f'INSERT INTO "{table.name}" ({listed}) VALUES ({",".join("?" * len(names))})'


@cache
def _copying(table: Table, names: tuple[str, ...]) -> str:
    listed = ",".join(f'"{name}"' for name in names)
    return f'COPY "{table.name}" ({listed}) FROM STDIN (FORMAT BINARY)'


@cache
def _types(table: Table, names: tuple[str, ...]) -> list[str]:
    return [_type(table.columns[name].type) for name in names]


def _type(kind: object) -> str:
    match kind:
        case TypeDecorator():
            return _type(kind.impl)
        case BigInteger():
            return "int8"
        case Boolean():
            return "bool"
        case Integer():
            return "int4"
        case LargeBinary():
            return "bytea"
        case Text():
            return "text"
        case _:
            message = f"{kind!r} has no binary form in COPY"
            raise TypeError(message)
