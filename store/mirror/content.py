"""What a mirror says, without its interned numbers: two mirrors of one chain and record say the same.

Used by the audit, which builds a second mirror and compares, and by the tests of rebuild and rewind.
"""

from collections.abc import Iterator
from typing import Any, NamedTuple

from sqlalchemy import Connection, Table

from store.bulk import rows_among
from store.database import Mirror
from store.mirror.interning import unpacked
from store.mirror.tables import MIRROR

NOT_CONTENT = frozenset({"things", "names", "audiences", "shapes", "fields", "checkpoint"})
"""Tables of interned numbers, and how far the mirror has come: no part of what it says."""

OF_THINGS = {"lines": ("thing",)}
OF_NAMES = {
    "event_names": ("name",),
    "edges_up": ("part", "whole"),
    "edges_down": ("whole", "part"),
    "custody": ("name",),
}
OF_OTHERS = {"events": {"shape": ("shapes", "text")}, "event_values": {"field": ("fields", "name")}}
"""Table: its columns of other numbers, with the table and column of what they stand for."""
PACKED = {"recorded": ("things", "things", "key"), "events": ("names", "names", "text")}
"""Table: its packed column, and the table and column of what the numbers stand for."""

PORTION = 2_000


class ContentRow(NamedTuple):
    """One row: what names it, and everything that it says by column."""

    key: tuple[Any, ...]
    columns: dict[str, Any]


def content_tables() -> tuple[str, ...]:
    """Return the names of the tables that hold content."""
    return tuple(name for name in MIRROR.tables if name not in NOT_CONTENT)


def content_of(mirror: Mirror, name: str) -> Iterator[ContentRow]:
    """Return the rows of one table in the order of their keys."""
    table = MIRROR.tables[name]
    with mirror.reading() as connection:
        result = connection.execution_options(stream_results=True).exec_driver_sql(_statement(table, connection))
        for portion in result.mappings().partitions(PORTION):
            rows = [dict(row) for row in portion]
            if name in PACKED:
                _unpack(connection, name, rows)
            for row in rows:
                yield ContentRow(tuple(row[column.name] for column in table.primary_key), row)


def _statement(table: Table, connection: Connection) -> str:
    columns, joins, order = [], [], []
    of_things, of_names = OF_THINGS.get(table.name, ()), OF_NAMES.get(table.name, ())
    of_others = OF_OTHERS.get(table.name, {})
    for column in table.columns:
        name = column.name
        expression = f't."{name}"'
        if name in of_things:
            joins.append(f' JOIN things i_{name} ON i_{name}.id = t."{name}"')
            expression = f"i_{name}.key"
        elif name in of_names:
            # The number 0 stands for everything in a package and has no name.
            joins.append(f' LEFT JOIN names i_{name} ON i_{name}.id = t."{name}"')
            expression = f"coalesce(i_{name}.text, '')"
        elif name in of_others:
            interned, meaning = of_others[name]
            joins.append(f' JOIN {interned} i_{name} ON i_{name}.id = t."{name}"')
            expression = f"i_{name}.{meaning}"
        columns.append(f'{expression} AS "{name}"')
        if column.primary_key:
            text_order = (
                ' COLLATE "C"'
                if connection.dialect.name != "sqlite" and (name in of_names or name in of_others or name == "scheme")
                else ""
            )
            order.append(f"{expression}{text_order}")
    return f'SELECT {", ".join(columns)} FROM "{table.name}" t{"".join(joins)} ORDER BY {", ".join(order)}'


def _unpack(connection: Connection, name: str, rows: list[dict[str, Any]]) -> None:
    column, table, value = PACKED[name]
    numbers = {number for row in rows for number in unpacked(row[column])}
    meanings = dict(rows_among(connection, f'SELECT id, "{value}" FROM "{table}" WHERE id {{among}}', numbers))
    for row in rows:
        meant = [meanings[number] for number in unpacked(row[column])]
        # The lines of an event have an order, the names of a projection have none.
        row[column] = tuple(meant) if name == "recorded" else tuple(sorted(meant))
