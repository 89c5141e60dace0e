"""Writing and deleting projections: the rows that one event brings about, and nothing else."""

from collections.abc import Sequence
from typing import Any, ClassVar

from sqlalchemy import Connection, select

from store.bulk import insert_rows, rows_among, run_among
from store.columns import table_of
from store.mirror.audiences import write_audiences
from store.mirror.event_tables import (
    CorrectionRow,
    CustodyRow,
    EdgeDownRow,
    EdgeUpRow,
    EventNameRow,
    EventReaderRow,
    EventRow,
    EventValueRow,
    FieldRow,
    NameRow,
    ShapeRow,
    WithdrawalRow,
)
from store.mirror.interning import Interner, packed, unpacked
from store.mirror.projection import Projection
from store.mirror.shapes import ShapeInterner, shape_of

EVERYTHING = 0
"""Stands for "all parts" in the edges of an unpacking that names no children; no identifier has this number."""

events = table_of(EventRow)
event_readers = table_of(EventReaderRow)
event_names = table_of(EventNameRow)
event_values = table_of(EventValueRow)
edges_up = table_of(EdgeUpRow)
edges_down = table_of(EdgeDownRow)
custody = table_of(CustodyRow)
corrections = table_of(CorrectionRow)
withdrawals = table_of(WithdrawalRow)

BY_NAME = (("edges_up", "part"), ("edges_down", "whole"), ("custody", "name"))
"""Tables clustered by a name, with the column that holds it."""

BY_POSITION = ("event_readers", "event_names", "event_values", "corrections", "events")
"""Tables in which the rows of an event are found by its position."""


class ProjectionWriter:
    """Turns projections into rows within the writer's transaction."""

    TABLES: ClassVar[frozenset[str]] = frozenset({*BY_POSITION, *(table for table, _ in BY_NAME), "withdrawals"})

    def __init__(self) -> None:
        self._names = Interner(table_of(NameRow), "text")
        self._fields = Interner(table_of(FieldRow), "name")
        self._shapes = ShapeInterner(table_of(ShapeRow), "text")

    def forget(self) -> None:
        """Forget what was learned: a transaction was rolled back or rows were deleted."""
        for interner in (self._names, self._fields, self._shapes):
            interner.forget()

    def write(self, connection: Connection, projections: Sequence[Projection]) -> None:
        """Insert all rows of some projections."""
        if not projections:
            return
        names = self._names.numbers(connection, [text for projection in projections for text in _texts(projection)])
        fields = self._fields.numbers(
            connection, {term.field for projection in projections for term in projection.terms}
        )
        shapes = self._shapes.numbers(connection, {shape_of(projection) for projection in projections})
        rows: dict[str, list[tuple[Any, ...]]] = {name: [] for name in self.TABLES}
        for projection in projections:
            _arrange(projection, names, rows)
            _arrange_terms(projection, fields, rows["event_values"])
            rows["events"].append(_event(projection, names, shapes[shape_of(projection)]))
        for table in (events, event_readers, event_names, event_values, edges_up, edges_down, custody, corrections):
            insert_rows(connection, table, sorted(set(rows[table.name])))
        write_audiences(connection, projections)
        self._withdraw(connection, projections)

    def remove_from(self, connection: Connection, start: int) -> None:
        """Delete the projections of all events from a position on."""
        found = connection.execute(select(events.c.position).where(events.c.position >= start)).scalars()
        self.remove(connection, list(found))

    def remove(self, connection: Connection, positions: Sequence[int]) -> None:
        """Delete the projections of some events, and the names that nothing names any more."""
        if not positions:
            return
        of_names = rows_among(connection, "SELECT names FROM events WHERE position {among}", positions)
        names = {number for (data,) in of_names for number in unpacked(data)}
        for table, column in BY_NAME:
            _remove_by_name(connection, table, column, names, positions)
        for table in BY_POSITION:
            run_among(connection, f"DELETE FROM {table} WHERE position {{among}}", positions)
        for column in ("position", "correction"):
            run_among(connection, f"DELETE FROM withdrawals WHERE {column} {{among}}", positions)
        run_among(
            connection,
            "DELETE FROM names WHERE id {among} AND NOT EXISTS (SELECT 1 FROM event_names e WHERE e.name = names.id)"
            " AND NOT EXISTS (SELECT 1 FROM edges_up u WHERE u.part = names.id)"
            " AND NOT EXISTS (SELECT 1 FROM edges_down d WHERE d.whole = names.id)",
            names,
        )

    def _withdraw(self, connection: Connection, projections: Sequence[Projection]) -> None:
        """Note which events an error declaration of the same organisation takes back, whichever of the two came first.

        The same content is captured once, so that a declaration takes it back also where the chain took the declaration first
        (on the other lane). An id may be given to a later event anew: of an id, only what stands before the declaration.
        """
        # A few statements for all: one for each projection took most of the time of a range.
        declarations = _positions_by_content(
            connection, "corrections", [projection for projection in projections if not projection.is_correction]
        )
        declared = _positions_by_content(
            connection, "events", [projection for projection in projections if projection.is_correction]
        )
        found: set[tuple[int, int]] = set()
        for projection in projections:
            for content in _contents(projection):
                same = content[1] == "event_hash"
                here = projection.position
                if projection.is_correction:
                    found.update((at, here) for at in declared.get(content, ()) if same or at < here)
                else:
                    found.update((here, at) for at in declarations.get(content, ()) if same or at > here)
        known = set(
            rows_among(
                connection,
                "SELECT position, correction FROM withdrawals WHERE position {among}",
                {row[0] for row in found},
            )
        )
        insert_rows(connection, withdrawals, sorted(found - {tuple(row) for row in known}))


def _remove_by_name(connection: Connection, table: str, column: str, names: set[int], positions: Sequence[int]) -> None:
    if not names:
        return
    # The rows of a name lie together, those of a position do not: look along the names and pick the positions.
    query = f"SELECT {column}, position FROM {table} WHERE {column} {{among}} AND position >= {{}} AND position <= {{}}"
    wanted = set(positions)
    rows = set(rows_among(connection, query, names, min(positions), max(positions)))
    mark = "?" if connection.dialect.name == "sqlite" else "%s"
    gone = sorted((name, position) for name, position in rows if position in wanted)
    if gone:
        connection.exec_driver_sql(f"DELETE FROM {table} WHERE {column} = {mark} AND position = {mark}", gone)


def _positions_by_content(
    connection: Connection, table: str, projections: Sequence[Projection]
) -> dict[tuple[int, str, str], list[int]]:
    """Return positions of events or of corrections that share id or hash with some projections, by organisation and content."""
    plain = " AND NOT is_correction" if table == "events" else ""
    wanted: dict[str, set[str]] = {"event_id": set(), "event_hash": set()}
    for projection in projections:
        for _, column, value in _contents(projection):
            wanted[column].add(value)
    found: dict[tuple[int, str, str], list[int]] = {}
    for column, values in wanted.items():
        query = f"SELECT organisation, {column}, position FROM {table} WHERE {column} {{among}}{plain}"
        for organisation, value, position in rows_among(connection, query, values):
            found.setdefault((organisation, column, value), []).append(position)
    return found


def _contents(projection: Projection) -> list[tuple[int, str, str]]:
    """Return by what an event and the declaration that it is wrong find each other."""
    found = (("event_id", projection.event_id), ("event_hash", projection.event_hash))
    return [(projection.organisation, column, value) for column, value in found if value is not None]


def _texts(projection: Projection) -> list[str]:
    texts = [name.text for name in projection.names]
    for edge in projection.edges:
        texts.append(edge.whole)
        if edge.part is not None:
            texts.append(edge.part)
    texts.extend(change.text for change in projection.custody)
    return texts


def _event(projection: Projection, names: dict[str, int], shape: int) -> tuple[Any, ...]:
    own = {"names": packed(sorted({names[text] for text in _texts(projection)})), "shape": shape}
    return tuple(
        own[column.name] if column.name in own else getattr(projection, column.name) for column in events.columns
    )


def _arrange_terms(projection: Projection, fields: dict[str, int], rows: list[tuple[Any, ...]]) -> None:
    time, position = projection.event_time, projection.position
    rows.extend((fields[term.field], term.key, time, position, int(term.audience)) for term in projection.terms)


def _arrange(projection: Projection, numbers: dict[str, int], rows: dict[str, list[tuple[Any, ...]]]) -> None:
    position, time = projection.position, projection.event_time
    rows["event_readers"].extend((position, reader, time) for reader in projection.readers)
    for name in projection.names:
        rows["event_names"].append((numbers[name.text], time, position, int(name.role), int(name.audience)))
    for edge in projection.edges:
        whole = numbers[edge.whole]
        relation = -edge.relation if edge.parts_them else int(edge.relation)
        part = EVERYTHING if edge.part is None else numbers[edge.part]
        if part != EVERYTHING:
            rows["edges_up"].append((part, time, position, whole, relation, int(edge.audience)))
        rows["edges_down"].append((whole, time, position, part, relation, int(edge.audience)))
    for change in projection.custody:
        rows["custody"].append((numbers[change.text], time, position, change.organisation, int(change.audience)))
    if projection.is_correction:
        rows["corrections"].append((position, projection.organisation, projection.event_id, projection.event_hash))
